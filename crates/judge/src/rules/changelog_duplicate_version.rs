//! `changelog-duplicate-version`: a version that a log has twice.

use crate::level::Levels;
use crate::rule::{Group, Rule};
use std::collections::HashMap;

use crate::finding::Finding;
use crate::level::Level;
use readers::changelog::version::Version;
use readers::changelog::{History, Log, Text};

pub static RULE: Rule = Rule {
    name: "changelog-duplicate-version",
    group: Group::Changelog,
    levels: Levels::always(Level::Warn),
    summary: "A change log has the same version twice.",
    page: include_str!("../../pages/changelog-duplicate-version.md"),
};
use words::date::Date;

/// So many repeated versions are no slip.
const FEWEST_TO_BE_MEANT: usize = 3;

pub(crate) fn check(history: &History, log: &Log, _: Date, findings: &mut Vec<Finding>) {
    if !log.subject.versioned() {
        return;
    }
    let mut seen: HashMap<String, &Text> = HashMap::new();
    let mut again = Vec::new();
    for text in log.entries.iter().filter_map(|entry| entry.version.as_ref()) {
        let Some(version) = Version::read(&text.text) else { continue };
        if let Some(first) = seen.get(&version.key()) {
            let message = format!("version `{}` comes a second time", text.text);
            let finding = Finding::new(&RULE, history.place(text.span), message)
                .label("a second time")
                .related(history.place(first.span), "the first time")
                .note("a version that names two states of a document names neither")
                .help("give the later change a version of its own");
            again.push(finding);
        } else {
            seen.insert(version.key(), text);
        }
    }
    // Then the log says for which version each change was made, and does not number its entries.
    let names_targets = again.len() >= FEWEST_TO_BE_MEANT && again.len() > seen.len();
    findings.extend(again.into_iter().filter(|_| !names_targets));
}
