//! Relations to what another series numbers: `RFC 9110` named in a directory of ADRs.

use std::collections::BTreeSet;

use text::link;

use super::Collection;
use crate::adr::id::Id;
use crate::adr::name::{ADR, Name, SHORT_NAMES, is_type_word};
use crate::adr::record::{Origin, Record, Sourced};
use crate::adr::relation::{Relation, RelationKind, Target};

impl Collection {
    /// Takes out the relations to what is no record: to numbers of another series than the records'.
    pub(super) fn drop_other_series(&mut self) {
        let ids = self.entries.iter().flat_map(|entry| &entry.record.ids);
        let series: BTreeSet<String> =
            ids.filter_map(|id| Some(id.value.series()?.to_lowercase())).collect();
        for index in 0..self.entries.len() {
            let mut foreign = self.foreign(&self.entries[index].record).into_iter();
            let record = &mut self.entries[index].record;
            // Tickets have numbers of a series too, and take no record's place.
            let is_ticket = |relation: &Relation| match &relation.target {
                Target::Id(Id::Series(name, _)) => {
                    changes_or_adds(relation.kind) && !series.contains(&name.to_lowercase())
                }
                _ => false,
            };
            record.relations.retain(|relation| {
                let foreign = foreign.next().unwrap_or_default();
                !foreign && !is_ticket(relation)
            });
        }
    }

    /// Of each relation of a record, whether it is to another series. A bare number goes on with the
    /// series of the one before it: `RFC 7519, 6749`.
    fn foreign(&self, record: &Record) -> Vec<bool> {
        let mut series = None;
        let mut end = 0;
        let of = |relation: &Relation| {
            let span = relation.span;
            let named = named_series(record.source.slice(span));
            let between = record.source.text().get(end..span.start).unwrap_or("\n");
            let goes_on = !between.contains(['\n', ';', '.']);
            series = named.or_else(|| series.filter(|_| goes_on));
            end = span.end;
            series.is_some_and(|series| self.is_of_another(record, relation, series))
        };
        record.relations.iter().map(of).collect()
    }

    /// Whether a number is none of the records', going by the short name before it. Where nothing shows what records
    /// are called, only "ADR" surely means them, and any other name those that are there.
    fn is_of_another(&self, from: &Record, relation: &Relation, series: &str) -> bool {
        if !matches!(relation.target, Target::Id(Id::Number(_))) {
            return false;
        }
        let meant = self.resolve(from, &relation.target);
        let names = names(meant.map_or(from, |index| &self.entries[index].record));
        if names.is_empty() {
            return meant.is_none() && series != ADR;
        }
        !names.contains(&series)
    }
}

/// Whether a relation leaves both records standing.
const fn changes_or_adds(kind: RelationKind) -> bool {
    matches!(
        kind,
        RelationKind::Amends
            | RelationKind::AmendedBy
            | RelationKind::Extends
            | RelationKind::ExtendedBy
            | RelationKind::Related
    )
}

/// The short name that a reference begins with.
fn named_series(reference: &str) -> Option<&'static str> {
    let reference = reference.trim_start_matches(|c: char| !c.is_alphanumeric());
    let word = reference.split(|c: char| !c.is_alphabetic()).next()?;
    SHORT_NAMES.into_iter().find(|name| name.eq_ignore_ascii_case(word))
}

/// The short names that a record goes by: in its directory, in front of its number and of its title.
fn names(record: &Record) -> Vec<&'static str> {
    let path = record.source.path();
    let prefix = Name::of_path(path).prefix;
    let path = [link::directory(path), link::directory(&record.path), prefix];
    // What the name of a file tells has no place in the text.
    let stated = |id: &&Sourced<Id>| !matches!(id.origin, Origin::FileName | Origin::Directory);
    let numbers = record.ids.iter().filter(stated).map(|id| {
        let line = line_until(record, id.span.end);
        line.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default()
    });
    let title = record.title.iter().map(|title| line_until(record, title.span.start));
    let texts = path.into_iter().chain(numbers).chain(title);
    texts.flat_map(|text| text.split(|c: char| !c.is_alphabetic())).filter_map(short_name).collect()
}

/// A line's beginning.
fn line_until(record: &Record, at: usize) -> &str {
    let before = record.source.text().get(..at).unwrap_or_default();
    before.rsplit('\n').next().unwrap_or_default()
}

/// The short name that a word stands for: `rfcs`, `decisions`.
fn short_name(word: &str) -> Option<&'static str> {
    let one = word.strip_suffix(['s', 'S']).unwrap_or(word);
    let known = || SHORT_NAMES.into_iter().find(|name| name.eq_ignore_ascii_case(one));
    is_type_word(one).then(|| known().unwrap_or(ADR))
}
