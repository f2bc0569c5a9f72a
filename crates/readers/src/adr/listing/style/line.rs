//! The words of a row, with one record's in place of another's.

use text::source::Span;
use unicode_width::UnicodeWidthStr;

use super::line_of;
use super::target::{is_plain, retargeted};
use crate::adr::listing::{Listing, Row};
use crate::adr::name;
use crate::adr::record::Record;

/// The words that stand for a record in a row.
struct Words {
    target: String,
    title: String,
    number: String,
}

/// A row as `model`, which stands for `known`, without what stands before it in its line.
pub(super) fn like(listing: &Listing, model: &Row, known: &Record, new: &Record) -> Option<String> {
    let old = listing.source.slice(model.span).trim_end();
    let target = retargeted(listing, &model.target, &known.path, Some(known), new)?;
    let number = number_in(old, model, known)?;
    let width = number.len();
    let known = Words { target: model.target.clone(), title: title(known)?, number };
    let number = format!("{:0width$}", new.number()?);
    let wanted = Words { target, title: title(new)?, number };
    if !old.contains(&format!("]({})", known.target)) {
        return None;
    }
    if model.cells.is_empty() {
        let (text, rest) = replaced(old, &known, &wanted);
        // Other words belong to the other record.
        let plain = is_bare(&rest) && old.contains(&known.title) && !old.contains('\n');
        return plain.then_some(text);
    }
    let row = row_of_cells(listing, model, &known, &wanted, new)?;
    row.contains(&format!("]({})", wanted.target)).then_some(row)
}

/// A title, unless it would have to be escaped: that is left to the author.
fn title(record: &Record) -> Option<String> {
    let title = &record.title.as_ref()?.value;
    title.split(' ').all(is_plain).then(|| title.clone())
}

/// Whether nothing is left but signs and words for a record as such.
fn is_bare(rest: &str) -> bool {
    rest.split(|c: char| !c.is_alphanumeric())
        .all(|word| word.is_empty() || name::is_type_word(word))
}

fn row_of_cells(
    listing: &Listing,
    model: &Row,
    known: &Words,
    wanted: &Words,
    record: &Record,
) -> Option<String> {
    let source = &listing.source;
    let whole = source.slice(model.span).trim_end();
    let bars = [whole.starts_with('|'), whole.ends_with('|')];
    let is_aligned = is_aligned(listing, model);
    let mut row = String::new();
    let (mut named, mut at, mut room) = (false, model.span.start, 0);
    for (index, &cell) in model.cells.iter().enumerate() {
        let old = source.slice(cell);
        let start = cell.start + (old.len() - old.trim_start().len());
        let old = old.trim();
        let new = cell_like(listing, model, cell, record, [known, wanted])?;
        named |= old.contains(&known.title) && new.contains(&wanted.title);
        // Without a bar around it an empty cell is none.
        let is_open = index == 0 && !bars[0] || index + 1 == model.cells.len() && !bars[1];
        if is_open && new.is_empty() && !old.is_empty() {
            return None;
        }
        let between = source.slice(Span::new(at, start));
        let signs = |c: char| c == '|' || c.is_whitespace();
        if !between.chars().all(signs) {
            return None;
        }
        row.push_str(&spaced(between, room));
        row.push_str(&new);
        room = if is_aligned { signed(old.width()) - signed(new.width()) } else { 0 };
        at = start + old.len();
    }
    let end = model.span.start + whole.len();
    row.push_str(&spaced(source.slice(Span::new(at, end)), room));
    named.then(|| row.trim_end().to_owned())
}

/// The words of a cell for another record; empty where they are its author's to choose, none where the row
/// cannot be made.
fn cell_like(
    listing: &Listing,
    model: &Row,
    cell: Span,
    record: &Record,
    [known, wanted]: [&Words; 2],
) -> Option<String> {
    let source = &listing.source;
    let is = |span: Option<Span>| span == Some(cell);
    let text = if is(model.status.as_ref().map(|said| said.span)) {
        listing.status_for(cell, record)
    } else if is(model.date.as_ref().map(|said| said.span)) {
        let shown = model.date.as_ref().map(|said| said.value.to_string());
        let iso = shown.as_deref() == Some(source.slice(cell).trim());
        let date = record.date.as_ref().map(|date| date.value.to_string());
        // Another shape of day than the row's own is left to the author.
        if date.is_some() && !iso {
            return None;
        }
        date
    } else {
        let (text, rest) = replaced(source.slice(cell).trim(), known, wanted);
        // Other words belong to the other record.
        (text != rest && is_bare(&rest)).then_some(text)
    };
    Some(text.unwrap_or_default().replace('\n', " "))
}

/// Whether the rows of a table are set so that its bars stand below each other.
fn is_aligned(listing: &Listing, model: &Row) -> bool {
    let rows = listing.rows.iter().filter(|row| row.part == model.part);
    let mut lines = rows.map(|row| listing.source.slice(line_of(listing, row)));
    let Some(first) = lines.next() else { return false };
    let is_padded = |line: &str| line.contains("  |");
    let mut padded = is_padded(first);
    lines.all(|line| {
        padded |= is_padded(line);
        line.width() == first.width()
    }) && padded
}

/// What stands between two cells, with so many spaces more or less before its bar.
fn spaced(between: &str, room: isize) -> String {
    if room >= 0 {
        return " ".repeat(room.unsigned_abs()) + between;
    }
    let spaces = between.len() - between.trim_start_matches(' ').len();
    between[room.unsigned_abs().min(spaces.saturating_sub(1))..].to_owned()
}

fn signed(width: usize) -> isize {
    isize::try_from(width).unwrap_or_default()
}

/// The record's number as the row writes it outside of its link's target; empty where it does not.
fn number_in(text: &str, row: &Row, record: &Record) -> Option<String> {
    let number = record.number()?;
    let outside = text.replace(&row.target, " ");
    let mut digits = outside.split(|c: char| !c.is_ascii_digit());
    let same = |word: &&str| word.parse() == Ok(number);
    Some(digits.find(same).unwrap_or_default().to_owned())
}

/// A text with one record's words in place of another's; and the rest of it, without either.
fn replaced(text: &str, known: &Words, wanted: &Words) -> (String, String) {
    let pairs = [
        (&known.target, &wanted.target),
        (&known.title, &wanted.title),
        (&known.number, &wanted.number),
    ];
    let (mut new, mut rest, mut at) = (String::new(), String::new(), 0);
    while let Some(next) = text[at..].chars().next() {
        let found = pairs.iter().find(|(old, _)| !old.is_empty() && text[at..].starts_with(*old));
        if let Some((old, word)) = found {
            new.push_str(word);
            at += old.len();
        } else {
            new.push(next);
            rest.push(next);
            at += next.len_utf8();
        }
    }
    (new, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_records_own_words_change() {
        let known =
            Words { target: "0007-a.md".into(), title: "Use A".into(), number: "0007".into() };
        let wanted =
            Words { target: "0008-b.md".into(), title: "Use B".into(), number: "0008".into() };
        let (new, rest) = replaced("[ADR-0007](0007-a.md): Use A", &known, &wanted);
        assert_eq!(new, "[ADR-0008](0008-b.md): Use B");
        assert_eq!(rest, "[ADR-](): ");
    }
}
