//! What the cells of a column say of it, where its header is in no language that is known.

use text::markdown::inline::Inlines;
use words::date;

use super::entry::Field;
use super::grid::Grid;
use super::version::Version;
use super::wording::cell::is_blank;

/// A column of dates, or of versions: all cells that say something are.
pub(super) fn field(table: &Grid<'_>, index: usize) -> Option<Field> {
    let cells: Vec<String> = cells(table, index).filter(|cell| !is_blank(cell)).collect();
    let all = |is: fn(&str) -> bool| !cells.is_empty() && cells.iter().all(|cell| is(cell));
    if all(is_date) {
        Some(Field::Date)
    } else if all(is_version) {
        Some(Field::Version)
    } else {
        None
    }
}

/// How much is written in a column.
pub(super) fn letters(table: &Grid<'_>, index: usize) -> usize {
    cells(table, index).map(|cell| cell.chars().filter(|c| c.is_alphabetic()).count()).sum()
}

/// `Item1.2 | Item2.2`: the same word in every cell, told apart by numbers, is what a table's
/// generator writes.
pub(super) fn is_numbered(cells: &[String]) -> bool {
    let word =
        |cell: &String| cell.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
    let Some(first) = cells.first().map(|cell| &cell[..word(cell)]) else { return false };
    let numbered = |cell: &String| word(cell) < cell.len() && cell[..word(cell)] == *first;
    cells.len() > 1 && first.chars().count() > 1 && cells.iter().all(numbered)
}

fn cells(table: &Grid<'_>, index: usize) -> impl Iterator<Item = String> {
    table.rows().iter().filter_map(move |row| row.cells.get(index).map(Inlines::plain))
}

fn is_date(text: &str) -> bool {
    date::first(text).is_some_and(|found| text.trim().len() <= found.span.len() + 4)
}

fn is_version(text: &str) -> bool {
    const LONGEST: usize = 16;
    let marked = text.contains('.') || text.starts_with(['v', 'V']) || text.trim().len() <= 2;
    text.len() <= LONGEST && marked && Version::read(text).is_some()
}
