//! Which column of a table holds what, and whether that makes the table a log.

mod headers;
mod register;

use text::markdown::block::Row;

use super::Subject;
use super::content;
use super::entry::{Entry, Field};
use super::found::Rows;
use super::grid::Grid;
use super::version;
use super::wording::cell::is_blank;
use super::wording::column::Column;
use super::wording::title;
use headers::Headers;
use words::date::Reading;

/// Which cell holds what.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Columns {
    pub date: Option<usize>,
    pub version: Option<usize>,
    pub author: Option<usize>,
    pub changes: Option<usize>,
    /// The column for the part of the whole that an entry is about.
    pub part: Option<usize>,
    /// The author's column says who signed.
    reviews: bool,
    /// Columns that say something else.
    others: usize,
    /// Those of them of which nobody knows what they say.
    unknown: usize,
    /// How the column of the changes is known.
    told: Told,
    /// The header names the version.
    names_version: bool,
}

/// How the column of the changes is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Told {
    /// The header calls what stands in it changes.
    Changes,
    /// The header has a word that may stand for them: a description, a remark.
    #[default]
    Something,
    /// No header says so: it is the one with most words.
    Nothing,
}

impl Columns {
    /// Reads the header; none when the table can be no log.
    pub(super) fn of(table: &Grid<'_>) -> Option<Self> {
        let mut read = Headers::of(table);
        if read.columns.version.is_none() {
            read.take(Field::Version, |index| content::are_marked_versions(table, index));
        }
        // Beside version, date and author the only other column says what was changed.
        let columns = &mut read.columns;
        let three = [columns.version, columns.date, columns.author].iter().all(Option::is_some);
        let silent = columns.changes.is_none() && read.remarks.is_empty();
        if let ([only], true, true) = (read.unknown.as_slice(), three, silent) {
            columns.changes = Some(*only);
            columns.told = Told::Nothing;
            read.unknown.clear();
        }
        read.finish(table)
    }

    /// Reads the header of a table that a title announces: a column whose name is not known is known
    /// by what stands in it.
    pub(super) fn announced(table: &Grid<'_>) -> Option<Self> {
        let mut read = Headers::of(table);
        let silent = read.columns.places().iter().all(|(_, at)| at.is_none());
        read.take(Field::Date, |index| content::field(table, index) == Some(Field::Date));
        read.take(Field::Version, |index| content::are_versions(table, index));
        let columns = &read.columns;
        let silent_on_changes = columns.changes.is_none() && read.remarks.is_empty();
        if silent_on_changes && !read.asks_to_sign(table) {
            read.columns.changes =
                read.unknown.iter().copied().max_by_key(|&at| content::letters(table, at));
            let taken = read.columns.changes;
            read.columns.told = taken.map_or(read.columns.told, |_| Told::Nothing);
            read.unknown.retain(|index| Some(*index) != taken);
        }
        // `| 0.5 | +0.15 |`: numbers that look like versions, and nothing that tells of a change.
        let columns = &read.columns;
        let told = columns.changes.is_some_and(|at| content::letters(table, at) > 0);
        if silent && columns.date.is_none() && !told {
            return None;
        }
        read.finish(table)
    }

    /// Reads a table whose header does not say that it is a log, by what stands in it: each row has a
    /// version and a date, both rise or both fall, and one column tells of something. A register of
    /// things has their names first; a table of support has several dates.
    pub(super) fn by_values(table: &Grid<'_>) -> Option<Self> {
        let columns = Self::announced(table)?;
        let version = columns.version?;
        let filled =
            |row: &Row, at: usize| row.cells.get(at).is_some_and(|cell| !is_blank(&cell.plain()));
        let versioned = table.rows().iter().all(|row| filled(row, version));
        // `1`, `2`, `3` count many things.
        let marked = columns.names_version || content::are_marked_versions(table, version);
        let told = columns.changes.is_some_and(|at| content::is_prose(table, at));
        let alone = columns.stand_alone(table);
        (versioned && marked && told && alone && columns.run(table)).then_some(columns)
    }

    /// Whether the header says that rows tell of changes, each with its date.
    pub(super) fn tell_of_changes(&self, table: &Grid<'_>) -> bool {
        self.unknown <= 2 && !self.reviews && self.told == Told::Changes && self.run(table)
    }

    /// Reads a table at the very beginning, all of whose columns are those of a log.
    pub(super) fn first(table: &Grid<'_>) -> Option<Self> {
        let columns = Self::announced(table)?;
        let known = columns.unknown == 0 && columns.author.is_some() && !columns.reviews;
        let told = columns.changes.is_some_and(|at| content::is_prose(table, at));
        (known && told && columns.run(table)).then_some(columns)
    }

    /// Whether a table of one row says when a document was made and when it was changed, and not what changed: that is
    /// no change.
    pub(super) fn state_metadata(table: &Grid<'_>) -> bool {
        let columns = || 0..table.header().cells.len();
        let is = |at: usize, field: Field| table.announced(at) == Some(Column::Field(field));
        let of_changes = |at: usize| {
            is(at, Field::Changes) && title::names_changes(&table.header().cells[at].plain())
        };
        table.rows().len() == 1
            && columns().filter(|&at| is(at, Field::Date)).count() > 1
            && !columns().any(of_changes)
    }

    /// Whether several rows are dated one after the other, and nothing but a field of a log leads
    /// them.
    fn run(&self, table: &Grid<'_>) -> bool {
        const FEWEST: usize = 2;
        let Some(date) = self.date else { return false };
        let dated = |row: &Row| row.cells.get(date).is_some_and(|cell| !is_blank(&cell.plain()));
        table.rows().len() >= FEWEST
            && table.rows().iter().all(dated)
            && self.lead(table)
            && content::are_ordered(table, date, self.version)
    }

    /// Whether a table below a title that may be that of a log is one: its header names version and
    /// date.
    pub(super) fn fit(&self, table: &Grid<'_>, rows: &Rows) -> bool {
        self.names_version && self.lead(table) && self.are_unmistakable(rows)
    }

    /// Whether the first column is one of a log, or counts the rows.
    fn lead(&self, table: &Grid<'_>) -> bool {
        let field = self.places().iter().any(|(_, at)| *at == Some(0));
        field || table.announced(0).is_some() || content::field(table, 0) == Some(Field::Version)
    }

    /// Whether no further column holds dates, versions or amounts.
    fn stand_alone(&self, table: &Grid<'_>) -> bool {
        let taken = |index: usize| self.places().iter().any(|(_, at)| *at == Some(index));
        let columns = 1..table.header().cells.len();
        let mut free = columns.filter(|&index| !taken(index) && table.announced(index).is_none());
        !free.any(|index| {
            content::field(table, index).is_some() || content::are_amounts(table, index)
        })
    }

    fn is_enough(&self) -> bool {
        let keyed = self.date.is_some() || self.version.is_some();
        keyed && (self.changes.is_some() || self.author.is_some())
    }

    fn place(&mut self, field: Field) -> &mut Option<usize> {
        match field {
            Field::Date => &mut self.date,
            Field::Version => &mut self.version,
            Field::Author => &mut self.author,
            Field::Changes => &mut self.changes,
        }
    }

    /// Whether an empty cell lacks something: of a column that nobody calls that of the changes, nobody knows.
    pub(super) fn asks_for(&self, field: Field) -> bool {
        field != Field::Changes || self.told != Told::Nothing
    }

    /// Whether the entries say all that the table says.
    pub(super) const fn are_all(&self) -> bool {
        self.others == 0
    }

    /// Whether a table is a log with no heading that says so: a version and a date in each row.
    pub(super) fn are_unmistakable(&self, rows: &Rows) -> bool {
        let says = self.changes.is_some() || self.author.is_some();
        let versioned = self.version.is_some() && self.date.is_some() && says;
        // Rows that are counted, with days to be filled in, are a form.
        let says_when = |when: Option<Reading>| {
            when.is_some_and(|when| self.names_version || when != Reading::Placeholder)
        };
        let told = |entry: &&Entry| {
            let version = entry.version.as_ref().map(|text| version::looks_like_one(&text.text));
            let dated = entry.date.as_ref().map(|date| says_when(date.when));
            version != Some(false) && dated != Some(false) && (version.is_some() || dated.is_some())
        };
        let entries = rows.entries.iter().filter(told).count();
        let some = entries > 0 || self.are_those_of_a_log();
        versioned && !self.reviews && self.unknown <= 2 && some && entries * 2 >= rows.entries.len()
    }

    /// Whether a table below a title that may be that of a log has rows that say when, or which version its
    /// header asks for.
    pub(super) fn are_keyed(&self, rows: &Rows) -> bool {
        let keyed = |entry: &&Entry| {
            let version = entry.version.as_ref().filter(|_| self.names_version);
            let dated = entry.date.as_ref().is_some_and(|date| date.when.is_some());
            dated || version.is_some_and(|text| version::looks_like_one(&text.text))
        };
        let entries = rows.entries.iter().filter(keyed).count();
        let some = entries > 0 || self.names_version || self.date.is_some();
        some && entries * 2 >= rows.entries.len()
    }

    /// Whether the header says that rows are versions with their days and changes, and nothing that logs
    /// do not tell.
    pub(super) const fn are_those_of_a_log(&self) -> bool {
        let told = self.date.is_some() && self.changes.is_some();
        told && self.names_version && self.unknown == 0 && !self.reviews
    }

    /// What the table tells of, under a heading that announces `announced`.
    pub(super) fn subject(&self, announced: Subject) -> Subject {
        let signed = self.reviews && self.version.is_none();
        if signed || (announced == Subject::Reviews && self.version.is_none()) {
            Subject::Reviews
        } else if announced == Subject::Reviews {
            Subject::Changes
        } else {
            announced
        }
    }

    pub(super) const fn places(&self) -> [(Field, Option<usize>); 4] {
        [
            (Field::Date, self.date),
            (Field::Version, self.version),
            (Field::Author, self.author),
            (Field::Changes, self.changes),
        ]
    }
}
