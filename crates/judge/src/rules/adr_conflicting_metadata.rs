//! `adr-conflicting-metadata`: two places that disagree about the status or the date.

use std::collections::HashMap;

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::adr::record::Origin;
use readers::adr::statement::State;
use readers::adr::{Record, Sourced, Status};
use readers::analysis::Analysis;
use text::source::Span;
use words::date::Date;

pub static RULE: Rule = Rule {
    name: "adr-conflicting-metadata",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "Two places of a decision record contradict each other.",
    page: include_str!("../../pages/adr-conflicting-metadata.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let records = || analysis.records.entries.iter().map(|entry| &entry.record);
    let mut homes: HashMap<&str, Days> = HashMap::new();
    for record in records() {
        if let Some([(first, _), (other, _)]) = two_dates(record) {
            homes.entry(record.shelf()).or_default().count(first > other);
        }
    }
    for record in records() {
        findings.extend(statuses(record));
        let meant = homes.get(record.shelf()).is_some_and(Days::are_meant);
        findings.extend(dates(record).filter(|_| !meant));
    }
}

/// The records of a directory that state two days.
#[derive(Default)]
struct Days {
    later_first: usize,
    earlier_first: usize,
}

impl Days {
    fn count(&mut self, later_first: bool) {
        let count = if later_first { &mut self.later_first } else { &mut self.earlier_first };
        *count += 1;
    }

    /// Whether they are two days as a rule, of the decision and of its last change: the later one stands
    /// at the same place every time.
    fn are_meant(&self) -> bool {
        const SHOWN_BY: usize = 5;
        let Self { later_first, earlier_first } = *self;
        let most = later_first.max(earlier_first);
        most >= SHOWN_BY && most * 4 > (later_first + earlier_first) * 3
    }
}

fn statuses(record: &Record) -> Option<Finding> {
    // A word that nobody knows contradicts nothing.
    let known = record.states.iter().filter(|state| state.value.doubt.is_none());
    let known = known.filter(|state| leads(record, state));
    let stated: Vec<(Status, Span)> = known
        .filter_map(|state| {
            Some((state.value.status.filter(|&status| status != Status::Other)?, state.span))
        })
        .collect();
    let &(first, span) = stated.first()?;
    let &(other, second) = stated.iter().find(|(status, _)| !agree(first, *status))?;
    let message = format!("{} is {first} here and {other} further down", record.cited());
    Some(conflict(record, message, [span, second]))
}

/// Whether a status is what its place begins with. Further down in a section on the status it may be
/// about anything: "The dissent proposed a follow-up".
fn leads(record: &Record, state: &Sourced<State>) -> bool {
    let start = state.span.start;
    let after = record.sections.partition_point(|section| section.body.start <= start);
    let section = record.sections[..after].last().filter(|section| start < section.body.end);
    section.filter(|_| state.origin == Origin::Section).is_none_or(|section| {
        let before = record.source.slice(Span::new(section.body.start, start));
        !before.contains(char::is_alphanumeric)
    })
}

/// What is accepted may be implemented as well, what is superseded is deprecated or withdrawn, in two languages of one
/// file often by two words, and a draft may be up for discussion.
fn agree(a: Status, b: Status) -> bool {
    let gone =
        |status| matches!(status, Status::Superseded | Status::Deprecated | Status::Withdrawn);
    let open = |status| matches!(status, Status::Draft | Status::Proposed);
    a == b || (open(a) && open(b)) || (a.is_in_force() && b.is_in_force()) || (gone(a) && gone(b))
}

fn dates(record: &Record) -> Option<Finding> {
    let [(first, span), (other, second)] = two_dates(record)?;
    let message = format!("{} is of {first} here and of {other} further down", record.cited());
    Some(conflict(record, message, [span, second]))
}

/// The first date, and the first that differs from it. Two keys of one front matter are of two events: `date`,
/// `accepted`.
fn two_dates(record: &Record) -> Option<[(Date, Span); 2]> {
    let keyed = |origin: Origin| origin == Origin::FrontMatter;
    let exact = || {
        let dates = record.dates.iter();
        dates.filter_map(|date| Some((date.value.exact()?, date.span, keyed(date.origin))))
    };
    let (first, span, in_front) = exact().next()?;
    let other = exact().find(|&(date, _, keyed)| !(first.agrees_with(date) || in_front && keyed));
    other.map(|(date, other, _)| [(first, span), (date, other)])
}

fn conflict(record: &Record, message: String, [first, second]: [Span; 2]) -> Finding {
    Finding::new(&RULE, record.place(first), message)
        .related(record.place(second), "the other one")
        .help("mend the one that is out of date, or leave one of the two out")
}
