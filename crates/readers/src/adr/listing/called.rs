//! What a row calls its record.

use text::link;
use text::markdown::block::Row as Cells;
use text::markdown::inline::Inlines;
use text::source::Span;

use super::cell::Cell;
use crate::adr::name::Name;
use crate::adr::record::{Origin, Record};
use crate::adr::text::Line;
use crate::adr::title::Title;

/// The column in which most rows have their record's title.
pub(super) fn title_column<'a>(
    rows: impl Iterator<Item = (&'a Cells, &'a Record)>,
) -> Option<usize> {
    let mut counts: Vec<usize> = Vec::new();
    let mut all = 0;
    for (row, record) in rows {
        all += 1;
        counts.resize(counts.len().max(row.cells.len()), 0);
        if let Some(column) = row.cells.iter().position(|cell| has_title(cell, record)) {
            counts[column] += 1;
        }
    }
    counts.iter().position(|count| count * 2 > all)
}

/// The cell that calls a record by name: the one with its title, else the one where the others have theirs, else
/// the words of the link.
pub(super) fn title_among(
    cells: &[Inlines],
    column: Option<usize>,
    link: Span,
    record: &Record,
) -> Option<Cell<String>> {
    let called = |cell: &Inlines| {
        let words = if cell.span.contains(link) { cell.clip(link) } else { cell.clone() };
        title_of(&words, record)
    };
    let same = cells.iter().find(|cell| has_title(cell, record));
    same.and_then(|cell| title_of(cell, record))
        .or_else(|| called(cells.get(column?)?))
        .or_else(|| called(cells.iter().find(|cell| cell.span.contains(link))?))
}

fn has_title(cell: &Inlines, record: &Record) -> bool {
    title_of(cell, record).is_some_and(|said| is_title(&said.value, record))
}

/// What an item calls a record: the words of its link, or what stands behind one that is a number or a
/// file's name.
pub(super) fn title_of_item(
    text: &Inlines,
    link: Span,
    behind: &Inlines,
    record: &Record,
) -> Option<Cell<String>> {
    let words = text.clip(link);
    title_of(&words, record).or_else(|| {
        let name = words.plain();
        let is_name = !name.trim().contains(char::is_whitespace);
        let is_number = Title::of(&name, &Name::of("")).words.is_none();
        (is_name || is_number).then(|| title_behind(behind, record)).flatten()
    })
}

/// The title that stands behind a link: `[6](0006-use-x.md) - Use X`.
fn title_behind(behind: &Inlines, record: &Record) -> Option<Cell<String>> {
    let line = Line::of(behind);
    let start = line.text.find(char::is_alphanumeric)?;
    let end = line.text.trim_end().len();
    title_of(&behind.clip(line.span(start..end)), record)
}

/// The words of a cell or a link without the record's number; none where a number is all.
fn title_of(text: &Inlines, record: &Record) -> Option<Cell<String>> {
    let name = Name::of(link::record_stem(&record.path));
    let value = Title::of(&text.plain(), &name).words?;
    // A file's name is no title.
    let is_path = value.contains('/') && !value.contains(char::is_whitespace);
    let is_file = is_path || link::stem(&value).len() < value.len();
    let words = value.contains(char::is_alphabetic) && !is_file;
    (words || is_title(&value, record)).then_some(Cell { value, span: text.span })
}

/// Whether words are a record's title, but for case and signs.
fn is_title(words: &str, record: &Record) -> bool {
    let stated = |title: &str| words::fold::folded(title) == words::fold::folded(words);
    record
        .title
        .as_ref()
        .is_some_and(|title| title.origin != Origin::FileName && stated(&title.value))
}
