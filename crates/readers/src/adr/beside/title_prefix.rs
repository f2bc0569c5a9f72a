//! The state of a record in front of its title: `Accepted: Use X`, where those beside it show that it is one.

use std::collections::HashMap;

use crate::record_path;
use text::markdown;
use text::source::Span;

use crate::adr::record::{Origin, Record, Sourced};
use crate::adr::relation::Relation;
use crate::adr::statement::{self, State, Statement};
use crate::adr::status::{self, OwnWords, Status};
use crate::adr::text::Line;

/// The fewest records whose title begins with the status that they state elsewhere.
const SHOWN_BY: usize = 3;

/// What a title begins with.
struct Prefix {
    state: State,
    status: Status,
    relations: Vec<Relation>,
    /// What follows.
    words: String,
}

/// Takes the states out of titles, and for those of records that state none, where most records of a directory that
/// have both say the same twice. Elsewhere `Draft: Use X` may be about drafts.
pub(super) fn settle(records: &mut [&mut Record]) {
    let prefixes: Vec<Option<Prefix>> = records.iter().map(|record| Prefix::of(record)).collect();
    let mut homes: HashMap<&str, (usize, usize)> = HashMap::new();
    for (record, prefix) in records.iter().zip(&prefixes) {
        if let (Some(prefix), Some(status)) = (prefix, known(record)) {
            let (same, other) = homes.entry(record_path::home(&record.path)).or_default();
            *(if status == prefix.status { same } else { other }) += 1;
        }
    }
    let shown = |record: &Record| {
        let (same, other) = homes.get(record_path::home(&record.path)).copied().unwrap_or_default();
        same >= SHOWN_BY && same >= other * 3
    };
    let shown: Vec<bool> = records.iter().map(|record| shown(record)).collect();
    for ((record, prefix), shown) in records.iter_mut().zip(prefixes).zip(shown) {
        if let Some(prefix) = prefix.filter(|_| shown) {
            prefix.settle(record);
        }
    }
}

/// The status that a record states, and not in its title.
fn known(record: &Record) -> Option<Status> {
    let stated = record.status.as_ref().filter(|status| status.origin != Origin::Title)?;
    (stated.value != Status::Other).then_some(stated.value)
}

impl Prefix {
    fn of(record: &Record) -> Option<Self> {
        let title = record.title.as_ref()?;
        let (head, words) = title.value.split_once(": ")?;
        let words = words.trim();
        let own = OwnWords::new();
        // Nothing but the state, or what took the record's place.
        let whole = status::at_start(head, &own).is_some_and(|(_, len)| len == head.len());
        let ends = own.words().relation_at_start(head);
        let ends = ends.is_some_and(|found| {
            crate::adr::relation::RelationKind::from(found.relation).is_passive()
        });
        if words.is_empty() || !(whole || ends) {
            return None;
        }
        let at = title.span.start + record.source.slice(title.span).find(head)?;
        let inlines = markdown::inlines(head, at);
        let read = Statement::read(Line::of(&inlines), &own);
        let relations = statement::relations(&read);
        let state = statement::status(&[read])?;
        let status = state.status.filter(|_| state.doubt.is_none() && !state.implied)?;
        Some(Self { state, status, relations, words: words.to_owned() })
    }

    fn settle(self, record: &mut Record) {
        let Self { state, status, relations, words } = self;
        if let Some(title) = &mut record.title {
            title.value = words;
        }
        if record.status.is_some() || record.states.iter().any(|state| state.value.status.is_some())
        {
            return;
        }
        let span: Span = state.span;
        record.status = Some(Sourced::new(status, span, Origin::Title));
        record.status_raw = Some(state.raw.clone());
        record.states.push(Sourced::new(state, span, Origin::Title));
        for relation in relations {
            let known = record.relations.iter().any(|known| known.kind == relation.kind);
            if !known {
                record.relations.push(relation);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adr::relation::{RelationKind, Target};
    use crate::adr::sample;

    fn settled(heads: &[&str]) -> Record {
        let record = |(number, head): (usize, &&str)| {
            let text = format!("# {head}\n\n## Context\n\nC.\n\n## Decision\n\nD.\n");
            sample::record(&format!("adr/2024011{number}-use-x.md"), &text)
        };
        let mut records: Vec<Record> = heads.iter().enumerate().map(record).collect();
        settle(&mut records.iter_mut().collect::<Vec<_>>());
        records.pop().expect("a record")
    }

    fn read(heads: &[&str]) -> (Option<Status>, Option<String>) {
        let record = settled(heads);
        (record.status(), record.title.map(|title| title.value))
    }

    const TWICE: &str = "Accepted: Use X\n\n- Status: accepted";

    #[test]
    fn a_title_begins_with_the_state_where_others_state_the_same_twice() {
        let told = |status, title: &str| (Some(status), Some(title.to_owned()));
        let with = |last| read(&[TWICE, TWICE, TWICE, last]);
        assert_eq!(with("Draft: Use four"), told(Status::Draft, "Use four"));
        assert_eq!(with(TWICE), told(Status::Accepted, "Use X"));
        assert_eq!(with("Draft: Use four\n\nStatus: rejected"), told(Status::Rejected, "Use four"));
        let gone = settled(&[TWICE, TWICE, TWICE, "Superseded by <20240110-use-x.md>: Use five"]);
        assert_eq!(gone.status(), Some(Status::Superseded));
        let by: Vec<&Target> =
            gone.related(RelationKind::SupersededBy).map(|one| &one.target).collect();
        assert!(matches!(by.as_slice(), [Target::Id(id)] if id.to_string() == "20240110-use-x"));
        assert_eq!(gone.title.map(|title| title.value).as_deref(), Some("Use five"));
    }

    #[test]
    fn elsewhere_a_word_of_state_is_what_the_title_speaks_of() {
        let left = (None, Some("Draft: Use four".to_owned()));
        assert_eq!(read(&[TWICE, TWICE, "Draft: Use four"]), left, "too few");
        let plain = "Use X\n\n- Status: accepted";
        assert_eq!(read(&[plain, plain, plain, "Draft: Use four"]), left);
        let other = "Draft: Use X\n\n- Status: accepted";
        assert_eq!(read(&[other, other, other, "Draft: Use four"]), left);
        for title in ["Drafts: Use four", "Draft API: Use four", "Queues: accepted ones"] {
            let read = read(&[TWICE, TWICE, TWICE, title]);
            assert_eq!(read, (None, Some(title.to_owned())));
        }
    }
}
