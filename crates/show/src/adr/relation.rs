//! What records are to each other: in words, and with the ways between them.

use std::collections::BTreeMap;

use readers::adr::collection::{Collection, Entry};
use readers::adr::record::Record;
use readers::adr::relation::RelationKind;
use readers::adr::status::Status;
use text::compose::Inline;
use words::Outcome;

use super::target;
use crate::says::Says;

/// What each record is to others.
pub(super) struct Relations<'a> {
    pub(super) records: &'a Collection,
    by_record: BTreeMap<usize, Vec<(RelationKind, usize)>>,
}

impl<'a> Relations<'a> {
    /// Goes once through the relations of the records.
    pub(super) fn of(records: &'a Collection) -> Self {
        let mut by_record: BTreeMap<usize, Vec<(RelationKind, usize)>> = BTreeMap::new();
        for edge in records.edges().iter().filter(|edge| edge.from != edge.to) {
            by_record.entry(edge.from).or_default().push((edge.kind, edge.to));
            by_record.entry(edge.to).or_default().push((edge.kind.inverse(), edge.from));
        }
        Self { records, by_record }
    }

    /// What a record is to others.
    pub(super) fn to(&self, index: usize) -> impl Iterator<Item = &(RelationKind, usize)> {
        self.by_record.get(&index).into_iter().flatten()
    }

    /// The others to which it is this.
    pub(super) fn of_kind(&self, index: usize, kind: RelationKind) -> impl Iterator<Item = usize> {
        self.to(index).filter(move |(one, _)| *one == kind).map(|&(_, other)| other)
    }

    /// The ways to several records.
    pub(super) fn links(
        &self,
        index: usize,
        others: impl IntoIterator<Item = usize>,
        between: &str,
        name: fn(&Record) -> Inline,
    ) -> Inline {
        let links = others.into_iter().map(|other| self.link(index, other, name));
        Inline::joined(links, between)
    }

    /// The way from a record's page to another one.
    pub(super) fn link(&self, index: usize, other: usize, name: fn(&Record) -> Inline) -> Inline {
        let Entry { record, page, .. } = &self.records.entries[index];
        let other = &self.records.entries[other];
        let words = name(&other.record);
        match target(page.as_deref().unwrap_or(&record.path), other) {
            Some(target) => words.link(&target),
            None => words,
        }
    }
}

/// `supersedes`; `would supersede` where the newer record is only proposed, and `would have superseded` where it was
/// turned down. Both are indices into the entries.
pub(super) fn words(
    (records, says): (&Collection, Says),
    kind: RelationKind,
    newer: usize,
    older: usize,
) -> &'static str {
    let outcome = if kind == RelationKind::Related || holds(records, kind, newer, older) {
        Outcome::Holds
    } else if is_open(records, newer) {
        Outcome::Open
    } else {
        Outcome::Dropped
    };
    says.relation(kind, outcome)
}

/// Whether the newer record has done it: it is in force, or the older one says that this one took its place.
pub(super) fn holds(records: &Collection, kind: RelationKind, newer: usize, older: usize) -> bool {
    use RelationKind::{SupersededBy, Supersedes};
    let status = records.entries[older].record.status();
    let admitted = || {
        matches!(kind, Supersedes | SupersededBy)
            && status == Some(Status::Superseded)
            && records.successors(older).contains(&newer)
    };
    records.takes_effect(newer) || admitted()
}

/// Whether nobody has decided on a record yet.
pub(super) fn is_open(records: &Collection, index: usize) -> bool {
    records.entries[index].record.status.as_ref().is_some_and(|status| status.value.is_open())
}
