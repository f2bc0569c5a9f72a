//! What a record says in a column of the index.

use readers::adr::collection::Entry;
use readers::adr::record::{Origin, Record, Role, Sourced};
use readers::adr::relation::RelationKind;
use readers::adr::status::Status;
use readers::directive::adr::Column;
use text::compose::Inline;
use words::{Outcome, Phrase};

use super::{Shown, badge, name};
use crate::says::Says;
use crate::style::{Medium, day};

/// What stands where nothing is stated.
const NOTHING: &str = "—";

/// A cell that holds some columns' values of a record, which is the `index`th of the entries: the first of them, and the
/// others in small letters below it. `has_status`: whether a cell of the row says the status.
pub(super) fn cell(index: usize, stack: &[Column], has_status: bool, shown: &Shown<'_>) -> Inline {
    let entry = &shown.records.entries[index];
    let said = |column: Column| value(&entry.record, column, shown.medium, shown.says);
    let numbered = stack.contains(&Column::Id) && stack.contains(&Column::Title);
    let mut left = stack.iter().copied().filter(|&column| !(numbered && column == Column::Id));
    let Some(lead) = left.next() else { return Inline::default() };
    let words = match lead {
        // Groups by status leave it out, and not what took a record's place.
        Column::Title if !has_status => with_successor(title(entry, numbered, shown), index, shown),
        Column::Title => title(entry, numbered, shown),
        Column::Status => status(index, shown),
        column => said(column).unwrap_or_else(|| Inline::text(NOTHING)),
    };
    let below = Inline::joined(left.filter_map(said), " · ");
    if below.is_blank() {
        return words;
    }
    words.then(Inline::line_break()).then(below.inside("small", &[]))
}

/// What a record states for a column.
pub(super) fn value(record: &Record, column: Column, medium: Medium, says: Says) -> Option<Inline> {
    let text = |text: String| Inline::text(&text);
    match column {
        Column::Id => name::number(record).map(text),
        Column::Title => Some(name::title(record)),
        Column::Status => Some(badge::of(record, medium, says)),
        Column::Date => record.date.as_ref().map(|date| day(&date.value, medium)),
        Column::People => people(record).map(text),
        Column::Tags => tags(record).map(text),
    }
}

/// Those who decided; else those who wrote it.
pub(super) fn people(record: &Record) -> Option<String> {
    let of = |role| record.people(role).collect::<Vec<_>>().join(", ");
    [Role::Decider, Role::Author].map(of).into_iter().find(|names| !names.is_empty())
}

/// The keywords, without the one that is the status.
pub(super) fn tags(record: &Record) -> Option<String> {
    let status = record.status.as_ref().filter(|status| status.origin == Origin::Tags);
    let other = |tag: &&Sourced<String>| status.is_none_or(|status| status.span != tag.span);
    let tags: Vec<&str> = record.tags.iter().filter(other).map(|tag| tag.value.as_str()).collect();
    (!tags.is_empty()).then(|| tags.join(", "))
}

/// The link to the record, behind its number where it is to have one, in small letters when it counts no more; and the
/// way to what goes with it.
fn title(entry: &Entry, numbered: bool, shown: &Shown<'_>) -> Inline {
    let link = shown.link(entry, name::title(&entry.record));
    let number = numbered.then(|| name::number(&entry.record)).flatten();
    let link = match number {
        Some(number) => Inline::text(&number).and(" ").then(link),
        None => link,
    };
    let quiet = shown.medium == Medium::Page && badge::is_gone(&entry.record);
    let link = if quiet { link.inside("small", &[]) } else { link };
    match beside(entry, shown) {
        Some(others) => link.and(" (").then(others).and(")"),
        None => link,
    }
}

/// The status, and where the successor of a record, or of a part of it, is.
fn status(index: usize, shown: &Shown<'_>) -> Inline {
    let record = &shown.records.entries[index].record;
    with_successor(badge::of(record, shown.medium, shown.says), index, shown)
}

/// Some words of a record, with what took its place below them.
fn with_successor(words: Inline, index: usize, shown: &Shown<'_>) -> Inline {
    let Some(by) = successor(index, shown) else { return words };
    match shown.medium {
        Medium::Page => words.then(Inline::line_break()).then(by.inside("small", &[])),
        Medium::Text => words.and(" ").then(by),
    }
}

/// `by [ADR 7](0007-use-y.md)`, for a superseded record whose successor is known; `superseded in part by ..` for one that
/// stands but for a part, or of which no more is known.
pub(super) fn successor(index: usize, shown: &Shown<'_>) -> Option<Inline> {
    let Shown { records, says, .. } = *shown;
    let record = &records.entries[index].record;
    let links = |newer: Vec<usize>| {
        let newer = newer.into_iter().map(|newer| {
            let other = &records.entries[newer];
            shown.link(other, name::short(&other.record))
        });
        Some(Inline::joined(newer, ", ")).filter(|links| !links.is_blank())
    };
    let superseded = record.status.as_ref().is_some_and(|s| s.value == Status::Superseded);
    if let Some(newer) = superseded.then(|| links(records.successors(index))).flatten() {
        return Some(says.inline(Phrase::By, &[newer]));
    }
    let counts = superseded || !badge::is_gone(record);
    let newer = counts.then(|| links(records.successors_in_part(index))).flatten()?;
    let words = says.relation(RelationKind::SupersededInPartBy, Outcome::Holds);
    Some(Inline::text(words).and(" ").then(newer))
}

/// The way to what goes with a record: translations, versions, addenda.
pub(super) fn beside(entry: &Entry, shown: &Shown<'_>) -> Option<Inline> {
    let owner = shown.records.of_path(&entry.record.path)?;
    let links: Vec<Inline> = shown
        .records
        .dependents(owner)
        .map(|other| shown.link(other, Inline::text(&other.record.name_beside_owner())))
        .collect();
    (!links.is_empty()).then(|| Inline::joined(links, ", "))
}
