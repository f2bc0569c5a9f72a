//! `review-overdue`: a document whose own review date has passed.

use readers::analysis::Analysis;
use readers::changelog::book::today;
use readers::document::metadata::Statement;
use readers::document::{Annotated, BoundDocument};
use readers::settings::Settings;
use words::date::{self, Date, Order};
use words::{Label, Status, Vocabulary};

use crate::evidence::review::is_past;
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};

pub static RULE: Rule = Rule {
    name: "review-overdue",
    group: Group::Document,
    levels: Levels::always(Level::Warn),
    summary: "A document should have been looked at again by now.",
    page: include_str!("../../pages/review-overdue.md"),
};

pub(crate) fn check(
    analysis: &Analysis<'_>,
    _: &Annotated,
    document: &BoundDocument,
    findings: &mut Vec<Finding>,
) {
    if is_over(document) {
        return;
    }
    let stated = document.statements.iter().filter(|one| one.label == Label::ReviewBy);
    let dated = stated.filter_map(|one| Some((day(one, analysis.settings)?, one)));
    // Reviews that were held may be listed above the next one.
    let Some((next, stated)) = dated.max_by_key(|&(date, _)| date) else { return };
    let today = today(analysis.settings);
    if is_past(next, today) {
        findings.push(
            Finding::new(&RULE, stated.place.clone(), format!("`{}` has passed", stated.name))
                .document(&document.name)
                .label(format!("it is {today}"))
                .note("readers take the document for one that somebody still stands by")
                .help("look at it again, and write the next date here"),
        );
    }
}

/// Whether nobody stands by it any more, by its own word for its status.
fn is_over(document: &BoundDocument) -> bool {
    let words = document.status.as_ref().map_or("", |status| &status.words);
    let found = Vocabulary::known().find::<Status>(words);
    found.map(|(_, found)| found.meaning).any(|status| {
        matches!(
            status,
            Status::Superseded | Status::Deprecated | Status::Rejected | Status::Withdrawn
        )
    })
}

/// The date that a value is and nothing else.
fn day(stated: &Statement, settings: &Settings) -> Option<Date> {
    let words = stated.words.trim().trim_end_matches('.');
    let found = date::first(words).filter(|found| found.span == (0..words.len()))?;
    match settings.dates {
        Some(order) => found.reading.ordered(Order::from(order)),
        None => found.reading.exact(),
    }
}
