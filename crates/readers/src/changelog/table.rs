//! A log as a table: a row is an entry, whatever the order of the columns.

use text::markdown::block::Row;
use text::markdown::inline::Inlines;
use words::date;

use super::content;
use super::entry::{Blank, Dated, Entry, Field, Text, When};
use super::found::Rows;
use super::grid::Grid;
use super::version::Version;
use super::wording::cell::{is_blank, is_continued, is_placeholder};
use super::wording::column::{Column, column};
use super::{Kind, Subject};
use text::markdown::flat::Flat;

/// Which cell holds what.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    date: Option<usize>,
    version: Option<usize>,
    author: Option<usize>,
    changes: Option<usize>,
    /// The author's column says who signed.
    reviews: bool,
    /// Columns that say something else.
    others: usize,
}

impl Columns {
    /// Reads the header; none when the table can be no log.
    pub(super) fn of(table: &Grid<'_>) -> Option<Self> {
        let mut read = Headers::of(table);
        // Beside version, date and author the only other column says what was changed.
        let columns = &mut read.columns;
        let three = [columns.version, columns.date, columns.author].iter().all(Option::is_some);
        if let ([only], true, None) = (read.unknown.as_slice(), three, columns.changes) {
            columns.changes = Some(*only);
            read.unknown.clear();
        }
        read.finish()
    }

    /// Reads the header of a table that a title announces: a column whose name is not known is known
    /// by what stands in it.
    pub(super) fn announced(table: &Grid<'_>) -> Option<Self> {
        let mut read = Headers::of(table);
        let columns = &mut read.columns;
        read.unknown.retain(|&index| match content::field(table, index) {
            Some(field) if columns.place(field).is_none() => {
                *columns.place(field) = Some(index);
                false
            }
            _ => true,
        });
        if columns.changes.is_none() {
            columns.changes =
                read.unknown.iter().copied().max_by_key(|&at| content::letters(table, at));
            read.unknown.retain(|index| Some(*index) != columns.changes);
        }
        read.finish()
    }

    /// Reads a table whose header is in no language that is known, by its content alone: each row has
    /// a version and a date.
    pub(super) fn unnamed(grid: &Grid<'_>) -> Option<Self> {
        const FEWEST: usize = 2;
        let columns = Self::announced(grid)?;
        let whole = |row: &Row| {
            let filled = |at: usize| row.cells.get(at).is_some_and(|cell| !is_blank(&cell.plain()));
            columns.version.is_some_and(filled) && columns.date.is_some_and(filled)
        };
        (grid.rows().len() >= FEWEST && grid.rows().iter().all(whole)).then_some(columns)
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

    /// Whether the entries say all that the table says.
    pub(super) const fn are_all(&self) -> bool {
        self.others == 0
    }

    /// Whether a table is a log with no heading that says so: a version and a date in each row.
    pub(super) fn are_unmistakable(&self, rows: &Rows) -> bool {
        let says = self.changes.is_some() || self.author.is_some();
        let versioned = self.version.is_some() && self.date.is_some() && says;
        let told = |entry: &&Entry| {
            let version = entry.version.as_ref().map(|text| Version::read(&text.text).is_some());
            let dated = entry.date.as_ref().map(|date| !matches!(date.when, When::Other));
            version != Some(false) && dated != Some(false) && (version.is_some() || dated.is_some())
        };
        let entries = rows.entries.iter().filter(told).count();
        versioned && !self.reviews && self.others <= 2 && entries * 2 >= rows.entries.len()
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

    fn places(&self) -> [(Field, Option<usize>); 4] {
        [
            (Field::Date, self.date),
            (Field::Version, self.version),
            (Field::Author, self.author),
            (Field::Changes, self.changes),
        ]
    }
}

/// A header that is being read.
#[derive(Default)]
struct Headers {
    columns: Columns,
    reviewer: Option<usize>,
    /// Columns that mean nothing so far; also the second of two alike.
    unknown: Vec<usize>,
}

impl Headers {
    fn of(table: &Grid<'_>) -> Self {
        let mut read = Self::default();
        for (index, cell) in table.header().cells.iter().enumerate() {
            let place = match column(&cell.plain()) {
                Some(Column::Field(field)) => read.columns.place(field),
                Some(Column::Reviewer) => &mut read.reviewer,
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

    fn finish(self) -> Option<Columns> {
        let mut columns = Columns { others: self.unknown.len(), ..self.columns };
        // Who approved a version did not write it; where nobody wrote, people signed.
        if self.reviewer.is_some() && columns.author.is_none() && columns.version.is_none() {
            columns.reviews = true;
            columns.author = self.reviewer;
        } else if self.reviewer.is_some() {
            columns.others += 1;
        }
        columns.is_enough().then_some(columns)
    }
}

/// All rows of a log.
pub(super) fn rows(table: &Grid<'_>, columns: &Columns) -> Rows {
    let mut rows = Rows::default();
    for row in table.rows() {
        if is_untouched(row, columns) {
            rows.untouched.push(row.span);
            continue;
        }
        let entry = entry(row, columns);
        match rows.entries.last_mut() {
            Some(above) if continues(&entry, above, columns) => extend(above, entry),
            _ => rows.entries.push(entry),
        }
    }
    rows
}

/// A row that is as the template had it: nothing but blanks and placeholders, or placeholders where
/// date and author (or changes) go.
fn is_untouched(row: &Row, columns: &Columns) -> bool {
    let texts: Vec<String> = row.cells.iter().map(Inlines::plain).collect();
    let open = |text: &String| is_placeholder(text) || is_template_date(text);
    if texts.iter().all(open) || content::is_numbered(&texts) {
        return true;
    }
    let left = |index: Option<usize>| {
        let text = index.and_then(|index| texts.get(index)).map_or("", String::as_str);
        !is_blank(text) && (is_placeholder(text) || is_template_date(text))
    };
    left(columns.date) && (left(columns.author) || left(columns.changes))
}

/// `YYYY-MM-DD` with nothing of it filled in.
fn is_template_date(text: &str) -> bool {
    let found = date::first(text);
    found.is_some_and(|found| {
        found.reading == date::Reading::Placeholder
            && !text[found.span].contains(|c: char| c.is_ascii_digit())
    })
}

fn entry(row: &Row, columns: &Columns) -> Entry {
    let mut entry = Entry::new(row.span, Kind::Table);
    for (field, index) in columns.places() {
        let Some(cell) = index.and_then(|index| row.cells.get(index)) else {
            continue;
        };
        let flat = Flat::of(cell);
        let blank = is_blank(&flat.plain) && !shows_image(cell);
        if blank {
            let span = if flat.plain.trim().is_empty() { row.span } else { cell.span };
            entry.blanks.push(Blank { field, span });
            continue;
        }
        match field {
            Field::Date => entry.date = dated(&flat),
            Field::Version => entry.version = flat.text(flat.all()).filter(is_written),
            Field::Author => entry.author = flat.text(flat.all()).filter(is_written),
            Field::Changes => entry.changes = flat.markdown(flat.all()),
        }
    }
    entry
}

fn shows_image(cell: &Inlines) -> bool {
    cell.links.iter().any(|link| link.image)
}

fn is_written(text: &Text) -> bool {
    !is_placeholder(&text.text)
}

/// What a date cell says.
fn dated(flat: &Flat<'_>) -> Option<Dated> {
    let written = flat.text(flat.all())?;
    let mut found = date::find(&flat.plain).into_iter();
    if let Some(first) = found.next() {
        let text = flat.text(first.span.clone())?;
        return Some(Dated { when: When::of(first.reading), ..Dated::from(text) });
    }
    let when = if is_placeholder(&written.text) {
        When::Placeholder
    } else if names_a_day(&written.text) {
        When::Impossible
    } else {
        When::Other
    };
    Some(Dated { when, ..Dated::from(written) })
}

/// `Jan, 27`: a day without its year.
fn names_a_day(text: &str) -> bool {
    // With a year put behind it the text would be a date.
    date::first(&format!("{} 2000", text.replace(',', " ")))
        .is_some_and(|found| found.span.start == 0)
        && text.contains(|c: char| c.is_ascii_digit())
        && text.contains(char::is_alphabetic)
}

/// A row without version and date goes on with the row above; so does one that repeats the date
/// and says nothing of who and which version.
fn continues(row: &Entry, above: &Entry, columns: &Columns) -> bool {
    let unversioned = row.version.is_none();
    // A `-` in its place says that there is none: an entry with a missing field.
    let open = |blank: &Blank| {
        matches!(blank.field, Field::Date | Field::Version) && blank.span != row.span
    };
    if row.blanks.iter().any(open) {
        return false;
    }
    if unversioned && row.date.is_none() {
        return true;
    }
    if unversioned && columns.version.is_some() && row.author.is_none() {
        return above.version.is_some() && row.on().is_some() && row.on() == above.on();
    }
    if row.date.is_some() || columns.date.is_none() {
        return false;
    }
    // `1.22 w/` in one row, `Errata A` in the next; or `(cont.)`.
    let more = row.version.as_ref().is_some_and(|version| is_continued(&version.text));
    more || above.version.as_ref().is_some_and(|version| {
        let text = version.text.trim_end();
        text.ends_with(['/', '+', '&', ',', '-', '(']) || text.ends_with(" with")
    })
}

fn extend(above: &mut Entry, row: Entry) {
    above.span = above.span.cover(row.span);
    let more = row.version.filter(|version| !is_continued(&version.text));
    if let (Some(version), Some(more)) = (&mut above.version, more) {
        version.text.push(' ');
        version.text.push_str(&more.text);
    }
    match (&mut above.changes, row.changes) {
        (Some(changes), Some(more)) => {
            changes.text.push_str("<br>");
            changes.text.push_str(&more.text);
        }
        (changes @ None, more @ Some(_)) => {
            above.blanks.retain(|blank| blank.field != Field::Changes);
            *changes = more;
        }
        (_, None) => {}
    }
    if above.author.is_none() {
        above.author = row.author;
    }
}
