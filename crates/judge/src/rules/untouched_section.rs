//! `untouched-section`: a section holds only the template's text or placeholders.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use crate::wording;
use readers::document::written::{Leftover, LeftoverKind, State};
use readers::document::{BoundDocument, Heading};
use readers::template::Need;

pub static RULE: Rule = Rule {
    name: "untouched-section",
    group: Group::Sections,
    levels: Levels::owed(Level::Warn, Level::Warn),
    summary: "A section holds only the template's text or placeholders.",
    page: include_str!("../../pages/untouched-section.md"),
};

pub(crate) fn check(document: &BoundDocument, findings: &mut Vec<Finding>) {
    for (section, facts) in document.sections.iter().enumerate() {
        for heading in &facts.headings {
            // An untouched section is said once, as a whole.
            if heading.assessment.state == State::Partial {
                let left = heading.assessment.leftovers.iter();
                findings.extend(left.filter_map(|left| part(document, section, left)));
            }
        }
        let open =
            facts.headings.iter().filter(|heading| heading.assessment.state == State::Untouched);
        let groups = document.template().sections[section].need == Need::Container;
        if !groups || document.is_open_group(section) {
            findings.extend(open.map(|heading| untouched(document, section, heading)));
        }
    }
}

/// A heading below one that serves the section.
fn part(document: &BoundDocument, section: usize, left: &Leftover) -> Option<Finding> {
    let LeftoverKind::Part(title) = &left.kind else { return None };
    let message = format!("nothing of your own stands below `{title}`");
    let finding = wording::finding(&RULE, document, section, left.place.clone(), message)
        .label("only the template's text or placeholders below")
        .note(format!("it is a part of `{}`", document.title_of(section)))
        .help("replace what stands there, or remove the heading");
    Some(finding)
}

fn untouched(document: &BoundDocument, section: usize, heading: &Heading) -> Finding {
    let tree = &document.binding.tree;
    let title = &tree.nodes[heading.node].text;
    let place = tree.place(heading.node);
    if document.template().is_title(section) {
        return wording::finding(
            &RULE,
            document,
            section,
            place,
            "the title is still the template's",
        )
        .label("the template's words")
        .note(wording::why(document, section))
        .help("write what the document describes");
    }
    let message = format!("section `{title}` is not written yet");
    let finding = wording::finding(&RULE, document, section, place, message)
        .label("only the template's text or placeholders below")
        .note(wording::why(document, section))
        .help("replace what stands there, or write \"Not applicable: <reason>\"")
        .entry("sections are not written yet", title, section);
    match heading.assessment.leftovers.first() {
        Some(left) => finding.related(left.place.clone(), "for example"),
        None => finding,
    }
}
