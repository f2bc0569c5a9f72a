//! The clauses of a statement: each word of state or relation, with what its clause says of it.
//!
//! A clause speaks of the record itself only where nothing but words that change nothing stand in
//! front of it: "the old dashboards were deprecated" is about dashboards.

use std::ops::Range;

use words::{ClauseRole, Languages, date, is_unspaced};

use crate::adr::admonition;
use crate::adr::status::{OwnWords, Status};
use crate::adr::text::Line;

use super::around::Before;
use super::breaks::{Break, Kind, breaks, quoted};
use super::clause::{Clause, Remark, Subject, Telling, Time};
use super::outcome::outcome;
use super::predicate::{Predicate, languages};
use super::scan::{Scan, opaque_links};
use super::target::Named;

/// Reads the clauses of a statement with these words of state, from left to right.
pub(super) fn clauses(
    line: &Line<'_>,
    states: &[(Status, Range<usize>)],
    own: &OwnWords,
) -> Vec<Clause> {
    let text = line.text.as_str();
    let reader = Scan {
        line,
        text,
        words: own.words(),
        dates: date::find(text),
        links: opaque_links(line, own),
        opening: admonition::mark(text),
        quotes: quoted(text),
        breaks: Vec::new(),
        languages: Languages::default(),
        unspaced: false,
    };
    let hidden = reader.hidden();
    let breaks = breaks(text, &hidden, &reader.quotes, own);
    let reader = Scan { breaks, ..reader };
    let predicates = reader.predicates(states, &hidden);
    let reader = Scan {
        languages: languages(text, &predicates, own),
        unspaced: predicates.iter().any(|said| text[said.words.start..].starts_with(is_unspaced)),
        ..reader
    };
    reader.clauses(&predicates)
}

impl Scan<'_> {
    fn clauses(&self, predicates: &[Predicate]) -> Vec<Clause> {
        let mut found: Vec<Clause> = Vec::new();
        for (index, predicate) in predicates.iter().enumerate() {
            let later = &predicates[index + 1..];
            let next = later.first().map_or(self.text.len(), |next| next.words.start);
            // A verb inside another's words, or of a name that was read.
            let taken = found.iter().any(|clause| {
                let inside = |range: &Range<usize>| range.contains(&predicate.words.start);
                inside(&clause.words) || clause.targets.iter().any(|named| inside(&named.words))
            });
            let named = index > 0 && self.is_attribute(predicate, later.first())
                || is_object(predicate, later.first())
                || self.is_scope_of(predicate, found.last());
            if !taken && !named {
                let targets = self.targets(predicate, self.reach(predicate, later));
                let dated = later.iter().find(|later| !self.names_a_thing(later));
                let until = dated.map_or(self.text.len(), |next| next.words.start);
                found.extend(self.clause(predicate, targets, &found, (next, until)));
            }
        }
        found
    }

    /// Whether a word of state only says which thing is meant, and the clause then says more of it:
    /// "rejected alternative 2 is superseded by ADR 9".
    fn is_attribute(&self, predicate: &Predicate, next: Option<&Predicate>) -> bool {
        let Some(next) = next.filter(|next| next.stated.is_some()) else { return false };
        let from = predicate.words.end;
        // Two readings of the same words overlap.
        let Some(behind) = self.text.get(from..next.words.start) else { return false };
        let comma = self
            .breaks
            .iter()
            .any(|stop| stop.kind == Kind::Comma && (from..next.words.start).contains(&stop.at));
        if predicate.stated.is_some() || comma || next.words.start > self.end(from) {
            return false;
        }
        let mut starts = words::word_starts(behind).chain([behind.len()]);
        let (first, second) = (starts.next().unwrap_or(0), starts.next().unwrap_or(behind.len()));
        // `rejected by the board`
        let by = self.starts(ClauseRole::Agent, from + first).is_some();
        behind[..first].trim().is_empty()
            && first < second
            && !by
            && self.before(from + second, from + first, None).content
    }

    /// Whether a word of state stands amid words that name something: `(the final report, 2024-03-05)`.
    fn names_a_thing(&self, predicate: &Predicate) -> bool {
        let words = &predicate.words;
        let stop = self.breaks.iter().find(|stop| stop.at >= words.end);
        let end = stop.map_or(self.text.len(), |stop| stop.at);
        let before = || self.before(words.start, self.start(words.start), None).content;
        let behind = || self.before(end, words.end, None).content;
        predicate.stated.is_none() && behind() && before()
    }

    /// Whether words of state are the scope of what was said before: `superseded by ADR 9 in production`.
    fn is_scope_of(&self, predicate: &Predicate, before: Option<&Clause>) -> bool {
        let at = predicate.words.start;
        let names = before.filter(|clause| clause.relation.is_some());
        let last = names.and_then(|clause| clause.targets.last()).map(|named| named.words.end);
        let near = |from: usize| {
            let sign = |c: char| c.is_whitespace() || matches!(c, '(' | '（' | ']' | ')');
            self.text.get(from..at).is_some_and(|between| between.chars().all(sign))
        };
        predicate.stated.is_none()
            && last.is_some_and(near)
            && self.words.starts(ClauseRole::Scope, &self.text[at..]).is_some()
    }

    /// Where the names end that a predicate may be about: with its clause, or where another begins. What is said
    /// in brackets behind a name ends nothing.
    fn reach(&self, predicate: &Predicate, later: &[Predicate]) -> usize {
        let from = predicate.words.end;
        let end = self.end(from);
        let mut stops = self.breaks.iter().filter(|stop| stop.at >= from).peekable();
        let mut depth = 0_i32;
        let beside = later.iter().map(|later| later.words.start).find(|&at| {
            while let Some(stop) = stops.next_if(|stop| stop.at < at) {
                depth += match stop.kind {
                    Kind::Open => 1,
                    Kind::Close => -1,
                    _ => 0,
                };
            }
            depth <= 0
        });
        end.min(beside.unwrap_or(end).max(from))
    }

    fn clause(
        &self,
        predicate: &Predicate,
        targets: Vec<Named>,
        before: &[Clause],
        (next, until): (usize, usize),
    ) -> Option<Clause> {
        let words = predicate.words.clone();
        let end = self.end(words.end);
        if let Some(stated) = &predicate.stated
            && targets.is_empty()
            && predicate.status.is_none()
            && !is_gone(stated)
        {
            return None;
        }
        let said = self.said(predicate, &targets, before, (end, next));
        let steps =
            self.steps(predicate, &targets, before).filter(|_| !said.denied && !said.uncertain);
        let said = steps.map_or(said, |steps| Before { content: false, ..steps.limit(said) });
        let plain = targets.is_empty() && self.says_no_more(words.end);
        let then = plain && self.comes_next(words.start, before);
        let stray = !then && self.has_a_stray_then(words.start, before);
        let subject = match (said.content || stray, said.part) {
            (false, _) => Subject::Record,
            (true, true) => Subject::Part,
            (true, false) => Subject::Other,
        };
        let (status, relation) = outcome(self.text, predicate, &targets, said.part);
        let status = status.filter(|&status| {
            !(said.part
                && (self.stays_open(words.start, before)
                    || is_turned_down(status)
                        && !before.is_empty()
                        && !self.names_a_record(&self.lead(words.start, before))))
        });
        // An end that is told with a condition is told all the same.
        let accepted = status == Some(Status::Accepted);
        let remark = if targets.is_empty() && !plain && self.is_noted(words.start) {
            Remark::Noted
        } else if self.is_aside(&words, end) {
            Remark::Aside
        } else {
            Remark::No
        };
        let telling = Telling {
            then,
            plain,
            whole: !targets.is_empty() || self.is_told_whole(&words),
            steps,
            told: self.told(words.end),
        };
        Some(Clause {
            status,
            relation,
            targets,
            subject,
            denied: said.denied,
            uncertain: said.uncertain,
            time: match (predicate.restored, said.past) {
                (true, _) => Time::Restored,
                (_, true) => Time::Past,
                _ if accepted && self.is_ahead(words.end) => Time::Ahead,
                _ => Time::Now,
            },
            remark,
            telling,
            date: self.date(&words, before, until),
            words,
        })
    }

    /// Whether a record stays what it was called before, when a part of it comes further: `Proposed (part 2 accepted)`.
    /// Behind an arrow it is what the record came to.
    fn stays_open(&self, at: usize, before: &[Clause]) -> bool {
        let own = |clause: &&Clause| clause.is_affirmed() && clause.subject == Subject::Record;
        let status = before.iter().rev().filter(own).find_map(|clause| clause.status);
        let start = self.start(at);
        let arrow = self.text[..start].ends_with(['→', '⇒', '>']);
        status.is_some_and(Status::is_open) && !arrow
    }

    /// Where the clause around a place begins: behind the last break that is more than a comma. A
    /// remark in brackets is passed over: it interrupts the clause and does not end it.
    pub(super) fn start(&self, at: usize) -> usize {
        let mut depth = 0_usize;
        for stop in self.breaks.iter().rev().filter(|stop| stop.at < at) {
            match stop.kind {
                Kind::Comma => {}
                Kind::Close => depth += 1,
                Kind::Open if depth > 0 => depth -= 1,
                _ if depth == 0 => return stop.at + stop.len,
                _ => {}
            }
        }
        0
    }

    /// Where it ends; a remark in brackets is passed over.
    pub(super) fn end(&self, from: usize) -> usize {
        let mut depth = 0_usize;
        for stop in self.breaks.iter().filter(|stop| stop.at >= from) {
            match stop.kind {
                Kind::Comma => {}
                Kind::Open => depth += 1,
                Kind::Close if depth > 0 => depth -= 1,
                _ if depth == 0 => return stop.at,
                _ => {}
            }
        }
        self.text.len()
    }

    /// The bracket that is open at a place, the innermost of several.
    pub(super) fn bracket_around(&self, at: usize) -> Option<&Break> {
        let mut depth = 0_usize;
        self.breaks.iter().rev().filter(|stop| stop.at < at).find(|stop| match stop.kind {
            Kind::Close => {
                depth += 1;
                false
            }
            Kind::Open if depth > 0 => {
                depth -= 1;
                false
            }
            kind => kind == Kind::Open,
        })
    }

    /// `(after the pilot)`: without a day it is still to come.
    fn is_ahead(&self, at: usize) -> bool {
        let rest = &self.text[at..];
        let remark = rest.trim_start_matches([' ', '(', '（', '*', '_', ',', '–', '—']);
        let from = at + rest.len() - remark.len();
        let until =
            self.text[from..].find([')', '）', '\n']).map_or(self.text.len(), |end| from + end);
        let dated = self.dates.iter().any(|date| (from..until).contains(&date.span.start));
        !dated
            && rest.trim_start().starts_with(['(', '（'])
            && self.words.starts(ClauseRole::Condition, remark).is_some()
    }

    /// In brackets with other words behind it, or glossing what stands before them.
    fn is_aside(&self, words: &Range<usize>, end: usize) -> bool {
        self.bracket_around(words.start).is_some()
            && self.text[words.end..end].contains(char::is_alphabetic)
    }
}

const fn is_turned_down(status: Status) -> bool {
    matches!(status, Status::Rejected | Status::Withdrawn)
}

/// Whether a word of state is what a verb behind it is about: `ADR-2 の決定を置き換える`.
fn is_object(predicate: &Predicate, next: Option<&Predicate>) -> bool {
    predicate.stated.is_none()
        && next.is_some_and(|next| {
            let verb = next.stated.as_ref();
            next.words.start == predicate.words.end
                && verb.is_some_and(|stated| stated.target == words::Place::Before)
        })
}

/// Verbs that say something of this record even without the other's name.
fn is_gone(stated: &words::Stated) -> bool {
    stated.relation == words::RelationVerb::SupersededBy && stated.second.is_some()
}
