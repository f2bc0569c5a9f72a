//! Which tables are logs: below a title, or with no heading that announces one.

use std::cell::LazyCell;

use text::markdown::block::Block;

use super::{Around, Finder};
use crate::changelog::columns::Columns;
use crate::changelog::heading::{self, Title};
use crate::changelog::wording::title::Strength;
use crate::changelog::{Kind, Subject, grid, table};

impl Finder<'_> {
    pub(super) fn has_table(&self, blocks: &[Block]) -> bool {
        grid::all(self.document, blocks).iter().any(|grid| {
            let columns = Columns::announced(grid);
            columns.is_some_and(|columns| {
                let is_log = !columns.are_of_a_register(grid, true);
                is_log && !table::rows(grid, &columns).entries.is_empty()
            })
        })
    }

    /// All tables of a section that is called a log.
    pub(super) fn tables(&mut self, title: &Title, blocks: &[Block]) -> bool {
        let before = self.logs.len();
        for grid in grid::all(self.document, blocks) {
            let columns = if title.strength >= Strength::Named {
                Columns::announced(&grid)
            } else {
                let keyed = |columns: &Columns| columns.are_keyed(&table::rows(&grid, columns));
                let fits = |columns: &Columns| columns.fit(&grid, &table::rows(&grid, columns));
                let fit = || Columns::announced(&grid).filter(fits);
                let said = Columns::of(&grid).filter(keyed);
                said.or_else(fit).or_else(|| Columns::by_values(&grid))
            };
            let named = title.strength >= Strength::Named;
            if let Some(columns) = columns.filter(|one| !one.are_of_a_register(&grid, named)) {
                self.table(Some(title), &grid, &columns, Around::Anywhere);
            }
        }
        self.logs.len() > before
    }

    /// A table that no heading of Markdown announces.
    pub(super) fn found(&mut self, over: Option<&Title>, grid: &grid::Grid<'_>, around: Around) {
        let caption = grid.caption().and_then(heading::of_words);
        let over = caption.as_ref().or(over);
        if over.is_none() && Columns::state_metadata(grid) {
            return;
        }
        let named = over.is_some_and(|title| title.known && title.strength >= Strength::Named);
        let titled = over.is_some_and(Title::announces_tables);
        let told = |columns: &Columns| {
            let rows = table::rows(grid, columns);
            (titled && columns.are_keyed(&rows)) || columns.are_unmistakable(&rows)
        };
        let named_columns = || if named { Columns::announced(grid) } else { None };
        let said = Columns::of(grid);
        let of_changes = || said.filter(|columns| columns.tell_of_changes(grid));
        let of_another = LazyCell::new(
            || matches!(around, Around::Section(index) if heading::is_of_another(self.document, index)),
        );
        let evident = || match around {
            Around::Beginning => Columns::first(grid).or_else(of_changes),
            _ if *of_another => None,
            Around::Section(_) | Around::Anywhere => of_changes(),
        };
        let by_values = || if *of_another { None } else { Columns::by_values(grid) };
        let columns = said.filter(told).or_else(named_columns).or_else(evident);
        let columns = columns.or_else(|| by_values().filter(told));
        if let Some(columns) = columns.filter(|one| !one.are_of_a_register(grid, named)) {
            self.table(over, grid, &columns, around);
        }
    }

    fn table(
        &mut self,
        title: Option<&Title>,
        grid: &grid::Grid<'_>,
        columns: &Columns,
        around: Around,
    ) {
        let mut rows = table::rows(grid, columns);
        let span = self.document.source.trimmed(grid.span);
        if columns.are_all() {
            rows.told.push(span);
        }
        let subject = columns.subject(title.map_or(Subject::Changes, |title| title.subject));
        let empty = rows.entries.is_empty() && rows.untouched.is_empty();
        self.push(title, Kind::Table, subject, rows);
        if let Some(log) = self.logs.last_mut() {
            log.empty = empty;
            let placed =
                around == Around::Beginning || title.is_some_and(Title::announces_versions);
            log.certain |= placed && columns.are_those_of_a_log();
            log.body = span;
            log.place.span = log.place.span.cover(log.body);
        }
    }
}
