//! Why files were not written.

use std::fmt;
use std::io;

/// What stopped a change of files. `Display` says which file, why, and what became of the others.
#[derive(Debug, thiserror::Error)]
pub(crate) struct WriteError {
    /// The file, as the author named it.
    pub file: String,
    /// Why.
    #[source]
    pub problem: Problem,
    /// Files that were written before it and could not be taken back; mostly none.
    pub written: Vec<String>,
}

/// Why one file was not written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Problem {
    /// Somebody made it read-only, which a rename would pass over.
    #[error("it is read-only")]
    ReadOnly,
    /// It is there, and it was not to be.
    #[error("it exists")]
    Exists,
    /// It is no longer what the change was made from.
    #[error("it was changed by somebody else meanwhile")]
    Changed,
    /// Another of our processes writes it and does not end.
    #[error("another mdbook-archdoc is writing it")]
    Busy,
    /// The system refuses.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` was not written, ", self.file)?;
        match &*self.written {
            [] => f.write_str("and nothing else was changed"),
            written => write!(f, "but before it `{}`", written.join("`, `")),
        }
    }
}

impl WriteError {
    pub(super) fn new(file: &str, problem: impl Into<Problem>) -> Self {
        Self { file: file.to_owned(), problem: problem.into(), written: Vec::new() }
    }

    /// What can be done about it.
    pub(crate) fn help(&self) -> Option<&'static str> {
        match &self.problem {
            Problem::ReadOnly => Some("make it writable, then run this again"),
            Problem::Exists => Some("it was left as it is: name another file"),
            Problem::Changed => Some("run this again: it begins with the file as it is now"),
            Problem::Busy => Some("wait for the other one to end, then run this again"),
            Problem::Io(error) => match error.kind() {
                io::ErrorKind::StorageFull => Some("make room on the disk, then run this again"),
                io::ErrorKind::PermissionDenied => {
                    Some("allow new files in its directory: the new text is first written there")
                }
                _ => None,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_mended_says_how() {
        let help = |kind: io::ErrorKind| WriteError::new("a.md", io::Error::from(kind)).help();
        let full = Some("make room on the disk, then run this again");
        assert_eq!(help(io::ErrorKind::StorageFull), full);
        assert!(
            help(io::ErrorKind::PermissionDenied).is_some_and(|help| help.contains("directory"))
        );
        assert_eq!(help(io::ErrorKind::TimedOut), None);
        let busy = WriteError::new("a.md", Problem::Busy);
        assert_eq!(busy.to_string(), "`a.md` was not written, and nothing else was changed");
        assert!(busy.help().is_some_and(|help| help.starts_with("wait")));
    }
}
