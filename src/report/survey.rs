//! What was found before anything was configured, with the line that makes each thing work.

use std::fmt::Write as _;

use readers::book::Book;
use readers::survey::{Candidate, Fit, Found, FoundLog, RecordDirectory, Survey};
use serde_json::{Value, json};
use text::link::join;
use text::wording::plural;

/// The line that binds a file to a template.
pub(crate) fn binding(fit: &Fit, book: &Book<'_>) -> String {
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

/// `adr.paths = ["docs/proposals"]`
pub(crate) fn setting(paths: &[String]) -> String {
    let paths: toml_edit::Array = paths.iter().map(String::as_str).collect();
    format!("adr.paths = {paths}")
}

/// Everything, for people: documents with their templates first, then records, then change logs.
pub(crate) fn suggestions(survey: &Survey, book: &Book<'_>) -> String {
    let mut out = String::new();
    for candidate in &survey.documents {
        document(&mut out, candidate, book);
    }
    let (known, unknown): (Vec<_>, Vec<_>) =
        survey.records.iter().partition(|directory| directory.found == Found::Known);
    for directory in &unknown {
        let _infallible = writeln!(out, "{}", records(directory, book));
    }
    if let Some(paths) = survey.adr_paths.as_ref().filter(|_| !unknown.is_empty()) {
        let place =
            if book.listed { "[preprocessor.archdoc] in book.toml" } else { "archdoc.toml" };
        let _infallible = writeln!(out, "  add to {place}:\n    {}\n", setting(paths));
    }
    for directory in known {
        let _infallible = writeln!(out, "{}", records(directory, book));
    }
    for log in &survey.logs {
        let _infallible = writeln!(out, "{}", change_log(log));
    }
    out
}

fn document(out: &mut String, candidate: &Candidate, book: &Book<'_>) {
    let Some(best) = candidate.fits.first() else { return };
    let _infallible = writeln!(out, "{}", candidate.file);
    let width = candidate.fits.iter().map(|fit| fit.template.len()).max().unwrap_or(0);
    for fit in &candidate.fits {
        let _infallible = writeln!(out, "  {:width$}  {}", fit.template, counts(fit));
    }
    let _infallible = writeln!(out, "  add to it:\n    {}\n", binding(best, book));
}

/// `11 of 12 headings, 9 of 11 required sections`
pub(crate) fn counts(fit: &Fit) -> String {
    let Fit { headings, bound, required, served, .. } = fit;
    format!("{bound} of {headings} headings, {served} of {required} required sections")
}

/// `docs/proposals: 7 decision records (rfc), not found by name`
pub(crate) fn records(directory: &RecordDirectory, book: &Book<'_>) -> String {
    let path = join(&book.src, &directory.path);
    let path = if path.is_empty() { "." } else { path.trim_end_matches('/') };
    let count = plural(directory.records, "decision record", "decision records");
    let style = match directory.style.name() {
        "unknown" => String::new(),
        style => format!(" ({style})"),
    };
    let how = if directory.found == Found::Known { "" } else { ", not found by name" };
    format!("{path}: {count}{style}{how}")
}

/// `CHANGELOG.md:1: change log, 12 releases`
pub(crate) fn change_log(log: &FoundLog) -> String {
    let entries = plural(log.entries, "entry", "entries");
    let (kind, subject) = (log.kind.name(), log.subject.name());
    format!("{}:{}: change log ({kind}) of {subject}, {entries}", log.file, log.line)
}

/// What was looked at, in one line.
pub(crate) fn closing(survey: &Survey) -> String {
    let files = plural(survey.files, "Markdown file", "Markdown files");
    if survey.is_empty() {
        return format!(
            "archdoc: {files} looked at: none is written like a template, and there are no decision \
             records and no change logs\n"
        );
    }
    format!("archdoc: {files} looked at\n")
}

/// For programs: `path`, `files`, `documents`, `records`, `change_logs`, `adr_paths`.
pub(crate) fn json(survey: &Survey, book: &Book<'_>) -> Value {
    let document = |candidate: &Candidate| {
        let templates = candidate.fits.iter().map(|fit| {
            json!({
                "template": fit.template,
                "headings": fit.headings,
                "bound": fit.bound,
                "chapters": fit.chapters,
                "required": fit.required,
                "served": fit.served,
                "line": binding(fit, book),
            })
        });
        json!({ "path": candidate.file, "templates": templates.collect::<Vec<_>>() })
    };
    let records = |directory: &RecordDirectory| {
        json!({
            "path": join(&book.src, &directory.path),
            "records": directory.records,
            "style": directory.style.name(),
            "known": directory.found == Found::Known,
        })
    };
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
        "records": survey.records.iter().map(records).collect::<Vec<_>>(),
        "change_logs": survey.logs.iter().map(log).collect::<Vec<_>>(),
        "adr_paths": survey.adr_paths,
    })
}

/// One array of what each book or tree gave.
pub(crate) fn array(values: &[Value]) -> String {
    // Strings and numbers alone cannot fail to serialise.
    serde_json::to_string_pretty(values).unwrap_or_default() + "\n"
}
