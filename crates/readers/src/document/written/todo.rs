//! Words that say that something is still to be written: `TODO`, `lorem ipsum`.

use words::{Placeholder, Vocabulary};

/// The whole text says that something is to be done, or fills the space.
pub(super) fn is_open(text: &str) -> Option<Placeholder> {
    const LATIN: &str = "lorem ipsum";
    let known = Vocabulary::known().meanings::<Placeholder>(text);
    let is = |kind: &Placeholder| known.iter().any(|found| found.meaning == *kind);
    if let Some(kind) = [Placeholder::Todo, Placeholder::Filler].into_iter().find(is) {
        return Some(kind);
    }
    if marked(text).is_some_and(|(start, _)| start == 0) {
        return Some(Placeholder::Todo);
    }
    let start = text.get(..LATIN.len());
    let latin = start.is_some_and(|start| start.eq_ignore_ascii_case(LATIN));
    latin.then_some(Placeholder::Filler)
}

/// Whether the whole of a paragraph or an item says that its text will follow.
pub(super) fn is_announced(line: &str) -> bool {
    let plain = line.trim().trim_matches(['*', '_', '(', ')', '.', '…', '!', ':', ' ']);
    Vocabulary::known().is(Placeholder::Announced, plain)
}

/// Whether an abbreviation is explained: "TBD" by "to be decided".
pub(super) fn is_spelt_out(short: &str, long: &str) -> bool {
    let initials: String = long.split_whitespace().filter_map(|word| word.chars().next()).collect();
    short.trim().chars().count() > 1 && short.trim().to_lowercase() == initials.to_lowercase()
}

/// TODO, TBD: a word in capitals, apart from others.
pub(super) fn marked(text: &str) -> Option<(usize, usize)> {
    let glue = |c: char| c.is_alphanumeric() || "_/-".contains(c);
    let mut from = 0;
    let capital = |from: usize| text.bytes().skip(from).position(|c| c.is_ascii_uppercase());
    while let Some(at) = capital(from).map(|at| from + at) {
        let rest = &text[at..];
        let len = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let word = &rest[..len];
        let before = text[..at].chars().next_back();
        let after = rest[len..].chars().next();
        let apart = before.is_none_or(|c| !glue(c)) && after.is_none_or(|c| !glue(c));
        let capital = word.len() > 2 && word.chars().all(|c| c.is_ascii_uppercase());
        let known = Vocabulary::known();
        let todo = apart && capital && known.is(Placeholder::Todo, word);
        let todo = todo && !(word == "TODO" && is_in_name(&text[..at], &rest[len..]));
        // "contains TODO markers" tells of them.
        let next = rest[len..].strip_prefix(' ').unwrap_or_default();
        if todo && (at == 0 || known.starts(Placeholder::Mention, next).is_none()) {
            return Some((at, at + len));
        }
        from = at + len;
    }
    None
}

/// Whether words in capitals stand on both sides: "GRUPO TODO EN UNO" is a name, in whose language the
/// word means "all".
fn is_in_name(before: &str, after: &str) -> bool {
    let capital = |word: Option<&str>| {
        word.is_some_and(|word| word.len() > 1 && word.chars().all(char::is_uppercase))
    };
    before.ends_with(' ')
        && capital(before.split_whitespace().next_back())
        && after.starts_with(' ')
        && capital(after.split_whitespace().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_todo_is_a_word_in_capitals() {
        assert_eq!(marked("within TBD seconds"), Some((7, 10)));
        assert_eq!(marked("Proposed. TODO."), Some((10, 14)));
        assert_eq!(marked("the todo list, TODO_LIST, TODO-App, a/TODO"), None);
        assert_eq!(marked("HTTP, API and TODOS"), None);
        assert_eq!(marked("The pipeline has TODO markers for load tests."), None);
        assert_eq!(marked("TODO comments are to be written"), Some((0, 4)));
        assert_eq!(marked("GRUPO TODO EN UNO"), None);
        assert_eq!(marked("TODO ADD A PICTURE"), Some((0, 4)));
    }
}
