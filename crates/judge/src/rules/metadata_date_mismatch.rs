//! `metadata-date-mismatch`: a stated date of the last change that is older than the log.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::changelog::{Dated, History, Log, Subject};
use words::date::Date;

pub static RULE: Rule = Rule {
    name: "metadata-date-mismatch",
    group: Group::Changelog,
    levels: Levels::always(Level::Warn),
    summary: "The date of the last change stated at the top is older than the newest entry.",
    page: include_str!("../../pages/metadata-date-mismatch.md"),
};

pub(crate) fn check(history: &History, findings: &mut Vec<Finding>) {
    findings.extend(look(history));
}

fn look(history: &History) -> Option<Finding> {
    let log = history.judged().find(|log| {
        matches!(log.subject, Subject::Changes | Subject::Milestones)
            && log.entries.iter().any(|entry| entry.on().is_some())
    })?;
    let stated = stated(history, log)?;
    let date = stated.when?.exact()?;
    let (newest, logged) = log
        .entries
        .iter()
        .filter_map(|entry| Some((entry.on()?, entry.date.as_ref()?)))
        .max_by_key(|&(on, _)| on)?;
    // A later statement is in order: a small edit need not be logged.
    if !is_before(date, newest) {
        return None;
    }
    let message =
        format!("the document says `{}`, its change log goes on to `{}`", stated.text, logged.text);
    Some(
        Finding::new(&RULE, history.place(stated.span), message)
            .label("older than the newest entry")
            .related(history.place(logged.span), "the newest entry")
            .note("readers take the document for older than it is")
            .help(format!("write `{newest}` here")),
    )
}

/// The date of the last change; a plain `Date` counts beside a version, when the log numbers its
/// entries too: elsewhere it may be the day the document was begun.
fn stated<'h>(history: &'h History, log: &Log) -> Option<&'h Dated> {
    let stated = &history.stated;
    let versioned =
        stated.version.is_some() && log.entries.iter().any(|entry| entry.version.is_some());
    stated.updated.as_ref().or(stated.date.as_ref().filter(|_| versioned))
}

/// Compared as exactly as both dates are.
fn is_before(a: Date, b: Date) -> bool {
    let months = (a.year, a.month).cmp(&(b.year, b.month));
    months
        .then_with(|| a.day.zip(b.day).map_or(std::cmp::Ordering::Equal, |(a, b)| a.cmp(&b)))
        .is_lt()
}
