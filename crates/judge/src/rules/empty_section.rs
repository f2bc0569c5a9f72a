//! `empty-section`: a section has a heading and nothing below it.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use crate::wording;
use readers::document::written::{Leftover, LeftoverKind, State, bare_answers};
use readers::document::{BoundDocument, Heading};
use readers::template::Need;

pub static RULE: Rule = Rule {
    name: "empty-section",
    group: Group::Sections,
    levels: Levels::owed(Level::Warn, Level::Warn),
    summary: "A section has a heading and nothing below it.",
    page: include_str!("../../pages/empty-section.md"),
};

pub(crate) fn check(document: &BoundDocument, findings: &mut Vec<Finding>) {
    let mut usual = None;
    for (section, facts) in document.sections.iter().enumerate() {
        let mut meant = |heading: &&Heading| {
            let tree = &document.binding.tree;
            heading.assessment.bare && *usual.get_or_insert_with(|| bare_answers(tree) > 1)
        };
        let empty = facts
            .headings
            .iter()
            .filter(|heading| heading.assessment.state == State::Empty && !meant(heading));
        if document.template().sections[section].need != Need::Container {
            findings.extend(empty.map(|heading| finding(document, section, heading)));
        }
        for heading in &facts.headings {
            // An untouched section is said once, as a whole.
            if heading.assessment.state == State::Partial {
                let left = heading.assessment.leftovers.iter();
                findings.extend(left.filter_map(|left| sub_heading(document, section, left)));
            }
        }
    }
}

fn finding(document: &BoundDocument, section: usize, heading: &Heading) -> Finding {
    let tree = &document.binding.tree;
    let title = &tree.nodes[heading.node].text;
    let place = tree.place(heading.node);
    if heading.assessment.bare {
        let message = format!("section `{title}` says \"N/A\" without a reason");
        return wording::finding(&RULE, document, section, place, message)
            .note(wording::why(document, section))
            .help("write \"Not applicable: <reason>\": readers will ask");
    }
    wording::finding(&RULE, document, section, place, format!("section `{title}` is empty"))
        .label("nothing below")
        .note(wording::why(document, section))
        .help("write it, or write \"Not applicable: <reason>\"")
        .entry("sections are empty", title, section)
}

/// A heading below one that serves the section.
fn sub_heading(document: &BoundDocument, section: usize, left: &Leftover) -> Option<Finding> {
    let LeftoverKind::Heading(title) = &left.kind else { return None };
    let message = format!("nothing stands below `{title}`");
    let finding = wording::finding(&RULE, document, section, left.place.clone(), message)
        .label("nothing below")
        .note(format!("it is a part of `{}`", document.title_of(section)))
        .help("write it, or remove the heading");
    Some(finding)
}
