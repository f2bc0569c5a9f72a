//! `malformed-suppression`: a comment for us that is not understood, or gives no reason.

use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::analysis::Analysis;
use readers::suppression::{ALLOW, Suppression};
use text::source::{Place, Span};
use text::wording::nearest;

use crate::finding::Finding;
use crate::level::Level;

/// `malformed-suppression`.
pub static RULE: Rule = Rule {
    name: "malformed-suppression",
    group: Group::Config,
    levels: Levels::always(Level::Warn),
    summary: "A comment that should allow a finding is not understood, or gives no reason.",
    page: include_str!("../../pages/malformed-suppression.md"),
};

/// A comment that allows a rule which does not exist.
pub(super) fn unknown_rule(suppression: &Suppression, rules: &[&'static str]) -> Finding {
    let name = &suppression.rule;
    let source = &suppression.place.source;
    let start = suppression.place.span.start;
    let place = Place::new(source, Span::new(start, start + name.len()));
    let finding = Finding::new(&RULE, place.clone(), format!("there is no rule `{name}`"))
        .note("the comment allows nothing as it stands");
    match nearest(name, rules.iter().copied()) {
        Some(near) => finding.help(format!("did you mean `{near}`?")).edit(place, near),
        None => finding.help("`mdbook-archdoc explain` lists all rules"),
    }
}

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    for mistake in &analysis.suppressions.mistakes {
        let finding = Finding::new(&RULE, mistake.place.clone(), &mistake.message);
        let finding = match mistake.word {
            Some(word) if word != ALLOW => finding
                .note("the comment does nothing as it stands")
                .help(format!("did you mean `{word}`?")),
            _ => finding.note("the comment allows nothing as it stands").help(&mistake.help),
        };
        findings.push(match mistake.word {
            Some(word) => finding.edit(mistake.place.clone(), word),
            None => finding,
        });
    }
}
