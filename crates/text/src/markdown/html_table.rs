//! Simple tables in raw HTML, as the same [`Table`] that a pipe table gives.
//!
//! Browsers read tables as <https://html.spec.whatwg.org/multipage/tables.html> tells; here only
//! `tr`, `th` and `td` count, tags may be left open, and a nested table is text of its cell.

use std::ops::Range;

use crate::source::Span;

use super::Document;
use super::block::{Row, Table};
use super::inline::{Inlines, Link, Run, RunKind};

/// A tag of raw HTML.
struct Tag<'a> {
    /// Lower or upper case as written, a `/` before a closing one's.
    name: &'a str,
    /// The value of `href`.
    target: Option<&'a str>,
    span: Span,
}

/// The table that begins in a span, and where it stands; none where there is no row.
///
/// The span is that of a block of HTML; a table goes on behind it where a blank line ended the block.
pub fn read(document: &Document, block: Span) -> Option<(Table, Span)> {
    let text = document.source.text();
    let open = tags(text, block.start, block.end).find(|tag| is(tag.name, "table"))?;
    let close = tags(text, open.span.end, text.len()).find(|tag| is(tag.name, "/table"));
    let end = close.as_ref().map_or(block.end, |tag| tag.span.start);
    let span = Span::new(open.span.start, close.map_or(block.end, |tag| tag.span.end));
    let mut rows = rows(text, open.span.end, end).into_iter();
    let header = rows.next()?;
    Some((Table { header, rows: rows.collect() }, span))
}

fn rows(text: &str, start: usize, end: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut cell: Option<usize> = None;
    for tag in tags(text, start, end) {
        let ends_row = is(tag.name, "tr") || is(tag.name, "/tr");
        let begins_cell = is(tag.name, "td") || is(tag.name, "th");
        let ends_cell = begins_cell || ends_row || is(tag.name, "/td") || is(tag.name, "/th");
        if ends_cell && let (Some(start), Some(row)) = (cell.take(), rows.last_mut()) {
            row.cells.push(content(text, start, tag.span.start));
            row.span.end = tag.span.end;
        }
        if is(tag.name, "tr") {
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
    let mut at = start;
    for tag in tags(text, start, end) {
        words(text, at..tag.span.start, &mut form, &mut inlines);
        form.enter(&tag, &mut inlines);
        at = tag.span.end;
    }
    words(text, at..end, &mut form, &mut inlines);
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
        let open = !tag.name.starts_with('/');
        let name = tag.name.trim_matches('/').to_ascii_lowercase();
        match &*name {
            "b" | "strong" => self.strong = open,
            "code" => self.code = open,
            "a" => {
                let target = tag.target.filter(|_| open);
                self.link = target.map(|target| {
                    let target = target.to_owned();
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
}

fn words(text: &str, range: Range<usize>, form: &mut WordStyle, inlines: &mut Inlines) {
    let words = text.get(range.clone()).unwrap_or_default();
    let first = form.broken.is_some() || inlines.runs().len() == 0;
    let inner = if first { words.trim_start() } else { words };
    if inner.is_empty() {
        return;
    }
    if let Some(span) = form.broken.take() {
        inlines.push(Run::plain(RunKind::HardBreak, "", span));
    }
    let start = range.end - inner.len();
    let kind = if form.code { RunKind::Code } else { RunKind::Text };
    let inner = unescaped(inner);
    let own = Run::plain(kind, &inner, Span::new(start, range.end));
    inlines.push(Run { strong: form.strong, link: form.link, ..own });
}

/// Line breaks as spaces, and the entities that HTML needs for its own signs.
fn unescaped(text: &str) -> String {
    let text = text.replace(['\n', '\r'], " ").replace("&nbsp;", " ");
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The tags between two offsets; comments hold none.
fn tags(text: &str, start: usize, end: usize) -> impl Iterator<Item = Tag<'_>> {
    let mut at = start;
    std::iter::from_fn(move || {
        loop {
            let open = at + text.get(at..end)?.find('<')?;
            let rest = &text[open..end];
            if rest.starts_with("<!--") {
                at = open + rest.find("-->")? + 3;
                continue;
            }
            let len = rest.find('>')?;
            at = open + len + 1;
            let inner = &rest[1..len];
            let name = inner.split(|c: char| c.is_whitespace()).next().unwrap_or_default();
            return Some(Tag { name, target: target(inner), span: Span::new(open, at) });
        }
    })
}

fn target(tag: &str) -> Option<&str> {
    let value = tag.split_once("href=")?.1;
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value[1..].split(quote).next()
}

fn is(name: &str, wanted: &str) -> bool {
    name.eq_ignore_ascii_case(wanted)
}
