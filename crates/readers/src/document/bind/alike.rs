//! Headings beside each other that end with the same word for a part of a system: "View layer" beside "Data layer".

use std::collections::HashMap;

use super::concepts::COMPONENTS;
use super::node::{Node, NodeKind, Tree};
use crate::template::key::Key;
use words::Concept;

/// The fewest that show a kind.
const FEWEST: usize = 3;

/// For each heading of a text, whether its last word is one for a part of a system, and most headings beside it end
/// with it, three or more, as the one above all of them does: "View layer" below "Proposed layers". Below another heading
/// a "Security layer" may be all that is said of the security.
pub(super) fn of_a_kind(tree: &Tree) -> Vec<bool> {
    let is_part = |word: &Key| word.names_any(&COMPONENTS) || word.names(Concept::Layers);
    let kind = |node: &Node| {
        let (_, last) = node.keys.first()?.written.rsplit_once(' ')?;
        let last = Key::new(last);
        (node.kind == NodeKind::Heading && is_part(&last)).then_some(last.stem)
    };
    let kinds: Vec<Option<String>> = tree.nodes.iter().map(kind).collect();
    let mut beside: HashMap<Option<usize>, (usize, HashMap<&str, usize>)> = HashMap::new();
    for (node, kind) in tree.nodes.iter().zip(&kinds) {
        let (all, alike) = beside.entry(node.parent).or_default();
        *all += usize::from(node.kind == NodeKind::Heading);
        if let Some(kind) = kind {
            *alike.entry(kind).or_default() += 1;
        }
    }
    let is_above = |node: &Node, kind: &str| {
        let above = node.parent.and_then(|above| tree.nodes[above].keys.first());
        above.is_some_and(|above| above.stem.rsplit(' ').next() == Some(kind))
    };
    let is_one = |(node, kind): (&Node, &Option<String>)| {
        kind.as_deref().is_some_and(|kind| {
            let (all, alike) = &beside[&node.parent];
            alike[kind] >= FEWEST && 2 * alike[kind] > *all && is_above(node, kind)
        })
    };
    tree.nodes.iter().zip(&kinds).map(is_one).collect()
}
