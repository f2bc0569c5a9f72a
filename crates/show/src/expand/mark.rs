//! Sections that have a heading and are not written: a reader must not take the template's text for the
//! author's.

use std::collections::BTreeSet;

use readers::directive::OPENING;
use readers::document::BoundDocument;
use readers::document::bind::node::{Node, NodeKind};
use readers::document::written::State;
use readers::template::Need;
use text::compose::{Blocks, Inline};
use text::edit::{Edits, TextEdit, as_block};
use text::source::Span;
use words::Phrase;

use super::unwritten::Marks;
use crate::style::Border;

/// Puts the mark under each such heading. What the template left there goes inside it; the author's bytes
/// stay as they are.
pub(super) fn edits(bound: &BoundDocument, marks: Marks<'_>, edits: &mut Edits) {
    let mut marked = BTreeSet::new();
    for (section, facts) in bound.sections.iter().enumerate() {
        let asked = &bound.template().sections[section];
        let inner = bound.template().is_title(section) || asked.need == Need::Container;
        if inner || facts.state.is_answered() {
            continue;
        }
        for heading in &facts.headings {
            let node = &bound.binding.tree.nodes[heading.node];
            let leaf = node.subtree == heading.node + 1;
            let own = node.document == 0 && node.kind == NodeKind::Heading && leaf;
            if own && marked.insert(heading.node) {
                edits.extend(edit(bound, section, node, heading.assessment.state, marks));
            }
        }
    }
}

fn edit(
    bound: &BoundDocument,
    section: usize,
    node: &Node,
    state: State,
    marks: Marks<'_>,
) -> Option<TextEdit> {
    let text = bound.binding.tree.chapter().source.text();
    let below = Span::at(node.span.end);
    let (span, blocks) = match (state, body(bound, node)) {
        (State::Empty, _) | (State::Untouched, None) => {
            (below, marks.not_written(bound, section, Blocks::default()))
        }
        (State::Untouched, Some(body)) => {
            (body, marks.not_written(bound, section, marks.sample(&text[body.range()])))
        }
        (State::Partial, _) => {
            let open = Inline::text(marks.says.get(Phrase::LeftOpen));
            (below, marks.titled(Phrase::PartlyWritten, open, Border::Dashed, Blocks::default()))
        }
        _ => return None,
    };
    Some(TextEdit::replace(span, as_block(text, span, &blocks.markdown())))
}

/// What stands below the heading; none where that is nothing, or where mdBook or we put something else
/// in its place.
fn body(bound: &BoundDocument, node: &Node) -> Option<Span> {
    let tree = &bound.binding.tree;
    let own = node.body.iter().all(|part| part.document == 0);
    let mut spans = tree.blocks(&node.body).map(|(_, block)| block.span);
    let first = spans.next().filter(|_| own)?;
    let last = spans.last().unwrap_or(first);
    let body = Span::new(first.start, last.end.max(first.end));
    let text = &tree.chapter().source.text()[body.range()];
    let body = Span::new(body.start, body.start + text.trim_end().len());
    (!text.contains("{{") && !text.contains(OPENING)).then_some(body)
}
