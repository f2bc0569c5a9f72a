//! What the rules of change logs are tried on.

use readers::changelog::{History, Log};
use text::markdown::Document;
use text::source::Source;
use words::date::Date;

use crate::finding::Finding;

/// What a rule finds in the first log of a text, on the first day of 2027.
pub(crate) fn findings(
    check: fn(&History, &Log, Date, &mut Vec<Finding>),
    text: &str,
) -> Vec<Finding> {
    let history = History::of(&Document::parse(&Source::new("a.md", text)), 0, None).unwrap();
    let mut findings = Vec::new();
    check(&history, &history.logs[0], Date::from_day(2027, 1, 1).unwrap(), &mut findings);
    findings
}
