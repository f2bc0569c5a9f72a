//! `adr-index-drift`: an index that people keep by hand and the records beside it.

use readers::adr::listing::Listing;
use readers::analysis::Analysis;
use text::link;
use text::source::{Place, Span};
use text::tally::tally;
use text::wording::joined;

use crate::evidence::drift::{Drift, drifts};
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};

pub static RULE: Rule = Rule {
    name: "adr-index-drift",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "An index kept by hand says otherwise than the records.",
    page: include_str!("../../pages/adr-index-drift.md"),
};

/// The file that says what belongs to a book.
const SUMMARY: &str = "SUMMARY.md";

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    for listing in &analysis.listings {
        let drifts = drifts(listing, &analysis.records);
        findings.extend(finding(listing, drifts));
    }
}

/// One per index: who corrects it sees all of its rows.
fn finding(listing: &Listing, mut drifts: Vec<Drift>) -> Option<Finding> {
    drifts.sort_by_key(|drift| (drift.span, drift.kind));
    let counts = tally(drifts.iter().map(|drift| drift.kind));
    let said: Vec<String> = counts.iter().map(|(kind, count)| kind.counted(*count)).collect();
    let directory = match listing.named(&listing.directory) {
        top if top.is_empty() => ".".to_owned(),
        directory => directory,
    };
    let message = format!("the index of `{directory}` {}", joined(&said));
    let place = |span: Span| Place::new(&listing.source, span);
    let mut drifts = drifts.into_iter();
    let first = drifts.next()?;
    let mut finding = Finding::new(&RULE, place(first.span), message)
        .label(first.words.clone())
        .note("people look for a decision in the index first");
    let mut reported = false;
    for Drift { span, words, edit, .. } in std::iter::once(first).chain(drifts) {
        if reported {
            finding = finding.related(place(span), words);
        }
        reported = true;
        if let Some((span, text)) = edit {
            finding = finding.edit(place(span), text);
        }
    }
    let help = match finding.edits.len() {
        // What stands in comments there is no chapter.
        0 if link::file_name(&listing.path) == SUMMARY => {
            "list them there as the others are: what a program writes between comments is no chapter".to_owned()
        }
        0 => format!(
            "mend the rows; or put `<!-- archdoc: adr-index -->` and `<!-- archdoc: end -->` in their place, \
             and `mdbook-archdoc render {}` writes and keeps them",
            listing.source.path()
        ),
        _ => "`mdbook-archdoc check --fix` mends what it can and leaves the rest".to_owned(),
    };
    Some(finding.help(help))
}
