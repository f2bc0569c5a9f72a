//! The places where records state things.

mod days;
mod labels;
mod links;
mod states;

use super::*;
use crate::adr::id::Id;

/// The status and the date below a title.
fn stated(text: &str) -> (Option<Status>, Option<String>) {
    let record = record(text);
    (record.status.map(|status| status.value), record.date.map(|date| date.value.to_string()))
}
