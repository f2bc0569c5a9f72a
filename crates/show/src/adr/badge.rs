//! A status as a chip.

use readers::adr::record::Record;
use readers::adr::status::Status;
use text::compose::Inline;

use crate::says::Says;
use crate::style::{Hue, Medium, chip};

/// The record's status; `unknown` where nothing is stated. A word that is no known status is shown as it was
/// written.
pub(super) fn of(record: &Record, medium: Medium, says: Says) -> Inline {
    let status = record.status();
    let (hue, sign) = look(status);
    chip(medium, hue, sign, &word_of(record, says))
}

/// The canonical word.
pub(super) fn named(status: Option<Status>, medium: Medium, says: Says) -> Inline {
    let (hue, sign) = look(status);
    chip(medium, hue, sign, says.status(status))
}

/// The word for a record's status.
pub(super) fn word_of(record: &Record, says: Says) -> String {
    let status = record.status();
    match (status, record.status_raw.as_deref().map(str::trim)) {
        (Some(Status::Other), Some(word)) if !word.is_empty() => word.to_owned(),
        _ => says.status(status).to_owned(),
    }
}

/// The colour of a status, and a sign that every font has.
pub(super) const fn look(status: Option<Status>) -> (Hue, &'static str) {
    match status {
        Some(Status::Draft) => (Hue::Grey, "…"),
        Some(Status::Proposed) => (Hue::Blue, "○"),
        Some(Status::Accepted | Status::Implemented) => (Hue::Green, "✓"),
        Some(Status::Rejected) => (Hue::Red, "×"),
        Some(Status::Withdrawn) => (Hue::Grey, "←"),
        Some(Status::OnHold) => (Hue::Blue, "‖"),
        Some(Status::Deprecated) => (Hue::Amber, "↓"),
        Some(Status::Superseded) => (Hue::Grey, "→"),
        Some(Status::Other) => (Hue::Grey, "•"),
        None => (Hue::Grey, "?"),
    }
}

/// Whether a record counts no more, or never did.
pub(super) fn is_gone(record: &Record) -> bool {
    let status = record.status();
    matches!(
        status,
        Some(Status::Superseded | Status::Deprecated | Status::Rejected | Status::Withdrawn)
    )
}
