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
                let open = self.breaks.iter().find(|stop| stop.at + stop.len == start);
                // `[ADR 5](x.md) (replaced by this decision)`
                return match open.filter(|stop| stop.kind == Kind::Open && named.is_empty()) {
                    Some(open) => {
                        target::named(self.line, &(self.start(open.at)..open.at), Style::Prose)
                    }
                    None => named,
                };
            }
        };
        let named = target::named(self.line, &within, Style::Prose);
        if named.is_empty() && stated.relation == words::RelationVerb::SupersededBy {
            return self.pointed(predicate, until);
        }
        named
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

    /// `Superseded → [7](0007-x.md)`, `Replaced by: ADR-7`: nothing but signs between the words and the name.
    fn pointed(&self, predicate: &Predicate, until: usize) -> Vec<Named> {
        if predicate.status != Some(Status::Superseded) {
            return Vec::new();
        }
        let from = self.past_day(predicate.words.end);
        let signs = self.text[from..].find(char::is_alphanumeric).unwrap_or(0);
        let sign =
            self.text[from..from + signs].contains(['→', '>', ':', '：', '(', '（', '–', '—', '-']);
        let end = self.end(from + signs).max(until);
        let named = target::named(self.line, &(from..end), Style::Prose);
        let close = named.first().is_some_and(|first| first.words.start <= from + signs);
        if sign && close { named } else { Vec::new() }
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
