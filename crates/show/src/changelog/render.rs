//! A change log as Markdown: pipe tables that every renderer knows.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use readers::settings::{ChangeLogColumn, ChangeLogOrder};
use text::word::Word;

use readers::changelog::entry::Release;
use readers::changelog::rows::Row;
use readers::directive::change_log::{Grouping, Scope, View};

/// What stands in a cell of which nothing is known.
const UNKNOWN: &str = "—";

/// The Markdown of a link to a chapter (by its index), as seen from the chapter that shows it.
pub type Links<'a> = &'a dyn Fn(usize) -> String;

/// The tables of a view; `rows` come from the newest to the oldest.
pub fn markdown(view: &View, mut rows: Vec<Row>, links: Links<'_>) -> String {
    if let Some(since) = view.since {
        rows.retain(|row| row.rank.is_none_or(|rank| rank >= since));
    }
    if let Some(limit) = view.limit {
        rows.truncate(limit);
    }
    if view.order == ChangeLogOrder::Oldest {
        rows.reverse();
    }
    if rows.is_empty() {
        return "*No changes are recorded.*".to_owned();
    }
    let columns = columns(view, &rows);
    let groups = groups(view.grouping, rows);
    let tables = groups.iter().map(|(title, rows)| {
        let table = table(view.scope, &columns, rows, links);
        match title {
            Some(title) => format!("**{title}**\n\n{table}"),
            None => table,
        }
    });
    tables.collect::<Vec<_>>().join("\n\n")
}

/// All rows in one table of all columns, in their order.
pub fn table_of(rows: &[Row]) -> String {
    let columns: Vec<ChangeLogColumn> = ChangeLogColumn::WORDS.iter().map(|&(_, c)| c).collect();
    table(Scope::Document, &columns, rows, &|_| String::new())
}

/// The columns; those that no row fills are left out unless they were asked for.
fn columns(view: &View, rows: &[Row]) -> Vec<ChangeLogColumn> {
    let filled = |column: &&ChangeLogColumn| {
        view.asked
            || rows.iter().any(|row| match column {
                ChangeLogColumn::Date => row.date.is_some() || row.unread.is_some(),
                ChangeLogColumn::Version => row.version.is_some(),
                ChangeLogColumn::Author => row.author.is_some(),
                ChangeLogColumn::Changes => true,
            })
    };
    view.columns.iter().filter(filled).copied().collect()
}

type Group = (Option<String>, Vec<Row>);

/// The rows by month or version, in the order in which each first comes; last, those without.
fn groups(grouping: Grouping, rows: Vec<Row>) -> Vec<Group> {
    let title = |row: &Row| match grouping {
        Grouping::None => None,
        Grouping::Month => row.date.map(|date| format!("{:04}-{:02}", date.year, date.month)),
        Grouping::Version => row.version.clone(),
    };
    let rest = match grouping {
        Grouping::Version => "No version",
        Grouping::None | Grouping::Month => "No date",
    };
    let mut groups: Vec<Group> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut untold = Vec::new();
    for row in rows {
        let Some(title) = title(&row) else {
            untold.push(row);
            continue;
        };
        let place = *places.entry(title.clone()).or_insert_with(|| {
            groups.push((Some(title), Vec::new()));
            groups.len() - 1
        });
        groups[place].1.push(row);
    }
    if !untold.is_empty() {
        let title = (grouping != Grouping::None).then(|| rest.to_owned());
        groups.push((title, untold));
    }
    groups
}

fn table(scope: Scope, columns: &[ChangeLogColumn], rows: &[Row], links: Links<'_>) -> String {
    let mut titles: Vec<&str> = columns.iter().map(|&column| title(column)).collect();
    let documents = scope == Scope::Book;
    // The document comes before what was changed in it.
    let place = columns.iter().position(|column| *column == ChangeLogColumn::Changes);
    let place = place.unwrap_or(titles.len());
    if documents {
        titles.insert(place, "Document");
    }
    let mut out = format!("| {} |\n|{}", titles.join(" | "), "---|".repeat(titles.len()));
    for row in rows {
        let mut cells: Vec<String> = columns.iter().map(|&column| value(row, column)).collect();
        if documents {
            let links: Vec<String> = row.chapters.iter().map(|&chapter| links(chapter)).collect();
            cells.insert(place, links.join("<br>"));
        }
        let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
        let _infallible = write!(out, "\n| {} |", cells.join(" | "));
    }
    out
}

const fn title(column: ChangeLogColumn) -> &'static str {
    match column {
        ChangeLogColumn::Date => "Date",
        ChangeLogColumn::Version => "Version",
        ChangeLogColumn::Author => "Author",
        ChangeLogColumn::Changes => "Changes",
    }
}

fn value(row: &Row, column: ChangeLogColumn) -> String {
    let known = match column {
        ChangeLogColumn::Date => {
            let unread = row.unread.as_ref().map(|text| format!("{text} (?)"));
            row.date.map(|date| date.to_string()).or(unread)
        }
        ChangeLogColumn::Version => row.version.clone(),
        ChangeLogColumn::Author => row.author.clone(),
        ChangeLogColumn::Changes if row.release == Release::Yanked => {
            Some(format!("**Withdrawn.** {}", row.changes.as_deref().unwrap_or_default()))
        }
        ChangeLogColumn::Changes => row.changes.clone(),
    };
    known.filter(|text| !text.trim().is_empty()).unwrap_or_else(|| UNKNOWN.to_owned())
}

/// Text that stays within its cell: no line break, and no pipe that would end it. In a table a pipe
/// is escaped also inside code (<https://github.github.com/gfm/#tables-extension->).
fn cell(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut escaped = false;
    for c in text.trim().chars() {
        match c {
            '|' if !escaped => out.push_str("\\|"),
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
        escaped = c == '\\' && !escaped;
    }
    out
}
