//! `invalid-template`: a template of the book has a mistake.

use super::{Group, Levels, Rule};
use crate::analysis::Analysis;
use crate::diagnostic::{Finding, Level};
use crate::source::Place;

/// The rule.
pub static RULE: Rule = Rule {
    name: "invalid-template",
    group: Group::Config,
    levels: Levels::always(Level::Deny),
    summary: "A template of the book has a mistake.",
    page: include_str!("../../docs/src/rules/invalid-template.md"),
    check,
};

fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    for own in analysis.templates.own() {
        for problem in &own.problems {
            let place = Place::new(&own.template.source, problem.span);
            findings.push(
                Finding::new(RULE.name, place, &problem.message)
                    .note("what could be read of the template is used nevertheless"),
            );
        }
    }
}
