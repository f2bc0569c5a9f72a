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

/// What a row stands for.
#[derive(Clone, Copy)]
pub(super) struct Meant<'a> {
    /// Its file, relative to the source directory.
    pub(super) path: &'a str,
    /// None where the file is gone.
    pub(super) record: Option<&'a Record>,
}

/// The column in which most rows have their record's title.
pub(super) fn title_column<'a>(
    rows: impl Iterator<Item = (&'a Cells, Meant<'a>)>,
) -> Option<usize> {
    let mut counts: Vec<usize> = Vec::new();
    let mut all = 0;
    for (row, meant) in rows.filter(|(_, meant)| meant.record.is_some()) {
        all += 1;
        counts.resize(counts.len().max(row.cells.len()), 0);
        if let Some(column) = row.cells.iter().position(|cell| has_title(cell, meant)) {
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
    meant: Meant<'_>,
) -> Option<Cell<String>> {
    let called = |cell: &Inlines| {
        let words = if cell.span.contains(link) { cell.clip(link) } else { cell.clone() };
        title_of(&words, meant)
    };
    let same = cells.iter().find(|cell| has_title(cell, meant));
    same.and_then(|cell| title_of(cell, meant))
        .or_else(|| called(cells.get(column?)?))
        .or_else(|| called(cells.iter().find(|cell| cell.span.contains(link))?))
}

fn has_title(cell: &Inlines, meant: Meant<'_>) -> bool {
    title_of(cell, meant).is_some_and(|said| is_title(&said.value, meant))
}

/// What an item calls a record: the words of its link, or what stands behind one that is a number or a
/// file's name.
pub(super) fn title_of_item(
    text: &Inlines,
    link: Span,
    behind: &Inlines,
    meant: Meant<'_>,
) -> Option<Cell<String>> {
    let words = text.clip(link);
    title_of(&words, meant).or_else(|| {
        let name = words.plain();
        let is_name = !name.trim().contains(char::is_whitespace);
        let is_number = Title::of(&name, &Name::of("")).words.is_none();
        (is_name || is_number).then(|| title_behind(behind, meant)).flatten()
    })
}

/// The title that stands behind a link: `[6](0006-use-x.md) - Use X`.
fn title_behind(behind: &Inlines, meant: Meant<'_>) -> Option<Cell<String>> {
    let line = Line::of(behind);
    let start = line.text.find(char::is_alphanumeric)?;
    let end = line.text.trim_end().len();
    title_of(&behind.clip(line.span(start..end)), meant)
}

/// The words of a cell or a link without the record's number; none where a number is all.
fn title_of(text: &Inlines, meant: Meant<'_>) -> Option<Cell<String>> {
    let name = Name::of_path(meant.path);
    let value = Title::of(&text.plain(), &name).words?;
    // A file's name is no title.
    let is_path = value.contains('/') && !value.contains(char::is_whitespace);
    let is_file = is_path || link::stem(&value).len() < value.len();
    let words = value.contains(char::is_alphabetic) && !is_file;
    (words || is_title(&value, meant)).then_some(Cell { value, span: text.span })
}

/// Whether words are a record's title, but for case and signs.
fn is_title(words: &str, meant: Meant<'_>) -> bool {
    let stated = |title: &str| words::fold::folded(title) == words::fold::folded(words);
    let title = meant.record.and_then(|record| record.title.as_ref());
    title.is_some_and(|title| title.origin != Origin::FileName && stated(&title.value))
}
