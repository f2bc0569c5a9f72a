//! `Label: value` pairs as people write them: bold lines, bullets, tables, quotes, one line.
//!
//! The forms are those met in 88 architecture documents and 1,292 decision records: `**Label**:
//! value`, `**Label:** value`, `* Label: value`, `Label: value`, a table with the labels in its
//! first column or in its header, all of these inside a block quote, and several pairs on one line
//! separated by `|` or `•`.

use crate::source::Span;

use super::block::{Block, BlockKind, Item, List, Row, Table};
use super::inline::{Inlines, Run, RunKind};

/// How a pair was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldForm {
    /// `**Label:** value` or `**Label**: value` on a line of its own.
    Bold,
    /// `Label: value` on a line of its own.
    Plain,
    /// A list item.
    Bullet,
    /// A table row, label in the first cell.
    TableRow,
    /// A table column, label in the header.
    TableColumn,
}

/// One pair.
#[derive(Clone, Debug)]
pub struct Field {
    /// Without emphasis and colon, as written otherwise.
    pub label: String,
    /// Where the label stands, colon left out.
    pub label_span: Span,
    /// What follows; may be empty.
    pub value: Inlines,
    /// How it was written.
    pub form: FieldForm,
    /// True inside a block quote.
    pub quoted: bool,
}

/// Longest label, in words and in characters: beyond it a colon is punctuation.
const MAX_LABEL_WORDS: usize = 5;
const MAX_LABEL_CHARS: usize = 48;

/// All pairs in these blocks, in order; lists and quotes are looked into, sub-lists are not.
pub fn fields(blocks: &[Block]) -> Vec<Field> {
    let mut found = Vec::new();
    for block in blocks {
        collect(block, false, &mut found);
    }
    found
}

fn collect(block: &Block, quoted: bool, found: &mut Vec<Field>) {
    match &block.kind {
        BlockKind::Paragraph(text) => lines(text, quoted, found),
        BlockKind::List(List { items, .. }) => {
            found.extend(items.iter().filter_map(|item| bullet(item, quoted)));
        }
        BlockKind::Table(table) => rows(table, quoted, found),
        BlockKind::Quote(blocks) => blocks.iter().for_each(|block| collect(block, true, found)),
        _ => {}
    }
}

fn bullet(item: &Item, quoted: bool) -> Option<Field> {
    let text = item.text()?;
    let (label, label_span, value) = split_label(text)?;
    Some(Field { label, label_span, value, form: FieldForm::Bullet, quoted })
}

/// Each line is a pair or several; a line that is none continues nothing.
fn lines(text: &Inlines, quoted: bool, found: &mut Vec<Field>) {
    if !has_colon(text) {
        return;
    }
    for line in text.lines() {
        for part in parts(&line) {
            if let Some((label, label_span, value)) = split_label(&part) {
                let bold = part.runs().next().is_some_and(|run| run.strong);
                let form = if bold { FieldForm::Bold } else { FieldForm::Plain };
                found.push(Field { label, label_span, value, form, quoted });
            }
        }
    }
}

/// `**Status:** x | **Date:** y` as two parts; a line without separators as one.
fn parts(line: &Inlines) -> Vec<Inlines> {
    let cuts: Vec<(usize, usize)> = line
        .runs()
        .filter(Run::is_verbatim)
        .flat_map(|run| {
            run.text
                .match_indices(['|', '•', '·'])
                .map(move |(at, found)| (run.span.start + at, run.span.start + at + found.len()))
        })
        .collect();
    let mut parts = Vec::new();
    let mut start = line.span.start;
    for (end, next) in cuts {
        parts.push(line.clip(Span::new(start, end)));
        start = next;
    }
    parts.push(line.clip(Span::new(start, line.span.end.max(start))));
    // A separator counts only where it separates labelled parts; `a | b` inside a value does not.
    if parts.len() > 1 && parts.iter().filter(|part| split_label(part).is_some()).count() < 2 {
        return vec![line.clone()];
    }
    parts
}

/// Label, its span, and the value, if the text begins with a label and a colon.
pub fn split_label(text: &Inlines) -> Option<(String, Span, Inlines)> {
    split(text, colon)
}

/// The same where no space stands behind the colon, `Status:accepted`: only who knows the label and the value can tell
/// that from a name with a colon in it.
pub fn split_tight_label(text: &Inlines) -> Option<(String, Span, Inlines)> {
    split(text, tight_colon)
}

fn split(
    text: &Inlines,
    colon: fn(&str) -> Option<(usize, usize)>,
) -> Option<(String, Span, Inlines)> {
    if !has_colon(text) {
        return None;
    }
    let runs = text.runs().skip_while(|run| {
        matches!(run.kind, RunKind::Text | RunKind::Html) && run.text.trim().is_empty()
    });
    let bold = runs.clone().next()?.strong;
    let mut label = String::new();
    let mut start = None;
    let mut label_end = 0;
    for run in runs {
        if !matches!(run.kind, RunKind::Text) {
            return None;
        }
        if bold && !run.strong && !run.text.trim_start().starts_with([':', '：']) {
            return None;
        }
        let start = *start.get_or_insert(run.span.start);
        if let Some((at, colon)) = colon(run.text) {
            label.push_str(&run.text[..at]);
            let verbatim = run.text.len() == run.span.len();
            if at > 0 {
                label_end = if verbatim { run.span.start + at } else { run.span.end };
            }
            let after = if verbatim { run.span.start + at + colon } else { run.span.end };
            let label = label.trim().to_owned();
            if !is_label(&label, bold) {
                return None;
            }
            let value = text.after(after).trimmed();
            if is_quoted(&label, &value.plain()) {
                return None;
            }
            return Some((label, Span::new(start, label_end.max(start)), value));
        }
        label.push_str(run.text);
        label_end = run.span.end;
    }
    None
}

/// Cheap to see, and most lines of prose have none.
fn has_colon(text: &Inlines) -> bool {
    // One sign at a time is found by bytes, several by decoding each character.
    text.runs().any(|run| run.text.contains(':') || run.text.contains('：'))
}

/// A colon that ends a label: followed by white space or the end of its run, or full width.
fn colon(text: &str) -> Option<(usize, usize)> {
    text.char_indices().find_map(|(at, c)| {
        let len = c.len_utf8();
        let ends = text[at + len..].chars().next().is_none_or(char::is_whitespace);
        (c == '：' || (c == ':' && ends)).then_some((at, len))
    })
}

/// The first colon, where a letter or a digit follows.
fn tight_colon(text: &str) -> Option<(usize, usize)> {
    let at = text.find(':')?;
    text[at + 1..].starts_with(char::is_alphanumeric).then_some((at, 1))
}

fn is_label(label: &str, bold: bool) -> bool {
    let words = label.split_whitespace().count();
    let limit = if bold { MAX_LABEL_WORDS + 3 } else { MAX_LABEL_WORDS };
    (1..=limit).contains(&words)
        && label.chars().count() <= MAX_LABEL_CHARS
        && label.chars().any(char::is_alphabetic)
        && !label.contains(['.', '!', '?', ';'])
        && closes_brackets(label)
}

/// `"Status: <date>" on the cover` quotes a label, and `"Status: accepted"` is one in quotation marks.
fn is_quoted(label: &str, value: &str) -> bool {
    const PAIRS: [(char, char); 4] = [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»')];
    PAIRS.iter().any(|&(open, close)| {
        let opened = label.strip_prefix(open).is_some_and(|rest| !rest.contains(close));
        opened && value.find(close).is_some_and(|at| at + close.len_utf8() < value.len())
    })
}

/// `Accepted (date: 2024-03-05)` has its colon in a remark.
fn closes_brackets(label: &str) -> bool {
    [('(', ')'), ('（', '）')]
        .into_iter()
        .all(|(open, close)| label.rfind(open).is_none_or(|at| label[at..].contains(close)))
}

fn rows(table: &Table, quoted: bool, found: &mut Vec<Field>) {
    let columns = table.header.cells.len();
    if let ([row], true) = (table.rows.as_slice(), columns > 2) {
        column_fields(&table.header, row, quoted, found);
        return;
    }
    if columns != 2 {
        return;
    }
    // The header row may itself be the first pair (GitHub needs one) or be left blank.
    for row in std::iter::once(&table.header).chain(&table.rows) {
        let [label, value] = row.cells.as_slice() else {
            continue;
        };
        let text = label.plain();
        let name = text.trim_end_matches([':', '：']).trim();
        if !name.is_empty() && is_label(name, true) {
            found.push(Field {
                label: name.to_owned(),
                label_span: label.span,
                value: value.trimmed(),
                form: FieldForm::TableRow,
                quoted,
            });
        }
    }
}

fn column_fields(header: &Row, row: &Row, quoted: bool, found: &mut Vec<Field>) {
    for (label, value) in header.cells.iter().zip(&row.cells) {
        let text = label.plain();
        let name = text.trim_end_matches([':', '：']).trim();
        if !name.is_empty() {
            found.push(Field {
                label: name.to_owned(),
                label_span: label.span,
                value: value.trimmed(),
                form: FieldForm::TableColumn,
                quoted,
            });
        }
    }
}

#[cfg(test)]
mod tests;
