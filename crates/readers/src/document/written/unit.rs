//! A section's text in the pieces that are judged: a line, an item, a row, a line of code.

use std::borrow::Cow;
use std::sync::Arc;

use super::dots::{self, is_ellipsis};
use super::html;
use crate::document::bind::heading_like::is_badges;
use crate::document::bind::node::{Part, Tree};
use text::markdown::Document;
use text::markdown::block::{Block, BlockKind, Row, Table};
use text::markdown::field::split_label;
use text::markdown::inline::{Inlines, Link, Run, RunKind};
use text::source::{Place, Source, Span};

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitKind {
    /// A line of a paragraph or of a list item.
    Text,
    /// A table's header; says nothing alone.
    Header,
    /// A table's row.
    Row,
    /// A row of a table in which nothing but the first column is filled.
    Unfilled,
    /// A whole code block.
    Code,
    /// Raw HTML other than comments and style.
    Html,
}

/// A piece of text.
#[derive(Debug)]
pub(super) struct Unit<'d> {
    pub(super) kind: UnitKind,
    document: &'d Document,
    pub(super) span: Span,
    /// The line, or the row's cells; empty for code and HTML.
    pub(super) inlines: Vec<Inlines>,
    /// The words; cells are separated by a bar.
    text: Cow<'d, str>,
    /// Of a line with a label, that and its value.
    field: Option<(String, Inlines)>,
    /// How deep in lists it stands.
    depth: usize,
    /// The whole paragraph that a line is of.
    paragraph: Option<&'d Inlines>,
}

impl<'d> Unit<'d> {
    /// A line, or the cells of a row.
    fn of_words(kind: UnitKind, within: Within<'d>, span: Span, inlines: Vec<Inlines>) -> Self {
        let (text, field) = match inlines.as_slice() {
            [line] => (line.plain(), split_label(line).map(|(label, _, value)| (label, value))),
            cells => (cells.iter().map(Inlines::plain).collect::<Vec<_>>().join(" | "), None),
        };
        let text = text.into();
        let Within { document, depth, paragraph } = within;
        Self { kind, document, span, inlines, text, field, depth, paragraph }
    }

    /// Code, or HTML.
    fn verbatim(kind: UnitKind, within: Within<'d>, span: Span, text: &'d str) -> Self {
        let Within { document, depth, paragraph } = within;
        let (inlines, text) = (Vec::new(), Cow::Borrowed(text));
        Self { kind, document, span, inlines, text, field: None, depth, paragraph }
    }

    pub(super) fn place(&self) -> Place {
        Place::new(&self.document.source, self.span)
    }

    pub(super) fn source(&self) -> &Arc<Source> {
        &self.document.source
    }

    /// The words; cells are separated by a bar.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Frames without content: headers, lines without a letter or digit.
    pub(super) fn is_structure(&self) -> bool {
        match self.kind {
            UnitKind::Header => true,
            UnitKind::Text => {
                let shows = self.inlines.iter().flat_map(|text| &text.links).next().is_some();
                // Pandoc's divisions: `::: formalpara-title`.
                let fence = self.text.trim_start().starts_with("::");
                fence || !(shows || self.text.contains(char::is_alphanumeric) || self.is_ellipsis())
            }
            UnitKind::Row | UnitKind::Unfilled => {
                let open = self.inlines.iter().any(|cell| is_ellipsis(&cell.plain()));
                !(open || self.text.contains(char::is_alphanumeric))
            }
            UnitKind::Code | UnitKind::Html => false,
        }
    }

    /// The paragraph it is a line of, by its bytes; its own for anything else.
    pub(super) fn passage(&self) -> Span {
        self.paragraph.map_or(self.span, |paragraph| paragraph.span)
    }

    /// The words of the whole paragraph; its own for anything else.
    pub(super) fn passage_text(&self) -> Cow<'_, str> {
        self.paragraph.map_or_else(|| self.shown(), |paragraph| paragraph.plain().into())
    }

    /// The words a reader sees: of HTML, those between the tags and in place of pictures.
    pub(super) fn shown(&self) -> Cow<'_, str> {
        let html = self.kind == UnitKind::Html;
        if html { html::text(&self.text).into() } else { Cow::Borrowed(&self.text) }
    }

    /// Does it stand in a list?
    pub(super) fn is_listed(&self) -> bool {
        self.depth > 0
    }

    /// The words behind the label, where a label and more stand there.
    pub(super) fn value_text(&self) -> Cow<'_, str> {
        let value = self.value().filter(|value| !value.is_blank());
        value.map_or(Cow::Borrowed(&self.text), |value| value.plain().into())
    }

    /// What stands behind the label, if there is one.
    pub(super) fn value(&self) -> Option<&Inlines> {
        self.field.as_ref().map(|(_, value)| value)
    }

    /// Is all that it shows in italics?
    pub(super) fn is_emphasized(&self) -> bool {
        let shown = |run: &Run<'_>| run.kind != RunKind::Html && !run.text.trim().is_empty();
        let mut runs = self.inlines.iter().flat_map(Inlines::runs).filter(shown).peekable();
        let shows = runs.peek().is_some() && self.links().next().is_none();
        self.kind == UnitKind::Text && shows && runs.all(|run| run.emphasis)
    }

    /// Is any of it code?
    pub(super) fn has_code(&self) -> bool {
        self.inlines.iter().flat_map(Inlines::runs).any(|run| run.kind == RunKind::Code)
    }

    /// Is it a whole item of a list that ends with a colon?
    pub(super) fn is_item(&self) -> bool {
        let whole = self.passage().end == self.span.end && self.passage().start == self.span.start;
        self.depth > 0 && whole && self.text.trim_end().ends_with([':', '：'])
    }

    /// Is it one of several items that say all they say in bold, and no label of one?
    pub(super) fn goes_on_in_bold(&self, next: Option<&Unit<'_>>) -> bool {
        let beside = |unit: &Unit<'_>| unit.depth > 0 && unit.depth == self.depth;
        let colon = |unit: &Unit<'_>| unit.text.trim_end().ends_with([':', '：']);
        let bold = |unit: &Unit<'_>| beside(unit) && !colon(unit) && unit.empty_label().is_some();
        bold(self) && next.is_some_and(bold)
    }

    /// Whether a label has nothing to introduce because the next piece goes on with the list, in
    /// the same way or further out.
    pub(super) fn is_bare_before(&self, next: &Unit<'_>) -> bool {
        let outer = next.depth < self.depth && (next.depth > 0 || self.depth > 1);
        let same = next.depth == self.depth && next.empty_label().is_some();
        next.kind == UnitKind::Text && (outer || same)
    }

    /// Its links and pictures.
    pub(super) fn links(&self) -> impl Iterator<Item = &Link> {
        self.inlines.iter().flat_map(|text| &text.links)
    }

    pub(super) fn is_ellipsis(&self) -> bool {
        is_ellipsis(&self.text)
    }

    /// The label of a line that has nothing behind it.
    pub(super) fn empty_label(&self) -> Option<String> {
        let [line] = self.inlines.as_slice() else { return None };
        if let Some((label, value)) = &self.field {
            return value.is_blank().then(|| label.clone());
        }
        // Of an item too long for a label, a colon at the end shows as much.
        let plain = self.text.trim_end();
        if self.depth > 0 && plain.ends_with([':', '：']) {
            return Some(plain.trim_end_matches([':', '：']).to_owned());
        }
        // A bold line on its own introduces what follows, with or without a colon.
        let bold = line.runs().all(|run| run.strong || run.text.trim().is_empty());
        let shown = line.runs().any(|run| run.kind == RunKind::Text);
        (bold && shown && self.kind == UnitKind::Text).then(|| self.text.to_string())
    }

    /// The label of a `Label: value` line.
    pub(super) fn label(&self) -> Option<&str> {
        self.field.as_ref().map(|(label, _)| label.as_str())
    }

    /// Whether this is what a label introduces: a nested item, a table, code, or plain text.
    pub(super) fn follows(&self, label: &Unit<'_>) -> bool {
        self.depth > label.depth
            || self.kind != UnitKind::Text
            || (self.depth == label.depth && label.depth == 0 && self.empty_label().is_none())
            || (label.depth == 0 && self.depth > 0)
    }
}

/// Where a piece stands.
#[derive(Clone, Copy)]
struct Within<'d> {
    document: &'d Document,
    depth: usize,
    paragraph: Option<&'d Inlines>,
}

/// The pieces of some blocks, in order.
pub(super) fn units<'t>(tree: &'t Tree, parts: &'t [Part]) -> Vec<Unit<'t>> {
    let mut found = Vec::new();
    for (document, block) in tree.blocks(parts) {
        collect(document, block, 0, &mut found);
    }
    found
}

fn collect<'d>(document: &'d Document, block: &'d Block, depth: usize, found: &mut Vec<Unit<'d>>) {
    let within = Within { document, depth, paragraph: block.paragraph() };
    let words = |kind, span, inlines| Unit::of_words(kind, within, span, inlines);
    let verbatim = |kind, span, text| Unit::verbatim(kind, within, span, text);
    match &block.kind {
        BlockKind::Paragraph(text) => {
            for line in text.lines() {
                if !line.is_blank() && !is_directive(document, &line) {
                    found.push(words(UnitKind::Text, line.span, vec![line]));
                }
            }
        }
        BlockKind::List(list) => {
            let mut items = Vec::new();
            let blocks = list.items.iter().flat_map(|item| &item.blocks);
            blocks.for_each(|block| collect(document, block, depth + 1, &mut items));
            found.extend(without_dots(items));
        }
        BlockKind::Table(table) => {
            let header = &table.header;
            found.push(words(UnitKind::Header, header.span, header.cells.clone()));
            let kind = if has_values(table) { UnitKind::Row } else { UnitKind::Unfilled };
            let row = |row: &Row| words(kind, trimmed(document, row.span), row.cells.clone());
            found.extend(without_dots(table.rows.iter().map(row).collect()));
        }
        BlockKind::Code(code) if !code.text.trim().is_empty() => {
            let first = document.source.line(block.span.start);
            let line = document.source.line_span(first + usize::from(code.fenced));
            found.push(verbatim(UnitKind::Code, line, &code.text));
        }
        BlockKind::Html if html::says_something(document.slice(block.span)) => {
            let span = trimmed(document, block.span);
            found.push(verbatim(UnitKind::Html, span, document.slice(span)));
        }
        BlockKind::Heading(heading) if is_badges(&heading.text) => {
            let span = trimmed(document, block.span);
            found.push(verbatim(UnitKind::Html, span, document.slice(span)));
        }
        BlockKind::Quote(blocks) | BlockKind::Footnote(blocks) | BlockKind::Definition(blocks) => {
            for block in blocks {
                collect(document, block, depth, found);
            }
        }
        _ => {}
    }
}

/// Rows or items without those of dots, which beside others that are written say "and so on".
fn without_dots(units: Vec<Unit<'_>>) -> impl Iterator<Item = Unit<'_>> {
    let filled = units.iter().any(|unit| unit.text.contains(char::is_alphanumeric));
    units.into_iter().filter(move |unit| !filled || !dots::are_all(&unit.text))
}

/// Whether any row says more than what it is about.
fn has_values(table: &Table) -> bool {
    let columns = table.header.cells.len();
    let mut values = table.rows.iter().flat_map(|row| row.cells.iter().skip(1));
    columns < 2 || values.any(|cell| !cell.is_blank())
}

fn trimmed(document: &Document, span: Span) -> Span {
    Span::new(span.start, span.start + document.slice(span).trim_end().len())
}

/// A directive is no text of the section it stands in.
fn is_directive(document: &Document, line: &Inlines) -> bool {
    document.slice(line.span).starts_with(crate::directive::OPENING)
}
