//! Which record a record takes the place of, changes or points to.

use text::source::Span;
use words::Relation as Word;

use super::id::Id;
use super::name::{self, Name};

/// What one record is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RelationKind {
    /// This record takes the other's place.
    Supersedes,
    /// The other took this record's place.
    SupersededBy,
    /// This record takes the place of a part of the other, which stays.
    SupersedesInPart,
    /// The other took the place of a part of this record, which stays.
    SupersededInPartBy,
    /// This record changes the other, which stays.
    Amends,
    /// The other changes this record, which stays.
    AmendedBy,
    /// This record adds to the other, which stays.
    Extends,
    /// The other adds to this record, which stays.
    ExtendedBy,
    /// This record takes in what the other decided.
    Subsumes,
    /// The other took in what this record decided.
    SubsumedBy,
    /// They belong together.
    Related,
}

/// Every active relation beside its passive side.
const SIDES: [(RelationKind, RelationKind); 5] = [
    (RelationKind::Supersedes, RelationKind::SupersededBy),
    (RelationKind::SupersedesInPart, RelationKind::SupersededInPartBy),
    (RelationKind::Amends, RelationKind::AmendedBy),
    (RelationKind::Extends, RelationKind::ExtendedBy),
    (RelationKind::Subsumes, RelationKind::SubsumedBy),
];

impl RelationKind {
    /// As words: "superseded by".
    pub const fn words(self) -> &'static str {
        match self {
            Self::Supersedes => "supersedes",
            Self::SupersededBy => "superseded by",
            Self::SupersedesInPart => "supersedes in part",
            Self::SupersededInPartBy => "superseded in part by",
            Self::Amends => "amends",
            Self::AmendedBy => "amended by",
            Self::Extends => "extends",
            Self::ExtendedBy => "extended by",
            Self::Subsumes => "subsumes",
            Self::SubsumedBy => "subsumed by",
            Self::Related => "related to",
        }
    }

    /// The same relation from the other side.
    #[must_use]
    pub fn inverse(self) -> Self {
        let other = SIDES.iter().find_map(|&(active, passive)| match self {
            kind if kind == active => Some(passive),
            kind if kind == passive => Some(active),
            _ => None,
        });
        other.unwrap_or(self)
    }

    /// Whether the other record does it to this one.
    pub fn is_passive(self) -> bool {
        SIDES.iter().any(|&(_, passive)| passive == self)
    }

    /// The same of a part: a record of which a part was superseded stands.
    #[must_use]
    pub(super) const fn in_part(self) -> Self {
        match self {
            Self::Supersedes => Self::SupersedesInPart,
            Self::SupersededBy => Self::SupersededInPartBy,
            kind => kind,
        }
    }

    /// Whether it says that a record stands, since what no longer counts is not changed.
    pub(super) const fn leaves_it_standing(self) -> bool {
        matches!(self, Self::SupersededInPartBy | Self::AmendedBy | Self::ExtendedBy)
    }
}

impl From<Word> for RelationKind {
    fn from(word: Word) -> Self {
        match word {
            Word::Supersedes => Self::Supersedes,
            Word::SupersededBy => Self::SupersededBy,
            Word::Amends => Self::Amends,
            Word::AmendedBy => Self::AmendedBy,
            Word::Extends => Self::Extends,
            Word::ExtendedBy => Self::ExtendedBy,
            Word::Subsumes => Self::Subsumes,
            Word::SubsumedBy => Self::SubsumedBy,
            Word::Related => Self::Related,
        }
    }
}

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
                None => Name::of(text::link::record_stem(target)).id,
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
