//! `broken-link`: a link of a document to a file or a heading that is not there.

use readers::analysis::Analysis;
use readers::dead_link::Owner;

use crate::evidence::dead_link;
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};

pub static RULE: Rule = Rule {
    name: "broken-link",
    group: Group::Document,
    levels: Levels::always(Level::Warn),
    summary: "A link of a document leads nowhere.",
    page: include_str!("../../pages/broken-link.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    for (order, dead) in analysis.dead_links.iter().enumerate() {
        let Owner::Document(index) = dead.owner else { continue };
        let Some(document) = &analysis.annotated[index].bound else { continue };
        let finding = dead_link::finding(&RULE, dead, |_| None).document(&document.name).entry(
            "links lead nowhere",
            format!("`{}`", dead.target),
            order,
        );
        findings.push(finding);
    }
}
