//! `adr-supersession-cycle`: records that supersede each other in a circle.

use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::analysis::Analysis;

pub static RULE: Rule = Rule {
    name: "adr-supersession-cycle",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "Decision records supersede each other in a circle.",
    page: include_str!("../../pages/adr-supersession-cycle.md"),
};

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
        let mut finding = Finding::new(&RULE, records.entries[first].record.head(), message)
            .note("none of them can be the one that counts")
            .help("take out the relation that is wrong");
        for &other in others {
            finding = finding.related(records.entries[other].record.head(), "in the same circle");
        }
        findings.push(finding);
    }
}
