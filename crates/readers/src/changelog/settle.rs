//! What only the other entries of a log can tell: whether day or month comes first, and whether a name
//! in brackets is an author.

use text::markdown::Document;
use words::date;

use super::entry::Text;
use super::person::{self, Named};
use super::{Kind, Log};

/// Reads the ambiguous dates of a log in the order that its other dates prove.
///
/// All dates in the log's text are asked, also those inside running text: one hand wrote them. When
/// none proves an order, the one `otherwise` counts; when two prove different ones, an ambiguous date stays one.
pub(super) fn dates(document: &Document, log: &mut Log, otherwise: Option<date::Order>) {
    let ambiguous = |log: &Log| {
        log.entries.iter().any(|entry| {
            entry
                .date
                .as_ref()
                .is_some_and(|date| matches!(date.when, Some(date::Reading::Ambiguous { .. })))
        })
    };
    if !ambiguous(log) {
        return;
    }
    let found: Vec<date::Found> =
        log.entries.iter().flat_map(|entry| date::find(document.slice(entry.span))).collect();
    let silent = found.iter().all(|date| date.order.is_none());
    let Some(order) = date::resolve(&found).or(otherwise.filter(|_| silent)) else {
        return;
    };
    for entry in &mut log.entries {
        let Some(date) = &mut entry.date else { continue };
        if let Some(ordered) = date.when.and_then(|when| when.ordered(order)) {
            date.when = Some(date::Reading::Exact(ordered));
        }
    }
}

/// Takes the names in brackets that end the entries of a list for their authors, where nearly all end
/// so: a single one may as well name a product.
pub(super) fn authors(log: &mut Log) {
    let open = log.kind == Kind::List && log.entries.iter().all(|entry| entry.author.is_none());
    if !open || log.entries.len() < 2 {
        return;
    }
    let named: Vec<Option<Named>> = log
        .entries
        .iter()
        .map(|entry| person::trailing_name(&entry.changes.as_ref()?.text))
        .collect();
    let names: Vec<&str> = named
        .iter()
        .zip(&log.entries)
        .filter_map(|(named, entry)| {
            Some(&entry.changes.as_ref()?.text[named.as_ref()?.name.clone()])
        })
        .collect();
    let full = names.iter().all(|name| name.contains(' '));
    let one = names.len() > 2 && names.iter().all(|name| *name == names[0]);
    if names.len() < 2 || names.len() * 5 < log.entries.len() * 4 || !(full || one) {
        return;
    }
    for (entry, named) in log.entries.iter_mut().zip(named) {
        if let (Some(named), Some(changes)) = (named, &mut entry.changes) {
            let text = changes.text[named.name].to_owned();
            let before = changes.text[..named.outer.start].trim_end().len();
            changes.text.replace_range(before..named.outer.end, "");
            entry.author = Some(Text { text, span: changes.span });
        }
    }
}
