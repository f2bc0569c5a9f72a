//! A section's text in the pieces that are judged: a line, an item, a row, a line of code.

mod label;

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
use words::{Label, Vocabulary};

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
    /// Where the outermost block begins that it is of.
    block: usize,
    /// The whole paragraph that a line is of.
    paragraph: Option<&'d Inlines>,
    /// Of a row, the cells of columns that tell how things stand.
    states: Vec<usize>,
}

impl<'d> Unit<'d> {
    /// A line, or the cells of a row.
    fn of_words(kind: UnitKind, within: Within<'d>, span: Span, inlines: Vec<Inlines>) -> Self {
        let (text, field) = match inlines.as_slice() {
            [line] => (line.plain(), split_label(line).map(|(label, _, value)| (label, value))),
            cells => (cells.iter().map(Inlines::plain).collect::<Vec<_>>().join(" | "), None),
        };
        let text = text.into();
        let Within { document, depth, block, paragraph } = within;
        let states = Vec::new();
        Self { kind, document, span, inlines, text, field, depth, block, paragraph, states }
    }

    /// Code, or HTML.
    fn verbatim(kind: UnitKind, within: Within<'d>, span: Span, text: &'d str) -> Self {
        let Within { document, depth, block, paragraph } = within;
        let (inlines, text) = (Vec::new(), Cow::Borrowed(text));
        let (field, states) = (None, Vec::new());
        Self { kind, document, span, inlines, text, field, depth, block, paragraph, states }
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

    /// The cells of a row but for those that tell how far something is.
    pub(super) fn cells(&self) -> impl Iterator<Item = &Inlines> {
        let cells = self.inlines.iter().enumerate();
        cells.filter(|(column, _)| !self.states.contains(column)).map(|(_, cell)| cell)
    }

    /// Its links and pictures.
    pub(super) fn links(&self) -> impl Iterator<Item = &Link> {
        self.inlines.iter().flat_map(|text| &text.links)
    }

    pub(super) fn is_ellipsis(&self) -> bool {
        is_ellipsis(&self.text)
    }
}

/// Where a piece stands.
#[derive(Clone, Copy)]
struct Within<'d> {
    document: &'d Document,
    depth: usize,
    block: usize,
    paragraph: Option<&'d Inlines>,
}

/// The pieces of some blocks, in order.
pub(super) fn units<'t>(tree: &'t Tree, parts: &'t [Part]) -> Vec<Unit<'t>> {
    let mut found = Vec::new();
    for (document, block) in tree.blocks(parts) {
        let within = Within { document, depth: 0, block: block.span.start, paragraph: None };
        collect(within, block, &mut found);
    }
    found
}

fn collect<'d>(around: Within<'d>, block: &'d Block, found: &mut Vec<Unit<'d>>) {
    let within = Within { paragraph: block.paragraph(), ..around };
    let document = within.document;
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
            let inside = Within { depth: within.depth + 1, ..within };
            blocks.for_each(|block| collect(inside, block, &mut items));
            found.extend(without_dots(items));
        }
        BlockKind::Table(table) => {
            let header = &table.header;
            found.push(words(UnitKind::Header, header.span, header.cells.clone()));
            let kind = if has_values(table) { UnitKind::Row } else { UnitKind::Unfilled };
            let states = state_columns(header);
            let row = |row: &Row| {
                let unit = words(kind, trimmed(document, row.span), row.cells.clone());
                Unit { states: states.clone(), ..unit }
            };
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
                collect(within, block, found);
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

/// The columns of a table that tell how far something is, where `TODO` is an answer.
fn state_columns(header: &Row) -> Vec<usize> {
    let known = Vocabulary::known();
    let is_state = |cell: &Inlines| {
        known.glossed::<Label>(&cell.plain()).is_some_and(|found| found.meaning == Label::Status)
    };
    (0..header.cells.len()).filter(|&column| is_state(&header.cells[column])).collect()
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
