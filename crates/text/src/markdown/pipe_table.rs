//! Pipe tables that CommonMark takes for something else: with a delimiter row of other length than the
//! header, or inside HTML that no blank line ends. People see a table all the same.

use crate::source::Span;

use super::block::{Row, Table};
use super::{Document, inlines};

/// The first table written with pipes among the lines of a span, and where it stands.
pub fn read(document: &Document, span: Span) -> Option<(Table, Span)> {
    let text = document.slice(span);
    let lines = text.split_inclusive('\n').scan(span.start, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    });
    let is_row = |(_, line): &(usize, &str)| line.trim_start().starts_with('|');
    let mut lines = lines.skip_while(|line| !is_row(line)).take_while(is_row);
    let header = row(lines.next()?);
    lines.next().filter(|(_, line)| is_delimiter(line))?;
    let rows: Vec<Row> = lines.map(row).collect();
    let end = rows.last().unwrap_or(&header).span.end;
    let span = Span::new(header.span.start, end);
    Some((Table { header, rows }, span))
}

/// `|---|:-:|`
fn is_delimiter(line: &str) -> bool {
    line.contains('-') && line.trim().chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

fn row((start, line): (usize, &str)) -> Row {
    let from = line.len() - line.trim_start().len();
    let to = line.trim_end().len();
    let mut cells = Vec::new();
    let mut at = from + 1;
    for (bar, _) in line.match_indices('|').filter(|(bar, _)| *bar > from) {
        if !line[..bar].ends_with('\\') {
            cells.push((at, bar));
            at = bar + 1;
        }
    }
    if !line[at.min(to)..to].trim().is_empty() {
        cells.push((at, to));
    }
    let cell = |(from, to): (usize, usize)| {
        let words = &line[from..to];
        let indent = words.len() - words.trim_start().len();
        inlines(words.trim(), start + from + indent)
    };
    let span = Span::new(start + from, start + to);
    Row { span, cells: cells.into_iter().map(cell).collect() }
}
