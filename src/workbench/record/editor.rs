//! The author's editor.

use std::env;
use std::path::Path;
use std::process::Command;

use super::RecordError;

/// Opens a file in the editor of `VISUAL`, else of `EDITOR`, and waits for its end.
///
/// The variable is split into words as a shell splits them. No shell is started: what a file is called, or
/// what else stands in the variable, is not executed.
///
/// # Errors
/// No editor is set, it cannot be started, or it fails. `record` is what the author called the record.
pub(crate) fn edit(path: &Path, record: &str) -> Result<(), RecordError> {
    let set = ["VISUAL", "EDITOR"].into_iter().find_map(|name| {
        let value = env::var(name).ok().filter(|value| !value.trim().is_empty())?;
        Some((name, value))
    });
    let (name, value) = set.ok_or_else(|| RecordError::NoEditor(record.to_owned()))?;
    let words = shlex::split(&value).unwrap_or_default();
    let Some((program, arguments)) = words.split_first() else {
        return Err(RecordError::Editor(value, name));
    };
    // A path that begins with a hyphen would be an option.
    let path = if path.is_relative() { Path::new(".").join(path) } else { path.to_owned() };
    let failed = |how: String| RecordError::Edited(program.clone(), how);
    match Command::new(program).args(arguments).arg(path).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(failed(format!("ended with {status}"))),
        Err(error) => Err(failed(format!("cannot be started: {error}"))),
    }
}
