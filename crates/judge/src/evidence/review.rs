//! When a review was due.

use words::date::Date;

/// Whether a date to look again has passed; a month is past when it is over.
pub(crate) fn is_past(review: Date, today: Date) -> bool {
    match review.day {
        Some(_) => review < today,
        None => (review.year, review.month) < (today.year, today.month),
    }
}
