//! Everything a record states about itself, from all kinds of places, in one list.

use text::markdown::Document;
use text::markdown::block::{Block, BlockKind, List, Table};
use text::markdown::field;
use text::markdown::field::Form;
use text::markdown::inline::Inlines;
use text::source::Span;

use super::front_matter;
use super::label::Key;
use super::record::Origin;
use words::fold::folded;

/// A labelled value.
#[derive(Debug)]
pub(super) struct Statement {
    pub(super) key: Key,
    /// The label.
    pub(super) label: Span,
    /// The value, line by line or item by item.
    pub(super) lines: Vec<Inlines>,
    pub(super) origin: Origin,
}

/// Headings of sections that hold nothing but labelled values.
const METADATA: [&str; 8] = [
    "metadata",
    "meta",
    "info",
    "information",
    "adrinfo",
    "summarytable",
    "metadaten",
    "metadatos",
];

/// All statements of the sections `within` (indices into the outline) and, for a whole file, of
/// its front matter and of what stands above its first heading.
pub(super) fn all(document: &Document, within: std::ops::Range<usize>) -> Vec<Statement> {
    let mut found = Vec::new();
    if within.start == 0 {
        if let Some(front) = &document.front_matter {
            front_matter::statements(front, &document.source, &mut found);
        }
        let preamble = document.outline.preamble.clone();
        labelled(&document.blocks[preamble], &mut found);
    }
    let sections = &document.outline.sections;
    for index in within.clone() {
        let section = &sections[index];
        let Some(heading) = document.blocks[section.block].heading() else {
            continue;
        };
        let body = &document.blocks[section.body.clone()];
        // Deeper sections are about the subject, not about the record.
        let direct = section.level <= sections[within.start].level + 1;
        if !direct && section.parent.is_some_and(|parent| parent > within.start) {
            continue;
        }
        if let Some((label, span, value)) = field::split_label(&heading.text)
            && let Some(key) = Key::of(&label)
            && !value.is_blank()
            && direct
        {
            found.push(Statement { key, label: span, lines: vec![value], origin: Origin::Section });
            labelled(body, &mut found);
        } else if let Some(key) = Key::of(&heading.text.plain()) {
            keyed_section(key, heading.text.span, body, &mut found);
        } else if index == within.start
            || METADATA.contains(&folded(&heading.text.plain()).as_str())
        {
            labelled(body, &mut found);
        }
    }
    found
}

/// A section whose heading is the label: its lines are the value, but for those with other labels.
fn keyed_section(key: Key, label: Span, body: &[Block], found: &mut Vec<Statement>) {
    let mut lines = Vec::new();
    for line in text_lines(body) {
        match field::split_label(&line) {
            Some((text, _, value)) if Key::of(&text) == Some(key) => lines.push(value),
            Some((text, _, _)) if Key::of(&text).is_some() => {}
            _ => lines.push(line),
        }
    }
    if key != Key::ChangeLog {
        let mut fields = Vec::new();
        labelled(body, &mut fields);
        found.extend(fields.into_iter().filter(|field| field.key != key));
    }
    found.push(Statement { key, label, lines, origin: Origin::Section });
}

/// The labelled values among these blocks.
fn labelled(blocks: &[Block], found: &mut Vec<Statement>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Quote(inside) => labelled(inside, found),
            BlockKind::Table(table) if is_keyed(table) => columns(table, found),
            _ => fields(block, found),
        }
    }
}

fn fields(block: &Block, found: &mut Vec<Statement>) {
    for field in field::fields(std::slice::from_ref(block)) {
        let Some(key) = Key::of(&field.label) else { continue };
        let origin = match field.form {
            Form::Bold => Origin::Bold,
            Form::Plain => Origin::Line,
            Form::Bullet => Origin::Bullet,
            Form::TableRow | Form::TableColumn => Origin::Table,
        };
        found.push(Statement { key, label: field.label_span, lines: field.value.lines(), origin });
    }
}

/// A table of one row whose header holds labels only.
fn is_keyed(table: &Table) -> bool {
    let keys = table.header.cells.iter().filter(|cell| Key::of(&cell.plain()).is_some()).count();
    table.rows.len() == 1 && keys >= 2 && keys * 2 >= table.header.cells.len()
}

fn columns(table: &Table, found: &mut Vec<Statement>) {
    let cells = table.header.cells.iter().zip(table.rows.iter().flat_map(|row| &row.cells));
    for (label, value) in cells {
        if let Some(key) = Key::of(&label.plain()) {
            let lines = vec![value.clone()];
            found.push(Statement { key, label: label.span, lines, origin: Origin::Table });
        }
    }
}

/// The lines of running text and of lists; of a list with ticks, the ticked items only.
pub(super) fn text_lines(blocks: &[Block]) -> Vec<Inlines> {
    let mut lines = Vec::new();
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(text) => lines.extend(text.lines()),
            BlockKind::Quote(inside) | BlockKind::Definition(inside) => {
                lines.extend(text_lines(inside));
            }
            BlockKind::List(list) => items(list, &mut lines),
            _ => {}
        }
    }
    lines
}

fn items(list: &List, lines: &mut Vec<Inlines>) {
    let ticked = list.items.iter().any(|item| item.task == Some(true));
    for item in &list.items {
        if !(ticked && item.task == Some(false)) {
            lines.extend(text_lines(&item.blocks));
        }
    }
}
