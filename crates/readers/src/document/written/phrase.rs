//! Phrases that only name the text that belongs in a place: "Brief description of the layers", "An
//! ordered list of terms used in this document".
//!
//! In the labelled documents (`tests/gold/documents`) such a phrase with nothing beside it is a template's,
//! but for what concerns a document as a whole, its purpose or scope: whoever has the list writes the list. Names and figures are an author's, so a phrase with a
//! capital, a digit or a path in it is left alone.

use words::{ClauseRole, Habit, Instruction, Reference, Vocabulary};

/// Longer than this in words, it says something.
const MAX_WORDS: usize = 16;
/// Letters of an article.
const MAX_ARTICLE: usize = 4;
/// Words at most of what is named with the text: "description and main functions of".
const MAX_BESIDE: usize = 4;

/// Whether a sentence is nothing but such a phrase.
pub(super) fn is_one(sentence: &str) -> bool {
    let phrase = sentence.trim().trim_end_matches('.');
    let words = Vocabulary::known();
    let at_start = |text: &str| words.starts(Reference::Account, text);
    let article = || {
        let (first, rest) = phrase.split_once(' ')?;
        let short = first.chars().count() <= MAX_ARTICLE && first.chars().all(char::is_alphabetic);
        let is_phrase = short && words.at_start::<Instruction>(first).is_none();
        at_start(rest).filter(|_| is_phrase).map(|found| (found, rest))
    };
    let Some((found, text)) = at_start(phrase).map(|found| (found, phrase)).or_else(article) else {
        return false;
    };
    let rest = &text[found.len..];
    let ends = found.languages.iter().all(|language| language.has(Habit::GenitiveEndings));
    let leads_on = ends || leads_to_subject(rest, found.languages.any_has(Habit::AdjectivesBehind));
    let capitals =
        rest.contains(char::is_uppercase) && !found.languages.any_has(Habit::CapitalNouns);
    let says_more = |c: char| c.is_ascii_digit() || ":/\\@#()".contains(c);
    rest.starts_with(' ')
        && leads_on
        && !capitals
        && !rest.contains(says_more)
        && !rest.contains(". ")
        && phrase.split_whitespace().count() <= MAX_WORDS
}

/// Whether a sentence begins with the noun for a text about something: "list of halls", "résumé
/// des droits" are no imperatives, though they are written so.
pub(super) fn names_text(sentence: &str) -> bool {
    let found = Vocabulary::known().starts(Reference::Account, sentence);
    found.is_some_and(|found| leads_to_subject(&sentence[found.len..], false))
}

/// Whether "of" or the like follows: at once, behind a second text, or behind an adjective where those
/// stand `behind` a noun.
fn leads_to_subject(rest: &str, behind: bool) -> bool {
    let known = Vocabulary::known();
    let of = |word: &str| {
        let word = word.split(['\'', '’']).next().unwrap_or(word);
        known.is(Reference::For, word)
    };
    let mut words = rest.split_whitespace();
    let Some(first) = words.next() else { return false };
    of(first)
        || behind && words.clone().next().is_some_and(of)
        || known.is(ClauseRole::And, first) && words.take(MAX_BESIDE).any(of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_names_a_text_is_none() {
        assert!(is_one("Description of the main halls and what they are for."));
        assert!(is_one("General description and functions of the yard."));
        assert!(is_one("An ordered list of terms used throughout the document."));
        assert!(is_one("Descrição de alto nível da arquitetura."));
        assert!(is_one("Vue d'ensemble des couches."));
        assert!(is_one("Kurze Beschreibung der wichtigsten Bausteine."));
        assert!(is_one("Krótki opis architektury systemu."));
    }

    #[test]
    fn a_phrase_that_says_something_is_left_alone() {
        assert!(!is_one("Maintains a list of wagons for the yard."));
        assert!(!is_one("See the list of wagons."));
        assert!(!is_one("List of yards: north, south."));
        assert!(!is_one("Overview of Atlas."));
        assert!(!is_one("Description of the 3 yards."));
        assert!(!is_one("List views of the hall."));
        assert!(!is_one("Summary tables are kept for a year."));
    }
}
