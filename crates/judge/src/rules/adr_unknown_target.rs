//! `adr-unknown-target`: a record, or a document, names a record that is not there, or nobody where a
//! successor is to be named.

use std::collections::{HashMap, HashSet};

use readers::adr::collection::Entry;
use readers::adr::id::Name;
use readers::adr::{Collection, Id, Origin, Record, Relation, RelationKind, Status, Target};
use readers::analysis::Analysis;
use text::link;
use text::source::{Place, Span};

use crate::evidence::citation::{self, Citation};
use crate::evidence::habit::{self, Habits};
use crate::evidence::owes;
use crate::evidence::passage::{self, Passage};
use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};

pub static RULE: Rule = Rule {
    name: "adr-unknown-target",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A decision record is named that is not there.",
    page: include_str!("../../pages/adr-unknown-target.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let records = &analysis.records;
    let numbers = Numbers::of(records);
    let habits = Habits::measure(
        records,
        |record| is_superseded(record).then_some(()),
        |record| names_successor(records, record),
    );
    for Entry { record, .. } in &records.entries {
        let share = habits.around(record, ());
        let asked = share.is_usual() || !share.shows_a_habit();
        if asked && is_superseded(record) && !names_successor(records, record) {
            findings.extend(without_successor(record));
        }
        let related = record.relations.iter().filter_map(|relation| {
            let Target::Id(id) = &relation.target else { return None };
            // `#154` may be a ticket's.
            let words = record.source.slice(relation.span);
            if !citation::begins(words) {
                return None;
            }
            numbers.lack(habit::home(record), id).then(|| unrelated(record, relation, id))
        });
        findings.extend(related);
        findings.extend(cited(record, &numbers));
    }
    for (chapter, document) in analysis.bound() {
        let source = analysis.book.chapters[chapter.chapter].source();
        let all = Span::new(0, source.text().len());
        let known = |id: &Id| !numbers.lack_everywhere(id);
        for Citation { id, span } in citation::unknown(source, all, known) {
            let finding = unknown(Place::new(source, span), &id);
            findings.push(finding.document(&document.name));
        }
    }
}

/// The numbers of the records of each directory.
struct Numbers<'a> {
    homes: HashMap<&'a str, HashSet<u64>>,
}

impl<'a> Numbers<'a> {
    /// So many numbered records show that a directory numbers its records.
    const FEWEST: usize = 4;

    fn of(records: &'a Collection) -> Self {
        let mut homes: HashMap<&str, HashSet<u64>> = HashMap::new();
        // Where a day comes first, the number behind it is the day's.
        let dated = |record: &Record| Name::of(link::record_stem(&record.path)).date.is_some();
        let undated = records.entries.iter().map(|entry| &entry.record).filter(|r| !dated(r));
        for record in undated {
            let ids = record.ids.iter().filter_map(|id| id.value.number());
            homes.entry(habit::home(record)).or_default().extend(ids);
        }
        homes.retain(|_, numbers| numbers.len() >= Self::FEWEST);
        Self { homes }
    }

    /// Whether a directory's records are numbered, and neither they nor any others have this number.
    fn lack(&self, home: &str, id: &Id) -> bool {
        self.homes.contains_key(home) && self.lack_everywhere(id)
    }

    fn lack_everywhere(&self, id: &Id) -> bool {
        let Id::Number(number) = id else { return false };
        !self.homes.is_empty() && !self.homes.values().any(|numbers| numbers.contains(number))
    }
}

fn is_superseded(record: &Record) -> bool {
    let stated = record.status.as_ref().filter(|status| status.origin != Origin::Implied);
    stated.is_some_and(|status| status.value == Status::Superseded) && !owes::nothing(record)
}

/// Whether anything says what took a record's place: the record in whatever words, or its successor.
fn names_successor(records: &Collection, record: &Record) -> bool {
    let stated = record.related(RelationKind::SupersededBy).next().is_some()
        || record.related(RelationKind::SubsumedBy).next().is_some();
    let claimed = || {
        let own = records.of_path(&record.path);
        own.is_some_and(|own| records.superseding(own).next().is_some())
    };
    // `Superseded by the platform's own retries`, `Superseded (never built)`
    let told = || {
        let raw = record.status_raw.as_deref().unwrap_or_default();
        raw.split_whitespace().count() > 2
            || passage::passages(record).iter().any(Passage::tells_of_a_successor)
    };
    stated || claimed() || told()
}

fn without_successor(record: &Record) -> Option<Finding> {
    let status = record.status.as_ref()?;
    let message = format!("{} is superseded, and nothing says by which record", record.cited());
    let finding = Finding::new(&RULE, record.place(status.span), message)
        .note("whoever comes here wants to know what counts now")
        .help("name the record that took its place, or write `Deprecated` where none did");
    Some(finding)
}

fn unrelated(record: &Record, relation: &Relation, id: &Id) -> Finding {
    let passive = relation.kind.is_passive() || relation.kind == RelationKind::Related;
    let is = if passive { "is " } else { "" };
    let (name, kind) = (record.cited(), relation.kind.words());
    let message = format!("{name} {is}{kind} ADR {id}, and there is no record of that number");
    mend(Finding::new(&RULE, record.place(relation.span), message))
}

/// The numbers that a record cites outside of its relations, each once.
fn cited<'a>(record: &'a Record, numbers: &'a Numbers<'_>) -> impl Iterator<Item = Finding> + 'a {
    let known = |id: &Id| !numbers.lack(habit::home(record), id);
    let related = |citation: &Citation| {
        let touches = |span: Span| span.start < citation.span.end && citation.span.start < span.end;
        record.relations.iter().any(|relation| touches(relation.span))
    };
    let mut told = HashSet::new();
    let cited = citation::unknown(&record.source, record.span, known).into_iter();
    cited
        .filter(move |citation| !related(citation) && told.insert(citation.id.clone()))
        .map(|Citation { id, span }| unknown(record.place(span), &id))
}

fn unknown(place: Place, id: &Id) -> Finding {
    mend(Finding::new(&RULE, place, format!("there is no record with the number {id}")))
}

fn mend(finding: Finding) -> Finding {
    finding.help("write the number of the record that is meant, or say where that record is")
}
