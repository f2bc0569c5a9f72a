//! What stands around the word of a clause: in front of it, behind it, and the date that goes with it.

use std::ops::Range;

use words::{ClauseRole, Label, Reference, date};

use super::breaks::Kind;
use super::clause::{Clause, Subject};
use super::scan::{Scan, shortcodes};

/// What stands between the beginning of a clause and its predicate.
#[expect(clippy::struct_excessive_bools, reason = "each is an answer of its own, in any mixture")]
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Before {
    /// Words that name something.
    pub(super) content: bool,
    pub(super) part: bool,
    pub(super) denied: bool,
    pub(super) uncertain: bool,
    pub(super) past: bool,
}

/// What a word does to what follows it.
#[derive(Clone, Copy, Debug)]
enum Effect {
    Denies,
    Doubts,
    IsPast,
    Limits,
    /// It goes on speaking of what was spoken of before.
    GoesOn,
    Nothing,
}

/// The words that do something, what limits a clause first.
const ROLES: [(ClauseRole, Effect); 15] = [
    (ClauseRole::NoLonger, Effect::Denies),
    (ClauseRole::Negation, Effect::Denies),
    (ClauseRole::Instead, Effect::Doubts),
    (ClauseRole::Condition, Effect::Doubts),
    (ClauseRole::Possibility, Effect::Doubts),
    (ClauseRole::Plan, Effect::Doubts),
    (ClauseRole::Past, Effect::IsPast),
    (ClauseRole::Part, Effect::Limits),
    (ClauseRole::Largely, Effect::Limits),
    (ClauseRole::Whole, Effect::Nothing),
    (ClauseRole::LeadIn, Effect::Nothing),
    (ClauseRole::Settled, Effect::Nothing),
    (ClauseRole::Time, Effect::Nothing),
    (ClauseRole::And, Effect::GoesOn),
    (ClauseRole::Then, Effect::GoesOn),
];

impl Before {
    /// Takes in what a word does; `follows`: a clause stands before it.
    fn take(&mut self, effect: Effect, follows: bool) {
        match effect {
            Effect::Denies => self.denied = true,
            Effect::Doubts => self.uncertain = true,
            Effect::IsPast => self.past = true,
            Effect::Limits => self.part = true,
            Effect::GoesOn if follows => *self = Self::default(),
            Effect::GoesOn | Effect::Nothing => {}
        }
    }

    /// Takes in a word that nobody knows, and gives its bytes.
    fn plain_word(&mut self, rest: &str) -> usize {
        let len = rest.find(|c: char| !words::is_letter(c)).unwrap_or(rest.len());
        let len = len.max(rest.chars().next().map_or(1, char::len_utf8));
        let word = &rest[..len];
        self.part |= is_code(word);
        let number = self.part && word.bytes().all(|byte| byte.is_ascii_digit());
        self.content |= !number;
        len
    }
}

impl Scan<'_> {
    /// What the words before a predicate say. Where the record was spoken of before, a comma or an
    /// "and" goes on speaking of it; where something else was, of that.
    pub(super) fn before(&self, at: usize, start: usize, earlier: Option<&Clause>) -> Before {
        let from = earlier.map_or(start, |clause| {
            let last = clause.targets.last().map_or(0, |named| named.words.end);
            clause.words.end.max(last).max(start)
        });
        let remarks = self.remarks(&(from..at));
        let mut said = Before::default();
        let mut other = earlier.is_some_and(|clause| clause.subject == Subject::Other);
        let mut next = from.min(at);
        let mut anew = false;
        let words = words::word_starts(self.text).filter(|word| (from..at).contains(word));
        // `Decision made by the board, superseded by ADR 2`: both are said of the record.
        let settled =
            |text: &str| self.words.starts(ClauseRole::Settled, text.trim_start()).is_some();
        // The predicate itself may stand behind a comma.
        for word in words.chain([at]) {
            let comma = self
                .breaks
                .iter()
                .any(|stop| stop.kind == Kind::Comma && (next..=word).contains(&stop.at));
            if word < next || remarks.iter().any(|remark| remark.contains(&word)) {
                continue;
            }
            if comma {
                other |= said.content && earlier.is_none() && !settled(&self.text[from..at]);
                said = Before::default();
                anew = true;
            }
            if word < at {
                // Behind a comma something else may have been begun: `Accepted, option tried and rejected`.
                let follows = earlier.is_some() && !(anew && said.content);
                next = word + self.step(word, follows, &mut said);
            }
        }
        said.content |= other;
        said
    }

    /// The remarks in brackets that begin and end within a stretch.
    pub(super) fn remarks(&self, within: &Range<usize>) -> Vec<Range<usize>> {
        let mut open = Vec::new();
        let mut remarks = Vec::new();
        for stop in self.breaks.iter().filter(|stop| within.contains(&stop.at)) {
            match stop.kind {
                Kind::Open => open.push(stop.at),
                Kind::Close => remarks.extend(open.pop().map(|from| from..stop.at)),
                _ => {}
            }
        }
        remarks
    }

    /// Reads one word, or one date or name; returns its bytes.
    fn step(&self, at: usize, follows: bool, said: &mut Before) -> usize {
        let rest = &self.text[at..];
        if let Some(end) = self.passed_over(at) {
            return end - at;
        }
        if let Some((shown, _)) = self.links.iter().find(|(shown, _)| shown.contains(&at)) {
            said.content = true;
            return shown.end - at;
        }
        // `the section "Without a store"`
        if let Some(name) = self.quotes.iter().find(|name| name.contains(&at)) {
            said.content = true;
            return name.end - at;
        }
        // `für den PoC angenommen`: it holds there.
        if !follows && !said.content && self.is_for(rest) {
            said.part = true;
            let stop = self.breaks.iter().find(|stop| stop.at >= at);
            return stop.map_or(self.text.len(), |stop| stop.at) - at;
        }
        // `clarifies and extends ADR-7`
        if let Some(verb) = self.words.relation_at_start(rest)
            && self.words.starts(ClauseRole::And, rest[verb.end()..].trim_start()).is_some()
        {
            return verb.end();
        }
        // `Its decision` is that of the record where the text begins so, and else of what was spoken of. Any other
        // thing of the record, and its earlier decision, are not the record.
        if !self.text[..at].contains(char::is_alphanumeric)
            && let Some(len) = self.starts(ClauseRole::Own, at)
            && self.record_word(rest[len..].trim_start()).is_some()
        {
            return len;
        }
        if let Some((len, effect)) = self.longest_role(at) {
            said.take(effect, follows);
            return len;
        }
        self.record_word(rest).unwrap_or_else(|| said.plain_word(rest))
    }

    /// Whether a text begins with a word for "for", and not with a name that has it in front: `per-user settings`.
    fn is_for(&self, rest: &str) -> bool {
        let found = self.words.starts(Reference::For, rest);
        found.is_some_and(|found| !rest[found.len..].starts_with('-'))
    }

    /// Where a date or a sign's name ends that says nothing here.
    fn passed_over(&self, at: usize) -> Option<usize> {
        let date = self.dates.iter().find(|date| date.span.contains(&at));
        let code = || shortcodes(self.text).find(|code| code.contains(&at));
        let sign = || (at < self.opening).then_some(self.opening).or_else(|| self.ticked_box(at));
        date.map(|date| date.span.end).or_else(|| code().map(|code| code.end)).or_else(sign)
    }

    /// Where a box around a place ends: `[x] Accepted`.
    fn ticked_box(&self, at: usize) -> Option<usize> {
        let boxed = self.text[..at].ends_with('[')
            && ["x]", "X]"].iter().any(|x| self.text[at..].starts_with(x));
        boxed.then_some(at + 2)
    }

    /// The longest word with a role, and what it does.
    fn longest_role(&self, at: usize) -> Option<(usize, Effect)> {
        // Most words have none.
        self.words.at_start::<ClauseRole>(&self.text[at..])?;
        let mut longest: Option<(usize, Effect)> = None;
        for &(role, effect) in &ROLES {
            // Of equal length the first counts: what limits a clause is heard before what does not.
            if let Some(len) = self.starts(role, at)
                && longest.is_none_or(|(known, _)| known < len)
            {
                longest = Some((len, effect));
            }
        }
        longest
    }

    /// The word for a record, where no number follows that names another one.
    fn record_word(&self, rest: &str) -> Option<usize> {
        let len = self.words.starts(Reference::Record, rest)?.len;
        let behind = rest[len..].trim_start_matches([' ', '-', '#']);
        (!behind.starts_with(|c: char| c.is_ascii_digit())).then_some(len)
    }

    /// `vote of the board on` before a date: nothing else happened then, such as a review.
    fn is_dated(&self, between: &Range<usize>) -> bool {
        let text = self.text[between.clone()].trim_end();
        let last = words::word_starts(text).last().unwrap_or(0);
        let at_a_time = self.words.starts(ClauseRole::Time, &text[last..]).is_some();
        let decided = |label| matches!(label, Label::Decided | Label::Deciders | Label::Date);
        let other = self.words.find::<Label>(text).any(|(_, found)| !decided(found.meaning))
            || self.words.relations(text).next().is_some();
        at_a_time && !other
    }

    /// The date that stands with a word of state: behind it in its clause, or alone in the next; or
    /// in front of it with nothing between.
    pub(super) fn date(
        &self,
        words: &Range<usize>,
        before: &[Clause],
        next: usize,
    ) -> Option<date::Reading> {
        let last = before.last().map_or(0, |clause| clause.words.end);
        // A link's text is the other's title.
        let own = |date: &date::Found| {
            !self.links.iter().any(|(shown, _)| shown.contains(&date.span.start))
        };
        let behind = self.dates.iter().find(|date| {
            date.span.start >= words.start && date.span.start < next && own(date) && {
                let between = words.end.min(date.span.start)..date.span.start;
                let mut stops = self.breaks.iter().filter(|stop| between.contains(&stop.at));
                let from = stops.next_back().map_or(words.end, |stop| stop.at + stop.len);
                let hard = from > words.end;
                let said = self.before(date.span.start, from.max(words.end), None);
                let dated = || self.is_dated(&(from..date.span.start));
                !said.uncertain
                    && (!hard || !said.content || dated())
                    && !self.has(ClauseRole::Plan, between.clone())
                    && !self.has(ClauseRole::Condition, between)
            }
        });
        // `Proposed 2024-03-05, accepted`: the day before the comma is that of what stands before it.
        let parted =
            |from: usize, to: usize| self.breaks.iter().any(|stop| (from..to).contains(&stop.at));
        let of_another = |date: &date::Found| {
            let Some(clause) = before.last().filter(|clause| clause.status.is_some()) else {
                return false;
            };
            // `Superseded by ADR-7 (2024-03-05); confirmed`
            let named = clause.targets.last().map_or(0, |named| named.words.end);
            let is_its = clause.date == Some(date.reading) && self.is_behind(last.max(named), date);
            let own = behind.is_some_and(|own| self.is_behind(words.end, own));
            let joined =
                !parted(last, date.span.start) || is_its && (own || self.is_closed(date, words));
            joined && parted(date.span.end, words.start)
        };
        let ahead = self.dates.iter().rfind(|date| {
            let here = date.span.end <= words.start && date.span.start >= last;
            here && own(date) && !of_another(date) && {
                let said = self.before(words.start, date.span.end, None);
                !said.content && !said.uncertain
            }
        });
        ahead.or(behind).map(|date| date.reading)
    }

    /// Whether nothing but signs stand between the end of a word and a date: `Proposed, 2024-03-05`.
    fn is_behind(&self, word: usize, date: &date::Found) -> bool {
        let between = self.text.get(word..date.span.start);
        between.is_some_and(|between| !between.contains(char::is_alphanumeric))
    }

    /// Whether what a date belongs to ends before the next word: `2024-03-05; accepted`, `2024-03-05) accepted`.
    fn is_closed(&self, date: &date::Found, word: &Range<usize>) -> bool {
        let between = self.text.get(date.span.end..word.start).unwrap_or_default();
        between.contains([';', '；', ')', '）', '\n'])
    }
}

/// `D4`, `§3`: what parts of a decision are called.
pub(super) fn is_code(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = &word[letters..];
    (1..=2).contains(&letters)
        && !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}
