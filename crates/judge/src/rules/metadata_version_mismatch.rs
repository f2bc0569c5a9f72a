//! `metadata-version-mismatch`: a stated version that is not the newest of the log.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::changelog::version::Version;
use readers::changelog::{History, Log, Subject, Text};

pub static RULE: Rule = Rule {
    name: "metadata-version-mismatch",
    group: Group::Changelog,
    levels: Levels::always(Level::Warn),
    summary: "The version stated at the top is not that of the newest entry.",
    page: include_str!("../../pages/metadata-version-mismatch.md"),
};

pub(crate) fn check(history: &History, findings: &mut Vec<Finding>) {
    findings.extend(look(history));
}

fn look(history: &History) -> Option<Finding> {
    let stated = history.stated.version.as_ref()?;
    let version = Version::read(&stated.text)?;
    let logs = history.judged().filter(|log| log.subject == Subject::Changes);
    // The versions of its parts say nothing of the whole.
    let logs = logs.filter(|log| !log.is_of_parts());
    // With several logs nobody can tell of which one the top speaks.
    let newest: Vec<&Text> = logs.filter_map(newest).collect();
    let agrees = |text: &&Text| Version::read(&text.text).is_some_and(|own| own.agrees(&version));
    if newest.iter().any(agrees) {
        return None;
    }
    let logged = newest.first()?;
    // Of a product's `15.0.0` a page's own `1.0` says nothing.
    if !Version::read(&logged.text)?.is_comparable_to(&version) {
        return None;
    }
    let message = format!(
        "the document says version `{}`, its change log says `{}`",
        stated.text, logged.text
    );
    Some(
        Finding::new(&RULE, history.place(stated.span), message)
            .label("not the newest entry's version")
            .related(history.place(logged.span), "the newest entry")
            .note("readers who compare copies by version are misled")
            .help(format!("write `{}` here, or log the change", logged.text)),
    )
}

/// The newest entry with a version; the highest version where no direction is known.
fn newest(log: &Log) -> Option<&Text> {
    let versions = log.chronological().into_iter().rev().map(|(_, entry)| entry);
    let mut versions = versions
        .filter_map(|entry| entry.version.as_ref())
        .filter(|version| Version::read(&version.text).is_some());
    let last = versions.next()?;
    (log.direction.is_some() || versions.next().is_none()).then_some(last)
}
