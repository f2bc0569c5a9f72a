//! The clauses of a statement: each word of state or relation, with what its clause says of it.
//!
//! A clause speaks of the record itself only where nothing but words that change nothing stand in
//! front of it: "the old dashboards were deprecated" is about dashboards.

use std::ops::Range;

use words::{Answer, Clause as Role, Languages, date};

use crate::adr::relation::RelationKind;
use crate::adr::status::{OwnWords, Status};
use crate::adr::text::Line;

use super::around::{Before, limits};
use super::breaks::{Kind, breaks};
use super::clause::{Clause, Subject, Time};
use super::predicate::{Predicate, languages};
use super::scan::{Scan, opaque_links};
use super::target::{self, Named, Style};

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
        breaks: Vec::new(),
        languages: Languages::default(),
    };
    let hidden = reader.hidden();
    let breaks = breaks(text, &hidden, own);
    let reader = Scan { breaks, ..reader };
    let predicates = reader.predicates(states, &hidden);
    let reader = Scan { languages: languages(text, &predicates, own), ..reader };
    reader.clauses(&predicates)
}

impl Scan<'_> {
    fn clauses(&self, predicates: &[Predicate]) -> Vec<Clause> {
        let mut found: Vec<Clause> = Vec::new();
        for (index, predicate) in predicates.iter().enumerate() {
            let next = predicates.get(index + 1).map_or(self.text.len(), |next| next.words.start);
            // A verb inside another's words, or of a name that was read.
            let taken = found.iter().any(|clause| {
                let inside = |range: &Range<usize>| range.contains(&predicate.words.start);
                inside(&clause.words) || clause.targets.iter().any(|named| inside(&named.words))
            });
            let named = index > 0 && self.is_attribute(predicate, predicates.get(index + 1));
            if !taken && !named {
                found.extend(self.clause(predicate, &found, next));
            }
        }
        found
    }

    /// Whether a word of state only says which thing is meant of which the clause then tells more:
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
        let by = self.starts(Role::Agent, from + first).is_some();
        behind[..first].trim().is_empty()
            && first < second
            && !by
            && self.before(from + second, from + first, None).content
    }

    fn clause(&self, predicate: &Predicate, before: &[Clause], next: usize) -> Option<Clause> {
        let words = predicate.words.clone();
        let end = self.end(words.end);
        let targets = self.targets(predicate, end.min(next.max(words.end)));
        if let Some(stated) = &predicate.stated
            && targets.is_empty()
            && predicate.status.is_none()
            && !is_gone(stated)
        {
            return None;
        }
        let said = self.said(predicate, &targets, before, (end, next));
        let subject = match (said.content, said.part) {
            (false, _) => Subject::Record,
            (true, true) => Subject::Part,
            (true, false) => Subject::Other,
        };
        let (status, relation) = outcome(predicate, &targets, said.part);
        // An end that is told with a condition is told all the same.
        let accepted = status == Some(Status::Accepted);
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
            aside: self.is_aside(&words, end),
            date: self.date(&words, before, next),
            words,
        })
    }

    /// What stands around a predicate, up to the end of its clause and to the next predicate.
    fn said(
        &self,
        predicate: &Predicate,
        targets: &[Named],
        before: &[Clause],
        (end, next): (usize, usize),
    ) -> Before {
        let words = &predicate.words;
        let named = targets.last().map_or(words.end, |last| last.words.end).max(words.end);
        let first = targets.first().map_or(words.start, |first| first.words.start);
        let start = self.start(words.start);
        let earlier = before.last().filter(|clause| clause.words.start >= start);
        let mut said = self.before(words.start.min(first), start, earlier);
        let close = named..end.min(next.max(named));
        if let Some(stated) = &predicate.stated {
            let remark = stated.remark.clone().unwrap_or_default();
            let ahead = self.verb_end(stated).min(first)..first;
            said.part |= [remark.clone(), ahead].into_iter().any(|at| self.has(Role::Part, at));
            said.part |= limits(&self.text[named..], self.words);
            said.part |= !targets.is_empty()
                && self.is_something_of(self.verb_end(stated).min(first)..first);
            said.denied |= targets.is_empty()
                && (self.has(Role::Negation, remark) || self.is_nothing(stated.end()));
            said.uncertain |= self.has(Role::Condition, close);
            // `ADR-5 may be superseded by this`, but in German what is done now is told as what will be.
            let behind = behind_names(stated, targets);
            said.denied |= self.before(behind.end, behind.start, None).denied;
            let open = [Role::Possibility, Role::Condition];
            said.uncertain |= open.into_iter().any(|role| self.has(role, behind.clone()));
        } else if !before.is_empty() {
            // `Proposed. Accepted by the board is expected in May.`
            let comma = self.breaks.iter().find(|stop| close.contains(&stop.at));
            let until = comma.map_or(close.end, |stop| stop.at);
            said.uncertain |= self.has(Role::Plan, close.start..until.max(close.start));
        }
        said.content |= self.glosses_another(words.start.min(first), before);
        // `The team accepted this decision`
        if said.content && predicate.stated.is_none() && self.is_of_record(words.end) {
            said.content = false;
        }
        let open = predicate.status == Some(Status::Rejected) && self.is_open_end(words);
        said.denied |= open;
        said
    }

    /// Whether what stands between a verb and a name is a thing that the named record has: `the retry rules of`.
    fn is_something_of(&self, between: Range<usize>) -> bool {
        let Some(text) = self.text.get(between.clone()) else { return false };
        let starts: Vec<usize> = words::word_starts(text).collect();
        let Some((&last, before)) = starts.split_last() else { return false };
        let is_record = |at: usize| {
            let rest = &text[at..];
            self.words.starts(words::Reference::Record, rest).is_some()
                || self.words.starts(words::Reference::Number, rest).is_some()
        };
        // `of ADR 5`: the kind of a name may stand before it.
        let (last, before) = match before.split_last() {
            Some((&other, earlier)) if is_record(last) => (other, earlier),
            _ => (last, before),
        };
        let of = self.words.starts(words::DateWord::Of, &text[last..]).is_some();
        let thing = |&at: &usize| {
            !is_record(at)
                && [Role::LeadIn, Role::Agent, Role::Time, Role::Whole, Role::And]
                    .into_iter()
                    .all(|role| self.starts(role, between.start + at).is_none())
                && self.words.starts(words::DateWord::Article, &text[at..]).is_none()
        };
        of && before.iter().any(thing)
    }

    /// Whether what follows a word of state is the record: `accepted this decision`.
    fn is_of_record(&self, at: usize) -> bool {
        let rest = self.text[at..].trim_start();
        let this = self.words.starts(Role::LeadIn, rest).map_or(0, |found| found.len);
        let object = rest[this..].trim_start();
        let record = self.words.starts(words::Reference::Record, object);
        this > 0
            && record.is_some_and(|found| {
                let number = object[found.len..].trim_start_matches([' ', '-', '#']);
                !number.starts_with(|c: char| c.is_ascii_digit())
            })
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

    /// Whether a remark in brackets is about a record that the sentence names in front of it:
    /// `[ADR 5](x.md), use Y (superseded by ADR 7)`.
    fn glosses_another(&self, at: usize, before: &[Clause]) -> bool {
        let earlier = || self.breaks.iter().rev().filter(|stop| stop.at < at);
        let mut depth = 0_usize;
        let open = earlier().find(|stop| match stop.kind {
            Kind::Close => {
                depth += 1;
                false
            }
            Kind::Open if depth > 0 => {
                depth -= 1;
                false
            }
            kind => kind == Kind::Open,
        });
        let Some(open) = open else { return false };
        let stop = earlier().find(|stop| stop.kind == Kind::Sentence && stop.at < open.at);
        let sentence = stop.map_or(0, |stop| stop.at + stop.len)..open.at;
        before.iter().all(|clause| !sentence.contains(&clause.words.start))
            && !target::named(self.line, &sentence, Style::Prose).is_empty()
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

    /// `by nothing`, `by: none`, `by not yet`
    fn is_nothing(&self, at: usize) -> bool {
        let rest = self.text[at..].trim_start_matches(|c: char| !c.is_alphanumeric());
        self.words.starts(Answer::None, rest).is_some()
            || self.words.starts(Role::Negation, rest).is_some()
    }

    /// `not accepted yet`
    fn is_open_end(&self, words: &Range<usize>) -> bool {
        self.words.starts(Role::Negation, &self.text[words.clone()]).is_some()
            && self.words.starts(Answer::SoFar, self.text[words.end..].trim_start()).is_some()
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
            && self.words.starts(Role::Condition, remark).is_some()
    }

    /// In brackets with other words behind it, or glossing what stands before them.
    fn is_aside(&self, words: &Range<usize>, end: usize) -> bool {
        let stop = self
            .breaks
            .iter()
            .rfind(|stop| matches!(stop.kind, Kind::Open | Kind::Close) && stop.at < words.start);
        let open = stop.is_some_and(|stop| stop.kind == Kind::Open);
        open && self.text[words.end..end].contains(char::is_alphabetic)
    }
}

/// The state and the relation of a predicate. A part that no longer counts takes nothing from the rest;
/// nor does one that was replaced; and what was turned down has no successor.
fn outcome(
    predicate: &Predicate,
    targets: &[Named],
    part: bool,
) -> (Option<Status>, Option<RelationKind>) {
    let stated = predicate.stated.as_ref().map(|stated| RelationKind::from(stated.relation));
    // `Superseded → [7](0007-x.md)`
    let pointed = || {
        let superseded = predicate.status == Some(Status::Superseded) && !targets.is_empty();
        superseded.then_some(RelationKind::SupersededBy)
    };
    let relation = stated.or_else(pointed).map(|kind| if part { kind.in_part() } else { kind });
    let superseded = relation == Some(RelationKind::SupersededBy);
    let status = predicate.status.or_else(|| superseded.then_some(Status::Superseded));
    let ended = matches!(status, Some(Status::Superseded | Status::Deprecated | Status::Withdrawn));
    let turned_down = matches!(status, Some(Status::Rejected | Status::Withdrawn));
    // What is done in part is decided, and not done.
    let status = match status {
        Some(Status::Implemented) if part => Some(Status::Accepted),
        status => status,
    };
    let other = part && ended || relation == Some(RelationKind::Supersedes);
    (status.filter(|_| !other), relation.filter(|_| !(turned_down && superseded)))
}

/// What stands between names and the part of a verb that follows them; empty where none does.
fn behind_names(stated: &words::Stated, targets: &[Named]) -> Range<usize> {
    let Some(from) = targets.last().map(|last| last.words.end) else { return 0..0 };
    let parts = [Some(stated.verb.start), stated.second.as_ref().map(|second| second.start)];
    from..parts.into_iter().flatten().find(|&part| part >= from).unwrap_or(from)
}

/// Verbs that say something of this record even without the other's name.
fn is_gone(stated: &words::Stated) -> bool {
    stated.relation == words::Relation::SupersededBy && stated.second.is_some()
}
