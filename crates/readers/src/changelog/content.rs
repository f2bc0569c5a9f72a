//! What the cells of a column say of it, where its header is in no language that is known.

use std::collections::HashSet;

use text::markdown::inline::Inlines;
use words::date;

use super::entry::Field;
use super::grid::Grid;
use super::parts;
use super::version::{self, Version};
use super::wording::cell::is_blank;
use words::date::{Date, Reading};

/// A column of dates, or of versions: all cells that say something are.
pub(super) fn field(table: &Grid<'_>, index: usize) -> Option<Field> {
    table.held(index, || held(table, index))
}

fn held(table: &Grid<'_>, index: usize) -> Option<Field> {
    let (mut dates, mut versions, mut any) = (true, true, false);
    for cell in cells(table, index).filter(|cell| !is_blank(cell)) {
        dates = dates && is_date(&cell);
        versions = versions && is_version(&cell);
        // Mostly the first cell shows that it is neither.
        if !dates && !versions {
            return None;
        }
        any = true;
    }
    any.then_some(if dates { Field::Date } else { Field::Version })
}

/// A column of versions each of which stands once: what comes again and again counts phases, or parts.
pub(super) fn are_versions(table: &Grid<'_>, index: usize) -> bool {
    let mut seen = HashSet::new();
    field(table, index) == Some(Field::Version)
        && cells(table, index).filter(|cell| !is_blank(cell)).all(|cell| seen.insert(cell))
}

/// A column of versions that nobody takes for counted rows: `1.0`, `v2`.
pub(super) fn are_marked_versions(table: &Grid<'_>, index: usize) -> bool {
    let marked = |cell: &str| cell.contains('.') || cell.starts_with(['v', 'V']);
    field(table, index) == Some(Field::Version)
        && cells(table, index).filter(|cell| !is_blank(cell)).all(|cell| marked(&cell))
}

/// A column of sentences, not of single words.
pub(super) fn is_prose(table: &Grid<'_>, index: usize) -> bool {
    let told = |cell: &String| words::word_starts(cell).count() > 1 && !is_date(cell);
    cells(table, index).filter(told).count() * 2 >= table.rows().len().max(1)
}

/// A column of sentences none of which begins with a version, and not all are names of one.
pub(super) fn is_story(table: &Grid<'_>, index: usize) -> bool {
    let mut filled = cells(table, index).filter(|cell| !is_blank(cell));
    is_prose(table, index)
        && filled.all(|cell| Version::read(&cell).is_none())
        && cells(table, index).any(|cell| !is_blank(&cell) && !version::looks_like_one(&cell))
}

/// A column in which no cell has a digit.
pub(super) fn is_without_numbers(table: &Grid<'_>, index: usize) -> bool {
    cells(table, index).all(|cell| !cell.contains(|c: char| c.is_ascii_digit()))
}

/// A column of numbers: `4 331 202`, `12 %`.
pub(super) fn are_amounts(table: &Grid<'_>, index: usize) -> bool {
    let letters = |cell: &str| cell.chars().filter(|c| c.is_alphabetic()).count();
    let digits = |cell: &str| cell.chars().filter(char::is_ascii_digit).count();
    let mut filled = cells(table, index).filter(|cell| !is_blank(cell)).peekable();
    filled.peek().is_some() && filled.all(|cell| digits(&cell) > letters(&cell))
}

/// Whether dates, and versions where they stand in a column, rise from row to row, or fall together.
pub(super) fn are_ordered(table: &Grid<'_>, date: usize, version: Option<usize>) -> bool {
    let dates: Vec<Date> = cells(table, date).filter_map(|cell| day(&cell)).collect();
    let versions = version.into_iter().flat_map(|index| cells(table, index));
    let versions: Vec<Vec<u64>> =
        versions.filter_map(|cell| Some(Version::read(&cell)?.significant().to_vec())).collect();
    let rise = dates.is_sorted() && versions.is_sorted();
    !dates.is_empty()
        && (rise || (dates.iter().rev().is_sorted() && versions.iter().rev().is_sorted()))
}

/// The one day that a cell names.
fn day(cell: &str) -> Option<Date> {
    match date::first(cell)?.reading {
        Reading::Exact(date) => Some(date),
        _ => None,
    }
}

/// A column whose cells are all filled, none twice.
pub(super) fn are_different(table: &Grid<'_>, index: usize) -> bool {
    let mut seen = HashSet::new();
    let mut all = cells(table, index);
    !table.rows().is_empty() && all.all(|cell| !is_blank(&cell) && seen.insert(cell))
}

/// A column whose cells have numbers: `OPS-12`, `3.1`, `Sheet 4`.
pub(super) fn are_numbered(table: &Grid<'_>, index: usize) -> bool {
    cells(table, index).all(|cell| is_blank(&cell) || cell.contains(|c: char| c.is_ascii_digit()))
}

/// A column of short names, some of which come again: what rows are about.
pub(super) fn are_parts(table: &Grid<'_>, index: usize) -> bool {
    const MOST_WORDS: usize = 3;
    let mut seen: HashSet<String> = HashSet::new();
    let (mut all, mut again) = (true, false);
    for cell in cells(table, index).filter(|cell| !is_blank(cell)) {
        let short = cell.split_whitespace().count() <= MOST_WORDS;
        all = all && short && cell.contains(char::is_alphabetic) && Version::read(&cell).is_none();
        again |= !seen.insert(cell);
    }
    all && again && seen.len() > 1 && field(table, index).is_none()
}

/// Whether the versions in one column run well only by the names in another: a single slip does not show that.
pub(super) fn are_versions_apart(table: &Grid<'_>, names: usize, versions: usize) -> bool {
    const FEWEST: usize = 2;
    let told = cells(table, names).zip(cells(table, versions));
    let told = told.filter(|(name, _)| !is_blank(name));
    let told = told.filter_map(|(name, cell)| Some((name, Version::read(&cell)?)));
    parts::mended(&told.collect::<Vec<_>>()) >= FEWEST
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
