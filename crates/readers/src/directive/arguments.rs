//! The text between `<<#archdoc` and `>>`.

use text::source::Span;
use text::wording::nearest;

use super::{Argument, Kind, Mistake, MistakeKind};

/// Where a directive's `>>` ends, given the offset after its opening.
///
/// Quotes hide `>>`; a blank line ends the search.
pub(super) fn end(text: &str, from: usize) -> Result<usize, MistakeKind> {
    let mut quote = None;
    let mut escaped = false;
    let mut line_blank = false;
    for (at, c) in text[from..].char_indices() {
        match (quote, c) {
            (_, '\n') if line_blank => return Err(unclosed(quote)),
            (_, '\n') => line_blank = true,
            (_, c) if !c.is_whitespace() => line_blank = false,
            _ => {}
        }
        match quote {
            Some(_) if escaped => escaped = false,
            Some(_) if c == '\\' => escaped = true,
            Some(open) if c == open => quote = None,
            None if (c == '"' || c == '\'') && opens_value(&text[..from + at]) => quote = Some(c),
            None if text[from + at..].starts_with(">>") => return Ok(from + at + 2),
            _ => {}
        }
    }
    Err(unclosed(quote))
}

/// A quote opens a value only right after `=`; elsewhere it is an apostrophe.
fn opens_value(before: &str) -> bool {
    before.ends_with('=')
}

fn unclosed(quote: Option<char>) -> MistakeKind {
    if quote.is_some() { MistakeKind::UnclosedQuote } else { MistakeKind::Unclosed }
}

/// Reads the arguments of the directive that covers `span`, and what begins it; `inside` lies between
/// the brackets.
pub(super) fn read(text: &str, span: Span, inside: Span) -> Result<(Kind, Vec<Argument>), Mistake> {
    let mut reader = Reader { text, at: inside.start, end: inside.end };
    let mut arguments: Vec<Argument> = Vec::new();
    while let Some(mut argument) = reader.next()? {
        match Kind::of(&argument.key).filter(|_| argument.value.is_none()) {
            Some(Kind::Describes) => reader.paths(&mut argument),
            Some(Kind::DecisionsSince) => reader.bare(&mut argument),
            _ => {}
        }
        if arguments.iter().any(|known| known.key == argument.key) {
            let key = argument.key;
            return Err(Mistake { span: argument.key_span, kind: MistakeKind::Repeated { key } });
        }
        arguments.push(argument);
    }
    let Some(first) = arguments.first() else {
        return Err(Mistake { span, kind: MistakeKind::Empty });
    };
    let Some(kind) = Kind::of(&first.key) else {
        let names = Kind::ALL.iter().map(|&(key, _)| key);
        let kind = MistakeKind::UnknownKind {
            key: first.key.clone(),
            nearest: nearest(&first.key, names),
        };
        return Err(Mistake { span: first.key_span, kind });
    };
    if kind.needs_value() && first.value.as_deref().is_none_or(str::is_empty) {
        let key = first.key.clone();
        return Err(Mistake { span: first.key_span, kind: MistakeKind::NoValue { key } });
    }
    if !kind.needs_value() && first.value.is_some() {
        return Err(Mistake { span: first.value_span, kind: MistakeKind::OwnValue { kind } });
    }
    if let Some(bare) = arguments.iter().skip(1).find(|argument| argument.value.is_none()) {
        let key = bare.key.clone();
        return Err(Mistake { span: bare.key_span, kind: MistakeKind::NoValue { key } });
    }
    Ok((kind, arguments))
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    end: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..self.end]
    }

    fn skip_space(&mut self) {
        self.at = self.end - self.rest().trim_start().len();
    }

    fn next(&mut self) -> Result<Option<Argument>, Mistake> {
        let before = self.at;
        self.skip_space();
        if self.rest().is_empty() {
            return Ok(None);
        }
        let key_len = key_len(self.rest());
        if key_len == 0 || before == self.at {
            let len = self.rest().find(char::is_whitespace).unwrap_or(self.rest().len());
            let span = Span::new(self.at, self.at + len);
            return Err(Mistake { span, kind: MistakeKind::NoArgument });
        }
        let key_span = Span::new(self.at, self.at + key_len);
        let key = self.text[key_span.range()].to_owned();
        self.at = key_span.end;
        if !self.rest().starts_with('=') {
            return Ok(Some(Argument { key, key_span, value: None, value_span: key_span }));
        }
        self.at += 1;
        let start = self.at;
        let value = self.value();
        let value_span = Span::new(start, self.at);
        if value_span.is_empty() {
            return Err(Mistake { span: key_span, kind: MistakeKind::NoValue { key } });
        }
        Ok(Some(Argument { key, key_span, value: Some(value), value_span }))
    }

    /// Makes the words up to the next argument the value of one that has none, with commas between them.
    fn paths(&mut self, argument: &mut Argument) {
        let is_argument = |word: &str| word[key_len(word)..].starts_with('=');
        let mut paths: Vec<&str> = Vec::new();
        let mut span: Option<Span> = None;
        let (text, end) = (&self.text[..self.end], self.end);
        loop {
            let rest = text[self.at..].trim_start();
            let word = rest.split(char::is_whitespace).next().unwrap_or_default();
            if word.is_empty() || is_argument(word) {
                break;
            }
            let start = end - rest.len();
            self.at = start + word.len();
            let here = Span::new(start, self.at);
            span = Some(span.map_or(here, |span| span.cover(here)));
            paths.push(word.trim_matches(','));
        }
        if let Some(span) = span {
            argument.value = Some(paths.join(","));
            argument.value_span = span;
        }
    }

    /// Makes what stands next the value of an argument that has none, unless it is an argument itself.
    fn bare(&mut self, argument: &mut Argument) {
        let before = self.at;
        self.skip_space();
        let rest = self.rest();
        if rest.is_empty() || self.at == before || rest[key_len(rest)..].starts_with('=') {
            self.at = before;
            return;
        }
        let start = self.at;
        argument.value = Some(self.value());
        argument.value_span = Span::new(start, self.at);
    }

    /// The value at the reader, quotes and escapes resolved.
    fn value(&mut self) -> String {
        let Some(quote) = self.rest().chars().next().filter(|c| matches!(c, '"' | '\'')) else {
            let len = self.rest().find(char::is_whitespace).unwrap_or(self.rest().len());
            let value = self.rest()[..len].to_owned();
            self.at += len;
            return value;
        };
        let mut value = String::new();
        let mut escaped = false;
        let mut len = quote.len_utf8();
        for c in self.rest()[len..].chars() {
            len += c.len_utf8();
            match c {
                _ if escaped => {
                    if c != quote && c != '\\' {
                        value.push('\\');
                    }
                    value.push(c);
                    escaped = false;
                }
                '\\' => escaped = true,
                c if c == quote => break,
                c => value.push(c),
            }
        }
        self.at += len;
        value
    }
}

/// The bytes of a key at the start of a text.
fn key_len(text: &str) -> usize {
    if !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return 0;
    }
    text.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')))
        .unwrap_or(text.len())
}
