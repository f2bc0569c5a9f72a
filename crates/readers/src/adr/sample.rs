//! Records for tests.

use text::markdown::Document;
use text::source::Source;

use super::read;
use super::record::Record;
use super::status::OwnWords;

/// The record that a text is.
#[track_caller]
pub(super) fn record(path: &str, text: &str) -> Record {
    let reading = read::read(&Document::parse(&Source::new(path, text)), path, &OwnWords::new());
    reading.record().unwrap_or_else(|| panic!("{path} is no record: {text}"))
}
