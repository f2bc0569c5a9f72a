//! `empty-section`: a section has a heading and nothing below it.

use super::section;
use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::analysis::Analysis;
use readers::document::written::State;
use readers::document::{BoundDocument, Heading};
use readers::template::Need;

pub static RULE: Rule = Rule {
    name: "empty-section",
    group: Group::Sections,
    levels: Levels::always(Level::Warn),
    summary: "A section has a heading and nothing below it.",
    page: include_str!("../../pages/empty-section.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    for (_, document) in analysis.bound() {
        for (section, facts) in document.sections.iter().enumerate() {
            let empty =
                facts.headings.iter().filter(|heading| heading.assessment.state == State::Empty);
            if document.template().sections[section].need != Need::Container {
                findings.extend(empty.map(|heading| finding(document, section, heading)));
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
        return section::finding(&RULE, document, section, place, message)
            .note(section::why(document, section))
            .help("write \"Not applicable: <reason>\": readers will ask");
    }
    section::finding(&RULE, document, section, place, format!("section `{title}` is empty"))
        .label("nothing below")
        .note(section::why(document, section))
        .help("write it, or write \"Not applicable: <reason>\"")
        .entry("sections are empty", title, section)
}
