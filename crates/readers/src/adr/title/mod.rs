//! A heading's number and its words: `3. Use X`, `ADR-003: Use X`, `003 - Use X`, `RFC: Use X`.

pub(super) mod state;
#[cfg(test)]
mod tests;

use crate::adr::id::Id;
use crate::adr::name::{self, Name};
use words::fold::is_bracketed;
use words::{Reference, Status, Vocabulary, date, fold};

/// A heading, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// The identifier it carries.
    pub id: Option<Id>,
    /// The words without number and type; none when nothing else stands there, or a template's.
    pub words: Option<String>,
}

/// Phrases that say no more than that this is a record.
const TYPES: [&str; 8] = [
    "architecture decision record",
    "architectural decision record",
    "decision record",
    "adr",
    "madr",
    "rfc",
    "kep",
    "rfd",
];

impl Title {
    /// Takes a heading's plain text apart. A bare number in front (`10 Use X`) is one only when
    /// the file's name has the same.
    pub fn of(heading: &str, name: &Name<'_>) -> Self {
        let heading = heading.trim();
        // An emoji in front of the number is no part of the title.
        let plain = heading.trim_start_matches(|c: char| !c.is_ascii() && !c.is_alphanumeric());
        let heading = undated(heading);
        let (id, rest) = bracketed(heading)
            .or_else(|| typed(plain.trim_start_matches([' ', '\u{fe0f}'])))
            .or_else(|| series(heading, name))
            .or_else(|| numbered(heading, name))
            .or_else(|| localized(heading))
            .unwrap_or((None, heading));
        let words = Some(rest.trim()).filter(|rest| !rest.is_empty() && !is_bracketed(rest));
        Self { id, words: words.map(str::to_owned) }
    }
}

/// `2024-03-05 ADR 12: Use X` without its date.
fn undated(heading: &str) -> &str {
    let rest = date::first(heading)
        .filter(|date| date.span.start == 0)
        .map_or(heading, |date| heading[date.span.end..].trim_start());
    if typed(rest).is_some_and(|(id, _)| id.is_some()) { rest } else { heading }
}

/// `[ADR-12] Use X`; a ticket's key in brackets is a part of the title.
fn bracketed(heading: &str) -> Option<(Option<Id>, &str)> {
    let (inside, rest) = heading.strip_prefix('[')?.split_once(']')?;
    let (id, left) = typed(inside)?;
    (id.is_some() && left.trim().is_empty()).then(|| (id, after_separator(rest)))
}

/// `ADR 12: Use X`, `ADR-12 - Use X`, `ADR: Use X`, `ADR-XXX: Use X`.
fn typed(heading: &str) -> Option<(Option<Id>, &str)> {
    let len = TYPES
        .iter()
        .chain(&["decision"])
        .find_map(|kind| fold::at_start(heading, kind).or_else(|| glued(heading, kind)))?;
    let rest = &heading[len..];
    let number = rest.trim_start_matches([' ', '-', '_', '#', '.', '\u{2011}', '\u{a0}']);
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    if let Some(day) = date::at_start(number) {
        return Some((None, after_separator(&number[day.span.end..])));
    }
    // `ADR-0.0.1: Use X`: such numbers name no record but by the file.
    if let Some(len) = dotted(number) {
        return Some((None, after_separator(&number[len..])));
    }
    if digits > 0 {
        let letter = letter(&number[digits..], digits);
        let after = &number[digits + letter.len()..];
        // `ADR-0048..ADR-0138 Gaps`, `ADR-7/ADR-8: Lamps` are on several.
        let next = after.strip_prefix('/').and_then(|next| next.split('/').next());
        let names = |next: &str| typed(next).is_some_and(|(id, _)| id.is_some());
        if after.starts_with("..") || next.is_some_and(names) {
            return None;
        }
        let ends = after.is_empty() || !after.starts_with(fold::is_letter);
        let id = numbered_id(&number[..digits], letter).filter(|_| ends)?;
        return Some((Some(id), after_separator(behind_a_category(after))));
    }
    let blank = number.len() - number.trim_start_matches(['X', 'N', '?', 'x']).len();
    let rest = if (2..=6).contains(&blank) { &number[blank..] } else { rest };
    let decision = fold::at_start(heading, "decision") == Some(len);
    let separated = rest.trim_start().starts_with([':', '：']) || starts_with_dash(rest);
    let words = after_separator(rest);
    // `Decision: yes` has no other title.
    let enough = !decision || words.split_whitespace().nth(1).is_some();
    (separated && enough).then_some((None, words))
}

/// What follows a number without the group that a series has its records in: `RFC 12 (Storage): Use X`.
fn behind_a_category(after: &str) -> &str {
    const MOST_WORDS: usize = 3;
    let category = || {
        let (inside, rest) = after.trim_start().strip_prefix('(')?.split_once(')')?;
        let words = inside.split_whitespace().count();
        let is_group = (1..=MOST_WORDS).contains(&words)
            && inside.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '&' | '/'))
            && Vocabulary::known().find::<Status>(inside).next().is_none();
        let titled = rest.strip_prefix([':', '：']).is_some_and(|title| !title.trim().is_empty());
        (is_group && titled).then_some(rest)
    };
    category().unwrap_or(after)
}

/// Bytes of a number with dots: `0.0.1`.
fn dotted(text: &str) -> Option<usize> {
    let len = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let number = text[..len].trim_end_matches('.');
    let is_one = number.contains('.') && number.split('.').all(|part| !part.is_empty());
    is_one.then_some(number.len())
}

/// `ADR0012`.
fn glued(heading: &str, kind: &str) -> Option<usize> {
    let head = heading.get(..kind.len())?;
    let number = heading[kind.len()..].starts_with(|c: char| c.is_ascii_digit());
    (number && head.eq_ignore_ascii_case(kind)).then_some(kind.len())
}

/// `TEAM-ADR-0012 - Use X`, `AD-12: Use X`; `EP-012: Use X` where the file's name says so, too, or has that number: `012-use-x`.
fn series<'a>(heading: &'a str, name: &Name<'_>) -> Option<(Option<Id>, &'a str)> {
    let word = heading.split(|c: char| c.is_whitespace() || c == '：').next()?;
    let rest = &heading[word.len()..];
    let bare = word.trim_end_matches([':', '.', ',']);
    let (id, coded) = match Name::of(bare) {
        Name { id: Some(id @ Id::Series(..)), slug: "", .. } => (id, false),
        _ => (name::short_series(bare)?, true),
    };
    let decides = id.series().is_some_and(name::is_decision_code);
    let marked = rest.trim_start().starts_with(['·', '•', '：']);
    let separated = bare.len() < word.len() || starts_with_dash(rest) || marked || rest.is_empty();
    let long = bare.len() - bare.trim_end_matches(|c: char| c.is_ascii_digit()).len() >= 3;
    let padded = name.digits >= 3 && long;
    let numbered =
        padded && matches!(&name.id, Some(Id::Number(number)) if id.number() == Some(*number));
    let same = name.id.as_ref() == Some(&id) || numbered;
    let of_records = !coded && bare.split('-').any(name::is_type_word);
    // A file that has a number is not called otherwise.
    let free = decides && name.id.is_none() && (separated || long);
    let decided = free || separated && (same || of_records);
    decided.then(|| (Some(id), behind_a_day(after_separator(rest))))
}

/// What follows the day of a decision in its heading: `(2024-03-05) — Use X`, `2024-03-05 · Use X`.
pub(in crate::adr) fn behind_a_day(words: &str) -> &str {
    let bracketed = words.strip_prefix('(');
    let behind = || {
        let text = bracketed.unwrap_or(words);
        let day = date::at_start(text)?;
        let rest = &text[day.span.end..];
        let rest = if bracketed.is_some() { rest.strip_prefix(')')? } else { rest };
        let words = after_separator(rest);
        let apart = bracketed.is_some() || words.len() < rest.trim_start().len();
        (apart && !words.is_empty()).then_some(words)
    };
    behind().unwrap_or(words)
}

/// `Entscheidung: Use X`, `決定記録：Use X`, in the words of any language.
fn localized(heading: &str) -> Option<(Option<Id>, &str)> {
    let found = Vocabulary::known().starts(Reference::Record, heading)?;
    let words = heading[found.len..].trim_start().strip_prefix([':', '：'])?.trim();
    // `Decision: yes` has no other title.
    let enough = words.split_whitespace().nth(1).is_some() || !words.is_ascii();
    enough.then_some((None, words))
}

/// `12. Use X`, `012 - Use X`, `12: Use X`, `12) Use X`, `10 Use X`.
fn numbered<'a>(heading: &'a str, name: &Name<'_>) -> Option<(Option<Id>, &'a str)> {
    let heading = heading.trim_start_matches('#');
    let digits = heading.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 6 {
        return None;
    }
    let (number, rest) = heading.split_at(digits);
    let letter = letter(rest, digits);
    let rest = &rest[letter.len()..];
    let id = numbered_id(number, letter)?;
    let sign = rest.strip_prefix(['.', ':', ')', '：', '、']);
    let separated = sign.is_some_and(|rest| rest.is_empty() || !rest.starts_with(fold::is_letter))
        || starts_with_dash(rest);
    let same = name.id.as_ref().is_some_and(|other| other.number() == id.number());
    let padded = number.starts_with('0') && digits >= 3;
    let bare = rest.starts_with(char::is_whitespace) && (same || padded);
    let alone = rest.is_empty() && same;
    (separated || bare || alone).then(|| (Some(id), after_separator(rest)))
}

fn numbered_id(number: &str, letter: &str) -> Option<Id> {
    let number = number.parse().ok()?;
    Some(if letter.is_empty() {
        Id::Number(number)
    } else {
        Id::Lettered(number, letter.to_owned())
    })
}

/// What belongs to a number: `a`, `-S1`.
fn letter(after: &str, digits: usize) -> &str {
    let end = |text: &str| text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
    let glued = &after[..end(after)];
    if name::is_letter(glued, digits) {
        return glued;
    }
    let sub = after.strip_prefix('-').map_or("", |sub| &sub[..end(sub)]);
    let part = sub.len() > 1
        && sub.starts_with(|c: char| c.is_ascii_uppercase())
        && sub[1..].bytes().all(|byte| byte.is_ascii_digit());
    if part { &after[..=sub.len()] } else { "" }
}

pub(super) fn starts_with_dash(rest: &str) -> bool {
    let dash = rest.trim_start();
    let spaced = dash.len() < rest.len();
    let after = dash.strip_prefix(['-', '–', '—', '|']);
    after.is_some_and(|after| spaced || after.starts_with(char::is_whitespace))
}

/// What follows a dash as it is typed, `-- Use X`; `--release` is a word.
fn behind_typed_dash(words: &str) -> &str {
    let rest = words.trim_start_matches('-');
    let is_dash =
        matches!(words.len() - rest.len(), 2 | 3) && rest.starts_with(char::is_whitespace);
    if is_dash { rest.trim_start() } else { words }
}

/// What follows the signs between a number and the words: `.NET` and `--release` begin with one of
/// their own.
pub(in crate::adr) fn after_separator(rest: &str) -> &str {
    const SIGNS: [char; 11] = [':', '：', '.', ')', '、', '-', '–', '—', '|', '·', '•'];
    let mut rest = rest;
    let mut glued = true;
    loop {
        let words = behind_typed_dash(rest.trim_start());
        glued &= words.len() == rest.len();
        let Some(after) = words.strip_prefix(SIGNS) else { return words };
        let ends = after.is_empty() || after.starts_with(char::is_whitespace);
        // `ADR 1 -Use X`: a dash that is set off in front only.
        let leads = !glued && words.starts_with('-') && after.starts_with(char::is_alphabetic);
        if !(leads || ends || glued || words.starts_with(['–', '—', '：', '·', '•'])) {
            return words;
        }
        (rest, glued) = (after, false);
    }
}
