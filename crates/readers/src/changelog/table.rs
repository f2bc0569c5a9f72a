//! A log as a table: a row is an entry, whatever the order of the columns.

use text::markdown::block::Row;
use text::markdown::flat::Flat;
use text::markdown::inline::Inlines;
use words::date;

use super::Kind;
use super::columns::Columns;
use super::content;
use super::entry::{Blank, Dated, Entry, Field, Release, Text};
use super::found::Rows;
use super::grid::Grid;
use super::wording::cell::{is_answer, is_blank, is_continued, is_placeholder, is_tag, is_to_come};

/// All rows of a log.
pub(super) fn rows(table: &Grid<'_>, columns: &Columns) -> Rows {
    let mut rows = Rows::default();
    for row in table.rows() {
        if is_markup(row) {
            continue;
        }
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

/// A row that a tag of a site generator makes, which stands right below a table.
fn is_markup(row: &Row) -> bool {
    let mut filled = row.cells.iter().filter(|cell| !cell.is_blank()).peekable();
    filled.peek().is_some() && filled.all(|cell| is_tag(&cell.plain()))
}

/// A row that is as the template had it: nothing but blanks and placeholders, or placeholders where
/// date and author (or changes) go.
fn is_untouched(row: &Row, columns: &Columns) -> bool {
    let texts: Vec<String> = row.cells.iter().map(Inlines::plain).collect();
    let open =
        |text: &str| is_placeholder(text) && !is_day_in_brackets(text) || is_template_date(text);
    if texts.iter().all(|text| open(text)) || content::is_numbered(&texts) {
        return true;
    }
    let text =
        |index: Option<usize>| index.and_then(|index| texts.get(index)).map_or("", String::as_str);
    let left = |index: Option<usize>| !is_blank(text(index)) && open(text(index));
    // `[2024-03-05] | [author]`: only the day was filled in.
    let is_kept =
        |index: Option<usize>| is_placeholder(text(index)) && is_day_in_brackets(text(index));
    let asks = |index: Option<usize>| {
        let inside = text(index).trim().trim_matches(['[', ']', '*']);
        left(index) && is_placeholder(inside)
    };
    left(columns.date) && (left(columns.author) || left(columns.changes))
        || is_kept(columns.date) && (asks(columns.author) || asks(columns.changes))
}

/// A day that somebody wrote into the brackets of a template: `[2024-03-05]`.
fn is_day_in_brackets(text: &str) -> bool {
    date::first(text).is_some_and(|found| matches!(found.reading, date::Reading::Exact(_)))
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
    let part = columns.part.and_then(|index| row.cells.get(index)).map(Inlines::plain);
    entry.part = part.map(|part| part.trim().to_lowercase()).filter(|part| !is_blank(part));
    for (field, index) in columns.places() {
        let Some(cell) = index.and_then(|index| row.cells.get(index)) else {
            continue;
        };
        let flat = Flat::of(cell);
        let blank = is_blank(&flat.plain) && !shows_image(cell);
        if blank {
            let span = if flat.plain.trim().is_empty() { row.span } else { cell.span };
            if field == Field::Date && is_pending(row, columns) {
                entry.release = Release::Unreleased;
            } else if !is_answer(&flat.plain) && columns.asks_for(field) {
                entry.blanks.push(Blank { field, span });
            }
            continue;
        }
        match field {
            Field::Date if is_to_come(&flat.plain) => entry.release = Release::Unreleased,
            Field::Date => entry.date = dated(&flat),
            Field::Version => {
                let day = day_behind(&flat).filter(|_| columns.date.is_none());
                let words = day.as_ref().map_or(flat.all(), |(open, _)| 0..*open);
                entry.take_version(flat.text(words).filter(is_written), flat.links());
                entry.date = day.map(|(_, day)| day).or(entry.date);
            }
            Field::Author => entry.author = flat.text(flat.all()).filter(is_written),
            Field::Changes => entry.changes = flat.markdown(flat.all()),
        }
    }
    entry
}

/// The day or month in brackets behind a version, and where they open: `1.0 (July 2024)`.
fn day_behind(flat: &Flat<'_>) -> Option<(usize, Dated)> {
    let inside = flat.plain.trim_end().strip_suffix(')')?;
    let open = inside.rfind('(').filter(|&open| open > 0)?;
    let found = date::first(&inside[open + 1..])?;
    let whole = inside[open + 1..].trim().len() == found.span.len();
    let span = found.span.start + open + 1..found.span.end + open + 1;
    let text = flat.text(span).filter(|_| whole)?;
    Some((open, Dated { when: Some(found.reading), ..Dated::from(text) }))
}

/// Whether a cell that is no field of an entry is marked as still to come: `⏳ Blocked`.
fn is_pending(row: &Row, columns: &Columns) -> bool {
    let beside = |at: usize| columns.places().iter().all(|(_, place)| *place != Some(at));
    let marked =
        |cell: &Inlines| cell.plain().trim_start().starts_with(['⏳', '⌛', '⬜', '☐', '🔲', '🚧']);
    row.cells.iter().enumerate().any(|(at, cell)| beside(at) && marked(cell))
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
    // A cell of eight digits is a day; elsewhere they are any number.
    let compact = written.text.len() == 8 && written.text.bytes().all(|byte| byte.is_ascii_digit());
    // Beside other words `2024.13.1` is a version.
    let dotted_slips = written.text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let shapes = date::Shapes { compact, dotted_slips };
    let mut found = date::find_with(&flat.plain, shapes).into_iter();
    // A month behind other words dates something else: `see the commits after 2017-08`.
    let aside = |found: &date::Found| {
        let before = &flat.plain[..found.span.start];
        matches!(found.reading, date::Reading::Exact(date) if date.day.is_none())
            && words::word_starts(before).count() > 1
    };
    if let Some(first) = found.next().filter(|found| !aside(found)) {
        let text = flat.text(first.span.clone())?;
        return Some(Dated { when: Some(first.reading), ..Dated::from(text) });
    }
    let when = if is_placeholder(&written.text) {
        Some(date::Reading::Placeholder)
    } else if names_a_day(&written.text) {
        Some(date::Reading::Impossible)
    } else {
        None
    };
    Some(Dated { when, ..Dated::from(written) })
}

/// `Jan, 27`: a day without its year. `Jan-21` may be a day or a month of 2021.
fn names_a_day(text: &str) -> bool {
    let joined = text.trim().rsplit_once(['-', '/', '\'', '’']);
    if joined.is_some_and(|(_, number)| number.len() == 2) {
        return false;
    }
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
    // A `TBD` in its place asks for one: an entry with a missing field.
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
