//! What stands before the words of a heading: numbers, letters, signs, the word for a chapter.

use words::{Reference, Vocabulary, is_alphanumeric};

/// Without `1.`, `1.2`, `0)`, `A.`, `§3`, `Kapitel 6:`, `Appendix A:` and leading signs.
pub(super) fn unnumbered(heading: &str) -> &str {
    let text = without_signs(heading);
    let text = without_ordinal(text).unwrap_or(text);
    without_number(numbered_word(text).map_or(text, |(_, title)| title))
}

/// What follows `第三章`, `第十二部分：`, `제2장`.
fn without_ordinal(text: &str) -> Option<&str> {
    let number = text.strip_prefix(['第', '제'])?.trim_start();
    let is_digit = |c: char| c.is_ascii_digit() || "一二三四五六七八九十百".contains(c);
    let word = number.trim_start_matches(is_digit).trim_start();
    let found = Vocabulary::known().starts(Reference::Chapter, word)?;
    let signs = |c: char| c.is_whitespace() || matches!(c, ':' | '：' | '、' | '．' | '.' | '-');
    let title = word[found.len..].trim_start_matches(signs);
    (word.len() < number.len() && !title.is_empty()).then_some(title)
}

/// The word for a chapter that a heading begins with, and what follows its number.
pub(super) fn numbered_word(heading: &str) -> Option<(&str, &str)> {
    let text = without_signs(heading);
    let word = Vocabulary::known().starts(Reference::Chapter, text)?;
    let (word, rest) = text.split_at(word.len);
    Some((word, numbered(rest.strip_prefix(' ')?)?))
}

/// Without leading signs, emoji and their short names: `:rocket: Deployment`.
fn without_signs(heading: &str) -> &str {
    let text = heading.trim_start();
    let name = text.strip_prefix(':').and_then(|rest| rest.split_once(": "));
    let is_name = |name: &str| {
        !name.is_empty()
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'+'))
    };
    let text = name.filter(|(name, _)| is_name(name)).map_or(text, |(_, rest)| rest);
    text.trim_start_matches(|c| !is_alphanumeric(c))
}

/// Without a number or letter at the beginning.
pub(super) fn without_number(text: &str) -> &str {
    let found = without_digits(text).or_else(|| without_letter(text));
    found.or_else(|| without_numeral(text)).or_else(|| without_code(text)).unwrap_or(text)
}

/// What follows `一、` or `十二．`.
fn without_numeral(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    let title = rest.strip_prefix(['、', '．', '.'])?;
    (rest.len() < text.len() && !title.trim().is_empty()).then_some(title)
}

/// What follows `L5 — ` or `S3: `, a letter and a number.
fn without_code(text: &str) -> Option<&str> {
    let digits = text.strip_prefix(|c: char| c.is_ascii_uppercase())?;
    let rest = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    let title = rest.trim_start().strip_prefix(|c: char| is_dash(c) || c == ':')?;
    (rest.len() < digits.len() && title.starts_with(' ') && !title.trim().is_empty())
        .then_some(title)
}

/// What follows `1.`, `1.2`, `3)` or a bare `4 `.
fn without_digits(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let number = &text[..text.len() - rest.len()];
    if !number.starts_with(|c: char| c.is_ascii_digit()) || rest.trim().is_empty() {
        return None;
    }
    let closed = rest.strip_prefix([')', ':', ']']).unwrap_or(rest);
    let first = closed.chars().next()?;
    let separated = number.ends_with('.')
        || closed.len() < rest.len()
        || first.is_whitespace()
        || (is_dash(first) && closed[first.len_utf8()..].starts_with(' '))
        || (first.is_alphabetic() && !first.is_ascii());
    separated.then_some(closed)
}

/// What follows `A.`, `b)` or `IV.`.
fn without_letter(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let number = &text[..text.len() - rest.len()];
    let roman = number.len() <= LONGEST_ROMAN
        && number.bytes().all(|b| matches!(b.to_ascii_lowercase(), b'i' | b'v' | b'x'));
    let rest = rest.strip_prefix(['.', ')']).filter(|_| number.len() == 1 || roman)?;
    (!number.is_empty() && rest.starts_with(' ') && !rest.trim().is_empty()).then_some(rest)
}

/// Letters of XVIII: more chapters are not counted so.
const LONGEST_ROMAN: usize = 5;

/// What follows the number or letter of "chapter 6: ...".
fn numbered(text: &str) -> Option<&str> {
    let word_end = text.find(|c| !is_alphanumeric(c)).unwrap_or(text.len());
    let (number, rest) = text.split_at(word_end);
    let counts = number.chars().all(|c| c.is_ascii_digit()) || number.chars().count() == 1;
    let rest = rest.trim_start_matches(|c| !is_alphanumeric(c));
    (counts && !number.is_empty() && !rest.is_empty()).then_some(rest)
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '\u{2011}')
}
