//! `adr-review-overdue`: a record whose review date has passed.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::adr::collection::Entry;
use readers::analysis::Analysis;

pub static RULE: Rule = Rule {
    name: "adr-review-overdue",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A decision record should have been looked at again by now.",
    page: include_str!("../../pages/adr-review-overdue.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, entry: &Entry, findings: &mut Vec<Finding>) {
    let today = analysis.today;
    let record = &entry.record;
    let overdue = record.review_by.as_ref().filter(|_| record.is_review_overdue(today));
    if let Some(review) = overdue {
        let message = format!("{} was to be reviewed by {}", record.cited(), review.value);
        findings.push(
            Finding::new(&RULE, record.place(review.span), message)
                .note(format!("it is {today}"))
                .help("confirm the decision with a new date, or supersede it"),
        );
    }
}
