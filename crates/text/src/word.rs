//! Words of the configuration that stand for a variant.

/// A type whose values are written as one of a few words.
pub trait Word: Copy + PartialEq + 'static {
    /// Each word with its value, in the order a reader should meet them.
    const WORDS: &'static [(&'static str, Self)];

    /// The value of a word; none for a word that is not one.
    fn from_word(word: &str) -> Option<Self> {
        let known = Self::WORDS.iter().find(|(name, _)| *name == word);
        known.map(|&(_, value)| value)
    }

    /// The word of this value.
    fn word(self) -> &'static str {
        let known = Self::WORDS.iter().find(|&&(_, value)| value == self);
        known.map_or("", |&(name, _)| name)
    }

    /// All words.
    fn all() -> Vec<&'static str> {
        Self::WORDS.iter().map(|&(name, _)| name).collect()
    }
}

/// Writes the [`Word`] table of an enum whose variants carry nothing.
#[macro_export]
macro_rules! words {
    ($type:ty { $($word:literal => $variant:ident),* $(,)? }) => {
        impl $crate::word::Word for $type {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$variant)),*];
        }
    };
}
pub use crate::words;
