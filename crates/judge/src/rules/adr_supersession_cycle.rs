//! `adr-supersession-cycle`: records that supersede each other in a circle.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::adr::RelationKind;
use readers::adr::graph::Edge;
use readers::analysis::Analysis;
use text::source::Place;

pub static RULE: Rule = Rule {
    name: "adr-supersession-cycle",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "Decision records supersede each other in a circle.",
    page: include_str!("../../pages/adr-supersession-cycle.md"),
};

/// Where a record says that it supersedes itself.
fn itself(analysis: &Analysis<'_>, record: usize) -> Option<Place> {
    let records = &analysis.records;
    let own = |edge: &&Edge| {
        (edge.from, edge.to) == (record, record) && edge.kind == RelationKind::Supersedes
    };
    let edge = records.edges().iter().find(own)?;
    Some(records.entries[record].record.place(edge.forward.or(edge.backward)?))
}

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let records = &analysis.records;
    for cycle in records.cycles() {
        let names: Vec<String> =
            cycle.iter().map(|&index| records.entries[index].record.cited()).collect();
        let Some((&first, others)) = cycle.split_first() else { continue };
        let message = match others {
            [] => format!("{} supersedes itself", names[0]),
            _ => format!("{} supersede each other in a circle", names.join(", ")),
        };
        let record = &records.entries[first].record;
        let place = if others.is_empty() { itself(analysis, first) } else { None };
        let note = match others {
            [] => "what took its place is another record, or none did",
            _ => "none of them can be the one that counts",
        };
        let mut finding = Finding::new(&RULE, place.unwrap_or_else(|| record.head()), message)
            .note(note)
            .help(match others {
                [] => "name the other record, or take the statement out",
                _ => "take out the relation that is wrong",
            });
        for &other in others {
            finding = finding.related(records.entries[other].record.head(), "in the same circle");
        }
        findings.push(finding);
    }
}
