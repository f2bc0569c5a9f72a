//! Parts that are named, and rests that are left, by the clauses around one.

use std::ops::Range;

use words::{ClauseRole, RelationVerb, Stated};

use super::breaks::Kind;
use super::limits::is_something_of_it;
use super::qualified::behind_names;
use super::scan::Scan;
use super::target::{Named, glue};

impl Scan<'_> {
    /// Whether a clause follows the name of a part: `Section 3: superseded by ADR 5`.
    pub(super) fn is_led_by_a_part(&self, at: usize) -> bool {
        let dash =
            self.breaks.iter().find(|stop| stop.kind == Kind::Dash && stop.at + stop.len == at);
        dash.is_some_and(|dash| {
            let lead = self.start(dash.at)..dash.at;
            let named = self.text[lead.clone()].contains(|c: char| c.is_ascii_digit())
                || self.quotes.iter().any(|name| lead.contains(&name.start));
            named && self.before(dash.at, lead.start, None).part
        })
    }

    /// Whether the clause behind a place says that the rest holds: `Superseded by ADR 5; the rest stands`.
    pub(super) fn leaves_a_rest(&self, at: usize) -> bool {
        let mut behind = self.breaks.iter().filter(|stop| stop.at >= at);
        let next = behind.clone().next();
        let plain = behind.find(|stop| !matches!(stop.kind, Kind::Open | Kind::Close));
        next.into_iter().chain(plain).map(|stop| stop.at + stop.len).any(|from| {
            let clause = &self.text[from..];
            let first = clause.trim_start_matches([' ', '*', '_', '\n']);
            let first = from + clause.len() - first.len();
            // `the REST interface`
            let rest = self.starts(ClauseRole::Rest, first).map(|len| first + len);
            let rest = rest.filter(|&end| !self.text[..end].ends_with(char::is_uppercase));
            rest.is_some_and(|end| {
                let said = || end..self.end(end);
                self.has(ClauseRole::Holds, said())
                    && !self.has(ClauseRole::Negation, said())
                    && !self.has(ClauseRole::NoLonger, said())
            })
        })
    }

    /// Whether what stands between a verb and a name is a thing that the named record has: `the retry rules of`.
    pub(super) fn is_something_of(&self, between: Range<usize>) -> bool {
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
                && [
                    ClauseRole::LeadIn,
                    ClauseRole::Agent,
                    ClauseRole::Time,
                    ClauseRole::Whole,
                    ClauseRole::And,
                ]
                .into_iter()
                .all(|role| self.starts(role, between.start + at).is_none())
                && self.words.starts(words::DateWord::Article, &text[at..]).is_none()
        };
        of && before.iter().any(thing)
    }

    /// Whether a verb behind which records are named takes other things than those.
    pub(super) fn is_of_things(&self, stated: &Stated, targets: &[Named]) -> bool {
        self.is_thing_of_a_clause(stated, targets) || self.is_done_beside(stated, targets)
    }

    /// Whether a thing is what a verb takes, and the records behind it do the same: `completes the list alongside ADR-5`.
    fn is_done_beside(&self, stated: &Stated, targets: &[Named]) -> bool {
        let Some(first) = targets.first() else { return false };
        let ahead = self.verb_end(stated).min(first.words.start)..first.words.start;
        let Some(text) = self.text.get(ahead.clone()) else { return false };
        let mut starts = words::word_starts(text).map(|at| ahead.start + at);
        let beside = starts.find(|&at| self.starts(ClauseRole::Jointly, at).is_some());
        stated.relation != RelationVerb::SupersededBy
            && stated.target == words::Place::Behind
            && beside.is_some_and(|at| self.has_a_thing(ahead.start..at))
    }

    /// Whether what a verb takes is a thing that the named record did something to: `replaces the catalog ADR-5 left in
    /// the store`. Such a clause has words for the thing before the name and one right behind it that says what was done.
    fn is_thing_of_a_clause(&self, stated: &Stated, targets: &[Named]) -> bool {
        let [only] = targets else { return false };
        if stated.relation != RelationVerb::Supersedes || stated.target != words::Place::Behind {
            return false;
        }
        let ahead = self.verb_end(stated).min(only.words.start)..only.words.start;
        let Some(behind) = self.text.get(only.words.end..) else { return false };
        let said = behind.trim_start();
        said.len() < behind.len()
            && said.starts_with(char::is_lowercase)
            && self.is_a_certain_thing(ahead.clone())
            && !self.is_something_of(ahead)
            && !self.goes_on(only.words.end + behind.len() - said.len())
    }

    /// Whether a stretch begins with an article and ends with a thing: `the handmade list`, and not `the approach in`.
    fn is_a_certain_thing(&self, within: Range<usize>) -> bool {
        let Some(text) = self.text.get(within.clone()) else { return false };
        let mut starts = words::word_starts(text);
        let definite = |at| self.words.starts(words::DateWord::Article, &text[at..]).is_some();
        let begins = starts.next().is_some_and(definite);
        let last = starts
            .last()
            .filter(|&at| self.words.starts(words::Reference::For, &text[at..]).is_none());
        begins && last.is_some_and(|at| self.has_a_thing(within.start + at..within.end))
    }

    /// Whether a stretch has a word that is neither glue nor a word for records.
    fn has_a_thing(&self, within: Range<usize>) -> bool {
        let Some(text) = self.text.get(within) else { return false };
        // `phase-1`
        let tied = text.contains(|c: char| c.is_ascii_digit());
        !tied
            && words::word_starts(text).any(|at| {
                let rest = &text[at..];
                !glue(rest)
                    && self.words.starts(words::Reference::Record, rest).is_none()
                    && self.words.starts(words::Reference::Number, rest).is_none()
                    && self.words.starts(words::DateWord::Article, rest).is_none()
            })
    }

    /// Whether a verb behind the names is limited between them and it: `ADR-7 partially supersedes this`.
    pub(super) fn is_in_part_before(&self, stated: &Stated, targets: &[Named]) -> bool {
        let between = behind_names(stated, targets);
        let roles = [ClauseRole::Part, ClauseRole::Largely];
        roles.into_iter().any(|role| self.has(role, between.clone()))
    }

    /// Whether a stretch has words that may say anything: `ADR-7 proposes to supersede this`.
    pub(super) fn says_more(&self, within: Range<usize>) -> bool {
        const GLUE: [ClauseRole; 7] = [
            ClauseRole::LeadIn,
            ClauseRole::Time,
            ClauseRole::Whole,
            ClauseRole::Part,
            ClauseRole::Largely,
            ClauseRole::And,
            ClauseRole::Settled,
        ];
        let Some(text) = self.text.get(within.clone()) else { return false };
        let mut next = within.start;
        for at in words::word_starts(text).map(|at| within.start + at) {
            if at < next {
                continue;
            }
            let date = self.dates.iter().find(|date| date.span.contains(&at));
            let dated = date.map(|date| date.span.end);
            let longest =
                || GLUE.iter().filter_map(|&role| self.starts(role, at)).max().map(|len| at + len);
            let Some(end) = dated.or_else(longest) else { return true };
            next = end;
        }
        false
    }

    /// Whether a thing follows that the record named before has: `ADR-6's retry rules`.
    pub(super) fn is_something_named(&self, at: usize) -> bool {
        is_something_of_it(&self.text[at..], self.words)
    }

    /// Whether a verb behind the name takes a thing that the named record has, `ADR-2 のキャッシュを置き換える`, or
    /// one that this record has: `ADR-7 supersedes this record's cache`.
    pub(super) fn is_of_one_named_before(&self, stated: &Stated, targets: &[Named]) -> bool {
        if stated.relation == RelationVerb::SupersededBy {
            let end = stated.end();
            return self.is_something_named(end) || self.is_something_of_this(end..self.end(end));
        }
        let Some(last) = targets.last() else { return false };
        let first = targets.first().map_or(last.words.start, |first| first.words.start);
        // `The retry rules of ADR-1 are superseded by this`
        if stated.relation == RelationVerb::Supersedes
            && (self.is_something_named(last.words.end)
                || self.is_something_of(self.start(first)..first))
        {
            return true;
        }
        let between = last.words.end..stated.verb.start.max(last.words.end);
        let said = self.text[between.clone()].trim();
        let Some(of) = self.words.starts(ClauseRole::Genitive, said) else { return false };
        let thing = said[of.len..].trim();
        stated.relation == RelationVerb::Supersedes
            && !thing.is_empty()
            && !self.words.is(words::Reference::Record, thing)
    }
}
