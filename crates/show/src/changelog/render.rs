//! A change log as a table, which every renderer knows.

use std::borrow::Cow;
use std::collections::BTreeMap;

use readers::settings::{ChangeLogColumn, ChangeLogOrder, ChangeLogSettings};
use text::compose::{Blocks, Inline, Target};
use text::word::Word;
use words::{Column, Phrase};

use crate::says::Says;
use crate::style::{self, Medium};
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
    let cells = laid_out(view, parts(view, &rows), medium);
    let groups = groups(view.grouping, rows, says);
    table(&cells, &groups, links, (medium, says))
}

/// What a cell shows of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// What the entry says.
    Entry(ChangeLogColumn),
    /// The documents that were changed.
    Documents,
}

/// All rows in one English table of all columns, in their order.
pub fn table_of(rows: &[Row]) -> Blocks {
    let columns = ChangeLogColumn::WORDS.iter().map(|&(_, column)| vec![Part::Entry(column)]);
    let cells: Vec<_> = columns.collect();
    let groups = [(None, rows.to_vec())];
    table(&cells, &groups, &|_| Inline::default(), (Medium::Text, Says::of(None)))
}

/// What is shown of each row; what no row fills is left out unless it was asked for.
fn parts(view: &View, rows: &[Row]) -> Vec<Part> {
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
    let mut parts: Vec<Part> =
        view.columns.iter().filter(filled).copied().map(Part::Entry).collect();
    if view.scope == Scope::Book {
        // The document comes before what was changed in it.
        let changes = parts.iter().position(|&part| part == Part::Entry(ChangeLogColumn::Changes));
        parts.insert(changes.unwrap_or(parts.len()), Part::Documents);
    }
    parts
}

/// What the columns of a table hold, one below the other. Where nobody chose columns a page has two, which a phone shows
/// as well: when and in which version, and what was changed by whom.
fn laid_out(view: &View, parts: Vec<Part>, medium: Medium) -> Vec<Vec<Part>> {
    use ChangeLogColumn::{Author, Date, Version};
    let chosen = view.asked || view.columns != ChangeLogSettings::default().columns;
    let is_when = |part: &Part| matches!(part, Part::Entry(Date | Version));
    if chosen || medium == Medium::Text || !parts.iter().any(is_when) {
        return parts.into_iter().map(|part| vec![part]).collect();
    }
    let (when, mut what): (Vec<Part>, Vec<Part>) = parts.into_iter().partition(is_when);
    what.sort_by_key(|&part| part == Part::Entry(Author));
    vec![when, what]
}

/// A title, and what stands below it.
type Group = (Option<Inline>, Vec<Row>);

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
            let title = match grouping {
                Grouping::Version => version(&row),
                Grouping::None | Grouping::Month => Some(Inline::text(&title)),
            };
            groups.push((title, Vec::new()));
            groups.len() - 1
        });
        groups[place].1.push(row);
    }
    if !untold.is_empty() {
        let title = (grouping != Grouping::None).then(|| Inline::text(rest));
        groups.push((title, untold));
    }
    groups
}

/// One table, so that the columns of all groups are as wide; the title of a group has a row.
fn table(
    columns: &[Vec<Part>],
    groups: &[Group],
    links: Links<'_>,
    (medium, says): (Medium, Says),
) -> Blocks {
    let titles = columns.iter().map(|parts| {
        let titles = parts.iter().map(|&part| head(part, says));
        titles.collect::<Vec<_>>().join(" · ").into()
    });
    let changes = Part::Entry(ChangeLogColumn::Changes);
    let wide = columns.iter().position(|parts| parts.contains(&changes)).unwrap_or(0);
    let over = |title: &Inline| {
        let mut cells = vec![Inline::default(); columns.len()];
        if let Some(cell) = cells.first_mut() {
            *cell = title.clone().strong();
        }
        cells
    };
    let cells =
        |row: &Row| columns.iter().map(|parts| cell(row, parts, links, (medium, says))).collect();
    let rows = groups
        .iter()
        .flat_map(|(title, rows)| title.iter().map(over).chain(rows.iter().map(cells)));
    style::table(medium, titles, wide, rows)
}

fn head(part: Part, says: Says) -> Cow<'static, str> {
    match part {
        Part::Documents => says.get(Phrase::Document).into(),
        Part::Entry(column) => says.word(title(column)),
    }
}

/// What a row states of these, one below the other; who made the change in small letters.
fn cell(row: &Row, parts: &[Part], links: Links<'_>, (medium, says): (Medium, Says)) -> Inline {
    let said = |&part: &Part| match part {
        Part::Documents => Some(documents(row, links)),
        Part::Entry(column) => {
            let value = value(row, column, (medium, says))?;
            let small = column == ChangeLogColumn::Author && parts.len() > 1;
            Some(if small { value.inside("small", &[]) } else { value })
        }
    };
    let lines = parts.iter().filter_map(said);
    let lines = lines.reduce(|above, line| above.then(Inline::line_break()).then(line));
    lines.unwrap_or_else(|| Inline::text(UNKNOWN))
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

/// The version, linked to where it leads.
fn version(row: &Row) -> Option<Inline> {
    let version = Inline::text(row.version.as_deref()?);
    Some(match &row.link {
        Some(link) => version.link(&Target::written(link)),
        None => version,
    })
}

/// What a row states for a column.
fn value(row: &Row, column: ChangeLogColumn, (medium, says): (Medium, Says)) -> Option<Inline> {
    let text = |text: &Option<String>| text.as_deref().map(Inline::text);
    let known = match column {
        ChangeLogColumn::Date => {
            let unread = row.unread.as_ref().map(|text| Inline::text(text).and(" (?)"));
            row.date.map(|date| crate::style::day(&date, medium)).or(unread)
        }
        ChangeLogColumn::Version => version(row),
        ChangeLogColumn::Author => text(&row.author),
        ChangeLogColumn::Changes if row.release == Release::Yanked => {
            let changes = row.changes.clone().unwrap_or_default();
            Some(Inline::text(says.get(Phrase::Yanked)).strong().and(" ").then(changes))
        }
        ChangeLogColumn::Changes => row.changes.clone(),
    };
    known.filter(|shown| !shown.is_blank())
}
