//! `placeholder-text`: a written section still holds a placeholder or a TODO.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::document::BoundDocument;
use readers::document::written::{Leftover, LeftoverKind, State};

pub static RULE: Rule = Rule {
    name: "placeholder-text",
    group: Group::Sections,
    levels: Levels::owed(Level::Warn, Level::Warn),
    summary: "A written section still holds a placeholder or a TODO.",
    page: include_str!("../../pages/placeholder-text.md"),
};

pub(crate) fn check(document: &BoundDocument, findings: &mut Vec<Finding>) {
    for (section, facts) in document.sections.iter().enumerate() {
        // An untouched section is said once, as a whole.
        let title = document.template().is_title(section);
        let begun = facts
            .headings
            .iter()
            .filter(|heading| title || heading.assessment.state == State::Partial);
        for heading in begun {
            let title = &document.binding.tree.nodes[heading.node].text;
            for left in &heading.assessment.leftovers {
                let Some(finding) = finding(document, left, format!("`{title}`")) else { continue };
                let note = format!("readers of `{title}` will take the section for finished");
                let id = &document.template().sections[section].id;
                findings.push(finding.section(id).note(note));
            }
        }
    }
    let unowned = document
        .unowned
        .iter()
        .filter_map(|left| finding(document, left, "outside of all sections".to_owned()));
    findings.extend(unowned);
}

fn finding(document: &BoundDocument, left: &Leftover, name: String) -> Option<Finding> {
    let (message, several, label) = match left.kind {
        LeftoverKind::Placeholder => (
            "a placeholder is left in a written section",
            "placeholders are left in written sections",
            "to be replaced",
        ),
        LeftoverKind::Todo => (
            "something is left to do in a written section",
            "things are left to do in written sections",
            "to be done",
        ),
        LeftoverKind::Guidance => (
            "an instruction to the author is left in a written section",
            "instructions to the author are left in written sections",
            "to be followed",
        ),
        LeftoverKind::Value => {
            ("a row has no values", "rows have no values", "nothing but the first column is filled")
        }
        LeftoverKind::Label(_)
        | LeftoverKind::Sample(_)
        | LeftoverKind::Heading(_)
        | LeftoverKind::Part(_) => return None,
    };
    let finding = Finding::new(&RULE, left.place.clone(), message)
        .document(&document.name)
        .label(label)
        .help("write what belongs here, or remove it")
        .entry(several, name, left.place.span.start);
    Some(finding)
}
