//! What is said of a word of state or a verb around it: that it holds for a part, not at all, or perhaps.

use std::ops::Range;

use words::{Answer, ClauseRole, RelationVerb, Stated};

use crate::adr::status::Status;

use super::around::Before;
use super::breaks::{Break, Kind};
use super::clause::Clause;
use super::limits::{doubts, is_scope, limits};
use super::predicate::Predicate;
use super::scan::Scan;
use super::target::{self, Named, Style};

impl Scan<'_> {
    /// What stands around a predicate, up to the end of its clause and to the next predicate.
    pub(super) fn said(
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
        // What was said in brackets that are closed again was said of what stands before them.
        let closed = self.remarks(&(start..words.start.max(start)));
        let mut earlier = before.iter().rev().filter(|clause| clause.words.start >= start);
        let earlier = earlier
            .find(|clause| !closed.iter().any(|remark| remark.contains(&clause.words.start)));
        let mut said = self.before(words.start.min(first), start, earlier);
        said.part |= self.is_led_by_a_part(start);
        let close = named..end.min(next.max(named));
        if let Some(stated) = &predicate.stated {
            said.part |= self.is_in_part(stated, targets, first..named, !before.is_empty());
            said.denied |= self.is_denied(stated, targets);
            said.uncertain |= self.has(ClauseRole::Condition, close)
                || self.may_be(stated, targets)
                || !targets.is_empty() && doubts(&self.text[named..], self.words);
        } else if !before.is_empty() {
            // `Proposed. Accepted by the board is expected in May.`
            let comma = self.breaks.iter().find(|stop| close.contains(&stop.at));
            let until = comma.map_or(close.end, |stop| stop.at);
            said.uncertain |= self.has(ClauseRole::Plan, close.start..until.max(close.start));
        }
        let at = words.start.min(first);
        let leads = || targets.is_empty() && self.is_said_of_what_leads(at);
        // `ADR 3 supersedes the queue of ADR 2`
        let another = || {
            let acts = predicate.stated.as_ref().is_some_and(|stated| {
                stated.relation == RelationVerb::Supersedes
                    && matches!(stated.target, words::Place::Behind)
            });
            let subject = start..words.start.max(start);
            acts && said.content && !target::named(self.line, &subject, Style::Prose).is_empty()
        };
        let named = || targets.is_empty() && self.is_said_of_a_name(at, before);
        if self.glosses_another(at, before) || another() || leads() || named() {
            (said.content, said.part) = (true, false);
        }
        // `The team accepted this decision`
        if said.content && predicate.stated.is_none() && self.is_of_record(words.end) {
            said.content = false;
        }
        let open = predicate.status == Some(Status::Rejected) && self.is_open_end(words);
        said.denied |= open;
        // `Accepted?`
        said.uncertain |= self.text[words.end..].starts_with(['?', '？']);
        said
    }

    /// Whether a verb holds for a part of what it names, which stands at `names`. `follows` says whether another
    /// clause stands before it.
    fn is_in_part(
        &self,
        stated: &Stated,
        targets: &[Named],
        names: Range<usize>,
        follows: bool,
    ) -> bool {
        let remark = stated.remark.clone().unwrap_or_default();
        let ahead = self.verb_end(stated).min(names.start)..names.start;
        let is_part = |at: Range<usize>| self.has(ClauseRole::Part, at);
        is_part(remark.clone())
            || is_part(ahead.clone())
            || self.is_for_something(remark, follows)
            || limits(&self.text[names.end..], self.words)
            || stated.relation == RelationVerb::Supersedes && self.is_something_named(names.end)
            || stated.target == words::Place::Before
                && (self.is_of_one_named_before(stated, targets)
                    || self.is_in_part_before(stated, targets))
            || !targets.is_empty() && self.is_something_of(ahead)
            || !targets.is_empty() && self.leaves_a_rest(names.end)
    }

    /// Whether a verb is denied: before it, behind the names, or by the nothing that it has for them.
    fn is_denied(&self, stated: &Stated, targets: &[Named]) -> bool {
        let remark = || stated.remark.clone().unwrap_or_default();
        let of_nothing =
            || self.has(ClauseRole::Negation, remark()) || self.is_nothing(stated.end());
        let behind = behind_names(stated, targets);
        let verb = stated.end();
        let last = targets.last().map_or(verb, |last| last.words.end.max(verb));
        // `supersedes no record, ADR-1 stays`
        let apart = || {
            targets.first().is_none_or(|first| {
                let between = verb..first.words.end.max(verb);
                self.breaks.iter().any(|stop| between.contains(&stop.at))
            })
        };
        apart() && of_nothing()
            || self.before(behind.end, behind.start, None).denied
            || self.ends_in_denial(last)
    }

    /// Whether a clause ends with a denial: `ersetzt ADR-1 nicht`, `ADR-1 を置き換えない`.
    fn ends_in_denial(&self, from: usize) -> bool {
        let ends =
            |stop: &&Break| stop.at >= from && !matches!(stop.kind, Kind::Open | Kind::Close);
        let end = self.breaks.iter().find(ends).map_or(self.text.len(), |stop| stop.at);
        let said = self.text[from..end].trim_end_matches(|c: char| !c.is_alphanumeric());
        words::word_starts(said).any(|at| {
            let denial = self.starts(ClauseRole::Negation, from + at);
            denial.is_some_and(|len| at + len == said.len())
        })
    }

    /// `ADR-5 may be superseded by this`, but in German what is done now is told as what will be.
    fn may_be(&self, stated: &Stated, targets: &[Named]) -> bool {
        let behind = behind_names(stated, targets);
        // `ADR-5 will supersede this`
        let planned = || {
            stated.relation == RelationVerb::SupersededBy
                && self.has(ClauseRole::Plan, behind.clone())
        };
        let roles = [ClauseRole::Possibility, ClauseRole::Condition];
        roles.into_iter().any(|role| self.has(role, behind.clone()))
            || planned()
            || stated.relation == RelationVerb::SupersededBy && self.says_more(behind.clone())
    }

    /// Whether what follows a word of state is the record: `accepted this decision`.
    fn is_of_record(&self, at: usize) -> bool {
        let rest = self.text[at..].trim_start();
        let this = self.words.starts(ClauseRole::LeadIn, rest).map_or(0, |found| found.len);
        let object = rest[this..].trim_start();
        let record = self.words.starts(words::Reference::Record, object);
        this > 0
            && record.is_some_and(|found| {
                let number = object[found.len..].trim_start_matches([' ', '-', '#']);
                !number.starts_with(|c: char| c.is_ascii_digit())
            })
    }

    /// `for production`, between a verb and its "by": it counts elsewhere. `For reasons of cost` tells why, and
    /// `for good` and `for now` how long. Where more was said before, the words for "of" show as much.
    fn is_for_something(&self, between: Range<usize>, told: bool) -> bool {
        let Some(text) = self.text.get(between.clone()) else { return false };
        let text = text.trim_start_matches([' ', '(', '（']);
        let dated = self.dates.iter().any(|date| between.contains(&date.span.start));
        let purpose = self.words.starts(ClauseRole::Purpose, text).is_some()
            || told && self.words.starts(words::Reference::For, text).is_some();
        if is_scope(text, self.words) {
            return true;
        }
        purpose
            && !dated
            && self.words.starts(ClauseRole::Whole, text).is_none()
            && self.words.starts(Answer::SoFar, text).is_none()
            && self.words.mentions(words::Part::Rationale, text).is_none()
    }

    /// Whether a remark in brackets is about a record that the sentence names in front of it:
    /// `[ADR 5](x.md), use Y (superseded by ADR 7)`, `extends ADR 5 (superseded by ADR 7)`.
    fn glosses_another(&self, at: usize, before: &[Clause]) -> bool {
        let Some(open) = self.bracket_around(at) else { return false };
        let mut earlier = self.breaks.iter().rev().filter(|stop| stop.at < open.at);
        let stop = earlier.find(|stop| stop.kind == Kind::Sentence);
        let sentence = stop.map_or(0, |stop| stop.at + stop.len)..open.at;
        let told = before.iter().filter(|clause| sentence.contains(&clause.words.start));
        let Some(last) = told.map(|clause| clause.words.end).max() else {
            return !target::named(self.line, &sentence, Style::Prose).is_empty();
        };
        let closed = |named: &Named| {
            let between = named.words.end..open.at;
            named.words.end <= open.at && !self.breaks.iter().any(|stop| between.contains(&stop.at))
        };
        before.iter().flat_map(|clause| &clause.targets).any(closed)
            || self.is_name_before(&(last..open.at.max(last)))
    }

    /// Whether a stretch ends with a record's name, `see ADR 5`. A bare number may count anything.
    fn is_name_before(&self, within: &Range<usize>) -> bool {
        let starts: Vec<usize> =
            words::word_starts(&self.text[within.clone()]).map(|at| within.start + at).collect();
        let ends = |named: &Named| {
            let number = self.text[named.words.start..].starts_with(|c: char| c.is_ascii_digit());
            !number && self.text[named.words.end..within.end].trim().is_empty()
        };
        // The kind of a name may stand before it.
        starts.iter().rev().take(2).any(|&from| {
            target::named(self.line, &(from..within.end), Style::Prose).last().is_some_and(ends)
        })
    }

    /// `(option B — rejected)`: what stands before a dash in brackets is what the state is said of.
    fn is_said_of_what_leads(&self, at: usize) -> bool {
        let start = self.start(at);
        let dash = self.breaks.iter().find(|stop| stop.at + stop.len == start);
        let is_dash = |stop: &&Break| self.text[stop.at..].starts_with(['–', '—', '-']);
        let Some(dash) = dash.filter(is_dash) else { return false };
        let Some(open) = self.bracket_around(dash.at) else { return false };
        let ends = |stop: &&Break| match stop.kind {
            Kind::Sentence => true,
            Kind::Dash => self.text[stop.at..].starts_with([':', '：']),
            Kind::Open | Kind::Close | Kind::Comma => false,
        };
        let mut inside =
            self.breaks.iter().rev().filter(|stop| (open.at..dash.at).contains(&stop.at));
        let from = inside.find(ends).unwrap_or(open);
        self.before(dash.at, from.at + from.len, None).content
    }

    /// `Proposed, except decision 2 — accepted`: behind a dash the state of what is named right before it, which no
    /// verb of the record named.
    fn is_said_of_a_name(&self, at: usize, before: &[Clause]) -> bool {
        let start = self.start(at);
        let dash = self.breaks.iter().find(|stop| stop.at + stop.len == start);
        let is_dash = |stop: &&Break| self.text[stop.at..].starts_with(['–', '—', '-', ':', '：']);
        let Some(dash) = dash.filter(is_dash) else { return false };
        let Some(last) = before.last() else { return false };
        let named = last.targets.last().map_or(0, |named| named.words.end);
        let within = last.words.end.max(named)..dash.at;
        let Some(text) = self.text.get(within.clone()).map(str::trim_end) else { return false };
        let numbered = text.ends_with(|c: char| c.is_ascii_digit());
        let part = || self.has(ClauseRole::Part, within.clone());
        numbered && (part() || self.is_name_before(&within))
    }

    /// `by nothing`, `by: none`, `by not yet`
    fn is_nothing(&self, at: usize) -> bool {
        let rest = self.text[at..].trim_start_matches(|c: char| !c.is_alphanumeric());
        self.words.starts(Answer::None, rest).is_some()
            || self.words.starts(ClauseRole::Negation, rest).is_some()
    }

    /// `not accepted yet`
    fn is_open_end(&self, words: &Range<usize>) -> bool {
        self.words.starts(ClauseRole::Negation, &self.text[words.clone()]).is_some()
            && self.words.starts(Answer::SoFar, self.text[words.end..].trim_start()).is_some()
    }
}

/// What stands between names and the part of a verb that follows them; empty where none does.
pub(super) fn behind_names(stated: &Stated, targets: &[Named]) -> Range<usize> {
    let Some(from) = targets.last().map(|last| last.words.end) else { return 0..0 };
    let parts = [Some(stated.verb.start), stated.second.as_ref().map(|second| second.start)];
    from..parts.into_iter().flatten().find(|&part| part >= from).unwrap_or(from)
}
