//! `changelog-ambiguous-date`: a date whose day and month cannot be distinguished.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::changelog::{History, Log};
use words::date::{Date, Reading};

pub static RULE: Rule = Rule {
    name: "changelog-ambiguous-date",
    group: Group::Changelog,
    levels: Levels::always(Level::Warn),
    summary: "A date in a change log can be read in two ways.",
    page: include_str!("../../pages/changelog-ambiguous-date.md"),
};

/// What settles all.
const SETTING: &str = "set `dates = \"day-first\"` or `dates = \"month-first\"`";

pub(crate) fn check(history: &History, log: &Log, _: Date, findings: &mut Vec<Finding>) {
    for date in log.entries.iter().filter_map(|entry| entry.date.as_ref()) {
        let Some(Reading::Ambiguous { day_first, month_first }) = date.when else { continue };
        let message = format!("`{}` is {day_first} or {month_first}", date.text);
        let finding = Finding::new(&RULE, history.place(date.span), message)
            .label("day or month first?")
            .note("no other date of this log tells which number is the day")
            .help(format!("write `{day_first}` or `{month_first}`, or for all dates {SETTING}"))
            .entry(
                "dates can be read in two ways",
                format!("`{}` is {day_first} or {month_first}", date.text),
                0,
            )
            .help_for_all(format!("for all dates {SETTING}"));
        findings.push(finding);
    }
}
