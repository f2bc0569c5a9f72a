//! `prototype-heading`: a written section still has the template's sample heading.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use crate::wording;
use readers::document::BoundDocument;
use readers::document::written::State;
use readers::document::written::has_bracket_words;
use readers::template::key::Key;

pub static RULE: Rule = Rule {
    name: "prototype-heading",
    group: Group::Sections,
    levels: Levels::always(Level::Warn),
    summary: "A written section still has the template's sample heading.",
    page: include_str!("../../pages/prototype-heading.md"),
};

pub(crate) fn check(document: &BoundDocument, findings: &mut Vec<Finding>) {
    for (section, facts) in document.sections.iter().enumerate() {
        let asked = &document.template().sections[section];
        if asked.repeat.is_none() {
            continue;
        }
        let sample = Key::new(&document.title_of(section));
        for heading in &facts.headings {
            let state = heading.assessment.state;
            let text = &document.binding.tree.nodes[heading.node].text;
            // An untouched section is said once, as a whole.
            let written = matches!(state, State::Written | State::Partial);
            if written && (Key::new(text) == sample || has_bracket_words(text)) {
                findings.push(finding(document, section, heading.node));
            }
        }
    }
}

fn finding(document: &BoundDocument, section: usize, node: usize) -> Finding {
    let tree = &document.binding.tree;
    let text = &tree.nodes[node].text;
    let thing = document.template().sections[section].repeat.as_deref().unwrap_or("item");
    let message = format!("heading `{text}` is still the template's sample");
    wording::finding(&RULE, document, section, tree.place(node), message)
        .label("a sample")
        .note("the text below it is written, so it has a name by which readers will look for it")
        .help(format!("name the {} that this section describes", thing.replace('-', " ")))
}
