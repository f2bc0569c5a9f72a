//! What stands before the words of headings: the team's word for a record, and its number.

use super::most;
use crate::adr::name::{ADR, SHORT_NAMES, is_type_word};
use crate::adr::record::{Origin, Record};
use crate::record_path;

/// What most headings or names of files call a record, else the directory: `rfcs`.
pub(super) fn word(records: &[Record], directory: &str) -> &'static str {
    let called = |text: &str| SHORT_NAMES.into_iter().find(|word| at_start(text, word));
    let said = |record: &Record| {
        let heading = record.source.slice(record.heading).trim_start_matches(['#', ' ', '[']);
        called(heading).or_else(|| called(record_path::stem(&record.path)))
    };
    let usual = most(records.iter().map(said)).flatten();
    usual.or_else(|| called(directory)).unwrap_or(ADR)
}

/// Whether a text begins with a word, in capitals or without, as a word of its own or as several: `rfcs`.
fn at_start(text: &str, word: &str) -> bool {
    let is_it = text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    is_it && !text[word.len()..].trim_start_matches('s').starts_with(char::is_alphabetic)
}

/// `ADR-###: ` for `ADR-007: Use X`; none for a heading without a number.
pub(super) fn heading_style(record: &Record) -> Option<String> {
    let title = record.title.as_ref()?;
    let heading = record.source.slice(title.span);
    if let Some(kind) = kind_before(heading, &title.value) {
        return Some(kind.to_owned());
    }
    // A number in the title of the front matter has no origin of its own.
    let leads = || {
        let number = heading.split(|c: char| !c.is_ascii_digit()).next()?.parse::<u64>().ok()?;
        Some(record.number()? == number)
    };
    let stated = record.ids.iter().any(|id| id.origin == Origin::Title);
    if !(stated || title.origin == Origin::FrontMatter && leads() == Some(true)) {
        return None;
    }
    let digits = heading.find(|c: char| c.is_ascii_digit())?;
    let head = &heading[..digits];
    let number = heading[digits..].bytes().take_while(u8::is_ascii_digit).count();
    let after = &heading[digits + number..];
    let words =
        after.find(|c: char| c.is_alphanumeric() || matches!(c, '`' | '*' | '_' | '\\' | '<'))?;
    let padded = heading[digits..].starts_with('0');
    let places = if padded { number } else { 1 };
    let plain = !head.contains('#') && !after[..words].contains('#');
    plain.then(|| format!("{head}{}{}", "#".repeat(places), &after[..words]))
}

/// `ADR: ` before the words of a title without a number.
fn kind_before<'h>(heading: &'h str, title: &str) -> Option<&'h str> {
    let kind = heading.strip_suffix(title).filter(|kind| !kind.is_empty())?;
    let word = kind.trim_end_matches(|c: char| !c.is_alphanumeric());
    (is_type_word(word) && kind.len() > word.len()).then_some(kind)
}
