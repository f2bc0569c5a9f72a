//! `malformed-suppression`: a comment for us that is not understood, or gives no reason.

use super::{Group, Levels, Rule};
use crate::analysis::Analysis;
use crate::diagnostic::{Finding, Level};

/// The rule.
pub static RULE: Rule = Rule {
    name: "malformed-suppression",
    group: Group::Config,
    levels: Levels::always(Level::Warn),
    summary: "A comment that should allow a finding is not understood, or gives no reason.",
    page: include_str!("../../docs/src/rules/malformed-suppression.md"),
    check,
};

fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    for mistake in &analysis.suppressions.mistakes {
        let finding = Finding::new(RULE.name, mistake.place.clone(), &mistake.message)
            .note("the comment allows nothing as it stands")
            .help(&mistake.help);
        findings.push(match mistake.word {
            Some(word) => finding.edit(mistake.place.clone(), word),
            None => finding,
        });
    }
}
