//! `adr-ambiguous-date`: a date whose day and month cannot be distinguished.

use std::collections::{HashMap, HashSet};

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::adr::collection::{Collection, Entry};
use readers::analysis::Analysis;
use words::date::{self, Found, Reading};

pub static RULE: Rule = Rule {
    name: "adr-ambiguous-date",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A date in a decision record can be read in two ways.",
    page: include_str!("../../pages/adr-ambiguous-date.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let settled = settled(&analysis.records);
    for entry in &analysis.records.entries {
        let record = &entry.record;
        if settled.contains(record.shelf()) {
            continue;
        }
        let mut seen = HashSet::new();
        // One that answers two questions of a record is one.
        for date in record.dates.iter().filter(|date| seen.insert(date.span)) {
            let Reading::Ambiguous { day_first, month_first } = date.value else { continue };
            let place = record.place(date.span);
            let written = place.text().to_owned();
            let message = format!("`{written}` is {day_first} or {month_first}");
            findings.push(
                Finding::new(&RULE, place, message)
                    .label("day or month first?")
                    .note("no date beside it shows the order: a day above 12 would, and so would a month in words")
                    .help(format!(
                        "write `{day_first}` or `{month_first}`, or for all dates: {}",
                        setting(analysis)
                    ))
                    .entry_of_directory(
                        "dates can be read in two ways",
                        format!("`{written}` is {day_first} or {month_first}"),
                    )
                    .help_for_all(format!("say which comes first in all of them: {}", setting(analysis))),
            );
        }
    }
}

/// The setting that settles all.
fn setting(analysis: &Analysis<'_>) -> String {
    let place = if analysis.book.listed {
        "`[preprocessor.archdoc]` of `book.toml`"
    } else {
        "`archdoc.toml`"
    };
    format!("`dates = \"day-first\"` or `dates = \"month-first\"` in {place}")
}

/// The directories in which some date shows whether the day or the month comes first, and none shows
/// the reverse.
fn settled(records: &Collection) -> HashSet<&str> {
    let mut dates: HashMap<&str, Vec<Found>> = HashMap::new();
    for Entry { record, .. } in &records.entries {
        let stated =
            record.dates.iter().flat_map(|date| date::find(record.source.slice(date.span)));
        dates.entry(record.shelf()).or_default().extend(stated);
    }
    let settled = dates.into_iter().filter(|(_, dates)| date::resolve(dates).is_some());
    settled.map(|(home, _)| home).collect()
}
