//! `changelog-version-order`: a version that is lower than one before it.

use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::changelog::version::Step;
use readers::changelog::{History, Log, steps};

pub static RULE: Rule = Rule {
    name: "changelog-version-order",
    group: Group::Changelog,
    levels: Levels::always(Level::Warn),
    summary: "In the order of time, a change log goes back to a lower version.",
    page: include_str!("../../pages/changelog-version-order.md"),
};
use words::date::Date;

pub(crate) fn check(history: &History, log: &Log, _: Date, findings: &mut Vec<Finding>) {
    for odd in steps::odd(log).into_iter().filter(|odd| odd.step == Step::Fall) {
        let (before, text) = (odd.before, odd.version);
        let message = format!("version `{}` comes after `{}`", text.text, before.text);
        let finding = Finding::new(&RULE, history.place(text.span), message)
            .label("lower than the version before it")
            .related(history.place(before.span), "the version before it")
            .note("components count as whole numbers: 1.9 comes before 1.10")
            .help("correct the version, or move the entry to where it belongs");
        findings.push(finding);
    }
}
