//! The statuses of a decision, in the words that the team's records have.

use std::collections::BTreeMap;

use lsp_types::CompletionItemKind;
use readers::adr::label::LabelKind;
use readers::adr::{Record, Status, spoken};
use text::markdown::Document;
use text::source::Source;
use text::wording::{capitalized, uncapitalized};
use words::wording_or_english;

use super::cursor::Cursor;
use super::item::Item;
use crate::snapshot::Snapshot;

pub(super) fn items(cursor: &Cursor<'_>) -> Option<Vec<Item>> {
    cursor.here.snapshot.record(cursor.here.name)?;
    let typed = labelled(cursor.before()).or_else(|| below_heading(cursor))?;
    let words = words(cursor.here.snapshot).into_iter();
    let item = |(status, word): (Status, String)| {
        let item = Item::new(CompletionItemKind::ENUM_MEMBER, cursor.typed(typed.len()), word);
        item.detail(status.name())
    };
    Some(words.map(item).collect())
}

/// What is typed behind `Status:`, or in the cell beside `Status`.
fn labelled(before: &str) -> Option<&str> {
    let (label, typed) = before.rsplit_once([':', '|'])?;
    let label = label.rsplit('|').find(|cell| !cell.trim().is_empty())?;
    let typed = typed.trim_start_matches(['*', '_', ' ', '\t', '"', '\'']);
    (LabelKind::of(label) == Some(LabelKind::Status)).then_some(typed)
}

/// What is typed on the first line below a heading that is the label.
fn below_heading<'w>(cursor: &Cursor<'w>) -> Option<&'w str> {
    let document = Document::parse(&Source::new(cursor.here.name, cursor.text));
    let section = &document.outline.sections[document.outline.at(cursor.line().start)?];
    let heading = document.blocks[section.block].heading()?;
    let between = cursor.text.get(section.heading.end..cursor.line().start)?;
    let typed = cursor.before().trim_start_matches(['*', '_', '-', ' ', '\t']);
    let is_first = between.trim().is_empty() && !typed.starts_with('#');
    (is_first && LabelKind::of(&heading.text.plain()) == Some(LabelKind::Status)).then_some(typed)
}

/// A word for each status that can be chosen: the records' own, else one of the language of those.
fn words(snapshot: &Snapshot) -> Vec<(Status, String)> {
    let records = || snapshot.records.entries.iter().map(|entry| &entry.record);
    let language = spoken::language_of_statuses(records(), spoken::language(records()));
    let usual = usual(records());
    let capital = usual.values().filter(|word| begins_in_capital(word)).count() * 2 >= usual.len();
    let known = words::Status::ALL.iter().map(|&meaning| {
        let status = Status::from(meaning);
        let word = usual.get(&status).cloned();
        let other = || cased(&wording_or_english(meaning, language), capital);
        (status, word.unwrap_or_else(other))
    });
    let mut words: Vec<(Status, String)> = known.collect();
    words.sort_by_key(|(status, _)| *status);
    words
}

/// The commonest word for each status.
fn usual<'r>(records: impl Iterator<Item = &'r Record>) -> BTreeMap<Status, String> {
    let mut counts: BTreeMap<Status, BTreeMap<&str, usize>> = BTreeMap::new();
    for record in records {
        let Some(status) = &record.status else { continue };
        let word = record.source.slice(status.span);
        if status.value != Status::Other && !word.is_empty() {
            *counts.entry(status.value).or_default().entry(word).or_default() += 1;
        }
    }
    let commonest = |words: BTreeMap<&str, usize>| {
        let best = words.into_iter().max_by_key(|&(_, count)| count);
        best.map(|(word, _)| word.to_owned()).unwrap_or_default()
    };
    counts.into_iter().map(|(status, words)| (status, commonest(words))).collect()
}

fn begins_in_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

fn cased(word: &str, capital: bool) -> String {
    if capital { capitalized(word) } else { uncapitalized(word) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_looked_for_behind_its_label() {
        assert_eq!(labelled("- **Status:** acc"), Some("acc"));
        assert_eq!(labelled("| Status | pro"), Some("pro"));
        assert_eq!(labelled("status: "), Some(""));
        assert_eq!(labelled("- Datum: 2026"), None);
        assert_eq!(labelled("Status"), None);
    }
}
