//! The name of a column or a field, and when two are the same.

use crate::template::key::{Key, keys_of};
use words::{Category, Column, Concept, Field, Found, Label, Language, Meaning, Part, Vocabulary};

/// The words over a column or before a value.
#[derive(Clone, Debug)]
pub struct Name {
    /// As it is written.
    pub text: String,
    keys: Vec<Key>,
    meanings: Vec<(Category, u8)>,
}

impl Name {
    /// A name from its words.
    pub fn new(text: &str) -> Self {
        let text = text.trim().trim_end_matches([':', '：']).trim();
        let keys = keys_of(text);
        let mut meanings = Vec::new();
        for key in &keys {
            meanings.extend(meant::<Field>(&key.written));
            meanings.extend(meant::<Label>(&key.written));
            meanings.extend(meant::<Column>(&key.written));
            meanings.extend(meant::<Part>(&key.written));
            meanings.extend(meant::<Concept>(&key.written));
        }
        Self { text: text.to_owned(), keys, meanings }
    }

    /// Whether two names are the same word, or mean the same in any language.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.shares_key(other) || self.meanings.iter().any(|one| other.meanings.contains(one))
    }

    /// Whether two names are the same word.
    fn shares_key(&self, other: &Self) -> bool {
        let same = |key: &Key| other.keys.iter().any(|other| key.stem == other.stem);
        self.keys.iter().any(same)
    }

    /// Whether it stands for another, or for more than that.
    pub(super) fn answers(&self, asked: &Self) -> bool {
        self.is(asked) || self.includes(asked)
    }

    /// Whether all words of another are among its own: "Technology and reason" has "Technology".
    fn includes(&self, other: &Self) -> bool {
        let words = |key: &'_ Key| key.stem.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let (Some(own), Some(other)) = (self.keys.first(), other.keys.first()) else {
            return false;
        };
        let own = words(own);
        words(other).iter().all(|word| own.contains(word))
    }

    /// Whether they may be meant to be the same: they share a word, or one is short for the other.
    pub(super) fn may_be(&self, other: &Self) -> bool {
        let (Some(own), Some(key)) = (self.keys.first(), other.keys.first()) else { return false };
        own.shares_word(key) || self.is_short_for(other) || other.is_short_for(self)
    }

    /// `RTO` for "Recovery Time Objective".
    fn is_short_for(&self, other: &Self) -> bool {
        let Some(long) = other.keys.first() else { return false };
        let initials: String =
            long.text.split(' ').filter_map(|word| word.chars().next()).collect();
        initials.chars().count() > 1 && self.keys.iter().any(|key| key.text == initials)
    }

    /// Whether the vocabulary knows it as the name of a field, and so as something else than what it
    /// does not match. A subject of sections says less: of a component, "Dependencies" may be its
    /// technology.
    pub(super) fn is_known(&self) -> bool {
        let of_fields = [Category::Field, Category::Label, Category::Column];
        self.meanings.iter().any(|(category, _)| of_fields.contains(category))
    }

    /// The word for it in a language; its own where there is none.
    pub fn in_language(&self, language: Option<Language>) -> &str {
        let spoken = language.filter(|language| *language != Language::ENGLISH);
        let foreign = spoken.filter(|language| !self.is_of(*language));
        foreign.and_then(|language| self.wording(language)).unwrap_or(&self.text)
    }

    /// Whether a language uses the word itself.
    fn is_of(&self, language: Language) -> bool {
        let of = Wanted { name: self, language, called_so: false };
        of.is_used::<Field>()
            || of.is_used::<Label>()
            || of.is_used::<Column>()
            || of.is_used::<Part>()
            || of.is_used::<Concept>()
    }

    /// A word has several meanings; the one that is called so says most of it.
    fn wording(&self, language: Language) -> Option<&'static str> {
        let each = |called_so| {
            let of = Wanted { name: self, language, called_so };
            of.word::<Field>()
                .or_else(|| of.word::<Label>())
                .or_else(|| of.word::<Column>())
                .or_else(|| of.word::<Part>().or_else(|| of.word::<Concept>()))
        };
        each(true).or_else(|| each(false))
    }
}

/// A word that is looked for in a language.
struct Wanted<'n> {
    name: &'n Name,
    language: Language,
    /// Whether the name must be the English word that is written for the meaning.
    called_so: bool,
}

impl Wanted<'_> {
    fn found<M: Meaning>(&self) -> impl Iterator<Item = Found<M>> {
        let written = self.name.keys.iter().map(|key| &key.written);
        written.filter_map(|text| Vocabulary::known().whole::<M>(text))
    }

    fn is_used<M: Meaning>(&self) -> bool {
        self.found::<M>().any(|found| found.languages.contains(self.language))
    }

    /// That of a meaning of the name.
    fn word<M: Meaning>(&self) -> Option<&'static str> {
        self.found::<M>().find_map(|found| {
            let english = Vocabulary::wording(found.meaning, Language::ENGLISH);
            let same = || english.is_some_and(|word| Name::new(word).shares_key(self.name));
            let fits = !self.called_so || same();
            fits.then(|| Vocabulary::wording(found.meaning, self.language))?
        })
    }
}

fn meant<M: Meaning>(text: &str) -> impl Iterator<Item = (Category, u8)> {
    let found = Vocabulary::known().meanings::<M>(text);
    found.into_iter().map(|found| (M::CATEGORY, found.meaning.index()))
}
