//! What people write with: setting a book up, beginning a chapter, filling one in.

pub(crate) mod derive;
mod error;
pub(crate) mod fill;
pub(crate) mod init;
pub(crate) mod new;
mod place;
pub(crate) mod record;

use std::path::Path;

use text::source::BYTE_ORDER_MARK;

pub(crate) use error::WorkbenchError;
pub(crate) use new::no_template;
pub(crate) use place::{home_of, named_in_diff};

/// The text of a file, without the byte order mark.
fn read_text(path: &Path) -> Result<String, WorkbenchError> {
    let mut text = readers::files::read_text(path)
        .map_err(|source| WorkbenchError::Read { path: path.to_owned(), source })?;
    if text.starts_with(BYTE_ORDER_MARK) {
        text.remove(0);
    }
    Ok(text)
}
