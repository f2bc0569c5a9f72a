//! A record's identifier.

use std::fmt;

/// How a record is cited.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Id {
    /// `12`, as in `ADR 12`.
    Number(u64),
    /// `27a`, `17-S1`: what belongs to a number and is cited by itself.
    Lettered(u64, String),
    /// `TEAM-ADR-AREA-12`: a series with a name of its own.
    Series(String, u64),
    /// A name without a number: `2024-05-31-use-x`, `20240531101500`.
    Name(String),
}

impl Id {
    /// The number, where it has one.
    pub const fn number(&self) -> Option<u64> {
        match self {
            Self::Number(number) | Self::Series(_, number) | Self::Lettered(number, _) => {
                Some(*number)
            }
            Self::Name(_) => None,
        }
    }

    /// What stands before the number of a series with a name of its own.
    pub fn series(&self) -> Option<&str> {
        match self {
            Self::Series(series, _) => Some(series),
            Self::Number(_) | Self::Lettered(..) | Self::Name(_) => None,
        }
    }

    /// The same record by another spelling: case does not matter.
    pub fn is(&self, other: &Self) -> bool {
        self.folded() == other.folded()
    }

    /// What all spellings have in common.
    #[must_use]
    pub fn folded(&self) -> Self {
        match self {
            Self::Number(number) => Self::Number(*number),
            Self::Lettered(number, letter) => Self::Lettered(*number, letter.to_lowercase()),
            Self::Series(series, number) => Self::Series(series.to_lowercase(), *number),
            Self::Name(name) => Self::Name(name.to_lowercase()),
        }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Lettered(number, letter) => write!(f, "{number}{letter}"),
            Self::Series(prefix, number) => write!(f, "{prefix}-{number}"),
            Self::Name(name) => f.write_str(name),
        }
    }
}
