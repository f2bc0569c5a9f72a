//! Grid tables, as [Pandoc](https://pandoc.org/MANUAL.html#extension-grid_tables) reads them: drawn with
//! `+---+` between the rows. `CommonMark` takes them for text.

use crate::source::Span;

use super::block::{Row, Table};
use super::inline::RunKind;
use super::{Document, inlines};

/// The table in a paragraph, and where it stands; words may lead to it. Its header is the first row, whether or not
/// `+===+` follows it; one row above that has a single cell is its caption.
pub fn read(document: &Document, span: Span) -> Option<(Table, Span)> {
    let text = document.slice(span);
    let mut lines = text.split_inclusive('\n').scan(span.start, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    });
    let (start, first) = lines.find(|(_, line)| is_border(line))?;
    let mut columns = columns(first);
    let mut rows: Vec<Row> = Vec::new();
    let mut end = start;
    let mut open = false;
    for (at, line) in lines {
        if is_border(line) {
            open = false;
            if columns == 1 && self::columns(line) > 1 && rows.len() == 1 {
                columns = self::columns(line);
                rows.clear();
            }
        } else if let Some(row) = row(at, line, columns) {
            match rows.last_mut().filter(|_| open) {
                Some(above) => go_on(above, row),
                None => rows.push(row),
            }
            open = true;
        } else {
            break;
        }
        end = at + line.trim_end().len();
    }
    let rest = rows.split_off(rows.len().min(1));
    let header = rows.pop()?;
    Some((Table { header, rows: rest }, Span::new(start, end)))
}

/// `+---+:==:+`
fn is_border(line: &str) -> bool {
    let line = line.trim();
    line.len() > 2
        && line.starts_with('+')
        && line.ends_with('+')
        && line.contains(['-', '='])
        && line.chars().all(|c| matches!(c, '+' | '-' | '=' | ':'))
}

fn columns(border: &str) -> usize {
    border.matches('+').count() - 1
}

/// A line of cells; none where it has other columns than the border.
fn row(start: usize, line: &str, columns: usize) -> Option<Row> {
    let from = line.len() - line.trim_start().len();
    let inside = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    let mut at = start + from + 1;
    let mut cells = Vec::new();
    for cell in inside.split('|') {
        let indent = cell.len() - cell.trim_start().len();
        cells.push(inlines(cell.trim(), at + indent));
        at += cell.len() + 1;
    }
    let span = Span::new(start + from, start + line.trim_end().len());
    (cells.len() == columns).then_some(Row { span, cells })
}

/// Adds the next line of a row's cells.
fn go_on(row: &mut Row, more: Row) {
    row.span = row.span.cover(more.span);
    for (cell, more) in row.cells.iter_mut().zip(more.cells) {
        if more.is_blank() {
            continue;
        }
        if cell.is_blank() {
            *cell = more;
        } else {
            *cell = std::mem::take(cell).joined(&more, RunKind::SoftBreak);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::inline::Inlines;
    use crate::source::Source;

    #[test]
    fn rows_may_have_several_lines() {
        let text = "+----+-------+\n| No | What  |\n+====+=======+\n| 1  | first |\n|    | part  |\n+----+-------+\n";
        let document = Document::parse(&Source::new("a.md", text.to_owned()));
        let (table, span) = read(&document, Span::new(0, text.len())).expect("a table");
        let plain = |row: &Row| row.cells.iter().map(Inlines::plain).collect::<Vec<_>>();
        assert_eq!(plain(&table.header), ["No", "What"]);
        assert_eq!(table.rows.iter().map(plain).collect::<Vec<_>>(), [["1", "first part"]]);
        assert_eq!(span.end, text.trim_end().len());
    }

    #[test]
    fn words_and_a_caption_may_stand_above_it() {
        let caption = "+-----------+\n| Revisions |\n+----+------+\n| No | What |\n+----+------+\n| 1  | all  |\n+----+------+\n";
        for text in [caption.to_owned(), format!("As follows:\n{caption}")] {
            let document = Document::parse(&Source::new("a.md", text.clone()));
            let (table, span) = read(&document, Span::new(0, text.len())).expect("a table");
            assert_eq!(table.header.cells[1].plain(), "What");
            assert_eq!((table.rows.len(), &text[span.start..span.start + 5]), (1, "+----"));
        }
    }

    #[test]
    fn other_columns_end_it() {
        let text = "+---+---+\n| a | b | c |\n+---+---+\n";
        let document = Document::parse(&Source::new("a.md", text.to_owned()));
        assert!(read(&document, Span::new(0, text.len())).is_none());
    }
}
