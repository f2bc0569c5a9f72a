//! When a document is to be looked at again: as it says itself, or so long after it was last changed as it, or
//! else the configuration, says how often.

use text::source::Place;
use words::date::{self, Date, Order, Period};
use words::{DateWord, Label, Status, Vocabulary};

use crate::settings::Settings;

use super::BoundDocument;
use super::metadata::{Statement, spaced};

/// The next review.
#[derive(Clone, Debug)]
pub struct Review {
    /// The day, or the month.
    pub due: Date,
    /// What says so.
    pub said: ReviewBasis,
    /// Where that stands.
    pub place: Place,
}

/// What says when the next review is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewBasis {
    /// The document's own date, by its label.
    Date(String),
    /// How often the document is reviewed, in its words, since the date that it was last changed.
    Schedule {
        /// Its words: `Quarterly`.
        words: String,
        /// The day of its last change.
        since: Date,
    },
}

/// The next review of a document; none where nothing says when, where it cannot be counted, and where nobody
/// stands by the document any more.
///
/// What the document states wins: its date, then its schedule, then the configuration's. `today` tells a review
/// that may have been held from one to come; `newest` is the day of
/// the newest entry in its change log.
pub fn next(
    document: &BoundDocument,
    settings: &Settings,
    today: Date,
    newest: impl FnOnce() -> Option<Date>,
) -> Option<Review> {
    if is_over(document) {
        return None;
    }
    stated(document, settings.dates, today).or_else(|| counted(document, settings.dates, newest))
}

/// Of several dates the latest counts: reviews that were held may be listed above the next one. Where a label
/// says no more than "review", a day that has passed may be that of the last.
fn stated(document: &BoundDocument, order: Option<Order>, today: Date) -> Option<Review> {
    let (due, statement) = latest(document, order, |one, day| {
        one.label == Label::ReviewBy && (!is_bare(one) || day >= today)
    })?;
    Some(Review {
        due,
        said: ReviewBasis::Date(statement.name.clone()),
        place: statement.place.clone(),
    })
}

/// Whether a label does not say which review it means.
fn is_bare(statement: &Statement) -> bool {
    let word = Vocabulary::known().glossed::<DateWord>(&spaced(&statement.name));
    word.is_some_and(|word| word.meaning == DateWord::Review)
}

fn counted(
    document: &BoundDocument,
    order: Option<Order>,
    newest: impl FnOnce() -> Option<Date>,
) -> Option<Review> {
    // A date that cannot be read is still the document's own word.
    let unread = |one: &Statement| match one.label {
        Label::ReviewBy if !is_bare(one) => true,
        Label::ReviewBy | Label::Updated | Label::Reviewed => day(&one.words, order).is_none(),
        _ => false,
    };
    if document.stated().any(unread) {
        return None;
    }
    let schedule = document.stated().find(|one| one.label == Label::ReviewSchedule);
    let (period, words) = match schedule {
        Some(schedule) => (Period::read(&schedule.words)?, schedule.words.clone()),
        None => document.review_every.clone()?,
    };
    // A bare day that has passed was the last review, or one that nobody held.
    let (since, statement) = latest(document, order, |one, _| {
        matches!(one.label, Label::Updated | Label::Reviewed | Label::Date | Label::ReviewBy)
    })?;
    // So may a day of the front matter whose key says nothing of changes: `reviews`, `approved`.
    let told = document.front.statements.iter().map(|one| &one.words);
    let told = told.chain(&document.front.others).filter_map(|words| day(words, order));
    if told.max().is_some_and(|told| told > since) {
        return None;
    }
    let place = schedule.unwrap_or(statement).place.clone();
    // The log may tell of a change that the top of the document does not know of yet.
    let since = newest().map_or(since, |newest| newest.max(since));
    Some(Review { due: period.after(since)?, said: ReviewBasis::Schedule { words, since }, place })
}

fn latest(
    document: &BoundDocument,
    order: Option<Order>,
    wanted: impl Fn(&Statement, Date) -> bool,
) -> Option<(Date, &Statement)> {
    let dated = document.stated().filter_map(|one| Some((day(&one.words, order)?, one)));
    dated.filter(|&(date, one)| wanted(one, date)).max_by_key(|&(date, _)| date)
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

/// The date that a value is, with a time of day at most.
fn day(words: &str, order: Option<Order>) -> Option<Date> {
    let words = words.trim().trim_end_matches('.');
    let found = date::at_start(words)?;
    let behind = &words[found.span.end..];
    if date::time_of_day(behind) < behind.len() {
        return None;
    }
    match order {
        Some(order) => found.reading.ordered(order),
        None => found.reading.exact(),
    }
}
