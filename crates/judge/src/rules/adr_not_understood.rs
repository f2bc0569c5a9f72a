//! `adr-not-understood`: a file among records that says nothing of a decision.

use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::analysis::Analysis;

pub static RULE: Rule = Rule {
    name: "adr-not-understood",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A file among decision records was not understood.",
    page: include_str!("../../pages/adr-not-understood.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let records = &analysis.records;
    for place in &records.not_understood {
        let message = "this file lies among decision records and is not understood as one";
        findings.push(
            Finding::new(&RULE, place.clone(), message)
                .note("it has no number, no known status and no section of a decision")
                .help("number it in its name or heading, or move it to another directory"),
        );
    }
    for place in &records.outside {
        let message = "this link leads out of the repository and is not read";
        findings.push(
            Finding::new(&RULE, place.clone(), message)
                .note("what a book reads it can publish")
                .help("copy the record into the directory"),
        );
    }
    for root in records.roots.iter().filter(|root| root.records == 0) {
        let quiet = !records
            .not_understood
            .iter()
            .any(|place| place.source.path() == root.first.source.path());
        if quiet {
            let message = format!("the directory `{}` holds no decision record", root.path);
            findings.push(
                Finding::new(&RULE, root.first.clone(), message)
                    .help("write the first one: `mdbook-archdoc adr new \"Title\"`"),
            );
        }
    }
}
