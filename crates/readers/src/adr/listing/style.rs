//! A new row in the style of the one beside it.

use std::fmt::Write as _;

use text::link;
use text::source::Span;

use super::{Listing, Row};
use crate::adr::collection::{Collection, Entry};
use crate::adr::id;
use crate::adr::record::Record;

/// A row that an index lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addition {
    /// Where it is to stand.
    pub at: usize,
    /// The line, with its break.
    pub text: String,
}

/// The order of an index that is one table or one list, with the oldest record first.
#[derive(Debug)]
pub struct Order<'a> {
    listing: &'a Listing,
    records: &'a Collection,
    /// The rows with their records' numbers, which rise.
    rows: Vec<(u64, &'a Row)>,
}

impl<'a> Order<'a> {
    /// None where the rows stand in several tables and lists, or in another order.
    pub fn of(listing: &'a Listing, records: &'a Collection) -> Option<Self> {
        let part = listing.rows.first()?.part;
        let numbered = |row: &'a Row| Some((number(records, row.record()?)?, row));
        let rows: Vec<(u64, &Row)> = listing.rows.iter().filter_map(numbered).collect();
        let one = listing.rows.iter().all(|row| row.part == part);
        let rising = rows.is_sorted_by_key(|(number, _)| *number);
        (one && rising).then_some(Self { listing, records, rows })
    }

    /// The row for a record that the index lacks, behind the one of the record before it. None where that
    /// has words that only a person can write.
    pub fn addition(&self, record: usize) -> Option<Addition> {
        let Self { listing, records, rows } = self;
        let wanted = number(records, record)?;
        let before = rows.partition_point(|(number, _)| *number < wanted);
        let (_, model) = rows[..before].last()?;
        let known = &records.entries[model.record()?];
        let text = row_like(listing, model, known, &records.entries[record])?;
        let source = listing.source.text();
        let line = listing.source.line_span(listing.source.line(model.span.start));
        let line_break = listing.source.newline();
        Some(match source[line.start..].find('\n') {
            Some(len) => Addition { at: line.start + len + 1, text: format!("{text}{line_break}") },
            None => Addition { at: source.len(), text: format!("{line_break}{text}") },
        })
    }
}

fn number(records: &Collection, record: usize) -> Option<u64> {
    records.entries[record].record.id.as_ref()?.value.number()
}

/// The words that stand for a record in a row.
struct Words {
    target: String,
    title: String,
    number: String,
}

fn row_like(listing: &Listing, model: &Row, known: &Entry, new: &Entry) -> Option<String> {
    let source = &listing.source;
    let old = source.slice(model.span);
    let known = words(listing, &known.record, Some((model, old)))?;
    if !old.contains(&format!("]({})", known.target)) {
        return None;
    }
    let wanted =
        Words { number: padded(&known.number, &new.record)?, ..words(listing, &new.record, None)? };
    if model.cells.is_empty() {
        let line = source.line_span(source.line(model.span.start));
        let lead = source.slice(Span::new(line.start, model.span.start));
        let (text, rest) = replaced(old, &known, &wanted);
        // Other words belong to the other record.
        let plain = is_bare(&rest) && old.contains(&known.title) && !old.contains('\n');
        return plain.then(|| format!("{lead}{text}"));
    }
    let row = row_of_cells(listing, model, &known, &wanted, &new.record)?;
    row.contains(&format!("]({})", wanted.target)).then_some(row)
}

/// Whether nothing is left but signs and words for a record as such.
fn is_bare(rest: &str) -> bool {
    rest.split(|c: char| !c.is_alphanumeric()).all(|word| word.is_empty() || id::is_type_word(word))
}

fn row_of_cells(
    listing: &Listing,
    model: &Row,
    known: &Words,
    wanted: &Words,
    record: &Record,
) -> Option<String> {
    let source = &listing.source;
    let mut row = String::new();
    let mut named = false;
    for &cell in &model.cells {
        let is = |span: Option<Span>| span == Some(cell);
        let text = if is(model.status.as_ref().map(|said| said.span)) {
            record.status.as_ref().and_then(|status| listing.status_words(status.value))
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
            let old = source.slice(cell).trim();
            let (text, rest) = replaced(old, known, wanted);
            // Other words belong to the other record.
            let ours = text != rest && is_bare(&rest);
            named |= ours && old.contains(&known.title);
            ours.then_some(text)
        };
        let _infallible = write!(row, "| {} ", text.unwrap_or_default().replace('\n', " "));
    }
    named.then(|| format!("{row}|"))
}

fn words(listing: &Listing, record: &Record, model: Option<(&Row, &str)>) -> Option<Words> {
    let title = record.title.as_ref()?.value.clone();
    let (target, number) = match model {
        Some((row, text)) => (row.target.clone(), number_in(text, row, record)?),
        None => (link::relative(link::directory(&listing.path), &record.path), String::new()),
    };
    // What would have to be escaped is left to the author.
    let plain = is_plain(&target) && is_plain(&title.replace(' ', ""));
    plain.then_some(Words { target, title, number })
}

/// Whether a word means itself wherever it stands in Markdown, also as a link's target.
pub fn is_plain(word: &str) -> bool {
    !word.contains(|c: char| "|<>[]()*_`\\#?% ".contains(c))
}

/// The record's number as the row writes it outside of its link's target; empty where it does not.
fn number_in(text: &str, row: &Row, record: &Record) -> Option<String> {
    let number = record.id.as_ref()?.value.number()?;
    let outside = text.replace(&row.target, " ");
    let mut digits = outside.split(|c: char| !c.is_ascii_digit());
    let same = |word: &&str| word.parse() == Ok(number);
    Some(digits.find(same).unwrap_or_default().to_owned())
}

fn padded(model: &str, record: &Record) -> Option<String> {
    let number = record.id.as_ref()?.value.number()?;
    Some(format!("{number:0width$}", width = model.len()))
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
