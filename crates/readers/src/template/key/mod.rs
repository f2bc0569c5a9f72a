//! Heading keys: what is left of a heading when everything that carries no identity is taken away.
//!
//! Measured on 88 real documents: numbers, emoji, emphasis, case, `&`, dashes, diacritics, trailing
//! parentheses and plural endings vary freely while the section stays the same.

mod fold;
mod number;
mod parts;
mod subject;
mod typo;

use words::{Concept, Found, Language, Vocabulary};

use fold::{folded, stem, words};
use number::{unnumbered, without_number};
pub use parts::{bare, glossed};
pub(crate) use parts::{behind_name, conjuncts, keys_of};
pub use subject::Contained;
pub(crate) use typo::{is_form, is_typo};

/// A normalised heading. Keys are equal when their words are.
#[derive(Clone, Debug)]
pub struct Key {
    /// The heading as it is written, without its number: languages have letters that the words lack.
    pub written: String,
    /// The words, joined by one space.
    pub text: String,
    /// The same without plural endings.
    pub stem: String,
    /// Characters of the words, counted once for the many comparisons of a search for typos.
    len: usize,
    /// Which letters occur, as bits, for the same reason.
    letters: u64,
    /// What is called so in any language.
    concepts: Vec<Found<Concept>>,
    /// Whether they are only called so in the plural or the singular.
    inflected: bool,
}

impl Key {
    /// The key of a heading's plain text.
    pub fn new(heading: &str) -> Self {
        let written = unnumbered(heading);
        let folded = folded(written);
        // Digits that folding made plain are a number too.
        let text = words(if written == heading { without_number(&folded) } else { &folded });
        let stem = stem(&text);
        let len = text.chars().count();
        let letters = text.chars().fold(0, |bits, c| bits | 1 << (u32::from(c) % 64));
        let written = written.trim().to_owned();
        let known = |text: &str| Vocabulary::known().meanings::<Concept>(text);
        let exact = known(&written);
        let inflected = exact.is_empty() && !text.is_empty();
        let concepts = if inflected { inflections(&text, &stem, known) } else { exact };
        Self { written, text, stem, len, letters, concepts, inflected }
    }

    /// True for headings of nothing but signs and emoji.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether two keys have a word in common, endings aside.
    pub(crate) fn shares_word(&self, other: &Self) -> bool {
        let stem = |word: &str| word.chars().take(STEM).collect::<String>();
        let long = |word: &&str| word.chars().count() >= STEM;
        let words = |key: &'_ Self| key.text.split(' ').filter(long).map(stem).collect::<Vec<_>>();
        let theirs = words(other);
        words(self).iter().any(|word| theirs.contains(word))
    }

    /// True for one word, which may mean something else elsewhere: "Tools", "Scope".
    pub(crate) fn is_one_word(&self) -> bool {
        !self.text.contains(' ')
    }

    /// What is called so in any language: exactly, or where nothing is, as a plural or a singular.
    pub fn concepts(&self) -> (&[Found<Concept>], &[Found<Concept>]) {
        if self.inflected { (&[], &self.concepts) } else { (&self.concepts, &[]) }
    }

    /// Whether it is called so in any language, endings aside.
    pub(crate) fn names(&self, concept: Concept) -> bool {
        self.names_any(&[concept])
    }

    /// Whether it is called as one of these in any language, endings aside.
    pub(crate) fn names_any(&self, concepts: &[Concept]) -> bool {
        self.concepts.iter().any(|found| concepts.contains(&found.meaning))
    }

    /// Whether its words say what it is wherever it stands: several, or one as long as several.
    pub fn is_telling(&self) -> bool {
        !self.is_one_word() || is_long(&self.text) || self.is_compound()
    }

    /// Whether it is one word where English takes several, in a language that writes them as one: "Datamodell".
    fn is_compound(&self) -> bool {
        let one = |wording: Option<&str>| wording.is_some_and(|wording| !wording.contains(' '));
        let joins = |&found: &Found<Concept>| {
            let wording = |language| Vocabulary::wording(found.meaning, language);
            let of_others =
                !found.languages.contains(Language::ENGLISH) && !one(wording(Language::ENGLISH));
            // "Sicherheit" is what English calls "Security", too.
            let no_word = || {
                Vocabulary::wordings(found.meaning, Language::ENGLISH)
                    .all(|wording| wording.contains(' '))
            };
            let joined = found.languages.iter().any(|language| one(wording(language)));
            of_others && joined && (self.is_usual(found) || no_word())
        };
        self.text.chars().count() >= COMPOUND && self.concepts().0.iter().any(joins)
    }

    /// Whether it is a title, or one of its words, endings aside: "Integrations" of "Integration Points".
    pub(crate) fn is_word_of(&self, title: &Self) -> bool {
        let is = |word: &str| word == self.stem || word == self.text;
        is(&title.stem) || title.stem.split(' ').any(is) || title.text.split(' ').any(is)
    }

    /// Whether it is a word of the heading to write for a concept, in one of the languages that have it.
    pub(crate) fn is_of_usual(&self, concept: Found<Concept>) -> bool {
        let usual = |language| Vocabulary::wording(concept.meaning, language);
        let mut usual = concept.languages.iter().filter_map(usual);
        usual.any(|title| self.is_word_of(&Self::new(title)))
    }

    /// Whether it is the heading to write for a concept, in one of the languages that have it.
    pub fn is_usual(&self, concept: Found<Concept>) -> bool {
        let own = words::folded(&self.written);
        concept.languages.iter().any(|language| {
            let usual = Vocabulary::wording(concept.meaning, language);
            usual.is_some_and(|usual| words::folded(usual) == own)
        })
    }
}

/// What a plural or a singular of some words is called.
fn inflections(
    text: &str,
    stem: &str,
    known: impl Fn(&str) -> Vec<Found<Concept>>,
) -> Vec<Found<Concept>> {
    let near = if stem == text { Vec::new() } else { known(stem) };
    if near.is_empty() && text.is_ascii() && !text.ends_with('s') {
        return known(&format!("{text}s"));
    }
    near
}

/// Letters of the shortest compound that is known as one: "Dataflyt".
const COMPOUND: usize = 8;

/// Letters that a shared word must have in common; endings vary with grammar.
const STEM: usize = 5;

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Key {}

/// Whether one word says as much as two: compounds, and scripts without spaces.
fn is_long(word: &str) -> bool {
    word.chars().count() > LONG_WORD || word.chars().any(words::is_unspaced)
}

/// Letters of the longest English word that names a section on its own ("authentication" has 14);
/// a longer one is a compound.
const LONG_WORD: usize = 14;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decoration_is_no_identity() {
        for heading in [
            "Security Considerations",
            "5. Security considerations",
            "5.1 **Security** Considerations:",
            "🔒 Security Considerations",
            "0) SECURITY CONSIDERATIONS",
            "A. Security Considerations",
            "§3 Security Considerations",
            "IV. Security considerations",
            ":lock: Security Considerations",
            "Chapter 6: Security Considerations",
        ] {
            let plain = heading.replace('*', "");
            assert_eq!(Key::new(&plain).text, "security considerations", "{heading}");
        }
        assert_eq!(Key::new("Einführung und Ziele"), Key::new("Einfuehrung und Ziele"));
        assert_eq!(Key::new("Monitoring & Logging"), Key::new("Monitoring and Logging"));
        assert_eq!(Key::new("Non\u{2011}Goals"), Key::new("Non-Goals"));
        assert_eq!(Key::new("Data Models").stem, Key::new("Data Model").stem);
        assert_eq!(Key::new("12-factor App").text, "12 factor app");
        assert_eq!(Key::new("3D Model").text, "3d model");
        assert_eq!(Key::new("1. 文档信息").text, "文档信息");
        assert_eq!(Key::new("二、技术栈").text, "技术栈");
        assert_eq!(Key::new("一览").text, "一览");
    }

    #[test]
    fn endings_do_not_matter() {
        let share = |a, b| Key::new(a).shares_word(&Key::new(b));
        assert!(share("Décisions", "Décision d'architecture"));
        assert!(share("Scénarios de qualité", "Exigences de qualité"));
        assert!(!share("Annexe", "Glossaire"));
    }
}
