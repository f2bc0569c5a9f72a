//! The rows of an index: a table's, or a list's items.

use std::collections::HashSet;

use crate::record_path;
use text::markdown::Document;
use text::markdown::block::{Block, BlockKind, List, Row as Cells, Table};
use text::markdown::inline::{Inlines, Link};
use text::source::Span;
use words::date::{self, Date};

use super::Reader;
use super::called::{Meant, title_among, title_column, title_of_item};
use super::cell::Cell;
use super::headed::states_of_heading;
use super::releases::Releases;
use crate::adr::label::LabelKind;
use crate::adr::name::{self, Name, is_identified};
use crate::adr::record::Record;
use crate::adr::statement::{self, Statement};
use crate::adr::status::{self, Status};
use crate::adr::text::Line;
use crate::adr::title::Title;

/// What a row's link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// A record, as an index into the collection.
    Record(usize),
    /// A file of the directory that is not there, relative to the source directory.
    Absent(String),
}

/// A row.
#[derive(Clone, Debug)]
pub struct Row {
    /// Which of the file's tables and lists it stands in.
    pub part: usize,
    /// The table's row, or the item's own text.
    pub span: Span,
    /// The cells of a table's row; none for an item.
    pub cells: Vec<Span>,
    /// Where its link leads.
    pub goal: Goal,
    /// The link.
    pub link: Span,
    /// The link's target, as written.
    pub target: String,
    /// What the row calls the record.
    pub title: Option<Cell<String>>,
    /// What it says of the status.
    pub status: Option<Cell<Status>>,
    /// What it says of the date.
    pub date: Option<Cell<Date>>,
    /// The statuses that the heading above it names, where that says no more: `## Superseded and rejected ADRs`.
    pub headed: Vec<Status>,
}

impl Row {
    /// The record it stands for.
    pub const fn record(&self) -> Option<usize> {
        match self.goal {
            Goal::Record(record) => Some(record),
            Goal::Absent(_) => None,
        }
    }

    /// The file that is not there.
    pub(super) fn absent(&self) -> Option<&str> {
        match &self.goal {
            Goal::Absent(file) => Some(file),
            Goal::Record(_) => None,
        }
    }
}

/// The rows of a file that stand for records of the directory `home`, and the records that others name without a link.
pub(super) fn read(
    document: &Document,
    path: &str,
    home: &str,
    reader: &Reader<'_>,
) -> (Vec<Row>, HashSet<usize>) {
    let releases = Releases::of(path);
    let mut rows = Rows {
        path,
        home,
        reader,
        releases,
        part: 0,
        headed: Vec::new(),
        found: Vec::new(),
        unlinked: HashSet::new(),
    };
    rows.blocks(&document.blocks);
    (rows.found, rows.unlinked)
}

pub(super) struct Rows<'a> {
    path: &'a str,
    pub(super) home: &'a str,
    pub(super) reader: &'a Reader<'a>,
    releases: Releases,
    part: usize,
    /// The statuses that the last heading names.
    headed: Vec<Status>,
    found: Vec<Row>,
    unlinked: HashSet<usize>,
}

impl Rows<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading(heading) => {
                    self.releases.enter(heading);
                    self.headed = states_of_heading(&heading.text.plain(), self.reader.own);
                }
                _ if self.releases.are_told() => {}
                BlockKind::Table(table) => self.table(table),
                BlockKind::List(list) => self.list(list),
                _ => {}
            }
        }
    }

    fn table<'t>(&mut self, table: &'t Table) {
        self.part += 1;
        let column = |wanted: LabelKind| {
            let is = |cell: &Inlines| LabelKind::of(&cell.plain()) == Some(wanted);
            table.header.cells.iter().position(is)
        };
        let (status, date) = (column(LabelKind::Status), column(LabelKind::Date));
        let about = |row: &'t Cells| {
            let (goal, link) = row.cells.iter().find_map(|cell| self.about(cell))?;
            Some((row, goal, link))
        };
        let rows: Vec<_> = table.rows.iter().filter_map(about).collect();
        // Subjects have no status and no day.
        let states_none = status.is_none() && date.is_none();
        if states_none && self.is_by_subject(&rows.iter().map(|(row, ..)| *row).collect::<Vec<_>>())
        {
            return;
        }
        let unlinked = table.rows.iter().filter_map(|row| self.unlinked_row(&row.cells));
        let unlinked: Vec<usize> = unlinked.collect();
        self.unlinked.extend(unlinked);
        let titled = rows.iter().map(|(row, goal, _)| (*row, self.meant(goal)));
        let title_column = title_column(titled);
        for (Cells { span, cells }, goal, link) in rows {
            let status = status.and_then(|column| self.status(cells.get(column)?));
            let date = date.and_then(|column| day(cells.get(column)?));
            let title = title_among(cells, title_column, link.span, self.meant(&goal));
            let row = self.row(*span, goal, &link);
            let cells = cells.iter().map(|cell| cell.span).collect();
            self.found.push(Row { cells, title, status, date, ..row });
        }
    }

    fn list(&mut self, list: &List) {
        self.part += 1;
        let part = self.part;
        for item in &list.items {
            if let Some(text) = item.text()
                && let Some((goal, link)) = self.about(text)
            {
                let behind = text.after(link.span.end);
                let status = self.state_of_item(&behind);
                let title = title_of_item(text, link.span, &behind, self.meant(&goal));
                let row = self.row(text.span, goal, &link);
                self.found.push(Row { part, title, status, ..row });
            } else if let Some(text) = item.text() {
                let unlinked = self.unlinked_row(std::slice::from_ref(text));
                self.unlinked.extend(unlinked);
            }
            self.blocks(item.blocks.get(1..).unwrap_or_default());
        }
    }

    fn row(&self, span: Span, goal: Goal, link: &Link) -> Row {
        Row {
            part: self.part,
            span,
            cells: Vec::new(),
            goal,
            link: link.span,
            target: link.target.clone(),
            title: None,
            status: None,
            date: None,
            headed: self.headed.clone(),
        }
    }

    fn meant<'g>(&'g self, goal: &'g Goal) -> Meant<'g> {
        match goal {
            Goal::Absent(path) => Meant { path, record: None },
            Goal::Record(index) => {
                let record = &self.reader.records.entries[*index].record;
                Meant { path: &record.path, record: Some(record) }
            }
        }
    }

    fn record(&self, goal: &Goal) -> Option<&Record> {
        match goal {
            Goal::Record(record) => Some(&self.reader.records.entries[*record].record),
            Goal::Absent(_) => None,
        }
    }

    /// The record that a cell or an item is about: a link leads to it, or to a file that should be
    /// there, and nothing stands before the link but a number, or the record's own name.
    fn about(&self, text: &Inlines) -> Option<(Goal, Link)> {
        let mut local =
            text.links.iter().filter(|link| !link.image && !link.target.contains("://"));
        let (goal, link) = local.find_map(|link| Some((self.leads_to(&link.target)?, link)))?;
        let before = text.clip(Span::new(text.span.start, link.span.start)).plain();
        let mut words =
            before.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        let leads = words.all(|word| number(word) || name::is_type_word(word));
        let named = || {
            let title = Title::of(&before, &Name::of(""));
            let own = self.record(&goal)?.id.as_ref()?;
            (title.id? == own.value).then_some(())
        };
        (leads || named().is_some()).then(|| (goal, link.clone()))
    }

    pub(super) fn leads_to(&self, target: &str) -> Option<Goal> {
        let Reader { book, records, .. } = self.reader;
        let here = |file: &str| record_path::home(file) == self.home;
        if let Some(record) = records.of_link(self.path, target) {
            return here(&records.entries[record].record.path).then_some(Goal::Record(record));
        }
        let file = records.meant_record(self.path, target).filter(|file| here(file))?;
        let exists = || {
            let listed = self.reader.chapters.contains(file.as_str());
            listed || book.source_dir().join(&file).exists()
        };
        (is_identified(&file) && !exists()).then_some(Goal::Absent(file))
    }

    /// The status in a cell, where it says no more than one.
    fn status(&self, cell: &Inlines) -> Option<Cell<Status>> {
        let statement = Statement::read(Line::of(cell), self.reader.own);
        let state = statement::status(&[statement])?;
        let plain = state.doubt.is_none() && !state.implied;
        let value = state.status.filter(|_| plain)?;
        Some(Cell { value, span: cell.span })
    }

    /// `Accepted`, `(accepted)`, `— Accepted, 2024-05-03` behind an item's link.
    fn state_of_item(&self, behind: &Inlines) -> Option<Cell<Status>> {
        let line = Line::of(behind);
        let text = line.text.as_str();
        let start = text.find(char::is_alphanumeric)?;
        let (value, len) = status::at_start(&text[start..], self.reader.own)?;
        let mut rest = text[start + len..].trim_start_matches(|c: char| !c.is_alphanumeric());
        if let Some(day) = date::at_start(rest) {
            rest = &rest[day.span.end..];
        }
        let alone = !rest.contains(char::is_alphanumeric);
        alone.then(|| Cell { value, span: line.span(start..start + len) })
    }
}

fn day(cell: &Inlines) -> Option<Cell<Date>> {
    let text = cell.plain();
    let found = date::first(&text).filter(|found| found.span == (0..text.len()))?;
    Some(Cell { value: found.reading.exact()?, span: cell.span })
}
