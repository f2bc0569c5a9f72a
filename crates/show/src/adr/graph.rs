//! Which record superseded, amends or points to which: a picture, and the same as a list.

use std::collections::BTreeMap;

use readers::adr::graph::Edge;
use readers::adr::relation::RelationKind;

use super::{Shown, badge, full_name, mermaid, svg};
use readers::directive::adr::{Drawing, Graph};
use text::compose::{Blocks, Inline};
use text::wording::plural;

/// Nobody sees anything in a graph of more, and a page of megabytes takes long to open.
const MAX_EDGES: usize = 5_000;

/// The Markdown of a graph. The list is there in any case: it has the links, and it is what a screen
/// reader, a printer and a renderer other than HTML make something of.
pub(super) fn markdown(graph: &Graph, shown: &Shown<'_>, html: bool) -> Blocks {
    let fits = |index: usize| shown.holds(&graph.filter, &shown.records.entries[index].record);
    let mut fitting =
        shown.records.edges().iter().filter(|e| e.from != e.to && fits(e.from) && fits(e.to));
    let edges: Vec<Edge> = fitting.by_ref().take(MAX_EDGES).copied().collect();
    if edges.is_empty() {
        return crate::style::nothing("No decision record refers to another.");
    }
    let hidden = fitting.count();
    let mut list = list(&edges, shown);
    if hidden > 0 {
        let more = plural(hidden, "relation", "relations");
        let more = format!("And {more} more: the graph would be too large with all of them.");
        list = list.then(crate::style::nothing(&more));
    }
    match graph.drawing {
        Drawing::Svg if html => {
            let legend = crate::style::nothing(&svg::legend(&edges, shown.records));
            Blocks::default().html(svg::picture(&edges, shown)).then(legend).then(list)
        }
        Drawing::Mermaid => {
            Blocks::default().code("mermaid", &mermaid::chart(&edges, shown)).then(list)
        }
        Drawing::Svg | Drawing::List => list,
    }
}

/// ``- [ADR 7: Use X](..) (`superseded`): superseded by [ADR 12: Use Y](..)``
fn list(edges: &[Edge], shown: &Shown<'_>) -> Blocks {
    let mut said: BTreeMap<usize, Vec<(RelationKind, usize)>> = BTreeMap::new();
    for edge in edges {
        said.entry(edge.to).or_default().push((edge.kind.inverse(), edge.from));
        if edge.kind != RelationKind::Related {
            said.entry(edge.from).or_default().push((edge.kind, edge.to));
        }
    }
    let entries = &shown.records.entries;
    let name = |index: usize| shown.link(&entries[index], &full_name(&entries[index].record));
    let line = |(&index, relations): (&usize, &Vec<(RelationKind, usize)>)| {
        let relations = relations
            .iter()
            .map(|&(kind, other)| Inline::text(kind.words()).and(" ").then(name(other)));
        let badge = badge::of(&entries[index].record);
        let relations = Inline::joined(relations, ", ");
        name(index).and(" (").then(badge).and("): ").then(relations)
    };
    Blocks::default().list(said.iter().map(line))
}
