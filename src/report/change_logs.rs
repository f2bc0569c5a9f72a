//! The entries of files, for people and for programs: what `changelog list` prints.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::report::json;
use crate::report::wrap::shortened;
use judge::finding::Finding;
use text::source::Source;
use text::wording::plural;

use readers::changelog::{ChangeLogs, Direction, Entry, History, Log, Subject, Text};
use serde::Serialize;
use words::date::Reading;

/// A change log as it stands in one document.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct ChangeLog {
    /// The file, as findings name it.
    pub path: String,
    /// The line of its heading, or of its first row, from 1.
    pub line: usize,
    /// What stands over it; none for a table or list without a heading.
    pub heading: Option<String>,
    /// `table`, `list`, `keep-a-changelog`, `front-matter`, `git` or `prose`.
    pub kind: &'static str,
    /// `changes`, `milestones`, `reviews` or `releases`.
    pub subject: &'static str,
    /// `newest-first`, `oldest-first` or `single`; none where nothing tells.
    pub direction: Option<&'static str>,
    /// In the order of the text.
    pub entries: Vec<ChangeLogEntry>,
}

/// One entry of a change log. What it does not state is absent, never made up.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct ChangeLogEntry {
    /// Its line, from 1.
    pub line: usize,
    /// `YYYY-MM-DD` or `YYYY-MM`; none where the date is ambiguous, impossible or absent.
    pub date: Option<String>,
    /// The version, as written.
    pub version: Option<String>,
    /// Who changed it, as written.
    pub author: Option<String>,
    /// What changed, as written.
    pub changes: Option<String>,
}

impl From<&Log> for ChangeLog {
    fn from(log: &Log) -> Self {
        let source = &log.place.source;
        let entry = |entry: &Entry| ChangeLogEntry {
            line: source.line(entry.span.start),
            date: entry.on().map(|date| date.to_string()),
            version: stated(entry.version.as_ref()),
            author: stated(entry.author.as_ref()),
            changes: stated(entry.changes.as_ref()),
        };
        Self {
            path: source.path().to_owned(),
            line: log.place.start().line,
            heading: stated(log.heading.as_ref()),
            kind: log.kind.name(),
            subject: log.subject.name(),
            direction: log.direction.map(Direction::name),
            entries: log.entries.iter().map(entry).collect(),
        }
    }
}

fn stated(text: Option<&Text>) -> Option<String> {
    text.map(|text| text.text.clone())
}

/// A file that was looked at.
pub(crate) struct Listed {
    /// As findings name it.
    pub path: String,
    /// Whether it was named itself, and not a directory above it.
    pub named: bool,
}

/// One object a file: `path`, `kind`, `direction`, `logs`, `entries`, `findings`.
///
/// `kind` and `direction` are those of the file's main log: the first that tells of changes, else
/// the first. An entry's `log` is an index into `logs`.
pub(crate) fn json(files: &[Listed], logs: &ChangeLogs, findings: &[Finding]) -> String {
    let mut histories = logs.histories.iter().peekable();
    let files = files.iter().enumerate().map(|(index, Listed { path, .. })| {
        let history = histories.next_if(|history| history.chapter == index);
        let own = findings.iter().filter(|finding| finding.place.source.path() == *path);
        file(path, history, &own.map(json::value).collect::<Vec<_>>())
    });
    let files: Vec<Value> = files.collect();
    // Strings and numbers alone cannot fail to serialise.
    serde_json::to_string_pretty(&files).unwrap_or_default() + "\n"
}

fn file(path: &str, history: Option<&History>, findings: &[Value]) -> Value {
    let all = history.map(|history| history.logs.as_slice()).unwrap_or_default();
    let main = all.iter().find(|log| log.subject == Subject::Changes).or(all.first());
    let entries: Vec<Value> = all
        .iter()
        .enumerate()
        .flat_map(|(index, log)| log.entries.iter().map(move |e| entry(index, log, e)))
        .collect();
    json!({
        "path": path,
        "kind": main.map_or("none", |log| log.kind.name()),
        "direction": main.and_then(|log| log.direction).map(Direction::name),
        "logs": all.iter().map(log).collect::<Vec<_>>(),
        "entries": entries,
        "findings": findings,
    })
}

fn log(log: &Log) -> Value {
    json!({
        "heading": log.heading.as_ref().map(|heading| &heading.text),
        "line": log.place.start().line,
        "kind": log.kind.name(),
        "subject": log.subject.name(),
        "direction": log.direction.map(Direction::name),
    })
}

fn entry(index: usize, log: &Log, entry: &Entry) -> Value {
    let alternatives = match entry.date.as_ref().and_then(|date| date.when) {
        Some(Reading::Ambiguous { day_first, month_first }) => {
            vec![day_first.to_string(), month_first.to_string()]
        }
        _ => Vec::new(),
    };
    json!({
        "line": log.place.source.line(entry.span.start),
        "date": entry.on().map(|date| date.to_string()),
        "date_text": entry.date.as_ref().map(|date| &date.text),
        "date_alternatives": alternatives,
        "version": stated(entry.version.as_ref()),
        "author": stated(entry.author.as_ref()),
        "changes": stated(entry.changes.as_ref()),
        "source": entry.source.name(),
        "log": index,
    })
}

/// The entries of each file as a table for a terminal. How many files of a directory have none is one line.
pub(crate) fn table(files: &[Listed], logs: &ChangeLogs) -> String {
    let mut out = String::new();
    let mut without = 0;
    let mut histories = logs.histories.iter().peekable();
    for (index, Listed { path, named }) in files.iter().enumerate() {
        match histories.next_if(|history| history.chapter == index) {
            Some(history) => history.logs.iter().for_each(|log| write_log(&mut out, log)),
            None if *named => {
                let _infallible = writeln!(out, "{path}: no change log\n");
            }
            None => without += 1,
        }
    }
    if without > 0 {
        let _infallible = writeln!(out, "no change log in {}", plural(without, "file", "files"));
    }
    out.truncate(out.trim_end().len());
    if out.is_empty() { out } else { out + "\n" }
}

fn write_log(out: &mut String, log: &Log) {
    let source = &log.place.source;
    let heading = log.heading.as_ref().map_or("(no heading)", |heading| &heading.text);
    let entries = plural(log.entries.len(), "entry", "entries");
    let direction = log.direction.map_or(String::new(), |d| format!(", {}", d.name()));
    let (path, line) = (source.path(), log.place.start().line);
    let kind = log.kind.name();
    let _infallible = writeln!(out, "{path}:{line}: {heading}: {kind}, {entries}{direction}");
    let rows: Vec<[String; 5]> = log.entries.iter().map(|entry| row(source, entry)).collect();
    let width = |column: usize| {
        rows.iter()
            .map(|row| unicode_width::UnicodeWidthStr::width(&*row[column]))
            .max()
            .unwrap_or(0)
    };
    let widths = [width(0), width(1), width(2), width(3)];
    for row in &rows {
        let mut text = String::new();
        for (cell, width) in row.iter().zip(widths) {
            let pad = width.saturating_sub(unicode_width::UnicodeWidthStr::width(&**cell));
            let _infallible = write!(text, "  {cell}{}", " ".repeat(pad));
        }
        let _infallible = writeln!(out, "{text}  {}", row[4]);
    }
    out.push('\n');
}

/// Line, date, version, author and the beginning of the changes.
fn row(source: &Source, entry: &Entry) -> [String; 5] {
    const SHOWN: usize = 60;
    let text = |text: &Option<Text>| {
        text.as_ref().map_or_else(|| "-".to_owned(), |text| shortened(&text.text, SHOWN))
    };
    let date = entry.on().map(|date| date.to_string());
    let written = || entry.date.as_ref().map(|date| format!("{}?", date.text));
    [
        source.line(entry.span.start).to_string(),
        date.or_else(written).unwrap_or_else(|| "-".to_owned()),
        text(&entry.version),
        text(&entry.author),
        text(&entry.changes),
    ]
}
