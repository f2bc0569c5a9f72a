//! Front matter in YAML: its keys and values with their spans.

use saphyr_parser::{Event, Parser, ScanError};

use super::value::{Entry, Problem, Value, ValueKind};
use crate::source::Span;

/// How deep YAML collections are followed; hostile nesting beyond it is an error.
const MAX_DEPTH: usize = 32;

/// The root of a block whose first byte is at `start` of its file; none for an empty block.
pub(super) fn read(body: &str, start: usize) -> Result<Option<Value>, Problem> {
    Reader::new(body, start).document()
}

/// What can still be said of a broken block: its unindented `key: value` lines, as plain text.
pub(super) fn lines(text: &str, body: Span) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut at = body.start;
    for line in text[body.range()].split_inclusive('\n') {
        let start = at;
        at += line.len();
        if let Some(item) = line.trim_start().strip_prefix("- ") {
            if let Some(entry) = entries.last_mut() {
                let own = item.trim_start();
                add_item(&mut entry.value, own.trim_end(), start + line.len() - own.len());
            }
            continue;
        }
        let Some((key, value)) = line.trim_end().split_once(':') else {
            continue;
        };
        if !is_key_line(line) || !(value.is_empty() || value.starts_with([' ', '\t'])) {
            continue;
        }
        let value_start = start + key.len() + 1 + (value.len() - value.trim_start().len());
        let value = value.trim();
        let kind = match value {
            "" => ValueKind::Null,
            value => ValueKind::Scalar(unquoted(value).to_owned()),
        };
        entries.push(Entry {
            key: key.to_owned(),
            key_span: Span::new(start, start + key.len()),
            value: Value { span: Span::new(value_start, value_start + value.len()), kind },
        });
    }
    entries
}

/// Adds an item to the list below a key that has no value on its own line.
fn add_item(value: &mut Value, item: &str, start: usize) {
    let span = Span::new(start, start + item.len());
    let item = Value { span, kind: ValueKind::Scalar(unquoted(item).to_owned()) };
    match &mut value.kind {
        ValueKind::List(items) => items.push(item),
        ValueKind::Null => value.kind = ValueKind::List(vec![item]),
        ValueKind::Scalar(_) | ValueKind::Map(_) => {}
    }
}

fn unquoted(value: &str) -> &str {
    ['"', '\'']
        .iter()
        .find_map(|&quote| value.strip_prefix(quote)?.strip_suffix(quote))
        .unwrap_or(value)
}

/// `key:` at the start of a line.
pub(super) fn is_key_line(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, _)| {
        !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
    })
}

/// The bytes of a scalar that begins a text: the YAML reader counts what follows a quoted one in.
fn scalar_len(text: &str) -> usize {
    let Some(quote) = text.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
        return text.trim_end().len();
    };
    let mut chars = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        if c == '\\' && quote == '"' {
            chars.next();
        } else if c == quote {
            match chars.peek() {
                Some(&(_, next)) if next == quote && quote == '\'' => _ = chars.next(),
                _ => return at + c.len_utf8(),
            }
        }
    }
    text.len()
}

struct Reader<'a> {
    body: &'a str,
    start: usize,
    parser: Parser<'a, saphyr_parser::StrInput<'a>>,
    /// Byte offset in the file of each character of the body; the YAML reader counts characters.
    offsets: Vec<usize>,
}

impl<'a> Reader<'a> {
    fn new(body: &'a str, start: usize) -> Self {
        let ends = std::iter::once(start + body.len());
        let offsets = body.char_indices().map(|(at, _)| start + at).chain(ends).collect();
        Self { body, start, parser: Parser::new_from_str(body), offsets }
    }

    fn offset(&self, index: usize) -> usize {
        self.offsets.get(index).or(self.offsets.last()).copied().unwrap_or(0)
    }

    fn span(&self, span: saphyr_parser::Span) -> Span {
        let start = self.offset(span.start.index());
        Span::new(start, self.offset(span.end.index()).max(start))
    }

    fn problem(&self, error: &ScanError) -> Problem {
        let at = self.offset(error.marker().index());
        Problem { span: Span::at(at), message: error.info().to_owned() }
    }

    fn next(&mut self) -> Result<Option<(Event<'a>, Span)>, Problem> {
        match self.parser.next_event() {
            None => Ok(None),
            Some(Ok((event, span))) => Ok(Some((event, self.span(span)))),
            Some(Err(error)) => Err(self.problem(&error)),
        }
    }

    /// The first document's root; later documents do not occur between two `---` lines.
    fn document(&mut self) -> Result<Option<Value>, Problem> {
        while let Some((event, span)) = self.next()? {
            match event {
                Event::StreamStart | Event::DocumentStart(_) | Event::Nothing => {}
                Event::DocumentEnd | Event::StreamEnd => return Ok(None),
                event => {
                    let value = self.value(event, span, 0)?;
                    // Whatever is wrong further down must be known too.
                    while self.next()?.is_some() {}
                    return Ok(Some(value));
                }
            }
        }
        Ok(None)
    }

    fn value(&mut self, event: Event<'a>, span: Span, depth: usize) -> Result<Value, Problem> {
        if depth > MAX_DEPTH {
            return Err(Problem { span, message: "nested too deeply".to_owned() });
        }
        let kind = match event {
            Event::Scalar(text, style, ..) => {
                let plain = matches!(style, saphyr_parser::ScalarStyle::Plain);
                if plain && matches!(&*text, "" | "~" | "null" | "Null" | "NULL") {
                    ValueKind::Null
                } else {
                    ValueKind::Scalar(text.into_owned())
                }
            }
            Event::SequenceStart(..) => return self.list(span, depth),
            Event::MappingStart(..) => return self.map(span, depth),
            _ => ValueKind::Null,
        };
        let text = &self.body[span.start - self.start..span.end - self.start];
        let span = Span::new(span.start, span.start + scalar_len(text));
        Ok(Value { span, kind })
    }

    fn list(&mut self, start: Span, depth: usize) -> Result<Value, Problem> {
        let mut items = Vec::new();
        let mut end = start;
        while let Some((event, span)) = self.next()? {
            end = span;
            if matches!(event, Event::SequenceEnd) {
                break;
            }
            items.push(self.value(event, span, depth + 1)?);
        }
        Ok(Value { span: start.cover(end), kind: ValueKind::List(items) })
    }

    fn map(&mut self, start: Span, depth: usize) -> Result<Value, Problem> {
        let mut entries = Vec::new();
        let mut end = start;
        while let Some((event, key_span)) = self.next()? {
            end = key_span;
            if matches!(event, Event::MappingEnd) {
                break;
            }
            let key = match self.value(event, key_span, depth + 1)?.kind {
                ValueKind::Scalar(key) => key,
                _ => String::new(),
            };
            let Some((event, span)) = self.next()? else {
                break;
            };
            let value = self.value(event, span, depth + 1)?;
            end = value.span;
            entries.push(Entry { key, key_span, value });
        }
        Ok(Value { span: start.cover(end), kind: ValueKind::Map(entries) })
    }
}
