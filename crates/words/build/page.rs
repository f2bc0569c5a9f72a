//! The phrases of pages in a language file: all of them or none, so that no page speaks two languages.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::meaning::{Outcome, Phrase, RelationKind};

/// The table of phrases.
pub(crate) const PHRASES: &str = "page";
/// The table of what records are to each other, with a phrase for each outcome.
pub(crate) const RELATIONS: &str = "page-relation";

/// The phrases of a file in the order of the enumerations; none where it has neither table.
pub(crate) fn read(table: &toml::Table, wrong: &mut impl FnMut(String)) -> Option<Vec<String>> {
    let part = |key| table.get(key).and_then(toml::Value::as_table);
    let (phrases, relations) = (part(PHRASES), part(RELATIONS));
    if phrases.is_none() && relations.is_none() {
        return None;
    }
    let unknown_phrases = keys(phrases).filter(|key| Phrase::from_name(key).is_none());
    let unknown_relations = keys(relations).filter(|key| RelationKind::from_name(key).is_none());
    let unknown = unknown_phrases
        .map(|key| (PHRASES, key))
        .chain(unknown_relations.map(|key| (RELATIONS, key)));
    for (part, key) in unknown {
        wrong(format!("`{part}.{key}` is no phrase"));
    }
    let mut said = Vec::new();
    for (part, name, count) in asked() {
        let value =
            if part == PHRASES { phrases } else { relations }.and_then(|table| table.get(name));
        let own: Vec<&str> = match value {
            Some(toml::Value::Array(forms)) => {
                forms.iter().filter_map(toml::Value::as_str).collect()
            }
            value => value.and_then(toml::Value::as_str).into_iter().collect(),
        };
        if own.len() != count || own.iter().any(|phrase| phrase.trim().is_empty()) {
            wrong(format!("`{part}.{name}` is missing: a language has all phrases or none"));
        }
        said.extend(own.into_iter().map(str::to_owned));
    }
    Some(said)
}

fn keys(table: Option<&toml::Table>) -> impl Iterator<Item = &str> {
    table.into_iter().flat_map(toml::Table::keys).map(String::as_str)
}

/// Each entry that a file must have: its table, its name, and how many phrases it holds.
fn asked() -> impl Iterator<Item = (&'static str, &'static str, usize)> {
    let phrases = Phrase::ALL.iter().map(|phrase| (PHRASES, phrase.name(), 1));
    phrases.chain(RelationKind::ALL.iter().map(|kind| (RELATIONS, kind.name(), Outcome::ALL.len())))
}

/// The phrases whose places for values are not those of the English ones.
pub(crate) fn unlike_english(pages: &[(String, Option<Vec<String>>)]) -> Vec<String> {
    let english = pages.iter().find(|(tag, _)| tag == "en").and_then(|(_, page)| page.as_ref());
    let Some(english) = english else { return Vec::new() };
    let names = asked().flat_map(|(part, name, count)| vec![format!("{part}.{name}"); count]);
    let names: Vec<String> = names.collect();
    let mut mistakes = Vec::new();
    for (tag, page) in pages {
        let Some(page) = page.as_ref().filter(|page| page.len() == english.len()) else { continue };
        for ((name, own), other) in names.iter().zip(page).zip(english) {
            if places(own) != places(other) {
                mistakes.push(format!("{tag}: `{name}` has not the places of the English phrase"));
            }
        }
    }
    mistakes
}

/// What stands between braces.
fn places(phrase: &str) -> BTreeSet<&str> {
    phrase.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or(rest)).collect()
}

/// The Rust source of all phrases.
pub(crate) fn code(pages: &[(String, Option<Vec<String>>)]) -> String {
    let mut code = "pub(super) static PAGES: &[Option<&[&str]>] = &[".to_owned();
    for (_, page) in pages {
        let _ = match page {
            Some(page) => writeln!(code, "Some(&{page:?}),"),
            None => writeln!(code, "None,"),
        };
    }
    code += "];\n";
    // Without it the crate does not compile: it is what every other language falls back on.
    let english = pages.iter().enumerate().find(|(_, (tag, _))| tag == "en");
    if let Some((at, (_, Some(page)))) = english {
        let _ = writeln!(code, "pub(crate) const ENGLISH: u8 = {at};");
        let _ = writeln!(code, "pub(super) static ENGLISH_PAGE: &[&str] = &{page:?};");
    }
    code
}
