//! The states of a decision, and the words people have for them.
//!
//! The vocabulary is that of [Nygard](https://cognitect.com/blog/2011/11/15/documenting-architecture-decisions),
//! [MADR](https://adr.github.io/madr/) and
//! [KEP](https://github.com/kubernetes/enhancements/blob/master/keps/sig-architecture/0000-kep-process/README.md),
//! with what teams write instead of it. A book adds its own words in
//! `[preprocessor.archdoc.adr.statuses]`.

use std::fmt;
use std::ops::Range;

use serde::Serialize;

use words::date::{self, Date, Order};
use words::{Vocabulary, fold};

use super::name::is_type_word;

/// How far a decision is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Being written.
    Draft,
    /// Up for discussion.
    Proposed,
    /// It counts.
    Accepted,
    /// It counts, and it is done.
    Implemented,
    /// Decided against.
    Rejected,
    /// Taken back by whoever proposed it.
    Withdrawn,
    /// Put off.
    OnHold,
    /// No longer recommended.
    Deprecated,
    /// Another record took its place.
    Superseded,
    /// A status is stated, in a word that is none of these.
    Other,
}

impl Status {
    /// All of them, in the order of a decision's life.
    pub const ALL: [Self; 10] = [
        Self::Draft,
        Self::Proposed,
        Self::Accepted,
        Self::Implemented,
        Self::Rejected,
        Self::Withdrawn,
        Self::OnHold,
        Self::Deprecated,
        Self::Superseded,
        Self::Other,
    ];

    /// The word of the configuration, of directives and of JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Proposed => "proposed",
            Self::Accepted => "accepted",
            Self::Implemented => "implemented",
            Self::Rejected => "rejected",
            Self::Withdrawn => "withdrawn",
            Self::OnHold => "on-hold",
            Self::Deprecated => "deprecated",
            Self::Superseded => "superseded",
            Self::Other => "other",
        }
    }

    /// The status of this canonical name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }

    /// Not decided yet: what a record in this state may still lack.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Proposed | Self::OnHold)
    }

    /// Whether a record in this state counts, or is to.
    pub const fn is_live(self) -> bool {
        self.is_open() || self.is_in_force()
    }

    /// Whether it was decided, and counts.
    pub const fn is_in_force(self) -> bool {
        matches!(self, Self::Accepted | Self::Implemented)
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl From<words::Status> for Status {
    fn from(status: words::Status) -> Self {
        match status {
            words::Status::Draft => Self::Draft,
            words::Status::Proposed => Self::Proposed,
            words::Status::Accepted => Self::Accepted,
            words::Status::Implemented => Self::Implemented,
            words::Status::Rejected => Self::Rejected,
            words::Status::Withdrawn => Self::Withdrawn,
            words::Status::OnHold => Self::OnHold,
            words::Status::Deprecated => Self::Deprecated,
            words::Status::Superseded => Self::Superseded,
        }
    }
}

/// All known words, with those a book has for statuses before them.
#[derive(Clone, Debug, Default)]
pub struct OwnWords {
    words: Vocabulary,
    /// Words that stand for [`Status::Other`], which no language has words for.
    other: Vec<String>,
    /// How dates are meant that can be read in two ways.
    pub dates: Option<Order>,
    /// The day that counts as today: nothing was decided on a later one. None where none is given.
    pub today: Option<Date>,
}

impl OwnWords {
    /// The words that everybody knows.
    pub fn new() -> Self {
        Self::default()
    }

    /// The words of `[preprocessor.archdoc.adr.statuses]`: a word and the status it stands for.
    ///
    /// What is no word (of signs only) or no status is left out; the settings' own check reports it.
    pub fn of<'a>(stated: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut own = words::OwnWords::default();
        let mut other = Vec::new();
        for (word, status) in stated {
            if status == Status::Other.name() {
                other.push(fold::phrase(word));
            } else if Status::from_name(status).is_some() {
                let _no_word = own.add_named("status", status, word);
            }
        }
        Self { words: Vocabulary::with(own), other, dates: None, today: None }
    }

    /// The vocabulary.
    pub(super) fn words(&self) -> &Vocabulary {
        &self.words
    }
}

/// The status word a text begins with, and its length in bytes. Own words come first.
pub fn at_start(text: &str, own: &OwnWords) -> Option<(Status, usize)> {
    let other = own.other.iter().filter_map(|word| fold::at_start(text, word)).max();
    let other = other.map(|len| (Status::Other, len));
    other.or_else(|| {
        let found = own.words.at_start::<words::Status>(text)?;
        let (word, rest) = text.split_at(found.len);
        (!names_a_record(word, rest)).then_some((found.meaning.into(), found.len))
    })
}

/// `RFC 12` is a record, `RFC` and `RFC 2024-03-05` are a state of one.
fn names_a_record(word: &str, rest: &str) -> bool {
    if !is_type_word(word) {
        return false;
    }
    let number = rest.trim_start_matches([' ', '-', '#']);
    number.starts_with(|c: char| c.is_ascii_digit()) && date::at_start(number).is_none()
}

/// All status words of a text, with their places.
pub(super) fn find(text: &str, own: &OwnWords) -> Vec<(Status, Range<usize>)> {
    let mut found: Vec<(Status, Range<usize>)> = Vec::new();
    for at in words::word_starts(text) {
        if found.last().is_none_or(|(_, last)| at >= last.end)
            && let Some((status, len)) = at_start(&text[at..], own)
        {
            found.push((status, at..at + len));
        }
    }
    found
}

/// The known word nearest to a misspelt one.
pub fn nearest(word: &str) -> Option<(&'static str, Status)> {
    const SHORTEST: usize = 5;
    let known = || Vocabulary::words::<words::Status>();
    let all = known().map(|(_, _, word)| word).filter(|word| word.len() >= SHORTEST);
    let near = text::wording::nearest(word, all).filter(|_| !is_its_own(word))?;
    known().find(|&(_, _, word)| word == near).map(|(status, _, word)| (word, status.into()))
}

/// Whether a word means something as it is, so that it is no other one misspelt: it is part of a phrase for a state
/// (`being discussed`), or names an event (`revised`).
fn is_its_own(word: &str) -> bool {
    let word = word.trim();
    let is_part = |phrase: &str| phrase.split(' ').any(|part| part.eq_ignore_ascii_case(word));
    let known = Vocabulary::known();
    known.glossed::<words::Label>(word).is_some()
        || known.whole::<words::DateWord>(word).is_some()
        || Vocabulary::words::<words::Status>().any(|(_, _, phrase)| is_part(phrase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_for_a_record_with_a_number_is_no_state() {
        let none = OwnWords::new();
        let state = |text| at_start(text, &none).map(|(status, _)| status);
        assert_eq!(state("RFC-0012"), None);
        assert_eq!(state("RFC 2: Use a log"), None);
        assert_eq!(state("RFC since May"), state("RFC 2026-03-05"));
        assert!(state("RFC").is_some());
    }

    #[test]
    fn words_end_where_words_end() {
        let none = OwnWords::new();
        assert_eq!(at_start("Accepted (lazy)", &none), Some((Status::Accepted, 8)));
        assert_eq!(at_start("IN-REVIEW", &none), Some((Status::Proposed, 9)));
        assert_eq!(at_start("acceptedly", &none), None);
        assert_eq!(at_start("提议中的", &none), Some((Status::Proposed, 9)));
        let own = OwnWords::of([("greenlit", "accepted")]);
        assert_eq!(at_start("Greenlit since May", &own), Some((Status::Accepted, 8)));
    }

    #[test]
    fn a_typo_is_named_and_not_read() {
        assert_eq!(at_start("depreciated", &OwnWords::new()), None);
        assert_eq!(nearest("depreciated"), Some(("Deprecated", Status::Deprecated)));
        assert_eq!(nearest("imlpemented"), Some(("Implemented", Status::Implemented)));
        assert_eq!(nearest("experimental"), None);
        assert_eq!(nearest("Discussed"), None, "and not dismissed");
        assert_eq!(nearest("Revised"), None, "and not realised");
    }
}
