//! A change log as tables, which every renderer knows.

use std::collections::BTreeMap;

use readers::settings::{ChangeLogColumn, ChangeLogOrder};
use text::compose::{Alignment, Blocks, Inline};
use text::word::Word;

use readers::changelog::entry::Release;
use readers::changelog::rows::Row;
use readers::directive::change_log::{Grouping, Scope, View};

/// What stands in a cell of which nothing is known.
const UNKNOWN: &str = "—";

/// The link to a chapter (by its index), as seen from the chapter that shows it.
pub type Links<'a> = &'a dyn Fn(usize) -> Inline;

/// The tables of a view; `rows` come from the newest to the oldest. `page` is whether HTML is made of them.
pub fn blocks(view: &View, mut rows: Vec<Row>, links: Links<'_>, page: bool) -> Blocks {
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
        return crate::style::nothing("No changes are recorded.");
    }
    let columns = columns(view, &rows);
    let mut blocks = Blocks::default();
    for (title, rows) in groups(view.grouping, rows) {
        if let Some(title) = title {
            blocks = blocks.paragraph(Inline::text(&title).strong());
        }
        blocks = blocks.then(table(view.scope, &columns, &rows, links, page));
    }
    blocks
}

/// All rows in one table of all columns, in their order.
pub fn table_of(rows: &[Row]) -> Blocks {
    let columns: Vec<ChangeLogColumn> = ChangeLogColumn::WORDS.iter().map(|&(_, c)| c).collect();
    table(Scope::Document, &columns, rows, &|_| Inline::default(), false)
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

fn table(
    scope: Scope,
    columns: &[ChangeLogColumn],
    rows: &[Row],
    links: Links<'_>,
    page: bool,
) -> Blocks {
    let mut titles: Vec<&str> = columns.iter().map(|&column| title(column)).collect();
    // The document comes before what was changed in it.
    let place = columns.iter().position(|column| *column == ChangeLogColumn::Changes);
    let place = (scope == Scope::Book).then_some(place.unwrap_or(titles.len()));
    if let Some(place) = place {
        titles.insert(place, "Document");
    }
    let cells = |row: &Row| {
        let mut cells: Vec<Inline> =
            columns.iter().map(|&column| value(row, column, page)).collect();
        if let Some(place) = place {
            cells.insert(place, documents(row, links));
        }
        cells
    };
    let titles = titles.into_iter().map(|title| (Inline::text(title), Alignment::None));
    Blocks::default().table(titles, rows.iter().map(cells))
}

fn documents(row: &Row, links: Links<'_>) -> Inline {
    let mut documents = Inline::default();
    for (index, &chapter) in row.chapters.iter().enumerate() {
        documents = if index > 0 { documents.then(Inline::line_break()) } else { documents };
        documents = documents.then(links(chapter));
    }
    documents
}

const fn title(column: ChangeLogColumn) -> &'static str {
    match column {
        ChangeLogColumn::Date => "Date",
        ChangeLogColumn::Version => "Version",
        ChangeLogColumn::Author => "Author",
        ChangeLogColumn::Changes => "Changes",
    }
}

fn value(row: &Row, column: ChangeLogColumn, page: bool) -> Inline {
    let text = |text: &Option<String>| text.as_deref().map(Inline::text);
    let known = match column {
        ChangeLogColumn::Date => {
            let unread = row.unread.as_ref().map(|text| Inline::text(text).and(" (?)"));
            row.date.map(|date| crate::style::day(&date, page)).or(unread)
        }
        ChangeLogColumn::Version => text(&row.version),
        ChangeLogColumn::Author => text(&row.author),
        ChangeLogColumn::Changes if row.release == Release::Yanked => {
            let changes = row.changes.clone().unwrap_or_default();
            Some(Inline::text("Withdrawn.").strong().and(" ").then(changes))
        }
        ChangeLogColumn::Changes => row.changes.clone(),
    };
    known.filter(|shown| !shown.is_blank()).unwrap_or_else(|| Inline::text(UNKNOWN))
}
