//! `unfilled-field`: a field that the template names has no value of its own.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use crate::wording;
use readers::document::BoundDocument;
use readers::document::written::{Leftover, LeftoverKind, State};

pub static RULE: Rule = Rule {
    name: "unfilled-field",
    group: Group::Document,
    levels: Levels::owed(Level::Warn, Level::Warn),
    summary: "A field that the template names has no value of its own.",
    page: include_str!("../../pages/unfilled-field.md"),
};

pub(crate) fn check(document: &BoundDocument, findings: &mut Vec<Finding>) {
    for (section, facts) in document.sections.iter().enumerate() {
        // An untouched section is said once, as a whole.
        let begun = facts
            .headings
            .iter()
            .filter(|heading| matches!(heading.assessment.state, State::Written | State::Partial));
        for left in begun.flat_map(|heading| &heading.assessment.leftovers) {
            findings.extend(finding(document, section, left));
        }
    }
}

fn finding(document: &BoundDocument, section: usize, left: &Leftover) -> Option<Finding> {
    let (message, help) = match &left.kind {
        LeftoverKind::Label(label) => (
            format!("`{label}` has no value"),
            "write the value, or remove the line: the field is not needed for the section to count",
        ),
        LeftoverKind::Sample(label) => (
            format!("`{label}` still has the template's sample value"),
            "write the document's own value",
        ),
        _ => return None,
    };
    let finding =
        wording::finding(&RULE, document, section, left.place.clone(), message).help(help);
    Some(match &left.kind {
        LeftoverKind::Label(_) => finding,
        _ => finding.note(format!(
            "the template `{}` asks for it in `{}`",
            document.template().name,
            document.title_of(section)
        )),
    })
}
