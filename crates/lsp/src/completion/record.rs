//! Decision records: behind "superseded by" and its like in every language, and in links.

use lsp_types::CompletionItemKind;
use readers::adr::collection::Entry;
use readers::adr::label::LabelKind;
use readers::adr::name::is_type_word;
use readers::adr::{Record, Target};
use text::compose::{self, Inline};
use text::destination::Notation;
use text::link::{directory, relative};
use words::Vocabulary;

use super::cursor::Cursor;
use super::item::Item;
use crate::hover;
use crate::snapshot::Snapshot;

pub(super) fn items(cursor: &Cursor<'_>) -> Option<Vec<Item>> {
    in_link(cursor).or_else(|| behind_relation(cursor))
}

/// The file's path below the source directory, and the records other than its own.
fn others<'w>(cursor: &Cursor<'w>) -> Option<(String, impl Iterator<Item = &'w Record>)> {
    let Cursor { here, .. } = cursor;
    let entries: &'w [Entry] = &here.snapshot.records.entries;
    let own = here.snapshot.record(here.name).map(|record| record.path.clone());
    let chapter = || Some(here.snapshot.chapter(here.name)?.1.text_path().to_owned());
    let path = own.or_else(chapter)?;
    let name: &'w str = here.name;
    let records = entries.iter().map(|entry| &entry.record);
    Some((path, records.filter(move |one| one.anchor.is_some() || one.source.path() != name)))
}

/// `](0007`: the way to a record's file.
fn in_link(cursor: &Cursor<'_>) -> Option<Vec<Item>> {
    let typed = cursor.before().rsplit_once("](")?.1;
    if typed.contains([')', ' ', '#']) || typed.contains("://") {
        return None;
    }
    let (path, records) = others(cursor)?;
    let item = |record: &Record| {
        let text = target(&path, record).in_place_of(Notation::Bare);
        item(cursor, typed.len(), record, &text).filter(format!("{text} {}", words(record)))
    };
    Some(records.map(item).collect())
}

/// `superseded by AD`
fn behind_relation(cursor: &Cursor<'_>) -> Option<Vec<Item>> {
    let typed = typed_name(cursor.before())?;
    // In a text that is no record, "extends" may be about anything.
    if cursor.here.snapshot.record(cursor.here.name).is_none() && !begins_name(typed) {
        return None;
    }
    let (path, records) = others(cursor)?;
    let linked = !cursor.is_in_front_matter() && names_by_links(cursor.here.snapshot);
    let item = |record: &Record| {
        let name = record.name();
        let text = if linked { link(&name, &path, record) } else { name };
        item(cursor, typed.len(), record, &text).filter(words(record))
    };
    Some(records.map(item).collect())
}

/// `ADR`, `#7`, `12`
fn begins_name(typed: &str) -> bool {
    let first = typed.split([' ', '-']).next().unwrap_or_default();
    is_type_word(first) || first.starts_with(|c: char| c == '#' || c.is_ascii_digit())
}

/// What is typed of a name behind words that want one: a verb, or a label.
fn typed_name(before: &str) -> Option<&str> {
    let by_verb = || {
        let end = Vocabulary::known().relations(before).last()?.end();
        // "superseded by ADR" is a verb with the beginning of a name.
        let kind =
            before[..end].rsplit(char::is_whitespace).next().filter(|word| is_type_word(word));
        let behind = end - kind.map_or(0, str::len);
        Some(before[behind..].trim_start_matches([':', '*', ' ', '\t']))
    };
    let by_label = || {
        let (label, rest) = before.rsplit_once(':')?;
        matches!(LabelKind::of(label), Some(LabelKind::Relation(_)))
            .then(|| rest.trim_start_matches(['*', ' ', '\t']))
    };
    let typed = by_label().or_else(by_verb)?;
    // A name that is there already, or a sentence, is not being looked for.
    let finished = typed.contains([')', '.', ';']) || typed.split_whitespace().count() > 4;
    let begun = before.len() > typed.len() && !finished;
    begun.then_some(typed)
}

fn item(cursor: &Cursor<'_>, typed: usize, record: &Record, text: &str) -> Item {
    Item::new(CompletionItemKind::REFERENCE, cursor.typed(typed), text)
        .label(words(record))
        .guidance(hover::record(record))
}

/// `ADR 7: Use a queue`
fn words(record: &Record) -> String {
    format!("{}: {}", record.name(), record.shown_title())
}

/// Whether most records name others by links; also where none names any.
fn names_by_links(snapshot: &Snapshot) -> bool {
    let relations = snapshot.records.entries.iter().flat_map(|entry| &entry.record.relations);
    let (links, names): (Vec<_>, Vec<_>) =
        relations.partition(|relation| matches!(relation.target, Target::Link(_)));
    links.len() >= names.len()
}

fn link(name: &str, from: &str, record: &Record) -> String {
    Inline::text(name).link(&target(from, record)).markdown()
}

fn target(from: &str, record: &Record) -> compose::Target {
    let file = compose::Target::file(&relative(directory(from), &record.path));
    match &record.anchor {
        Some(anchor) => file.at(anchor),
        None => file,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_looked_for_behind_words_that_want_one() {
        assert_eq!(typed_name("- Status: superseded by "), Some(""));
        assert_eq!(typed_name("Status: Superseded by ADR"), Some("ADR"));
        assert_eq!(typed_name("**Ersetzt durch:** AD"), Some("AD"));
        assert_eq!(typed_name("supersedes: "), Some(""));
        assert_eq!(typed_name("superseded by [ADR 2](b.md) "), None);
        assert_eq!(typed_name("Queues are fast: "), None);
        assert_eq!(typed_name("accepted"), None);
    }
}
