//! `adr-duplicate-id`: one number, two records.

use std::collections::{BTreeMap, BTreeSet};

use crate::evidence::owes;
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::adr::collection::Entry;
use readers::adr::name::Name;
use readers::adr::{Id, Record, RelationKind, Status};
use readers::analysis::Analysis;
use words::date::Date;

pub static RULE: Rule = Rule {
    name: "adr-duplicate-id",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "Two decision records have the same number.",
    page: include_str!("../../pages/adr-duplicate-id.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let mut numbered: BTreeMap<Key<'_>, Vec<(&Record, &Id)>> = BTreeMap::new();
    // A translation or an addendum has its record's number by right.
    let records = analysis.records.entries.iter().filter(|entry| entry.belongs_to.is_none());
    for Entry { record, .. } in records {
        if let Some(id) = record.id.as_ref().filter(|id| id.value.number().is_some()) {
            numbered.entry(Key::of(record, &id.value)).or_default().push((record, &id.value));
        }
    }
    let series = AllSeries::of(analysis);
    for (key, records) in &mut numbered {
        if records.len() > 1 {
            records.retain(|(record, _)| !owes::is_stub(record));
            // One of them has the number now.
            if !records.iter().all(|(record, _)| is_renumbered(record)) {
                records.retain(|(record, _)| !is_renumbered(record));
            }
        }
        let Some((&(first, _), others)) = records.split_first() else { continue };
        for &(record, id) in others {
            let message = format!("{} is taken: {} has it too", record.cited(), first.path);
            let finding = Finding::new(&RULE, record.head(), message)
                .related(first.head(), "the first record with this number")
                .note("a reference to the number can mean either");
            findings.push(match series.next(key.home, id) {
                Some(free) => finding.help(format!("the next free number is {free}")),
                None => finding.help("give one of the two a number that no other record has"),
            });
        }
    }
}

/// Whether a record says that it was superseded by the one that has its own number now.
fn is_renumbered(record: &Record) -> bool {
    let own = record.folded_id();
    record.status() == Some(Status::Superseded)
        && record
            .related(RelationKind::SupersededBy)
            .any(|by| own.is_some() && by.target.id().map(|id| id.folded()) == own)
}

/// What must be unique.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key<'a> {
    home: &'a str,
    /// A counter that begins again every day is unique together with the day.
    day: Option<Date>,
    id: String,
}

impl<'a> Key<'a> {
    fn of(record: &'a Record, id: &Id) -> Self {
        let day = Name::of_path(&record.path).date;
        Self { home: record.numbering(), day, id: id.to_string().to_lowercase() }
    }
}

/// The numbers of each directory and series.
struct AllSeries<'a>(BTreeMap<(&'a str, Option<String>), BTreeSet<u64>>);

impl<'a> AllSeries<'a> {
    fn of(analysis: &'a Analysis<'_>) -> Self {
        let mut all: BTreeMap<_, BTreeSet<u64>> = BTreeMap::new();
        for entry in &analysis.records.entries {
            let Some(id) = entry.record.id.as_ref().map(|id| &id.value) else { continue };
            let Some(number) = id.number() else { continue };
            all.entry((entry.record.numbering(), series(id))).or_default().insert(number);
        }
        Self(all)
    }

    /// The number behind the largest of a series, where that is plain: hardly a number is left out, the directory
    /// has no other series, and no directory has gone further in this one. Tens for topics and a closed archive go on
    /// as only their team knows.
    fn next(&self, home: &str, id: &Id) -> Option<u64> {
        let own = series(id);
        let numbers = self.0.get(&(home, own.clone()))?;
        let (first, last) = (*numbers.first()?, *numbers.last()?);
        let room = last.checked_sub(first)?.checked_add(1)?;
        let left_out = room - u64::try_from(numbers.len()).ok()?;
        let elsewhere = self.0.iter().any(|((other, series), numbers)| {
            if *other == home {
                *series != own
            } else {
                *series == own && numbers.last() > Some(&last)
            }
        });
        let plain = left_out.checked_mul(4)? <= room && !elsewhere;
        plain.then(|| last.checked_add(1)).flatten()
    }
}

/// What stands before the number, in lower case.
fn series(id: &Id) -> Option<String> {
    id.series().map(str::to_ascii_lowercase)
}
