//! Tables that list things, decisions or signatures, and are no logs, however much their columns look like those of one.

use text::markdown::block::Row;
use text::markdown::inline::Inlines;
use words::{Field as Label, Label as DocumentLabel, Part, Reference, Vocabulary};

use super::content;
use super::{Columns, Told};
use crate::changelog::entry::Field;
use crate::changelog::grid::Grid;
use crate::changelog::person;
use crate::changelog::wording::cell::is_blank;
use crate::changelog::wording::column::Column;

impl Columns {
    /// Whether a table lists things, each with the version it has now, or decisions. `titled` tells that its title
    /// calls it a log: then rows that were dated one after the other, each with words of its own, are entries.
    pub(in super::super) fn are_of_a_register(&self, table: &Grid<'_>, titled: bool) -> bool {
        let told = || titled && self.tell_one_after_the_other(table);
        let others = || {
            self.told != Told::Changes
                && (decides(table, titled) || !told() && self.are_things(table, titled))
        };
        !titled && are_numbered_decisions(table) || others()
    }

    fn tell_one_after_the_other(&self, table: &Grid<'_>) -> bool {
        let prose = self.changes.is_some_and(|at| content::is_prose(table, at));
        let series = self.version.filter(|_| self.part.is_none());
        prose && self.date.is_some_and(|date| content::are_ordered(table, date, series))
    }

    /// Whether each row is about another thing, which has its name in a column for that.
    fn are_things(&self, table: &Grid<'_>, titled: bool) -> bool {
        const FEWEST: usize = 2;
        let columns = 0..table.header().cells.len();
        let called = columns.clone().find(|&at| table.announced(at) == Some(Column::Part));
        let counts = |at: usize| content::are_amounts(table, at);
        let first = || {
            columns.clone().find(|&at| !counts(at)).filter(|&at| self.may_name(table, at, titled))
        };
        let several = table.rows().len() >= FEWEST || called.is_some();
        let stated = self.version.is_some() || self.changes.is_none();
        let named = called.or_else(first);
        let other = |at: usize| {
            let reviewed = !titled && self.are_to_be_reviewed(table);
            content::are_different(table, at) || reviewed && !are_alike(table, at)
        };
        stated && several && named.is_some_and(other)
    }

    /// Whether the rows say when each thing is to be looked at again, and nothing of what changed: that has a log
    /// nobody asks of its entries.
    fn are_to_be_reviewed(&self, table: &Grid<'_>) -> bool {
        let is_review = |at: usize| {
            let header = table.header().cells.get(at).map(Inlines::plain).unwrap_or_default();
            Vocabulary::known().is(DocumentLabel::ReviewBy, header.trim())
        };
        let review = (0..table.header().cells.len()).find(|&at| is_review(at));
        review.is_some() && (self.changes.is_none() || self.changes == review)
    }

    /// Whether the first words of each row may be the name of a thing: nothing says that they are those of people, or
    /// tell when, which version, or what changed.
    fn may_name(&self, table: &Grid<'_>, at: usize, titled: bool) -> bool {
        let header = table.header().cells.get(at).map(Inlines::plain).unwrap_or_default();
        let words = |row: &Row| {
            row.cells.get(at).is_some_and(|cell| cell.plain().contains(char::is_alphabetic))
        };
        // What is taken for changes where no header speaks of them may as well be names.
        let prose = || content::is_prose(table, at);
        let own = [self.date, self.version].contains(&Some(at))
            || self.changes == Some(at) && (table.announced(at).is_some() || prose());
        let free = match table.announced(at) {
            None | Some(Column::Part) => content::field(table, at).is_none(),
            Some(Column::Other) => !content::are_numbered(table, at),
            Some(Column::Field(Field::Author)) => {
                Vocabulary::known().is(Label::Name, header.trim()) && !are_people(table, at, titled)
            }
            Some(_) => false,
        };
        free && !own && table.rows().iter().all(words)
    }
}

/// Whether each row has the same words in a column: they are all about one thing.
fn are_alike(table: &Grid<'_>, at: usize) -> bool {
    let mut words = table.rows().iter().filter_map(|row| row.cells.get(at)).map(Inlines::plain);
    let first = words.next();
    words.all(|one| first.as_deref().is_some_and(|first| one.trim() == first.trim()))
}

/// Whether all rows begin with the number of a decision: `Decision #012`, `ADR-12`.
fn are_numbered_decisions(table: &Grid<'_>) -> bool {
    let known = Vocabulary::known();
    let is_number = |cell: &Inlines| {
        let text = cell.plain();
        let text = text.trim_start();
        known.starts(Reference::Record, text).is_some_and(|word| {
            let number = text[word.len..].trim_start_matches([' ', '-', '#']);
            number.starts_with(|c: char| c.is_ascii_digit())
        })
    };
    let begins = |row: &Row| row.cells.first().is_some_and(is_number);
    !table.rows().is_empty() && table.rows().iter().all(begins)
}

/// Whether a column says what was decided; below the title of a log that may be another word for what was changed.
fn decides(table: &Grid<'_>, titled: bool) -> bool {
    let asked = |cell: &Inlines| {
        let header = cell.plain();
        let found = Vocabulary::known().glossed::<Part>(header.trim());
        found.is_some_and(|found| found.meaning == Part::Decision)
    };
    !titled && table.header().cells.iter().any(asked)
}

/// Whether a column holds the first and last names of people; below the title of a log one name of each is enough.
fn are_people(table: &Grid<'_>, at: usize, titled: bool) -> bool {
    let mut filled = table.rows().iter().filter_map(|row| row.cells.get(at)).map(Inlines::plain);
    filled.all(|cell| {
        let cell = cell.trim();
        is_blank(cell) || (titled || cell.contains(' ')) && person::is_of_people(cell)
    })
}
