//! A status as a sign and a word: the sign for the eye, the word for everybody.

use crate::adr::record::Record;
use crate::adr::status::Status;
use crate::changelog::text::escaped;

/// `✅ accepted`; `❔ unknown` where nothing is stated. A word that is no known status is shown as it
/// was written.
pub(super) fn of(record: &Record) -> String {
    let status = record.status.as_ref().map(|status| status.value);
    match status {
        Some(Status::Other) => {
            let word = record.status_raw.as_deref().unwrap_or("other");
            format!("{} {}", sign(status), escaped(word))
        }
        _ => named(status),
    }
}

/// The sign and the canonical word.
pub(super) fn named(status: Option<Status>) -> String {
    let word = match status {
        Some(Status::OnHold) => "on hold",
        Some(status) => status.name(),
        None => "unknown",
    };
    format!("{} {word}", sign(status))
}

const fn sign(status: Option<Status>) -> &'static str {
    match status {
        Some(Status::Draft) => "📝",
        Some(Status::Proposed) => "💬",
        Some(Status::Accepted) => "✅",
        Some(Status::Implemented) => "🏁",
        Some(Status::Rejected) => "❌",
        Some(Status::Withdrawn) => "↩️",
        Some(Status::OnHold) => "⏸️",
        Some(Status::Deprecated) => "⚠️",
        Some(Status::Superseded) => "⏭️",
        Some(Status::Other) => "🔹",
        None => "❔",
    }
}
