//! A log in the front matter: a list of mappings under `history`, `changelog`, `revisions`.
//!
//! There is no standard for it; the keys are those of the columns of a table.

use text::markdown::Document;
use text::markdown::front_matter::{Entry as Pair, Value, ValueKind};
use text::source::Place;
use words::date;

use super::entry::{Blank, Dated, Entry, Field, Text, When};
use super::wording::{self, Column};
use super::{Kind, Log, Subject};
use text::compose::Inline;

/// The keys that hold a log, compared without case, hyphens and underscores.
const KEYS: [&str; 10] = [
    "history",
    "changelog",
    "change-log",
    "changes",
    "revisions",
    "revision-history",
    "version-history",
    "document-history",
    "versions",
    "updates",
];

/// The log in the front matter; none when no key holds a list of mappings with dates or versions.
pub(super) fn log(document: &Document) -> Option<Log> {
    let front = document.front_matter.as_ref()?;
    KEYS.iter().find_map(|key| {
        let pair = front.get(&[key])?;
        let ValueKind::List(values) = &pair.value.kind else { return None };
        let entries: Vec<Entry> = values.iter().filter_map(entry).collect();
        let keyed = entries.iter().any(|entry| entry.date.is_some() || entry.version.is_some());
        keyed.then(|| Log {
            place: Place::new(&document.source, pair.key_span.cover(pair.value.span)),
            heading: Some(Text { text: pair.key.clone(), span: pair.key_span }),
            body: pair.value.span,
            kind: Kind::FrontMatter,
            subject: Subject::Changes,
            direction: None,
            entries,
            untouched: Vec::new(),
            empty: false,
        })
    })
}

fn entry(value: &Value) -> Option<Entry> {
    let ValueKind::Map(pairs) = &value.kind else { return None };
    let mut entry = Entry::new(value.span, Kind::FrontMatter);
    for pair in pairs {
        let Some(Column::Field(field)) = wording::column(&pair.key) else { continue };
        let Some(text) = written(pair) else {
            entry.blanks.push(Blank { field, span: pair.key_span });
            continue;
        };
        match field {
            Field::Date => entry.date = Some(dated(text)),
            Field::Version => entry.version = Some(text),
            Field::Author => entry.author = Some(text),
            Field::Changes => {
                entry.changes = Some(Text { text: Inline::text(&text.text).markdown(), ..text });
            }
        }
    }
    Some(entry)
}

/// The words of a value; those of a list are joined.
fn written(pair: &Pair) -> Option<Text> {
    let words = match &pair.value.kind {
        ValueKind::Scalar(text) => text.trim().to_owned(),
        ValueKind::List(values) => {
            values.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
        }
        ValueKind::Null | ValueKind::Map(_) => String::new(),
    };
    (!wording::is_blank(&words)).then_some(Text { text: words, span: pair.value.span })
}

/// What a value that should be a date says.
pub(super) fn dated(text: Text) -> Dated {
    let when = date::first(&text.text).map_or(When::Other, |found| When::of(found.reading));
    Dated { when, ..Dated::from(text) }
}
