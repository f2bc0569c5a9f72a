//! `changelog-untouched-row`: a row that is as the template had it.

use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::changelog::{Entry, History, Log, Text};

pub static RULE: Rule = Rule {
    name: "changelog-untouched-row",
    group: Group::Changelog,
    levels: Levels::always(Level::Warn),
    summary: "A change log still has a row as the template had it.",
    page: include_str!("../../pages/changelog-untouched-row.md"),
};
use words::date::{Date, Reading};

pub(crate) fn check(history: &History, log: &Log, _: Date, findings: &mut Vec<Finding>) {
    let begun = log.entries.iter().filter(|entry| is_open(entry));
    let begun = begun.filter_map(|entry| Some(entry.date.as_ref()?.span));
    for span in log.untouched.iter().copied().chain(begun) {
        let text = history.source.slice(span);
        let line = text.lines().next().map_or(0, |line| line.trim_end().len());
        let place = history.place(text::source::Span::new(span.start, span.start + line));
        let finding = Finding::new(&RULE, place, "this row is still as the template had it")
            .label("not filled in")
            .note("it is left out of every change log that is shown")
            .help("fill the row in, or delete it");
        findings.push(finding);
    }
}

/// Whether the date is a template's: `2024-07-XX` tells the month, unless more is left open beside it.
fn is_open(entry: &Entry) -> bool {
    let Some(date) = entry.date.as_ref() else {
        return false;
    };
    let masked = |text: &Text| {
        let mut words = text.text.split(|c: char| !c.is_alphanumeric());
        words.any(|word| word.len() > 2 && word.bytes().all(|byte| byte == b'X'))
    };
    let open = date.when.is_some_and(Reading::is_placeholder);
    let begun = date.text.contains(|c: char| c.is_ascii_digit());
    open && (!begun || entry.changes.as_ref().is_some_and(masked))
}
