//! What a heading of a record announces, more widely than a reader may take it: a rule that asks for a
//! section must accept every name that a team gave it.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::LazyLock;

use text::wording::Signature;
use words::{Instruction, Language, Part, Vocabulary};

/// Marks behind which a heading goes on: `Decision - keep it`, `Context (2024)`.
const MARKS: [char; 14] = ['-', '–', '—', ':', '(', ')', '[', ']', '/', ',', '&', '：', '（', '·'];

/// What a heading announces, in words for the parts of a record.
///
/// Most headings are asked only what they are as a whole: the rest is read when it is asked for.
#[derive(Debug)]
pub(crate) struct Heading {
    text: Box<str>,
    announced: OnceCell<Vec<Part>>,
    /// The words for parts in it, and where.
    said: OnceCell<Vec<(Range<usize>, Part)>>,
    misspelt: OnceCell<Vec<Part>>,
}

impl Heading {
    pub(crate) fn of(text: &str) -> Self {
        let (announced, said, misspelt) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Self { text: text.into(), announced, said, misspelt }
    }

    /// Whether it says that one of these parts stands below it: as a whole, before or behind a mark, or as
    /// its first words.
    pub(crate) fn announces(&self, parts: &[Part]) -> bool {
        self.announced.get_or_init(|| announced(&self.text)).iter().any(|part| parts.contains(part))
    }

    /// Whether it is the name of a part, which may have words before it. `Tool call result format` is none.
    pub(crate) fn is_named(&self, parts: &[Part]) -> bool {
        self.announces(parts) || self.last().is_some_and(|part| parts.contains(&part))
    }

    /// Whether it announces a part, or has a word for it anywhere, be it with a letter wrong.
    pub(crate) fn mentions(&self, parts: &[Part]) -> bool {
        let says = || {
            let mut said = self.said().iter().filter(|(_, part)| parts.contains(part));
            said.any(|(at, _)| !asks(&self.text[at.clone()]))
        };
        let words = || self.text.split(|c: char| !c.is_alphanumeric());
        let misspelt = || self.misspelt.get_or_init(|| words().flat_map(misspelt).collect());
        self.announces(parts) || says() || misspelt().iter().any(|part| parts.contains(part))
    }

    /// What its last words say: `Implementation Consequences`.
    fn last(&self) -> Option<Part> {
        let end = self.text.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
        self.said().iter().find(|(at, _)| at.end >= end).map(|&(_, part)| part)
    }

    fn said(&self) -> &[(Range<usize>, Part)] {
        let find = || Vocabulary::known().find::<Part>(&self.text);
        self.said.get_or_init(|| find().map(|(at, found)| (at, found.meaning)).collect())
    }
}

fn announced(heading: &str) -> Vec<Part> {
    let words = Vocabulary::known();
    let heading = heading.trim_start_matches(|c: char| !c.is_alphabetic());
    let pieces = heading.contains(MARKS).then(|| heading.split(MARKS));
    let whole = std::iter::once(heading).chain(pieces.into_iter().flatten());
    let begun = words.at_start::<Part>(heading).filter(|found| !asks(&heading[..found.len]));
    whole
        .filter_map(|text| words.whole::<Part>(text))
        .chain(begun)
        .map(|found| found.meaning)
        .collect()
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
    signature: Signature,
    ends: Ends,
}

/// The first and the last letter of a word.
type Ends = (Option<char>, Option<char>);

fn ends(word: &str) -> Ends {
    (word.chars().next(), word.chars().next_back())
}

/// Letters of the shortest word in which a slip is recognized.
const SHORTEST: usize = 6;

/// The names that are one word and long enough for a slip not to be another word; the shortest first.
static NAMES: LazyLock<Vec<Name>> = LazyLock::new(|| {
    let names = Part::ALL.iter().flat_map(|&part| {
        let words = Language::all().filter_map(move |language| Vocabulary::wording(part, language));
        words.map(move |word| {
            let (word, letters) = (word.to_lowercase(), word.chars().count());
            Name { part, letters, signature: Signature::of(&word), ends: ends(&word), word }
        })
    });
    let long = names.filter(|name| name.letters >= SHORTEST && !name.word.contains(' '));
    let mut names: Vec<Name> = long.collect();
    names.sort_by_key(|name| name.letters);
    names
});

/// `Contextoo`, `Consquences`.
fn misspelt(word: &str) -> Vec<Part> {
    let letters = word.chars().count();
    if letters < SHORTEST {
        return Vec::new();
    }
    let word = word.to_lowercase();
    let ((first, last), signature) = (ends(&word), Signature::of(&word));
    // One slip leaves the length nearly as it was, and one of the ends.
    let longer = NAMES.partition_point(|name| name.letters + 1 < letters);
    let as_long = NAMES[longer..].iter().take_while(|name| name.letters <= letters + 1);
    let near = as_long.filter(|name| {
        signature.may_be_within(1, name.signature) && (name.ends.0 == first || name.ends.1 == last)
    });
    near.filter(|name| is_one_slip(&word, &name.word)).map(|name| name.part).collect()
}

/// Whether two words differ in one letter, or in the order of two that stand side by side.
fn is_one_slip(word: &str, other: &str) -> bool {
    let alike = word.chars().zip(other.chars()).take_while(|(a, b)| a == b);
    let begun: usize = alike.map(|(letter, _)| letter.len_utf8()).sum();
    let (mut word, mut other) = (word[begun..].chars(), other[begun..].chars());
    let (mut left, mut right) = (word.clone(), other.clone());
    while let (Some(a), Some(b)) = (left.next_back(), right.next_back())
        && a == b
    {
        (word, other) = (left.clone(), right.clone());
    }
    let mut letters = [word.next(), word.next(), other.next(), other.next()];
    let more = word.next().or(other.next()).is_some();
    match (more, letters) {
        (false, [one, None, another, None]) => one != another,
        (false, [Some(_), Some(_), Some(_), Some(_)]) => {
            letters.swap(0, 1);
            letters[..2] == letters[2..]
        }
        _ => false,
    }
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
            assert!(Heading::of(heading).mentions(&[part]), "{heading}");
        }
        for (heading, named) in
            [("Implementation Consequences", true), ("Tool call result format", false)]
        {
            assert_eq!(Heading::of(heading).is_named(&[Part::Consequences]), named, "{heading}");
        }
        for (heading, part) in [
            ("What we tested", Part::Context),
            ("How it works", Part::Decision),
            ("Status", Part::Consequences),
        ] {
            assert!(!Heading::of(heading).mentions(&[part]), "{heading}");
        }
    }
}
