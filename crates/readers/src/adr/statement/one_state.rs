//! The status that one statement gives, of its words, its marks and its clauses.

use std::ops::Range;

use words::date::{self, Date};
use words::fold;

use super::Statement;
use super::choice::{self, Choice};
use super::clause::{Clause, Remark, Subject, Time};
use super::history::{self, Event};
use super::reading::{Doubt, Reading};
use super::unknown::unknown;
use super::whole::{ends_a_sentence, keep_statements};
use crate::adr::relation::RelationKind;
use crate::adr::status::Status;

/// What a statement gives, or why it gives nothing.
pub(super) fn reading(statement: &Statement<'_>) -> Reading {
    let text = statement.line.text.as_str();
    let whole = fold::trimmed(text);
    let choice = choice::of(&statement.line, &statement.states);
    if statement.template || fold::is_nothing(&text[whole.clone()]) {
        let doubt = if choice.is_some() { Doubt::Choice } else { Doubt::Placeholder };
        return Reading::doubted(doubt, whole);
    }
    match choice {
        Some(Choice::Made((status, words))) => {
            let date = date::first(text).map(|found| found.reading);
            Reading::stated(*status, words.clone(), date)
        }
        Some(Choice::Open) => Reading::doubted(Doubt::Choice, whole),
        None => of_clauses(
            text,
            whole,
            &ClausesAsOf { clauses: &statement.clauses, today: statement.today },
        ),
    }
}

/// The clauses of a text, and the day on which it is read.
struct ClausesAsOf<'a> {
    clauses: &'a [Clause],
    today: Option<Date>,
}

impl ClausesAsOf<'_> {
    /// Whether a day is not still to come: what has a later one is planned.
    fn has_come(&self, day: date::Reading) -> bool {
        day.exact().zip(self.today).is_none_or(|(day, today)| day <= today)
    }
}

/// What a text's clauses say of the record together.
fn of_clauses(text: &str, whole: Range<usize>, as_of: &ClausesAsOf<'_>) -> Reading {
    let clauses = as_of.clauses;
    let affirmed = || clauses.iter().filter(|clause| clause.is_affirmed());
    let events: Vec<Event<&Clause>> = affirmed()
        .filter(|clause| clause.subject == Subject::Record)
        .filter_map(Event::of_clause)
        .collect();
    // What a long text says in brackets is a remark on something that it tells.
    let plain = |event: &Event<&Clause>| event.of.remark == Remark::No || !is_prose(text);
    let mut own: Vec<Event<&Clause>> = events.iter().copied().filter(plain).collect();
    if own.iter().any(|event| event.of.remark != Remark::Noted) {
        own.retain(|event| event.of.remark != Remark::Noted);
    }
    keep_statements(text, &mut own);
    if let Some(clause) =
        all_done(&own).or_else(|| history::of_statement(&own, has_arrow(text, &own)))
    {
        return of_latest(text, clause, &own, as_of);
    }
    let leaves_it = |clause: &Clause| {
        let kind = clause.relation.filter(|_| clause.time != Time::Past);
        kind.is_some_and(RelationKind::leaves_it_standing)
    };
    if affirmed().any(leaves_it) {
        return Reading { implied: true, ..Reading::stated(Status::Accepted, whole, None) };
    }
    let relates = clauses.first().is_some_and(|clause| clause.relation.is_some());
    // `Accepted?`
    let asked = clauses.first().is_some_and(|clause| clause.status.is_some() && clause.uncertain);
    let says_much = relates || asked || !events.is_empty();
    let unknown = || if says_much { None } else { unknown(text, &whole) };
    unknown().unwrap_or_else(|| Reading::doubted(Doubt::Prose, whole))
}

/// `Phases 1-5 implemented — all done`
fn all_done<'a>(events: &[Event<&'a Clause>]) -> Option<&'a Clause> {
    let (first, later) = events.split_first()?;
    let done = |event: &&Event<&Clause>| {
        event.status == Status::Implemented
            && !event.of.telling.is_in_steps()
            && event.of.remark == Remark::No
            && event.of.time == Time::Now
    };
    let in_force = events.iter().all(|event| event.status.is_in_force());
    later
        .iter()
        .find(done)
        .filter(|_| first.of.telling.is_in_steps() && in_force)
        .map(|event| event.of)
}

/// The clause that holds, of those that say something: `Accepted, approved by the board on 2024-03-05` and `Accepted
/// (ratified 2024-03-05)` say it twice.
fn of_latest(
    text: &str,
    clause: &Clause,
    all: &[Event<&Clause>],
    as_of: &ClausesAsOf<'_>,
) -> Reading {
    let beside = |event: &&Event<&Clause>| {
        let between = text.get(clause.words.end..event.of.words.start);
        let sign = |c| matches!(c, ',' | '(' | '（' | '–' | '—' | '-' | ';' | ' ');
        Some(event.status) == clause.status
            && between.is_some_and(|between| between.chars().all(sign))
    };
    // `Accepted — implemented (2024-03-05)`: behind a dash the finer word, where nothing is said of it but its day.
    let finer = all.iter().find(|event| {
        let between = text.get(clause.words.end..event.of.words.start);
        let dash = |c| matches!(c, '–' | '—' | '-' | ' ');
        clause.status == Some(Status::Accepted)
            && event.status == Status::Implemented
            && event.of.date.is_none_or(|day| as_of.has_come(day))
            && between.is_some_and(|between| between.len() > 1 && between.chars().all(dash))
            && ends_with_a_day(&text[event.of.words.end..])
    });
    if let Some(finer) = finer {
        return Reading::stated(
            finer.status,
            finer.of.words.clone(),
            finer.of.date.or(clause.date),
        );
    }
    let date = clause.date.or_else(|| all.iter().find(beside)?.of.date);
    let date = date.filter(|&day| as_of.has_come(day));
    let (status, words) = (clause.status, clause.words.clone());
    Reading {
        status,
        doubt: None,
        words,
        date,
        implied: false,
        noted: clause.remark == Remark::Noted,
    }
}

/// Whether a clause ends here, or behind a day in brackets or after a comma.
fn ends_with_a_day(behind: &str) -> bool {
    let behind = behind.trim_start_matches([' ', '*', '_']);
    let dated = || {
        let bracket = behind.starts_with(['(', '（']);
        let inside = behind.strip_prefix(['(', '（', ','])?.trim_start_matches(' ');
        let rest = &inside[date::at_start(inside)?.span.end..];
        if bracket { rest.strip_prefix([')', '）']) } else { Some(rest) }
    };
    let rest = dated().unwrap_or(behind).trim_start_matches(' ');
    rest.is_empty() || rest.starts_with(['.', ';', '\n', '。', '；'])
}

/// Whether a text says so much that not all in it need be about the record.
fn is_prose(text: &str) -> bool {
    const LONGEST: usize = 160;
    text.char_indices().nth(LONGEST).is_some()
}

/// Whether an arrow leads from one state to the next; others are between things that the text tells of.
fn has_arrow(text: &str, events: &[Event<&Clause>]) -> bool {
    const ARROWS: [&str; 4] = ["→", "->", "=>", "⇒"];
    events.windows(2).any(|pair| {
        let between = text.get(pair[0].of.words.end..pair[1].of.words.start).unwrap_or_default();
        let led = ARROWS.iter().find_map(|arrow| between.rsplit_once(arrow));
        led.is_some_and(|(_, to)| {
            let closes =
                to.find([')', '）']).is_some_and(|close| !to[..close].contains(['(', '（']));
            !closes && !ends_a_sentence(to)
        })
    })
}
