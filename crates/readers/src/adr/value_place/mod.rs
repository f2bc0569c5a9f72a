//! Where a record's file has the value of a label, for whoever writes another one there.

use std::ops::Range;

use text::markdown::front_matter::{Entry, Value, ValueKind};
use text::markdown::pipe_table::bars;
use text::markdown::{Document, inlines};
use text::source::{Source, Span};

use super::field;
use super::labelled_value::Labelled;
use super::record::Origin;
use super::text::parts;

/// Where the value of a label stands: its section's lines, its cell, or the rest of its line, less what ends
/// that; none where it is not known.
pub(super) fn of(document: &Document, statement: &Labelled) -> Option<Span> {
    let source = &document.source;
    let last = statement.lines.iter().map(|line| line.span.end).max();
    let line = source.line_span(source.line(statement.label.start));
    if statement.origin == Origin::Section {
        let first = statement.lines.iter().map(|line| line.span.start).min();
        let end = line.start + source.slice(line).trim_end().len();
        return Some(match (first, last) {
            (Some(first), Some(last)) => Span::new(first, last),
            _ => Span::at(end),
        });
    }
    match statement.origin {
        Origin::Table => return cell(source, statement),
        Origin::FrontMatter => return of_key(document, statement.label),
        _ => {}
    }
    let end = piece_end(source, statement.label.start);
    let end = end.max(last.unwrap_or_default()).max(statement.label.end);
    let text = source.slice(Span::new(statement.label.end, end));
    let start = text.find(|c: char| !c.is_whitespace() && !"*_`:：\"'".contains(c));
    let quote = start.is_some_and(|start| text[..start].ends_with(['"', '\'']));
    let start =
        start.map_or_else(|| text.trim_end().len(), |start| if quote { start - 1 } else { start });
    let value = without_break(text[start..].trim_end().trim_end_matches('\\')).trim_end();
    // What closes the marks before the value is no part of it.
    let value = unmatched(value).map_or(value, |mark| &value[..mark.start]);
    let start = statement.label.end + start;
    Some(Span::new(start, start + value.trim_end().len()))
}

/// The value of a key of the front matter with its quotation marks or the sign of a block; behind the key where it
/// has none.
fn of_key(document: &Document, key: Span) -> Option<Span> {
    let front = document.front_matter.as_ref()?;
    let value = value_of(&front.entries, key)?;
    let separator = document.source.text()[key.end..].find(front.notation.separator())?;
    let behind = key.end + separator + 1;
    let written = document.slice(Span::new(behind, value.span.end.max(behind)));
    // What is no YAML is read by its lines, comments with them.
    let is_read = front.problem.is_none();
    let written = if is_read { Some(written) } else { written.split(" #").next() };
    let written = written.unwrap_or_default().trim_end();
    let bare = written.trim_start();
    if bare.is_empty() || bare.starts_with('#') {
        return Some(Span::at(behind));
    }
    Some(Span::new(behind + written.len() - bare.len(), behind + written.len()))
}

/// The value of the key that stands here, at any depth.
pub(super) fn value_of(entries: &[Entry], key: Span) -> Option<&Value> {
    entries.iter().find_map(|entry| match &entry.value.kind {
        _ if entry.key_span == key => Some(&entry.value),
        ValueKind::Map(inner) => value_of(inner, key),
        _ => None,
    })
}

/// Where the labelled value at a place ends: before the next label of its line, else at the line's end.
/// Without what separates the two, and without white space.
pub(super) fn piece_end(source: &Source, at: usize) -> usize {
    let line = source.line_span(source.line(at));
    let whole = source.slice(line).trim_end();
    let begins = start_of_text(whole);
    let parsed = inlines(&whole[begins..], line.start + begins);
    let lines = parts(&parsed);
    let pieces = lines.iter().flat_map(field::pieces).map(|piece| piece.span.start);
    let Some(next) = pieces.into_iter().find(|start| *start > at) else {
        return (line.start + whole.len()).max(at);
    };
    // Before the marks of the next label, and the sign that separates it.
    let text = source.slice(Span::new(line.start, next));
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '`'));
    let text = text.trim_end_matches(field::BETWEEN_LABELS).trim_end();
    (line.start + without_break(text).len()).max(at)
}

/// Without a line break in HTML at its end.
fn without_break(text: &str) -> &str {
    let tag = ["<br>", "<br/>", "<br />"].into_iter().find_map(|tag| text.strip_suffix(tag));
    tag.unwrap_or(text).trim_end()
}

/// A line without a value, from what stands before and behind that: without marks that would be around nothing.
pub(super) fn emptied(before: &str, after: &str) -> String {
    let rest = after.trim_start_matches(['*', '_', '`']);
    let marks = &after[..after.len() - rest.len()];
    let bare = before.strip_suffix(marks).unwrap_or(before);
    let around = !marks.is_empty() && bare.len() < before.len() && bare.ends_with([' ', '\t']);
    if around {
        format!("{}{rest}", bare.trim_end())
    } else {
        format!("{}{after}", before.trim_end())
    }
}

/// Where the words of a line begin: behind the signs of quotes and of an item.
pub(super) fn start_of_text(line: &str) -> usize {
    let rest = line.trim_start_matches([' ', '\t', '>']);
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let marker = ["- ", "* ", "+ ", ". ", ") "].iter().find_map(|sign| digits.strip_prefix(sign));
    let item = marker.filter(|_| digits.len() == rest.len() || digits.starts_with(['.', ')']));
    line.len() - item.unwrap_or(rest).trim_start().len()
}

/// A mark of emphasis or code at the end of a text that nothing in it opens: `Accepted**`.
pub(super) fn unmatched(text: &str) -> Option<Range<usize>> {
    let mut open: Vec<&str> = Vec::new();
    for mark in marks(text) {
        if open.is_empty() && mark.end == text.len() && mark.start > 0 {
            return Some(mark);
        }
        nest(&mut open, &text[mark]);
    }
    None
}

/// The mark that is around all of a text, once: `**` of `**Accepted**`; nothing where none is.
pub(super) fn around(text: &str) -> &str {
    let text = text.trim();
    let mut all = marks(text);
    let whole = |open: Range<usize>, close: Range<usize>| {
        let same = text[open.clone()] == text[close.clone()];
        (open.start == 0 && close.end == text.len() && same).then(|| &text[open])
    };
    match (all.next(), all.next(), all.next()) {
        (Some(open), Some(close), None) => whole(open, close).unwrap_or_default(),
        _ => "",
    }
}

/// The first mark in a text that closes what is opened before it: `Accepted** (2024-03-15)`.
pub(super) fn closed_within(text: &str) -> Option<&str> {
    marks(text).find_map(|mark| {
        let same = marks(text).filter(|other| text[other.clone()] == text[mark.clone()]).count();
        let closes = text[..mark.start].ends_with(|c: char| !c.is_whitespace());
        (closes && same % 2 == 1).then(|| &text[mark])
    })
}

/// The marks behind the value at `value` that close what its line opens before `labelled`, where its label ends:
/// `_` of `_Status: Accepted_`, nothing where nothing is open; none where they do not stand behind the value.
pub(super) fn closing(source: &Source, labelled: usize, value: usize) -> Option<&str> {
    let line = source.line_around(value);
    let before = source.slice(Span::new(line.start, labelled));
    let before = &before[start_of_text(before)..];
    let mut open: Vec<&str> = Vec::new();
    marks(before).for_each(|mark| nest(&mut open, &before[mark]));
    if open.is_empty() {
        return Some("");
    }
    let value = source.slice(Span::new(value, piece_end(source, value)));
    let closing = &value[unmatched(value.trim_end_matches('\\').trim_end())?];
    (open == [closing]).then_some(closing)
}

/// A mark of emphasis or code closes what the same one has opened last, else it opens.
fn nest<'t>(open: &mut Vec<&'t str>, mark: &'t str) {
    if open.last() == Some(&mark) {
        open.pop();
    } else {
        open.push(mark);
    }
}

/// The marks of emphasis and code in a text, less those in the midst of a word.
fn marks(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    let runs = std::iter::from_fn(move || {
        let start = at + text[at..].find(['*', '_', '`'])?;
        let sign = text[start..].chars().next()?;
        at = text.len() - text[start..].trim_start_matches(sign).len();
        Some(start..at)
    });
    runs.filter(|run| {
        let beside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let (before, after) = (&text[..run.start], &text[run.end..]);
        let inside = beside(before.chars().next_back()) && beside(after.chars().next());
        !(inside && text[run.clone()].starts_with('_'))
    })
}

/// The cell of a value: that of its first word, or an empty one beside the label.
fn cell(source: &Source, statement: &Labelled) -> Option<Span> {
    let first = statement.lines.first().map(|line| line.span.start);
    let at = first.unwrap_or(statement.label.end);
    let line = source.line_span(source.line(at));
    let (before, behind) = (Span::new(line.start, at), Span::new(at, line.end));
    let start = match first {
        Some(_) => line.start + bars(source.slice(before)).next_back()? + 1,
        None => at + bars(source.slice(behind)).next()? + 1,
    };
    let cell = rest_of_cell(source.slice(Span::new(start, line.end)));
    let cell = cell.trim_end_matches(['\r', '\n']);
    (first.is_some() || cell.trim().is_empty()).then(|| Span::new(start, start + cell.len()))
}

/// What stands before the next bar of a row.
pub(super) fn rest_of_cell(row: &str) -> &str {
    bars(row).next().map_or(row, |bar| &row[..bar])
}

#[cfg(test)]
mod tests;
