//! Everything that can stop a command, in one type.

use crate::config::ConfigError;
use crate::load::BaselineError;
use crate::load::LoadError;
use crate::protocol::ProtocolError;
use text::source::Place;

/// Why a command did not do its work.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// mdBook's message was not understood.
    #[error(transparent)]
    Protocol(#[from] ProtocolError),
    /// A setting cannot be used.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The book could not be read from disk.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The file of known findings cannot be used.
    #[error(transparent)]
    Baseline(#[from] BaselineError),
    /// A finding is denied, and what was found has been reported: exit code 1, while all others end
    /// with 2.
    #[error("archdoc found what this book denies: {0}")]
    Denied(String),
}

impl Error {
    /// Where it is wrong, when that is a place in a file of the book.
    pub fn place(&self) -> Option<&Place> {
        match self {
            Self::Protocol(_) | Self::Denied(_) => None,
            Self::Config(error) => Some(&error.origin.place),
            Self::Load(error) => error.place(),
            Self::Baseline(error) => error.place(),
        }
    }

    /// What can be done about it.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::Protocol(error) => error.hint().map(str::to_owned),
            Self::Config(error) => error.help(),
            Self::Load(error) => error.help(),
            Self::Baseline(error) => error.help(),
            Self::Denied(_) => None,
        }
    }
}
