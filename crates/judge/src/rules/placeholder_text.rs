//! `placeholder-text`: a written section still holds a placeholder or a TODO.

use super::section;
use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::analysis::Analysis;
use readers::document::BoundDocument;
use readers::document::written::{Leftover, LeftoverKind, State};

pub static RULE: Rule = Rule {
    name: "placeholder-text",
    group: Group::Sections,
    levels: Levels::always(Level::Warn),
    summary: "A written section still holds a placeholder or a TODO.",
    page: include_str!("../../pages/placeholder-text.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    for (_, document) in analysis.bound() {
        for (section, facts) in document.sections.iter().enumerate() {
            // An untouched section is said once, as a whole.
            let partial =
                facts.headings.iter().filter(|heading| heading.assessment.state == State::Partial);
            for heading in partial {
                let title = &document.binding.tree.nodes[heading.node].text;
                for left in &heading.assessment.leftovers {
                    findings.extend(finding(document, section, title, left));
                }
            }
        }
    }
}

fn finding(
    document: &BoundDocument,
    section: usize,
    title: &str,
    left: &Leftover,
) -> Option<Finding> {
    let (message, label) = match left.kind {
        LeftoverKind::Placeholder => {
            ("a placeholder is left in a written section", "to be replaced")
        }
        LeftoverKind::Todo => ("something is left to do in a written section", "to be done"),
        LeftoverKind::Label(_) | LeftoverKind::Sample(_) => return None,
    };
    let finding = section::finding(&RULE, document, section, left.place.clone(), message)
        .label(label)
        .note(format!("readers of `{title}` will take the section for finished"))
        .help("write what belongs here, or remove it");
    Some(finding)
}
