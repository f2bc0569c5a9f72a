//! Which of several statements of a record's status holds.

use words::date::Date;

use crate::adr::status::Status;

use super::clause::{Clause, Remark, Time};

/// One of several states, in the order in which they are written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Event<T> {
    pub(super) status: Status,
    pub(super) date: Option<Date>,
    pub(super) of: T,
}

impl<'a> Event<&'a Clause> {
    pub(super) fn of_clause(clause: &'a Clause) -> Option<Self> {
        let date = clause.date.and_then(words::date::Reading::exact);
        Some(Self { status: clause.status?, date, of: clause })
    }
}

/// What the clauses of one statement come to; with `arrows` between them, the last.
pub(super) fn of_statement<'a>(events: &[Event<&'a Clause>], arrows: bool) -> Option<&'a Clause> {
    let now: Vec<Event<&Clause>> =
        (0..events.len()).filter(|&at| holds(events, at)).map(|at| events[at]).collect();
    let ahead =
        arrows.then(|| now.iter().rposition(|event| event.of.time != Time::Ahead)).flatten();
    if let Some(reached) = ahead {
        return Some(now[reached].of);
    }
    if arrows || now.iter().all(|event| event.of.time == Time::Past) {
        return now.last().map(|event| event.of);
    }
    // What is said in a remark settles nothing: `In review (accepted by one of two)`.
    let plain: Vec<Event<&Clause>> =
        now.iter().copied().filter(|event| event.of.remark == Remark::No).collect();
    let gone = || {
        let superseded = now.iter().find(|event| event.status == Status::Superseded);
        superseded.or(now.iter().rfind(|event| ends(event))).map(|event| event.of)
    };
    latest(&now)
        .or_else(|| told(&plain))
        .or_else(gone)
        .or_else(|| settled(&plain))
        .or_else(|| settled(&now))
}

/// What a text that tells what happened ends with: `rejected in May, later accepted`, `rejected in 2022, accepted in
/// 2023`. That something was built as well is no other decision.
fn told<'a>(events: &[Event<&'a Clause>]) -> Option<&'a Clause> {
    let then = events.iter().rposition(|event| event.of.telling.then).filter(|&at| at > 0);
    let at = then.or_else(|| is_dated_story(events).then(|| events.len() - 1))?;
    let (before, after) = events.split_at(at);
    let is = |status: Status| move |event: &&Event<&Clause>| event.status == status;
    let in_force = before.iter().any(|event| event.status.is_in_force());
    let built = in_force && after.iter().all(|event| event.status.is_in_force());
    // `Accepted, now under review`
    let asked = |status| matches!(status, Status::Draft | Status::Proposed);
    let open = in_force && after.iter().all(|event| asked(event.status));
    if built || open || before.iter().any(|event| is(Status::Superseded)(&event)) {
        return None;
    }
    let superseded = after.iter().find(is(Status::Superseded)).map(|event| event.of);
    let ended = || after.iter().rfind(|event| ends(event)).map(|event| event.of);
    superseded.or_else(ended).or_else(|| settled(after))
}

/// Whether all of several states have a time behind them, and none an earlier year than the one before. Of the later
/// ones nothing else is said.
fn is_dated_story(events: &[Event<&Clause>]) -> bool {
    let told: Option<Vec<_>> = events.iter().map(|event| event.of.telling.told).collect();
    let plain = events.iter().skip(1).all(|event| event.of.telling.plain);
    told.is_some_and(|told| {
        let years: Vec<u16> = told.iter().filter_map(|told| told.year).collect();
        plain
            && told.len() > 1
            && (years.is_empty() || years.len() == told.len())
            && years.is_sorted()
    })
}

fn ends(event: &Event<&Clause>) -> bool {
    let gone = matches!(event.status, Status::Deprecated | Status::Withdrawn | Status::Rejected);
    gone && event.of.remark == Remark::No
}

/// What was is history beside what is. A record that was superseded still is, unless something is
/// said of it afterwards.
fn holds(events: &[Event<&Clause>], at: usize) -> bool {
    let later = &events[at + 1..];
    let now = |event: &Event<&Clause>| event.of.time != Time::Past;
    match (events[at].of.time, events[at].status) {
        (Time::Past, Status::Superseded) => !later.iter().any(now),
        (Time::Past, _) => !events.iter().any(now),
        _ => !later.iter().any(|event| event.of.time == Time::Restored),
    }
}

/// What several statements come to: the latest, if all have dates; superseded beats the rest; then
/// what came last after a proposal; then the first.
pub(super) fn of_several<T: Copy>(events: &[Event<T>]) -> Option<T> {
    let superseded = || events.iter().find(|event| event.status == Status::Superseded);
    latest(events).or_else(|| superseded().map(|event| event.of)).or_else(|| settled(events))
}

/// The latest of several that all have dates; of one day, the last.
fn latest<T: Copy>(events: &[Event<T>]) -> Option<T> {
    let dated = events.iter().filter_map(|event| Some((event.date?, event.of)));
    let all = events.len() > 1 && dated.clone().count() == events.len();
    dated.filter(|_| all).max_by_key(|&(date, _)| date).map(|(_, of)| of)
}

/// The first; where nothing was decided by then, the last that is.
fn settled<T: Copy>(events: &[Event<T>]) -> Option<T> {
    let first = events.first()?;
    let open = matches!(first.status, Status::Draft | Status::Proposed);
    let decided = events.iter().rfind(|event| open && !event.status.is_open());
    Some(decided.unwrap_or(first).of)
}
