//! What a text that tells what happened says of the order, and what is only noted beside it.

use std::ops::Range;

use words::{ClauseRole, Field, Month};

use super::breaks::Kind;
use super::clause::{Clause, Told};
use super::scan::Scan;

impl Scan<'_> {
    /// Whether what stands at a place follows the label of a note: `Accepted. Note: deprecated upstream.`
    pub(super) fn is_noted(&self, at: usize) -> bool {
        let start = self.start(at);
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

    /// The month, year or day right behind a word of state: `in May`, `in 2022`, `2024-03-05`.
    pub(super) fn told(&self, at: usize) -> Option<Told> {
        let rest = &self.text[at..];
        let gap = |text: &str| text.len() - text.trim_start_matches([' ', ',', '(']).len();
        let mut from = at + gap(rest);
        if let Some(len) = self.starts(ClauseRole::Time, from) {
            from += len;
            from += gap(&self.text[from..]);
        }
        if let Some(day) = self.dates.iter().find(|day| day.span.start == from) {
            let exact = day.reading.exact();
            return Some(Told { year: exact.and_then(|day| u16::try_from(day.year).ok()) });
        }
        let said = &self.text[from..];
        if let Some(month) = self.words.at_start::<Month>(said) {
            return Some(Told { year: year(said[month.len..].trim_start()) });
        }
        year(said).map(|year| Told { year: Some(year) })
    }
}

/// The year that a text begins with.
fn year(text: &str) -> Option<u16> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    let year: u16 = text[..len].parse().ok()?;
    (len == 4 && (1990..2100).contains(&year)).then_some(year)
}
