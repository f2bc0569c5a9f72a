//! What a heading of a record tells, more widely than a reader may take it: a rule that asks for a
//! section must accept every name that a team gave it.

use std::sync::LazyLock;

use words::{Instruction, Language, Part, Vocabulary};

/// Marks behind which a heading goes on: `Decision - keep it`, `Context (2024)`.
const MARKS: [char; 14] = ['-', '–', '—', ':', '(', ')', '[', ']', '/', ',', '&', '：', '（', '·'];

/// Whether a heading says that one of these parts stands below it: as a whole, before or behind a mark,
/// or as its first words.
pub(super) fn tells(heading: &str, parts: &[Part]) -> bool {
    let words = Vocabulary::known();
    let is =
        |text: &str| words.whole::<Part>(text).is_some_and(|found| parts.contains(&found.meaning));
    let heading = heading.trim_start_matches(|c: char| !c.is_alphabetic());
    is(heading) || heading.contains(MARKS) && heading.split(MARKS).any(is) || begins(heading, parts)
}

/// Whether a heading tells a part, or has a word for it anywhere, be it with a letter wrong.
pub(super) fn mentions(heading: &str, parts: &[Part]) -> bool {
    let has_word = || {
        let mut found = Vocabulary::known().find::<Part>(heading);
        found.any(|(at, found)| parts.contains(&found.meaning) && !asks(&heading[at]))
    };
    tells(heading, parts)
        || has_word()
        || heading.split(|c: char| !c.is_alphanumeric()).any(|word| is_misspelt(word, parts))
}

fn begins(heading: &str, parts: &[Part]) -> bool {
    let found = Vocabulary::known().at_start::<Part>(heading);
    found.is_some_and(|found| parts.contains(&found.meaning) && !asks(&heading[..found.len]))
}

/// `What` and `Why` stand in headings of all kinds, and say little of them.
fn asks(word: &str) -> bool {
    Vocabulary::known().is(Instruction::Question, word)
}

/// A part's name in one language, in lower case.
struct Name {
    part: Part,
    word: String,
    letters: usize,
}

/// Letters of the shortest word that a slip can be told in.
const SHORTEST: usize = 6;

/// The names that are one word and long enough for a slip to be told from another word.
static NAMES: LazyLock<Vec<Name>> = LazyLock::new(|| {
    let names = Part::ALL.iter().flat_map(|&part| {
        let words = Language::all().filter_map(move |language| Vocabulary::wording(part, language));
        words.map(move |word| Name {
            part,
            word: word.to_lowercase(),
            letters: word.chars().count(),
        })
    });
    names.filter(|name| name.letters >= SHORTEST && !name.word.contains(' ')).collect()
});

/// `Contextoo`, `Consquences`.
fn is_misspelt(word: &str, parts: &[Part]) -> bool {
    let letters = word.chars().count();
    if letters < SHORTEST {
        return false;
    }
    let word = word.to_lowercase();
    let ends = |word: &str| (word.chars().next(), word.chars().next_back());
    let (first, last) = ends(&word);
    // One slip leaves the length nearly as it was, and one of the ends.
    let may_be = |name: &&Name| {
        name.letters.abs_diff(letters) <= 1
            && parts.contains(&name.part)
            && (ends(&name.word).0 == first || ends(&name.word).1 == last)
    };
    NAMES.iter().filter(may_be).any(|name| strsim::osa_distance(&word, &name.word) == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_teams_give() {
        for (heading, part) in [
            ("Decision — split by region", Part::Decision),
            ("Decision (target architecture)", Part::Decision),
            ("Decision & result (the four steps)", Part::Decision),
            ("The ten decisions (D1–D10)", Part::Decision),
            ("Context: the long night", Part::Context),
            ("Background & Context", Part::Context),
            ("Contextoo", Part::Context),
            ("Consquences", Part::Consequences),
            ("Implementation Consequences", Part::Consequences),
            ("What it costs", Part::Negative),
            ("2. Consequences of it", Part::Consequences),
            ("Option 1: a queue", Part::Options),
        ] {
            assert!(mentions(heading, &[part]), "{heading}");
        }
        for (heading, part) in [
            ("What we tested", Part::Context),
            ("How it works", Part::Decision),
            ("Status", Part::Consequences),
        ] {
            assert!(!mentions(heading, &[part]), "{heading}");
        }
    }
}
