//! TOML front matter, between `+++` lines as [Hugo](https://gohugo.io/content-management/front-matter/)
//! and Zola have it.

use std::ops::Range;

use toml_edit::{Document, Item, Table, Value as Toml};

use crate::source::Span;

use super::value::{Entry, Problem, Value, ValueKind};

/// The keys of a block that stands `offset` bytes into its file.
pub(super) fn read(text: &str, offset: usize) -> Result<Vec<Entry>, Problem> {
    let reader = Reader { text, offset };
    match Document::parse(text) {
        Ok(document) => Ok(reader.table(document.as_table())),
        Err(error) => {
            let span = reader.span(error.span());
            Err(Problem { span, message: error.message().to_owned() })
        }
    }
}

/// Where one more key of the top level goes in a block: behind the last that stands above the first table.
pub(super) fn end_of_keys(text: &str, body: Span, entries: &[Entry]) -> usize {
    let (mut at, mut end) = (body.start, body.start);
    for line in text[body.range()].split_inclusive('\n') {
        let span = Span::new(at, at + line.len());
        if is_table(text, span, entries) {
            return end;
        }
        at = span.end;
        // A remark above a table is the table's.
        if !(line.trim().is_empty() || line.trim_start().starts_with('#')) {
            end = at;
        }
    }
    body.end
}

/// Whether a line is the head of a table, and no line of a value.
pub(super) fn is_table(text: &str, line: Span, entries: &[Entry]) -> bool {
    let written = &text[line.range()];
    let begins = line.start + written.len() - written.trim_start().len();
    written.trim_start().starts_with('[')
        && !entries.iter().any(|one| is_inside(&one.value, begins))
}

fn is_inside(value: &Value, at: usize) -> bool {
    match &value.kind {
        ValueKind::Map(entries) => entries.iter().any(|entry| is_inside(&entry.value, at)),
        // Tables of one name are no value in one piece.
        ValueKind::List(values)
            if values.iter().all(|value| matches!(value.kind, ValueKind::Map(_))) =>
        {
            values.iter().any(|value| is_inside(value, at))
        }
        _ => value.span.start < at && at < value.span.end,
    }
}

struct Reader<'a> {
    text: &'a str,
    offset: usize,
}

impl Reader<'_> {
    fn span(&self, range: Option<Range<usize>>) -> Span {
        range.map_or(Span::at(self.offset), |range| Span::from(range).shifted(self.offset))
    }

    fn table(&self, table: &Table) -> Vec<Entry> {
        let entries = table.iter().filter_map(|(name, item)| {
            let key = table.key(name)?;
            let value = self.item(item)?;
            Some(Entry { key: name.to_owned(), key_span: self.span(key.span()), value })
        });
        entries.collect()
    }

    fn item(&self, item: &Item) -> Option<Value> {
        let kind = match item {
            Item::None => return None,
            Item::Value(value) => return Some(self.value(value)),
            Item::Table(table) => ValueKind::Map(self.table(table)),
            Item::ArrayOfTables(tables) => {
                let map = |table: &Table| Value {
                    span: self.span(table.span()),
                    kind: ValueKind::Map(self.table(table)),
                };
                ValueKind::List(tables.iter().map(map).collect())
            }
        };
        Some(Value { span: self.span(item.span()), kind })
    }

    fn value(&self, value: &Toml) -> Value {
        let range = value.span();
        let kind = match value {
            Toml::String(text) => ValueKind::Scalar(text.value().clone()),
            Toml::Array(values) => {
                ValueKind::List(values.iter().map(|value| self.value(value)).collect())
            }
            Toml::InlineTable(table) => {
                let entries = table.iter().filter_map(|(name, value)| {
                    let key = table.key(name)?;
                    let key_span = self.span(key.span());
                    Some(Entry { key: name.to_owned(), key_span, value: self.value(value) })
                });
                ValueKind::Map(entries.collect())
            }
            // Dates and numbers stay text, as they are written.
            _ => {
                let text = range.clone().and_then(|range| self.text.get(range));
                ValueKind::Scalar(text.unwrap_or_default().to_owned())
            }
        };
        Value { span: self.span(range), kind }
    }
}
