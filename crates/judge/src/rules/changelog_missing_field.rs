//! `changelog-missing-field`: an entry that leaves a field open.

use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::changelog::{Blank, Entry, Field, History, Kind, Log, Release, Subject};

pub static RULE: Rule = Rule {
    name: "changelog-missing-field",
    group: Group::Changelog,
    levels: Levels::always(Level::Warn),
    summary: "An entry of a change log lacks its date, version, author or description.",
    page: include_str!("../../pages/changelog-missing-field.md"),
};
use words::date::{self, Date};

pub(crate) fn check(history: &History, log: &Log, _: Date, findings: &mut Vec<Finding>) {
    // Outside of a table nothing but the others says that a date belongs there; one line of a list may only tell of
    // a day.
    let dated = log.entries.iter().filter(|entry| entry.date.is_some()).count();
    let usual = dated > 1 || log.kind != Kind::List;
    let dated = usual && dated * 2 > log.entries.len().saturating_sub(1);
    let mut begun = false;
    for entry in &log.entries {
        // Who signs need not say anything; when is what counts.
        let counts = |blank: &&Blank| log.subject != Subject::Reviews || blank.field == Field::Date;
        let mut open: Vec<Blank> = entry.blanks.iter().filter(counts).copied().collect();
        // What has no key of its own goes on from the dated entry above.
        let continues = begun && entry.version.is_none();
        begun |= entry.date.is_some();
        let undated = dated && entry.date.is_none() && !continues && !opens_with_a_day(entry);
        let listed = log.kind != Kind::Table && entry.release == Release::Out;
        if undated && listed && open.iter().all(|blank| blank.field != Field::Date) {
            open.push(Blank { field: Field::Date, span: entry.span });
        }
        findings.extend(finding(history, entry, &open));
    }
}

/// Whether the first line of what an entry tells holds a date: whose it is, only its author knows.
fn opens_with_a_day(entry: &Entry) -> bool {
    let changes = entry.changes.as_ref().map_or("", |changes| &changes.text);
    let first = changes.split("<br>").next().unwrap_or_default();
    date::first(first).is_some()
}

/// One for each entry, whatever it lacks.
fn finding(history: &History, entry: &Entry, open: &[Blank]) -> Option<Finding> {
    let blank = open.first()?;
    let fields: Vec<&str> = open.iter().map(|blank| blank.field.name()).collect();
    let field = fields.join(" and no ");
    let keyed = open.iter().all(|blank| blank.field != Field::Version);
    let message = match entry.version.as_ref().filter(|_| keyed) {
        Some(version) => format!("the entry for version `{}` has no {field}", version.text),
        None => format!("this entry has no {field}"),
    };
    // Only the first line: the entry may be long.
    let text = history.source.slice(blank.span);
    let line = text.lines().next().map_or(0, |line| line.trim_end().len());
    let span = text::source::Span::new(blank.span.start, blank.span.start + line);
    let fill = fields.join(" and the ");
    Some(
        Finding::new(&RULE, history.place(span), message)
            .label(format!("no {field}"))
            .note("the log has a place for it, and nothing else in the text says it")
            .help(format!("fill in the {fill}")),
    )
}
