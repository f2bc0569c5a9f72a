//! `section-order`: a section stands before one that the template puts first.

use std::collections::BTreeMap;

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use crate::wording;
use readers::document::BoundDocument;

pub static RULE: Rule = Rule {
    name: "section-order",
    group: Group::Sections,
    levels: Levels::always(Level::Allow),
    summary: "A section stands before one that the template puts first.",
    page: include_str!("../../pages/section-order.md"),
};

pub(crate) fn check(document: &BoundDocument, findings: &mut Vec<Finding>) {
    let mut siblings: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    for (index, section) in document.template().sections.iter().enumerate() {
        siblings.entry(section.parent).or_default().push(index);
    }
    for sections in siblings.values() {
        findings.extend(first_out_of_order(document, sections));
    }
}

/// The first of some siblings whose heading stands before that of an earlier one.
fn first_out_of_order(document: &BoundDocument, siblings: &[usize]) -> Option<Finding> {
    let binding = &document.binding;
    let mut last: Option<(usize, usize)> = None;
    for &section in siblings {
        let Some(node) = binding.first(section).map(|hit| hit.node) else { continue };
        if let Some((before, reached)) = last.filter(|&(_, reached)| node < reached) {
            let tree = &binding.tree;
            let (title, other) = (&tree.nodes[node].text, &tree.nodes[reached].text);
            let message = format!("section `{title}` stands before `{other}`");
            let name = &binding.template.name;
            return Some(
                wording::finding(&RULE, document, section, tree.place(node), message)
                    .note(format!(
                        "the template `{name}` has `{}` first",
                        document.title_of(before)
                    ))
                    .related(tree.place(reached), "the template has this one first")
                    .help(format!("move it behind `{other}`, or allow this rule")),
            );
        }
        last = Some((section, node));
    }
    None
}
