//! The words of state and the verbs of relation in a statement.

use std::ops::Range;

use words::{ClauseRole, Languages, date};

use crate::adr::status::{OwnWords, Status};

use super::attribute::is_verb_of_a_thing;
use super::breaks::Kind;
use super::hidden::Hidden;
use super::scan::{Scan, shortcodes};

/// Words of state and verbs, before their clauses are read.
pub(super) struct Predicate {
    pub(super) words: Range<usize>,
    pub(super) status: Option<Status>,
    pub(super) stated: Option<words::Stated>,
    pub(super) restored: bool,
}

/// The languages of the words that state something.
pub(super) fn languages(text: &str, predicates: &[Predicate], own: &OwnWords) -> Languages {
    let of = |predicate: &Predicate| {
        let verb = predicate.stated.as_ref().map(|stated| stated.languages);
        let state = || {
            let found = own.words().at_start::<words::Status>(&text[predicate.words.start..]);
            found.map(|found| found.languages)
        };
        verb.or_else(state).unwrap_or_default()
    };
    predicates.iter().map(of).fold(Languages::default(), Languages::or)
}

/// More words of state than these in one block are no statement that anybody wrote.
const MOST: usize = 32;

impl Scan<'_> {
    pub(super) fn hidden(&self) -> Hidden {
        let dates = self.dates.iter().map(|date| date.span.clone());
        let links = self.links.iter().map(|(shown, _)| shown.clone());
        Hidden::of(dates.chain(links).chain(shortcodes(self.text)))
    }

    pub(super) fn predicates(
        &self,
        states: &[(Status, Range<usize>)],
        hidden: &Hidden,
    ) -> Vec<Predicate> {
        let mut found = self.verbs(hidden);
        self.add_states(states, hidden, &mut found);
        self.add_restored(hidden, &mut found);
        found.sort_by_key(|predicate| predicate.words.start);
        found
    }

    fn verbs(&self, hidden: &Hidden) -> Vec<Predicate> {
        let mut found: Vec<Predicate> = Vec::new();
        for sentence in self.sentences() {
            let text = &self.text[sentence.clone()];
            for stated in self.words.relations(text).take(MOST.saturating_sub(found.len())) {
                // The second part of a verb is none inside of a name: `superseded by [Use X with Y](…)`.
                let named = |second: &Range<usize>| hidden.covers(second.start + sentence.start);
                let stated = if stated.second.as_ref().is_some_and(named) {
                    self.beside_names(&sentence, hidden, stated.verb.start)
                } else {
                    Some(stated)
                };
                let Some(stated) = stated else { continue };
                let stated = self.turned(shifted(stated, sentence.start));
                if !hidden.covers(stated.verb.start)
                    && !self.is_in_a_path(stated.verb.start)
                    && !self.is_in_a_name(stated.verb.start)
                    && !self.begins_with_things(&stated.verb)
                {
                    let words = stated.verb.start..stated.end();
                    let stated = Some(stated);
                    found.push(Predicate { words, status: None, stated, restored: false });
                }
            }
        }
        found
    }

    /// Adds the words of state; one within a verb is the verb's.
    fn add_states(
        &self,
        states: &[(Status, Range<usize>)],
        hidden: &Hidden,
        found: &mut Vec<Predicate>,
    ) {
        for &(status, ref at) in states.iter().take(MOST) {
            let inside = found
                .iter_mut()
                .find(|known| known.words.start <= at.start && at.start < known.words.end);
            match inside {
                // `Deprecated: superseded by X`
                Some(known) if known.status.is_none() || status == Status::Superseded => {
                    known.status = Some(status);
                }
                None if !hidden.covers(at.start)
                    && !self.is_mention(at)
                    && !self.is_in_a_name(at.start)
                    && !is_verb_of_a_thing(self.text, at, self.words)
                    && !self.begins_with_things(at) =>
                {
                    let status = Some(status);
                    let words = at.clone();
                    found.push(Predicate { words, status, stated: None, restored: false });
                }
                Some(_) | None => {}
            }
        }
    }

    /// Adds the words for decisions that count again.
    fn add_restored(&self, hidden: &Hidden, found: &mut Vec<Predicate>) {
        for at in words::word_starts(self.text).filter(|&at| !hidden.covers(at)) {
            if let Some(len) = self.starts(ClauseRole::Restored, at) {
                let words = at..at + len;
                let status = Some(Status::Accepted);
                found.push(Predicate { words, status, stated: None, restored: true });
            }
        }
    }

    /// The verb at a place of a sentence, with blanks for the names in it.
    fn beside_names(
        &self,
        sentence: &Range<usize>,
        hidden: &Hidden,
        verb: usize,
    ) -> Option<words::Stated> {
        let mut text = String::with_capacity(sentence.len());
        for (at, c) in self.text[sentence.clone()].char_indices() {
            if hidden.covers(sentence.start + at) {
                text.extend(std::iter::repeat_n(' ', c.len_utf8()));
            } else {
                text.push(c);
            }
        }
        self.words.relations(&text).find(|stated| stated.verb.start == verb)
    }

    /// `docs/extending/roadmap.md`
    fn is_in_a_path(&self, at: usize) -> bool {
        let ends = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '`' | '"' | '<' | '>');
        let start = self.text[..at]
            .char_indices()
            .rfind(|&(_, c)| ends(c))
            .map_or(0, |(end, c)| end + c.len_utf8());
        let end = self.text[at..].find(ends).map_or(self.text.len(), |end| at + end);
        let (before, word) = (&self.text[start..at], &self.text[start..end]);
        let word = word.trim_end_matches(['.', ',', ';', ':']);
        before.contains('/') && text::link::stem(word).len() < text::link::file_name(word).len()
    }

    /// `0012-changes-to-x.md`: a word of a name that begins with its number.
    fn is_in_a_name(&self, at: usize) -> bool {
        let ends = |c: char| c.is_whitespace() || ",;:()[]`\"'<>|/".contains(c);
        let start = self.text[..at]
            .rfind(ends)
            .map_or(0, |end| end + self.text[end..].chars().next().map_or(1, char::len_utf8));
        let before = &self.text[start..at];
        let number =
            before.trim_start_matches(|c: char| c.is_alphabetic() || matches!(c, '-' | '_'));
        let digits = number.trim_start_matches(|c: char| c.is_ascii_digit());
        let count = number.len() - digits.len();
        (count > 2 || count > 0 && number.len() < before.len())
            && digits.starts_with(['-', '_'])
            && before.ends_with(['-', '_'])
            && date::at_start(before).is_none()
    }

    /// A word in quotation marks is spoken of, where more than it stands in the text.
    fn is_mention(&self, at: &Range<usize>) -> bool {
        let quote = |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '`');
        let (before, after) = (&self.text[..at.start], &self.text[at.end..]);
        let more = |text: &str| text.contains(char::is_alphanumeric);
        before.ends_with(quote) && after.starts_with(quote) && (more(before) || more(after))
    }

    /// Stretches in which a verb's parts may stand apart.
    fn sentences(&self) -> Vec<Range<usize>> {
        let ends = self.breaks.iter().filter(|stop| stop.kind == Kind::Sentence);
        let mut start = 0;
        let mut all: Vec<Range<usize>> = Vec::new();
        for stop in ends {
            all.push(start..stop.at);
            start = stop.at + stop.len;
        }
        all.push(start..self.text.len());
        all
    }
}

fn shifted(mut stated: words::Stated, by: usize) -> words::Stated {
    let moved = |range: Range<usize>| range.start + by..range.end + by;
    stated.verb = moved(stated.verb);
    stated.second = stated.second.map(moved);
    stated.remark = stated.remark.map(moved);
    if let words::Place::Inside(inside) = stated.target {
        stated.target = words::Place::Inside(moved(inside));
    }
    stated
}
