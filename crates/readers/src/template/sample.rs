//! What a section's sample has an author keep: the columns of its tables and its labels.

use text::markdown::Document;
use text::markdown::block::{Block, BlockKind, Table};
use text::markdown::field::split_label;
use text::markdown::inline::Inlines;
use text::source::Source;

/// The headers of the sample's tables, each as its cells' words.
pub fn tables(sample: &str) -> Vec<Vec<String>> {
    let document = Document::parse(&Source::new("", sample));
    let mut found = Vec::new();
    walk(&document.blocks, &mut |block| {
        if let BlockKind::Table(table) = &block.kind {
            found.push(columns(table));
        }
    });
    found
}

/// The words over a table's columns.
pub fn columns(table: &Table) -> Vec<String> {
    table.header.cells.iter().map(|cell| cell.plain().trim().to_owned()).collect()
}

/// The sample's labels, each once.
pub fn labels(sample: &str) -> Vec<String> {
    let document = Document::parse(&Source::new("", sample));
    let mut found: Vec<String> = Vec::new();
    walk(&document.blocks, &mut |block| {
        let BlockKind::Paragraph(text) = &block.kind else { return };
        for label in lines(text) {
            if !found.contains(&label) {
                found.push(label);
            }
        }
    });
    found
}

fn lines(text: &Inlines) -> impl Iterator<Item = String> {
    text.lines().into_iter().filter_map(|line| split_label(&line)).map(|(label, _, _)| label)
}

/// Every block, those in lists and quotes too.
fn walk<'b>(blocks: &'b [Block], look: &mut impl FnMut(&'b Block)) {
    for block in blocks {
        look(block);
        match &block.kind {
            BlockKind::List(list) => list.items.iter().for_each(|item| walk(&item.blocks, look)),
            BlockKind::Quote(blocks) => walk(blocks, look),
            _ => {}
        }
    }
}
