//! Which of several things that were said of a record's status holds.

use words::date::Date;

use crate::adr::status::Status;

use super::clause::{Clause, Time};

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
pub(super) fn of_statement<'a>(told: &[Event<&'a Clause>], arrows: bool) -> Option<&'a Clause> {
    let now: Vec<Event<&Clause>> =
        (0..told.len()).filter(|&at| holds(told, at)).map(|at| told[at]).collect();
    let ahead =
        arrows.then(|| now.iter().rposition(|event| event.of.time != Time::Ahead)).flatten();
    if let Some(reached) = ahead {
        return Some(now[reached].of);
    }
    if arrows || now.iter().all(|event| event.of.time == Time::Past) {
        return now.last().map(|event| event.of);
    }
    let ended = |event: &&Event<&Clause>| {
        let gone =
            matches!(event.status, Status::Deprecated | Status::Withdrawn | Status::Rejected);
        gone && !event.of.aside
    };
    let gone = || {
        let superseded = now.iter().find(|event| event.status == Status::Superseded);
        superseded.or(now.iter().rfind(ended)).map(|event| event.of)
    };
    // What is said in a remark settles nothing: `In review (accepted by one of two)`.
    let plain: Vec<Event<&Clause>> = now.iter().copied().filter(|event| !event.of.aside).collect();
    latest(&now).or_else(gone).or_else(|| settled(&plain)).or_else(|| settled(&now))
}

/// What was is history beside what is. A record that was superseded still is, unless something is
/// said of it afterwards.
fn holds(told: &[Event<&Clause>], at: usize) -> bool {
    let later = &told[at + 1..];
    let now = |event: &Event<&Clause>| event.of.time != Time::Past;
    match (told[at].of.time, told[at].status) {
        (Time::Past, Status::Superseded) => !later.iter().any(now),
        (Time::Past, _) => !told.iter().any(now),
        _ => !later.iter().any(|event| event.of.time == Time::Restored),
    }
}

/// What several statements come to: the latest, if all have dates; superseded beats the rest; then
/// what came last after a proposal; then the first.
pub(super) fn of_several<T: Copy>(told: &[Event<T>]) -> Option<T> {
    let superseded = || told.iter().find(|event| event.status == Status::Superseded);
    latest(told).or_else(|| superseded().map(|event| event.of)).or_else(|| settled(told))
}

/// The latest of several that all have dates; of one day, the last.
fn latest<T: Copy>(told: &[Event<T>]) -> Option<T> {
    let dated = told.iter().filter_map(|event| Some((event.date?, event.of)));
    let all = told.len() > 1 && dated.clone().count() == told.len();
    dated.filter(|_| all).max_by_key(|&(date, _)| date).map(|(_, of)| of)
}

/// The first; where nothing was decided by then, the last that is.
fn settled<T: Copy>(told: &[Event<T>]) -> Option<T> {
    let first = told.first()?;
    let open = matches!(first.status, Status::Draft | Status::Proposed);
    let decided = told.iter().rfind(|event| open && !event.status.is_open());
    Some(decided.unwrap_or(first).of)
}
