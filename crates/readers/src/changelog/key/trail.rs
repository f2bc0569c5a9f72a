//! The date of an entry that does not begin with one.

use std::ops::Range;

use words::date::{Found, time_of_day};
use words::{ClauseRole, LogWord, Vocabulary};

use super::super::wording;
use super::EntryKey;
use super::reader::Reader;

impl Reader<'_, '_> {
    /// The date at the end, or the one after `on`.
    pub(super) fn trail(&self, key: &mut EntryKey) {
        let outside = |found: &&Found| {
            found.span.start >= key.changes.start && !self.flat.inside_link(&found.span)
        };
        let dates: Vec<&Found> = self.dates.iter().filter(outside).collect();
        let Some(&last) = dates.last() else { return };
        let before = self.flat.plain.get(key.changes.start..last.span.start).unwrap_or_default();
        let head = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '(' | '['));
        let separated = head.ends_with([':', '-', '–', '—', ',', '|', ';'])
            || before.trim_end().ends_with(['(', '[']);
        if self.ends_after(last) && (separated || dates.len() == 1) {
            key.date = Some(last.clone());
            let tail = self.flat.plain.get(last.span.end..self.end).unwrap_or_default();
            let tail = &tail[time_of_day(tail)..];
            if tail.chars().all(|c| c.is_whitespace() || matches!(c, ')' | ']' | '.' | ',')) {
                let kept = head.trim_end_matches([':', '-', '–', '—', ',', '|', ' ']);
                key.changes = self.untorn(&key.changes, kept.len());
            }
            return;
        }
        let mut told = dates.iter().filter(|found| self.is_told(found, dates.len() == 1));
        if let (Some(only), None) = (told.next(), told.next()) {
            key.date = Some((*only).clone());
        }
    }

    /// The first bytes of a text, and never half a bracket of it: `(Phase 8 - January 2026)` is `Phase 8`, and
    /// `Payments (phase 8 - January 2026)` is left whole.
    fn untorn(&self, changes: &Range<usize>, len: usize) -> Range<usize> {
        let end = changes.start + len;
        let kept = self.flat.plain.get(changes.start..end).unwrap_or_default();
        let open = |&(at, sign): &(usize, char)| {
            let closing = if sign == '(' { ')' } else { ']' };
            matches!(sign, '(' | '[') && !kept[at..].contains(closing)
        };
        match kept.char_indices().find(open) {
            None => changes.start..end,
            Some((0, _)) => changes.start + 1..end,
            Some(_) => changes.clone(),
        }
    }

    /// Whether the words around a date inside the text make it the entry's: `on` or a verb before
    /// it, a colon behind it, or a label before it.
    fn is_told(&self, found: &Found, alone: bool) -> bool {
        let before = self.flat.plain.get(self.at..found.span.start).unwrap_or_default().trim_end();
        let after = self.flat.plain.get(found.span.end..self.end).unwrap_or_default();
        let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let labelled = before.ends_with(':') && before.split_whitespace().count() <= 4;
        // `[proposed](url) (2024-03-05) - text`
        let set_off = before.ends_with(['(', '['])
            && after.starts_with([')', ']'])
            && after[1..].trim_start().starts_with(['-', '–', '—', ':']);
        let happened = wording::says(LogWord::Happened, word);
        let when = Vocabulary::known().is(ClauseRole::Time, word);
        when || labelled || (alone && set_off) || (alone && (after.starts_with(':') || happened))
    }

    /// Whether nothing but closing marks, a remark in brackets or `by ...` follows a date.
    fn ends_after(&self, found: &Found) -> bool {
        let mut tail = self.flat.plain.get(found.span.end..self.end).unwrap_or_default();
        tail = &tail[time_of_day(tail)..];
        loop {
            tail = tail.trim_start_matches(|c: char| {
                c.is_whitespace() || matches!(c, ')' | ']' | '.' | ',' | ';' | ':' | '-' | '–')
            });
            let Some(remark) = tail.strip_prefix('(') else { break };
            let Some((_, rest)) = remark.split_once(')') else { break };
            tail = rest;
        }
        tail.is_empty() || tail.starts_with("by ") || tail.starts_with('@')
    }
}
