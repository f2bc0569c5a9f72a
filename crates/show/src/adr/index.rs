//! The index: a table or a list of records, with a count for each status.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use readers::adr::collection::Entry;
use readers::adr::id::Id;
use readers::adr::record::{Record, Role};
use readers::adr::status::Status;
use text::link;
use text::markdown::flat::escaped;

use super::{Shown, badge, full_name};
use readers::directive::adr::{Column, Form, Grouping, Index, Sort};

/// What stands where nothing is stated.
const NOTHING: &str = "—";

/// The Markdown of an index.
pub(super) fn markdown(index: &Index, shown: &Shown<'_>) -> String {
    let mut entries: Vec<&Entry> =
        shown.records.entries.iter().filter(|entry| index.filter.fits(&entry.record)).collect();
    if entries.is_empty() {
        return "*There are no decision records to show.*".to_owned();
    }
    let counts = counts(&entries);
    if let Some(sort) = index.sort {
        entries.sort_by(|a, b| compare(&a.record, &b.record, sort));
    }
    entries.truncate(index.limit.unwrap_or(usize::MAX));
    let columns = columns(index, &entries);
    let mut blocks = vec![counts];
    for (title, entries) in groups(index.grouping, &entries) {
        blocks.extend(title.map(|title| format!("**{title}**")));
        blocks.push(match index.form {
            Form::Table => table(&columns, &entries, shown),
            Form::List => list(&columns, &entries, shown),
        });
    }
    blocks.join("\n\n")
}

/// ``12 decision records: 9 `accepted`, 3 `proposed` ``
fn counts(entries: &[&Entry]) -> String {
    let mut counts: BTreeMap<Option<Status>, usize> = BTreeMap::new();
    for entry in entries {
        *counts.entry(status(&entry.record)).or_default() += 1;
    }
    // What is unknown comes last.
    let known = counts.iter().filter(|(status, _)| status.is_some());
    let unknown = counts.iter().filter(|(status, _)| status.is_none());
    let parts: Vec<String> = known
        .chain(unknown)
        .map(|(&status, count)| format!("{count} {}", badge::named(status)))
        .collect();
    let records = if entries.len() == 1 { "record" } else { "records" };
    format!("{} decision {records}: {}", entries.len(), parts.join(", "))
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
        column => entries.iter().any(|entry| value(&entry.record, column).is_some()),
    };
    index.columns.iter().filter(filled).copied().collect()
}

/// What a record states for a column, as Markdown; the title is a link and made elsewhere.
fn value(record: &Record, column: Column) -> Option<String> {
    match column {
        Column::Id => record.id.as_ref().map(|id| &id.value).and_then(|id| match id {
            Id::Name(_) => None,
            id => Some(escaped(&id.to_string())),
        }),
        Column::Title => Some(escaped(&record.shown_title())),
        Column::Status => Some(badge::of(record)),
        Column::Date => record.date.as_ref().map(|date| date.value.to_string()),
        Column::People => people(record).map(|people| escaped(&people)),
        Column::Tags => tags(record).map(|tags| escaped(&tags)),
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

type Group<'a> = (Option<String>, Vec<&'a Entry>);

/// The groups in the order of a decision's life, of time, or of the paths; inside, the order stays.
fn groups<'a>(grouping: Grouping, entries: &[&'a Entry]) -> Vec<Group<'a>> {
    let key = |entry: &Entry| -> (Option<usize>, String) {
        match grouping {
            Grouping::None => (None, String::new()),
            Grouping::Status => {
                let status = status(&entry.record);
                let place = Status::ALL.iter().position(|&other| Some(other) == status);
                (Some(place.unwrap_or(usize::MAX)), badge::named(status))
            }
            Grouping::Year => match &entry.record.date {
                Some(date) => (Some(0), date.value.year.to_string()),
                None => (Some(1), "No date".to_owned()),
            },
            Grouping::Directory => (None, escaped(link::directory(&entry.record.path))),
        }
    };
    let mut groups: BTreeMap<(Option<usize>, String), Vec<&Entry>> = BTreeMap::new();
    for &entry in entries {
        groups.entry(key(entry)).or_default().push(entry);
    }
    let titled =
        |((_, title), entries): ((_, String), _)| ((!title.is_empty()).then_some(title), entries);
    groups.into_iter().map(titled).collect()
}

fn table(columns: &[Column], entries: &[&Entry], shown: &Shown<'_>) -> String {
    let heads: Vec<&str> = columns.iter().map(|column| head(*column)).collect();
    let mut lines = vec![row(&heads), format!("|{}", "---|".repeat(columns.len()))];
    for entry in entries {
        let cells: Vec<String> = columns.iter().map(|&column| cell(entry, column, shown)).collect();
        lines.push(row(&cells));
    }
    lines.join("\n")
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

fn row<S: AsRef<str>>(cells: &[S]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| cell.as_ref().replace('|', "\\|")).collect();
    format!("| {} |", cells.join(" | "))
}

fn cell(entry: &Entry, column: Column, shown: &Shown<'_>) -> String {
    match column {
        Column::Title => shown.link(entry, &entry.record.shown_title()),
        column => value(&entry.record, column).unwrap_or_else(|| NOTHING.to_owned()),
    }
}

/// ``- [ADR 12: Use X](0012-use-x.md) (`accepted`, 2024-03-05)``
fn list(columns: &[Column], entries: &[&Entry], shown: &Shown<'_>) -> String {
    let numbered = columns.contains(&Column::Id);
    let item = |entry: &&Entry| {
        let record = &entry.record;
        let name = if numbered { full_name(record) } else { record.shown_title() };
        let rest: Vec<String> = columns
            .iter()
            .filter(|column| !matches!(column, Column::Id | Column::Title))
            .filter_map(|&column| value(record, column))
            .collect();
        let rest = if rest.is_empty() { rest.concat() } else { format!(" ({})", rest.join(", ")) };
        format!("- {}{rest}", shown.link(entry, &name))
    };
    entries.iter().map(item).collect::<Vec<_>>().join("\n")
}
