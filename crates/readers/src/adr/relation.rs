//! Which record a record takes the place of, changes or points to.

use crate::record_path;
use text::source::Span;

use super::id::Id;
use super::name::{self, Name};

pub use words::RelationKind;

/// How the other record is named.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A link, as written: a path, a site's path or a URL.
    Link(String),
    /// A wiki link: a file name without its extension, mostly.
    Wiki(String),
    /// An identifier in the text: `ADR-12`.
    Id(Id),
}

impl Target {
    /// The identifier of the record, as far as the reference itself shows it.
    pub fn id(&self) -> Option<Id> {
        match self {
            Self::Id(id) => Some(id.clone()),
            Self::Link(target) => match target.strip_prefix('#') {
                Some(anchor) => name::from_reference(anchor),
                None => Name::of(record_path::stem(target)).id,
            },
            Self::Wiki(name) => Name::of(text::link::stem(name)).id,
        }
    }
}

/// A relation and where it is stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// What this record is to the other.
    pub kind: RelationKind,
    /// The other.
    pub target: Target,
    /// The reference's place in this record.
    pub span: Span,
}
