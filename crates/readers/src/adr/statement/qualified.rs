//! What qualifies a word of state or a verb: that it holds for a part, not at all, or perhaps.

use std::ops::Range;

use words::{Answer, ClauseRole, Label, RelationVerb, Stated};

use crate::adr::status::Status;

use super::around::Before;
use super::breaks::{Break, Kind};
use super::choice;
use super::clause::Clause;
use super::limits::{doubts, is_scope, limits};
use super::predicate::Predicate;
use super::scan::Scan;
use super::target::{Named, is_a_decision_of, is_sample};

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
        let said = self.before(words.start.min(first), start, self.earlier(words, start, before));
        let close = named..end.min(next.max(named));
        let follows = !before.is_empty();
        let verb = predicate.stated.as_ref();
        let in_part = || {
            verb.is_some_and(|verb| self.is_in_part(verb, targets, first..named, follows))
                || self.is_led_by_a_part(start)
                || verb.is_some_and(|verb| {
                    let done = verb.relation == RelationVerb::SupersededBy;
                    done && self.is_something_of_this(start..words.start.max(start))
                })
        };
        let denied = || {
            verb.is_some_and(|verb| self.is_denied(verb, targets))
                || predicate.status == Some(Status::Rejected) && self.is_open_end(words)
        };
        let uncertain = || match verb {
            Some(verb) => self.is_uncertain(verb, targets, close),
            None => follows && self.is_planned(close),
        };
        let doubted = self.text[words.end..].starts_with(['?', '？']);
        let elsewhere = self.is_said_of_another(predicate, targets, before, said.content)
            || verb.is_some_and(|verb| self.is_of_things(verb, targets));
        // `The team accepted this decision`
        let of_record = || verb.is_none() && self.is_of_record(words.end);
        Before {
            content: (said.content || elsewhere) && !of_record(),
            part: !elsewhere && (said.part || in_part()),
            denied: said.denied
                || denied()
                || choice::mark(&self.text[..words.start]) == Some(false),
            uncertain: said.uncertain || doubted || uncertain(),
            past: said.past || self.is_told_of_the_past(start),
        }
    }

    /// Whether a clause stands behind a word for what was, and a colon: `(Was: Proposed)`, `Previous status: Proposed`.
    fn is_told_of_the_past(&self, start: usize) -> bool {
        let colon = self.breaks.iter().find(|stop| {
            stop.at + stop.len == start && self.text[stop.at..].starts_with([':', '：'])
        });
        colon.is_some_and(|colon| {
            let label = self.text[self.start(colon.at)..colon.at].trim().trim_matches(['*', '_']);
            let first = [ClauseRole::Past, ClauseRole::Earlier].into_iter();
            let rest = first
                .filter_map(|role| self.words.starts(role, label))
                .map(|found| label[found.len..].trim());
            rest.into_iter().any(|rest| rest.is_empty() || self.words.is(Label::Status, rest))
        })
    }

    /// The last clause of a sentence before a place. What stood in closed brackets was about what
    /// stands before them.
    fn earlier<'c>(
        &self,
        words: &Range<usize>,
        start: usize,
        before: &'c [Clause],
    ) -> Option<&'c Clause> {
        let closed = self.remarks(&(start..words.start.max(start)));
        let mut earlier = before.iter().rev().filter(|clause| clause.words.start >= start);
        earlier.find(|clause| !closed.iter().any(|remark| remark.contains(&clause.words.start)))
    }

    /// Whether a verb may not hold: `close` is what stands behind the names.
    fn is_uncertain(&self, stated: &Stated, targets: &[Named], close: Range<usize>) -> bool {
        let behind = close.start;
        self.has(ClauseRole::Condition, close)
            || self.may_be(stated, targets)
            || !targets.is_empty() && doubts(&self.text[behind..], self.words)
    }

    /// `Proposed. Accepted by the board is expected in May.`
    fn is_planned(&self, close: Range<usize>) -> bool {
        let comma = self.breaks.iter().find(|stop| close.contains(&stop.at));
        let until = comma.map_or(close.end, |stop| stop.at);
        self.has(ClauseRole::Plan, close.start..until.max(close.start))
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
        // `Superseded by D2 of ADR-3`: the successor has the piece.
        let by_a_piece = || {
            stated.relation == RelationVerb::SupersededBy
                && self.text.get(ahead.clone()).is_some_and(is_a_decision_of)
        };
        is_part(remark.clone())
            || is_part(ahead.clone())
            || self.is_for_something(remark.clone(), follows)
            || self.is_an_aspect(remark)
            || limits(&self.text[names.end..], stated.relation.into(), self.words)
            || stated.relation == RelationVerb::Supersedes && self.is_something_named(names.end)
            || stated.target == words::Place::Before
                && (self.is_of_one_named_before(stated, targets)
                    || self.is_in_part_before(stated, targets))
            || !targets.is_empty() && !by_a_piece() && self.is_something_of(ahead.clone())
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

    /// `ADR-5 may be superseded by this`, but in German the passive of the present reads like a future.
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
    pub(super) fn is_of_record(&self, at: usize) -> bool {
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

    /// `(the mechanical half)`, between a verb and its "by": a few words that end with one for a part, behind an article.
    /// `At the board level` says who did it.
    fn is_an_aspect(&self, remark: Range<usize>) -> bool {
        const MOST_WORDS: usize = 6;
        let Some(text) = self.text.get(remark.clone()) else { return false };
        let said = text.trim_matches(|c: char| !c.is_alphanumeric());
        let from = remark.start + text.find(said).unwrap_or(0);
        let led = self.words.starts(words::DateWord::Article, said).is_some();
        let ends = |at: usize| {
            let aspect = self.starts(ClauseRole::Aspect, from + at);
            at > 0 && aspect.is_some_and(|len| at + len == said.len())
        };
        led && said.split_whitespace().count() <= MOST_WORDS && words::word_starts(said).any(ends)
    }

    /// `for production`, between a verb and its "by": it counts elsewhere. `For reasons of cost` says why, and
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

    /// `by nothing`, `by: none`, `by not yet`
    fn is_nothing(&self, at: usize) -> bool {
        let rest = self.text[at..].trim_start_matches(|c: char| !c.is_alphanumeric());
        let name = rest.split(|c: char| c.is_whitespace() || ",;:()[]".contains(c)).next();
        name.is_some_and(is_sample)
            || self.words.starts(Answer::None, rest).is_some()
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
