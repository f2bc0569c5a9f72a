//! The graph as a [Mermaid flow chart](https://mermaid.js.org/syntax/flowchart.html).

use std::collections::BTreeSet;

use readers::adr::graph::Edge;
use readers::adr::relation::RelationKind;

use super::{Shown, name};

/// The chart; the arrows lead from the older record to the newer one.
pub(super) fn chart(edges: &[Edge], shown: &Shown<'_>) -> String {
    let nodes: BTreeSet<usize> = edges.iter().flat_map(|edge| [edge.from, edge.to]).collect();
    let mut lines = vec!["graph LR".to_owned()];
    for index in nodes {
        let name = name::full_words(&shown.records.entries[index].record);
        lines.push(format!("    r{index}[\"{}\"]", quoted(&name)));
    }
    for edge in edges {
        let said = shown.says.relation_alone(edge.kind.inverse());
        let arrow = match edge.kind {
            RelationKind::Related => "---".to_owned(),
            RelationKind::Supersedes | RelationKind::Subsumes => format!("-->|{said}|"),
            _ => format!("-.->|{said}|"),
        };
        lines.push(format!("    r{} {arrow} r{}", edge.to, edge.from));
    }
    lines.join("\n")
}

/// Mermaid's own escapes, and none of Markdown's fences.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '#' | '<' | '>' | '&' | '`' | '{' | '}' => {
                out.extend(["#", &u32::from(c).to_string(), ";"]);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
