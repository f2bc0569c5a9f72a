//! Simple tables in raw HTML, as the same [`Table`] that a pipe table gives.
//!
//! Browsers read tables as <https://html.spec.whatwg.org/multipage/tables.html> tells; here only
//! `tr`, `th` and `td` count, tags may be left open, and a nested table is text of its cell.

use crate::raw_html::{Piece, Tag, pieces, tags, unescaped};
use crate::source::Span;

use super::Document;
use super::block::{Row, Table};
use super::inline::{Inlines, Link, Run, RunKind};

/// The table that begins in a span, and where it stands; none where there is no row.
///
/// The span is that of a block of HTML; a table goes on behind it where a blank line ended the block.
pub fn read(document: &Document, block: Span) -> Option<(Table, Span)> {
    let text = document.source.text();
    let open = tags(document.slice(block), block.start).find(|tag| tag.opens("table"))?;
    let (table, span) = table(text, 0, open.span, block.end);
    Some((table?, span))
}

/// The table that a tag opens in a piece of HTML that stands `offset` bytes into its file, and where it stands; none where
/// there is no row. It ends with the piece.
pub fn opened(html: &str, offset: usize, open: &Tag<'_>) -> (Option<Table>, Span) {
    table(html, offset, open.span, offset + html.len())
}

/// The table behind its first tag in a text that stands `offset` bytes into its file. It ends with its last tag, and at
/// `end` where it has none.
fn table(text: &str, offset: usize, open: Span, end: usize) -> (Option<Table>, Span) {
    let behind = &text[open.end - offset..];
    let close = tags(behind, open.end).find(|tag| tag.ends("table"));
    let inside = close.as_ref().map_or(end, |tag| tag.span.start);
    let span = Span::new(open.start, close.map_or(end, |tag| tag.span.end));
    let mut rows = rows(&behind[..inside - open.end], open.end).into_iter();
    let table = rows.next().map(|header| Table { header, rows: rows.collect() });
    (table, span)
}

/// The rows of a text that stands `offset` bytes into its file.
fn rows(text: &str, offset: usize) -> Vec<Row> {
    let cut = |start: usize, end: usize| content(&text[start - offset..end - offset], start);
    let mut rows: Vec<Row> = Vec::new();
    let mut cell: Option<usize> = None;
    for tag in tags(text, offset) {
        let of_cell = tag.is("td") || tag.is("th");
        let begins_cell = of_cell && !tag.closes;
        // Tags may be left open: the next cell or row ends one.
        if (of_cell || tag.is("tr"))
            && let (Some(start), Some(row)) = (cell.take(), rows.last_mut())
        {
            row.cells.push(cut(start, tag.span.start));
            row.span.end = tag.span.end;
        }
        if tag.opens("tr") {
            rows.push(Row { span: tag.span, cells: Vec::new() });
        }
        if begins_cell {
            cell = Some(tag.span.end);
        }
    }
    if let (Some(start), Some(row)) = (cell, rows.last_mut()) {
        row.cells.push(cut(start, offset + text.len()));
    }
    rows.retain(|row| !row.cells.is_empty());
    rows
}

/// The words of a cell that stands `offset` bytes into its file: tags have none, those of links, code and stress give the
/// words a form.
fn content(text: &str, offset: usize) -> Inlines {
    let mut cell = Cell::default();
    for piece in pieces(text.trim_end(), offset) {
        match piece {
            Piece::Words(words, span) => cell.say(words, span),
            Piece::Tag(tag) => cell.enter(&tag),
        }
    }
    cell.text.span = Span::new(offset, offset + text.len());
    cell.text
}

#[derive(Default)]
struct Cell {
    text: Inlines,
    style: WordStyle,
    /// A break that the next words begin with.
    broken: Option<Span>,
}

impl Cell {
    fn enter(&mut self, tag: &Tag<'_>) {
        const BREAKS: [&str; 6] = ["br", "p", "li", "div", "ul", "ol"];
        self.style.enter(tag, &mut self.text);
        if BREAKS.iter().any(|name| tag.is(name)) && self.text.runs().len() > 0 {
            self.broken.get_or_insert(tag.span);
        }
    }

    fn say(&mut self, words: &str, span: Span) {
        let first = self.broken.is_some() || self.text.runs().len() == 0;
        let inner = if first { words.trim_start() } else { words };
        if inner.is_empty() {
            return;
        }
        if let Some(span) = self.broken.take() {
            self.text.push(Run::plain(RunKind::HardBreak, "", span));
        }
        let kind = if self.style.code { RunKind::Code } else { RunKind::Text };
        let shown = unescaped(&inner.replace(['\n', '\r'], " "));
        let span = Span::new(span.end - inner.len(), span.end);
        self.style.push(kind, &shown, span, &mut self.text);
    }
}

/// How the next words of raw HTML are set.
#[derive(Debug, Default)]
pub struct WordStyle {
    strong: bool,
    strike: bool,
    code: bool,
    link: Option<usize>,
}

impl WordStyle {
    /// What a tag does to the words behind it. A link is the text's from here on, and so is a picture.
    pub fn enter(&mut self, tag: &Tag<'_>, text: &mut Inlines) {
        let open = !tag.closes;
        let mut link = |name: &str, image: bool| {
            let target = tag.attribute(name).filter(|_| open)?.value.to_owned();
            text.links.push(Link { span: tag.span, target, image, wiki: false });
            Some(text.links.len() - 1)
        };
        match &*tag.name.to_ascii_lowercase() {
            "b" | "strong" => self.strong = open,
            "s" | "del" | "strike" => self.strike = open,
            "code" => self.code = open,
            "a" => self.link = link("href", false),
            "img" => {
                let style = Self { link: link("src", true), ..Self::default() };
                style.push(RunKind::Text, "", tag.span, text);
            }
            _ => {}
        }
    }

    /// Puts words behind a text.
    pub fn push(&self, kind: RunKind, words: &str, span: Span, text: &mut Inlines) {
        let run = Run::plain(kind, words, span);
        text.push(Run { strong: self.strong, strike: self.strike, link: self.link, ..run });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn rows(html: &str) -> Vec<Vec<String>> {
        let document = Document::parse(&Source::new("a.md", html));
        let (table, span) = read(&document, document.blocks[0].span).unwrap();
        assert_eq!(document.slice(span), html.trim_end());
        let rows = std::iter::once(&table.header).chain(&table.rows);
        rows.map(|row| row.cells.iter().map(Inlines::plain).collect()).collect()
    }

    #[test]
    fn tags_may_be_left_open_and_signs_written_as_entities() {
        let open = "<table><tr><th>Team<td>R&amp;D, &lt;all&gt;<tr><td>Day<td>\n 2024 </table>\n";
        assert_eq!(rows(open), [["Team", "R&D, <all>"], ["Day", "2024"]]);
        let closed =
            "<table>\n<tr><td><p>Ann</p>\n<p>Bo</p></td><td><s>old</s> new</td></tr>\n</table>";
        assert_eq!(rows(closed), [["Ann Bo", "old new"]]);
    }

    #[test]
    fn a_table_in_a_piece_ends_with_the_piece() {
        let html = "so <TABLE><tr><td><a href=b.md>B</a></td></tr> <tr><td><img src=\"c.svg\">";
        let open = tags(html, 7).next().unwrap();
        let (table, span) = opened(html, 7, &open);
        let table = table.unwrap();
        assert_eq!(span, Span::new(10, 7 + html.len()));
        let (link, image) = (&table.header.cells[0].links[0], &table.rows[0].cells[0].links[0]);
        assert_eq!((&*link.target, link.image), ("b.md", false));
        assert_eq!((&*image.target, image.image), ("c.svg", true));
        let run = table.header.cells[0].runs().next().unwrap();
        assert_eq!((&html[run.span.start - 7..run.span.end - 7], run.link), ("B", Some(0)));
        let none = opened("<table>", 0, &tags("<table>", 0).next().unwrap());
        assert!(none.0.is_none() && none.1 == Span::new(0, 7));
    }
}
