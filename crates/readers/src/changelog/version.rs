//! Versions as people write them: `v1.0`, `1.09`, `0.1.x.x`, `v2p1`, `1.0.0-rc.1`, `2024-03`.
//!
//! Order is that of [Semantic Versioning](https://semver.org/#spec-item-11), read leniently: any
//! number of components, leading zeros, a `v` or a word before it. Components are whole numbers:
//! `1.9` comes before `1.10`.

use std::cmp::Ordering;

use super::{Log, Text};

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

impl Version {
    /// Reads a version; none for text that does not begin with a number.
    pub fn read(text: &str) -> Option<Self> {
        let lower = text.trim().trim_matches(['[', ']', '(', ')']).to_lowercase();
        let bare = without_prefix(&lower);
        let mut numbers = Vec::new();
        let mut rest = bare;
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
        let rest = rest.trim_start_matches(['.', 'x', '*']).trim();
        let (pre, rest) = pre_release(rest);
        Some(Self { numbers, pre, rest })
    }

    /// Whether it is a date: then steps mean nothing.
    pub fn is_calendar(&self) -> bool {
        self.numbers.first().is_some_and(|&first| first >= FIRST_YEAR)
    }

    fn number(&self, index: usize) -> u64 {
        self.numbers.get(index).copied().unwrap_or(0)
    }

    /// How `self` follows `before`.
    pub fn step(&self, before: &Self) -> Step {
        let components = self.numbers.len().max(before.numbers.len());
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
            Some(_) if self.is_calendar() => Step::Next,
            Some(_) => Step::Jump,
        }
    }

    /// Whether two spellings name one version: `v1.0` and `1.0.0`.
    pub fn same(&self, other: &Self) -> bool {
        self.key() == other.key()
    }

    /// The line of releases it belongs to: 8.5.1 and 8.5.2 are of one, 8.4.0 and 8.5.0 of another,
    /// 8.0.0 and 9.0.0 of a third.
    pub(super) fn line(&self) -> Vec<u64> {
        let last = self.numbers.iter().rposition(|&number| number != 0).unwrap_or(0);
        let own = self.numbers[..last].iter().copied();
        std::iter::once(last as u64).chain(own).collect()
    }

    /// The same text for all spellings of one version, different texts for different versions.
    pub fn key(&self) -> String {
        let zeros = self.numbers.iter().rev().take_while(|&&number| number == 0).count();
        let numbers: Vec<String> =
            self.numbers[..self.numbers.len() - zeros].iter().map(u64::to_string).collect();
        let pre = self.pre.as_ref().map(semver::Prerelease::as_str).unwrap_or_default();
        format!("{}-{pre} {}", numbers.join("."), self.rest)
    }

    /// Which of two versions comes first.
    pub fn order(&self, other: &Self) -> Ordering {
        let components = self.numbers.len().max(other.numbers.len());
        let numbers = (0..components).map(|at| self.number(at).cmp(&other.number(at)));
        let by_number = numbers.fold(Ordering::Equal, Ordering::then);
        by_number.then_with(|| match (&self.pre, &other.pre) {
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Greater,
            (Some(_), None) => Ordering::Less,
            (Some(a), Some(b)) => a.cmp(b),
        })
    }
}

/// How each version of a log follows the highest before it, from the oldest to the newest entry.
///
/// Nothing for logs whose versions number something else, or whose direction is not known.
pub fn steps(log: &Log) -> Vec<(&Text, &Text, Step)> {
    let mut steps = Vec::new();
    if !log.subject.versioned() || log.direction.is_none() {
        return steps;
    }
    let mut highest: Option<(&Text, Version)> = None;
    for (_, entry) in log.chronological() {
        let Some(text) = &entry.version else { continue };
        let Some(version) = Version::read(&text.text) else { continue };
        if let Some((before, lower)) = &highest {
            let step = version.step(lower);
            steps.push((*before, text, step));
            if step == Step::Fall {
                continue;
            }
        }
        highest = Some((text, version));
    }
    steps
}

/// `version 1.0`, `rev. 3`, `v1.0` without what stands before the number.
fn without_prefix(text: &str) -> &str {
    let words = ["version", "revision", "release", "rev", "ver", "dokumentversion"];
    let bare = words.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let bare = bare.trim_start_matches(['.', ':', ' ']);
    match bare.strip_prefix('v').map(|rest| rest.trim_start_matches(['.', ' '])) {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => rest,
        _ => bare,
    }
}

/// What follows the numbers: a pre-release as semver has it, or any other words.
fn pre_release(rest: &str) -> (Option<semver::Prerelease>, String) {
    let (head, tail) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let (head, _build) = head.split_once('+').unwrap_or((head, ""));
    let name = head.trim_start_matches(['-', '.', '_']);
    let marked = head.starts_with('-') || is_pre_word(name);
    match semver::Prerelease::new(name) {
        Ok(pre) if marked && !pre.is_empty() => (Some(pre), tail.trim().to_owned()),
        _ => (None, rest.split_whitespace().collect::<Vec<_>>().join(" ")),
    }
}

/// `1.0rc1`, `1.0 beta`: a pre-release without its hyphen.
fn is_pre_word(name: &str) -> bool {
    ["alpha", "beta", "rc", "pre", "preview", "draft", "dev", "entwurf", "snapshot"]
        .iter()
        .any(|word| name.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(before: &str, after: &str) -> Step {
        Version::read(after).unwrap().step(&Version::read(before).unwrap())
    }

    #[test]
    fn components_are_whole_numbers() {
        assert_eq!(step("1.09", "1.10"), Step::Next);
        assert_eq!(step("1.19", "1.20"), Step::Next);
        assert_eq!(step("0.9", "0.10"), Step::Next);
        assert_eq!(step("0.8", "1.0"), Step::Next);
        assert_eq!(step("v0p8", "v1p0-rc1"), Step::Next);
        assert_eq!(step("0.1.x.x", "0.2.x.x"), Step::Next);
        assert_eq!(step("1.2", "1.2.1"), Step::Next);
        assert_eq!(step("3", "4"), Step::Next);
    }

    #[test]
    fn a_step_over_a_version_is_a_jump() {
        for (before, after) in
            [("0.3.0", "0.5.0"), ("0.1", "1.1"), ("1.3.4", "1.4.1"), ("1.4.5", "1.5.1")]
        {
            assert_eq!(step(before, after), Step::Jump, "{before} {after}");
        }
        assert_eq!(step("2024-03", "2024-11"), Step::Next);
        assert_eq!(step("2024.03", "2024.11"), Step::Next);
    }

    #[test]
    fn pre_releases_come_before_the_release() {
        assert_eq!(step("3.0.0-beta.2", "3.0.0"), Step::Same);
        assert_eq!(step("3.0.0", "3.0.0-beta"), Step::Fall);
        assert_eq!(step("1.22", "1.22 w/ Errata A"), Step::Same);
        assert_eq!(step("1.0 Draft", "1.0"), Step::Same);
        assert_eq!(step("2.0", "1.9"), Step::Fall);
    }

    #[test]
    fn spellings_of_one_version() {
        let read = |text| Version::read(text).unwrap();
        for text in ["v1.0", "1.0", "1.0.0", "V1.0", "Version 1.0", "[1.0.0]", "Rev. 1", "v1p0"] {
            assert!(read(text).same(&read("1.0")), "{text}");
        }
        assert!(!read("1.22 w/ Errata A").same(&read("1.22 w/ Errata B")));
        assert!(Version::read("Draft").is_none());
        assert!(Version::read("").is_none());
    }
}
