//! What an entry of a list is keyed by: the date, version and author at the beginning or the end of
//! its text.
//!
//! `2020-01-31: text`, `- v1.2 (2020-01-31) - text`, `[Ann] 2020-01-31: text`, `text: 2020-01-31`,
//! `text (@ann)`, `**TBD**: text`. A date inside the text tells of something else, unless `on`
//! stands before it.

mod reader;
mod trail;
mod version;

use std::ops::Range;

use text::markdown::flat::{Flat, trimmed};
use words::date;
use words::date::Found;

use super::person;
use reader::Reader;
pub(super) use version::is_semantic;

/// What was found, as ranges of the flat text.
#[derive(Clone, Debug)]
pub(super) struct EntryKey {
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
pub(super) fn read(flat: &Flat<'_>, range: Range<usize>, versions: Versions) -> EntryKey {
    let (reader, mut key) = begun(flat, range, versions);
    if key.date.is_none() && key.open.is_none() {
        reader.trail(&mut key);
    }
    // A heading that does not begin with its key is no entry, so nobody asks for its author.
    if key.author.is_none() && (key.leads || versions == Versions::Separated) {
        find_author(flat, &mut key);
    }
    key
}

/// Whether a text has a date, or what may be a version: false alarms are possible, misses are not.
pub(super) fn may_be_in(text: &str) -> bool {
    !dates(text).is_empty() || version::may_be_in(text)
}

/// Whether a line of running text begins with the key of an entry, or has an open one.
pub(super) fn leads(flat: &Flat<'_>, line: Range<usize>) -> bool {
    let (_, key) = begun(flat, line, Versions::Separated);
    key.leads || key.open.is_some()
}

/// Reads what stands at the beginning of a key, with the reader of the rest.
fn begun<'f, 'a>(
    flat: &'f Flat<'a>,
    range: Range<usize>,
    versions: Versions,
) -> (Reader<'f, 'a>, EntryKey) {
    let range = trimmed(&flat.plain, range);
    let text = flat.plain.get(range.clone()).unwrap_or_default();
    let mut dates = dates(text);
    for found in &mut dates {
        found.span = found.span.start + range.start..found.span.end + range.start;
    }
    let mut reader = Reader::new(flat, range.clone(), dates, versions);
    let mut key = reader.lead(range.start);
    if versions == Versions::Heading && !key.leads {
        key = reader.lead_behind_name(range.start).unwrap_or(key);
    }
    (reader, key)
}

/// Looks for the author behind the key, and takes it off the end of the changes.
fn find_author(flat: &Flat<'_>, key: &mut EntryKey) {
    let text = flat.plain.get(key.changes.clone()).unwrap_or_default();
    let Some(person::Named { name, outer }) = person::find(text) else { return };
    let start = key.changes.start;
    key.author = Some(start + name.start..start + name.end);
    let after = text.get(outer.end..).unwrap_or_default();
    if after.chars().all(|c| c.is_whitespace() || matches!(c, '.' | ')' | ',')) {
        let kept = text.get(..outer.start).unwrap_or_default();
        let kept = kept
            .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | ',' | '('));
        key.changes.end = start + kept.len();
    }
}

/// The dates of a text. `20240305` counts only at its beginning: elsewhere it is any number.
fn dates(text: &str) -> Vec<Found> {
    let skipped = text.len() - text.trim_start_matches(is_filler).len();
    let digits = text[skipped..].bytes().take_while(u8::is_ascii_digit).count();
    if digits == 8 {
        return date::find_with(text, date::Shapes { compact: true, ..date::Shapes::default() });
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
    let after = &after[date::time_of_day(after)..];
    let closed = after.trim_start_matches([')', ']', '*']).trim_start();
    key.leads && (closed.is_empty() || closed.starts_with([':', '-', '–', '—', '|', '(', '：']))
}

fn is_bullet(c: char) -> bool {
    matches!(c, '-' | '*' | '•' | '–' | '—' | '+')
}

/// What may stand before a part of the key.
fn is_filler(c: char) -> bool {
    c.is_whitespace()
        || is_bullet(c)
        || matches!(
            c,
            '[' | ']' | '(' | ')' | ':' | ',' | '|' | '.' | '/' | '·' | '（' | '）' | '：'
        )
}

/// What may stand between the key and the text.
fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || is_bullet(c)
        || matches!(c, ']' | ')' | ':' | ',' | '|' | '：' | '.' | '/' | '·' | '）')
}
