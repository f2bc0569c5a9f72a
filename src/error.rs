//! Everything that can stop a command, in one type.

use std::fmt;

use load::config::ConfigError;
use load::{BaselineError, LoadError};
use readers::git::snapshot::NoRevision;
use text::source::Place;

use crate::protocol::ProtocolError;

/// Why archdoc did not do its work. `Display` says what is wrong, [`Error::help`] what to do about it.
#[derive(Debug)]
pub struct Error(Kind);

/// What is wrong.
#[derive(Debug, thiserror::Error)]
enum Kind {
    #[error(transparent)]
    Protocol(#[from] ProtocolError),
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error(transparent)]
    Load(#[from] LoadError),
    #[error(transparent)]
    Baseline(#[from] BaselineError),
    #[error("cannot tell what has changed: {0}")]
    Revision(NoRevision),
    /// What was found has been reported: exit code 1, while all others end with 2.
    #[error("archdoc found what this book denies: {0}")]
    Denied(String),
}

impl From<NoRevision> for Kind {
    fn from(error: NoRevision) -> Self {
        Self::Revision(error)
    }
}

impl<K: Into<Kind>> From<K> for Error {
    fn from(kind: K) -> Self {
        Self(kind.into())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}

impl Error {
    /// A finding is denied; `found` counts them in words.
    pub(crate) fn denied(found: String) -> Self {
        Self(Kind::Denied(found))
    }

    /// Whether a finding is denied, and nothing else is wrong. What was found has been reported.
    pub fn is_denied(&self) -> bool {
        matches!(self.0, Kind::Denied(_))
    }

    /// Where it is wrong, when that is a place in a file of the book.
    pub fn place(&self) -> Option<&Place> {
        match &self.0 {
            Kind::Protocol(_) | Kind::Denied(_) | Kind::Revision(_) => None,
            Kind::Config(error) => Some(&error.origin.place),
            Kind::Load(error) => error.place(),
            Kind::Baseline(error) => error.place(),
        }
    }

    /// What else stopped it.
    pub(crate) fn others(&self) -> &[ConfigError] {
        match &self.0 {
            Kind::Config(error) => &error.others,
            Kind::Load(error) => error.others(),
            _ => &[],
        }
    }

    /// What can be done about it.
    pub fn help(&self) -> Option<String> {
        match &self.0 {
            Kind::Protocol(error) => Some(error.help().to_owned()),
            Kind::Config(error) => error.help(),
            Kind::Load(error) => error.help(),
            Kind::Baseline(error) => error.help(),
            Kind::Revision(error) => error.help().map(str::to_owned),
            Kind::Denied(_) => None,
        }
    }
}
