//! A list of states: it gets one more item, shaped as the latest.

use text::edit::TextEdit;
use text::markdown::block::{Item, List};
use text::source::{Source, Span};
use words::date::{self, Date, Found};

use super::{Succession, cased};

/// Which end of a list is the latest.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Latest {
    First,
    Last,
}

/// An item with a day, where the others have one.
pub(super) fn dated(
    source: &Source,
    list: &List,
    word: Span,
    wording: Succession<'_>,
) -> Option<TextEdit> {
    let latest = latest(source, list);
    let model = model(list, latest)?;
    let line = cased(wording.line, source.slice(word));
    add(source, model, latest, &shaped(body(source, model), &line, wording.date))
}

/// An item that says no more than a line.
pub(super) fn undated(source: &Source, list: &List, line: &str) -> Option<TextEdit> {
    let latest = latest(source, list);
    add(source, model(list, latest)?, latest, line)
}

fn latest(source: &Source, list: &List) -> Latest {
    let day = |item: Option<&Item>| date::first(body(source, item?))?.reading.exact();
    match (day(list.items.first()), day(list.items.last())) {
        (Some(first), Some(last)) if first > last => Latest::First,
        _ => Latest::Last,
    }
}

fn model(list: &List, latest: Latest) -> Option<&Item> {
    match latest {
        Latest::First => list.items.first(),
        Latest::Last => list.items.last(),
    }
}

/// An item's text, without its marker.
fn body<'a>(source: &'a Source, item: &Item) -> &'a str {
    let text = source.slice(item.span).trim_end();
    &text[marker(text).len()..]
}

/// `- `, `12. `
pub(super) fn marker(item: &str) -> &str {
    let digits = item.len() - item.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let sign = item[digits..].chars().next().map_or(0, char::len_utf8);
    let behind = &item[digits + sign..];
    &item[..item.len() - behind.trim_start_matches(' ').len()]
}

/// The line with the day where the model has its own: `2025-02-11: Superseded by ...`. A day in a shape that
/// is not ISO's is left out: its parts may be in any order.
pub(super) fn shaped(model: &str, line: &str, day: Date) -> String {
    let iso = |found: &Found| {
        found.reading.exact().is_some_and(|date| date.to_string() == model[found.span.clone()])
    };
    let Some(Found { span, .. }) = date::first(model).filter(iso) else { return line.to_owned() };
    let before = &model[..span.start];
    if before.chars().any(char::is_alphanumeric) {
        return format!("{line} ({day})");
    }
    let after = &model[span.end..];
    let words = after.find(char::is_alphanumeric).unwrap_or(after.len());
    format!("{before}{day}{}{line}", &after[..words])
}

fn add(source: &Source, model: &Item, latest: Latest, text: &str) -> Option<TextEdit> {
    let newline = source.newline();
    let item = source.slice(model.span).trim_end();
    let line = source.line_span(source.line(model.span.start));
    let indent = source.slice(Span::new(line.start, model.span.start));
    let marker = marker(item);
    if !indent.trim().is_empty() {
        return None;
    }
    Some(match latest {
        Latest::First => {
            let new = format!("{marker}{text}{newline}{indent}");
            TextEdit::replace(Span::at(model.span.start), new)
        }
        Latest::Last => {
            let marker = next(marker)?;
            let new = format!("{newline}{indent}{marker}{text}");
            TextEdit::replace(Span::at(model.span.start + item.len()), new)
        }
    })
}

/// The marker of the item that follows.
fn next(marker: &str) -> Option<String> {
    let digits = marker.trim_end_matches(|c: char| !c.is_ascii_digit());
    if digits.is_empty() {
        return Some(marker.to_owned());
    }
    let number: u64 = digits.parse().ok()?;
    Some(format!("{}{}", number.checked_add(1)?, &marker[digits.len()..]))
}
