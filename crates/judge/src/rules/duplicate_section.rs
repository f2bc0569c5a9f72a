//! `duplicate-section`: two headings of the same words serve one section.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use crate::wording;
use readers::document::BoundDocument;

pub static RULE: Rule = Rule {
    name: "duplicate-section",
    group: Group::Sections,
    levels: Levels::always(Level::Warn),
    summary: "Two headings of the same words serve one section.",
    page: include_str!("../../pages/duplicate-section.md"),
};

pub(crate) fn check(document: &BoundDocument, findings: &mut Vec<Finding>) {
    let tree = &document.binding.tree;
    for &(section, node) in &document.binding.duplicates {
        let title = &tree.nodes[node].text;
        let message = format!("section `{title}` is there twice");
        // The one that counts may be the second.
        let served = document.binding.first(section).map(|hit| hit.node);
        let again = served.map_or(node, |served| served.max(node));
        let finding = wording::finding(&RULE, document, section, tree.place(again), message)
            .label("again")
            .note("readers find one of them and take it for all there is")
            .help("join the two, or give one of them its own title");
        findings.push(match served {
            Some(served) => finding.related(tree.place(served.min(node)), "first here"),
            None => finding,
        });
    }
}
