//! A new row in the style of the one beside it, and in its place.

mod line;
mod ordinal;
mod target;

use text::source::Span;

use super::{Listing, Row};
use crate::adr::collection::Collection;

pub use target::retargeted;

/// A row that an index lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addition {
    /// Where it is to stand.
    pub at: usize,
    /// The line, with its break.
    pub text: String,
}

/// The order of an index that is one table or one list, by the numbers of its records.
#[derive(Debug)]
pub struct Order<'a> {
    listing: &'a Listing,
    records: &'a Collection,
    /// The rows with their records' numbers, as the file has them.
    rows: Vec<(u64, &'a Row)>,
    /// Whether the newest record comes first.
    falls: bool,
}

/// Where a row belongs.
struct Gap<'a> {
    before: Option<&'a Row>,
    after: Option<&'a Row>,
}

impl<'a> Order<'a> {
    /// None where the rows stand in several tables and lists, or in no order.
    pub fn of(listing: &'a Listing, records: &'a Collection) -> Option<Self> {
        let part = listing.rows.first()?.part;
        let numbered = |row: &'a Row| Some((number(records, row.record()?)?, row));
        let rows: Vec<(u64, &Row)> = listing.rows.iter().filter_map(numbered).collect();
        let one = listing.rows.iter().all(|row| row.part == part);
        let rises = rows.is_sorted_by_key(|(number, _)| *number);
        let falls = rows.is_sorted_by(|a, b| a.0 >= b.0);
        (one && rises != falls).then_some(Self { listing, records, rows, falls })
    }

    /// The rows for records that the index lacks, in the order of its rows: beside that of the record before
    /// or behind each. None for a record where that row has words that only a person can write.
    pub fn additions(&self, missing: &[usize]) -> Vec<(usize, Option<Addition>)> {
        let mut sorted = missing.to_vec();
        sorted.sort_by_key(|&record| number(self.records, record));
        if self.falls {
            sorted.reverse();
        }
        let mut last = self.last_ordinal();
        let added = sorted.into_iter().map(|record| (record, self.addition(record, &mut last)));
        added.collect()
    }

    /// `last` is the number of the last item of a numbered list, those added before included.
    fn addition(&self, record: usize, last: &mut Option<u64>) -> Option<Addition> {
        let Self { listing, records, .. } = self;
        let gap = self.gap(number(records, record)?);
        let model = gap.before.or(gap.after)?;
        let row = self.row_like(model, record)?;
        let is_item = model.cells.is_empty();
        let lead =
            if is_item { self.lead(&gap, model, record, last)? } else { lead(listing, model) };
        let (apart, line_break) = (self.apart(&gap)?, listing.source.newline());
        let source = listing.source.text();
        Some(match gap.before {
            None => {
                let at = line_of(listing, model).start;
                Addition { at, text: format!("{lead}{row}{line_break}{apart}") }
            }
            Some(_) => match next_line(source, line_of(listing, model)) {
                Some(at) => Addition { at, text: format!("{apart}{lead}{row}{line_break}") },
                None => {
                    Addition { at: source.len(), text: format!("{line_break}{apart}{lead}{row}") }
                }
            },
        })
    }

    /// The row of a record, as the one beside it; where that has words of its own, as the nearest of those that most
    /// rows are like.
    fn row_like(&self, model: &Row, record: usize) -> Option<String> {
        let Self { listing, records, rows, .. } = self;
        let like = |row: &Row| {
            let known = &records.entries[row.record()?].record;
            line::like(listing, row, known, &records.entries[record].record)
        };
        like(model).or_else(|| {
            let apart = |row: &Row| row.span.start.abs_diff(model.span.start);
            let all = rows.iter().filter_map(|(_, row)| Some((apart(row), like(row)?)));
            let all: Vec<(usize, String)> = all.collect();
            let most = all.len() * 2 > rows.len();
            all.into_iter().filter(|_| most).min().map(|(_, row)| row)
        })
    }

    fn gap(&self, wanted: u64) -> Gap<'a> {
        let comes_before = |number: u64| if self.falls { number > wanted } else { number < wanted };
        let at = self.rows.partition_point(|(number, _)| comes_before(*number));
        let row = |(_, row): &(u64, &'a Row)| *row;
        Gap { before: self.rows[..at].last().map(row), after: self.rows.get(at).map(row) }
    }

    /// The blank lines between two rows; none where the new one would tear an item from what belongs to it.
    fn apart(&self, gap: &Gap<'_>) -> Option<&'a str> {
        let Self { listing, rows, .. } = self;
        let source = listing.source.text();
        let behind =
            |row: &Row| next_line(source, line_of(listing, row)).map_or("", |next| &source[next..]);
        if let Some(row) = gap.before.filter(|row| row.cells.is_empty()) {
            let mut lines = behind(row).lines();
            let own = indent(&lead(listing, row));
            let below = lines.find(|line| !line.trim().is_empty()).map_or(0, indent);
            if below > own {
                return None;
            }
        }
        let pair = match (gap.before, gap.after) {
            (Some(before), Some(_)) => Some(before),
            (Some(_), None) => rows.len().checked_sub(2).map(|at| rows[at].1),
            (None, after) => after,
        };
        let behind = pair.map(behind).unwrap_or_default();
        let blank = behind.split_inclusive('\n').take_while(|line| line.trim().is_empty());
        Some(&behind[..blank.map(str::len).sum()])
    }
}

fn number(records: &Collection, record: usize) -> Option<u64> {
    records.entries[record].record.number()
}

/// The line of a row, or the first of an item.
fn line_of(listing: &Listing, row: &Row) -> Span {
    listing.source.line_span(listing.source.line(row.span.start))
}

/// Where the next line begins; none where a file ends without a break.
fn next_line(source: &str, line: Span) -> Option<usize> {
    source[line.start..].find('\n').map(|len| line.start + len + 1)
}

/// What stands before a row in its line: white space, marks of a quote or a list.
fn lead(listing: &Listing, row: &Row) -> String {
    let line = line_of(listing, row);
    listing.source.slice(Span::new(line.start, row.span.start)).to_owned()
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}
