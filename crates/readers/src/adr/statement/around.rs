//! What stands around the word of a clause: in front of it, behind it, and the date that goes with it.

use std::ops::Range;

use words::{Clause as Role, Vocabulary, date};

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
        let settled = |told: &str| self.words.starts(Role::Settled, told.trim_start()).is_some();
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
                let told = earlier.is_some() && !(anew && said.content);
                next = word + self.step(word, told, &mut said);
            }
        }
        said.content |= other;
        said
    }

    /// The remarks in brackets that begin and end within a stretch.
    fn remarks(&self, within: &Range<usize>) -> Vec<Range<usize>> {
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
    fn step(&self, at: usize, told: bool, said: &mut Before) -> usize {
        if let Some(date) = self.dates.iter().find(|date| date.span.contains(&at)) {
            return date.span.end - at;
        }
        if let Some(code) = shortcodes(self.text).find(|code| code.contains(&at)) {
            return code.end - at;
        }
        if let Some((shown, _)) = self.links.iter().find(|(shown, _)| shown.contains(&at)) {
            said.content = true;
            return shown.end - at;
        }
        let rest = &self.text[at..];
        // `für den PoC angenommen`: it holds there.
        if !told && !said.content && self.words.starts(words::Reference::For, rest).is_some() {
            said.part = true;
            let stop = self.breaks.iter().find(|stop| stop.at >= at);
            return stop.map_or(self.text.len(), |stop| stop.at) - at;
        }
        // `clarifies and extends ADR-7`
        if let Some(verb) = self.words.relation_at_start(rest)
            && self.words.starts(Role::And, rest[verb.end()..].trim_start()).is_some()
        {
            return verb.end();
        }
        let roles = [
            (Role::NoLonger, 0),
            (Role::Negation, 0),
            (Role::Instead, 1),
            (Role::Condition, 1),
            (Role::Possibility, 1),
            (Role::Plan, 1),
            (Role::Past, 2),
            (Role::Part, 3),
            (Role::Whole, 4),
            (Role::LeadIn, 4),
            (Role::Settled, 4),
            (Role::Time, 4),
            (Role::And, 5),
        ];
        let longest = roles.iter().filter_map(|&(role, does)| Some((self.starts(role, at)?, does)));
        // Of equal length the first counts: what limits a clause is heard before what does not.
        let best = longest.fold(None, |best: Option<(usize, i32)>, (len, does)| match best {
            Some((longest, _)) if longest >= len => best,
            _ => Some((len, does)),
        });
        let record = self.words.starts(words::Reference::Record, rest).map(|found| found.len);
        if best.is_none()
            && let Some(len) = record
            && !rest[len..]
                .trim_start_matches([' ', '-', '#'])
                .starts_with(|c: char| c.is_ascii_digit())
        {
            return len;
        }
        let Some((len, does)) = best else {
            let word = rest.find(|c: char| !words::is_letter(c)).unwrap_or(rest.len());
            let word = word.max(rest.chars().next().map_or(1, char::len_utf8));
            if is_code(&rest[..word]) {
                said.part = true;
            }
            let number = said.part && rest[..word].bytes().all(|byte| byte.is_ascii_digit());
            said.content |= !number;
            return word;
        };
        match does {
            0 => said.denied = true,
            1 => said.uncertain = true,
            2 => said.past = true,
            3 => said.part = true,
            5 if told => *said = Before::default(),
            _ => {}
        }
        len
    }

    /// `vote of the board on` before a date: nothing else happened then, such as a review.
    fn is_dated(&self, between: &Range<usize>) -> bool {
        let text = self.text[between.clone()].trim_end();
        let last = words::word_starts(text).last().unwrap_or(0);
        let at_a_time = self.words.starts(Role::Time, &text[last..]).is_some();
        let other = self.words.find::<words::Label>(text).next().is_some()
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
        let behind = self.dates.iter().find(|date| {
            date.span.start >= words.start && date.span.start < next && {
                let between = words.end.min(date.span.start)..date.span.start;
                let mut stops = self.breaks.iter().filter(|stop| between.contains(&stop.at));
                let from = stops.next_back().map_or(words.end, |stop| stop.at + stop.len);
                let hard = from > words.end;
                let said = self.before(date.span.start, from.max(words.end), None);
                let dated = || self.is_dated(&(from..date.span.start));
                !said.uncertain
                    && (!hard || !said.content || dated())
                    && !self.has(Role::Plan, between.clone())
                    && !self.has(Role::Condition, between)
            }
        });
        let ahead = || {
            self.dates.iter().rfind(|date| {
                let here = date.span.end <= words.start && date.span.start >= last;
                here && {
                    let said = self.before(words.start, date.span.end, None);
                    !said.content && !said.uncertain
                }
            })
        };
        ahead().or(behind).map(|date| date.reading)
    }
}

/// Whether what follows a name limits what was said of it: `in part`, `(sections 2 to 4)`.
pub(super) fn limits(behind: &str, words: &Vocabulary) -> bool {
    let rest = behind.trim_start_matches([' ', '(', '（', '\n', ']', ')']);
    let article =
        words.starts(Role::LeadIn, rest).filter(|_| words.starts(Role::Part, rest).is_none());
    let rest = article.map_or(rest, |found| rest[found.len..].trim_start());
    rest.starts_with('§') || words.starts(Role::Part, rest).is_some()
}

/// `D4`, `§3`: what parts of a decision are called.
fn is_code(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = &word[letters..];
    (1..=2).contains(&letters)
        && !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}
