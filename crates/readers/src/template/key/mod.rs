//! Heading keys: what is left of a heading when everything that carries no identity is taken away.
//!
//! Measured on 88 real documents: numbers, emoji, emphasis, case, `&`, dashes, diacritics, trailing
//! parentheses and plural endings vary freely while the section stays the same.

mod fold;
mod number;
mod parts;
mod typo;

use words::{Concept, Found, Reference, Vocabulary};

use fold::{folded, stem, words};
use number::{unnumbered, without_number};
pub use parts::{bare, behind_name, conjuncts, glossed, keys_of};
pub use typo::is_typo;

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
        Self { written: written.trim().to_owned(), text, stem, len, letters }
    }

    /// True for headings of nothing but signs and emoji.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether two keys have a word in common, endings aside.
    pub fn shares_word(&self, other: &Self) -> bool {
        let stem = |word: &str| word.chars().take(STEM).collect::<String>();
        let long = |word: &&str| word.chars().count() >= STEM;
        let words = |key: &'_ Self| key.text.split(' ').filter(long).map(stem).collect::<Vec<_>>();
        let theirs = words(other);
        words(self).iter().any(|word| theirs.contains(word))
    }

    /// True for one word, which may mean something else elsewhere: "Tools", "Scope".
    pub fn is_one_word(&self) -> bool {
        !self.text.contains(' ')
    }

    /// What is called so in any language: exactly, then as a plural or a singular.
    pub fn concepts(&self) -> (Vec<Found<Concept>>, Vec<Found<Concept>>) {
        let known = |text: &str| Vocabulary::known().meanings::<Concept>(text);
        let exact = known(&self.written);
        if !exact.is_empty() || self.text.is_empty() {
            return (exact, Vec::new());
        }
        let mut near = if self.stem == self.text { Vec::new() } else { known(&self.stem) };
        if near.is_empty() && self.text.is_ascii() && !self.text.ends_with('s') {
            near = known(&format!("{}s", self.text));
        }
        (exact, near)
    }

    /// Whether its words say what it is wherever it stands: several, or one as long as several.
    pub fn is_telling(&self) -> bool {
        !self.is_one_word() || is_long(&self.text)
    }

    /// The only known wording among its words, where that is half of them or more. Words for an
    /// overview, the context or the architecture say nothing more where another stands beside them.
    pub fn main_concept(&self) -> Option<Contained> {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        let mut all = letters(&self.written);
        let mut found: Vec<_> = self.wordings().collect();
        if found.len() > 1 {
            found.retain(|(range, concept)| {
                let general = GENERAL.contains(concept);
                all -= if general { letters(&self.written[range.clone()]) } else { 0 };
                !general
            });
        }
        let [(range, concept)] = found.as_slice() else { return None };
        let wording = &self.written[range.clone()];
        let (before, behind) = (&self.written[..range.start], &self.written[range.end..]);
        // "Beschreibung der Komponenten" and "Komponentenbeschreibung" say no more than each other.
        let introduced = !before.is_empty() && only_introduces(before) && only_treats(behind);
        let treated = introduced || only_treats(behind);
        // Without spaces the last word says what it is: 依存方向 is a direction.
        let head = !wording.chars().any(words::is_unspaced) || treated;
        let most = 2 * letters(wording) >= all || introduced || treated && letters(before) == 0;
        (head && most).then(|| {
            let key = Self::new(wording);
            let telling = key.is_telling() || letters(behind) > 0 && treated || introduced;
            Contained { concept: *concept, key, telling, alone: introduced }
        })
    }

    /// Its words without those at the end that say how the subject is treated: "Scalability" of
    /// "Scalability considerations".
    pub fn treated(&self) -> Option<Self> {
        let ends = self.written.match_indices(|c: char| !c.is_alphanumeric()).map(|(at, _)| at);
        let at = ends.into_iter().find(|&at| only_treats(&self.written[at..]))?;
        (at > 0).then(|| Self::new(&self.written[..at]))
    }

    /// Its words but for the last, where that is another: "Performance" of "Performance optimization".
    pub fn without_last(&self) -> Option<Self> {
        let (before, _) = self.written.rsplit_once(' ')?;
        Some(Self::new(before)).filter(|key| !key.is_empty())
    }

    /// Whether it names only what any part of a document may tell of.
    pub fn is_general(&self) -> bool {
        let (exact, _) = self.concepts();
        !exact.is_empty() && exact.iter().all(|found| GENERAL.contains(&found.meaning))
    }

    /// What stands before and behind each place where it may come apart.
    pub fn halves(&self) -> impl Iterator<Item = Self> + '_ {
        let unspaced = self.written.chars().any(words::is_unspaced);
        let cuts = self.written.char_indices().skip(1);
        let cuts = cuts.filter(move |(_, c)| unspaced || !c.is_alphanumeric());
        cuts.flat_map(|(at, _)| [&self.written[..at], &self.written[at..]]).map(Self::new)
    }

    /// The concepts whose wordings are among its words.
    pub fn mentioned(&self) -> Vec<Concept> {
        self.wordings().map(|(_, concept)| concept).collect()
    }

    fn wordings(&self) -> impl Iterator<Item = (std::ops::Range<usize>, Concept)> {
        let found = Vocabulary::known().find::<Concept>(&self.written);
        found
            .map(|(range, found)| (range, found.meaning))
            .filter(|(_, concept)| *concept != Concept::ArchitectureDocumentation)
    }

    /// Whether it is the heading to write for a concept, in one of the languages that have it.
    pub fn is_usual(&self, concept: Found<Concept>) -> bool {
        concept.languages.iter().any(|language| {
            let usual = Vocabulary::wording(concept.meaning, language);
            usual.is_some_and(|usual| words::folded(usual) == words::folded(&self.written))
        })
    }
}

/// A known wording that makes up most of a heading.
#[derive(Clone, Debug)]
pub struct Contained {
    /// What is called so.
    pub concept: Concept,
    /// The wording alone.
    pub key: Key,
    /// Whether it says what the heading is wherever that stands: several words, or what goes on with
    /// nothing but how the subject is treated ("Logging strategy").
    pub telling: bool,
    /// Whether nothing else stands in the heading but what introduces it: "Description of the layers".
    pub alone: bool,
}

/// Whether a text has no other words than those that say how a subject is treated: "strategy", 設計.
fn only_treats(text: &str) -> bool {
    let known = Vocabulary::known();
    let mut rest = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    while !rest.is_empty() {
        let Some(found) = known.starts(Reference::Treatment, rest) else { return false };
        rest = rest[found.len..].trim_start_matches(|c: char| !c.is_alphanumeric());
    }
    true
}

/// Whether a text has no other words than those and what leads on from them: "descrição dos", "description
/// of the".
fn only_introduces(text: &str) -> bool {
    let known = Vocabulary::known();
    let text = text.trim_end();
    let leads_on = |text: &str| {
        let (of, article) = text.split_once(' ').unwrap_or((text, ""));
        known.is(Reference::For, text)
            || known.is(Reference::For, of)
                && article.chars().count() <= ARTICLE
                && article.chars().all(char::is_alphabetic)
    };
    let mut ends = text.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    ends.any(|at| leads_on(text[at..].trim()) && only_treats(&text[..at]))
}

/// Letters of an article.
const ARTICLE: usize = 3;

/// What any part of a document may tell of.
const GENERAL: [Concept; 4] =
    [Concept::Architecture, Concept::Overview, Concept::Context, Concept::Summary];

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

    #[test]
    fn a_heading_may_be_known_by_its_main_words() {
        let main = |heading| Key::new(heading).main_concept().map(|found| found.concept);
        assert_eq!(main("Rental Data Models"), Some(Concept::DataModel));
        assert_eq!(main("Datenschutz-Architektur"), Some(Concept::DataProtection));
        assert_eq!(main("Security of data flows"), None);
        assert_eq!(main("Data flow of the nightly import from the office"), None);
        assert_eq!(main("第十二章：缓存策略"), Some(Concept::Caching));
        assert_eq!(main("数据与链路约束"), None);
        assert_eq!(main("依存方向"), None);
        assert_eq!(main("Roadmap Highlights"), Some(Concept::Roadmap));
        assert_eq!(main("Descrição dos componentes"), Some(Concept::Components));
        assert_eq!(main("Descripción de la seguridad"), Some(Concept::Security));
        assert_eq!(main("기술 스택 요약"), Some(Concept::TechnologyStack));
    }
}
