//! What the names of files and directories say of what lies there.

use words::{PathWord, Vocabulary};

/// Whether a word of a name says this. One that begins with a number or a sign says more than that word.
pub fn says(meaning: PathWord, word: &str) -> bool {
    word.starts_with(char::is_alphabetic) && Vocabulary::known().is(meaning, word)
}

/// The words of a name.
pub fn of(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric())
}
