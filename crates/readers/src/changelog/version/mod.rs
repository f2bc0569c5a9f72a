//! Versions as people write them: `v1.0`, `1.09`, `0.1.x.x`, `v2p1`, `1.0.0-rc.1`, `2024-03`.
//!
//! Order is that of [Semantic Versioning](https://semver.org/#spec-item-11), read leniently: any
//! number of components, leading zeros, a `v` or a word before it. Components are whole numbers:
//! `1.9` comes before `1.10`.

mod spelling;

use std::cmp::Ordering;

use words::{LogWord, Vocabulary};

use spelling::{letters, pre_release, without_prefix};

/// A first number from here on is a year.
const FIRST_YEAR: u64 = 1900;

/// A version that can be compared. What is shown is always the author's own spelling.
#[derive(Clone, Debug)]
pub struct Version {
    /// The components; `x` and `*` end them.
    numbers: Vec<u64>,
    /// What follows a `-`: a pre-release.
    pre: Option<semver::Prerelease>,
    /// Anything else that is said: `w/ errata a`.
    rest: String,
    /// Whether it stands for all versions that begin so: `1.x`.
    open: bool,
}

/// How a version follows the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The same numbers; a pre-release became the release, or a suffix was added.
    Same,
    /// One up in one component, zeros after it.
    Next,
    /// More than that: a version seems to be left out.
    Jump,
    /// Backwards.
    Fall,
}

/// Whether a text stands where versions stand: a version, `B`, `Rev. A`, `初版`.
pub(super) fn looks_like_one(text: &str) -> bool {
    const LONGEST: usize = 20;
    let bare = text.trim().trim_matches(['[', ']', '(', ')', '*']);
    let lettered = bare.len() <= 2 && bare.chars().all(|c| c.is_ascii_uppercase());
    let words = Vocabulary::known();
    let named = || {
        let word = |word| words.mentions(word, bare).is_some();
        bare.chars().count() <= LONGEST && (word(LogWord::Version) || word(LogWord::PreRelease))
    };
    Version::read(text).is_some() || (!bare.is_empty() && lettered) || named()
}

impl Version {
    /// Reads a version; none for text that does not begin with a number.
    pub fn read(text: &str) -> Option<Self> {
        let lower = text.trim().trim_matches(['[', ']', '(', ')']).to_lowercase();
        let bare = without_prefix(&lower);
        let mut numbers = Vec::new();
        let mut rest = &*bare;
        loop {
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            if digits == 0 {
                break;
            }
            numbers.push(rest[..digits].parse().ok()?);
            rest = &rest[digits..];
            // In a date a hyphen separates, in a version it begins the pre-release.
            let dated = numbers[0] >= FIRST_YEAR;
            match rest.strip_prefix(|c| matches!(c, '.' | 'p') || (dated && c == '-')) {
                Some(next) if next.starts_with(|c: char| c.is_ascii_digit()) => rest = next,
                _ => break,
            }
        }
        if numbers.is_empty() {
            return None;
        }
        let open = rest.starts_with(".x") || rest.starts_with(".*");
        let rest = rest.trim_start_matches(['.', 'x', '*']).trim();
        let (pre, rest) = pre_release(rest);
        Some(Self { numbers, pre, rest, open })
    }

    /// Whether it is a date: then steps mean nothing.
    pub(crate) fn is_calendar(&self) -> bool {
        self.numbers.first().is_some_and(|&first| first >= FIRST_YEAR)
    }

    /// Whether it names no one version, but all that begin so: `0.4.x`.
    pub const fn is_series(&self) -> bool {
        self.open
    }

    /// How many numbers of both are known: behind the end of a series stands any.
    fn compared(&self, other: &Self) -> usize {
        let known = |version: &Self| if version.open { version.numbers.len() } else { usize::MAX };
        known(self).min(known(other)).min(self.numbers.len().max(other.numbers.len()))
    }

    /// Whether a text may begin with it: `1.0`, `0.1`, `0.0.1`.
    pub(super) fn is_a_first(&self) -> bool {
        self.numbers.iter().sum::<u64>() <= 1
    }

    /// Whether its third number counts: `1.4.2`.
    pub fn is_patch(&self) -> bool {
        self.number(2) > 0
    }

    fn number(&self, index: usize) -> u64 {
        self.numbers.get(index).copied().unwrap_or(0)
    }

    /// How `self` follows `before`.
    pub fn step(&self, before: &Self) -> Step {
        let components = self.compared(before);
        let series = self.open || before.open;
        let Some(at) = (0..components).find(|&at| self.number(at) != before.number(at)) else {
            return match self.order(before) {
                Ordering::Less => Step::Fall,
                _ => Step::Same,
            };
        };
        let up = self.number(at).checked_sub(before.number(at));
        let zeros = (at + 1..components).all(|index| self.number(index) == 0);
        match up {
            None => Step::Fall,
            Some(1) if zeros => Step::Next,
            Some(_) if self.is_calendar() || series => Step::Next,
            Some(_) => Step::Jump,
        }
    }

    /// The same; where it counts in another way than `before`, none is missing between them.
    pub(super) fn follows(&self, before: &Self) -> Step {
        match self.step(before) {
            Step::Jump if self.begins_anew_after(before) => Step::Next,
            step => step,
        }
    }

    /// Whether it counts in another way than the version before: from `0.0.3` to `1.2.0` several would be
    /// missing at once, which is no slip.
    fn begins_anew_after(&self, before: &Self) -> bool {
        /// A first version of a new line that may be the next one but for a slip: `0.9` and then `1.1`.
        const NEAR: u64 = 1;
        let longer = self.numbers.len() > 1 && before.numbers.len() > 1;
        longer && self.number(0) == before.number(0).saturating_add(1) && self.number(1) > NEAR
    }

    /// Whether both may number the same thing: they begin alike, or have as many parts.
    pub fn is_comparable_to(&self, other: &Self) -> bool {
        self.number(0) == other.number(0) || self.numbers.len() == other.numbers.len()
    }

    /// Whether two spellings name one version: `v1.0` and `1.0.0`.
    pub fn same(&self, other: &Self) -> bool {
        self.key() == other.key()
    }

    /// Whether two statements can mean one version: what only one of them says besides the numbers is a
    /// remark, and so is its stage, `2.1 draft`; `2.1-rc.1` is another.
    pub fn agrees(&self, other: &Self) -> bool {
        let remark = self.rest.is_empty() || other.rest.is_empty() || self.rest == other.rest;
        let stage = match (&self.pre, &other.pre) {
            (Some(stage), None) | (None, Some(stage)) => {
                !stage.contains(|c: char| c.is_ascii_digit())
            }
            (own, other) => own == other,
        };
        let known = || (0..self.compared(other)).all(|at| self.number(at) == other.number(at));
        let numbers = || {
            if self.open || other.open {
                known()
            } else {
                self.significant() == other.significant()
            }
        };
        remark && stage && numbers()
    }

    /// Whether a word behind the numbers says of what it is one: `1.9 lineage`. One that says what kind of release it is,
    /// `1.5 LTS`, a stage, `1.0 draft`, and a remark that has a mark or a number before its words, `1.22 w/ Errata A`,
    /// say which one it is.
    pub(crate) fn is_qualified(&self) -> bool {
        let word = self.rest.split_whitespace().next().unwrap_or_default();
        !word.is_empty() && word.chars().all(char::is_alphabetic) && !is_of_a_release(word)
    }

    /// Whether counting begins about here: `0.3`, `1.0`. What begins at `15.0` numbers a product that is
    /// older than the log.
    pub fn is_early(&self) -> bool {
        self.numbers.first().is_none_or(|&first| first <= 1)
    }

    /// The numbers without the zeros at their end.
    pub(super) fn significant(&self) -> &[u64] {
        let last = self.numbers.iter().rposition(|&number| number != 0);
        &self.numbers[..last.map_or(0, |last| last + 1)]
    }

    /// The lines of releases it belongs to, each by how many numbers it has in common with the others
    /// of the line: 8.5.0 follows 8.4.0 and comes before 8.5.1.
    pub(super) fn lines(&self) -> Vec<(usize, Vec<u64>)> {
        let significant = self.significant().len();
        let lines = significant.max(1)..=self.numbers.len().max(1);
        lines.map(|len| (len, self.numbers.iter().copied().take(len - 1).collect())).collect()
    }

    /// The same text for all spellings of one version, different texts for different versions.
    pub fn key(&self) -> String {
        let numbers: Vec<String> = self.significant().iter().map(u64::to_string).collect();
        let pre = self.pre.as_ref().map(semver::Prerelease::as_str).unwrap_or_default();
        let open = if self.open { ".x" } else { "" };
        format!("{}{open}-{pre} {}", numbers.join("."), self.rest)
    }

    /// Which of two versions comes first.
    pub fn order(&self, other: &Self) -> Ordering {
        let numbers = (0..self.compared(other)).map(|at| self.number(at).cmp(&other.number(at)));
        let by_number = numbers.fold(Ordering::Equal, Ordering::then);
        if by_number.is_eq() && (self.open || other.open) {
            return Ordering::Equal;
        }
        by_number.then_with(|| match (&self.pre, &other.pre) {
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Greater,
            (Some(_), None) => Ordering::Less,
            // Names have no order of the alphabet: drafts of two kinds may alternate.
            (Some(a), Some(b)) if !is_comparable(a, b) => Ordering::Equal,
            (Some(a), Some(b)) => a.cmp(b),
        })
    }
}

/// Whether two pre-releases are of one kind, or of kinds whose order everybody knows.
fn is_comparable(a: &semver::Prerelease, b: &semver::Prerelease) -> bool {
    let (a, b) = (letters(a.as_str()), letters(b.as_str()));
    let known = |name: &str| matches!(name, "alpha" | "beta" | "rc");
    a == b || (known(a) && known(b))
}

/// Whether a word, in small letters, says what kind of release a version is.
fn is_of_a_release(word: &str) -> bool {
    matches!(word, "final" | "ga" | "lts" | "stable")
}

#[cfg(test)]
mod tests;
