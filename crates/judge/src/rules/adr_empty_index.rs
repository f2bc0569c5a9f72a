//! `adr-empty-index`: an index or a graph has no record to show.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::analysis::Analysis;
use readers::directive::Ask;
use readers::document::Annotated;
use readers::settings::places::KeyPath;
use readers::settings::{ADR_DIRECTORIES, Unknown, What};
use readers::unmatched::From;
use text::source::Place;
use text::wording::listed;

pub static RULE: Rule = Rule {
    name: "adr-empty-index",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "An index or a graph of decision records has none to show.",
    page: include_str!("../../pages/adr-empty-index.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, chapter: &Annotated, findings: &mut Vec<Finding>) {
    if !analysis.records.entries.is_empty() || is_reported(analysis) {
        return;
    }
    for directive in chapter.scan.asked() {
        if !matches!(directive.asks, Ask::AdrIndex(_) | Ask::AdrGraph(_)) {
            continue;
        }
        let place = Place::new(&chapter.document.source, directive.span);
        findings.push(
            Finding::new(&RULE, place, "no decision record is found to show here")
                .label("shows nothing")
                .note(looked_in(analysis))
                .help(
                    "name their directory in `adr.paths`, or write the first one: \
                     `mdbook-archdoc adr new \"Use a queue\"`",
                ),
        );
    }
}

/// Whether the cause is reported where it stands: `adr.paths` names what is not there.
fn is_reported(analysis: &Analysis<'_>) -> bool {
    let paths = KeyPath::from(["adr", "paths"]);
    let no_path = |unknown: &Unknown| {
        unknown.key == paths.to_string() && matches!(unknown.what, What::Empty | What::Elsewhere)
    };
    if analysis.settings.unknown.iter().any(no_path) {
        return true;
    }
    analysis.unmatched.iter().any(|unmatched| match &unmatched.from {
        From::Setting(key) => key.0.starts_with(&paths.0),
        From::Directive { .. } | From::Description(_) => false,
    })
}

fn looked_in(analysis: &Analysis<'_>) -> String {
    let settings = &analysis.settings.adr;
    if let Some(paths) = &settings.paths {
        let patterns: Vec<&str> = paths.patterns().iter().map(String::as_str).collect();
        return format!("looked in {}, which `adr.paths` names", listed(&patterns));
    }
    let src = match analysis.book.src.as_str() {
        "" | "." => "the book's directory".to_owned(),
        src => format!("`{src}`"),
    };
    format!(
        "looked in {src} for directories called {}, or so in another language, and for files called like a record",
        listed(&ADR_DIRECTORIES)
    )
}
