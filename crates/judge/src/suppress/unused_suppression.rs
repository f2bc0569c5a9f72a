//! `unused-suppression`: a comment that allows what nobody found.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::suppression::Suppression;

/// The rule. What is unused is known only when all others have spoken: see `finding`.
pub static RULE: Rule = Rule {
    name: "unused-suppression",
    group: Group::Config,
    levels: Levels::always(Level::Warn),
    summary: "A comment allows a finding that is not there.",
    page: include_str!("../../pages/unused-suppression.md"),
};

/// A comment that allowed nothing.
pub(super) fn finding(suppression: &Suppression) -> Finding {
    let rule = &suppression.rule;
    let message = match &suppression.section {
        Some(id) => format!("no `{rule}` of the section `{id}` is there to be allowed"),
        None => format!("no `{rule}` is there to be allowed"),
    };
    Finding::new(&RULE, suppression.place.clone(), message)
        .label("allows nothing")
        .note("it would hide the next finding of this kind, which nobody has looked at")
        .help("remove it, or move it to where the finding is")
}
