//! Where the clauses of a statement end.

use std::ops::Range;

use words::{ClauseRole, Reference, date};

use crate::adr::status::{self, OwnWords};

use super::hidden::Hidden;

/// What separates two clauses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A full stop, a semicolon, a line that begins anew.
    Sentence,
    /// A colon, a dash, an arrow.
    Dash,
    /// The beginning of a remark in brackets.
    Open,
    /// Its end.
    Close,
    /// A comma, a stroke: the clause may go on.
    Comma,
}

/// A sign that separates clauses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Break {
    pub(super) at: usize,
    pub(super) len: usize,
    pub(super) kind: Kind,
}

/// All of a text, but for those that are hidden.
pub(super) fn breaks(
    text: &str,
    hidden: &Hidden,
    quotes: &[Range<usize>],
    own: &OwnWords,
) -> Vec<Break> {
    let signs = text.char_indices().filter(|&(at, _)| !hidden.covers(at));
    let stop = |(at, c): (usize, char)| {
        let kind = kind(text, at, c, own)?;
        Some(Break { at, len: c.len_utf8(), kind })
    };
    let mut breaks: Vec<Break> = signs.filter_map(stop).collect();
    let in_a_name = |stop: &Break| {
        stop.kind == Kind::Comma && quotes.iter().any(|name| name.contains(&stop.at))
    };
    breaks.retain(|stop| !in_a_name(stop));
    breaks
}

/// What stands in quotation marks: a name, `the section "Import, export"`.
pub(super) fn quoted(text: &str) -> Vec<Range<usize>> {
    const PAIRS: [(char, &[char]); 5] =
        [('"', &['"']), ('“', &['”']), ('„', &['“', '”', '"']), ('«', &['»']), ('「', &['」'])];
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((at, c)) =
        text[from..].char_indices().find(|&(_, c)| PAIRS.iter().any(|pair| pair.0 == c))
    {
        let inside = from + at + c.len_utf8();
        let ends = PAIRS.iter().find(|pair| pair.0 == c).map_or(&[][..], |pair| pair.1);
        let Some(len) = text[inside..].find(ends) else { break };
        found.push(inside..inside + len);
        let end = inside + len;
        from = end + text[end..].chars().next().map_or(1, char::len_utf8);
    }
    found
}

fn kind(text: &str, at: usize, c: char, own: &OwnWords) -> Option<Kind> {
    let before = &text[..at];
    let after = &text[at + c.len_utf8()..];
    let spaced = || before.ends_with(char::is_whitespace) || after.starts_with(char::is_whitespace);
    match c {
        ';' | '；' | '。' | '！' | '？' => Some(Kind::Sentence),
        '.' | '!' | '?' => {
            let ends = after.is_empty() || after.starts_with(char::is_whitespace);
            (ends && !is_abbreviation(before, after, own)).then_some(Kind::Sentence)
        }
        '\n' => begins_anew(before, after, own).then_some(Kind::Sentence),
        ':' | '：' | '→' | '⇒' => Some(Kind::Dash),
        '>' => before.ends_with(['-', '=']).then_some(Kind::Dash),
        '–' | '—' | '-' => spaced().then_some(Kind::Dash),
        '(' | '（' => Some(Kind::Open),
        ')' | '）' => Some(Kind::Close),
        ',' | '、' | '，' | '/' | '|' | '·' | '•' => Some(Kind::Comma),
        _ => None,
    }
}

/// `Nr. 5`, and what is left of a word for a part where the clause goes on in lower case: `superseded partial. by`.
fn is_abbreviation(before: &str, after: &str, own: &OwnWords) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let goes_on = after.trim_start().starts_with(char::is_lowercase);
    own.words().whole::<Reference>(word).is_some_and(|found| found.meaning == Reference::Number)
        || goes_on && own.words().is(ClauseRole::Part, word)
}

/// Whether a line of a paragraph is a statement of its own: it begins as one, and the line before it
/// is no half of a sentence.
fn begins_anew(before: &str, after: &str, own: &OwnWords) -> bool {
    let last = before.trim_end();
    let word = last.rsplit(char::is_whitespace).next().unwrap_or_default();
    let roles = [
        ClauseRole::Negation,
        ClauseRole::Condition,
        ClauseRole::Possibility,
        ClauseRole::Plan,
        ClauseRole::Past,
        ClauseRole::Agent,
        ClauseRole::And,
        ClauseRole::Or,
        ClauseRole::Time,
        ClauseRole::LeadIn,
    ];
    let open = last.ends_with([',', '，', '、', '(', '（'])
        || roles.iter().any(|&role| {
            own.words().starts(role, word).is_some_and(|found| found.len == word.len())
        });
    if open || is_wrapped(last, own) {
        return false;
    }
    let line = after.trim_start_matches(|c: char| !c.is_alphanumeric());
    let dated = date::at_start(line).is_some();
    let capital = line.starts_with(|c: char| !c.is_lowercase());
    let led =
        || status::at_start(line, own).is_some() || own.words().relation_at_start(line).is_some();
    dated || capital && led()
}

/// Whether the last line of a text ends amid a sentence: in a script without spaces behind a letter, where it begins
/// neither with a state nor with a day, as a statement of its own does.
fn is_wrapped(text: &str, own: &OwnWords) -> bool {
    let line = text.rsplit('\n').next().unwrap_or_default();
    let said = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let led = || status::at_start(said, own).is_some() || date::at_start(said).is_some();
    // Japanese has its verb behind all else, while a line of Chinese may say all that there is to say.
    let is_japanese = text.contains(|c: char| matches!(c, '\u{3040}'..='\u{30ff}'));
    text.ends_with(|c: char| words::is_unspaced(c) && c.is_alphabetic()) && is_japanese && !led()
}
