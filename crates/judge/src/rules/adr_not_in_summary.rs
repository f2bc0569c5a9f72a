//! `adr-not-in-summary`: records that SUMMARY.md does not list.

use std::collections::{BTreeMap, HashSet};

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::adr::collection::Entry;
use readers::adr::{LogPage, Record};
use readers::analysis::Analysis;
use readers::nesting::Nesting;
use readers::summary::insert::{line, with_chapters};
use readers::summary::would_list;
use text::link;
use text::source::{Place, Span};

pub static RULE: Rule = Rule {
    name: "adr-not-in-summary",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "Decision records lie in the book and are not part of it.",
    page: include_str!("../../pages/adr-not-in-summary.md"),
};

/// More lines than these are not spelt out.
const MAX_LINES: usize = 4;

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    if !analysis.book.listed {
        return;
    }
    let mut unlisted: BTreeMap<&str, Vec<&Record>> = BTreeMap::new();
    // SUMMARY.md cannot list what lies outside of its directory.
    let within = |entry: &&Entry| entry.page.is_none() && !entry.record.is_outside();
    for entry in files(analysis.records.entries.iter().filter(within)) {
        let directory = link::directory(&entry.record.path);
        unlisted.entry(directory).or_default().push(&entry.record);
    }
    findings.extend(without_index(analysis));
    let nest = nest(analysis);
    for records in unlisted.values() {
        let nest = nest.as_ref().filter(|_| records.len() > MAX_LINES);
        let finding = finding(analysis, records, nest.is_some());
        findings.extend(finding.map(|finding| match nest {
            Some((place, text)) => finding.edit(place.clone(), text),
            None => with_edit(finding, analysis, records),
        }));
    }
}

/// The first record of each file: a log is one chapter.
fn files<'e>(entries: impl Iterator<Item = &'e Entry>) -> impl Iterator<Item = &'e Entry> {
    let mut seen = HashSet::new();
    entries.filter(move |entry| seen.insert(entry.record.path.as_str()))
}

/// What a finding calls a record's file, and where it points: a log as a whole by its name.
fn named(record: &Record) -> (String, Place) {
    match LogPage::of(record) {
        Some(log) => (format!("`{}`", link::file_name(&record.path)), log.head),
        None => (record.cited(), record.head()),
    }
}

/// Records from outside of the source directory become chapters below an index; without one nobody sees them.
fn without_index(analysis: &Analysis<'_>) -> Option<Finding> {
    let decided = analysis.settings.adr.chapters.is_some();
    if decided || Nesting::has_place(analysis.book, &analysis.annotated, &analysis.records) {
        return None;
    }
    let outside = |entry: &&Entry| entry.page.is_none() && entry.record.is_outside();
    let mut outside = files(analysis.records.entries.iter().filter(outside));
    let first = &outside.next()?.record;
    let (name, head) = named(first);
    let message = match outside.count() {
        0 => format!("{name} is in no chapter"),
        more => format!("{name} and {more} more are in no chapter"),
    };
    let finding = Finding::new(&RULE, head, message)
        .note("records outside of the source directory become chapters below an index of them")
        .help(
            "write `<<#archdoc adr-index>>` into a chapter, or set `adr.chapters = \"listed\"` if they \
             are not to be in the book",
        );
    Some(finding)
}

/// The line of `book.toml` that makes all records chapters; none where there is no place for it, or their
/// author has decided.
fn nest(analysis: &Analysis<'_>) -> Option<(Place, String)> {
    let settings = analysis.settings;
    let source = settings.places.book_toml().filter(|_| settings.adr.chapters.is_none())?;
    Nesting::has_place(analysis.book, &analysis.annotated, &analysis.records).then_some(())?;
    let lines = || (1..=source.line(source.text().len())).map(|number| source.line_span(number));
    let header = |name: &str| lines().find(|span| source.slice(*span).trim() == name);
    let inline = || {
        let words = lines().map(|span| source.slice(span).trim_start());
        words
            .filter_map(|line| line.strip_prefix("adr"))
            .any(|rest| rest.trim_start().starts_with('='))
    };
    let (above, key) = match header("[preprocessor.archdoc.adr]") {
        Some(above) => (above, "chapters"),
        None => (header("[preprocessor.archdoc]").filter(|_| !inline())?, "adr.chapters"),
    };
    // Behind the header's own line end, wherever that is counted.
    let end = above.start + source.slice(above).trim_end().len();
    Some((Place::new(source, Span::at(end)), format!("{}{key} = \"nested\"", source.newline())))
}

/// One for a directory: its records are mended together.
fn finding(analysis: &Analysis<'_>, records: &[&Record], nest: bool) -> Option<Finding> {
    let (first, others) = records.split_first()?;
    let (name, head) = named(first);
    let message = match others.len() {
        0 => format!("{name} is not in SUMMARY.md"),
        more => format!("{name} and {more} more are not in SUMMARY.md"),
    };
    let mut finding = Finding::new(&RULE, head, message)
        .note("what SUMMARY.md does not list is not in the book")
        .help(mend(analysis, records, nest));
    for other in others {
        finding = finding.related(named(other).1, "not listed, too");
    }
    Some(finding)
}

/// The lines to add; of many records, what adds them.
fn mend(analysis: &Analysis<'_>, records: &[&Record], nest: bool) -> String {
    if records.len() <= MAX_LINES {
        let lines = names(analysis, records).into_iter();
        let lines = lines.map(|(name, path)| line('-', &name, &path));
        return format!("add to SUMMARY.md:\n{}", lines.collect::<Vec<_>>().join("\n"));
    }
    let nested = "`chapters = \"nested\"` under `[preprocessor.archdoc.adr]`, which makes all of them chapters";
    if nest {
        return format!("`mdbook-archdoc check --fix` sets {nested}; or list them in SUMMARY.md");
    }
    let listing = "`mdbook-archdoc check --fix` lists them in SUMMARY.md";
    if !Nesting::has_place(analysis.book, &analysis.annotated, &analysis.records) {
        return listing.to_owned();
    }
    format!("set {nested}; or {listing}")
}

/// The lines as an edit of SUMMARY.md, each beside those of its directory.
fn with_edit(finding: Finding, analysis: &Analysis<'_>, records: &[&Record]) -> Finding {
    let Some(summary) = &analysis.summary else { return finding };
    let old = summary.text();
    let (new, _) = with_chapters(old, &names(analysis, records));
    if !would_list(&new, records.iter().map(|record| record.path.as_str())) {
        return finding;
    }
    let (span, text) = difference(old, &new);
    finding.edit(Place::new(summary, span), text)
}

/// Under which names records of one directory are listed, with their paths: as most of those beside them by their whole
/// headings, "0003 — Scales", else by their titles.
fn names(analysis: &Analysis<'_>, records: &[&Record]) -> Vec<(String, String)> {
    let directory = records.first().map(|record| link::directory(&record.path));
    let records_of_files =
        analysis.records.entries.iter().filter(|entry| entry.record.anchor.is_none());
    let beside = records_of_files.filter_map(|entry| {
        let chapter = &analysis.book.chapters[entry.chapter?];
        let is_beside = Some(link::directory(&entry.record.path)) == directory;
        is_beside.then_some((chapter.name.trim(), heading(&entry.record)))
    });
    let (whole, others): (Vec<_>, Vec<_>) =
        beside.partition(|(name, heading)| *heading == Some(*name));
    let by_heading = whole.len() > others.len();
    let named = |record: &&Record| {
        if let Some(log) = LogPage::of(record) {
            return (log.title, record.path.clone());
        }
        let whole = heading(record).filter(|_| by_heading).map(str::to_owned);
        (whole.unwrap_or_else(|| record.shown_title()), record.path.clone())
    };
    records.iter().map(named).collect()
}

/// The words of a record's first heading, with its number; none where they are not plain.
fn heading(record: &Record) -> Option<&str> {
    let line = record.source.slice(record.heading).lines().next()?;
    let words = line.trim_start_matches('#').trim();
    let marked = words.contains(['<', '{', '[', '*', '_', '`', '\\', '&', '~', '#']);
    (!words.is_empty() && !marked).then_some(words)
}

/// The part of `old` that becomes another, and what it becomes.
fn difference<'n>(old: &str, new: &'n str) -> (Span, &'n str) {
    let same = |(a, b): &(char, char)| a == b;
    let start: usize =
        old.chars().zip(new.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let tails = old[start..].chars().rev().zip(new[start..].chars().rev());
    let end: usize = tails.take_while(same).map(|(c, _)| c.len_utf8()).sum();
    (Span::new(start, old.len() - end), &new[start..new.len() - end])
}
