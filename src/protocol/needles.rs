//! Several words, looked for in one pass.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, Input, MatchKind};

/// A character that is written as `\u....`; mdBook does so for control characters alone.
const NUMBERED: &str = r"\u";

/// What is looked for in every chapter of a book: directives near and far, comments of ours, includes, and the
/// numbers of records. Anything else may be looked for, too, at the price of a look of its own.
///
/// None begins with another, so that each place has one of them at most.
const NEEDLES: [&str; 6] = [NUMBERED, "rchdoc", "<<#", "#include", "ADR", "RFC"];

/// Which of [`NEEDLES`] a text has: one pass for all of them, since megabytes are gone through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Needles(u8);

impl Needles {
    pub(super) fn of(text: &str) -> Self {
        let mut found = Self::default();
        let Some(searcher) = &*SEARCHER else { return Self(u8::MAX) };
        let mut from = 0;
        while let Some(at) = searcher.find(Input::new(text).span(from..text.len())) {
            found.0 |= 1 << at.pattern().as_usize();
            // The next one may lie in this one: `<<#include`.
            from = at.start() + 1;
            if found == ALL {
                break;
            }
        }
        found
    }

    /// Whether the text has a needle; `None` for one that nobody looked for.
    pub(super) fn has(self, needle: &str) -> Option<bool> {
        let at = NEEDLES.iter().position(|known| *known == needle)?;
        Some(self.0 & (1 << at) != 0)
    }

    /// Whether a character may be written as a number.
    pub(super) fn has_numbered(self) -> bool {
        self.has(NUMBERED) == Some(true)
    }
}

const ALL: Needles = Needles((1 << NEEDLES.len()) - 1);

static SEARCHER: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(NEEDLES).ok()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_needle_is_found_wherever_it_stands() {
        for needle in NEEDLES {
            for text in
                [format!("{needle} b"), format!("a {needle}"), format!("ADR {needle}{needle} ü")]
            {
                assert_eq!(Needles::of(&text).has(needle), Some(true), "{text}");
            }
            assert_eq!(Needles::of("nothing of it, < # \\ A").has(needle), Some(false));
        }
        assert_eq!(Needles::of(&NEEDLES.concat()), ALL);
        assert_eq!(Needles::of("RFC").has("rfc"), None);
    }

    #[test]
    fn one_that_lies_in_another_is_found() {
        let found = Needles::of("<<#include x>>");
        assert_eq!((found.has("<<#"), found.has("#include")), (Some(true), Some(true)));
    }

    #[test]
    fn no_needle_begins_with_another() {
        let begins =
            |one: &&str| NEEDLES.iter().any(|other| other != one && one.starts_with(other));
        assert!(!NEEDLES.iter().any(begins));
    }
}
