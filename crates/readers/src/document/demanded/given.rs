//! What an author's section has: the columns of its tables and whatever may be a label.

use crate::document::bind::Binding;
use crate::document::bind::node::NodeKind;
use crate::template::sample;
use text::markdown::Document;
use text::markdown::block::{Block, BlockKind, Table};
use text::markdown::field::split_label;
use text::markdown::inline::{Inlines, RunKind};
use text::source::{Place, Span};

use super::Name;

/// The names below one heading.
#[derive(Default)]
pub(super) struct Given {
    /// Each table's columns, and its header.
    pub(super) tables: Vec<(Vec<Name>, Place)>,
    /// What may be a label: before a colon, bold at the beginning of a line, a sub-heading, a cell of
    /// a table's header or first column.
    pub(super) labels: Vec<Name>,
    /// Where each of them stands.
    pub(super) places: Vec<Place>,
    /// How many of them come first that stand in the heading's own text: what belongs to a part below
    /// a sub-heading shows nothing of the whole.
    pub(super) own: usize,
}

impl Given {
    /// Those of a heading and of all headings below it that serve no section themselves.
    pub(super) fn of(binding: &Binding, node: usize) -> Self {
        let tree = &binding.tree;
        let (mut given, mut below) = (Self::default(), Self::default());
        let mut at = node;
        while at < tree.nodes[node].subtree {
            let one = &tree.nodes[at];
            let heads = at > node && one.kind == NodeKind::Heading;
            if heads && !binding.served(at).is_empty() {
                at = one.subtree;
                continue;
            }
            if heads {
                below.label(&one.text, tree.place(at));
            }
            let into = if at == node { &mut given } else { &mut below };
            if at == node || heads {
                for (document, block) in tree.blocks(&one.body) {
                    into.block(document, block);
                }
            }
            at += 1;
        }
        given.own = given.labels.len();
        given.tables.append(&mut below.tables);
        given.labels.append(&mut below.labels);
        given.places.append(&mut below.places);
        given
    }

    fn block(&mut self, document: &Document, block: &Block) {
        match &block.kind {
            BlockKind::Paragraph(text) => {
                for line in text.lines() {
                    self.line(document, &line);
                }
            }
            BlockKind::List(list) => {
                for block in list.items.iter().flat_map(|item| &item.blocks) {
                    self.block(document, block);
                }
            }
            BlockKind::Table(table) => self.table(document, table),
            BlockKind::Quote(blocks) | BlockKind::Definition(blocks) => {
                for block in blocks {
                    self.block(document, block);
                }
            }
            _ => {}
        }
    }

    fn line(&mut self, document: &Document, line: &Inlines) {
        let label = split_label(line).map(|(label, _, _)| label);
        if let Some(label) = label.or_else(|| bold_start(line)) {
            self.label(&label, Place::new(&document.source, line.span));
        }
    }

    fn table(&mut self, document: &Document, table: &Table) {
        let columns: Vec<Name> =
            sample::columns(table).iter().map(|cell| Name::new(cell)).collect();
        let first = table.rows.iter().filter_map(|row| row.cells.first());
        for cell in table.header.cells.iter().chain(first) {
            self.label(&cell.plain(), Place::new(&document.source, cell.span));
        }
        let text = document.slice(table.header.span);
        let end = table.header.span.start + text.trim_end().len();
        let place = Place::new(&document.source, Span::new(table.header.span.start, end));
        self.tables.push((columns, place));
    }

    fn label(&mut self, text: &str, place: Place) {
        if !text.trim().is_empty() {
            self.labels.push(Name::new(text));
            self.places.push(place);
        }
    }
}

/// `**Purpose** keeps the states`
fn bold_start(line: &Inlines) -> Option<String> {
    let mut runs = line.runs().skip_while(|run| run.text.trim().is_empty());
    let first = runs.next().filter(|run| run.strong && run.kind == RunKind::Text)?;
    Some(first.text.to_owned())
}
