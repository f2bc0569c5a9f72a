//! Which record superseded, amends or points to which: a picture, and the same as a list.

use std::collections::{BTreeMap, BTreeSet};

use readers::adr::graph::Edge;
use readers::adr::record::Record;
use readers::adr::relation::RelationKind;

use super::{Shown, badge, mermaid, name, picture, relation};
use crate::says::Says;
use crate::style::Medium;
use readers::directive::adr::{Drawing, Graph};
use text::compose::{Blocks, Inline};
use words::Phrase;

/// Nobody sees anything in a graph of more, and a page of megabytes takes long to open.
const MAX_EDGES: usize = 1_000;

/// The Markdown of a graph. The list is there in any case: it has the links, and it is what a screen
/// reader, a printer and a renderer other than HTML make something of.
pub(super) fn markdown(graph: &Graph, shown: &Shown<'_>) -> Blocks {
    let fits = |index: usize| shown.holds(&graph.filter, &shown.records.entries[index].record);
    let mut fitting =
        shown.records.edges().iter().filter(|e| e.from != e.to && fits(e.from) && fits(e.to));
    let edges: Vec<Edge> = fitting.by_ref().take(MAX_EDGES).copied().collect();
    if edges.is_empty() {
        return crate::style::nothing(shown.says.get(Phrase::NoRelations));
    }
    let hidden = fitting.count();
    let list = list(&edges, shown);
    let drawn = drawn(&edges, shown);
    let blocks = match graph.drawing {
        Drawing::Svg if shown.medium == Medium::Page => {
            // The picture says the same, and has the same links.
            let (picture, left_out) = picture::of(&drawn, &edges, shown);
            let blocks = Blocks::default().html(picture);
            let more = (Phrase::OnlyInListOne, Phrase::OnlyInList);
            told(blocks, left_out, more, shown).folded(shown.says.get(Phrase::AsList), list)
        }
        Drawing::Mermaid => {
            Blocks::default().code("mermaid", &mermaid::chart(&drawn, shown)).then(list)
        }
        Drawing::Svg | Drawing::List => list,
    };
    told(blocks, hidden, (Phrase::MoreRelationsOne, Phrase::MoreRelations), shown)
}

/// Blocks, and below them how many relations they do not show; nothing where they show all.
fn told(blocks: Blocks, hidden: usize, (one, more): (Phrase, Phrase), shown: &Shown<'_>) -> Blocks {
    if hidden == 0 {
        return blocks;
    }
    let more = Says::counted(hidden, one, more);
    blocks.then(crate::style::nothing(&shown.says.with(more, &[&hidden.to_string()])))
}

/// What is not in force has done nothing to another record: its relations are drawn as the weakest.
fn drawn(edges: &[Edge], shown: &Shown<'_>) -> Vec<Edge> {
    let mut known = BTreeSet::new();
    let weakened = edges.iter().map(|edge| {
        if relation::holds(shown.records, edge.kind, edge.from, edge.to) {
            return *edge;
        }
        let (from, to) = (edge.from.min(edge.to), edge.from.max(edge.to));
        Edge { from, to, kind: RelationKind::Related, ..*edge }
    });
    weakened.filter(|edge| known.insert((edge.from, edge.to, edge.kind))).collect()
}

/// ``- [ADR 7: Use X](..) (`superseded`): superseded by [ADR 12](..)``
fn list(edges: &[Edge], shown: &Shown<'_>) -> Blocks {
    let mut said: BTreeMap<usize, Vec<(RelationKind, usize)>> = BTreeMap::new();
    for edge in edges {
        said.entry(edge.to).or_default().push((edge.kind.inverse(), edge.from));
        if edge.kind != RelationKind::Related {
            said.entry(edge.from).or_default().push((edge.kind, edge.to));
        }
    }
    let entries = &shown.records.entries;
    let linked = |index: usize, name: fn(&Record) -> Inline| {
        let entry = &entries[index];
        shown.link(entry, name(&entry.record))
    };
    let line = |(&index, relations): (&usize, &Vec<(RelationKind, usize)>)| {
        let relations = relations.iter().map(|&(kind, other)| {
            let (newer, older) = if kind.is_passive() { (other, index) } else { (index, other) };
            let words = relation::words((shown.records, shown.says), kind, newer, older);
            Inline::text(words).and(" ").then(linked(other, name::short))
        });
        // In a list of sentences a chip would be a blot.
        let status = badge::of(&entries[index].record, Medium::Text, shown.says);
        let relations = Inline::joined(relations, ", ");
        linked(index, name::full).and(" (").then(status).and("): ").then(relations)
    };
    Blocks::default().list(said.iter().map(line))
}
