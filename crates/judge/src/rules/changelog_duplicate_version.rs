//! `changelog-duplicate-version`: a version that a log has twice.

use crate::level::Levels;
use crate::rule::{Group, Rule};
use std::collections::HashMap;

use crate::finding::Finding;
use crate::level::Level;
use readers::changelog::version::Version;
use readers::changelog::{History, Log, Text};
use words::date::Date;

pub static RULE: Rule = Rule {
    name: "changelog-duplicate-version",
    group: Group::Changelog,
    levels: Levels::always(Level::Warn),
    summary: "A change log has the same version twice.",
    page: include_str!("../../pages/changelog-duplicate-version.md"),
};

/// The fewest repeated versions that are no slip.
const FEWEST_TO_BE_MEANT: usize = 3;

pub(crate) fn check(history: &History, log: &Log, _: Date, findings: &mut Vec<Finding>) {
    if !log.subject.versioned() {
        return;
    }
    let of_parts = log.is_of_parts();
    let mut places: HashMap<(Option<&str>, String), usize> = HashMap::new();
    let mut versions: Vec<Vec<&Text>> = Vec::new();
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
        let place = *places.entry((part, version.key())).or_insert_with(|| {
            versions.push(Vec::new());
            versions.len() - 1
        });
        versions[place].push(text);
    }
    // Then the log says for which version each change was made, and does not number its entries.
    let again: usize = versions.iter().map(|same| same.len() - 1).sum();
    if again >= FEWEST_TO_BE_MEANT && again > versions.len() {
        return;
    }
    for same in &versions {
        // A version that stayed the same through many changes is one slip.
        if same.len() > FEWEST_TO_BE_MEANT {
            findings.extend(finding(history, same));
        } else {
            let each = same.iter().skip(1).filter_map(|text| finding(history, &[same[0], text]));
            findings.extend(each);
        }
    }
}

/// One for all entries of a version, the first of which has it by right.
fn finding(history: &History, same: &[&Text]) -> Option<Finding> {
    let [first, second, more @ ..] = same else { return None };
    let (message, help) = match more.len() {
        0 => (
            format!("version `{}` comes a second time", second.text),
            "give the later change a version of its own",
        ),
        _ => (
            format!("version `{}` comes {} times", second.text, same.len()),
            "give each later change a version of its own",
        ),
    };
    let mut finding = Finding::new(&RULE, history.place(second.span), message)
        .label("a second time")
        .related(history.place(first.span), "the first time");
    for text in more {
        finding = finding.related(history.place(text.span), "once more");
    }
    Some(finding.note("a version that names two states of a document names neither").help(help))
}
