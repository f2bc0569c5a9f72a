//! What was found before anything was configured, with the lines that make it work.

use std::fmt::Write as _;

use crate::report::display_paths::DisplayPaths;
use readers::book::Book;
use readers::survey::{Candidate, DecisionLog, Fit, Found, FoundLog, RecordDirectory, Survey};
use serde_json::{Value, json};
use text::link::{file_name, join, normal};
use text::wording::plural;

/// The line that binds a file to a template.
fn binding(fit: &Fit, book: &Book<'_>) -> String {
    let mut arguments = format!("template=\"{}\"", fit.template);
    for param in &fit.params {
        let _infallible = write!(arguments, " {param}=\"...\"");
    }
    if book.listed {
        format!("<<#archdoc {arguments}>>")
    } else {
        format!("<!-- archdoc: {arguments} -->")
    }
}

/// The lines that bind the files of a directory to a template, as one document.
fn documents(directory: &str, fit: &Fit, book: &Book<'_>) -> [String; 4] {
    let table = if book.listed { "preprocessor.archdoc.documents" } else { "documents" };
    let name = file_name(directory);
    let doc = if name.is_empty() { &*fit.template } else { name };
    let quoted = |text: &str| toml_edit::Value::from(text).to_string();
    [
        format!("[[{table}]]"),
        format!("paths = [{}]", quoted(&join(directory, "*.md"))),
        format!("template = {}", quoted(&fit.template)),
        format!("doc = {}", quoted(doc)),
    ]
}

/// Where settings are written.
const fn settings(book: &Book<'_>) -> &'static str {
    if book.listed { "book.toml" } else { "archdoc.toml" }
}

/// Everything with the lines to add, for people: documents first, then records, then change logs.
pub(crate) fn suggestions(survey: &Survey, book: &Book<'_>) -> String {
    let mut out = String::new();
    for candidate in &survey.documents {
        let added = candidate.fits.first().map(|best| binding(best, book));
        suggestion(&mut out, candidate, "the file", added.as_slice());
    }
    for candidate in &survey.directories {
        let added = candidate.fits.first().map(|best| documents(&candidate.file, best, book));
        suggestion(&mut out, candidate, settings(book), added.as_ref().map_or(&[], |lines| lines));
    }
    for directory in &survey.records {
        let _infallible = writeln!(out, "{}", records(directory, book, &DisplayPaths::default()));
    }
    if let Some(paths) = &survey.adr_paths {
        let table =
            if book.listed { "[preprocessor.archdoc] in book.toml" } else { "archdoc.toml" };
        let paths: toml_edit::Array = paths.iter().map(String::as_str).collect();
        let _infallible = writeln!(out, "  add to {table}:\n    adr.paths = {paths}");
    }
    for log in &survey.decision_logs {
        let _infallible = writeln!(out, "{}", decision_log(log, &DisplayPaths::default()));
    }
    for directory in &survey.likely {
        let _infallible = writeln!(out, "{}", seeming(directory, book, &DisplayPaths::default()));
    }
    if !survey.likely.is_empty() {
        let _infallible = writeln!(out, "  {LIKELY}");
    }
    let records =
        survey.records.is_empty() && survey.likely.is_empty() && survey.decision_logs.is_empty();
    if !records && !survey.logs.is_empty() {
        out.push('\n');
    }
    for log in &survey.logs {
        let _infallible = writeln!(out, "{}", change_log(log, &DisplayPaths::default()));
    }
    out
}

fn suggestion(out: &mut String, candidate: &Candidate, place: &str, added: &[String]) {
    let _infallible = writeln!(out, "{}", shown(&candidate.file));
    let width = candidate.fits.iter().map(|fit| fit.template.len()).max().unwrap_or(0);
    for fit in &candidate.fits {
        let _infallible = writeln!(out, "  {:width$}  {}", fit.template, counts(fit));
    }
    let _infallible = writeln!(out, "  add to {place}:");
    for line in added {
        let _infallible = writeln!(out, "    {line}");
    }
    out.push('\n');
}

/// How many lines of each kind an overview has.
const SHOWN: usize = 5;

/// The same in a few lines, for whoever has not asked for it.
pub(crate) fn overview(survey: &Survey, book: &Book<'_>, here: &DisplayPaths) -> String {
    let mut out = String::new();
    let like = |one: &Candidate, how: &str| {
        let best = one.fits.first()?;
        let file = here.name(&one.file);
        let (file, Fit { template, bound, headings, .. }) = (shown(&file), best);
        Some(format!("{file}: {how} `{template}`, {bound} of {headings} headings"))
    };
    let files = survey.documents.iter().filter_map(|one| like(one, "like the template"));
    let several = survey.directories.iter().filter_map(|one| like(one, "one file a chapter of"));
    section(&mut out, files.chain(several).collect());
    let known = survey.records.iter().map(|one| records(one, book, here));
    let likely = survey.likely.iter().map(|one| seeming(one, book, here));
    let in_logs = survey.decision_logs.iter().map(|one| decision_log(one, here));
    section(&mut out, known.chain(in_logs).chain(likely).collect());
    section(&mut out, survey.logs.iter().map(|one| change_log(one, here)).collect());
    out
}

/// The directories of records that are not found by their names, and what has them read; empty where there are none.
pub(crate) fn hidden_records(survey: &Survey, book: &Book<'_>, here: &DisplayPaths) -> String {
    let hidden = survey.records.iter().filter(|one| one.found != Found::Known);
    let lines: Vec<String> = hidden.map(|one| records(one, book, here)).collect();
    let mut out = String::new();
    if !survey.likely.is_empty() {
        section(&mut out, survey.likely.iter().map(|one| seeming(one, book, here)).collect());
        let _infallible = writeln!(out, "{LIKELY}");
    }
    if !lines.is_empty() {
        section(&mut out, lines);
        out += "`mdbook-archdoc init` has them read; `mdbook-archdoc adr list DIRECTORY` shows them now\n";
    }
    out
}

/// What nobody asked to be checked, in one line; empty where there is nothing.
pub(crate) fn not_checked(survey: &Survey) -> String {
    let documents = survey.documents.len() + survey.directories.len();
    let hidden = survey.records.iter().filter(|one| one.found != Found::Known);
    let hidden = hidden.count() + survey.likely.len();
    let counts = [
        (documents, "document like a template", "documents like a template"),
        (hidden, "directory of decision records", "directories of decision records"),
    ];
    let counts = counts.into_iter().filter(|&(count, ..)| count > 0);
    let told: Vec<String> = counts.map(|(count, one, many)| plural(count, one, many)).collect();
    if told.is_empty() {
        return String::new();
    }
    let told = told.join(" and ");
    format!(
        "archdoc: not checked: {told}; `mdbook-archdoc suggest` shows the lines that bind them\n"
    )
}

fn section(out: &mut String, lines: Vec<String>) {
    let more = lines.len().saturating_sub(SHOWN);
    for line in lines.into_iter().take(SHOWN) {
        let _infallible = writeln!(out, "  {line}");
    }
    if more > 0 {
        let _infallible = writeln!(out, "  and {more} more: `mdbook-archdoc suggest`");
    }
}

/// `11 of 12 headings, 9 of 11 required sections`
fn counts(fit: &Fit) -> String {
    let Fit { headings, bound, required, served, .. } = fit;
    format!("{bound} of {headings} headings, {served} of {required} required sections")
}

/// `docs/proposals: 7 decision records (rfc), not found by name`
fn records(directory: &RecordDirectory, book: &Book<'_>, here: &DisplayPaths) -> String {
    let path = here.name(&path_of(directory, book));
    let count = plural(directory.records, "decision record", "decision records");
    let style = match directory.style.name() {
        "unknown" => String::new(),
        style if directory.uniform => format!(" ({style})"),
        style => format!(" (mostly {style})"),
    };
    let how = if directory.found == Found::Known { "" } else { ", not found by name" };
    format!("{}: {count}{style}{how}", shown(path.trim_end_matches('/')))
}

/// `docs/decision-log.md: a log of 12 decision records`
fn decision_log(log: &DecisionLog, here: &DisplayPaths) -> String {
    let count = plural(log.records, "decision record", "decision records");
    format!("{}: a log of {count}", here.name(&log.file))
}

/// How records are read that nobody is told to have read.
const LIKELY: &str = "`mdbook-archdoc adr list DIRECTORY` shows them; `adr.paths` has them read, where they are records";

/// `docs/notes: 3 files that seem to be decision records`
fn seeming(directory: &RecordDirectory, book: &Book<'_>, here: &DisplayPaths) -> String {
    let path = here.name(&path_of(directory, book));
    let path = shown(path.trim_end_matches('/'));
    format!("{path}: {} files that seem to be decision records", directory.records)
}

/// A directory of records as findings name it.
fn path_of(directory: &RecordDirectory, book: &Book<'_>) -> String {
    normal(&join(&book.src, &directory.path))
}

/// `CHANGELOG.md:1: change log (keep-a-changelog), 12 releases`
fn change_log(log: &FoundLog, here: &DisplayPaths) -> String {
    format!("{}:{}: {}", here.name(&log.file), log.line, change_log_of(log))
}

/// `change log (keep-a-changelog) of releases, 12 entries`
pub(crate) fn change_log_of(log: &FoundLog) -> String {
    let entries = plural(log.entries, "entry", "entries");
    format!("change log ({}) of {}, {entries}", log.kind.name(), log.subject.name())
}

fn shown(path: &str) -> &str {
    if path.is_empty() { "." } else { path }
}

/// What was looked at, in one line; and whether there is nothing of interest.
pub(crate) fn looked_at(survey: &Survey, is_nothing: bool) -> String {
    let files = plural(survey.files, "Markdown file", "Markdown files");
    let nothing = if is_nothing {
        "; none is written like a template, and no decision records and no change logs were found"
    } else {
        ""
    };
    format!("archdoc: {files} looked at{nothing}\n")
}

/// For programs, one object a book or tree.
pub(crate) fn json(survey: &Survey, book: &Book<'_>) -> Value {
    let template = |fit: &Fit, lines: Vec<String>| {
        json!({
            "template": fit.template,
            "headings": fit.headings,
            "bound": fit.bound,
            "required": fit.required,
            "served": fit.served,
            "add": lines,
        })
    };
    let document = |one: &Candidate| {
        let fits = one.fits.iter().map(|fit| template(fit, vec![binding(fit, book)]));
        json!({ "path": one.file, "templates": fits.collect::<Vec<_>>() })
    };
    let directory = |one: &Candidate| {
        let lines = |fit: &Fit| documents(&one.file, fit, book).to_vec();
        let fits = one.fits.iter().map(|fit| template(fit, lines(fit)));
        json!({ "path": shown(&one.file), "templates": fits.collect::<Vec<_>>() })
    };
    let records = |one: &RecordDirectory| {
        json!({
            "path": shown(&path_of(one, book)),
            "records": one.records,
            "style": one.style.name(),
            "known": one.found == Found::Known,
        })
    };
    let decisions = |log: &DecisionLog| json!({ "path": log.file, "records": log.records });
    let log = |log: &FoundLog| {
        json!({
            "path": log.file,
            "line": log.line,
            "kind": log.kind.name(),
            "subject": log.subject.name(),
            "entries": log.entries,
        })
    };
    json!({
        "root": book.root.display().to_string(),
        "files": survey.files,
        "documents": survey.documents.iter().map(document).collect::<Vec<_>>(),
        "directories": survey.directories.iter().map(directory).collect::<Vec<_>>(),
        "records": survey.records.iter().map(records).collect::<Vec<_>>(),
        "decision_logs": survey.decision_logs.iter().map(decisions).collect::<Vec<_>>(),
        "likely_records": survey.likely.iter().map(records).collect::<Vec<_>>(),
        "change_logs": survey.logs.iter().map(log).collect::<Vec<_>>(),
        "adr_paths": survey.adr_paths,
    })
}

/// One array of what each book or tree gave.
pub(crate) fn array(values: &[Value]) -> String {
    // Strings and numbers alone cannot fail to serialise.
    serde_json::to_string_pretty(values).unwrap_or_default() + "\n"
}
