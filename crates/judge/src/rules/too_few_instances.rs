//! `too-few-instances`: a section that must be there several times is not.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use crate::wording;
use readers::analysis::Analysis;
use readers::document::{Annotated, BoundDocument};
use text::source::Place;

pub static RULE: Rule = Rule {
    name: "too-few-instances",
    group: Group::Sections,
    levels: Levels::owed(Level::Allow, Level::Warn),
    summary: "A document has fewer sections of a kind than its template asks for.",
    page: include_str!("../../pages/too-few-instances.md"),
};

pub(crate) fn check(
    analysis: &Analysis<'_>,
    chapter: &Annotated,
    document: &BoundDocument,
    findings: &mut Vec<Finding>,
) {
    let sections = document.template().sections.iter().zip(&document.sections);
    for (section, (asked, facts)) in sections.enumerate() {
        // None at all is a missing section.
        if asked.copy || facts.headings.is_empty() || facts.headings.len() >= asked.min {
            continue;
        }
        let counts = over_chapters(analysis, document, section);
        let found: usize = counts.iter().map(|(_, count)| count).sum();
        // Of a document over several chapters the first that has one is told of.
        let first = counts.first().is_some_and(|(one, _)| std::ptr::eq(*one, document));
        if found >= asked.min || !first {
            continue;
        }
        let last = facts.headings.last();
        let place: Place = last.map_or_else(
            || readers::document::gap::top(chapter, document),
            |heading| document.binding.tree.place(heading.node),
        );
        let what = asked.repeat.as_deref().unwrap_or("section").replace('-', " ");
        let message = format!("{found} of at least {} {what} sections", asked.min);
        findings.push(
            wording::finding(&RULE, document, section, place, message)
                .note(wording::why(document, section))
                .help("write the others after it, each with a heading of its own"),
        );
    }
}

/// The chapters of a document that have the section, and how often.
fn over_chapters<'a>(
    analysis: &'a Analysis<'_>,
    document: &'a BoundDocument,
    section: usize,
) -> Vec<(&'a BoundDocument, usize)> {
    let same = |other: &BoundDocument| {
        other.name == document.name && other.template().name == document.template().name
    };
    let chapters = analysis.bound().map(|(_, other)| other).filter(|other| same(other));
    let counted = chapters.map(|other| (other, other.sections[section].headings.len()));
    counted.filter(|&(_, count)| count > 0).collect()
}
