//! Which records a word of relation names: behind it, before it, or between its parts.

use crate::adr::status::Status;
use words::{ClauseRole, date};

use super::breaks::Kind;
use super::predicate::Predicate;
use super::scan::Scan;
use super::target::{self, Named, Style};

impl Scan<'_> {
    pub(super) fn targets(&self, predicate: &Predicate, until: usize) -> Vec<Named> {
        let Some(stated) = &predicate.stated else { return self.pointed(predicate, until) };
        let within = match &stated.target {
            words::Place::Before
                if predicate.status.is_some()
                    && stated.relation != words::RelationVerb::Supersedes
                    && self.leads(stated) =>
            {
                return self.pointed(predicate, until);
            }
            words::Place::Behind => self.verb_end(stated)..until.max(stated.end()),
            words::Place::Inside(inside) => inside.clone(),
            words::Place::Before => {
                if self.is_this_of_another(stated) {
                    return Vec::new();
                }
                let start = self.start(stated.verb.start);
                let named = target::named(self.line, &(start..stated.verb.start), Style::Prose);
                // `ADR 5 — この決定を置き換える` tells what ADR 5 does, to the thing that the verb has.
                let verb = &self.text[stated.verb.clone()];
                let is_record = words::word_starts(verb)
                    .any(|at| self.words.starts(words::Reference::Record, &verb[at..]).is_some());
                let bare = !self.text[start..stated.verb.start].contains(char::is_alphanumeric);
                let named = if named.is_empty() { self.owner_of_a_thing(stated) } else { named };
                return if named.is_empty() && (bare || is_record) {
                    self.led_by(start)
                } else {
                    named
                };
            }
        };
        let named = target::named(self.line, &within, Style::Prose);
        if named.is_empty() && stated.relation == words::RelationVerb::SupersededBy {
            return self.pointed(predicate, until);
        }
        if named.is_empty() && self.is_all_that_this_does(stated) {
            return self.led_by(self.start(stated.verb.start));
        }
        named
    }

    /// The records that stand before a remark on them, which begins at `start`: `[ADR 5](x.md) (replaced by this
    /// decision)`, `ADR 5 — this decision replaces it`.
    fn led_by(&self, start: usize) -> Vec<Named> {
        let sign = self.breaks.iter().find(|stop| stop.at + stop.len == start);
        let sign = sign.filter(|stop| {
            let colon = self.text[stop.at..].starts_with([':', '：', '→', '⇒', '>']);
            stop.kind == Kind::Open || stop.kind == Kind::Dash && !colon
        });
        let Some(sign) = sign else { return Vec::new() };
        target::named(self.line, &(self.start(sign.at)..sign.at), Style::Prose)
    }

    /// Whether a clause says that this record supersedes, and not what: `this ADR supersedes it`.
    fn is_all_that_this_does(&self, stated: &words::Stated) -> bool {
        let start = self.start(stated.verb.start);
        let said = self.before(stated.verb.start, start, None);
        let lead = &self.text[start..stated.verb.end];
        let is_this = words::word_starts(lead)
            .next()
            .is_some_and(|at| self.starts(ClauseRole::LeadIn, start + at).is_some());
        let is_record = || {
            words::word_starts(lead)
                .any(|at| self.words.starts(words::Reference::Record, &lead[at..]).is_some())
        };
        let behind = self.text[stated.end()..self.end(stated.end())].trim();
        let ends = behind.is_empty()
            || self.words.is(ClauseRole::LeadIn, behind)
            || behind.starts_with(words::is_unspaced) && self.is_an_ending(stated.end());
        stated.relation == words::RelationVerb::Supersedes
            && !(said.content || said.part || said.denied || said.uncertain || said.past)
            && is_this
            && is_record()
            && ends
    }

    /// Whether nothing but the ending of a verb follows, in a script without spaces: `supersede함`.
    fn is_an_ending(&self, from: usize) -> bool {
        const LONGEST: usize = 3;
        let behind = self.text[from..self.end(from)].trim();
        let roles = [
            ClauseRole::Plan,
            ClauseRole::Condition,
            ClauseRole::Possibility,
            ClauseRole::Negation,
        ];
        behind.chars().count() <= LONGEST
            && behind.chars().all(words::is_unspaced)
            && !roles.into_iter().any(|role| self.has(role, from..self.end(from)))
    }

    /// `ADR-7 supersedes this queue`, where the verb is `supersedes this`.
    fn is_this_of_another(&self, stated: &words::Stated) -> bool {
        let verb = &self.text[stated.verb.clone()];
        let last = words::word_starts(verb).last().unwrap_or(0);
        let is = |found: Option<usize>| found.is_some_and(|len| last + len == verb.len());
        let this = is(self.words.starts(ClauseRole::LeadIn, &verb[last..]).map(|word| word.len));
        let record = self.words.starts(words::Reference::Record, &verb[last..]).is_some();
        let rest = &self.text[stated.verb.end..];
        this && last > 0
            && !record
            && rest.trim_start().starts_with(char::is_alphabetic)
            && self.words.starts(ClauseRole::Time, rest.trim_start()).is_none()
    }

    /// Whether a verb whose name stands before it begins its clause.
    fn leads(&self, stated: &words::Stated) -> bool {
        let before = &self.text[self.start(stated.verb.start)..stated.verb.start];
        !before.contains(char::is_alphanumeric)
    }

    /// `Superseded → [7](0007-x.md)`, `Replaced by: ADR-7`, `Superseded, see ADR-7`: nothing but signs and a word that
    /// points between the words and the name.
    fn pointed(&self, predicate: &Predicate, until: usize) -> Vec<Named> {
        if predicate.status != Some(Status::Superseded) {
            return Vec::new();
        }
        let from = self.past_day(predicate.words.end);
        let signs = self.text[from..].find(char::is_alphanumeric).unwrap_or(0);
        let sign =
            self.text[from..from + signs].contains(['→', '>', ':', '：', '(', '（', '–', '—', '-']);
        if let Some(named) = self.seen(from + signs).filter(|_| signs > 0) {
            return vec![named];
        }
        let task = self.past_a_task(from + signs);
        let (from, signs) = if task > 0 { (from + signs + task, 0) } else { (from, signs) };
        let end = self.end(from + signs).max(until);
        let named = target::named(self.line, &(from..end), Style::Prose);
        let close = named.first().is_some_and(|first| first.words.start <= from + signs);
        if sign && close { named } else { Vec::new() }
    }

    /// The one record that a clause sends to and says nothing more of: `see ADR-7`, and not `see ADR-7 for the reasons`
    /// or `see also ADR-7`.
    fn seen(&self, at: usize) -> Option<Named> {
        let see = self.starts(ClauseRole::See, at)?;
        // `см. ADR-7`
        let stop = self.text[at + see..].starts_with('.');
        let from = at + see + usize::from(stop);
        let end = self.end(from);
        let mut named = target::named(self.line, &(from..end), Style::Prose);
        let only = named.pop().filter(|_| named.is_empty())?;
        let is_close = !self.text[from..only.words.start].contains(char::is_alphanumeric);
        let behind = self.text.get(only.words.end..)?.trim_start();
        let remark = behind.starts_with('(') && !behind.contains('§');
        let is_all =
            remark || !behind.contains(|c: char| c.is_alphanumeric() || matches!(c, '§' | ';'));
        // `#12` may be an issue, and `[1]` a note.
        let is_name = self.text[only.words.clone()].contains(char::is_alphabetic);
        (is_close && is_all && is_name).then_some(only)
    }

    /// Bytes of a number of something else that a stroke parts from a name: `T12 / ADR-7`.
    fn past_a_task(&self, from: usize) -> usize {
        let rest = &self.text[from..];
        let Some((task, behind)) = rest.split_once(" / ") else { return 0 };
        let digits = task.trim_start_matches(|c: char| c.is_ascii_uppercase());
        let is_task = digits.len() < task.len()
            && !digits.is_empty()
            && digits.bytes().all(|byte| byte.is_ascii_digit());
        if is_task && target::typed(behind).is_some() { rest.len() - behind.len() } else { 0 }
    }

    /// Where a day in brackets ends, if one stands there: `Superseded (2024-03-05) → ADR-7`.
    fn past_day(&self, from: usize) -> usize {
        let after = || {
            let inside = self.text[from..].trim_start().strip_prefix('(')?;
            inside[date::at_start(inside)?.span.end..].strip_prefix(')')
        };
        after().map_or(from, |after| self.text.len() - after.len())
    }

    /// Where a verb ends; of `superseded by ADR` the last word belongs to the name.
    pub(super) fn verb_end(&self, stated: &words::Stated) -> usize {
        let end = stated.end();
        let verb = &self.text[..end];
        let last = words::word_starts(verb).last().unwrap_or(end);
        let record = self.words.starts(words::Reference::Record, &verb[last..]);
        if record.is_some() && last > stated.verb.start { last } else { end }
    }
}
