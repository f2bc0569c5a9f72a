//! What records are to each other.

use super::meanings;

meanings! {
    /// A verb for what one record is to another.
    RelationVerb {
        /// This record takes the other's place.
        Supersedes = "supersedes",
        /// The other took this record's place.
        SupersededBy = "superseded-by",
        /// This record changes the other, which stays.
        Amends = "amends",
        /// The other changes this record, which stays.
        AmendedBy = "amended-by",
        /// This record adds to the other, which stays.
        Extends = "extends",
        /// The other adds to this record, which stays.
        ExtendedBy = "extended-by",
        /// This record takes in what the other decided.
        Subsumes = "subsumes",
        /// The other took in what this record decided.
        SubsumedBy = "subsumed-by",
        /// They belong together.
        Related = "related",
    }
}

meanings! {
    /// What one record is to another, as a whole or of a part. In `[page-relation]` each has three phrases: one for
    /// each [`super::Outcome`].
    RelationKind {
        /// This record takes the other's place.
        Supersedes = "supersedes",
        /// The other took this record's place.
        SupersededBy = "superseded-by",
        /// This record takes the place of a part of the other, which stays.
        SupersedesInPart = "supersedes-in-part",
        /// The other took the place of a part of this record, which stays.
        SupersededInPartBy = "superseded-in-part-by",
        /// This record changes the other, which stays.
        Amends = "amends",
        /// The other changes this record, which stays.
        AmendedBy = "amended-by",
        /// This record adds to the other, which stays.
        Extends = "extends",
        /// The other adds to this record, which stays.
        ExtendedBy = "extended-by",
        /// This record takes in what the other decided.
        Subsumes = "subsumes",
        /// The other took in what this record decided.
        SubsumedBy = "subsumed-by",
        /// They belong together.
        Related = "related",
    }
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
    pub const fn in_part(self) -> Self {
        match self {
            Self::Supersedes => Self::SupersedesInPart,
            Self::SupersededBy => Self::SupersededInPartBy,
            kind => kind,
        }
    }

    /// Whether it says that a record stands, since what no longer counts is not changed.
    pub const fn leaves_it_standing(self) -> bool {
        matches!(self, Self::SupersededInPartBy | Self::AmendedBy | Self::ExtendedBy)
    }
}

impl From<RelationVerb> for RelationKind {
    fn from(word: RelationVerb) -> Self {
        match word {
            RelationVerb::Supersedes => Self::Supersedes,
            RelationVerb::SupersededBy => Self::SupersededBy,
            RelationVerb::Amends => Self::Amends,
            RelationVerb::AmendedBy => Self::AmendedBy,
            RelationVerb::Extends => Self::Extends,
            RelationVerb::ExtendedBy => Self::ExtendedBy,
            RelationVerb::Subsumes => Self::Subsumes,
            RelationVerb::SubsumedBy => Self::SubsumedBy,
            RelationVerb::Related => Self::Related,
        }
    }
}
