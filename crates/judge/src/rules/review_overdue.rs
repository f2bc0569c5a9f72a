//! `review-overdue`: a document whose own review date has passed.

use readers::analysis::Analysis;
use readers::document::review::{self, Review, ReviewBasis};
use readers::document::{Annotated, BoundDocument};

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
    chapter: &Annotated,
    document: &BoundDocument,
    findings: &mut Vec<Finding>,
) {
    let newest = || analysis.change_logs.newest_in(chapter.chapter);
    let today = analysis.today;
    let Some(Review { due, said, place }) =
        review::next(document, analysis.settings, today, newest)
    else {
        return;
    };
    if !due.is_past(today) {
        return;
    }
    let (message, help) = match said {
        ReviewBasis::Date(name) => (
            format!("`{name}` has passed"),
            "look at it again, and write the next date here".to_owned(),
        ),
        ReviewBasis::Schedule { words, since } => (
            format!("a review was due on {due}: `{words}` since {since}"),
            "look at it again, and write the day where the document says when it was last changed"
                .to_owned(),
        ),
    };
    findings.push(
        Finding::new(&RULE, place, message)
            .document(&document.name)
            .label(format!("it is {today}"))
            .note("readers take the document for one that somebody still stands by")
            .help(help),
    );
}
