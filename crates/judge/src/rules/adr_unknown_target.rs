//! `adr-unknown-target`: a record names one that is not there, or nobody where a successor is to be named.

use std::collections::{HashMap, HashSet};

use readers::adr::collection::Entry;
use readers::adr::id::{self, Name};
use readers::adr::{Collection, Id, Origin, Record, Relation, RelationKind, Status, Target};
use readers::analysis::Analysis;
use text::link;
use text::source::Span;

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
            (is_cited(record, relation.span) && numbers.lack(habit::home(record), id))
                .then(|| unrelated(record, relation, id))
        });
        findings.extend(related);
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

/// Whether a name begins as a record's does and nothing is said of it that may lead elsewhere: `#154` may
/// be a ticket, `ADR-9 of the platform team` is another's.
fn is_cited(record: &Record, span: Span) -> bool {
    let name = record.source.slice(span);
    let kind = name.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let behind = &record.source.text()[span.end..];
    let line = behind.lines().next().unwrap_or_default();
    let plain = !line.trim_start().starts_with(|c: char| c.is_alphabetic() || c == '(');
    id::is_type_word(kind) && plain
}

/// Whether anything may say what took a record's place: the record in whatever words or by any link, or a
/// record that points to it.
fn names_successor(records: &Collection, record: &Record) -> bool {
    let Some(own) = records.of_path(&record.path) else { return true };
    let stated = [RelationKind::SupersededBy, RelationKind::SubsumedBy]
        .iter()
        .any(|&kind| record.related(kind).next().is_some());
    let named = || {
        let raw = record.status_raw.as_deref().unwrap_or_default();
        raw.split_whitespace().count() > 1
            || !records.entries[own].links.is_empty()
            || passage::passages(record).iter().any(Passage::tells_of_a_successor)
    };
    let pointed = || {
        let leads = |entry: &Entry| {
            entry
                .links
                .iter()
                .any(|link| records.of_link(&entry.record.path, &link.target) == Some(own))
        };
        let cites = |entry: &Entry| {
            let passages = passage::passages(&entry.record);
            passages.iter().any(|passage| passage.names(&entry.record, own, records))
        };
        let others = || records.entries.iter().filter(|entry| entry.record.path != record.path);
        others().any(leads) || others().any(cites)
    };
    stated || records.superseding(own).next().is_some() || named() || pointed()
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

fn mend(finding: Finding) -> Finding {
    finding.help("write the number of the record that is meant, or say where that record is")
}
