//! A sample of several parts: "Component A" and "Component B" with the same words below.

use std::collections::HashMap;

use crate::document::bind::node::{NodeKind, Tree};
use text::markdown::block::BlockKind;
use text::markdown::inline::{Inlines, RunKind};

use super::answer;

/// As many words has the text below each of them.
const MAX_WORDS: usize = 12;

/// For each node, whether it is one of them. An author who says the same of two things gives them names.
pub(super) fn of(tree: &Tree) -> Vec<bool> {
    let mut alike: HashMap<(Option<usize>, &str, String), Vec<usize>> = HashMap::new();
    for (at, node) in tree.nodes.iter().enumerate() {
        let leaf = node.kind == NodeKind::Heading && node.subtree == at + 1;
        if let Some((name, text)) = counted(&node.text).filter(|_| leaf).zip(short_text(tree, at)) {
            alike.entry((node.parent, name, text)).or_default().push(at);
        }
    }
    let mut samples = vec![false; tree.nodes.len()];
    for node in alike.into_values().filter(|nodes| nodes.len() > 1).flatten() {
        samples[node] = true;
    }
    samples
}

/// What stands before the letter or number at the end of a heading.
fn counted(heading: &str) -> Option<&str> {
    let (name, last) = heading.trim().rsplit_once(' ')?;
    let number = last.chars().all(|c| c.is_ascii_digit());
    (number || last.chars().count() == 1 && last.chars().all(char::is_alphabetic)).then_some(name)
}

/// The only paragraph below a heading, where it is a few words that say nothing of their own.
fn short_text(tree: &Tree, node: usize) -> Option<String> {
    let blocks = tree.blocks(&tree.nodes[node].body);
    let mut blocks = blocks.filter(|(document, block)| {
        !document.slice(block.span).starts_with(crate::directive::OPENING)
    });
    let (Some((_, block)), None) = (blocks.next(), blocks.next()) else { return None };
    let BlockKind::Paragraph(text) = &block.kind else { return None };
    let plain = text.plain();
    let short = plain.split_whitespace().count() <= MAX_WORDS;
    let own =
        has_code(text) || !text.links.is_empty() || plain.contains(|c: char| c.is_ascii_digit());
    (short && !own && answer::of(&plain).is_none()).then_some(plain)
}

fn has_code(text: &Inlines) -> bool {
    text.runs().any(|run| run.kind == RunKind::Code)
}
