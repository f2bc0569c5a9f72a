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
    let close = tags(&text[open.span.end..], open.span.end).find(|tag| tag.ends("table"));
    let end = close.as_ref().map_or(block.end, |tag| tag.span.start);
    let span = Span::new(open.span.start, close.map_or(block.end, |tag| tag.span.end));
    let mut rows = rows(text, open.span.end, end).into_iter();
    let header = rows.next()?;
    Some((Table { header, rows: rows.collect() }, span))
}

fn rows(text: &str, start: usize, end: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut cell: Option<usize> = None;
    for tag in tags(&text[start..end], start) {
        let of_cell = tag.is("td") || tag.is("th");
        let begins_cell = of_cell && !tag.closes;
        // Tags may be left open: the next cell or row ends one.
        if (of_cell || tag.is("tr"))
            && let (Some(start), Some(row)) = (cell.take(), rows.last_mut())
        {
            row.cells.push(content(text, start, tag.span.start));
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
        row.cells.push(content(text, start, end));
    }
    rows.retain(|row| !row.cells.is_empty());
    rows
}

/// The words of a cell: tags have none, those of links, code and stress give the words a form.
fn content(text: &str, start: usize, end: usize) -> Inlines {
    let mut inlines = Inlines::default();
    let mut form = WordStyle::default();
    for piece in pieces(&text[start..end], start) {
        match piece {
            Piece::Words(words, span) => form.push(words, span, &mut inlines),
            Piece::Tag(tag) => form.enter(&tag, &mut inlines),
        }
    }
    inlines.span = Span::new(start, end);
    inlines
}

/// How the next words are set.
#[derive(Default)]
struct WordStyle {
    strong: bool,
    code: bool,
    link: Option<usize>,
    /// A break that the next words begin with.
    broken: Option<Span>,
}

impl WordStyle {
    fn enter(&mut self, tag: &Tag<'_>, inlines: &mut Inlines) {
        let open = !tag.closes;
        match &*tag.name.to_ascii_lowercase() {
            "b" | "strong" => self.strong = open,
            "code" => self.code = open,
            "a" => {
                let target = tag.attribute("href").filter(|href| open && href.quoted);
                self.link = target.map(|href| {
                    let target = href.value.to_owned();
                    inlines.links.push(Link { span: tag.span, target, image: false, wiki: false });
                    inlines.links.len() - 1
                });
            }
            "br" | "p" | "li" | "div" | "ul" | "ol" if inlines.runs().len() > 0 => {
                self.broken.get_or_insert(tag.span);
            }
            _ => {}
        }
    }

    fn push(&mut self, words: &str, span: Span, inlines: &mut Inlines) {
        let first = self.broken.is_some() || inlines.runs().len() == 0;
        let inner = if first { words.trim_start() } else { words };
        if inner.is_empty() {
            return;
        }
        if let Some(span) = self.broken.take() {
            inlines.push(Run::plain(RunKind::HardBreak, "", span));
        }
        let kind = if self.code { RunKind::Code } else { RunKind::Text };
        let shown = unescaped(&inner.replace(['\n', '\r'], " "));
        let own = Run::plain(kind, &shown, Span::new(span.end - inner.len(), span.end));
        inlines.push(Run { strong: self.strong, link: self.link, ..own });
    }
}
