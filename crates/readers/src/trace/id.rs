//! Ids in a text: `QG-1`, `R3`, `NFR-PERF-01`, `FR-1.2`, and those of the team's own forms.
//!
//! ```text
//! id      = segment { "-" segment }      six at most; the last one ends in digits
//! segment = letters digits | letters | digits { "." digits }
//! ```
//!
//! What stands before the last number is the prefix, hyphen included: `R-1` and `R1` have two.

use std::ops::Range;

use crate::adr::name::is_type_word;
use crate::settings::{Fit, IdForm};

/// What all spellings of an id have in common: case and leading zeros do not matter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Id {
    pub(super) prefix: String,
    pub(super) number: String,
}

impl Id {
    fn new(prefix: &str, number: &str) -> Self {
        let digits = |number: &str| {
            let bare = number.trim_start_matches('0');
            if bare.is_empty() { "0".to_owned() } else { bare.to_owned() }
        };
        let numbers: Vec<String> = number.split(['.', HYPHEN, UNBROKEN]).map(digits).collect();
        Self { prefix: prefix.replace(UNBROKEN, "-").to_uppercase(), number: numbers.join(".") }
    }

    /// The number, where it is one number.
    pub(super) fn ordinal(&self) -> Option<u64> {
        self.number.parse().ok()
    }

    /// The first and the last of its numbers, where it has several: `R-1-4` may be a range.
    pub(super) fn first_and_last(&self) -> Option<(u64, u64)> {
        let (first, last) = (self.number.split('.').next()?, self.number.rsplit_once('.')?.1);
        Some((first.parse().ok()?, last.parse().ok()?))
    }

    /// The same prefix with another number.
    pub(super) fn with(&self, number: u64) -> Self {
        Self { prefix: self.prefix.clone(), number: number.to_string() }
    }

    fn may_be_a_name(&self) -> bool {
        self.prefix.chars().filter(|c| c.is_alphabetic()).count() < 2 && !self.prefix.contains('-')
    }
}

const HYPHEN: char = '-';
const UNBROKEN: char = '\u{2011}';

/// A segment has so many letters and digits at most: more are a word.
const LONGEST: usize = 12;

/// An id has so many segments at most: more are data.
const MOST: usize = 6;

/// An id where it stands.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) id: Id,
    /// In the text that was searched.
    pub(super) range: Range<usize>,
    /// Whether it is written in capitals or as a form of the team's own, so that nobody can take it for a word.
    pub(super) capital: bool,
}

/// Finds ids.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ids<'s> {
    pub(super) own: &'s [IdForm],
}

impl Ids<'_> {
    /// The ids of a text with a prefix that counts; of several that begin at one place the longest.
    pub(super) fn find(self, text: &str, counts: &impl Fn(&str) -> bool) -> Vec<Token> {
        let mut found: Vec<Token> = Vec::new();
        let mut end = 0;
        let mut before = None;
        for (at, c) in text.char_indices() {
            // `R-1-R-4` are two.
            let parted = end > 0 && text.get(end..at) == Some("-");
            let begins = c.is_alphabetic() && (parted || !before.is_some_and(goes_on));
            before = Some(c);
            if at < end || !begins {
                continue;
            }
            if let Some(token) = self.at(text, at, counts) {
                end = token.range.end;
                found.push(token);
            }
        }
        found
    }

    /// Whether an id, as it is written, may be the name of anything, as one letter and a number are: `R2`, `C4`,
    /// `H2`. What has a form of the team's own is none.
    pub(super) fn may_be_a_name(self, id: &Id, written: &str) -> bool {
        let fits = |form: &IdForm| {
            form.at_start(written).is_some_and(|fit| fit.exact && fit.len == written.len())
        };
        id.may_be_a_name() && !self.own.iter().any(fits)
    }

    /// The id that stands at an offset.
    pub(super) fn at(self, text: &str, at: usize, counts: &impl Fn(&str) -> bool) -> Option<Token> {
        let text = &text[at..];
        let mut ends = self.ends(text).into_iter().rev();
        let (len, id, exact) = ends.find(|(_, id, _)| counts(&id.prefix))?;
        let capital = exact || !text[..len].chars().any(char::is_lowercase);
        Some(Token { id, range: at..at + len, capital })
    }

    /// The id that an anchor begins with; the words of a title follow it.
    pub(super) fn of_anchor(self, anchor: &str, counts: &impl Fn(&str) -> bool) -> Option<Token> {
        let end = anchor.match_indices(HYPHEN).nth(MOST - 1).map_or(anchor.len(), |(at, _)| at);
        self.at(&anchor[..end], 0, counts)
    }

    /// All ids that a text begins with, the shortest first, and whether each is written as an own form is.
    fn ends(self, text: &str) -> Vec<(usize, Id, bool)> {
        let usual = usual(text).into_iter().map(|(len, id)| (len, id, false));
        let mut ends: Vec<_> = usual.collect();
        ends.extend(self.own.iter().filter_map(|form| {
            let Fit { len, number, exact } = form.at_start(text)?;
            let prefix = format!("{}{}", &text[..number.start], &text[number.end..len]);
            Some((len, Id::new(&prefix, &text[number]), exact))
        }));
        ends
    }
}

/// What an id cannot begin behind.
fn goes_on(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | HYPHEN | UNBROKEN)
}

fn usual(text: &str) -> Vec<(usize, Id)> {
    let mut ends = Vec::new();
    let mut at = 0;
    for _ in 0..MOST {
        let len = segment(&text[at..]);
        if len == 0 || !text.starts_with(char::is_alphabetic) {
            return ends;
        }
        at += len;
        at += decimals(&text[at..]);
        let rest = &text[at..];
        if text[..at].ends_with(|c: char| c.is_ascii_digit()) && ends_here(rest) {
            ends.push((at, split(&text[..at])));
        }
        match rest.chars().next().filter(|c| matches!(*c, HYPHEN | UNBROKEN)) {
            Some(hyphen) => at += hyphen.len_utf8(),
            None if ends.is_empty() => return spaced(text, at).into_iter().collect(),
            None => return ends,
        }
    }
    Vec::new()
}

/// Whether an id can end before a text.
fn ends_here(rest: &str) -> bool {
    let decimal =
        rest.strip_prefix('.').is_some_and(|more| more.starts_with(|c: char| c.is_ascii_digit()));
    !decimal && !rest.starts_with('_')
}

/// The length of letters with digits behind them; nothing where it is longer, or mixed.
fn segment(text: &str) -> usize {
    let whole = &text[..text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())];
    let digits = whole.trim_start_matches(char::is_alphabetic);
    let fits = whole.chars().count() <= LONGEST && digits.bytes().all(|byte| byte.is_ascii_digit());
    if fits { whole.len() } else { 0 }
}

/// The length of `.2.3` behind digits.
fn decimals(text: &str) -> usize {
    let mut at = 0;
    while let Some(rest) = text[at..].strip_prefix('.') {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || rest[digits..].starts_with(char::is_alphanumeric) {
            break;
        }
        at += 1 + digits;
    }
    at
}

/// `ADR 7`, `ADR #7`: the one name that is often written so.
fn spaced(text: &str, end: usize) -> Option<(usize, Id)> {
    let (word, rest) = text.split_at(end);
    let number = rest.strip_prefix([' ', '\u{a0}']).map(|rest| rest.trim_start_matches('#'))?;
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let whole = !number[digits..].starts_with(|c: char| c.is_alphanumeric() || c == '.');
    let id = || Id::new(&format!("{word}-"), &number[..digits]);
    (is_type_word(word) && digits > 0 && whole).then(|| (text.len() - number.len() + digits, id()))
}

/// The number at the end, and what stands before it.
fn split(text: &str) -> Id {
    let mut start = text.len();
    let mut chars = text.char_indices().rev().peekable();
    while let Some((at, c)) = chars.next() {
        let joins = matches!(c, '.' | HYPHEN | UNBROKEN)
            && chars.peek().is_some_and(|(_, before)| before.is_ascii_digit());
        if !c.is_ascii_digit() && !joins {
            break;
        }
        start = at;
    }
    Id::new(&text[..start], &text[start..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, own: &[&str], prefixes: &[&str]) -> Vec<String> {
        let own: Vec<IdForm> = own.iter().map(|form| IdForm::read(form).unwrap()).collect();
        let counts = |prefix: &str| prefixes.is_empty() || prefixes.contains(&prefix);
        let tokens = Ids { own: &own }.find(text, &counts);
        tokens.into_iter().map(|token| text[token.range].to_owned()).collect()
    }

    #[test]
    fn ids_are_whole_words() {
        let text = "QG-1, R3 (NFR-PERF-01) see FR-1.2. V15-AUTH-010; TC\u{2011}7";
        let ids = ["QG-1", "R3", "NFR-PERF-01", "FR-1.2", "V15-AUTH-010", "TC\u{2011}7"];
        assert_eq!(found(text, &[], &[]), ids);
        assert_eq!(found("R-1a, X_R-1, R-1_b, 2024-01, QG, v1.2.3b", &[], &[]), [""; 0]);
        assert_eq!(found("non-R-1", &[], &["R-"]), [""; 0]);
    }

    #[test]
    fn an_id_in_a_longer_word_is_known_by_its_prefix() {
        let known = ["QG-", "R-"];
        let text = "QG-1-based, r-1-specification-2, R-1-R-4";
        assert_eq!(found(text, &[], &known), ["QG-1", "r-1", "R-1", "R-4"]);
        assert_eq!(found("SHA-256 and ISO-27001", &[], &["R-"]), [""; 0]);
    }

    #[test]
    fn more_than_six_segments_are_no_id() {
        assert_eq!(found("A-1-1-1-1-1", &[], &[]), ["A-1-1-1-1-1"]);
        assert_eq!(found("A-1-1-1-1-1-1", &[], &[]), [""; 0]);
        assert_eq!(found(&format!("A{}", "-1".repeat(200_000)), &[], &[]), [""; 0]);
    }

    #[test]
    fn a_record_may_have_a_space() {
        assert_eq!(found("ADR 7, ADR #12, ADR-0007", &[], &[]), ["ADR 7", "ADR #12", "ADR-0007"]);
        assert_eq!(found("Goal 7, ADR 7th, ADR 1.2", &[], &[]), [""; 0]);
    }

    #[test]
    fn spellings_of_one_id_are_equal() {
        let id = |text: &str| Ids { own: &[] }.find(text, &|_: &str| true).remove(0).id;
        assert_eq!(id("QG-1"), id("qg-01"));
        assert_eq!(id("TC\u{2011}7"), id("TC-7"));
        assert_eq!(id("ADR 7"), id("ADR-0007"));
        assert_ne!(id("R-1"), id("R1"));
        assert!(
            id("C4").may_be_a_name() && !id("C-4").may_be_a_name() && !id("TD4").may_be_a_name()
        );
    }

    #[test]
    fn a_team_has_its_own_forms() {
        assert_eq!(
            found("GOAL_1 and Goal #2", &["GOAL_{number}", "Goal #{number}"], &[]),
            ["GOAL_1", "Goal #2"]
        );
    }
}
