//! The date of an entry that does not begin with one.

use words::date::Found;

use super::{Key, Reader};

/// Words after which a date is that of the change.
const PREPOSITIONS: &[&str] = &["on", "am", "vom", "le", "du", "el", "em", "op", "il", "dated"];

/// What happened on the only date of a text that follows one of these.
const VERBS: &[&str] = &[
    "created",
    "proposed",
    "added",
    "updated",
    "merged",
    "released",
    "published",
    "approved",
    "accepted",
    "implemented",
    "submitted",
    "started",
    "completed",
    "graduated",
    "promoted",
    "revised",
    "written",
    "in",
];

impl Reader<'_, '_> {
    /// The date at the end, or the one after `on`.
    pub(super) fn trail(&self, key: &mut Key) {
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
            if tail.chars().all(|c| c.is_whitespace() || matches!(c, ')' | ']' | '.' | ',')) {
                let kept = head.trim_end_matches([':', '-', '–', '—', ',', '|', ' ']);
                key.changes.end = key.changes.start + kept.len();
            }
            return;
        }
        let mut told = dates.iter().filter(|found| self.is_told(found, dates.len() == 1));
        if let (Some(only), None) = (told.next(), told.next()) {
            key.date = Some((*only).clone());
        }
    }

    /// Whether the words around a date inside the text make it the entry's: `on` or a verb before
    /// it, a colon behind it, or a label before it.
    fn is_told(&self, found: &Found, alone: bool) -> bool {
        let before = self.flat.plain.get(self.at..found.span.start).unwrap_or_default().trim_end();
        let after = self.flat.plain.get(found.span.end..self.end).unwrap_or_default();
        let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let word = word.to_lowercase();
        let labelled = before.ends_with(':') && before.split_whitespace().count() <= 4;
        PREPOSITIONS.contains(&word.as_str())
            || labelled
            || (alone && (after.starts_with(':') || VERBS.contains(&word.as_str())))
    }

    /// Whether nothing but closing marks, a remark in brackets or `by ...` follows a date.
    fn ends_after(&self, found: &Found) -> bool {
        let mut tail = self.flat.plain.get(found.span.end..self.end).unwrap_or_default();
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
