//! The sign before a status: `✅ Accepted`, `🟩 **Accepted**`.

use text::edit::TextEdit;
use text::source::{Source, Span};

use super::{Succession, cased};

/// Where the sign before a word begins: `✅ ` or `:warning: `. At the word where it has none.
pub(super) fn sign_start(text: &str, word: usize) -> usize {
    // What parts a word from the one before it is no sign of it.
    const PARTS: [char; 14] =
        ['·', '•', '–', '—', '→', '⇒', '：', '，', '、', '（', '“', '„', '«', '「'];
    let before = text[..word].trim_end_matches([' ', '\u{a0}']);
    let is_drawn =
        |c: char| !(c.is_alphanumeric() || c.is_ascii() || c.is_whitespace() || PARTS.contains(&c));
    let drawn = before.trim_end_matches(is_drawn);
    if drawn.len() < before.len() {
        return drawn.len();
    }
    let named = before.strip_suffix(':').and_then(|rest| {
        let name = rest.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || "_+-".contains(c));
        (name.len() < rest.len() && name.ends_with(':')).then(|| name.len() - 1)
    });
    named.unwrap_or(word)
}

/// The sign before a word, also before a strong one; empty where it has none.
pub(super) fn sign_before(text: &str, word: usize) -> &str {
    let sign = sign_of_strong(text, word);
    let sign = sign.unwrap_or_else(|| Span::new(sign_start(text, word), word));
    text[sign.start..sign.end].trim()
}

/// The sign that a text begins with: `🟥` of `🟥 **SHELVED**`.
pub(super) fn own_sign(text: &str) -> &str {
    let word = text.find(char::is_alphanumeric).unwrap_or(text.len());
    sign_before(text, word)
}

/// The sign before the marks of a strong word: `🟩 ` of `🟩 **ACCEPTED**`.
pub(super) fn sign_of_strong(text: &str, word: usize) -> Option<Span> {
    let marks = text[..word].trim_end_matches(['*', '_']).len();
    let sign = sign_start(text, marks);
    (marks < word && sign < marks).then(|| Span::new(sign, marks))
}

/// A strong word behind its sign, where nothing else is said: both are replaced, and the marks stay.
pub(super) fn strong(
    source: &Source,
    (sign, word, end): (Span, Span, usize),
    wording: Succession<'_>,
) -> Option<TextEdit> {
    let text = source.text();
    let says_no_more = text[word.end..end].chars().all(|c| matches!(c, '*' | '_'));
    let gap = if wording.sign.is_empty() { "" } else { " " };
    let marks = &text[sign.end..word.start];
    let line = cased(wording.line, source.slice(word));
    let new = format!("{}{gap}{marks}{line}", wording.sign);
    says_no_more.then(|| TextEdit::replace(Span::new(sign.start, word.end), new))
}

/// The new status, with a sign where the old one has one and the team has one for it.
pub(super) fn signed(source: &Source, word: Span, wording: Succession<'_>) -> String {
    let line = cased(wording.line, source.slice(word));
    let has_sign = !sign_before(source.text(), word.start).is_empty();
    if has_sign && !wording.sign.is_empty() { format!("{} {line}", wording.sign) } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_behind_the_first_label_of_a_file_has_no_sign() {
        assert_eq!(sign_start("Status: accepted", 8), 8);
        assert_eq!(sign_start(":warning: accepted", 10), 0);
        let byline = "Jane · accepted";
        assert_eq!(sign_start(byline, byline.len() - 8), byline.len() - 8);
    }

    #[test]
    fn a_strong_word_has_the_sign_before_its_marks() {
        let cell = "| Status | 🟩 **ACCEPTED** |";
        assert_eq!(sign_before(cell, cell.find("ACCEPTED").unwrap()), "🟩");
        assert_eq!(own_sign("🟥 **SHELVED**"), "🟥");
        assert_eq!(own_sign("shelved"), "");
        let plain = "**Status:** accepted";
        assert_eq!(sign_before(plain, plain.find("accepted").unwrap()), "");
    }
}
