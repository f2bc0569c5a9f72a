//! Whether a word of state or a verb is about something else than the record.

use std::ops::Range;

use words::{ClauseRole, Reference, RelationVerb, Vocabulary};

use super::breaks::{Break, Kind};
use super::clause::Clause;
use super::predicate::Predicate;
use super::scan::Scan;
use super::target::{self, Named, Style};

impl Scan<'_> {
    /// Whether a predicate is about something else than the record; `content`: words before it name
    /// something.
    pub(super) fn is_said_of_another(
        &self,
        predicate: &Predicate,
        targets: &[Named],
        before: &[Clause],
        content: bool,
    ) -> bool {
        let words = &predicate.words;
        let at = targets.first().map_or(words.start, |first| first.words.start.min(words.start));
        let start = self.start(words.start);
        // `ADR 3 supersedes the queue of ADR 2`
        let another = || {
            let acts = predicate.stated.as_ref().is_some_and(|stated| {
                stated.relation == RelationVerb::Supersedes
                    && matches!(stated.target, words::Place::Behind)
            });
            let subject = start..words.start.max(start);
            acts && content && !target::named(self.line, &subject, Style::Prose).is_empty()
        };
        let alone = targets.is_empty();
        self.glosses_another(at, before)
            || another()
            || alone && (self.is_said_of_what_leads(at) || self.is_said_of_a_name(at, before))
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
            return !target::named(self.line, &sentence, Style::Prose).is_empty()
                || self.is_name_before(&sentence);
        };
        let closed = |named: &Named| {
            let between = named.words.end..open.at;
            named.words.end <= open.at && !self.breaks.iter().any(|stop| between.contains(&stop.at))
        };
        before.iter().flat_map(|clause| &clause.targets).any(closed)
            || self.is_name_before(&(last..open.at.max(last)))
    }

    /// Whether a stretch ends with a record's name, `see ADR 5`, or with one of its decisions, `ADR 5 decision 3`. A bare
    /// number may count anything.
    fn is_name_before(&self, within: &Range<usize>) -> bool {
        let starts: Vec<usize> =
            words::word_starts(&self.text[within.clone()]).map(|at| within.start + at).collect();
        let ends = |named: &Named| {
            let number = self.text[named.words.start..].starts_with(|c: char| c.is_ascii_digit());
            !number && is_counted(&self.text[named.words.end..within.end], self.words)
        };
        // The kind of a name may stand before it, and a part behind it.
        starts.iter().rev().take(4).any(|&from| {
            target::named(self.line, &(from..within.end), Style::Prose).last().is_some_and(ends)
        })
    }

    /// `(option B — rejected)`: what stands before a dash in brackets is what the state is about.
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
}

/// Whether a text is nothing, or a word for a decision and its number.
fn is_counted(text: &str, words: &Vocabulary) -> bool {
    let text = text.trim();
    let word = text.trim_end_matches(|c: char| c.is_ascii_digit());
    text.is_empty()
        || word.len() < text.len() && words.is(Reference::Record, word.trim_end_matches([' ', '#']))
}
