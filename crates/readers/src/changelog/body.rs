//! What stands below an entry, as Markdown on one line: it must fit into a cell of a table.

use text::compose::Inline;
use text::markdown::block::{Block, BlockKind, Item, Table};
use text::markdown::flat::Flat;
use text::markdown::inline::Inlines;
use text::source::Span;

use super::entry::{Entry, Text};

/// Adds what stands below an entry to its changes.
pub(super) fn append(entry: &mut Entry, more: &str, span: Span) {
    if more.is_empty() {
        return;
    }
    match &mut entry.changes {
        Some(changes) => {
            changes.text.push_str("<br>");
            changes.text.push_str(more);
            changes.span = changes.span.cover(span);
        }
        None => entry.changes = Some(Text { text: more.to_owned(), span }),
    }
}

/// A block on one line; empty for what shows no words: rules, comments, other HTML.
pub(super) fn block(block: &Block) -> String {
    match &block.kind {
        BlockKind::Paragraph(text) => inline(text),
        BlockKind::List(list) => items(&list.items),
        BlockKind::Table(table) => rows(table),
        BlockKind::Code(code) => Inline::code(code.text.trim()).markdown(),
        BlockKind::Quote(blocks) | BlockKind::Definition(blocks) => {
            let parts: Vec<String> = blocks.iter().map(self::block).collect();
            joined(parts)
        }
        BlockKind::Heading(heading) => inline(&heading.text),
        BlockKind::Html | BlockKind::Rule | BlockKind::Footnote(_) => String::new(),
    }
}

/// The items of a list; what is nested deeper follows its parent.
pub(super) fn items(items: &[Item]) -> String {
    let mut lines = Vec::new();
    collect(items, &mut lines);
    // A single item needs no bullet.
    match lines.as_slice() {
        [only] => only.clone(),
        lines => lines.iter().map(|line| format!("• {line}")).collect::<Vec<_>>().join("<br>"),
    }
}

fn collect(items: &[Item], lines: &mut Vec<String>) {
    for inner in items.iter().flat_map(|item| &item.blocks) {
        match &inner.kind {
            BlockKind::List(nested) => collect(&nested.items, lines),
            _ => lines.extend(Some(block(inner)).filter(|line| !line.is_empty())),
        }
    }
}

/// Each row is a line, its cells set apart.
fn rows(table: &Table) -> String {
    let rows = std::iter::once(&table.header).chain(&table.rows);
    let lines = rows.map(|row| {
        let cells = row.cells.iter().map(inline).filter(|cell| !cell.is_empty());
        cells.collect::<Vec<_>>().join(" · ")
    });
    joined(lines.collect())
}

fn joined(lines: Vec<String>) -> String {
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("<br>")
}

fn inline(text: &Inlines) -> String {
    let flat = Flat::of(text);
    flat.markdown(flat.all()).map(|text| text.text).unwrap_or_default()
}
