//! What stops a command.

use std::error::Error as _;
use std::path::Path;

use load::LoadError;
use load::config::ConfigError;
use text::source::Place;

use crate::error::Error;
use crate::workbench::WorkbenchError;
use crate::workbench::record::RecordError;
use crate::write::WriteError;

/// What a command gives, or what stopped it.
pub(super) type Result<T, E = CommandError> = std::result::Result<T, E>;

/// Why a command did not do its work. `Display` says what is wrong, and [`CommandError::help`] what to do about it
/// where the words do not.
#[derive(Debug, thiserror::Error)]
pub(super) enum CommandError {
    /// The book, its configuration or its history.
    #[error(transparent)]
    Book(#[from] Error),
    /// A record or a chapter is not written.
    #[error(transparent)]
    Workbench(#[from] WorkbenchError),
    /// What was asked for cannot be done, or the system refuses: its words and its causes are all there is to say.
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

/// What was asked for cannot be done, and why.
pub(super) fn refused(why: impl Into<String>) -> CommandError {
    CommandError::Other(anyhow::Error::msg(why.into()))
}

impl From<LoadError> for CommandError {
    fn from(error: LoadError) -> Self {
        Self::Book(error.into())
    }
}

impl From<WriteError> for CommandError {
    fn from(error: WriteError) -> Self {
        Self::Workbench(error.into())
    }
}

impl From<RecordError> for CommandError {
    fn from(error: RecordError) -> Self {
        Self::Workbench(error.into())
    }
}

/// What is said of a path that cannot be looked at.
pub(super) fn unseen(path: &Path) -> String {
    format!("cannot look at `{}`", path.display())
}

impl CommandError {
    /// What is wrong, and what that comes from.
    pub(super) fn with_causes(&self) -> String {
        let mut told = self.to_string();
        let mut cause = self.source();
        while let Some(error) = cause {
            told = format!("{told}: {error}");
            cause = error.source();
        }
        told
    }

    /// Where it is wrong, when that is a place in a file of the book.
    pub(super) fn place(&self) -> Option<&Place> {
        match self {
            Self::Book(error) => error.place(),
            Self::Workbench(error) => error.place(),
            Self::Other(_) => None,
        }
    }

    /// What can be done about it.
    pub(super) fn help(&self) -> Option<String> {
        match self {
            Self::Book(error) => error.help(),
            Self::Workbench(error) => error.help(),
            Self::Other(_) => None,
        }
    }

    /// What else stopped it.
    pub(super) fn others(&self) -> &[ConfigError] {
        match self {
            Self::Book(error) => error.others(),
            Self::Workbench(error) => error.others(),
            Self::Other(_) => &[],
        }
    }
}
