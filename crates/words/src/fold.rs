//! Comparing words as readers do: without case, with `-`, `_` and white space alike.

use crate::spelling::is_alphanumeric;

/// The length of a [`phrase`] at the start of `text`.
///
/// An alphabetic phrase ends where a word ends; ideographs need no such end.
pub fn at_start(text: &str, phrase: &str) -> Option<usize> {
    let mut rest = text;
    for wanted in phrase.chars() {
        if wanted == ' ' {
            let after = rest.trim_start_matches(is_gap);
            if after.len() == rest.len() {
                return None;
            }
            rest = after;
            continue;
        }
        let c = rest.chars().next()?;
        if c != wanted && !lower(c).eq(std::iter::once(wanted)) {
            return None;
        }
        rest = &rest[c.len_utf8()..];
    }
    let last = phrase.chars().next_back()?;
    let ends = is_ideograph(last) || !rest.starts_with(|c: char| is_letter(c));
    ends.then(|| text.len() - rest.len())
}

/// Words as [`at_start`] takes them: in lower case, separated by one space.
pub fn phrase(words: &str) -> String {
    let words = words.split(is_gap).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(|word| word.chars().flat_map(lower).collect()).collect();
    words.join(" ")
}

/// A letter in lower case. The dot that Unicode leaves of a Turkish `İ` is none of its own: readers write `i`.
fn lower(c: char) -> impl Iterator<Item = char> {
    const DOT: char = '\u{307}';
    c.to_lowercase().filter(|&c| c != DOT)
}

/// White space and what stands for it in one-word spellings.
pub(crate) fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '_')
}

/// Part of a word that goes on; an ideograph begins its own.
pub fn is_letter(c: char) -> bool {
    is_alphanumeric(c) && !is_ideograph(c)
}

/// Kana, ideographs, Hangul: written without spaces between words.
pub(crate) fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

/// Letters and digits in lower case: what two spellings of one label or heading have in common.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().filter(|&c| is_alphanumeric(c)) {
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
        } else {
            folded.extend(lower(c));
        }
    }
    folded
}

/// Whether a text is [`folded`] to one of these words. Nearly none is, and its first letters tell.
pub fn is_one_of(text: &str, words: &[&str]) -> bool {
    let letters = || text.chars().filter(|&c| is_alphanumeric(c)).flat_map(lower);
    let first = letters().next();
    words.iter().any(|word| word.chars().next() == first && letters().eq(word.chars()))
}

/// Words that say that nothing is said.
pub fn is_nothing(text: &str) -> bool {
    const NOTHING: [&str; 11] =
        ["", "na", "none", "nil", "tbd", "tba", "todo", "nothing", "keine", "aucun", "无"];
    const LONGEST: usize = 40;
    text.len() <= LONGEST && is_one_of(text, &NOTHING)
}

/// What a template asks for, still in its brackets: `{list everyone}`, `[names]`, `<who>`.
pub fn is_bracketed(text: &str) -> bool {
    let text = text.trim_matches(['*', '_', '`', '"', '\'', ' ']);
    [('{', '}'), ('[', ']'), ('<', '>')]
        .iter()
        .any(|&(open, close)| text.starts_with(open) && text.ends_with(close))
}

/// The range of a text without white space and marks of emphasis around it.
pub fn trimmed(text: &str) -> std::ops::Range<usize> {
    let edge = |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '`' | '"');
    let start = text.len() - text.trim_start_matches(edge).len();
    let end = text.trim_end_matches(edge).len();
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_are_folded_alike() {
        for (text, word) in [("İptal (2024)", "İptal"), ("iptal", "İPTAL"), ("On Hold", "on-hold")]
        {
            assert!(at_start(text, &phrase(word)).is_some(), "{text}, {word}");
        }
        assert_eq!(at_start("İptal", &phrase("iptal")), Some("İptal".len()));
        assert_eq!(folded("İptal"), folded("iptal"));
    }
}
