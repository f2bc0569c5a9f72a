//! What a record's heading and the name of its file have in common.

use super::id::Id;
use super::{name, title};
use words::{Reference, Vocabulary};

/// What a heading and the name of its file begin with: the same letters and number, whatever they stand for, as in
/// `TASK-007: Use X` in `TASK-007-use-x.md`.
pub(super) fn shared<'h>(heading: &'h str, stem: &str) -> Option<(Id, &'h str)> {
    const FEWEST_DIGITS: usize = 2;
    let (word, number, rest) = labelled(heading)?;
    let (own, same, _) = labelled(stem)?;
    let marked = rest.starts_with([':', '：']) || title::starts_with_dash(rest);
    let digits: u64 = number.parse().ok()?;
    // Names of files are filled up with zeros, headings seldom are.
    let alike = word.to_lowercase() == own.to_lowercase() && same.parse() == Ok(digits);
    if !(alike && marked && number.len().max(same.len()) >= FEWEST_DIGITS) {
        return None;
    }
    let known = Vocabulary::known();
    let says_nothing = name::is_type_word(word)
        || [Reference::Record, Reference::Number].iter().any(|&kind| known.is(kind, word));
    let id = if says_nothing { Id::Number(digits) } else { Id::Series(word.to_owned(), digits) };
    Some((id, title::after_separator(rest)))
}

/// Letters, a sign, digits, and what follows.
fn labelled(text: &str) -> Option<(&str, &str, &str)> {
    let word = &text[..text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len())];
    let after = text[word.len()..].trim_start_matches(['-', '_', '.', ' ', '#']);
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = after.split_at(digits);
    let ends = !rest.starts_with(char::is_alphanumeric);
    (!word.is_empty() && digits > 0 && ends).then_some((word, number, rest))
}

#[cfg(test)]
mod tests {
    use super::shared;

    #[test]
    fn letters_that_name_and_heading_share_are_the_series() {
        let series =
            |heading, stem| shared(heading, stem).map(|(id, words)| (id.to_string(), words));
        let found = series("TASK-007: Use X", "TASK-007-use-x");
        assert_eq!(found, Some(("TASK-7".to_owned(), "Use X")));
        assert_eq!(series("Nr. 007: Use X", "nr.-007-use-x"), Some(("7".to_owned(), "Use X")));
        assert_eq!(series("HTTP 2 for it", "http-2-for-it"), None);
        let padded = Some(("CEP-7".to_owned(), "Use X"));
        assert_eq!(series("CEP 7 - Use X", "cep-0007"), padded);
        assert_eq!(series("TASK-007: Use X", "TASK-008-use-x"), None);
        assert_eq!(series("HTTP 2: Use X", "http-2-for-it"), None);
    }
}
