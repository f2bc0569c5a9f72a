//! Front matter: a block of YAML between `---` lines, or of TOML between `+++` lines, at the top of a
//! file. Blank lines, comments and lines that name a licence may stand above it.
//!
//! mdBook knows no front matter; the convention is Jekyll's
//! (<https://jekyllrb.com/docs/front-matter/>). Values keep their spans, and a block that is no
//! YAML mapping is kept as text with the reason, never dropped.

use crate::source::Span;

pub use super::value::{Entry, Problem, Value, ValueKind};

use super::toml_block;
use super::yaml_block::{self, is_key_line};

/// The block and what it says.
#[derive(Debug)]
pub struct FrontMatter {
    /// From the opening `---` to the line break after the closing one, of two blocks that of the second.
    pub span: Span,
    /// What stands between the two lines; of two blocks those of the second.
    pub body: Span,
    /// The top-level keys in order; empty when the block is not a mapping.
    pub entries: Vec<Entry>,
    /// Why the block could not be read, and where.
    pub problem: Option<Problem>,
    /// What it is written in.
    pub notation: Notation,
}

/// What front matter is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// Between lines of `---`.
    Yaml,
    /// Between lines of `+++`.
    Toml,
}

impl Notation {
    /// What stands between a key and its value.
    pub const fn separator(self) -> char {
        match self {
            Self::Yaml => ':',
            Self::Toml => '=',
        }
    }

    /// A text as a value in one line, in quotation marks where it would mean something else without them. `there`
    /// is what stands in its place: YAML keeps the kind of mark that it has.
    pub fn scalar(self, text: &str, there: &str) -> String {
        if self == Self::Yaml && is_plain(text) {
            return text.to_owned();
        }
        self.quoted(text, there)
    }

    /// A text in quotation marks, of the kind that `there` has where YAML knows it.
    pub fn quoted(self, text: &str, there: &str) -> String {
        if self == Self::Yaml && there.starts_with('\'') {
            return format!("'{}'", text.replace('\'', "''"));
        }
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// Whether YAML reads a text as it stands: no sign of its own, no number or day, and no word for a truth.
fn is_plain(text: &str) -> bool {
    const WORDS: [&str; 7] = ["true", "false", "yes", "no", "on", "off", "null"];
    let first = text.chars().next();
    let begins = first.is_some_and(|c| c.is_alphabetic() || !c.is_ascii() && !c.is_control());
    // `2026-01-05 accepted`
    let is_day = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let dated = || {
        first.is_some_and(|c| c.is_ascii_digit())
            && text
                .split_once(' ')
                .is_some_and(|(day, words)| is_day(day) && words.starts_with(char::is_alphabetic))
    };
    (begins || dated())
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

impl FrontMatter {
    /// The value of the first of these keys, compared without case, `-` equal to `_` and space.
    pub fn get(&self, keys: &[&str]) -> Option<&Entry> {
        keys.iter().find_map(|key| {
            let wanted = folded(key);
            self.entries.iter().find(|entry| folded(&entry.key) == wanted)
        })
    }

    /// Where one more key goes into the block of a file with this text: behind the others, in TOML above the tables.
    pub fn end_of_keys(&self, text: &str) -> usize {
        match self.notation {
            Notation::Yaml => self.body.end,
            Notation::Toml => toml_block::end_of_keys(text, self.body, &self.entries),
        }
    }

    /// Whether a line is the head of a table of TOML.
    pub fn is_table(&self, text: &str, line: Span) -> bool {
        self.notation == Notation::Toml && toml_block::is_table(text, line, &self.entries)
    }
}

fn folded(key: &str) -> String {
    key.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).flat_map(char::to_lowercase).collect()
}

/// Where the block of a file stands, with the line break after it.
pub fn span(text: &str) -> Option<Span> {
    read(text).map(|front| front.span)
}

/// Splits the block off the top of a file; none when there is none or it is never closed. A second one right below, as
/// where a generator of sites puts its own above that of the page, says what the first does not.
pub fn read(text: &str) -> Option<FrontMatter> {
    let mut front = first(text, 0)?;
    if let Some(second) = second(text, &front) {
        let known: Vec<String> = front.entries.iter().map(|entry| folded(&entry.key)).collect();
        let new = second.entries.into_iter().filter(|entry| !known.contains(&folded(&entry.key)));
        front.entries.extend(new);
        front.span = front.span.cover(second.span);
        // What the page says of itself goes beside the rest of it.
        front.body = second.body;
    }
    Some(front)
}

/// A block of nothing but keys below the one of a file, with blank lines between.
fn second(text: &str, front: &FrontMatter) -> Option<FrontMatter> {
    const FEWEST: usize = 2;
    if front.notation != Notation::Yaml || front.problem.is_some() || front.entries.is_empty() {
        return None;
    }
    let behind = &text[front.span.end..];
    let from = front.span.end + behind.len() - behind.trim_start().len();
    let second = first(text, from).filter(|second| second.span.start == from)?;
    let is_key = |line: &str| is_key_line(line) || line.starts_with([' ', '\t', '-', '#']);
    let keyed = text[second.body.range()].lines().all(is_key);
    let read = second.notation == Notation::Yaml && second.problem.is_none();
    (read && keyed && second.entries.len() >= FEWEST).then_some(second)
}

/// The first block of what stands behind an offset.
fn first(text: &str, from: usize) -> Option<FrontMatter> {
    let start = from + above(&text[from..]);
    let (notation, len) = opening(&text[start..])?;
    let body_start = start + len;
    let mut at = body_start;
    for line in text[body_start..].split_inclusive('\n') {
        let closes = match notation {
            Notation::Yaml => {
                matches!(line.trim_end(), "---" | "...")
                    || is_near_fence(line, &text[body_start..at])
            }
            Notation::Toml => line.trim_end() == "+++",
        };
        if closes {
            let (span, body) = (Span::new(start, at + line.len()), Span::new(body_start, at));
            let (entries, problem) = match notation {
                Notation::Yaml => yaml(text, body),
                Notation::Toml => toml(text, body),
            };
            return Some(FrontMatter { span, body, entries, problem, notation });
        }
        at += line.len();
    }
    None
}

/// A closing line with a dash too few or too many below nothing but keys: what is written there is meant for
/// them, though Markdown makes one heading of it.
fn is_near_fence(line: &str, body: &str) -> bool {
    let is_yaml = |line: &str| is_key_line(line) || line.starts_with([' ', '\t', '-', '#']);
    matches!(line.trim_end(), "--" | "----")
        && body.lines().next().is_some_and(is_key_line)
        && body.lines().all(|line| line.trim().is_empty() || is_yaml(line))
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
fn opening(text: &str) -> Option<(Notation, usize)> {
    let first = text.split_inclusive('\n').next()?;
    if first.trim_end() == "+++" {
        return first.ends_with('\n').then_some((Notation::Toml, first.len()));
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
    (key_like || blank_then_key).then_some((Notation::Yaml, first.len()))
}

fn toml(text: &str, body: Span) -> (Vec<Entry>, Option<Problem>) {
    match toml_block::read(&text[body.range()], body.start) {
        Ok(entries) => (entries, None),
        Err(problem) => (Vec::new(), Some(problem)),
    }
}

fn yaml(text: &str, body: Span) -> (Vec<Entry>, Option<Problem>) {
    let problem = match yaml_block::read(&text[body.range()], body.start) {
        Ok(Some(Value { kind: ValueKind::Map(entries), .. })) => return (entries, None),
        Ok(None) => return (Vec::new(), None),
        Ok(Some(value)) => {
            let message = "not a list of `key: value` lines".to_owned();
            Problem { span: value.span, message }
        }
        Err(problem) => problem,
    };
    (yaml_block::lines(text, body), Some(problem))
}

#[cfg(test)]
mod tests;
