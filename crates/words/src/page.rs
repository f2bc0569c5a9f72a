//! What pages say, in the language of their text.

use crate::known;
use crate::language::Language;
use crate::meaning::{Outcome, Phrase, RelationKind};

/// The phrases of one language.
///
/// ```
/// use mdbook_archdoc_words::{Language, Phrase, Phrases};
///
/// let german = Phrases::of(Language::from_tag("de"));
/// assert_eq!(german.with(Phrase::DoneOf, &["3", "8"]), "3 von 8");
/// assert_eq!(Phrases::of(None).get(Phrase::NotWritten), "Not written yet");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Phrases {
    language: Option<Language>,
    said: &'static [&'static str],
}

/// A piece of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Text(&'static str),
    /// The place of a value, from 0.
    Value(usize),
}

impl Phrases {
    /// Those of a language; the English ones where there are none of it.
    pub fn of(language: Option<Language>) -> Self {
        let own = language.and_then(|language| Some((language, known::page(language.0)?)));
        match own {
            Some((language, said)) => Self { language: Some(language), said },
            None => Self { language: Some(Language::ENGLISH), said: known::english_page() },
        }
    }

    /// The language that they are in.
    pub const fn language(self) -> Option<Language> {
        self.language
    }

    /// A phrase as the file has it.
    pub fn get(self, phrase: Phrase) -> &'static str {
        self.said.get(phrase.place()).copied().unwrap_or_default()
    }

    /// What stands before the name of another record.
    pub fn relation(self, kind: RelationKind, outcome: Outcome) -> &'static str {
        self.said.get(kind.place(outcome)).copied().unwrap_or_default()
    }

    /// A phrase in pieces.
    pub fn pieces(self, phrase: Phrase) -> impl Iterator<Item = Piece> {
        let mut parts = self.get(phrase).split('{');
        let first = parts.next().map(Piece::Text);
        first.into_iter().chain(parts.flat_map(|part| {
            let (number, rest) = part.split_once('}').unwrap_or((part, ""));
            let place = number.parse::<usize>().unwrap_or_default().saturating_sub(1);
            [Piece::Value(place), Piece::Text(rest)]
        }))
    }

    /// A phrase with its values, without marks.
    pub fn with(self, phrase: Phrase, values: &[&str]) -> String {
        let words = self.pieces(phrase).map(|piece| match piece {
            Piece::Text(text) => text,
            Piece::Value(place) => values.get(place).copied().unwrap_or_default(),
        });
        words.collect()
    }
}
