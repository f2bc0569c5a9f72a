//! A status as a badge: a code span, which every theme, printer and renderer sets off from the text
//! with no style sheet of ours and no font for emoji.

use readers::adr::record::Record;
use readers::adr::status::Status;
use text::compose::Inline;

/// `` `accepted` ``; `` `unknown` `` where nothing is stated. A word that is no known status is shown
/// as it was written.
pub(super) fn of(record: &Record) -> Inline {
    let status = record.status.as_ref().map(|status| status.value);
    match (status, record.status_raw.as_deref()) {
        (Some(Status::Other), Some(word)) if !word.trim().is_empty() => Inline::code(word.trim()),
        _ => named(status),
    }
}

/// The canonical word.
pub(super) fn named(status: Option<Status>) -> Inline {
    let word = match status {
        Some(Status::OnHold) => "on hold",
        Some(status) => status.name(),
        None => "unknown",
    };
    Inline::code(word)
}
