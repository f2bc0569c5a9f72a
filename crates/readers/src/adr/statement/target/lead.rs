//! What stands before a name: words that lead to it, as to what has a thing or a piece.

use words::{ClauseRole, DateWord, Reference, Vocabulary};

use super::counted::is_decision;

/// Words that may stand before a record's name without saying anything.
pub(in super::super) fn glue(rest: &str) -> bool {
    let words = Vocabulary::known();
    [
        ClauseRole::LeadIn,
        ClauseRole::Agent,
        ClauseRole::Time,
        ClauseRole::Whole,
        ClauseRole::Part,
        ClauseRole::Own,
        ClauseRole::Earlier,
    ]
    .into_iter()
    .any(|role| words.starts(role, rest).is_some())
}

/// Whether a text ends with a word that leads to what has the thing before it: `the queue in`, `the caching part of`.
pub(super) fn is_led_to(before: &str) -> bool {
    stands_in(before) || is_a_piece_of(before)
}

fn ends_with_of(before: &str) -> bool {
    let last = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    !last.is_empty() && Vocabulary::known().is(DateWord::Of, last)
}

/// Whether what stands before a name is a thing that the named record has: `the gate criterion in`, `the rules of`.
/// `The approach in` and `the decision to use X in` are what it decides, and `Use of Redis in` begins a title.
pub(in super::super) fn is_a_thing_in(before: &str) -> bool {
    let words = Vocabulary::known();
    let whole = [words::Part::Approach, words::Part::Proposal, words::Part::Outcome];
    let thing = |at: usize| {
        let rest = &before[at..];
        !glue(rest)
            && words.starts(Reference::Record, rest).is_none()
            && words.starts(Reference::Number, rest).is_none()
            && words.starts(DateWord::Article, rest).is_none()
    };
    // `ADR-2 and` names one more.
    let decision = |rest: &str| {
        let found = words.starts(Reference::Record, rest)?;
        let behind = rest[found.len..].trim_start_matches(|c: char| !c.is_alphanumeric());
        (!behind.starts_with(|c: char| c.is_ascii_digit())).then_some(())
    };
    let is_whole = |at: usize| {
        let rest = &before[at..];
        whole.iter().any(|&part| words.starts(part, rest).is_some()) || decision(rest).is_some()
    };
    let lead = before.trim_start();
    let begins =
        lead.starts_with(char::is_lowercase) || words.starts(DateWord::Article, lead).is_some();
    begins
        && (is_led_to(before) || ends_with_of(before))
        && !before.contains([',', ';', ':', '('])
        && words::word_starts(before).any(thing)
        && !words::word_starts(before).any(is_whole)
}

/// Whether a text ends with a word for a piece and "of": `the caching slice of`, `D4-D7 of`.
fn is_a_piece_of(before: &str) -> bool {
    let words = Vocabulary::known();
    let text = before.trim_end();
    let starts: Vec<usize> = words::word_starts(text).collect();
    let Some((&of, earlier)) = starts.split_last() else { return false };
    let thing = text[..of].trim_end();
    let is_piece = |&at: &usize| {
        let reaches = |len: usize| at + len >= thing.len();
        words.starts(ClauseRole::Part, &text[at..]).is_some_and(|found| reaches(found.len))
            || words.starts(Reference::Chapter, &text[at..]).is_some_and(|found| reaches(found.len))
    };
    words.starts(DateWord::Of, &text[of..]).is_some()
        && (earlier.iter().rev().take(2).any(is_piece) || is_a_decision_of(text))
}

/// Whether a text ends with a decision's code and "of": `D4-D7 of`.
pub(in super::super) fn is_a_decision_of(before: &str) -> bool {
    let mut last = before.split_whitespace().rev();
    let of = last.next().is_some_and(|of| Vocabulary::known().is(DateWord::Of, of));
    of && last.next().is_some_and(is_decision)
}

/// Whether a text ends with a word for where something stands.
fn stands_in(before: &str) -> bool {
    let last = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    Vocabulary::known().is(ClauseRole::Time, last) && !last.is_empty()
}
