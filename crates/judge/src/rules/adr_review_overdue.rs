//! `adr-review-overdue`: a record whose review date has passed.

use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::adr::collection::Entry;
use readers::adr::{Record, Status};
use readers::analysis::Analysis;
use readers::changelog::book::today;
use text::source::Span;
use words::date;
use words::{Label, Vocabulary};

pub static RULE: Rule = Rule {
    name: "adr-review-overdue",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A decision record should have been looked at again by now.",
    page: include_str!("../../pages/adr-review-overdue.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, entry: &Entry, findings: &mut Vec<Finding>) {
    let today = today(analysis.settings);
    let record = &entry.record;
    let over = matches!(
        record.status(),
        Some(Status::Superseded | Status::Deprecated | Status::Rejected | Status::Withdrawn)
    );
    let Some(review) = record.review_by.as_ref().filter(|_| !over) else { return };
    // What was looked at on the day of the decision, or before, is no date that is still to come.
    if record.date.as_ref().is_some_and(|date| review.value <= date.value) {
        return;
    }
    if review.value.is_past(today) && is_a_field(record, review.span) {
        let message = format!("{} was to be reviewed by {}", record.cited(), review.value);
        findings.push(
            Finding::new(&RULE, record.place(review.span), message)
                .note(format!("it is {today}"))
                .help("confirm the decision with a new date, or supersede it"),
        );
    }
}

/// Whether a date is the whole value of a field: its line, or its cell of a table, holds no other words
/// than the label. A date in a sentence, or in the name of a report, is about something else.
fn is_a_field(record: &Record, place: Span) -> bool {
    let line = record.source.line_span(record.source.line(place.start));
    let words = Vocabulary::known();
    let before = record.source.slice(Span::new(line.start, place.start));
    let after = record.source.slice(Span::new(place.end, line.end.max(place.end)));
    let (label, after) = match before.rsplit_once('|') {
        Some((cells, "")) => (cells, after),
        Some((cells, inside)) if inside.trim().is_empty() => {
            (cells, after.split('|').next().unwrap_or_default())
        }
        _ => (before, after),
    };
    let label = label.trim_end_matches('|').rsplit('|').next().unwrap_or(label);
    let blank = |text: &str| !text.contains(char::is_alphanumeric);
    let stated = record.source.slice(place);
    let bare = date::first(stated).is_some_and(|found| {
        blank(&stated[..found.span.start]) && blank(&stated[found.span.end..])
    });
    bare && blank(after) && (blank(label) || words.glossed::<Label>(label).is_some_and(is_review))
}

fn is_review(label: words::Found<Label>) -> bool {
    matches!(label.meaning, Label::ReviewBy | Label::ReviewSchedule)
}
