//! A log in the front matter: a list of mappings or strings under `history`, `changelog`, `revisions`, or a mapping by
//! version or day.
//!
//! There is no standard for it; the keys are those of the columns of a table.

use text::compose::Inline;
use text::markdown::flat::Flat;
use text::markdown::front_matter::{Entry as Pair, Value, ValueKind};
use text::markdown::{Document, inlines};
use text::source::{Place, Span};
use words::date::{self, Reading};

use super::entry::{Blank, Dated, Entry, Field, Text};
use super::key::{self, Versions};
use super::version::Version;
use super::wording::cell::is_blank;
use super::wording::column::{Column, column};
use super::wording::title::{Strength, heading};
use super::{Kind, Log, Subject, items};

/// The log in the front matter; none when no key holds a list with dates or versions.
pub(super) fn log(document: &Document) -> Option<Log> {
    let front = document.front_matter.as_ref()?;
    front.entries.iter().find_map(|pair| {
        let (subject, strength) = heading(&pair.key)?;
        let entries: Vec<Entry> = match &pair.value.kind {
            ValueKind::List(values) => {
                values.iter().filter_map(|value| entry(document, value)).collect()
            }
            // A mapping of anything else has keys with numbers, too.
            ValueKind::Map(pairs) => pairs.iter().map(by_key).collect::<Option<_>>()?,
            ValueKind::Null | ValueKind::Scalar(_) => return None,
        };
        let keyed = entries.iter().any(|entry| entry.date.is_some() || entry.version.is_some());
        // What a mapping says of versions without their days may be how they are supported.
        let certain = matches!(pair.value.kind, ValueKind::List(_))
            || entries.iter().any(|entry| entry.date.is_some());
        let is_log = keyed && subject == Subject::Changes && strength >= Strength::Weak;
        is_log.then(|| Log {
            place: Place::new(&document.source, pair.key_span.cover(pair.value.span)),
            heading: Some(Text { text: pair.key.clone(), span: pair.key_span }),
            body: pair.value.span,
            told: Vec::new(),
            kind: Kind::FrontMatter,
            subject,
            direction: None,
            entries,
            untouched: Vec::new(),
            empty: false,
            certain,
        })
    })
}

fn entry(document: &Document, value: &Value) -> Option<Entry> {
    match &value.kind {
        ValueKind::Map(pairs) => match pairs.as_slice() {
            // `- 2024-03-05: text` without quotes.
            [only] if column(&only.key).is_none() => {
                let span = only.key_span.cover(only.value.span);
                line(&format!("{}: {}", only.key, only.value.as_str()?), span)
            }
            pairs => Some(mapping(value.span, pairs)),
        },
        ValueKind::Scalar(text) => {
            let quoted = document.slice(value.span).find(text.as_str());
            let start = value.span.start + quoted.unwrap_or(0);
            let mut entry = line(text, Span::new(start, start))?;
            entry.span = value.span;
            Some(entry)
        }
        ValueKind::Null | ValueKind::List(_) => None,
    }
}

/// `v2: { date: 2024-03-05, comment: text }`, `1.2: { changes: text }`, `2024-03-05: text`; none where the key is neither
/// version nor day: a bare number counts anything, and a dotted one is a version where its mapping tells of it.
fn by_key(pair: &Pair) -> Option<Entry> {
    let span = pair.key_span.cover(pair.value.span);
    let key = Text { text: pair.key.clone(), span: pair.key_span };
    let mut entry = match &pair.value.kind {
        ValueKind::Map(pairs) => mapping(span, pairs),
        _ => Entry::new(span, Kind::FrontMatter),
    };
    let told = entry.date.is_some() || entry.changes.is_some();
    if is_day(&key.text) {
        entry.date = Some(dated(key));
    } else if is_marked(&key.text) || (told && is_dotted(&key.text)) {
        entry.version = entry.version.or(Some(key));
    } else {
        return None;
    }
    if !matches!(pair.value.kind, ValueKind::Map(_)) {
        entry.changes = written(pair).as_ref().map(plain);
    }
    Some(entry)
}

/// Whether a key is a date with its day.
fn is_day(key: &str) -> bool {
    let whole = |found: &date::Found| found.span.end == key.len();
    date::at_start(key).filter(whole).is_some_and(|found| match found.reading {
        Reading::Exact(date) => date.day.is_some(),
        Reading::Ambiguous { .. } => true,
        _ => false,
    })
}

/// `v1`, `v0.2`
fn is_marked(key: &str) -> bool {
    let number = key.strip_prefix(['v', 'V']);
    number.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
        && Version::read(key).is_some()
}

/// `1.0`, `0.2.1-rc.1`
fn is_dotted(key: &str) -> bool {
    let dotted = key
        .split_once('.')
        .is_some_and(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit() || c == 'x'));
    dotted && Version::read(key).is_some()
}

/// `2024-03-05 v1: text`, as in a list.
fn line(text: &str, span: Span) -> Option<Entry> {
    let text = inlines(text, span.start);
    let flat = Flat::of(&text);
    let mut entry = Entry::new(span, Kind::FrontMatter);
    items::fill(&mut entry, &flat, &key::read(&flat, flat.all(), Versions::Separated));
    (entry.date.is_some() || entry.version.is_some() || entry.changes.is_some()).then_some(entry)
}

fn mapping(span: Span, pairs: &[Pair]) -> Entry {
    let mut entry = Entry::new(span, Kind::FrontMatter);
    for pair in pairs {
        let Some(Column::Field(field)) = column(&pair.key) else { continue };
        let Some(text) = written(pair) else {
            entry.blanks.push(Blank { field, span: pair.key_span });
            continue;
        };
        match field {
            Field::Date => entry.date = Some(dated(text)),
            Field::Version => entry.version = Some(text),
            Field::Author => entry.author = Some(text),
            Field::Changes => entry.changes = Some(plain(&text)),
        }
    }
    // Where nothing else tells what changed, a remark does: `comment: created`.
    let mut remarks = pairs.iter().filter(|pair| column(&pair.key) == Some(Column::Remark));
    let told = entry.changes.is_none().then(|| remarks.next().and_then(written)).flatten();
    entry.changes = entry.changes.or(told.as_ref().map(plain));
    entry
}

/// A value as Markdown that shows it.
fn plain(text: &Text) -> Text {
    Text { text: Inline::text(&text.text).markdown(), span: text.span }
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
    (!is_blank(&words)).then_some(Text { text: words, span: pair.value.span })
}

/// What a value that should be a date says.
pub(super) fn dated(text: Text) -> Dated {
    let when = date::first(&text.text).map(|found| found.reading);
    Dated { when, ..Dated::from(text) }
}
