//! Words of state that only say which things are meant.

use std::ops::Range;

use words::{Answer, ClauseRole, Reference, Status, Vocabulary, date};

use super::scan::Scan;

/// What may stand behind a word of state that is about the record.
const GOES_ON: [ClauseRole; 18] = [
    ClauseRole::Negation,
    ClauseRole::NoLonger,
    ClauseRole::Condition,
    ClauseRole::Possibility,
    ClauseRole::Plan,
    ClauseRole::Past,
    ClauseRole::Part,
    ClauseRole::Whole,
    ClauseRole::Restored,
    ClauseRole::Instead,
    ClauseRole::Jointly,
    ClauseRole::Agent,
    ClauseRole::And,
    ClauseRole::Or,
    ClauseRole::Time,
    ClauseRole::Settled,
    ClauseRole::Purpose,
    ClauseRole::LeadIn,
];

/// Whether a word of state, with the text behind it, is an attribute of a thing that the sentence is about:
/// `Superseded libraries are listed in ADR 1`, `Deprecated APIs remain`. The thing is known by its capital or by the
/// verb behind it.
pub(in crate::adr) fn is_attribute(state: &str, behind: &str, words: &Vocabulary) -> bool {
    let thing = behind.trim_start();
    if thing.len() == behind.len() || !thing.starts_with(char::is_alphabetic) {
        return false;
    }
    if goes_on(thing, words) {
        return false;
    }
    let end = thing.find(|c: char| !c.is_alphanumeric()).unwrap_or(thing.len());
    let loud = !state.contains(char::is_lowercase);
    let capital = !loud && thing[..end].contains(char::is_uppercase);
    capital || is_predicate(thing[end..].trim_start(), state, words)
}

impl Scan<'_> {
    /// Whether a word of state begins a sentence on things that it tells apart: `Rejected options are listed below.`
    /// What is said of a record has no other subject behind the word.
    pub(super) fn begins_with_things(&self, state: &Range<usize>) -> bool {
        // "Deprecated we are moving on" has a subject of its own, and it is short.
        const SHORTEST: usize = 4;
        let before = &self.text[self.start(state.start)..state.start];
        let (word, behind) = (&self.text[state.clone()], &self.text[state.end..]);
        let thing = behind.trim_start();
        if before.contains(char::is_alphanumeric)
            || thing.len() == behind.len()
            || !thing.starts_with(char::is_lowercase)
            || goes_on(thing, self.words)
        {
            return false;
        }
        let end = thing.find(|c: char| !c.is_alphanumeric()).unwrap_or(thing.len());
        end >= SHORTEST && is_predicate(thing[end..].trim_start(), word, self.words)
    }

    /// Whether what stands at a place goes on with what was said of the record.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        goes_on(&self.text[at..], self.words)
    }
}

/// Whether a text begins with what may stand behind a word of state that is about the record.
fn goes_on(text: &str, words: &Vocabulary) -> bool {
    GOES_ON.into_iter().any(|role| words.starts(role, text).is_some())
        || words.starts(Answer::SoFar, text).is_some()
        || words.starts(Reference::Record, text).is_some()
        || words.starts(Reference::Number, text).is_some()
        || words.at_start::<Status>(text).is_some()
        || words.relation_at_start(text).is_some()
        || date::at_start(text).is_some()
}

/// Whether a word of state goes on as a verb that tells which thing is meant: `置き換えたテスト`. The thing stands right
/// behind the verb's ending.
pub(super) fn is_verb_of_a_thing(text: &str, state: &Range<usize>, words: &Vocabulary) -> bool {
    let Some(found) = words.at_start::<Status>(&text[state.start..]) else { return false };
    let is_ending = |c: char| ('\u{3041}'..='\u{309f}').contains(&c);
    let behind = &text[state.end..];
    let thing = behind.trim_start_matches(is_ending);
    let ending = &behind[..behind.len() - thing.len()];
    thing.starts_with(char::is_alphabetic)
        && found.languages.iter().any(|known| known.grammar().attributives.contains(&ending))
}

/// Whether a text begins with a verb that makes a statement, or with one more word of the thing and then the verb, in
/// the language of a word of state.
fn is_predicate(text: &str, state: &str, words: &Vocabulary) -> bool {
    let Some(state) = words.at_start::<Status>(state) else { return false };
    let is_verb = |text: &str| {
        let word = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let word = word.to_lowercase();
        state.languages.iter().any(|known| known.grammar().predicates.contains(&word.as_str()))
    };
    let more = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    let behind = &text[more..];
    let is_plain = GOES_ON.into_iter().all(|role| words.starts(role, text).is_none());
    is_verb(text) || is_plain && behind.starts_with(' ') && is_verb(behind.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_behind_a_word_of_state_has_it_for_an_attribute() {
        let is = |state, behind| is_attribute(state, behind, Vocabulary::known());
        for (state, behind) in [
            ("Superseded", " libraries are listed in ADR 1."),
            ("Deprecated", " APIs remain until May."),
            ("Deprecated", " client libraries are listed in ADR 1."),
        ] {
            assert!(is(state, behind), "{state}{behind}");
        }
        for (state, behind) in [
            ("Superseded", " by ADR 2"),
            ("Superseded", ". Libraries are listed in ADR 1."),
            ("Superseded", ""),
            ("Deprecated", " since May 2024"),
            ("Deprecated", " May 2024"),
            ("Deprecated", " because it is slow"),
            ("Deprecated", " since nobody is there"),
            ("Deprecated", " record"),
            ("Deprecated", "** Use another"),
            ("DEPRECATED", " USE ANOTHER"),
        ] {
            assert!(!is(state, behind), "{state}{behind}");
        }
    }
}
