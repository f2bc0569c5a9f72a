//! The index: a table or a list of records, with a count for each status.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeMap;

use readers::adr::collection::Entry;
use readers::adr::record::Record;
use readers::adr::status::Status;
use readers::directive::adr::{Column, Grouping, Index, IndexForm, Sort};
use text::compose::{Blocks, Inline};
use text::link;
use text::tally::tally;
use words::{Label, Phrase};

use super::cell::{beside, cell, people, successor, tags, value};
use super::{Shown, badge, name};
use crate::says::Says;
use crate::style::{self, Medium, nothing, unbroken};

/// The Markdown of an index.
pub(super) fn markdown(index: &Index, shown: &Shown<'_>) -> Blocks {
    let all = &shown.records.entries;
    let fits =
        |entry: &Entry| entry.belongs_to.is_none() && shown.holds(&index.filter, &entry.record);
    let mut entries: Vec<usize> = (0..all.len()).filter(|&index| fits(&all[index])).collect();
    if entries.is_empty() {
        return nothing(shown.says.get(Phrase::NoRecords));
    }
    let fitting = entries.len();
    if let Some(sort) = index.sort {
        entries.sort_by(|&a, &b| compare(&all[a].record, &all[b].record, sort));
    }
    entries.truncate(index.limit.unwrap_or(usize::MAX));
    let counts = counts(&entries, fitting, shown);
    let columns = columns(index, &entries, shown);
    let groups = groups(index.grouping, &entries, shown);
    Blocks::of_paragraph(counts).then(match index.form {
        IndexForm::Table => table(&laid_out(index, columns, shown), &groups, shown),
        IndexForm::List => lists(&columns, &groups, shown),
    })
}

/// ``12 decision records: 9 `accepted`, 3 `proposed` ``; `3 of 12` where not all that fit are shown.
fn counts(entries: &[usize], fitting: usize, shown: &Shown<'_>) -> Inline {
    let statuses = entries.iter().map(|&index| status(&shown.records.entries[index].record));
    let counts = tally(statuses);
    // What is unknown comes last.
    let known = counts.iter().filter(|(status, _)| status.is_some());
    let unknown = counts.iter().filter(|(status, _)| status.is_none());
    let parts = known.chain(unknown).map(|(&status, count)| {
        let counted =
            Inline::text(&format!("{count} ")).then(badge::named(status, shown.medium, shown.says));
        unbroken(shown.medium, counted)
    });
    let all = Says::counted(fitting, Phrase::RecordsOne, Phrase::Records);
    let (count, fitting) = (entries.len().to_string(), fitting.to_string());
    let count =
        if count == fitting { count } else { shown.says.with(Phrase::DoneOf, &[&count, &fitting]) };
    shown.says.inline(all, &[Inline::text(&count), Inline::joined(parts, ", ")])
}

fn status(record: &Record) -> Option<Status> {
    record.status()
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

/// Of how many rows one has to fill a column, so that it is worth its room in a table.
const WORTH: usize = 3;

/// What is said of each record: what was asked for; else all that some record states, and that is worth its room where
/// it has a column of its own.
fn columns(index: &Index, entries: &[usize], shown: &Shown<'_>) -> Vec<Column> {
    let states = |entry: usize, column: Column| {
        let record = &shown.records.entries[entry].record;
        value(record, column, Medium::Text, shown.says).is_some()
    };
    let in_columns = index.form == IndexForm::Table && shown.medium == Medium::Text;
    let fills = |column: Column| {
        let filled = entries.iter().filter(|&&entry| states(entry, column)).count();
        filled > 0 && (!in_columns || filled * WORTH >= entries.len())
    };
    let filled = |column: &&Column| match **column {
        _ if index.asked => true,
        // The groups say it.
        Column::Status if index.grouping == Grouping::Status => false,
        Column::Title | Column::Status => true,
        column => fills(column),
    };
    index.columns.iter().filter(filled).copied().collect()
}

/// What the columns of a table hold, one below the other. Where nobody asked for columns a page has two, which a phone
/// shows as well: the decision, and what became of it and when.
fn laid_out(index: &Index, columns: Vec<Column>, shown: &Shown<'_>) -> Vec<Vec<Column>> {
    if index.asked || shown.medium == Medium::Text {
        return columns.into_iter().map(|column| vec![column]).collect();
    }
    let became = |column: &Column| matches!(column, Column::Status | Column::Date);
    let (second, first): (Vec<Column>, Vec<Column>) = columns.into_iter().partition(became);
    [first, second].into_iter().filter(|stack| !stack.is_empty()).collect()
}

/// What stands over a group, and its records.
type Group = (Option<Inline>, Vec<usize>);

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
fn groups(grouping: Grouping, entries: &[usize], shown: &Shown<'_>) -> Vec<Group> {
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
    let mut groups: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for &index in entries {
        groups.entry(key(&shown.records.entries[index])).or_default().push(index);
    }
    let titled = |(key, entries): (Key, Vec<usize>)| {
        let count = format!(" ({})", entries.len());
        (title(&key, shown).map(|title| title.and(&count)), entries)
    };
    groups.into_iter().map(titled).collect()
}

/// What stands over a group.
fn title(key: &Key, shown: &Shown<'_>) -> Option<Inline> {
    let Shown { medium, says, .. } = *shown;
    match key {
        Key::All => None,
        Key::Status(place) => Some(badge::named(Status::ALL.get(*place).copied(), medium, says)),
        Key::Year(year) => Some(Inline::text(&year.to_string())),
        Key::NoYear => Some(Inline::text(says.get(Phrase::NoDate))),
        Key::Directory(path) => {
            let path = path.trim_start_matches("../");
            (!path.is_empty()).then(|| Inline::text(path))
        }
    }
}

/// One table, so that the columns of all groups are as wide; the title of a group has a row.
fn table(stacks: &[Vec<Column>], groups: &[Group], shown: &Shown<'_>) -> Blocks {
    let titles = stacks.iter().map(|stack| {
        // What stands before a title is a number.
        let told = |column: &&Column| **column != Column::Id || !stack.contains(&Column::Title);
        let titles = stack.iter().filter(told).map(|&column| head(column, shown.says));
        titles.collect::<Vec<_>>().join(" · ").into()
    });
    let place = stacks.iter().position(|stack| stack.contains(&Column::Title)).unwrap_or(0);
    let has_status = stacks.iter().flatten().any(|&column| column == Column::Status);
    let rows = groups.iter().flat_map(|(title, entries)| {
        let over = title.clone().map(|title| {
            let mut cells = vec![Inline::default(); stacks.len()];
            if let Some(cell) = cells.get_mut(place) {
                *cell = title.strong();
            }
            cells
        });
        let row = |&index: &usize| {
            stacks.iter().map(|stack| cell(index, stack, has_status, shown)).collect()
        };
        over.into_iter().chain(entries.iter().map(row))
    });
    style::table(shown.medium, titles, place, rows)
}

fn head(column: Column, says: Says) -> Cow<'static, str> {
    match column {
        Column::Id => "ADR".into(),
        Column::Title => says.get(Phrase::Decision).into(),
        Column::Status => says.word(Label::Status),
        Column::Date => says.word(Label::Date),
        Column::People => says.get(Phrase::People).into(),
        Column::Tags => says.word(Label::Tags),
    }
}

fn lists(columns: &[Column], groups: &[Group], shown: &Shown<'_>) -> Blocks {
    groups.iter().fold(Blocks::default(), |blocks, (title, entries)| {
        let blocks = match title.clone() {
            Some(title) => blocks.paragraph(title.strong()),
            None => blocks,
        };
        blocks.list(entries.iter().map(|&index| item(columns, index, shown)))
    })
}

/// ``[ADR 12: Use X](0012-use-x.md) (`accepted`, 2024-03-05)``
fn item(columns: &[Column], index: usize, shown: &Shown<'_>) -> Inline {
    let entry = &shown.records.entries[index];
    let record = &entry.record;
    let numbered = columns.contains(&Column::Id) && name::number(record).is_some();
    let name = if numbered { name::full(record) } else { name::title(record) };
    let link = shown.link(entry, name);
    let rest = columns
        .iter()
        .filter(|column| !matches!(column, Column::Id | Column::Title))
        .filter_map(|&column| value(record, column, shown.medium, shown.says));
    let rest = rest.chain(successor(index, shown));
    let rest: Vec<Inline> = rest.chain(beside(entry, shown)).collect();
    if rest.is_empty() {
        return link;
    }
    link.and(" (").then(Inline::joined(rest, ", ")).and(")")
}
