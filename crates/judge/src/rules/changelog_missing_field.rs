//! `changelog-missing-field`: an entry that leaves a field open.

use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::changelog::{Blank, Entry, Field, History, Kind, Log, Release, Subject, When};

pub static RULE: Rule = Rule {
    name: "changelog-missing-field",
    group: Group::Changelog,
    levels: Levels::always(Level::Warn),
    summary: "An entry of a change log lacks its date, version, author or description.",
    page: include_str!("../../pages/changelog-missing-field.md"),
};
use words::date::Date;

pub(crate) fn check(history: &History, log: &Log, _: Date, findings: &mut Vec<Finding>) {
    // Outside of a table nothing but the others says that a date belongs there.
    let dated = log.entries.iter().filter(|entry| entry.date.is_some()).count();
    let dated = dated * 2 > log.entries.len().saturating_sub(1);
    for entry in &log.entries {
        // Who signs need not say anything; when is what counts.
        let counts = |blank: &&Blank| log.subject != Subject::Reviews || blank.field == Field::Date;
        for blank in entry.blanks.iter().filter(counts) {
            findings.push(finding(history, entry, blank));
        }
        let undated = match &entry.date {
            None => dated && log.kind != Kind::Table && entry.release != Release::Unreleased,
            Some(date) => date.when == When::Other && !date.text.contains(char::is_numeric),
        };
        if undated && entry.blanks.iter().all(|blank| blank.field != Field::Date) {
            let span = entry.date.as_ref().map_or(entry.span, |date| date.span);
            findings.push(finding(history, entry, &Blank { field: Field::Date, span }));
        }
    }
}

fn finding(history: &History, entry: &Entry, blank: &Blank) -> Finding {
    let field = blank.field.name();
    let message = match (&entry.version, blank.field) {
        (Some(version), field_) if field_ != Field::Version => {
            format!("the entry for version `{}` has no {field}", version.text)
        }
        _ => format!("this entry has no {field}"),
    };
    // Only the first line: the entry may be long.
    let text = history.source.slice(blank.span);
    let line = text.lines().next().map_or(0, |line| line.trim_end().len());
    let span = text::source::Span::new(blank.span.start, blank.span.start + line);
    Finding::new(&RULE, history.place(span), message)
        .label(format!("no {field}"))
        .note("the other entries of this log have one, and nothing else in the text says it")
        .help(format!("fill in the {field}"))
}
