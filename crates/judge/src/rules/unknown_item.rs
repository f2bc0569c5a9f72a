//! `unknown-item`: an id that is cited, among others of its like, and that nothing declares.

use readers::analysis::Analysis;
use readers::trace::{Item, Trace};
use text::source::Place;

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};

pub static RULE: Rule = Rule {
    name: "unknown-item",
    group: Group::Document,
    levels: Levels::always(Level::Warn),
    summary: "An id is cited that no item has.",
    page: include_str!("../../pages/unknown-item.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let Some(trace) = analysis.asked_trace() else { return };
    findings.extend(trace.unknown.iter().map(|place| finding(analysis, trace, place)));
}

fn finding(analysis: &Analysis<'_>, trace: &Trace, place: &Place) -> Finding {
    let id = place.text();
    let message = format!("`{id}` is cited, and no item has this id");
    let finding = Finding::new(&RULE, place.clone(), message)
        .help("correct the id, or declare the item where the others stand");
    let like = trace.items.iter().find(|item| prefix(&item.id).eq_ignore_ascii_case(prefix(id)));
    let finding = match like {
        Some(Item { id, spot, .. }) => {
            finding.related(spot.place.clone(), format!("`{id}` is declared here"))
        }
        None => finding,
    };
    let mut bound = analysis.bound();
    let file = place.source.path();
    match bound.find(|(chapter, _)| chapter.document.source.path() == file) {
        Some((_, document)) => finding.document(&document.name),
        None => finding,
    }
}

/// What an id has in common with others of its like.
fn prefix(id: &str) -> &str {
    id.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.')
}
