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
    let lines: Vec<(usize, &str)> = lines.collect();
    let delimiter = lines.iter().skip(1).position(|(_, line)| is_delimiter(line))? + 1;
    let is_row = |(_, line): &&(usize, &str)| line.contains('|');
    let header = row(*lines.get(delimiter - 1).filter(is_row)?);
    let rows = lines.get(delimiter + 1..).unwrap_or_default().iter().take_while(is_row);
    let rows: Vec<Row> = rows.copied().map(row).collect();
    let end = rows.last().unwrap_or(&header).span.end;
    let span = Span::new(header.span.start, end);
    Some((Table { header, rows }, span))
}

/// `|---|:-:|`
fn is_delimiter(line: &str) -> bool {
    line.contains('-')
        && line.contains('|')
        && line.trim().chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

/// Where the bars between the cells of a row stand: those that no backslash precedes.
pub fn bars(line: &str) -> impl DoubleEndedIterator<Item = usize> {
    let all = line.match_indices('|').map(|(at, _)| at);
    all.filter(|&at| !line[..at].ends_with('\\'))
}

fn row((start, line): (usize, &str)) -> Row {
    let from = line.len() - line.trim_start().len();
    let to = line.trim_end().len();
    let mut cells = Vec::new();
    // The bars at the ends may be left out.
    let first = from + usize::from(line[from..].starts_with('|'));
    let mut at = first;
    for bar in bars(line).filter(|bar| *bar >= first) {
        cells.push((at, bar));
        at = bar + 1;
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
