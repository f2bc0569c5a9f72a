//! `near-miss-heading`: a heading is a typo away from a section of the template.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use crate::wording;
use readers::document::BoundDocument;
use readers::document::bind::Match;
use readers::document::bind::node::{Node, NodeKind};
use readers::document::leftover;
use text::source::{Place, Span};

pub static RULE: Rule = Rule {
    name: "near-miss-heading",
    group: Group::Sections,
    levels: Levels::always(Level::Warn),
    summary: "A heading is a typo away from a section of the template.",
    page: include_str!("../../pages/near-miss-heading.md"),
};

pub(crate) fn check(document: &BoundDocument, findings: &mut Vec<Finding>) {
    for (section, facts) in document.sections.iter().enumerate() {
        let near = facts.headings.iter().filter(|heading| heading.how == Match::NearMiss);
        findings.extend(near.map(|heading| finding(document, section, heading.node)));
    }
    let nodes = 0..document.binding.tree.nodes.len();
    findings.extend(nodes.filter_map(|node| id_finding(document, node)));
}

fn finding(document: &BoundDocument, section: usize, node: usize) -> Finding {
    let tree = &document.binding.tree;
    let Node { text, kind, level, .. } = &tree.nodes[node];
    let place = tree.place(node);
    let title = document.title_of(section);
    if *kind == NodeKind::Almost {
        let hashes = "#".repeat(usize::from(*level));
        let message = format!("`{}` looks like a heading and is none", place.text().trim());
        let right = format!("{hashes} {text}");
        return wording::finding(&RULE, document, section, place.clone(), message)
            .label("shown as text")
            .note(format!("it would be the section `{title}`"))
            .help(format!("write `{right}`, with one plain space after at most six `#`"))
            .edit(place, right);
    }
    let right = document.binding.meant(node).unwrap_or(&title).to_owned();
    let message = format!("heading `{text}` is taken for `{right}`");
    let finding = wording::finding(&RULE, document, section, place.clone(), message)
        .label("a typo?")
        .note(format!("the section `{title}` has no other heading, so this one counts"))
        .help(format!("write `{right}`"));
    match words_in(&place, text) {
        Some(span) => finding.edit(Place::new(&place.source, span), right),
        None => finding,
    }
}

/// `{#data.flwo}`: the author has named a section, and there is none of that name.
fn id_finding(document: &BoundDocument, node: usize) -> Option<Finding> {
    let (id, right) = leftover::misspelt_id(document, node)?;
    let sections = &document.template().sections;
    let section = sections.iter().position(|section| section.id == right)?;
    let place = document.binding.tree.place(node);
    let written = format!("#{id}");
    let at = place.span.start + place.text().find(&written)?;
    let span = Span::new(at, at + written.len());
    let message = format!("the template has no section `{id}`");
    let finding = wording::finding(&RULE, document, section, place.clone(), message)
        .label("serves no section")
        .note(format!("the nearest is `{right}`, which has no heading yet"))
        .help(format!("write `{{#{right}}}`"));
    Some(finding.edit(Place::new(&place.source, span), format!("#{right}")))
}

/// Where the heading's words stand, number left out.
fn words_in(place: &Place, text: &str) -> Option<Span> {
    let words = text.trim_start_matches(|c: char| c.is_ascii_digit() || ". )".contains(c));
    let at = place.text().find(words)?;
    let start = place.span.start + at;
    Some(Span::new(start, start + words.len()))
}
