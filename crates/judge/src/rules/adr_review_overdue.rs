//! `adr-review-overdue`: a record whose review date has passed.

use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::adr::Status;
use readers::analysis::Analysis;
use readers::changelog::book::today;
use words::date::Date;

pub static RULE: Rule = Rule {
    name: "adr-review-overdue",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A decision record should have been looked at again by now.",
    page: include_str!("../../pages/adr-review-overdue.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let today = today(analysis.settings);
    for entry in &analysis.records.entries {
        let record = &entry.record;
        let over = matches!(
            record.status.as_ref().map(|status| status.value),
            Some(Status::Superseded | Status::Deprecated | Status::Rejected | Status::Withdrawn)
        );
        let Some(review) = record.review_by.as_ref().filter(|_| !over) else { continue };
        if is_past(review.value, today) {
            let message = format!("{} was to be reviewed by {}", record.name(), review.value);
            findings.push(
                Finding::new(&RULE, record.place(review.span), message)
                    .note(format!("it is {today}"))
                    .help("confirm the decision with a new date, or supersede it"),
            );
        }
    }
}

/// A month is past when it is over.
fn is_past(review: Date, today: Date) -> bool {
    match review.day {
        Some(_) => review < today,
        None => (review.year, review.month) < (today.year, today.month),
    }
}
