//! Front matter: a block of YAML between `---` lines, or of TOML between `+++` lines, at the top of a
//! file. Blank lines, comments and lines that name a licence may stand above it.
//!
//! mdBook knows no front matter; the convention is Jekyll's
//! (<https://jekyllrb.com/docs/front-matter/>). Values keep their spans, and a block that is no
//! YAML mapping is kept as text with the reason, never dropped.

use saphyr_parser::{Event, Parser, ScanError};

use crate::source::Span;

pub use super::value::{Entry, Problem, Value, ValueKind};

use super::toml_block;

/// How deep YAML collections are followed; hostile nesting beyond it is an error.
const MAX_DEPTH: usize = 32;

/// The block and what it says.
#[derive(Debug)]
pub struct FrontMatter {
    /// From the opening `---` to the line break after the closing one.
    pub span: Span,
    /// What stands between the two lines.
    pub body: Span,
    /// The top-level keys in order; empty when the block is not a mapping.
    pub entries: Vec<Entry>,
    /// Why the block could not be read, and where.
    pub problem: Option<Problem>,
}

impl FrontMatter {
    /// The value of the first of these keys, compared without case, `-` equal to `_` and space.
    pub fn get(&self, keys: &[&str]) -> Option<&Entry> {
        keys.iter().find_map(|key| {
            let wanted = folded(key);
            self.entries.iter().find(|entry| folded(&entry.key) == wanted)
        })
    }
}

fn folded(key: &str) -> String {
    key.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).flat_map(char::to_lowercase).collect()
}

/// Where the block of a file stands, with the line break after it.
pub fn span(text: &str) -> Option<Span> {
    read(text).map(|front| front.span)
}

/// Splits the block off the top of a file; none when there is none or it is never closed.
pub(super) fn read(text: &str) -> Option<FrontMatter> {
    let start = above(text);
    let (fence, len) = opening(&text[start..])?;
    let body_start = start + len;
    let mut at = body_start;
    for line in text[body_start..].split_inclusive('\n') {
        let closes = match fence {
            Fence::Yaml => matches!(line.trim_end(), "---" | "..."),
            Fence::Toml => line.trim_end() == "+++",
        };
        if closes {
            let (span, body) = (Span::new(start, at + line.len()), Span::new(body_start, at));
            return Some(match fence {
                Fence::Yaml => parse(text, body, span),
                Fence::Toml => parse_toml(text, body, span),
            });
        }
        at += line.len();
    }
    None
}

#[derive(Clone, Copy)]
enum Fence {
    Yaml,
    Toml,
}

/// Bytes of what may stand above the block: blank lines, comments, a licence's name.
fn above(text: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let line = rest.split_inclusive('\n').next().unwrap_or_default();
        let len = if rest.trim_start_matches([' ', '\t']).starts_with("<!--") {
            rest.find("-->").map_or(0, |end| end + "-->".len())
        } else if line.trim().is_empty() || line.contains("SPDX-") && !line.contains("---") {
            line.len()
        } else {
            0
        };
        if len == 0 {
            return at;
        }
        at += len;
    }
}

/// The fence that a text begins with, and the offset after its line: `---` where something other than
/// a rule's paragraph follows.
fn opening(text: &str) -> Option<(Fence, usize)> {
    let first = text.split_inclusive('\n').next()?;
    if first.trim_end() == "+++" {
        return first.ends_with('\n').then_some((Fence::Toml, first.len()));
    }
    if first.trim_end() != "---" || !first.ends_with('\n') {
        return None;
    }
    // A rule at the top of a chapter is followed by a blank line or by Markdown, front matter by a
    // key or a comment.
    let rest = &text[first.len()..];
    let begins = rest.lines().next().unwrap_or_default().trim_end();
    let key_like = begins.contains(':') || begins.starts_with('#') || begins == "---";
    let blank_then_key = begins.is_empty()
        && rest.lines().find(|line| !line.trim().is_empty()).is_some_and(is_key_line);
    (key_like || blank_then_key).then_some((Fence::Yaml, first.len()))
}

fn is_key_line(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, _)| {
        !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
    })
}

fn parse_toml(text: &str, body: Span, span: Span) -> FrontMatter {
    match toml_block::read(&text[body.range()], body.start) {
        Ok(entries) => FrontMatter { span, body, entries, problem: None },
        Err(problem) => FrontMatter { span, body, entries: Vec::new(), problem: Some(problem) },
    }
}

fn parse(text: &str, body: Span, span: Span) -> FrontMatter {
    let mut reader = Reader::new(&text[body.range()], body.start);
    match reader.document() {
        Ok(Some(Value { kind: ValueKind::Map(entries), .. })) => {
            FrontMatter { span, body, entries, problem: None }
        }
        Ok(None) => FrontMatter { span, body, entries: Vec::new(), problem: None },
        Ok(Some(value)) => {
            let message = "not a list of `key: value` lines".to_owned();
            let problem = Some(Problem { span: value.span, message });
            FrontMatter { span, body, entries: lines(text, body), problem }
        }
        Err(problem) => {
            FrontMatter { span, body, entries: lines(text, body), problem: Some(problem) }
        }
    }
}

/// What can still be said of a broken block: its unindented `key: value` lines, as plain text.
fn lines(text: &str, body: Span) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut at = body.start;
    for line in text[body.range()].split_inclusive('\n') {
        let start = at;
        at += line.len();
        if let Some(item) = line.trim_start().strip_prefix("- ") {
            if let Some(entry) = entries.last_mut() {
                add_item(&mut entry.value, item.trim(), start + line.len() - item.len());
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read_ok(text: &str) -> FrontMatter {
        read(text).expect("front matter")
    }

    #[test]
    fn values_keep_their_bytes() {
        let text =
            "---\ntitle: Überblick\nstatus: \"draft\" # yet\npeople:\n  - Ann\n  - Bö\n---\n# A\n";
        let front = read_ok(text);
        assert_eq!(&text[front.span.end..], "# A\n");
        let status = front.get(&["Status"]).unwrap();
        assert_eq!(status.value.as_str(), Some("draft"));
        assert_eq!(&text[status.value.span.range()], "\"draft\"");
        assert_eq!(&text[front.get(&["title"]).unwrap().value.span.range()], "Überblick");
        let ValueKind::List(people) = &front.get(&["people"]).unwrap().value.kind else { panic!() };
        assert_eq!(&text[people[1].span.range()], "Bö");
    }

    #[test]
    fn braces_left_from_a_template_are_a_map() {
        let front = read_ok("---\nstatus: {Accepted}\n---\n");
        let ValueKind::Map(entries) = &front.entries[0].value.kind else { panic!() };
        assert_eq!(entries[0].key, "Accepted");
    }

    #[test]
    fn a_broken_block_keeps_its_plain_lines() {
        let front = read_ok("---\nstatus: {proposed | accepted\ndate: 2024-01-02\n---\nText\n");
        assert!(front.problem.is_some());
        assert_eq!(front.get(&["date"]).unwrap().value.as_str(), Some("2024-01-02"));
        let front = read_ok("---\ntag:Genome Browser\n---\n");
        assert!(front.problem.is_some());
        assert!(front.entries.is_empty());
    }

    #[test]
    fn a_licence_may_stand_above() {
        let text = "<!-- SPDX-License-Identifier: MIT -->\n\n---\nstatus: draft\n---\n# A\n";
        let front = read_ok(text);
        assert_eq!(&text[front.span.range()], "---\nstatus: draft\n---\n");
    }

    #[test]
    fn toml_between_plus_signs() {
        let text = "+++\nstatus = \"draft\"\ndate = 2024-03-05\n[extra]\nby = [\"A\"]\n+++\n# A\n";
        let front = read_ok(text);
        let date = &front.get(&["date"]).unwrap().value;
        assert_eq!((date.as_str(), &text[date.span.range()]), (Some("2024-03-05"), "2024-03-05"));
        assert_eq!(&text[front.get(&["status"]).unwrap().key_span.range()], "status");
        assert!(read_ok("+++\nno toml\n+++\n").problem.is_some());
    }

    #[test]
    fn a_rule_is_no_front_matter() {
        assert!(read("---\n\nText\n\n---\n").is_none());
        assert!(read("---\nstatus: draft\n").is_none());
        assert!(read("Text\n---\na: b\n---\n").is_none());
    }
}
