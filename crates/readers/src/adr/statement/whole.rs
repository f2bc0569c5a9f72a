//! Whether a word of state says something of the record by itself, where another was said before.

use std::ops::Range;

use words::{Answer, ClauseRole, DateWord, Interval, Language, Reference};

use super::clause::Clause;
use super::history::Event;
use super::scan::Scan;

/// What a sentence may go on with behind its word of state.
const GOES_ON: [ClauseRole; 16] = [
    ClauseRole::Negation,
    ClauseRole::NoLonger,
    ClauseRole::Condition,
    ClauseRole::Plan,
    ClauseRole::Past,
    ClauseRole::Part,
    ClauseRole::Whole,
    ClauseRole::Restored,
    ClauseRole::Instead,
    ClauseRole::Agent,
    ClauseRole::And,
    ClauseRole::Or,
    ClauseRole::Then,
    ClauseRole::Time,
    ClauseRole::Purpose,
    ClauseRole::Manner,
];

impl Scan<'_> {
    /// Whether a word of state says something by itself, and neither tells a thing apart nor is done to one: not `the
    /// historical text below`, `ratifies the model`, `rejected alternatives: A, B`.
    pub(super) fn is_told_whole(&self, state: &Range<usize>) -> bool {
        let behind = &self.text[state.end..];
        let rest = behind.trim_start();
        let from = self.text.len() - rest.len();
        let goes_on = !rest.starts_with(char::is_alphabetic)
            || rest.len() == behind.len()
            || self.is_of_record(state.end)
            || GOES_ON.into_iter().any(|role| self.starts(role, from).is_some())
            || self.words.starts(Answer::SoFar, rest).is_some()
            || self.words.starts(Reference::Record, rest).is_some()
            || self.dates.iter().any(|date| date.span.start == from);
        // Short words are others in other languages.
        let article = |at: usize| {
            let found = self.words.starts(DateWord::Article, &self.text[at..]);
            found.is_some_and(|found| {
                // `approved the 5th of May`, `approved the next week`
                const NEAR: usize = 2;
                let rest = self.text[at + found.len..].trim_start();
                let counts = |at: usize| {
                    let word = &rest[at..];
                    self.words.at_start::<Interval>(word).is_some()
                        || self.words.starts(DateWord::Day, word).is_some()
                };
                let dated = rest.starts_with(char::is_numeric)
                    || words::word_starts(rest).take(NEAR).any(counts);
                found.languages.meets(self.languages) && !dated
            })
        };
        let lead = self.start(state.start)..state.start;
        let before = words::word_starts(&self.text[lead.clone()]).last();
        let remark = self.text[..state.start].ends_with('[')
            && behind.trim_start_matches(' ').starts_with(['–', '—', '-', ':']);
        !remark && goes_on
            || !(remark
                || article(from)
                || self.is_done_by_the_record(&lead)
                || before.is_some_and(|at| article(lead.start + at))
                || self.is_a_caption(from))
    }

    /// Whether the record is what does it, `This ADR decides how`, by the words before that: they name it, and no verb.
    fn is_done_by_the_record(&self, lead: &Range<usize>) -> bool {
        let verb = |text: &str| {
            let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
            let word = text[..end].to_lowercase();
            Language::all().any(|language| language.grammar().predicates.contains(&&*word))
        };
        let text = &self.text[lead.clone()];
        self.names_a_record(lead) && !words::word_starts(text).any(|at| verb(&text[at..]))
    }

    /// Whether a stretch has a word for a record: `The decision is`.
    pub(super) fn names_a_record(&self, within: &Range<usize>) -> bool {
        let text = &self.text[within.clone()];
        let is_one = |at: usize| self.words.starts(Reference::Record, &text[at..]).is_some();
        words::word_starts(text).any(is_one)
    }

    /// Whether one or two words and a colon stand here.
    fn is_a_caption(&self, from: usize) -> bool {
        const MOST_WORDS: usize = 2;
        let rest = &self.text[from..self.end(from)];
        let colon = self.text[self.end(from)..].starts_with([':', '：']);
        colon && rest.split_whitespace().count() <= MOST_WORDS
    }
}

/// Leaves out what a later sentence says with a word of state that is no statement by itself, `The historical text below
/// is kept`, and how many steps are done where the record has a state of its own.
pub(super) fn keep_statements(text: &str, events: &mut Vec<Event<&Clause>>) {
    let Some(first) = events.first().copied() else { return };
    let is_later = |event: &Event<&Clause>| {
        let between = text.get(first.of.words.end..event.of.words.start);
        between.is_some_and(ends_a_sentence)
    };
    events.retain(|event| {
        std::ptr::eq(event.of, first.of)
            || (event.of.telling.whole || !is_later(event))
                && (first.of.telling.is_in_steps() || !event.of.telling.is_in_steps())
    });
}

pub(super) fn ends_a_sentence(text: &str) -> bool {
    [". ", ".\n", ".) ", "; ", "! ", "。", "；"].iter().any(|end| text.contains(end))
}
