//! What the names of files, and references to them, say of a record.

use crate::record_path;
use text::link;
use words::date;
use words::date::{Date, Shapes};

use super::id::Id;

/// What a record is mostly called for short.
pub(crate) const ADR: &str = "ADR";

/// All short names of records, the usual one first; the others begin as proposals.
pub(crate) const SHORT_NAMES: [&str; 4] = [ADR, "RFC", "RFD", "KEP"];

/// Other words for a record as such.
const OTHER_NAMES: [&str; 5] = ["madr", "decision", "dr", "record", "adrs"];

/// Codes that number decisions in a log of them.
const DECISION_CODES: [&str; 5] = ["AD", "D", "DD", "DEC", "KD"];

/// Whether letters before a number say that a decision is meant: `AD-1`, `DEC-12`.
pub(super) fn is_decision_code(code: &str) -> bool {
    DECISION_CODES.contains(&code)
}

/// Whether a heading is that of a decision within a record, by its code: `2. D1 — Use X`.
pub fn numbers_a_decision(heading: &str) -> bool {
    let heading = heading.trim_start_matches(|c: char| !c.is_alphabetic());
    let (code, rest) = heading.split_at(heading.bytes().take_while(u8::is_ascii_uppercase).count());
    let rest = rest.strip_prefix('-').unwrap_or(rest);
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    is_decision_code(code)
        && behind.len() < rest.len()
        && behind.trim_start().starts_with([':', '：', '.', '-', '–', '—', '·'])
}

/// `AD-1`, `TIP-29`: capital letters and a number, however short, which only where it stands can say is a record.
pub(super) fn short_series(word: &str) -> Option<Id> {
    let (series, number) = word.split_once('-')?;
    let is_code = is_decision_code(series)
        || (2..=5).contains(&series.len())
            && series.bytes().all(|byte| byte.is_ascii_uppercase())
            && !is_foreign(series);
    let digits = number.bytes().all(|byte| byte.is_ascii_digit());
    let number = number.parse().ok().filter(|_| is_code && digits)?;
    Some(Id::Series(series.to_owned(), number))
}

/// Whether a word only says that something is a record; before a number it is no part of the identity.
pub fn is_type_word(word: &str) -> bool {
    SHORT_NAMES.iter().chain(&OTHER_NAMES).any(|known| word.eq_ignore_ascii_case(known))
}

/// What a name without its extension says: `0012-use-x`, `adr-012-use-x`, `ADR-012_use-x`,
/// `rfc0012_use_x`, `TEAM-ADR-AREA-0012-use-x`, `2024-05-31-use-x`, `2024-05-31_012-use-x`,
/// `20240531-use-x`, `20240531101500-use-x`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name<'a> {
    /// The identifier, if the name has one.
    pub id: Option<Id>,
    /// How many digits the number is written with.
    pub digits: usize,
    /// What stands before the number: `adr-`, `ADR-`, or nothing.
    pub prefix: &'a str,
    /// The date at its beginning.
    pub date: Option<Date>,
    /// The words after all of these.
    pub slug: &'a str,
}

impl<'a> Name<'a> {
    /// What a record's path says: the name of its file, or of the directory that is its own.
    pub fn of_path(path: &'a str) -> Self {
        Self::of(record_path::stem(path))
    }

    /// Reads the stem of a file name, or the name of a directory.
    pub fn of(stem: &'a str) -> Self {
        let name = Self { id: None, digits: 0, prefix: "", date: None, slug: stem };
        if let Some(dated) = dated(stem) {
            return dated;
        }
        let Some(Numbered { prefix, number, letter, digits, slug }) = numbered(stem) else {
            return name;
        };
        let id = match series(prefix) {
            Some(series) => Id::Series(series, number),
            None if letter.is_empty() => Id::Number(number),
            None => Id::Lettered(number, letter.to_ascii_lowercase()),
        };
        Self { id: Some(id), digits, prefix, slug, ..name }
    }
}

/// Whether a record's path has a number or a date that it is cited by.
pub(crate) fn is_identified(path: &str) -> bool {
    Name::of_path(path).id.is_some()
}

/// `2024-05-31-use-x`, `2024-05-use-x`, `2024-05-31_012-use-x`, `20240531-use-x`, `20240531101500-use-x`.
fn dated(stem: &str) -> Option<Name<'_>> {
    let digits = leading_digits(stem);
    let named = |id: &str, date, slug| {
        Some(Name {
            id: Some(Id::Name(id.to_owned())),
            digits: 0,
            prefix: "",
            date: Some(date),
            slug,
        })
    };
    if digits == 14 {
        let date = date::find_with(&stem[..8], Shapes { compact: true, ..Shapes::default() })
            .first()?
            .reading
            .exact()?;
        return named(&stem[..14], date, after_separator(&stem[14..]));
    }
    if let Some(monthly) = monthly(stem) {
        return Some(monthly);
    }
    let end = match digits {
        8 => 8,
        // `0012-use-x` begins with no year.
        4 if begins_with_a_year(stem) => 10,
        _ => return None,
    };
    let head = stem.get(..end)?;
    let found =
        date::find_with(head, Shapes { compact: true, ..Shapes::default() }).into_iter().next()?;
    let date = found.reading.exact().filter(|_| found.span == (0..end))?;
    let rest = after_separator(&stem[end..]);
    if rest.len() == stem.len() - end && !rest.is_empty() {
        return None;
    }
    match numbered(rest) {
        Some(Numbered { prefix: "", number, digits, slug, letter: "" }) if digits > 2 => {
            let (id, prefix) = (Some(Id::Number(number)), "");
            Some(Name { id, digits, prefix, date: Some(date), slug })
        }
        _ => named(stem, date, rest),
    }
}

/// Whether four digits can be a year at all.
fn begins_with_a_year(stem: &str) -> bool {
    stem.starts_with(['1', '2'])
}

/// `2024-05-use-x`
fn monthly(stem: &str) -> Option<Name<'_>> {
    let (year, rest) = stem.split_once('-')?;
    let (month, slug) = rest.split_once(['-', '_'])?;
    let digits = |text: &str, count| text.len() == count && leading_digits(text) == count;
    let in_words = slug.starts_with(char::is_alphabetic);
    if !(digits(year, 4) && digits(month, 2) && in_words && begins_with_a_year(year)) {
        return None;
    }
    let date = Date::from_month(year.parse().ok()?, month.parse().ok()?)?;
    let id = Some(Id::Name(stem.to_owned()));
    Some(Name { id, digits: 0, prefix: "", date: Some(date), slug })
}

/// A name with a number.
struct Numbered<'a> {
    /// What stands before the number.
    prefix: &'a str,
    number: u64,
    /// The letter behind it: `0027a`.
    letter: &'a str,
    digits: usize,
    /// The words after all of these.
    slug: &'a str,
}

fn numbered(stem: &str) -> Option<Numbered<'_>> {
    let mut at = 0;
    for part in stem.split_inclusive(['-', '_', ' ', '.']) {
        let word = part.trim_end_matches(['-', '_', ' ', '.']);
        let letters = word.find(|c: char| c.is_ascii_digit()).unwrap_or(word.len());
        let digits = leading_digits(&word[letters..]);
        let glued = letters > 0 && is_type_word(&word[..letters]);
        let (number, behind) = word[letters..].split_at(digits);
        let begins = letters == 0 && at == 0;
        // `0012UseX` begins with its number, and the words follow at once.
        let joined = begins && is_padded(number) && is_capitalized(behind);
        let letter = if joined { "" } else { behind };
        if digits > 0 && (letter.is_empty() || is_letter(letter, digits)) && (letters == 0 || glued)
        {
            let prefix = &stem[..at + letters];
            if counts_in_a_year(&stem[at + letters..]) {
                at += part.len();
                continue;
            }
            let number = number.parse().ok()?;
            let end = at + letters + digits + letter.len();
            let slug = after_separator(&stem[end..]);
            let found = Numbered { prefix, number, letter, digits, slug };
            return names_a_series(prefix, digits).then_some(found);
        }
        if !word.chars().all(char::is_alphabetic) || word.is_empty() {
            return None;
        }
        at += part.len();
    }
    None
}

/// `UseX`, which may follow its number at once: `0012UseX`.
fn is_capitalized(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

/// `0012`: no year, and nothing that is counted.
fn is_padded(digits: &str) -> bool {
    digits.len() >= 3 && digits.starts_with('0')
}

/// A single letter behind a number of several digits: `0027a`, not `2d`.
pub(super) fn is_letter(letter: &str, digits: usize) -> bool {
    letter.len() == 1 && letter.bytes().all(|byte| byte.is_ascii_alphabetic()) && digits > 1
}

/// A year with a number behind it that is no month: `2025-003`, `2025-13`.
fn counts_in_a_year(text: &str) -> bool {
    let year = text.starts_with("19") || text.starts_with("20");
    let number = text.get(5..).map_or(0, leading_digits);
    let separated = text.as_bytes().get(4) == Some(&b'-');
    let past_december = || number == 2 && text[5..7] > *"12";
    year && leading_digits(text) == 4
        && separated
        && (number > 2 || past_december())
        && !text[5 + number..].starts_with(char::is_alphanumeric)
}

/// Nothing or a year, a type word somewhere, or a short code with a padded number: `DEC-001`. Anything else
/// before a number is the name of something: `use-http-2`.
fn names_a_series(prefix: &str, digits: usize) -> bool {
    let is_word = |word: &&str| !word.bytes().all(|byte| byte.is_ascii_digit());
    let words = || prefix.split(['-', '_', ' ', '.']).filter(is_word);
    words().next().is_none()
        || words().any(is_type_word)
        || (words().count() <= 1
            && words().all(|word| word.len() <= 5 && !is_foreign(word))
            && digits >= 3)
}

/// Codes that number something else.
pub(super) fn is_foreign(word: &str) -> bool {
    const FOREIGN: [&str; 12] =
        ["pr", "mr", "gh", "issue", "bug", "v", "cve", "http", "utf", "ipv", "sha", "iso"];
    FOREIGN.iter().any(|foreign| word.eq_ignore_ascii_case(foreign))
}

/// The series a prefix names; none when it holds type words only.
fn series(prefix: &str) -> Option<String> {
    let words: Vec<&str> =
        prefix.split(['-', '_', ' ', '.']).filter(|word| !word.is_empty()).collect();
    (!words.iter().all(|word| is_type_word(word))).then(|| words.join("-"))
}

fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

fn after_separator(text: &str) -> &str {
    text.trim_start_matches(['-', '_', ' ', '.'])
}

/// The identifier a reference spells: `ADR-0012`, `adr #12`, `#12`, `0012`, `0012-use-x.md`.
pub fn from_reference(text: &str) -> Option<Id> {
    let text = text.trim().trim_matches(['`', '"', '\'', '[', ']', '(', ')', '*', '.', ',', ':']);
    let text = text.strip_prefix('#').unwrap_or(text);
    if let Some((word, number)) = text.split_once(char::is_whitespace) {
        let number = number.trim_start().trim_start_matches('#');
        if is_type_word(word) && number.bytes().all(|byte| byte.is_ascii_digit()) {
            return number.parse().ok().map(Id::Number);
        }
    }
    let name = Name::of(link::stem(text));
    match name.id {
        Some(Id::Name(_)) if name.date.is_none() => None,
        id => id,
    }
}
