//! `changelog-version-jump`: a step between versions that leaves one out.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::changelog::version::{Step, Version};
use readers::changelog::{History, Kind, Log, steps};
use words::date::Date;

pub static RULE: Rule = Rule {
    name: "changelog-version-jump",
    group: Group::Changelog,
    levels: Levels::always(Level::Warn),
    summary: "A change log leaves a version out.",
    page: include_str!("../../pages/changelog-version-jump.md"),
};

pub(crate) fn check(history: &History, log: &Log, _: Date, findings: &mut Vec<Finding>) {
    let odd: Vec<_> = steps::odd(log).into_iter().filter(|odd| odd.step == Step::Jump).collect();
    if is_habit(log, odd.len()) || is_of_a_program(log) || !begins(log) {
        return;
    }
    for odd in odd {
        let (before, text) = (odd.before, odd.version);
        let message =
            format!("version `{}` follows `{}`: a version is left out", text.text, before.text);
        let finding = Finding::new(&RULE, history.place(text.span), message)
            .label("more than one step")
            .related(history.place(before.span), "the version before it")
            .note("either an entry is missing or a number is mistyped")
            .help("add the missing entry, or correct the version");
        findings.push(finding);
    }
}

/// Whether the versions are a program's, and a page lists those that it chooses: they have patches.
fn is_of_a_program(log: &Log) -> bool {
    let mut versions = log.entries.iter().filter_map(|entry| entry.version.as_ref());
    log.kind != Kind::KeepAChangelog
        && versions.any(|text| Version::read(&text.text).is_some_and(|own| own.is_patch()))
}

/// Whether the log has the first versions: one that begins later picks those that concern it.
fn begins(log: &Log) -> bool {
    let versions = log.entries.iter().filter_map(|entry| entry.version.as_ref());
    versions.filter_map(|text| Version::read(&text.text)).any(|version| version.is_early())
}

/// Whether so many steps leave versions out that the log does not mean to list them all.
fn is_habit(log: &Log, jumps: usize) -> bool {
    const FEWEST: usize = 3;
    let versions = log.entries.iter().filter(|entry| entry.version.is_some()).count();
    jumps >= FEWEST && 2 * jumps + 1 > versions
}
