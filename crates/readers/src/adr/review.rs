//! Whether a record should have been looked at again by now.

use text::source::Span;
use words::date::{self, Date};
use words::{Label, Vocabulary};

use super::record::Record;
use super::status::Status;

impl Record {
    /// Whether it counts, and the day by which it was to be reviewed has passed.
    pub fn is_review_overdue(&self, today: Date) -> bool {
        let over = matches!(
            self.status(),
            Some(Status::Superseded | Status::Deprecated | Status::Rejected | Status::Withdrawn)
        );
        let Some(review) = self.review_by.as_ref().filter(|_| !over) else { return false };
        // What was looked at on the day of the decision, or before, is no date that is still to come.
        let was_made_later = self.date.as_ref().is_some_and(|date| review.value <= date.value);
        !was_made_later && review.value.is_past(today) && is_a_field(self, review.span)
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
