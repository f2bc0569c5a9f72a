//! `invalid-template`: a template of the book has a mistake.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::analysis::Analysis;
use text::source::Place;

pub static RULE: Rule = Rule {
    name: "invalid-template",
    group: Group::Config,
    levels: Levels::always(Level::Deny),
    summary: "A template of the book has a mistake.",
    page: include_str!("../../pages/invalid-template.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    for unreadable in analysis.templates.unreadable() {
        let message = format!("this template {}", unreadable.why);
        findings.push(
            Finding::new(&RULE, unreadable.place.clone(), message)
                .note("no document can be bound to it")
                .help("save it as UTF-8 text that may be read"),
        );
    }
    for own in analysis.templates.own() {
        for problem in &own.problems {
            let place = Place::new(&own.template.source, problem.span);
            findings.push(
                Finding::new(&RULE, place, &problem.message)
                    .note("what could be read of the template is used nevertheless"),
            );
        }
    }
}
