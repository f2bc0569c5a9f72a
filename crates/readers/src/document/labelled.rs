//! Sections that are items of a list: `- **Metrics:** what is counted`, below the heading of their
//! chapter.

use std::sync::Arc;

use crate::document::bind::Binding;
use crate::document::bind::node::NodeKind;
use crate::template::key::Key;
use text::markdown::block::{Block, BlockKind};
use text::markdown::inline::{Inlines, RunKind};
use text::source::{Place, Source, Span};

/// Bold words with more behind them.
#[derive(Clone)]
pub(super) struct Labelled {
    /// The words.
    pub key: Key,
    /// The paragraph that they begin, or the item with more than a line; what says a word in a list is no place to
    /// be led to.
    pub place: Option<Place>,
}

/// The bold words at the beginning of items and paragraphs with more behind them, below a heading and
/// all that it holds.
pub(super) fn labels(binding: &Binding, node: usize) -> Vec<Labelled> {
    let tree = &binding.tree;
    let mut found = Vec::new();
    for below in &tree.nodes[node..tree.nodes[node].subtree] {
        // What a bold line says is part of the heading's text.
        if below.kind == NodeKind::Heading {
            for (document, block) in tree.blocks(&below.body) {
                collect(&document.source, block, &mut found);
            }
        }
    }
    found
}

fn collect(source: &Arc<Source>, block: &Block, found: &mut Vec<Labelled>) {
    let mut note = |key: Key, span: Option<Span>| {
        found.push(Labelled { key, place: span.map(|span| Place::new(source, span)) });
    };
    match &block.kind {
        BlockKind::Paragraph(text) => {
            if let Some((key, true)) = lead(text) {
                note(key, Some(block.span));
            }
        }
        BlockKind::List(list) => {
            for item in &list.items {
                if let Some((first, rest)) = item.blocks.split_first()
                    && let BlockKind::Paragraph(text) = &first.kind
                    && let Some((key, more)) = lead(text)
                    && (more || !rest.is_empty())
                {
                    note(key, Some(item.span).filter(|_| !rest.is_empty()));
                }
            }
        }
        _ => {}
    }
}

/// The bold words that a text begins with, and whether more follows.
fn lead(text: &Inlines) -> Option<(Key, bool)> {
    let mut runs = text.runs().skip_while(|run| run.text.trim().is_empty()).peekable();
    let mut label = String::new();
    while let Some(run) = runs.next_if(|run| run.strong && run.kind == RunKind::Text) {
        label.push_str(run.text);
    }
    let more = runs.any(|run| run.text.contains(char::is_alphanumeric));
    let key = Key::new(label.trim().trim_end_matches([':', '：']));
    (!label.is_empty() && !key.is_empty()).then_some((key, more))
}
