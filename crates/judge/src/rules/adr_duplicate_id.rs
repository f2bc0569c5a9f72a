//! `adr-duplicate-id`: one number, two records.

use std::collections::BTreeMap;

use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::adr::{Id, Record};
use readers::analysis::Analysis;

pub static RULE: Rule = Rule {
    name: "adr-duplicate-id",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "Two decision records have the same number.",
    page: include_str!("../../pages/adr-duplicate-id.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let mut numbered: BTreeMap<(&str, String), Vec<(&Record, &Id)>> = BTreeMap::new();
    let records = analysis.records.entries.iter();
    // A translation or an addendum has its record's number by right.
    for entry in records.filter(|entry| entry.belongs_to.is_none()) {
        let record = &entry.record;
        if let Some(id) = record.id.as_ref().filter(|id| id.value.number().is_some()) {
            let key = (record.home(), id.value.to_string().to_lowercase());
            numbered.entry(key).or_default().push((record, &id.value));
        }
    }
    for ((home, _), records) in &numbered {
        let Some((&(first, _), others)) = records.split_first() else { continue };
        for &(record, id) in others {
            let free = next_free(analysis, home, id);
            let message = format!("{} is taken: {} has it too", record.name(), first.path);
            findings.push(
                Finding::new(&RULE, record.head(), message)
                    .related(first.head(), "the first record with this number")
                    .note("a reference to the number can mean either")
                    .help(format!("the next free number is {free}")),
            );
        }
    }
}

/// One more than the largest number of the same directory and series.
fn next_free(analysis: &Analysis<'_>, home: &str, id: &Id) -> u64 {
    let same_series = |other: &Id| match (id, other) {
        (Id::Series(a, _), Id::Series(b, _)) => a.eq_ignore_ascii_case(b),
        (Id::Number(_) | Id::Lettered(..), Id::Number(_) | Id::Lettered(..)) => true,
        _ => false,
    };
    let numbers = analysis.records.entries.iter().filter_map(|entry| {
        let other = &entry.record.id.as_ref()?.value;
        other.number().filter(|_| entry.record.home() == home && same_series(other))
    });
    numbers.max().unwrap_or(0).saturating_add(1)
}
