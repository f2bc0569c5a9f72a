//! `changelog-order`: an entry out of the order of its log.

use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::changelog::{Entry, History, Log, Subject, direction};
use words::date::Date;

pub static RULE: Rule = Rule {
    name: "changelog-order",
    group: Group::Changelog,
    levels: Levels::always(Level::Warn),
    summary: "A change log has an entry that is out of the order of its dates.",
    page: include_str!("../../pages/changelog-order.md"),
};

pub(crate) fn check(history: &History, log: &Log, _: Date, findings: &mut Vec<Finding>) {
    // People sign as they come.
    if log.subject == Subject::Reviews {
        return;
    }
    let strays = direction::out_of_line(log);
    for &stray in &strays {
        findings.extend(finding(history, log, stray, &strays));
    }
}

fn finding(history: &History, log: &Log, stray: usize, strays: &[usize]) -> Option<Finding> {
    let entry = &log.entries[stray];
    let date = entry.date.as_ref()?;
    let order = log.direction?.name();
    let message = format!("`{}` is out of order in a log that is {order}", date.text);
    let mut finding = Finding::new(&RULE, history.place(date.span), message)
        .label("out of order")
        .note("readers take the entry at the log's end for the newest state");
    let (before, after) = neighbours(log, stray, strays);
    for (neighbour, label) in [(before, "the entry before it in time"), (after, "the one after it")]
    {
        if let Some(date) = neighbour.and_then(|entry| entry.date.as_ref()) {
            finding = finding.related(history.place(date.span), label);
        }
    }
    let help = match likely_year(entry.on()?, before, after) {
        Some(likely) => format!("if only the year is wrong, it is {likely}; else move the entry"),
        None => "correct the date, or move the entry to where it belongs".to_owned(),
    };
    Some(finding.help(help))
}

/// The entries before and after this one in time, as the log has them, other strays left out.
fn neighbours<'l>(
    log: &'l Log,
    stray: usize,
    strays: &[usize],
) -> (Option<&'l Entry>, Option<&'l Entry>) {
    let entries = log.chronological();
    let Some(at) = entries.iter().position(|&(index, _)| index == stray) else {
        return (None, None);
    };
    let in_line =
        |&&(index, entry): &&(usize, &Entry)| entry.on().is_some() && !strays.contains(&index);
    let before = entries[..at].iter().rev().find(in_line);
    let after = entries[at + 1..].iter().find(in_line);
    (before.map(|&(_, entry)| entry), after.map(|&(_, entry)| entry))
}

/// The same day in the one year that fits between the neighbours.
fn likely_year(date: Date, before: Option<&Entry>, after: Option<&Entry>) -> Option<Date> {
    let early = before.and_then(Entry::on);
    let late = after.and_then(Entry::on);
    let mut fitting = [-1, 1].into_iter().filter_map(|by| {
        let moved = Date { year: date.year.checked_add(by)?, ..date };
        // The 29th of February does not move.
        moved
            .day
            .is_none_or(|day| Date::from_day(moved.year, moved.month, day).is_some())
            .then_some(moved)
    });
    let fits = |moved: &Date| {
        early.is_none_or(|early| early <= *moved) && late.is_none_or(|late| *moved <= late)
    };
    let year = fitting.find(fits)?;
    (fitting.find(fits).is_none() && (early.is_some() || late.is_some())).then_some(year)
}
