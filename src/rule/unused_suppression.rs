//! `unused-suppression`: a comment that allows what nobody found.

use super::{Group, Levels, Rule};
use crate::diagnostic::{Finding, Level};
use crate::suppression::Suppressions;

/// The rule. What is unused is known only when all others have spoken: see [`report`].
pub static RULE: Rule = Rule {
    name: "unused-suppression",
    group: Group::Config,
    levels: Levels::always(Level::Warn),
    summary: "A comment allows a finding that is not there.",
    page: include_str!("../../docs/src/rules/unused-suppression.md"),
    check: |_, _| {},
};

/// Reports the suppressions that were not `used`.
pub(crate) fn report(suppressions: &Suppressions, used: &[bool], findings: &mut Vec<Finding>) {
    let unused = suppressions.all.iter().zip(used).filter(|&(_, &used)| !used);
    for (suppression, _) in unused {
        let rule = suppression.rule;
        let message = match &suppression.section {
            Some(id) => format!("no `{rule}` of the section `{id}` is there to be allowed"),
            None => format!("no `{rule}` is there to be allowed"),
        };
        let finding = Finding::new(RULE.name, suppression.place.clone(), message)
            .label("allows nothing")
            .note("it would hide the next finding of this kind, which nobody has looked at")
            .help("remove it, or move it to where the finding is");
        findings.push(finding);
    }
}
