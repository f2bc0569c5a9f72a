//! Day or month first: the other dates of the same log decide.

use text::markdown::Document;
use words::date;

use super::Log;
use super::entry::When;

/// Reads the ambiguous dates of a log in the order that its other dates prove.
///
/// All dates in the log's text are asked, also those inside running text: one hand wrote them. When
/// none proves an order, or two prove different ones, an ambiguous date stays one.
pub(super) fn dates(document: &Document, log: &mut Log) {
    let ambiguous = |log: &Log| {
        log.entries.iter().any(|entry| {
            entry.date.as_ref().is_some_and(|date| matches!(date.when, When::Ambiguous { .. }))
        })
    };
    if !ambiguous(log) {
        return;
    }
    let found: Vec<date::Found> =
        log.entries.iter().flat_map(|entry| date::find(document.slice(entry.span))).collect();
    let Some(order) = date::resolve(&found) else {
        return;
    };
    for entry in &mut log.entries {
        let Some(date) = &mut entry.date else { continue };
        if let When::Ambiguous { day_first, month_first } = date.when {
            date.when = When::On(match order {
                date::Order::DayFirst => day_first,
                date::Order::MonthFirst => month_first,
            });
        }
    }
}
