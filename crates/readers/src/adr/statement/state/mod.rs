//! The status that statements give together.

use text::source::Span;
use words::{date, fold};

use super::choice;
use super::history::{self, Event};
use super::one_state::reading;
use super::reading::{Doubt, Reading};
use super::{LONGEST, Statement};
use crate::adr::status::{self, OwnWords, Status};
use crate::adr::text::Line;

/// What some statements say about the status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The status; none when nothing was decided (a choice left open, a template's words).
    pub status: Option<Status>,
    /// The words that state it, as written.
    pub raw: String,
    /// Where they stand.
    pub span: Span,
    /// The date that stands with it.
    pub date: Option<date::Reading>,
    /// Why no status could be read, or why it is [`Status::Other`].
    pub doubt: Option<Doubt>,
    /// The status is not stated: it follows from a part being superseded or changed, since only what
    /// counts is changed.
    pub implied: bool,
}

/// What the statements about a status say together, in order. None when they say nothing at all.
pub(in crate::adr) fn status(statements: &[Statement<'_>]) -> Option<State> {
    let readings: Vec<(&Line<'_>, Reading)> = statements
        .iter()
        .filter(|said| !said.line.text.trim().is_empty() && said.line.text.len() <= LONGEST)
        .map(|said| (&said.line, reading(said)))
        .collect();
    let (line, reading) = &readings[decisive(&readings)?];
    if contradict(&readings) {
        let words = reading.words.clone();
        let span = line.span(words);
        let (raw, doubt) = (raw(&readings, line), Some(Doubt::Choice));
        return Some(State { status: None, raw, span, date: None, doubt, implied: false });
    }
    Some(State {
        status: reading.status,
        raw: raw(&readings, line),
        span: line.span(reading.words.clone()),
        date: reading.date,
        doubt: reading.doubt,
        implied: reading.implied,
    })
}

/// The latest entry of a change log that is a status and hardly anything else: `Approved (2024-03-05)`.
pub(in crate::adr) fn latest_entry<'a>(
    lines: impl Iterator<Item = Line<'a>>,
    own: &OwnWords,
) -> Option<State> {
    const MOST_WORDS: usize = 4;
    let brief = |line: &Line<'_>| {
        let dated = status::at_start(&line.text, own).is_some_and(|(_, len)| {
            let rest = line.text[len..].trim_start_matches(|c: char| !c.is_alphanumeric());
            date::at_start(rest).is_some()
        });
        dated || line.text.split_whitespace().count() <= MOST_WORDS
    };
    let entries = lines.filter(brief).filter_map(|line| {
        let state = status(&[Statement::read(line, own)])?;
        let day = state.date?.exact()?;
        (state.doubt.is_none() && state.status.is_some()).then_some((day, state))
    });
    entries.max_by_key(|&(day, _)| day).map(|(_, state)| state)
}

/// Whether two items of a list are ticked that cannot both hold, and nothing says which was the later one: the outcomes
/// of the same step. What ended was accepted before.
fn contradict(readings: &[(&Line<'_>, Reading)]) -> bool {
    let ticked: Vec<&Reading> = ticked(readings).map(|at| &readings[at].1).collect();
    let dated = ticked.iter().all(|reading| reading.date.is_some());
    let in_force = |reading: &&Reading| reading.status.is_some_and(Status::is_in_force);
    let rejected = |reading: &&Reading| reading.status == Some(Status::Rejected);
    let gone = |reading: &&Reading| reading.status == Some(Status::Superseded);
    !dated && ticked.iter().any(in_force) && ticked.iter().any(rejected) && !ticked.iter().any(gone)
}

/// The last of several ticked steps: `[x] Accepted`, `[x] Deprecated`.
fn last_step(readings: &[(&Line<'_>, Reading)]) -> Option<usize> {
    let steps: Vec<usize> = ticked(readings).collect();
    let dated = steps.iter().all(|&at| readings[at].1.date.is_some());
    let status = |at: usize| readings[at].1.status;
    let gone = readings.iter().any(|(_, reading)| reading.status == Some(Status::Superseded));
    let last = *steps.last().filter(|_| steps.len() > 1 && !dated && !gone)?;
    let ended = matches!(status(last), Some(Status::Deprecated | Status::Withdrawn));
    (ended && steps.iter().any(|&at| status(at).is_some_and(Status::is_in_force))).then_some(last)
}

/// The ticked items of a list that are a status which decides, and nothing else.
fn ticked(readings: &[(&Line<'_>, Reading)]) -> impl Iterator<Item = usize> {
    let blank = readings.iter().any(|(_, reading)| reading.doubt == Some(Doubt::Choice));
    let boxed = move |line: &Line<'_>, reading: &Reading| {
        let before = &line.text[..reading.words.start];
        let alone = !before.contains(|c: char| c.is_alphabetic() && !matches!(c, 'x' | 'X'));
        line.tick() > 0 || blank && alone && choice::mark(before) == Some(true)
    };
    let says_more = |line: &Line<'_>, reading: &Reading| {
        reading.date.is_none() && line.text[reading.words.end..].contains(char::is_alphanumeric)
    };
    readings.iter().enumerate().filter_map(move |(at, (line, reading))| {
        let status = reading.status.filter(|status| reading.doubt.is_none() && !status.is_open());
        (status.is_some() && boxed(line, reading) && !says_more(line, reading)).then_some(at)
    })
}

/// The statement that decides; where none has a status, the first that is no choice says why, and of choices
/// the shortest: longer ones explain it.
fn decisive(readings: &[(&Line<'_>, Reading)]) -> Option<usize> {
    let told = |reading: &Reading| reading.doubt.is_none() && reading.status.is_some();
    let plain = readings.iter().any(|(_, reading)| told(reading) && !reading.noted);
    let stated = |implied: bool| -> Vec<Event<usize>> {
        let known = readings.iter().enumerate().filter_map(|(of, (_, reading))| {
            let known =
                reading.doubt.is_none() && reading.implied == implied && !(plain && reading.noted);
            let date = reading.date.and_then(date::Reading::exact);
            Some(Event { status: reading.status.filter(|_| known)?, date, of })
        });
        known.collect()
    };
    let opening = readings.iter().position(|(_, reading)| reading.doubt != Some(Doubt::Choice));
    // A word that nobody knows counts only where it stands first.
    let unknown = opening.filter(|&at| readings[at].1.status.is_some());
    last_step(readings)
        .or_else(|| history::of_several(&stated(false)))
        .or_else(|| history::of_several(&stated(true)))
        .or(unknown)
        .or(opening)
        .or_else(|| (0..readings.len()).min_by_key(|&at| readings[at].1.words.len()))
}

/// The words of all statements that have a status, for people to read.
fn raw(readings: &[(&Line<'_>, Reading)], decisive: &Line<'_>) -> String {
    let stated = readings.iter().filter(|(line, reading)| {
        std::ptr::eq(*line, decisive) || (reading.status.is_some() && reading.doubt.is_none())
    });
    let lines: Vec<String> = stated.map(|(line, _)| own_words(line).replace('\n', " ")).collect();
    lines.join(" / ")
}

/// What stands in the file.
fn own_words<'l>(line: &'l Line<'_>) -> &'l str {
    let text = &line.text[line.tick()..];
    &text[fold::trimmed(text)]
}

#[cfg(test)]
mod tests;
