//! A log as a table: a row is an entry, whatever the order of the columns.

use text::markdown::block::{Block, BlockKind, Row, Table};
use text::markdown::inline::Inlines;
use text::source::Span;
use words::date;

use super::entry::{Blank, Dated, Entry, Field, Text, When};
use super::wording::{self, Column};
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

/// What a table gave.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub entries: Vec<Entry>,
    pub untouched: Vec<Span>,
}

impl Columns {
    /// Reads the header; none when the table can be no log.
    pub(super) fn of(table: &Table) -> Option<Self> {
        let mut columns = Self::default();
        for (index, cell) in table.header.cells.iter().enumerate() {
            let place = match wording::column(&cell.plain()) {
                Some(Column::Field(Field::Date)) => &mut columns.date,
                Some(Column::Field(Field::Version)) => &mut columns.version,
                Some(Column::Field(Field::Author)) => &mut columns.author,
                Some(Column::Field(Field::Changes)) => &mut columns.changes,
                Some(Column::Reviewer) if columns.author.is_none() => {
                    columns.reviews = true;
                    &mut columns.author
                }
                Some(Column::Reviewer) | None => {
                    columns.others += 1;
                    continue;
                }
            };
            // The first of two alike counts.
            place.get_or_insert(index);
        }
        let keyed = columns.date.is_some() || columns.version.is_some();
        let says = columns.changes.is_some() || columns.author.is_some();
        (keyed && says).then_some(columns)
    }

    /// Whether the header alone makes the table a log, with no heading that says so.
    pub(super) fn is_unmistakable(&self) -> bool {
        let versioned = self.version.is_some() && self.date.is_some() && self.changes.is_some();
        versioned && !self.reviews && self.others <= 2
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

/// The first table among these blocks that can be a log; quotes are looked into.
pub(super) fn find(blocks: &[Block]) -> Option<(&Table, Columns, Span)> {
    blocks.iter().find_map(|block| match &block.kind {
        BlockKind::Table(table) => Some((table, Columns::of(table)?, block.span)),
        BlockKind::Quote(blocks) => find(blocks),
        _ => None,
    })
}

/// All rows of a log.
pub(super) fn rows(table: &Table, columns: &Columns) -> Rows {
    let mut rows = Rows::default();
    for row in &table.rows {
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
    if texts.iter().all(|text| wording::is_placeholder(text) || is_template_date(text)) {
        return true;
    }
    let left = |index: Option<usize>| {
        let text = index.and_then(|index| texts.get(index)).map_or("", String::as_str);
        !wording::is_blank(text) && (wording::is_placeholder(text) || is_template_date(text))
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
        let blank = wording::is_blank(&flat.plain) && !shows_image(cell);
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
    !wording::is_placeholder(&text.text)
}

/// What a date cell says.
fn dated(flat: &Flat<'_>) -> Option<Dated> {
    let written = flat.text(flat.all())?;
    let mut found = date::find(&flat.plain).into_iter();
    if let Some(first) = found.next() {
        let text = flat.text(first.span.clone())?;
        return Some(Dated { when: When::of(first.reading), ..Dated::from(text) });
    }
    let when = if wording::is_placeholder(&written.text) {
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
    if unversioned && row.date.is_none() {
        let open =
            row.blanks.iter().any(|blank| blank.field == Field::Date && blank.span != row.span);
        return !open;
    }
    if unversioned && columns.version.is_some() && row.author.is_none() {
        return above.version.is_some() && row.on().is_some() && row.on() == above.on();
    }
    if row.date.is_some() || columns.date.is_none() {
        return false;
    }
    // `1.22 w/` in one row, `Errata A` in the next; or `(cont.)`.
    let more = row.version.as_ref().is_some_and(|version| wording::is_continued(&version.text));
    more || above.version.as_ref().is_some_and(|version| {
        let text = version.text.trim_end();
        text.ends_with(['/', '+', '&', ',', '-', '(']) || text.ends_with(" with")
    })
}

fn extend(above: &mut Entry, row: Entry) {
    above.span = above.span.cover(row.span);
    let more = row.version.filter(|version| !wording::is_continued(&version.text));
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
