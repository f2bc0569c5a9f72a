//! Takes the parts of a key from the beginning of a text: label, weekday, date, version, author.

use std::ops::Range;

use text::markdown::flat::Flat;
use words::date::{Found, time_of_day};
use words::{Answer, Placeholder, Vocabulary, Weekday};

use super::super::entry::Field;
use super::super::person;
use super::super::wording::column::{Column, column};
use super::super::wording::title;
use super::{EntryKey, Versions, is_bullet, is_filler, is_separator, version};

/// Reads one text from its beginning.
pub(super) struct Reader<'f, 'a> {
    pub(super) flat: &'f Flat<'a>,
    start: usize,
    pub(super) end: usize,
    pub(super) at: usize,
    pub(super) dates: Vec<Found>,
    versions: Versions,
}

impl<'f, 'a> Reader<'f, 'a> {
    /// For what stands in `range` of a text, with the dates in it.
    pub(super) fn new(
        flat: &'f Flat<'a>,
        range: Range<usize>,
        dates: Vec<Found>,
        versions: Versions,
    ) -> Self {
        Self { flat, start: range.start, end: range.end, at: range.start, dates, versions }
    }

    fn rest(&self) -> &str {
        self.flat.plain.get(self.at..self.end).unwrap_or_default()
    }

    /// The key of a heading that begins with a name: `Atlas 6.3.0 - 2026-08-10`, `CHANGELOG - 2026-08-10`.
    pub(super) fn lead_behind_name(&mut self, start: usize) -> Option<EntryKey> {
        const MOST_WORDS: usize = 5;
        let text = self.flat.plain.get(start..self.end)?;
        // Each version has a digit.
        let keyed = |at: usize| {
            text[at..].contains(|c: char| c.is_ascii_digit())
                || self.dates.iter().any(|date| date.span.start >= start + at)
        };
        let starts = words::word_starts(text).filter(|&at| at > 0).take(MOST_WORDS);
        // `Roadmap to 1.0.0`
        let ahead = |at: usize| self.dates.is_empty() && title::looks_ahead(&text[..at]);
        let starts: Vec<usize> = starts.filter(|&at| keyed(at) && !ahead(at)).collect();
        starts.into_iter().find_map(|at| {
            self.at = start + at;
            let key = self.lead(self.at);
            let named = title::heading(&text[..at]).is_some();
            let version = key.version.clone().map(|range| &self.flat.plain[range]);
            let released =
                version.is_some_and(|version| key.date.is_some() || version::is_semantic(version));
            (key.leads && (released || (named && key.date.is_some()))).then_some(key)
        })
    }

    /// What stands at the beginning, part by part.
    pub(super) fn lead(&mut self, start: usize) -> EntryKey {
        let mut key = EntryKey {
            date: None,
            version: None,
            author: None,
            open: None,
            changes: start..self.end,
            leads: false,
        };
        // A date may be followed by one more (a range): the second belongs to the text.
        while self.token(&mut key) {
            key.leads = key.date.is_some() || key.version.is_some();
            key.changes.start = self.at;
        }
        if key.leads || key.open.is_some() || key.author.is_some() {
            let rest = self.flat.plain.get(key.changes.clone()).unwrap_or_default();
            let kept = rest.trim_start_matches(is_separator);
            key.changes.start = self.end - kept.len();
            key.changes.start = self.torn(start, kept).unwrap_or(key.changes.start);
        } else {
            let rest = self.flat.plain.get(key.changes.clone()).unwrap_or_default();
            let kept = rest.trim_start_matches(|c: char| c.is_whitespace() || is_bullet(c));
            key.changes.start = self.end - kept.len();
        }
        key
    }

    /// Where the bracket begins that the text behind a key closes: with other words in it than a key's,
    /// `(2024-03-05, with the pilot): Payments`, it belongs to the text.
    fn torn(&self, start: usize, text: &str) -> Option<usize> {
        let closes = text.find(['(', ')']).is_some_and(|at| text[at..].starts_with(')'));
        closes.then(|| self.bracket(start, self.end - text.len())).flatten()
    }

    /// The last bracket of a stretch that is not closed in it.
    fn bracket(&self, from: usize, until: usize) -> Option<usize> {
        let before = self.flat.plain.get(from..until).unwrap_or_default();
        let open = before.rfind('(').filter(|&open| !before[open..].contains(')'))?;
        Some(from + open)
    }

    /// Takes one part of the key; false, and nothing taken, when the text begins here.
    fn token(&mut self, key: &mut EntryKey) -> bool {
        let before = self.at;
        let skipped = self.rest().trim_start_matches(is_filler).len();
        self.at = self.end - skipped;
        let taken = self.label()
            || self.weekday()
            || self.date(key)
            || self.version(key)
            || self.open(key)
            || self.author(key);
        if !taken {
            self.at = before;
        }
        taken
    }

    /// `Date:`, `Version:` before the value.
    fn label(&mut self) -> bool {
        const LONGEST: usize = 40;
        let rest = self.rest();
        let Some(len) = rest.find([':', '：']).filter(|len| *len <= LONGEST) else { return false };
        let colon = rest[len..].chars().next().map_or(0, char::len_utf8);
        let follows = rest[len + colon..].trim_start();
        let valued = follows.starts_with(|c: char| c.is_ascii_digit() || c == 'v' || c == '@');
        let keyed = matches!(
            column(&rest[..len]),
            Some(Column::Field(Field::Date | Field::Version | Field::Author))
        );
        if valued && keyed {
            self.at += len + colon;
        }
        valued && keyed
    }

    /// `Tuesday, ` before a date, `(Tue)` behind it.
    fn weekday(&mut self) -> bool {
        let rest = self.rest();
        let Some(day) = Vocabulary::known().at_start::<Weekday>(rest) else { return false };
        let after = rest[day.len..].trim_start_matches(['.', ',', ' ', ')', '）']);
        let next = self.end - after.len();
        let dated = self.dates.iter().any(|found| found.span.start == next);
        let bracketed = self.flat.plain[..self.at].ends_with(['(', '（']);
        if dated || bracketed {
            self.at += day.len;
        }
        dated || bracketed
    }

    fn date(&mut self, key: &mut EntryKey) -> bool {
        let found = self.dates.iter().find(|found| found.span.start == self.at);
        let Some(found) = found.filter(|_| key.date.is_none()).cloned() else {
            return false;
        };
        // A link that an entry begins with may hold all of it, a later one leads to something else.
        let begins = found.span.start == self.start;
        if !begins && self.flat.inside_link(&found.span) {
            return false;
        }
        if key.version.is_none() && self.is_calendar_version(&found) {
            self.at = found.span.end;
            key.version = Some(found.span);
            return true;
        }
        self.at = found.span.end;
        self.at += time_of_day(self.rest());
        key.date = Some(found);
        true
    }

    /// Whether what reads as a day is the version of a release whose day stands behind it: `2024.12.2 - 2024-12-20`.
    /// Two days written alike are a stretch of time.
    fn is_calendar_version(&self, found: &Found) -> bool {
        let text = |found: &Found| &self.flat.plain[found.span.clone()];
        let dotted = |found: &Found| text(found).contains('.');
        let year = text(found).bytes().take_while(u8::is_ascii_digit).count() == 4;
        let gap = self.flat.plain.get(found.span.end..self.end).unwrap_or_default();
        let next = self.end - gap.trim_start_matches(is_filler).len();
        let day = self.dates.iter().find(|day| day.span.start == next);
        self.versions == Versions::Heading
            && year
            && dotted(found)
            && day.is_some_and(|day| !dotted(day))
    }

    fn version(&mut self, key: &mut EntryKey) -> bool {
        let token = || version::token(self.rest()).or_else(|| version::revision(self.rest()));
        let Some(mut found) = token().filter(|_| key.version.is_none()) else {
            return false;
        };
        if self.versions == Versions::Heading {
            found.end += version::pre_release(&self.rest()[found.end..]);
        }
        let after = self.rest().get(found.end..).unwrap_or_default();
        let next = after.trim_start_matches([']', ')', '*', ' ']);
        let closed = after.len() != next.len() || after.is_empty();
        let gap = after.trim_start_matches(is_filler).len();
        let dated = self.dates.iter().any(|found| self.end - found.span.start == gap);
        let separated = next.starts_with([':', '–', '—', '|', '·'])
            || (next.starts_with('-') && closed)
            || (next.starts_with('-') && next[1..].starts_with(' '))
            || after.starts_with([')', ']'])
            || (found.start > 0 || self.rest().starts_with(['v', 'V'])) && is_remarked(next)
            || dated;
        if found.needs_date && !dated {
            return false;
        }
        // `2015-09-02, Version 3.3.0, @ann`; `1.2.0, 1.1.0` are two.
        let listed = after.strip_prefix(',').is_some_and(|rest| rest.trim_start().starts_with('@'));
        let ends = next.is_empty() || closed || listed;
        let heading = self.versions == Versions::Heading && ends;
        if !separated && !heading {
            return false;
        }
        key.version = Some(self.at + found.start..self.at + found.end);
        self.at += found.end;
        true
    }

    /// `TBD:` where the date goes.
    fn open(&mut self, key: &mut EntryKey) -> bool {
        let rest = self.rest();
        let words = Vocabulary::known();
        let todo = words.starts(Placeholder::Todo, rest);
        let Some(found) = todo
            .map(|found| found.len)
            .or_else(|| words.starts(Answer::NotApplicable, rest).map(|found| found.len))
        else {
            return false;
        };
        let len = found;
        let shouted = !rest[..len].contains(char::is_lowercase);
        let after = rest[len..].trim_start_matches([')', ']', ' ']);
        let separated = after.starts_with([':', '-', '–', '—']);
        let open = shouted && separated && key.date.is_none() && key.open.is_none();
        if open {
            key.open = Some(self.at..self.at + len);
            self.at += len;
        }
        open
    }

    /// `@ann:` or `[Ann] 2020-01-31:`.
    fn author(&mut self, key: &mut EntryKey) -> bool {
        if key.author.is_some() {
            return false;
        }
        let bracketed = self.flat.plain.get(self.start..self.at).unwrap_or_default().trim_end();
        // `(2024-03-05, Ann)`
        let beside = key.date.as_ref().is_some_and(|date| {
            self.bracket(self.start, self.at).is_some_and(|open| open < date.span.start)
        });
        let in_bracket = bracketed.ends_with(['[', '(']) || beside;
        let Some(len) = person::lead(self.rest(), in_bracket) else {
            return false;
        };
        let after = self.at + len;
        let rest = self.flat.plain.get(after..self.end).unwrap_or_default();
        let next = self.end - rest.trim_start_matches(is_filler).len();
        let dated = self.dates.iter().any(|found| found.span.start == next);
        let handle = self.rest().starts_with('@');
        let behind = || self.flat.plain[..self.at].trim_end().ends_with(',');
        let ends = handle && rest.trim().is_empty() && key.leads && behind();
        if !dated && !ends && !rest.trim_start_matches([')', ']', ' ']).starts_with([':', '-', '–'])
        {
            return false;
        }
        // A name in brackets names an author only beside the date.
        let named = beside && person::is_of_people(&self.rest()[..len]);
        if !handle && !named && (!dated || key.date.is_some()) {
            return false;
        }
        key.author = Some(self.at..after);
        self.at = after;
        true
    }
}

/// `(second edition): text` behind a version: a remark in brackets, and a colon or a dash.
fn is_remarked(text: &str) -> bool {
    let behind = text.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    behind.is_some_and(|(remark, behind)| {
        !remark.contains('(') && behind.trim_start().starts_with([':', '：', '–', '—'])
    })
}
