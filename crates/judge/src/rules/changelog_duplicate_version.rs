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

/// The fewest repeated versions that are no slip.
const FEWEST_TO_BE_MEANT: usize = 3;

pub(crate) fn check(history: &History, log: &Log, _: Date, findings: &mut Vec<Finding>) {
    if !log.subject.versioned() {
        return;
    }
    let of_parts = log.is_of_parts();
    let mut seen: HashMap<(Option<&str>, String), &Text> = HashMap::new();
    let mut again = Vec::new();
    for entry in &log.entries {
        let Some(text) = &entry.version else { continue };
        // What stands for several versions may well come with each of them.
        let read = Version::read(&text.text).filter(|version| !version.is_series());
        let Some(version) = read else { continue };
        let part = entry.part.as_deref().filter(|_| of_parts);
        // Whose version it is where no part is named, nobody can tell.
        if of_parts && part.is_none() {
            continue;
        }
        let own = (part, version.key());
        if let Some(first) = seen.get(&own) {
            let message = format!("version `{}` comes a second time", text.text);
            let finding = Finding::new(&RULE, history.place(text.span), message)
                .label("a second time")
                .related(history.place(first.span), "the first time")
                .note("a version that names two states of a document names neither")
                .help("give the later change a version of its own");
            again.push(finding);
        } else {
            seen.insert(own, text);
        }
    }
    // Then the log says for which version each change was made, and does not number its entries.
    let names_targets = again.len() >= FEWEST_TO_BE_MEANT && again.len() > seen.len();
    findings.extend(again.into_iter().filter(|_| !names_targets));
}
