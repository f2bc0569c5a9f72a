//! The file: TOML with one entry a line, sorted, so that two branches can be merged.

use std::fmt::Write as _;
use std::sync::Arc;

use serde::Deserialize;

use super::{Counts, Entry, InvalidBaseline, Key};
use text::source::{Place, Source, Span};

const HEAD: &str = "\
# Findings that mdbook-archdoc knows already and does not report.
# `mdbook-archdoc check --write-baseline` takes out what has been mended.
version = 1

findings = [
";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    findings: Vec<toml::Spanned<Line>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    path: String,
    document: Option<String>,
    section: Option<String>,
    rule: String,
    count: usize,
}

/// The entries of a file.
pub(super) fn entries(source: &Arc<Source>) -> Result<Vec<Entry>, InvalidBaseline> {
    let invalid = |problem: String, span: Span| InvalidBaseline {
        problem,
        place: Box::new(Place::new(source, span)),
    };
    let file: File = toml::from_str(source.text()).map_err(|error| {
        let span = error.span().map_or(Span::default(), Span::from);
        invalid(error.message().trim_end().replace('\n', ", "), span)
    })?;
    if file.version != 1 {
        let problem = format!("version {} is not known to this archdoc", file.version);
        return Err(invalid(problem, Span::default()));
    }
    let entry = |line: toml::Spanned<Line>| {
        let span = Span::from(line.span());
        let Line { path, document, section, rule, count } = line.into_inner();
        Entry { key: Key { path, document, section, rule }, count, span }
    };
    Ok(file.findings.into_iter().map(entry).collect())
}

/// The text of a file that knows these findings.
pub fn render(counts: &Counts) -> String {
    let mut out = HEAD.to_owned();
    for (key, count) in counts {
        let _infallible = write!(out, "    {{ path = {}", quoted(&key.path));
        for (name, value) in [("document", &key.document), ("section", &key.section)] {
            if let Some(value) = value {
                let _infallible = write!(out, ", {name} = {}", quoted(value));
            }
        }
        let _infallible = writeln!(out, ", rule = {}, count = {count} }},", quoted(&key.rule));
    }
    out.push_str("]\n");
    out
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
