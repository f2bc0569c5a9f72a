//! What became of a decision, in a sentence below its heading.

use readers::adr::relation::RelationKind;
use readers::adr::status::Status;
use text::compose::Inline;
use words::Phrase;

use super::relation::{self, Relations};
use super::{badge, name};
use crate::says::Says;

/// What can have become of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Banner {
    /// Its status is superseded, and the newer record is known.
    SupersededBy,
    /// The same, of a part.
    SupersededInPartBy,
    /// Its status is superseded; nobody says by what.
    Superseded,
    /// It names a newer record beside another status.
    NamesNewer,
    /// Only the newer record says so.
    NamedByNewer,
    Deprecated,
    Rejected,
    Withdrawn,
    /// Another record took the place of a part of it.
    InPart,
    /// A record that nobody has decided on is to take its place.
    Planned,
    /// The same, of a part.
    PlannedInPart,
}

impl Banner {
    /// All there are.
    pub(super) const ALL: [Self; 11] = [
        Self::SupersededBy,
        Self::SupersededInPartBy,
        Self::Superseded,
        Self::NamesNewer,
        Self::NamedByNewer,
        Self::Deprecated,
        Self::Rejected,
        Self::Withdrawn,
        Self::InPart,
        Self::Planned,
        Self::PlannedInPart,
    ];

    /// What became of a record: as it says itself, or as the other one says.
    pub(super) fn of(relations: &Relations<'_>, index: usize) -> Option<Self> {
        let records = relations.records;
        let record = &records.entries[index].record;
        let is_planned =
            |kind| relations.of_kind(index, kind).any(|other| relation::is_open(records, other));
        let in_part = !records.successors_in_part(index).is_empty();
        let mut newer =
            records.superseding(index).filter(|edge| records.takes_effect(edge.from)).peekable();
        let superseded = newer.peek().is_some();
        Some(match record.status() {
            Some(Status::Superseded) if !records.successors(index).is_empty() => Self::SupersededBy,
            Some(Status::Superseded) if in_part => Self::SupersededInPartBy,
            Some(Status::Superseded) => Self::Superseded,
            _ if newer.any(|edge| edge.backward.is_some()) => Self::NamesNewer,
            _ if superseded => Self::NamedByNewer,
            Some(Status::Deprecated) => Self::Deprecated,
            Some(Status::Rejected) => Self::Rejected,
            Some(Status::Withdrawn) => Self::Withdrawn,
            _ if in_part => Self::InPart,
            _ if is_planned(RelationKind::SupersededBy) => Self::Planned,
            _ if is_planned(RelationKind::SupersededInPartBy) => Self::PlannedInPart,
            _ => return None,
        })
    }

    /// Whether the decision counts, although a part of it may not.
    pub(super) const fn stands(self) -> bool {
        matches!(self, Self::InPart | Self::Planned | Self::PlannedInPart)
    }

    /// Whether its sentence says the record's status.
    pub(super) const fn says_status(self) -> bool {
        !self.stands() && !matches!(self, Self::NamesNewer | Self::NamedByNewer)
    }

    /// The sentence on the page of a record.
    pub(super) fn words(self, relations: &Relations<'_>, index: usize, says: Says) -> Inline {
        let records = relations.records;
        let and = says.get(Phrase::And);
        let links = |others| [relations.links(index, others, and, name::full)];
        let newer = || links(records.successors(index));
        let of_part = || links(records.successors_in_part(index));
        let planned = |kind| [planned(relations, index, kind, says)];
        match self {
            Self::SupersededBy => says.inline(Phrase::IsSupersededBy, &newer()),
            Self::SupersededInPartBy => says.inline(Phrase::IsSupersededInPartBy, &of_part()),
            Self::Superseded => says.inline(Phrase::IsSuperseded, &[]),
            Self::NamesNewer => says.inline(Phrase::NamesNewer, &newer()),
            Self::NamedByNewer => says.inline(Phrase::NamedByNewer, &newer()),
            Self::Deprecated => says.inline(Phrase::IsDeprecated, &[]),
            Self::Rejected => says.inline(Phrase::WasRejected, &[]),
            Self::Withdrawn => says.inline(Phrase::WasWithdrawn, &[]),
            Self::InPart => says.inline(Phrase::InPart, &of_part()),
            Self::Planned => {
                says.inline(Phrase::WouldSupersede, &planned(RelationKind::SupersededBy))
            }
            Self::PlannedInPart => says
                .inline(Phrase::WouldSupersedeInPart, &planned(RelationKind::SupersededInPartBy)),
        }
    }
}

/// `ADR 6: Use X, which is proposed,`
fn planned(relations: &Relations<'_>, index: usize, kind: RelationKind, says: Says) -> Inline {
    let open =
        relations.of_kind(index, kind).filter(|&other| relation::is_open(relations.records, other));
    let named = open.map(|other| {
        let record = &relations.records.entries[other].record;
        let word = match record.status() {
            Some(Status::Draft) => says.get(Phrase::ADraft).to_owned(),
            _ => badge::word_of(record, says),
        };
        let link = relations.link(index, other, name::full);
        says.inline(Phrase::WhichIs, &[link, Inline::text(&word)])
    });
    Inline::joined(named, says.get(Phrase::And))
}
