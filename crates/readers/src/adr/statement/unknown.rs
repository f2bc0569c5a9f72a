//! Statements in words that no vocabulary has for a status.

use std::ops::Range;

use words::{Vocabulary, date};

use super::reading::{Doubt, Reading};
use crate::adr::status::Status;

/// A short clause of words that nobody knows, and the date beside it; or one that only as a whole says that the
/// decision counts.
pub(super) fn unknown(text: &str, whole: &Range<usize>) -> Option<Reading> {
    const MOST_WORDS: usize = 3;
    const MOST_CHARS: usize = 40;
    let dates = date::find(text);
    let first =
        dates.first().map_or(whole.end, |date| date.span.start.clamp(whole.start, whole.end));
    let said = &text[whole.start..first];
    let sign = |c: char| matches!(c, ',' | ';' | '(' | ':' | '—' | '–' | '.' | '。' | '（' | '，');
    // A dot inside a word ends nothing: `Discussed by @ann.lee`.
    let ends = |&(at, c): &(usize, char)| {
        sign(c) && !(c == '.' && said[at + 1..].starts_with(char::is_alphanumeric))
    };
    let end = said.char_indices().find(ends).map_or(said.len(), |(at, _)| at);
    let clause = said[..end].trim_end().trim_end_matches(" -");
    let short =
        clause.split_whitespace().count() <= MOST_WORDS && clause.chars().count() <= MOST_CHARS;
    let near = dates.first().filter(|date| {
        let between =
            &text[whole.start + clause.len()..date.span.start.max(whole.start + clause.len())];
        !between.contains(char::is_alphabetic)
    });
    let rest = near.map_or(whole.start + clause.len(), |date| date.span.end);
    let alone = !text[rest..].contains(char::is_alphabetic);
    let settled = is_settled(&text[whole.start..], clause, alone);
    let (status, doubt) =
        if settled { (Status::Accepted, None) } else { (Status::Other, Some(Doubt::Unknown)) };
    ((settled || short) && clause.contains(char::is_alphabetic)).then(|| Reading {
        status: Some(status),
        doubt,
        words: whole.start..whole.start + clause.len(),
        date: near.map(|date| date.reading),
        implied: false,
        noted: false,
    })
}

/// Whether a statement says no more than that the decision is made, and when, by whom or where to read on:
/// "Decision made", "Decision made on", "Decision made by the board", "Decision made; see minutes".
fn is_settled(text: &str, clause: &str, alone: bool) -> bool {
    let known = Vocabulary::known();
    if alone && known.is(words::ClauseRole::Settled, clause) {
        return true;
    }
    let Some(found) = known.starts(words::ClauseRole::Settled, text) else { return false };
    let rest = text[found.len..].trim_start();
    let goes_on = [words::ClauseRole::Time, words::ClauseRole::Agent];
    rest.starts_with(';') || goes_on.into_iter().any(|role| known.starts(role, rest).is_some())
}
