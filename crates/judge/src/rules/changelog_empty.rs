//! `changelog-empty`: a log without entries.

use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::analysis::Analysis;
use readers::changelog::{History, Log};

pub static RULE: Rule = Rule {
    name: "changelog-empty",
    group: Group::Changelog,
    levels: Levels::always(Level::Warn),
    summary: "A section that is a change log has no entry.",
    page: include_str!("../../pages/changelog-empty.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    for history in &analysis.change_logs.histories {
        for log in &history.logs {
            look(history, log, findings);
        }
    }
}

fn look(history: &History, log: &Log, findings: &mut Vec<Finding>) {
    if !log.empty {
        return;
    }
    let (place, name) = match &log.heading {
        Some(heading) => (history.place(heading.span), format!("`{}`", heading.text)),
        None => (history.place(log.body), "this change log".to_owned()),
    };
    let finding = Finding::new(&RULE, place, format!("{name} has no entry"))
        .label("nothing below")
        .note("readers cannot tell whether nothing has changed or nobody wrote it down")
        .help("add the first entry, or remove the section");
    findings.push(finding);
}
