//! The records that a stretch of a statement names.

mod called;
mod counted;
mod elsewhere;
mod lead;
mod range;

use std::ops::Range;

use text::markdown::inline::Link;
use text::source::Span;
use words::{ClauseRole, Language, Reference, Vocabulary, date, fold};

use crate::adr::name::SHORT_NAMES;
use crate::adr::relation::Target;
use crate::adr::text::Line;
pub(super) use called::{is_sample, typed};
use called::{may_be_record, written};
pub(super) use counted::is_decision;
use elsewhere::belongs_elsewhere;
use lead::is_led_to;
pub(super) use lead::{glue, is_a_decision_of, is_a_thing_in};

/// A record that is named.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) target: Target,
    pub(super) span: Span,
    /// Bytes of the line that name it.
    pub(super) words: Range<usize>,
}

/// How freely a stretch names records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Behind a verb: a bare number counts where nothing but the verb stands before it.
    Prose,
    /// The value of a label: bare numbers count.
    Value,
    /// The value of a label for what this record does: it may be done to a thing that the other has.
    Thing,
}

impl Style {
    const fn is_value(self) -> bool {
        matches!(self, Self::Value | Self::Thing)
    }
}

/// Words of prose that may stand between a verb and a link.
const MOST_WORDS: usize = 8;

/// The records that are named from the beginning of a stretch on, up to the first word that goes on
/// with something else. A link, an identifier or a file's name is a record; a date, a number in
/// prose and what belongs to another repository are none.
pub(super) fn named(line: &Line<'_>, within: &Range<usize>, style: Style) -> Vec<Named> {
    let text = line.text.as_str();
    let mut reader = Reader {
        line,
        within,
        style,
        links: line.links(within),
        dates: date::find(&text[within.clone()]),
        found: Vec::new(),
        before: Before::default(),
    };
    let mut at = within.start;
    while let Some(next) = reader.step(at).filter(|_| at < within.end) {
        at = next;
    }
    let mut found = reader.found;
    let last = found.last().map_or(within.end, |last| last.words.end);
    if found.len() == 1 && belongs_elsewhere(&text[last..within.end]) {
        found.retain(|named| !matches!(named.target, Target::Id(_)));
    }
    found
}

/// Goes through a stretch, name by name and word by word.
struct Reader<'r> {
    line: &'r Line<'r>,
    within: &'r Range<usize>,
    style: Style,
    links: Vec<(Range<usize>, &'r Link)>,
    dates: Vec<date::Found>,
    found: Vec<Named>,
    before: Before,
}

impl Reader<'_> {
    /// Where what stands at an offset ends; none where nothing more is named.
    fn step(&mut self, at: usize) -> Option<usize> {
        let rest = self.line.text.get(at..self.within.end).filter(|rest| !rest.is_empty())?;
        if let Some(end) = self.range(at).or_else(|| self.link(at)).or_else(|| self.tied_range(at))
        {
            return Some(end);
        }
        if let Some(len) = counted::section(&self.line.text[..at], rest) {
            return Some(at + len);
        }
        if let Some(len) = counted::number(&self.line.text[..at], rest) {
            self.before.words += 1;
            return Some(at + len);
        }
        // `by the removal of the queue in ADR-7`
        if self.before.words > 0
            && self.found.is_empty()
            && !self.before.foreign
            && self.is_led_to(&self.line.text[self.within.start..at])
            && let Some((id, len)) = typed(rest)
        {
            self.name(Target::Id(id), self.line.span(at..at + len), at..at + len);
            return Some(at + len);
        }
        if let Some(len) = self.in_a_passage(at, rest) {
            self.before.counted = true;
            return Some(at + len);
        }
        // The name of a file may begin like a date, and an identifier is no date.
        if let Some((target, len)) = written(rest, &self.before, self.style, self.found.is_empty())
        {
            let words = self.before.kind.unwrap_or(at)..at + len;
            self.name(target, self.line.span(words.clone()), words);
            return Some(at + len);
        }
        let date = self.dates.binary_search_by_key(&(at - self.within.start), |d| d.span.start);
        if let Some(date) = date.ok().and_then(|date| self.dates.get(date)) {
            return self.found.is_empty().then_some(date.span.end + self.within.start);
        }
        match rest.chars().next() {
            Some(sign) if !sign.is_alphanumeric() => self.sign(at, sign, rest),
            _ => self.word(at, rest),
        }
    }

    /// Whether what stands before a name leads to it.
    fn is_led_to(&self, before: &str) -> bool {
        match self.style {
            Style::Prose => is_led_to(before),
            Style::Value => false,
            Style::Thing => is_a_thing_in(before),
        }
    }

    fn name(&mut self, target: Target, span: Span, words: Range<usize>) {
        self.found.push(Named { target, span, words });
        self.before = Before::default();
    }

    /// A link, which names a record or something else.
    fn link(&mut self, at: usize) -> Option<usize> {
        // Links stand in the order of the text, as dates do.
        let next = self.links.partition_point(|(shown, _)| shown.end <= at);
        let (shown, link) = self.links.get(next).filter(|(shown, _)| shown.start <= at)?.clone();
        let close = self.found.is_empty() || self.before.words == 0;
        if link.wiki || may_be_record(&link.target) {
            if close {
                let target = link.target.clone();
                let target = if link.wiki { Target::Wiki(target) } else { Target::Link(target) };
                self.name(target, link.span, shown.clone());
            }
        } else if let Some((id, len)) = typed(&self.line.text[shown.clone()]).filter(|_| close) {
            // `[KEP 12: Use X](…/issues/99)` names a record all the same.
            self.name(Target::Id(id), link.span, shown.start..shown.start + len);
        } else {
            self.before.foreign = true;
        }
        Some(shown.end.max(at + 1))
    }

    fn sign(&mut self, at: usize, sign: char, rest: &str) -> Option<usize> {
        if matches!(sign, ';' | '；' | '。') || (stops(sign, rest) && !self.found.is_empty()) {
            return None;
        }
        let remark = matches!(sign, '(' | '（').then(|| self.remark(at, rest)).flatten();
        Some(at + remark.unwrap_or(sign.len_utf8()))
    }

    /// The length of a remark in brackets. A value in brackets that is nothing but a name is none, and
    /// neither is what follows a title in quotes.
    fn remark(&mut self, at: usize, rest: &str) -> Option<usize> {
        if self.line.text[..at].trim_end().ends_with(['"', '”', '“', '»', '\'']) {
            self.before.words = 0;
            return None;
        }
        if self.found.is_empty() && !(self.style == Style::Prose && self.before.words > 0) {
            return None;
        }
        let mut depth = 0_i32;
        let close = rest.char_indices().find(|&(_, c)| {
            depth += match c {
                '(' | '（' => 1,
                ')' | '）' => -1,
                _ => 0,
            };
            depth == 0
        });
        Some(close.map_or(rest.len(), |(at, c)| at + c.len_utf8()))
    }

    /// The length of a number that an item, a step or a section has: `items 1 and 2`.
    fn in_a_passage(&self, at: usize, rest: &str) -> Option<usize> {
        let number = rest.trim_start_matches('#').trim_start_matches(|c: char| c.is_ascii_digit());
        let len = rest.len() - number.len();
        let starts = !self.line.text[..at].ends_with(|c: char| c.is_alphanumeric());
        let counts = self.before.passage && len > 0 && starts;
        counts.then_some(len)
    }

    fn word(&mut self, at: usize, rest: &str) -> Option<usize> {
        let words = Vocabulary::known();
        let (word, len) = word(rest);
        let passage = [Reference::Chapter, Reference::Passage];
        let is_passage = passage.iter().any(|&role| words.starts(role, rest).is_some());
        let is_number = words.starts(Reference::Number, rest).is_some();
        self.before.passage = is_passage && !is_number || self.before.passage && joins(rest);
        if let Some(kind) = words.starts(Reference::Record, rest) {
            // `ADR-2 Decision 3` is a part of that record.
            if self.is_tied(at) && !SHORT_NAMES.iter().any(|name| rest.starts_with(name)) {
                self.before.passage = true;
                return Some(at + kind.len);
            }
            self.before.kind = self.before.kind.or(Some(at));
            return Some(at + kind.len);
        }
        if words.starts(Reference::Foreign, rest).is_some() {
            self.before.foreign = true;
            return Some(at + compound(rest, len));
        }
        if words.starts(Reference::Number, rest).is_some() {
            self.before.kind = self.before.kind.or(Some(at));
            return Some(at + len);
        }
        let number = word.chars().all(|c| c.is_ascii_digit());
        let joint = joint(rest);
        let ends = if self.found.is_empty() { number } else { joint.is_none() };
        if ends {
            return self.behind_a_title(at, rest);
        }
        let whole = joint.unwrap_or_else(|| compound(rest, len));
        // `section 4 of 0003`; "of" is "or" in Dutch.
        let counted = std::mem::take(&mut self.before.counted);
        let lists = words.starts(ClauseRole::And, rest).is_some();
        if counted && !lists && is_sure(rest[len..].trim_start()) {
            self.before.passage = false;
            self.before.words = 0;
            return Some(at + len);
        }
        if joint.is_none() && (whole > len || !glue(rest)) {
            self.before.words += 1;
            self.before.kind = None;
            if self.before.words > MOST_WORDS {
                return None;
            }
        }
        Some(at + whole)
    }
}

impl Reader<'_> {
    /// Whether nothing but a space parts what stands here from a name, or the sign that says whose it is.
    fn is_tied(&self, at: usize) -> bool {
        self.found.last().is_some_and(|last| {
            let between = self.line.text[last.words.end..at].trim();
            between.is_empty() || Vocabulary::known().is(ClauseRole::Genitive, between)
        })
    }

    /// Where the next of several names begins that have their titles behind them: `ADR-1 Use a queue, ADR-2 Drop the
    /// queue`.
    fn behind_a_title(&self, at: usize, rest: &str) -> Option<usize> {
        let last = self.found.last().filter(|_| self.style.is_value())?;
        let is_title = |text: &str| text.starts_with(|c: char| c.is_uppercase());
        let close = self.line.text[last.words.end..at].trim().is_empty();
        if !close || !is_title(rest) {
            return None;
        }
        let comma = rest
            .find([',', ';', '\n', '(', '—', '–'])
            .filter(|&end| rest[end..].starts_with(','))?;
        let next = rest[comma + 1..].trim_start();
        let (_, len) = typed(next)?;
        let behind = next[len..].trim_start();
        let another =
            || behind.strip_prefix(',').is_some_and(|rest| typed(rest.trim_start()).is_some());
        let goes_on = behind.is_empty() || behind == "." || another() || is_title(behind);
        let plain = !rest[..comma].contains(". ");
        (goes_on && plain).then_some(at + rest.len() - next.len())
    }
}

/// What stood between the verb, or the last name, and here.
#[derive(Debug, Default)]
struct Before {
    /// Words that are neither articles nor joints.
    words: usize,
    /// Where a word such as "ADR" begins.
    kind: Option<usize>,
    /// The number belongs to a pull request or the like.
    foreign: bool,
    /// The number belongs to a piece of a text.
    passage: bool,
    /// Such a number stood right before.
    counted: bool,
}

/// Whether a text begins with what is a record's number beyond doubt: `0003`, `ADR-3`.
fn is_sure(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits > 2 && text.starts_with('0') || typed(text).is_some()
}

fn joins(rest: &str) -> bool {
    joint(rest).is_some()
}

/// Bytes of a word that joins two names.
fn joint(rest: &str) -> Option<usize> {
    let words = Vocabulary::known();
    let joins = |role| words.starts(role, rest).map(|found| found.len);
    joins(ClauseRole::And).or_else(|| joins(ClauseRole::Or)).or_else(|| {
        // Such words mean much, and only between two names surely this.
        let joints = Language::all().flat_map(|language| language.grammar().joints);
        let mut behind = joints.filter_map(|joint| rest.strip_prefix(joint));
        behind.find(|name| is_sure(name.trim_start())).map(|name| rest.len() - name.len())
    })
}

/// Whether a sign ends what is listed.
fn stops(c: char, rest: &str) -> bool {
    let sentence = matches!(c, '.' | '!' | '?') && rest[1..].starts_with(char::is_whitespace);
    let dash =
        matches!(c, '-' | '–' | '—') && rest[c.len_utf8()..].starts_with(char::is_whitespace);
    sentence || dash || c == ':'
}

/// Bytes of a word with a number that a hyphen ties to it: `phase-1`.
fn compound(rest: &str, len: usize) -> usize {
    let tied =
        rest[len..].strip_prefix('-').filter(|tied| tied.starts_with(|c: char| c.is_ascii_digit()));
    tied.map_or(len, |tied| len + 1 + word(tied).1)
}

/// The word a text begins with, and its bytes.
fn word(rest: &str) -> (&str, usize) {
    let end = rest.char_indices().skip(1).find(|&(_, c)| !fold::is_letter(c));
    let end = end.map_or(rest.len(), |(at, _)| at);
    (&rest[..end], end)
}
