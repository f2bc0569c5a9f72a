//! `adr-duplicate-id`: one number, two records.

use std::collections::{BTreeMap, HashMap};

use crate::evidence::owes;
use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::adr::collection::Entry;
use readers::adr::name::Name;
use readers::adr::{Id, Record};
use readers::analysis::Analysis;
use text::link;
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
    let largest = largest(analysis);
    for (key, records) in &mut numbered {
        if records.len() > 1 {
            records.retain(|(record, _)| !owes::is_stub(record));
        }
        let Some((&(first, _), others)) = records.split_first() else { continue };
        for &(record, id) in others {
            // One more than the largest number of the same directory and series.
            let largest = largest.get(&(key.home, series(id))).copied().unwrap_or(0);
            let free = largest.saturating_add(1);
            let message = format!("{} is taken: {} has it too", record.cited(), first.path);
            findings.push(
                Finding::new(&RULE, record.head(), message)
                    .related(first.head(), "the first record with this number")
                    .note("a reference to the number can mean either")
                    .help(format!("the next free number is {free}")),
            );
        }
    }
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
        let day = Name::of(link::record_stem(&record.path)).date;
        Self { home: record.home(), day, id: id.to_string().to_lowercase() }
    }
}

/// The largest number of each directory and series.
fn largest<'a>(analysis: &'a Analysis<'_>) -> HashMap<(&'a str, Option<String>), u64> {
    let mut largest = HashMap::new();
    for entry in &analysis.records.entries {
        let Some(id) = entry.record.id.as_ref().map(|id| &id.value) else { continue };
        let Some(number) = id.number() else { continue };
        let known = largest.entry((entry.record.home(), series(id))).or_insert(0);
        *known = number.max(*known);
    }
    largest
}

/// What stands before the number, in lower case.
fn series(id: &Id) -> Option<String> {
    match id {
        Id::Series(series, _) => Some(series.to_ascii_lowercase()),
        Id::Number(_) | Id::Lettered(..) | Id::Name(_) => None,
    }
}
