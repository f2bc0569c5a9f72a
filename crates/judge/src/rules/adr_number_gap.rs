//! `adr-number-gap`: numbers between two records that no record has.

use std::collections::BTreeMap;

use readers::adr::collection::Entry;
use readers::adr::{Id, Record};
use readers::analysis::Analysis;

use crate::evidence::habit;
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};

pub static RULE: Rule = Rule {
    name: "adr-number-gap",
    group: Group::Adr,
    levels: Levels::always(Level::Allow),
    summary: "No decision record has the numbers between two others.",
    page: include_str!("../../pages/adr-number-gap.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let mut series: BTreeMap<(&str, String), BTreeMap<u64, &Record>> = BTreeMap::new();
    for Entry { record, .. } in &analysis.records.entries {
        let (name, number) = match record.id.as_ref().map(|id| &id.value) {
            Some(Id::Number(number) | Id::Lettered(number, _)) => (String::new(), *number),
            Some(Id::Series(name, number)) => (name.to_lowercase(), *number),
            Some(Id::Name(_)) | None => continue,
        };
        series.entry((habit::home(record), name)).or_default().entry(number).or_insert(record);
    }
    for records in series.values() {
        let behind = records.iter().skip(1);
        for ((&before, last), (&number, record)) in records.iter().zip(behind) {
            let (from, to) = (before + 1, number.saturating_sub(1));
            let message = match to.checked_sub(from) {
                None => continue,
                Some(0) => format!("no record has the number {from}"),
                Some(_) => format!("no record has the numbers {from} to {to}"),
            };
            findings.push(
                Finding::new(&RULE, record.head(), message)
                    .label(format!("this is {number}"))
                    .related(last.head(), format!("this is {before}"))
                    .help("find the record, or keep one that says what became of it"),
            );
        }
    }
}
