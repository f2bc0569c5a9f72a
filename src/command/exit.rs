//! How a command ends.

use std::process::ExitCode;

/// The end of a command, as a shell hears of it. Of several ends the greatest counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Exit {
    /// It did what was asked, and nothing is against it.
    Clean,
    /// It found what must not be: a denied finding, a stale file, a mistake in a template.
    Found,
    /// The command line, the configuration or a file is at fault.
    Failed,
}

impl Exit {
    /// The end of a command that could not read all that it was to look at.
    pub(super) const fn of_unread<T>(unread: &[T]) -> Self {
        if unread.is_empty() { Self::Clean } else { Self::Failed }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Clean => 0,
            Exit::Found => 1,
            Exit::Failed => 2,
        })
    }
}
