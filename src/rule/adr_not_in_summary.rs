//! `adr-not-in-summary`: records that SUMMARY.md does not list.

use std::collections::BTreeMap;

use super::{Group, Levels, Rule};
use crate::adr::{Record, path, show};
use crate::analysis::Analysis;
use crate::diagnostic::{Finding, Level};

/// The rule.
pub static RULE: Rule = Rule {
    name: "adr-not-in-summary",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "Decision records lie in the book and are not part of it.",
    page: include_str!("../../docs/src/rules/adr-not-in-summary.md"),
    check,
};

fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    if show::nested(analysis).is_some() {
        return;
    }
    let mut unlisted: BTreeMap<&str, Vec<&Record>> = BTreeMap::new();
    for entry in analysis.records.entries.iter().filter(|entry| entry.chapter.is_none()) {
        let directory = path::directory(&entry.record.path);
        unlisted.entry(directory).or_default().push(&entry.record);
    }
    for records in unlisted.values() {
        findings.extend(finding(records));
    }
}

/// One for a directory: its records are mended together.
fn finding(records: &[&Record]) -> Option<Finding> {
    let (first, others) = records.split_first()?;
    let message = match others.len() {
        0 => format!("{} is not in SUMMARY.md", first.name()),
        more => format!("{} and {more} more are not in SUMMARY.md", first.name()),
    };
    let lines: Vec<String> = records.iter().map(|record| summary_line(record)).collect();
    let mut finding = Finding::new(RULE.name, first.head(), message)
        .note("what SUMMARY.md does not list is not in the book")
        .help(format!("add to SUMMARY.md:\n{}", lines.join("\n")));
    for other in others {
        finding = finding.related(other.head(), "neither is this one");
    }
    Some(finding)
}

/// `- [12. Use X](adr/0012-use-x.md)`
fn summary_line(record: &Record) -> String {
    let title = record.shown_title();
    let title = title.replace('[', "\\[").replace(']', "\\]");
    let spaced = record.path.contains(|c: char| c.is_whitespace() || matches!(c, '(' | ')'));
    let target = if spaced { format!("<{}>", record.path) } else { record.path.clone() };
    format!("- [{title}]({target})")
}
