//! `review-overdue`: a document whose own review date has passed.

use readers::analysis::Analysis;
use readers::changelog::book::today;
use readers::document::review::{self, Review, Said};
use readers::document::{Annotated, BoundDocument};
use words::date::Date;

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
    chapter: &Annotated,
    document: &BoundDocument,
    findings: &mut Vec<Finding>,
) {
    let Some(Review { due, said, place }) = review::next(document, analysis.settings) else {
        return;
    };
    let today = today(analysis.settings);
    if !is_past(due, today) {
        return;
    }
    let (message, help) = match said {
        Said::Date(name) => (
            format!("`{name}` has passed"),
            "look at it again, and write the next date here".to_owned(),
        ),
        Said::Schedule { words, since: (name, since) } => {
            // What the log tells of is younger than what the top of the document says.
            if newest_entry(analysis, chapter).is_some_and(|newest| newest > since) {
                return;
            }
            let message = format!("a review was due on {due}: `{words}` since `{name}` ({since})");
            (message, format!("look at it again, and write the day in `{name}`"))
        }
    };
    findings.push(
        Finding::new(&RULE, place, message)
            .document(&document.name)
            .label(format!("it is {today}"))
            .note("readers take the document for one that somebody still stands by")
            .help(help),
    );
}

/// The day of the newest entry in the change logs of a chapter.
fn newest_entry(analysis: &Analysis<'_>, chapter: &Annotated) -> Option<Date> {
    let histories = &analysis.change_logs.histories;
    let here = histories.iter().filter(|history| history.chapter == chapter.chapter);
    let logs = here.flat_map(|history| &history.logs);
    logs.filter_map(|log| log.newest()?.on()).max()
}
