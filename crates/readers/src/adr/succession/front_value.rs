//! Another record as the value of a key of the front matter, of the type that stands there.

use text::markdown::front_matter::{FrontMatter, Notation, Value, ValueKind};
use text::source::Span;

use crate::adr::value_place::value_of;

/// The value for a key that is not there yet; `written` is what YAML has for it.
pub(super) fn of_key(notation: Notation, written: &str) -> String {
    let item = as_item(notation, written);
    if is_list(written) { format!("[{item}]") } else { item }
}

/// The value for the key at `key`, which says nothing yet: a list where there is an empty one, and in TOML a text
/// where there is one.
pub(super) fn in_place(front: &FrontMatter, key: Span, written: &str) -> String {
    let there = value_of(&front.entries, key).map(|value| &value.kind);
    match (there, front.notation) {
        (Some(ValueKind::List(_)), notation) => format!("[{}]", as_item(notation, written)),
        (Some(ValueKind::Scalar(_)), Notation::Toml) => as_item(Notation::Toml, written),
        (_, notation) => of_key(notation, written),
    }
}

/// An item of a list. TOML knows no text without quotation marks.
pub(super) fn as_item(notation: Notation, written: &str) -> String {
    let item = if is_list(written) { &written[1..written.len() - 1] } else { written };
    let stands = notation == Notation::Yaml || item.starts_with('"') || is_number(item);
    if stands { item.to_owned() } else { notation.quoted(item, "") }
}

/// The last of the items of a list that holds what stands at a place, at any depth.
pub(super) fn list_around(front: &FrontMatter, at: Span) -> Option<&Value> {
    front.entries.iter().find_map(|entry| last_item(&entry.value, at))
}

/// Whether TOML reads a text as a whole number.
pub(super) fn is_number(text: &str) -> bool {
    text.parse::<u64>().is_ok_and(|number| number.to_string() == text)
}

fn is_list(written: &str) -> bool {
    written.starts_with('[') && written.ends_with(']')
}

fn last_item(value: &Value, at: Span) -> Option<&Value> {
    match &value.kind {
        ValueKind::List(values) if value.span.contains(at) => values.last(),
        ValueKind::Map(entries) => entries.iter().find_map(|entry| last_item(&entry.value, at)),
        _ => None,
    }
}
