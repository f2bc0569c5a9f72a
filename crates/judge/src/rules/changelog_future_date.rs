//! `changelog-future-date`: a date that lies in the future.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::changelog::{History, Log};
use words::date::{Date, Reading};

pub static RULE: Rule = Rule {
    name: "changelog-future-date",
    group: Group::Changelog,
    levels: Levels::always(Level::Warn),
    summary: "A date in a change log lies in the future.",
    page: include_str!("../../pages/changelog-future-date.md"),
};

pub(crate) fn check(history: &History, log: &Log, today: Date, findings: &mut Vec<Finding>) {
    for date in log.entries.iter().filter_map(|entry| entry.date.as_ref()) {
        let later = match date.when {
            Some(Reading::Exact(on)) => is_later(on, today),
            Some(Reading::Ambiguous { day_first, month_first }) => {
                is_later(day_first, today) && is_later(month_first, today)
            }
            _ => false,
        };
        if later {
            let message = format!("`{}` lies in the future", date.text);
            let finding = Finding::new(&RULE, history.place(date.span), message)
                .label(format!("after today, {today}"))
                .note("a log says what happened, so this is a slip or a plan")
                .help("correct the date; `as-of` in book.toml sets the day that counts as today");
            findings.push(finding);
        }
    }
}

/// A month is later when it has not begun.
fn is_later(date: Date, today: Date) -> bool {
    match date.day {
        Some(_) => date > today,
        None => (date.year, date.month) > (today.year, today.month),
    }
}
