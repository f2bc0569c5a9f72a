//! The languages that there are files for.

use std::fmt;

use crate::grammar::Grammar;
use crate::known;
use crate::meaning::Habit;

/// A language with a file of words.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(pub(crate) u8);

/// Tags that software writes for languages whose files are called otherwise: the script of Chinese
/// by its country, Norwegian without its variety, Hebrew before 1989, Serbian in Latin letters before 2000.
const ALSO: [(&str, &str); 9] = [
    ("zh-tw", "zh-Hant"),
    ("zh-hk", "zh-Hant"),
    ("zh-mo", "zh-Hant"),
    ("zh", "zh-Hans"),
    ("no", "nb"),
    ("nn", "nb"),
    ("iw", "he"),
    ("sh", "sr-Latn"),
    ("cn", "zh-Hans"),
];

/// Letters by which neighbours are told apart, with the languages among ours that write them.
const LETTERS: [(&str, &[&str]); 15] = [
    ("łąęńśźż", &["pl"]),
    ("řěů", &["cs"]),
    ("ľĺŕ", &["sk"]),
    ("őű", &["hu"]),
    ("șțăşţ", &["ro", "tr"]),
    ("ğı", &["tr"]),
    ("øæ", &["da", "nb"]),
    ("ãõ", &["pt"]),
    ("ñ", &["es"]),
    ("ß", &["de"]),
    ("ыэё", &["ru"]),
    ("ъ", &["bg", "ru"]),
    ("ђјљњћџ", &["sr"]),
    ("єіїґ", &["uk"]),
    ("のはがをにでとるたなりしーンスト", &["ja"]),
];

impl Language {
    /// The one that all others fall back on.
    pub const ENGLISH: Self = Self(known::ENGLISH);

    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..64).zip(known::languages()).map(|(index, _)| Self(index))
    }

    /// The language of a tag as in `book.language`: `de`, `de-AT`, `zh_CN`, `pt-BR`. None where we
    /// have no words of it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.trim().replace('_', "-").to_ascii_lowercase();
        let mut tag = tag.as_str();
        loop {
            let also = ALSO.iter().find(|(other, _)| *other == tag).map(|(_, known)| *known);
            let found = Self::all()
                .find(|language| language.tag().eq_ignore_ascii_case(also.unwrap_or(tag)));
            if found.is_some() {
                return found;
            }
            tag = tag.rsplit_once('-')?.0;
        }
    }

    /// As in [BCP 47](https://www.rfc-editor.org/info/bcp47).
    pub fn tag(self) -> &'static str {
        known::languages().get(usize::from(self.0)).map_or("", |language| language.0)
    }

    /// What its speakers call it.
    pub fn name(self) -> &'static str {
        known::languages().get(usize::from(self.0)).map_or("", |language| language.1)
    }

    /// How its sentences are built.
    pub fn grammar(self) -> &'static Grammar {
        known::languages().get(usize::from(self.0)).map_or(&Grammar::NONE, |language| &language.2)
    }

    /// Whether it does this.
    pub fn has(self, habit: Habit) -> bool {
        self.grammar().habits.contains(&habit)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// The languages that have a word in one meaning; none for a book's own words.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Languages(pub(crate) u64);

impl Languages {
    /// Those that write a letter of a text and whose neighbours do not: Polish for "Przepływ". None
    /// for most texts.
    pub fn by_letters(text: &str) -> Self {
        // Neither ideographs nor Hangul tell.
        let tells = |c: &char| !c.is_ascii() && !matches!(c, '\u{4e00}'..='\u{d7a3}');
        let told: String = text.chars().filter(tells).flat_map(char::to_lowercase).collect();
        if told.is_empty() {
            return Self::default();
        }
        let has = |letters: &str| told.contains(|c| letters.contains(c));
        let found = LETTERS.iter().filter(|(letters, _)| has(letters)).flat_map(|(_, tags)| *tags);
        let found = found.filter_map(|tag| Language::from_tag(tag));
        found.fold(Self::default(), |all, one| Self(all.0 | 1 << one.0))
    }

    /// Whether the word is of this language.
    pub const fn contains(self, language: Language) -> bool {
        self.0 >> language.0 & 1 == 1
    }

    /// The languages, in the order of their tags.
    pub fn iter(self) -> impl Iterator<Item = Language> {
        Language::all().filter(move |&language| self.contains(language))
    }

    /// Whether one of them does this.
    pub fn any_has(self, habit: Habit) -> bool {
        self.iter().any(|language| language.has(habit))
    }

    /// Whether both have one in common.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Those in common.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Those of either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether there is none: the word is the book's own.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl fmt::Debug for Languages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
