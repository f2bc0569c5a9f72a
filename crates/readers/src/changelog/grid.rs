//! The tables among blocks, in Markdown or in HTML.

use std::cell::OnceCell;

use text::markdown::block::{Block, BlockKind, Row, Table};
use text::markdown::inline::Inlines;
use text::markdown::{Document, grid_table, html_table, pipe_table};
use text::source::Span;

use super::entry::Field;
use super::wording::column::{Column, column};

/// A table and where it stands.
pub(super) struct Grid<'d> {
    table: Kept<'d>,
    pub span: Span,
    columns: Vec<Known>,
    /// How many rows of the table are its own: a paragraph right below is taken for one.
    end: usize,
}

/// What was found out about a column: several readings of a table ask the same.
#[derive(Default)]
struct Known {
    announced: OnceCell<Option<Column>>,
    held: OnceCell<Option<Field>>,
}

enum Kept<'d> {
    Block(&'d Table),
    Own(Table),
}

impl<'d> Grid<'d> {
    fn new(table: Kept<'d>, span: Span) -> Self {
        let mut grid = Self { table, span, columns: Vec::new(), end: 0 };
        grid.end = grid.table().rows.len();
        grid.columns.resize_with(grid.header().cells.len(), Known::default);
        grid
    }

    /// What a column's header announces.
    pub(super) fn announced(&self, index: usize) -> Option<Column> {
        let read = || column(&self.header().cells.get(index)?.plain());
        self.columns.get(index).and_then(|known| *known.announced.get_or_init(read))
    }

    /// What a column holds, once `read` has told it.
    pub(super) fn held(&self, index: usize, read: impl FnOnce() -> Option<Field>) -> Option<Field> {
        match self.columns.get(index) {
            Some(known) => *known.held.get_or_init(read),
            None => read(),
        }
    }

    fn table(&self) -> &Table {
        match &self.table {
            Kept::Block(table) => table,
            Kept::Own(table) => table,
        }
    }

    /// Whether the header that Markdown asks for is empty or a caption: then the first row is the
    /// header.
    fn starts_below(&self) -> bool {
        let table = self.table();
        let empty = table.header.cells.iter().all(Inlines::is_blank);
        (!table.rows.is_empty() && empty) || self.caption().is_some()
    }

    /// The only words of the header, where each column has its own in the row below.
    pub(super) fn caption(&self) -> Option<&Inlines> {
        const FEWEST_COLUMNS: usize = 3;
        let table = self.table();
        let mut filled = table.header.cells.iter().filter(|cell| !cell.is_blank());
        let only = filled.next().filter(|_| filled.next().is_none())?;
        let first = &table.rows.first()?.cells;
        let whole = first.len() >= FEWEST_COLUMNS && !first.iter().any(Inlines::is_blank);
        whole.then_some(only)
    }

    pub(super) fn header(&self) -> &Row {
        let table = self.table();
        if self.starts_below() { &table.rows[0] } else { &table.header }
    }

    pub(super) fn rows(&self) -> &[Row] {
        self.table().rows[..self.end].get(usize::from(self.starts_below())..).unwrap_or_default()
    }
}

/// The table that a block is.
pub(super) fn of<'d>(document: &Document, block: &'d Block) -> Option<Grid<'d>> {
    let own = |(table, span)| Grid::new(Kept::Own(table), span);
    match &block.kind {
        BlockKind::Table(table) => {
            let mut grid = Grid::new(Kept::Block(table), block.span);
            let piped = |row: &Row| document.slice(row.span).contains('|');
            let lazy = table.rows.iter().rposition(piped).map_or(0, |last| last + 1);
            grid.end = if table.header.cells.len() > 1 { lazy } else { grid.end };
            grid.span.end =
                grid.table().rows[..grid.end].last().map_or(block.span.end, |row| row.span.end);
            Some(grid)
        }
        BlockKind::Paragraph(_) if document.slice(block.span).contains('|') => {
            let drawn = grid_table::read(document, block.span);
            drawn.or_else(|| pipe_table::read(document, block.span)).map(own)
        }
        BlockKind::Html => {
            let html = html_table::read(document, block.span);
            html.or_else(|| pipe_table::read(document, block.span)).map(own)
        }
        _ => None,
    }
}

/// All tables among blocks; quotes and items of lists are looked into.
pub(super) fn all<'d>(document: &Document, blocks: &'d [Block]) -> Vec<Grid<'d>> {
    let mut grids = Vec::new();
    for block in blocks {
        for inner in inside(block) {
            grids.extend(all(document, inner));
        }
        grids.extend(of(document, block));
    }
    grids
}

/// The blocks within a quote, or within the items of a list.
pub(super) fn inside(block: &Block) -> Vec<&[Block]> {
    match &block.kind {
        BlockKind::Quote(inner) => vec![inner],
        BlockKind::List(list) => list.items.iter().map(|item| item.blocks.as_slice()).collect(),
        _ => Vec::new(),
    }
}
