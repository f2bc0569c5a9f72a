//! How a word is written in a language file, and the keys it is found by.

use std::collections::BTreeSet;

use crate::spelling;

/// A form whose shorthand does not end, or of which nothing is left when it is folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormError {
    /// The form, as written.
    pub form: String,
    /// What is wrong with it.
    pub reason: &'static str,
}

impl std::fmt::Display for FormError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "`{}`: {}", self.form, self.reason)
    }
}

impl std::error::Error for FormError {}

/// The words a shorthand stands for: `validé(e)(s)`, `aceit[o|a]`.
pub(crate) fn expanded(form: &str) -> Result<Vec<String>, FormError> {
    let error = |reason| FormError { form: form.to_owned(), reason };
    let Some(open) = form.find(['(', '[', ')', ']', '|']) else {
        return Ok(vec![form.split_whitespace().collect::<Vec<_>>().join(" ")]);
    };
    let (close, choices): (char, fn(&str) -> Vec<&str>) = match form.as_bytes()[open] {
        b'(' => (')', |inside| vec!["", inside]),
        b'[' => (']', |inside| inside.split('|').collect()),
        _ => return Err(error("a bracket or bar stands alone")),
    };
    let inside = &form[open + 1..];
    let end = inside.find(close).ok_or_else(|| error("a bracket is not closed"))?;
    let (inside, rest) = (&inside[..end], &inside[end + 1..]);
    if inside.contains(['(', '[']) {
        return Err(error("a bracket stands in a bracket"));
    }
    let mut words = Vec::new();
    for choice in choices(inside) {
        words.extend(expanded(&format!("{}{choice}{rest}", &form[..open]))?);
    }
    Ok(words)
}

/// Where the other record's name stands beside the words of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Frame<S = &'static str> {
    /// Behind them: `superseded by X`.
    Follows,
    /// Behind a second part, with a remark between the parts: `superseded (in part) by X`.
    Split(S),
    /// Between two parts: `被 X 取代`.
    Between(S),
    /// Before them: `X に置き換え`.
    Precedes,
}

impl Frame<String> {
    /// The same, borrowed.
    pub(crate) fn as_str(&self) -> Frame<&str> {
        match self {
            Self::Follows => Frame::Follows,
            Self::Split(tail) => Frame::Split(tail),
            Self::Between(tail) => Frame::Between(tail),
            Self::Precedes => Frame::Precedes,
        }
    }
}

/// The first words of a form and where the target stands: `…` is the target, `~` a remark.
pub(crate) fn framed(form: &str) -> Result<Vec<(String, Frame<String>)>, FormError> {
    let error = |reason| FormError { form: form.to_owned(), reason };
    if form.matches(['…', '~']).count() > 1 {
        return Err(error("at most one of `…` and `~`"));
    }
    if let Some((head, tail)) = form.split_once('~') {
        let whole = format!("{} {}", head.trim(), tail.trim());
        let tail = spelling::folded(tail);
        return Ok(vec![(whole, Frame::Follows), (head.trim().to_owned(), Frame::Split(tail))]);
    }
    Ok(vec![match form.split_once('…') {
        None => (form.to_owned(), Frame::Follows),
        Some((head, tail)) if head.trim().is_empty() => (tail.trim().to_owned(), Frame::Precedes),
        Some((head, tail)) if tail.trim().is_empty() => (head.trim().to_owned(), Frame::Follows),
        Some((head, tail)) => (head.trim().to_owned(), Frame::Between(spelling::folded(tail))),
    }])
}

/// How a language spells, beyond what all languages share.
#[derive(Clone, Debug, Default)]
pub(crate) struct Habits {
    /// Its words for "and", folded: phrases are also known with a sign in their place.
    pub(crate) and: Vec<String>,
    /// Letters with what is written for them: `ä` and `ae`.
    pub(crate) spellings: Vec<(String, String)>,
}

/// The key of a word as it is written, and those of its other spellings, which give way to other
/// words: without diacritics, with a sign for "and".
pub(crate) fn keys(word: &str, habits: &Habits) -> Option<(String, BTreeSet<String>)> {
    let folded = spelling::folded(word);
    if folded.is_empty() {
        return None;
    }
    let mut derived = BTreeSet::new();
    let words: Vec<&str> = folded.split(' ').collect();
    let and =
        |at: usize| at > 0 && at + 1 < words.len() && habits.and.iter().any(|w| w == words[at]);
    if (0..words.len()).any(and) {
        let kept = words.iter().enumerate().filter(|&(at, _)| !and(at));
        let kept: Vec<&str> = kept.map(|(_, &word)| word).collect();
        derived.insert(kept.join(" "));
    }
    for key in derived.clone().iter().chain([&folded]) {
        let spelt = habits
            .spellings
            .iter()
            .fold(key.clone(), |key, (letter, instead)| key.replace(letter, instead));
        derived.extend([spelling::plain(key), spelling::plain(&spelt)]);
    }
    derived.remove(&folded);
    Some((folded, derived))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shorthand_stands_for_all_its_words() {
        assert_eq!(expanded("validé(e)(s)").unwrap(), ["validé", "validés", "validée", "validées"]);
        assert_eq!(expanded("aceit[o|a]").unwrap(), ["aceito", "aceita"]);
        assert_eq!(expanded("on  hold").unwrap(), ["on hold"]);
        for wrong in ["a(b", "a]b", "a|b", "a(b[c])"] {
            assert!(expanded(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_word_is_found_by_all_its_spellings() {
        let habits = Habits {
            and: vec!["und".to_owned()],
            spellings: vec![("ü".to_owned(), "ue".to_owned())],
        };
        let (exact, derived) = keys("Einführung und Ziele", &habits).unwrap();
        assert_eq!(exact, "einführung und ziele");
        for key in ["einfuhrung ziele", "einfuehrung und ziele", "einführung ziele"] {
            assert!(derived.contains(key), "{key} in {derived:?}");
        }
        assert!(keys("…", &habits).is_none());
    }
}
