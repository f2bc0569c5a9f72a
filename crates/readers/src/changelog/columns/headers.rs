//! What the headers of a table's columns announce.

use super::{Columns, Told, content, title};
use crate::changelog::entry::Field;
use crate::changelog::grid::Grid;
use crate::changelog::wording::column::Column;

/// A header that is being read.
#[derive(Default)]
pub(super) struct Headers {
    pub columns: Columns,
    reviewer: Option<usize>,
    /// Says which office a person has: who signs has one, and few who write.
    role: Option<usize>,
    /// Names a part of the whole.
    part: Option<usize>,
    /// Columns that say why, or make remarks.
    pub remarks: Vec<usize>,
    /// Columns of something else that logs tell.
    beside: Vec<usize>,
    /// Columns that mean nothing so far; also the second of two alike.
    pub unknown: Vec<usize>,
}

impl Headers {
    pub(super) fn of(table: &Grid<'_>) -> Self {
        let mut read = Self::default();
        for index in 0..table.header().cells.len() {
            let place = match table.announced(index) {
                // "Created" asks for a day or for a person.
                Some(Column::Field(Field::Author))
                    if content::field(table, index) == Some(Field::Date) =>
                {
                    &mut read.columns.date
                }
                Some(Column::Field(field)) => read.columns.place(field),
                Some(Column::Reviewer) => &mut read.reviewer,
                Some(Column::Remark) => {
                    read.remarks.push(index);
                    continue;
                }
                Some(kind @ (Column::Other | Column::Part | Column::Role)) => {
                    read.beside.push(index);
                    match kind {
                        Column::Part => read.part = read.part.or(Some(index)),
                        Column::Role => read.role = read.role.or(Some(index)),
                        _ => {}
                    }
                    continue;
                }
                None => {
                    read.unknown.push(index);
                    continue;
                }
            };
            if place.is_some() {
                read.unknown.push(index);
            } else {
                *place = Some(index);
            }
        }
        read
    }

    /// Whether the columns are those of people who sign, and tell of no version and no change.
    pub(super) fn asks_to_sign(&self, table: &Grid<'_>) -> bool {
        let told = || self.unknown.iter().any(|&at| content::is_prose(table, at));
        let signs = self.role.is_some() || self.reviewer.is_some() && !told();
        signs && self.columns.version.is_none() && self.columns.changes.is_none()
    }

    /// Takes the first column for a field that no header names and whose cells fit.
    pub(super) fn take(&mut self, field: Field, fits: impl Fn(usize) -> bool) {
        let place = self.columns.place(field);
        if place.is_none() {
            let mut free = self.unknown.iter().chain(&self.beside).copied();
            *place = free.find(|index| fits(*index));
            let taken = *place;
            self.unknown.retain(|index| Some(*index) != taken);
            self.beside.retain(|index| Some(*index) != taken);
        }
    }

    pub(super) fn finish(mut self, table: &Grid<'_>) -> Option<Columns> {
        let asks_to_sign = self.asks_to_sign(table);
        // What is told under "Version" where nothing else tells of changes: `| Jan 30th 2012 | First draft of it |`
        let silent = self.columns.changes.is_none()
            && self.columns.author.is_none()
            && self.remarks.is_empty();
        if silent && self.columns.version.is_some_and(|at| content::is_story(table, at)) {
            self.columns.changes = self.columns.version.take();
        }
        // `Issue` may ask for a version, and what tells of issues has none.
        let of_issues = |at| content::is_story(table, at) && content::is_without_numbers(table, at);
        if self.columns.version.is_some_and(of_issues) {
            self.unknown.extend(self.columns.version.take());
        }
        if self.columns.changes.is_none() {
            let longest =
                self.remarks.iter().copied().max_by_key(|&at| content::letters(table, at));
            self.columns.changes = longest;
            self.remarks.retain(|index| Some(*index) != longest);
        }
        let unknown = self.unknown.len();
        let others = unknown + self.remarks.len() + self.beside.len();
        let version = self.columns.version.and_then(|index| table.announced(index));
        let names_version = version == Some(Column::Field(Field::Version));
        let changes = self.columns.changes.and_then(|index| table.header().cells.get(index));
        let spoken = changes.is_some_and(|cell| title::names_changes(&cell.plain()));
        let told = if spoken { Told::Changes } else { self.columns.told };
        // An unknown column may say anything that comes again, such as how urgent a change was.
        let versions = self.columns.version;
        let apart = |at: usize| {
            versions.is_some_and(|own| {
                content::are_parts(table, at) && content::are_versions_apart(table, at, own)
            })
        };
        let free = || self.unknown.iter().copied().find(|&at| apart(at));
        let part = self.part.or_else(free);
        let mut columns = Columns { part, others, unknown, told, names_version, ..self.columns };
        // Who approved a version did not write it; where nobody wrote, people signed.
        if self.reviewer.is_some() && columns.author.is_none() && columns.version.is_none() {
            columns.reviews = true;
            columns.author = self.reviewer;
        } else if asks_to_sign && columns.author.is_some() && !spoken {
            columns.reviews = true;
        } else if self.reviewer.is_some() {
            columns.others += 1;
        }
        columns.is_enough().then_some(columns)
    }
}
