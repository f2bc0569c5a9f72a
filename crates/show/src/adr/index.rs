//! The index: a table or a list of records, with a count for each status.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use readers::adr::collection::Entry;
use readers::adr::id::Id;
use readers::adr::record::{Record, Role};
use readers::adr::status::Status;
use text::compose::{Alignment, Blocks, Inline};
use text::link;
use text::wording::plural;

use super::{Shown, badge, full_name};
use crate::style::{day, nothing};
use readers::directive::adr::{Column, Form, Grouping, Index, Sort};

/// What stands where nothing is stated.
const NOTHING: &str = "—";

/// The Markdown of an index.
pub(super) fn markdown(index: &Index, shown: &Shown<'_>) -> Blocks {
    let fits =
        |entry: &&Entry| entry.belongs_to.is_none() && shown.holds(&index.filter, &entry.record);
    let mut entries: Vec<&Entry> = shown.records.entries.iter().filter(fits).collect();
    if entries.is_empty() {
        return nothing("There are no decision records to show.");
    }
    let counts = counts(&entries);
    if let Some(sort) = index.sort {
        entries.sort_by(|a, b| compare(&a.record, &b.record, sort));
    }
    entries.truncate(index.limit.unwrap_or(usize::MAX));
    let columns = columns(index, &entries);
    let mut blocks = Blocks::of_paragraph(counts);
    for (title, entries) in groups(index.grouping, &entries) {
        if let Some(title) = title {
            blocks = blocks.paragraph(title.strong());
        }
        blocks = blocks.then(match index.form {
            Form::Table => table(&columns, &entries, shown),
            Form::List => list(&columns, &entries, shown),
        });
    }
    blocks
}

/// ``12 decision records: 9 `accepted`, 3 `proposed` ``
fn counts(entries: &[&Entry]) -> Inline {
    let mut counts: BTreeMap<Option<Status>, usize> = BTreeMap::new();
    for entry in entries {
        *counts.entry(status(&entry.record)).or_default() += 1;
    }
    // What is unknown comes last.
    let known = counts.iter().filter(|(status, _)| status.is_some());
    let unknown = counts.iter().filter(|(status, _)| status.is_none());
    let parts = known
        .chain(unknown)
        .map(|(&status, count)| Inline::text(&format!("{count} ")).then(badge::named(status)));
    let all = plural(entries.len(), "decision record", "decision records");
    Inline::text(&all).and(": ").then(Inline::joined(parts, ", "))
}

fn status(record: &Record) -> Option<Status> {
    record.status.as_ref().map(|status| status.value)
}

/// Records that lack the value come last, whichever way the sort goes.
fn compare(a: &Record, b: &Record, Sort { by, down }: Sort) -> Ordering {
    let order = |order: Ordering| if down { order.reverse() } else { order };
    match by {
        Column::Id => {
            known(a.id.as_ref().map(|id| &id.value), b.id.as_ref().map(|id| &id.value), order)
        }
        Column::Title => order(a.shown_title().to_lowercase().cmp(&b.shown_title().to_lowercase())),
        Column::Status => known(status(a), status(b), order),
        Column::Date => known(
            a.date.as_ref().map(|date| date.value),
            b.date.as_ref().map(|date| date.value),
            order,
        ),
        Column::People => known(people(a), people(b), order),
        Column::Tags => known(tags(a), tags(b), order),
    }
}

/// What is there comes first, in its order.
fn known<T: Ord>(a: Option<T>, b: Option<T>, order: impl Fn(Ordering) -> Ordering) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => order(a.cmp(&b)),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

/// The columns that were asked for; else those that some record fills.
fn columns(index: &Index, entries: &[&Entry]) -> Vec<Column> {
    let filled = |column: &&Column| match **column {
        _ if index.asked => true,
        Column::Title => true,
        // The groups say it.
        Column::Status => index.grouping != Grouping::Status,
        column => entries.iter().any(|entry| value(&entry.record, column, false).is_some()),
    };
    index.columns.iter().filter(filled).copied().collect()
}

/// What a record states for a column; the title is a link and made elsewhere.
fn value(record: &Record, column: Column, page: bool) -> Option<Inline> {
    let text = |text: String| Inline::text(&text);
    match column {
        Column::Id => record.id.as_ref().map(|id| &id.value).and_then(|id| match id {
            Id::Name(_) => None,
            id => Some(text(id.to_string())),
        }),
        Column::Title => Some(text(record.shown_title())),
        Column::Status => Some(badge::of(record)),
        Column::Date => record.date.as_ref().map(|date| day(&date.value, page)),
        Column::People => people(record).map(text),
        Column::Tags => tags(record).map(text),
    }
}

/// Those who decided; else those who wrote it.
fn people(record: &Record) -> Option<String> {
    let of = |role| record.people(role).collect::<Vec<_>>().join(", ");
    [Role::Decider, Role::Author].map(of).into_iter().find(|names| !names.is_empty())
}

fn tags(record: &Record) -> Option<String> {
    let tags: Vec<&str> = record.tags.iter().map(|tag| tag.value.as_str()).collect();
    (!tags.is_empty()).then(|| tags.join(", "))
}

type Group<'a> = (Option<Inline>, Vec<&'a Entry>);

/// What a group's records have in common; groups come in this order.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    All,
    Status(usize),
    Year(i16),
    NoYear,
    Directory(String),
}

/// The groups in the order of a decision's life, of time, or of the paths; inside, the order stays.
fn groups<'a>(grouping: Grouping, entries: &[&'a Entry]) -> Vec<Group<'a>> {
    let key = |entry: &Entry| match grouping {
        Grouping::None => Key::All,
        Grouping::Status => {
            let status = status(&entry.record);
            let place = Status::ALL.iter().position(|&other| Some(other) == status);
            Key::Status(place.unwrap_or(Status::ALL.len()))
        }
        Grouping::Year => {
            entry.record.date.as_ref().map_or(Key::NoYear, |date| Key::Year(date.value.year))
        }
        Grouping::Directory => Key::Directory(link::directory(&entry.record.path).to_owned()),
    };
    let mut groups: BTreeMap<Key, Vec<&Entry>> = BTreeMap::new();
    for &entry in entries {
        groups.entry(key(entry)).or_default().push(entry);
    }
    groups.into_iter().map(|(key, entries)| (title(&key), entries)).collect()
}

/// What stands over a group.
fn title(key: &Key) -> Option<Inline> {
    match key {
        Key::All => None,
        Key::Status(place) => Some(badge::named(Status::ALL.get(*place).copied())),
        Key::Year(year) => Some(Inline::text(&year.to_string())),
        Key::NoYear => Some(Inline::text("No date")),
        Key::Directory(path) => {
            let path = path.trim_start_matches("../");
            (!path.is_empty()).then(|| Inline::text(path))
        }
    }
}

fn table(columns: &[Column], entries: &[&Entry], shown: &Shown<'_>) -> Blocks {
    let heads = columns.iter().map(|&column| (Inline::text(head(column)), Alignment::None));
    let row = |entry: &&Entry| columns.iter().map(|&column| cell(entry, column, shown)).collect();
    Blocks::default().table(heads, entries.iter().map(row))
}

const fn head(column: Column) -> &'static str {
    match column {
        Column::Id => "ADR",
        Column::Title => "Decision",
        Column::Status => "Status",
        Column::Date => "Date",
        Column::People => "People",
        Column::Tags => "Tags",
    }
}

fn cell(entry: &Entry, column: Column, shown: &Shown<'_>) -> Inline {
    match column {
        Column::Title => {
            let link = shown.link(entry, &entry.record.shown_title());
            match beside(entry, shown) {
                Some(others) => link.and(" (").then(others).and(")"),
                None => link,
            }
        }
        column => value(&entry.record, column, shown.page).unwrap_or_else(|| Inline::text(NOTHING)),
    }
}

/// The way to what goes with a record: translations, versions, addenda.
fn beside(entry: &Entry, shown: &Shown<'_>) -> Option<Inline> {
    let owner = shown.records.of_path(&entry.record.path)?;
    let links: Vec<Inline> = shown
        .records
        .dependents(owner)
        .map(|other| shown.link(other, &other.record.name_beside_owner()))
        .collect();
    (!links.is_empty()).then(|| Inline::joined(links, ", "))
}

/// ``- [ADR 12: Use X](0012-use-x.md) (`accepted`, 2024-03-05)``
fn list(columns: &[Column], entries: &[&Entry], shown: &Shown<'_>) -> Blocks {
    let numbered = columns.contains(&Column::Id);
    let item = |entry: &&Entry| {
        let record = &entry.record;
        let name = if numbered { full_name(record) } else { record.shown_title() };
        let rest: Vec<Inline> = columns
            .iter()
            .filter(|column| !matches!(column, Column::Id | Column::Title))
            .filter_map(|&column| value(record, column, false))
            .collect();
        let link = shown.link(entry, &name);
        let rest: Vec<Inline> = rest.into_iter().chain(beside(entry, shown)).collect();
        if rest.is_empty() {
            return link;
        }
        link.and(" (").then(Inline::joined(rest, ", ")).and(")")
    };
    Blocks::default().list(entries.iter().map(item))
}
