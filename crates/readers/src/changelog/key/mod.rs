//! What an entry of a list is keyed by: the date, version and author at the beginning or the end of
//! its text.
//!
//! `2020-01-31: text`, `- v1.2 (2020-01-31) - text`, `[Ann] 2020-01-31: text`, `text: 2020-01-31`,
//! `text (@ann)`, `**TBD**: text`. A date inside the text tells of something else, unless `on`
//! stands before it.

mod trail;

use std::ops::Range;

use words::date;
use words::date::{Found, Reading};

use super::author;
use super::wording;
use text::markdown::flat::{Flat, trimmed};

/// What was found, as ranges of the flat text.
#[derive(Clone, Debug)]
pub(super) struct Key {
    pub date: Option<Found>,
    pub version: Option<Range<usize>>,
    pub author: Option<Range<usize>>,
    /// A `TBD` where the date goes.
    pub open: Option<Range<usize>>,
    /// The text without what stands at its ends.
    pub changes: Range<usize>,
    /// True where the entry begins with its date or version.
    pub leads: bool,
}

/// How freely a version is recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Versions {
    /// In running text: only where a separator follows.
    Separated,
    /// In the heading of a release: also at its end.
    Heading,
}

/// Reads the key of an entry that covers `range`.
pub(super) fn read(flat: &Flat<'_>, range: Range<usize>, versions: Versions) -> Key {
    let range = trimmed(&flat.plain, range);
    let text = flat.plain.get(range.clone()).unwrap_or_default();
    let mut dates = dates(text);
    for found in &mut dates {
        found.span = found.span.start + range.start..found.span.end + range.start;
    }
    let mut reader =
        Reader { flat, start: range.start, end: range.end, at: range.start, dates, versions };
    let mut key = reader.lead(range.start);
    if key.date.is_none() && key.open.is_none() {
        reader.trail(&mut key);
    }
    if key.author.is_none() {
        author::find(flat, &mut key);
    }
    key
}

/// The dates of a text. `20240305` counts only at its beginning: elsewhere it is any number.
fn dates(text: &str) -> Vec<Found> {
    let skipped = text.len() - text.trim_start_matches(is_filler).len();
    let digits = text[skipped..].bytes().take_while(u8::is_ascii_digit).count();
    if digits == 8 {
        return date::find_with(text, date::Shapes { compact: true });
    }
    date::find(text)
}

/// Whether a line begins with a date or version as an entry does: in the middle of a paragraph a
/// separator must follow.
pub(super) fn begins_entry(flat: &Flat<'_>, line: Range<usize>) -> bool {
    let key = read(flat, line.clone(), Versions::Separated);
    let Some(found) = &key.date else {
        return key.leads && key.version.is_some();
    };
    let after = flat.plain.get(found.span.end..line.end).unwrap_or_default();
    let closed = after.trim_start_matches([')', ']', '*']).trim_start();
    key.leads && (closed.is_empty() || closed.starts_with([':', '-', '–', '—', '|', '(', '：']))
}

struct Reader<'f, 'a> {
    flat: &'f Flat<'a>,
    start: usize,
    end: usize,
    at: usize,
    dates: Vec<Found>,
    versions: Versions,
}

impl Reader<'_, '_> {
    fn rest(&self) -> &str {
        self.flat.plain.get(self.at..self.end).unwrap_or_default()
    }

    fn lead(&mut self, start: usize) -> Key {
        let mut key = Key {
            date: None,
            version: None,
            author: None,
            open: None,
            changes: start..self.end,
            leads: false,
        };
        // A date may be followed by one more (a range): the second belongs to the text.
        while self.token(&mut key) {
            key.leads = key.date.is_some() || key.version.is_some();
            key.changes.start = self.at;
        }
        if key.leads || key.open.is_some() || key.author.is_some() {
            let rest = self.flat.plain.get(key.changes.clone()).unwrap_or_default();
            let kept = rest.trim_start_matches(is_separator);
            key.changes.start = self.end - kept.len();
        } else {
            let rest = self.flat.plain.get(key.changes.clone()).unwrap_or_default();
            let kept = rest.trim_start_matches(|c: char| c.is_whitespace() || is_bullet(c));
            key.changes.start = self.end - kept.len();
        }
        key
    }

    /// Takes one part of the key; false, and nothing taken, when the text begins here.
    fn token(&mut self, key: &mut Key) -> bool {
        let before = self.at;
        let skipped = self.rest().trim_start_matches(is_filler).len();
        self.at = self.end - skipped;
        let taken = self.label()
            || self.date(key)
            || self.version(key)
            || self.open(key)
            || self.author(key);
        if !taken {
            self.at = before;
        }
        taken
    }

    /// `Date:`, `Version:` before the value.
    fn label(&mut self) -> bool {
        let rest = self.rest();
        let word = rest.split(':').next().unwrap_or_default();
        let known = matches!(
            wording::folded(word).as_str(),
            "date" | "datum" | "version" | "author" | "autor"
        );
        let follows = rest.get(word.len() + 1..).unwrap_or_default().trim_start();
        let valued = follows.starts_with(|c: char| c.is_ascii_digit() || c == 'v' || c == '@');
        let len = word.len() + 1;
        if known && valued {
            self.at += len;
        }
        known && valued
    }

    fn date(&mut self, key: &mut Key) -> bool {
        let found = self.dates.iter().find(|found| found.span.start == self.at);
        let Some(found) = found.filter(|_| key.date.is_none()).cloned() else {
            return false;
        };
        if self.flat.inside_link(&found.span) {
            return false;
        }
        self.at = found.span.end;
        key.date = Some(found);
        true
    }

    fn version(&mut self, key: &mut Key) -> bool {
        let Some(len) = version_len(self.rest()).filter(|_| key.version.is_none()) else {
            return false;
        };
        let after = self.rest().get(len..).unwrap_or_default();
        let next = after.trim_start_matches([']', ')', '*', ' ']);
        let closed = after.len() != next.len() || after.is_empty();
        let dated = self.dates.iter().any(|found| {
            let gap = self.end - found.span.start;
            found.span.start >= self.at + len && next.trim_start_matches('(').len() == gap
        });
        let separated = next.starts_with([':', '–', '—', '|'])
            || (next.starts_with('-') && closed)
            || (next.starts_with('-') && next[1..].starts_with(' '))
            || after.starts_with([')', ']'])
            || dated;
        let heading = self.versions == Versions::Heading && (next.is_empty() || closed);
        if !separated && !heading {
            return false;
        }
        let word = version_word(self.rest());
        key.version = Some(self.at + word..self.at + len);
        self.at += len;
        true
    }

    /// `TBD:` where the date goes.
    fn open(&mut self, key: &mut Key) -> bool {
        let rest = self.rest();
        let word =
            rest.len() - rest.trim_start_matches(|c: char| c.is_alphabetic() || c == '/').len();
        let shouted = matches!(rest.get(..word), Some("TBD" | "TBA" | "TBC" | "TODO" | "N/A"));
        let after = rest.get(word..).unwrap_or_default().trim_start_matches([')', ']', ' ']);
        let separated = after.starts_with([':', '-', '–', '—']);
        let open = shouted && separated && key.date.is_none() && key.open.is_none();
        if open {
            key.open = Some(self.at..self.at + word);
            self.at += word;
        }
        open
    }

    /// `@ann:` or `[Ann] 2020-01-31:`.
    fn author(&mut self, key: &mut Key) -> bool {
        if key.author.is_some() {
            return false;
        }
        let bracketed = self.flat.plain.get(self.start..self.at).unwrap_or_default().trim_end();
        let in_bracket = bracketed.ends_with(['[', '(']);
        let Some(len) = author::lead(self.rest(), in_bracket) else {
            return false;
        };
        let after = self.at + len;
        let rest = self.flat.plain.get(after..self.end).unwrap_or_default();
        let next = self.end - rest.trim_start_matches(is_filler).len();
        let dated = self.dates.iter().any(|found| found.span.start == next);
        if !dated && !rest.trim_start_matches([')', ']', ' ']).starts_with([':', '-', '–']) {
            return false;
        }
        // A name in brackets names an author only where the date follows.
        let handle = self.rest().starts_with('@');
        if !handle && (!dated || key.date.is_some()) {
            return false;
        }
        key.author = Some(self.at..after);
        self.at = after;
        true
    }
}

/// Bytes of the version a text begins with: `v1`, `1.0`, `1.2.3-rc.1`, with a word before it.
fn version_len(text: &str) -> Option<usize> {
    let word = version_word(text);
    let rest = &text[word..];
    let mark = usize::from(rest.starts_with(['v', 'V']));
    let body = rest.get(mark..)?;
    let token = body
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+' | '_')))
        .unwrap_or(body.len());
    let token = body.get(..token)?.trim_end_matches(['.', '-', '_']);
    let digits = token.starts_with(|c: char| c.is_ascii_digit());
    let dotted = token.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('.')
        && token
            .split('.')
            .nth(1)
            .is_some_and(|part| part.starts_with(|c: char| c.is_ascii_digit() || c == 'x'));
    let plausible = digits && (mark == 1 || word > 0 || dotted);
    let is_date = date::first(token).is_some_and(|found| {
        found.span.start == 0 && !matches!(found.reading, Reading::Impossible)
    });
    (plausible && !is_date).then_some(word + mark + token.len())
}

/// Bytes of the word before a version.
fn version_word(text: &str) -> usize {
    let words = ["Version ", "version ", "Release ", "Rev. ", "Rev ", "Revision ", "Ver. "];
    words.iter().find(|word| text.starts_with(**word)).map_or(0, |word| word.len())
}

fn is_bullet(c: char) -> bool {
    matches!(c, '-' | '*' | '•' | '–' | '—' | '+')
}

/// What may stand before a part of the key.
fn is_filler(c: char) -> bool {
    c.is_whitespace() || is_bullet(c) || matches!(c, '[' | ']' | '(' | ')' | ':' | ',' | '|' | '.')
}

/// What may stand between the key and the text.
fn is_separator(c: char) -> bool {
    c.is_whitespace() || is_bullet(c) || matches!(c, ']' | ')' | ':' | ',' | '|' | '：' | '.')
}
