//! What a text that tells what happened says of the order, and what is only noted beside it.

use std::ops::Range;

use words::{ClauseRole, Field, Month, Reference};

use super::breaks::Kind;
use super::clause::{Clause, Told};
use super::scan::Scan;

impl Scan<'_> {
    /// Whether what stands at a place follows the label of a note and may be about something else: `Accepted. Note:
    /// deprecated upstream.` A note that names the record is about it.
    pub(super) fn is_noted(&self, at: usize) -> bool {
        let start = self.start(at);
        let said = &self.text[start..at];
        let mut starts = words::word_starts(said);
        if starts.any(|word| self.words.starts(Reference::Record, &said[word..]).is_some()) {
            return false;
        }
        let colon =
            self.breaks.iter().find(|stop| stop.kind == Kind::Dash && stop.at + stop.len == start);
        let colon = colon.filter(|stop| self.text[stop.at..].starts_with([':', '：']));
        colon.is_some_and(|colon| {
            let label = self.text[self.start(colon.at)..colon.at].trim();
            self.words.is(Field::Remark, label.trim_matches(['*', '_', '>', ' ']))
        })
    }

    /// What stands between the last clause of a sentence, or its beginning, and a place.
    pub(super) fn lead(&self, at: usize, before: &[Clause]) -> Range<usize> {
        let last = before.last().map_or(0, |clause| {
            clause.targets.last().map_or(0, |named| named.words.end).max(clause.words.end)
        });
        self.start(at).max(last).min(at)..at
    }

    /// Whether a word of state that begins at a place is what came next: "then" or "later" is the last word before it,
    /// in a clause that puts nothing in doubt.
    pub(super) fn comes_next(&self, at: usize, before: &[Clause]) -> bool {
        let lead = self.lead(at, before);
        let doubts = [
            ClauseRole::Condition,
            ClauseRole::Possibility,
            ClauseRole::Plan,
            ClauseRole::Negation,
            ClauseRole::Instead,
        ];
        // `in May`
        let is_month = |word: usize| {
            let said = &self.text[word..];
            said.starts_with(char::is_uppercase) && self.words.at_start::<Month>(said).is_some()
        };
        let is_doubt = |word: usize| {
            !is_month(word) && doubts.into_iter().any(|role| self.starts(role, word).is_some())
        };
        let said = self.text[lead.clone()].trim_end_matches([' ', '*', '_']);
        let is_last = |word: usize| {
            let then = self.starts(ClauseRole::Then, lead.start + word);
            then.is_some_and(|len| word + len == said.len())
        };
        words::word_starts(said).any(is_last)
            && !words::word_starts(said).any(|word| is_doubt(lead.start + word))
    }

    /// Whether "finally" or the like stands before a word of state and says nothing of the order: `finally rejected
    /// options are listed below`.
    pub(super) fn has_a_stray_then(&self, at: usize, before: &[Clause]) -> bool {
        let lead = self.lead(at, before);
        let known = [
            ClauseRole::And,
            ClauseRole::LeadIn,
            ClauseRole::Time,
            ClauseRole::Whole,
            ClauseRole::Past,
        ];
        words::word_starts(&self.text[lead.clone()]).map(|word| lead.start + word).any(|word| {
            self.starts(ClauseRole::Then, word).is_some()
                && !known.into_iter().any(|role| self.starts(role, word).is_some())
        })
    }

    /// Whether a clause says no more behind a word of state than when it was so and who did it.
    pub(super) fn says_no_more(&self, at: usize) -> bool {
        let from = self.told_until(at).map_or(at, |(_, end)| end);
        let text = &self.text[from..];
        let rest = text.trim_start_matches([' ', '(', '（', '*', '_']);
        let by = self.starts(ClauseRole::Agent, from + text.len() - rest.len());
        let behind = by.map_or(Some(text), |len| {
            let whom = &rest[len..];
            let end = whom.find(['.', ',', ';', ':', ')', '）', '\n', '。', '；', '?', '(']);
            let end = end.unwrap_or(whom.len());
            let start = self.text.len() - whom.len();
            let day = self.dates.iter().find(|day| (start..start + end).contains(&day.span.start));
            let end = day.map_or(end, |day| day.span.start - start);
            let until = day.map_or(start + end, |day| day.span.end);
            self.is_somebody(start..start + end).then(|| &self.text[until..])
        });
        behind.is_some_and(|behind| {
            let behind = behind.trim_start_matches([' ', ')', '）', '*', '_', '`']);
            let aside = behind.strip_prefix(',').map_or(0..0, |next| {
                let start = self.text.len() - next.len();
                start..self.end(start)
            });
            let limits = [ClauseRole::Part, ClauseRole::Scope, ClauseRole::Purpose];
            let ends = ['.', ',', ';', ':', '\n', '。', '；', '—', '–', '→'];
            (behind.is_empty() || behind.starts_with(ends))
                && !limits.into_iter().any(|role| self.has(role, aside.clone()))
        })
    }

    /// Whether a few words name who did it, and say nothing of where or how far.
    fn is_somebody(&self, within: Range<usize>) -> bool {
        const MOST_WORDS: usize = 5;
        let text = &self.text[within.clone()];
        let limits = [
            ClauseRole::Part,
            ClauseRole::Scope,
            ClauseRole::Purpose,
            ClauseRole::Condition,
            ClauseRole::Negation,
        ];
        (1..=MOST_WORDS).contains(&text.split_whitespace().count())
            && !text.contains(|c: char| c.is_ascii_digit())
            && !limits.into_iter().any(|role| self.has(role, within.clone()))
    }

    /// The month, year or day right behind a word of state: `in May`, `in 2022`, `2024-03-05`.
    pub(super) fn told(&self, at: usize) -> Option<Told> {
        self.told_until(at).map(|(told, _)| told)
    }

    /// The same, and where it ends.
    fn told_until(&self, at: usize) -> Option<(Told, usize)> {
        let rest = &self.text[at..];
        let gap = |text: &str| text.len() - text.trim_start_matches([' ', ',', '(']).len();
        let mut from = at + gap(rest);
        if let Some(len) = self.starts(ClauseRole::Time, from) {
            from += len;
            from += gap(&self.text[from..]);
        }
        if let Some(day) = self.dates.iter().find(|day| day.span.start == from) {
            let exact = day.reading.exact();
            let year = exact.and_then(|day| u16::try_from(day.year).ok());
            return Some((Told { year }, day.span.end));
        }
        let said = &self.text[from..];
        let end = |rest: &str| self.text.len() - rest.len();
        if let Some(month) = self.words.at_start::<Month>(said) {
            let behind = &said[month.len..];
            let next = behind.trim_start();
            let year = year(next);
            return Some((Told { year }, year.map_or(end(behind), |_| end(&next[YEAR..]))));
        }
        year(said).map(|year| (Told { year: Some(year) }, end(&said[YEAR..])))
    }
}

/// Digits of a year.
const YEAR: usize = 4;

/// The year that a text begins with.
fn year(text: &str) -> Option<u16> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    let year: u16 = text[..len].parse().ok()?;
    (len == YEAR && (1990..2100).contains(&year)).then_some(year)
}
