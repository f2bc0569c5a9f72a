//! A change log as a table, which every renderer knows.

use std::borrow::Cow;
use std::collections::BTreeMap;

use readers::settings::{ChangeLogColumn, ChangeLogOrder};
use text::compose::{Alignment, Blocks, Inline, Target};
use text::word::Word;
use words::{Column, Phrase};

use crate::says::Says;
use crate::style::Medium;
use readers::changelog::entry::Release;
use readers::changelog::rows::Row;
use readers::directive::change_log::{Grouping, Scope, View};

/// What stands in a cell of which nothing is known.
const UNKNOWN: &str = "—";

/// The link to a chapter (by its index), as seen from the chapter that shows it.
pub type Links<'a> = &'a dyn Fn(usize) -> Inline;

/// The table of a view; `rows` come from the newest to the oldest.
pub(crate) fn blocks(
    view: &View,
    mut rows: Vec<Row>,
    links: Links<'_>,
    (medium, says): (Medium, Says),
) -> Blocks {
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
        return crate::style::nothing(says.get(Phrase::NoChanges));
    }
    let columns = columns(view, &rows);
    let groups = groups(view.grouping, rows, says);
    table(view.scope, &columns, &groups, links, (medium, says))
}

/// All rows in one English table of all columns, in their order.
pub fn table_of(rows: &[Row]) -> Blocks {
    let columns: Vec<ChangeLogColumn> = ChangeLogColumn::WORDS.iter().map(|&(_, c)| c).collect();
    let groups = [(None, rows.to_vec())];
    let plain = (Medium::Text, Says::of(None));
    table(Scope::Document, &columns, &groups, &|_| Inline::default(), plain)
}

/// The columns; those that no row fills are left out unless they were asked for.
fn columns(view: &View, rows: &[Row]) -> Vec<ChangeLogColumn> {
    let filled = |column: &&ChangeLogColumn| {
        view.asked
            || rows.iter().any(|row| match column {
                // The groups say it.
                ChangeLogColumn::Version if view.grouping == Grouping::Version => false,
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
fn groups(grouping: Grouping, rows: Vec<Row>, says: Says) -> Vec<Group> {
    let title = |row: &Row| match grouping {
        Grouping::None => None,
        Grouping::Month => row.date.map(|date| format!("{:04}-{:02}", date.year, date.month)),
        Grouping::Version => row.version.clone(),
    };
    let rest = match grouping {
        Grouping::Version => says.get(Phrase::NoVersion),
        Grouping::None | Grouping::Month => says.get(Phrase::NoDate),
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

/// One table, so that the columns of all groups are as wide; the title of a group has a row.
fn table(
    scope: Scope,
    columns: &[ChangeLogColumn],
    groups: &[Group],
    links: Links<'_>,
    (medium, says): (Medium, Says),
) -> Blocks {
    let mut titles: Vec<Cow<'_, str>> =
        columns.iter().map(|&column| says.word(title(column))).collect();
    // The document comes before what was changed in it.
    let place = columns.iter().position(|column| *column == ChangeLogColumn::Changes);
    let place = (scope == Scope::Book).then_some(place.unwrap_or(titles.len()));
    if let Some(place) = place {
        titles.insert(place, says.get(Phrase::Document).into());
    }
    let cells = |row: &Row| {
        let mut cells: Vec<Inline> =
            columns.iter().map(|&column| value(row, column, (medium, says))).collect();
        if let Some(place) = place {
            cells.insert(place, documents(row, links));
        }
        cells
    };
    let over = |title: &String| {
        let mut cells = vec![Inline::default(); titles.len()];
        if let Some(cell) = cells.first_mut() {
            *cell = Inline::text(title).strong();
        }
        cells
    };
    let rows = groups
        .iter()
        .flat_map(|(title, rows)| title.iter().map(over).chain(rows.iter().map(cells)));
    let heads = titles.iter().map(|title| (Inline::text(title), Alignment::None));
    Blocks::default().table(heads, rows)
}

fn documents(row: &Row, links: Links<'_>) -> Inline {
    let mut documents = Inline::default();
    for (index, &chapter) in row.chapters.iter().enumerate() {
        documents = if index > 0 { documents.then(Inline::line_break()) } else { documents };
        documents = documents.then(links(chapter));
    }
    documents
}

const fn title(column: ChangeLogColumn) -> Column {
    match column {
        ChangeLogColumn::Date => Column::Date,
        ChangeLogColumn::Version => Column::Version,
        ChangeLogColumn::Author => Column::Author,
        ChangeLogColumn::Changes => Column::Changes,
    }
}

fn value(row: &Row, column: ChangeLogColumn, (medium, says): (Medium, Says)) -> Inline {
    let text = |text: &Option<String>| text.as_deref().map(Inline::text);
    let known = match column {
        ChangeLogColumn::Date => {
            let unread = row.unread.as_ref().map(|text| Inline::text(text).and(" (?)"));
            row.date.map(|date| crate::style::day(&date, medium)).or(unread)
        }
        ChangeLogColumn::Version => text(&row.version).map(|version| match &row.link {
            Some(link) => version.link(&Target::written(link)),
            None => version,
        }),
        ChangeLogColumn::Author => text(&row.author),
        ChangeLogColumn::Changes if row.release == Release::Yanked => {
            let changes = row.changes.clone().unwrap_or_default();
            Some(Inline::text(says.get(Phrase::Yanked)).strong().and(" ").then(changes))
        }
        ChangeLogColumn::Changes => row.changes.clone(),
    };
    known.filter(|shown| !shown.is_blank()).unwrap_or_else(|| Inline::text(UNKNOWN))
}
