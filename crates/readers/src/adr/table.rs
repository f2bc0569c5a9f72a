//! Tables of labelled values and of states.

use text::markdown::block::Table;
use text::markdown::inline::{Inlines, RunKind};
use words::{Column, Status, Vocabulary, date};

use super::label::LabelKind;
use super::labelled_value::Labelled;
use super::record::Origin;
use super::text as line;

/// The labelled values of a table: labels in its first column, or in the header of a single row.
pub(super) fn labelled(table: &Table) -> Vec<Labelled> {
    let header = &table.header.cells;
    let rows = || std::iter::once(header).chain(table.rows.iter().map(|row| &row.cells));
    let firsts = || rows().filter_map(|cells| cells.first());
    let blank = |cell: &Inlines| cell.is_blank();
    let by_row = header.len() == 2
        && firsts().filter(|cell| !blank(cell)).count() > 0
        && firsts().skip(1).any(|cell| key(cell).is_some())
        || header.len() == 2 && table.rows.is_empty();
    let mut found = Vec::new();
    if is_headed_by_labels(table) && !by_row && !is_paired(table) {
        let cells = header.iter().zip(table.rows.iter().flat_map(|row| &row.cells));
        found.extend(cells.filter_map(|(label, value)| stated(label, value)));
    } else if header.len() == 2 || is_noted(table) || is_paired(table) {
        let pairs = rows().flat_map(|cells| {
            let pairs = if header.len() == 3 { 1 } else { cells.len() };
            cells.chunks_exact(2).take(pairs)
        });
        found.extend(pairs.filter_map(|pair| stated(&pair[0], &pair[1])));
    }
    found
}

/// Labels, their values and a note on each: `| Field | Value | Note |`.
fn is_noted(table: &Table) -> bool {
    let firsts = table.rows.iter().filter_map(|row| row.cells.first());
    let keys: Vec<LabelKind> = firsts.filter_map(key).collect();
    table.header.cells.len() == 3 && keys.contains(&LabelKind::Status) && keys.len() >= 2
}

/// Labels and values in turn: `| Status | Accepted | Owner | Ann |`.
fn is_paired(table: &Table) -> bool {
    let count = table.header.cells.len();
    let rows =
        || std::iter::once(&table.header.cells).chain(table.rows.iter().map(|row| &row.cells));
    let pairs = || rows().flat_map(|cells| cells.chunks_exact(2));
    let keys: Vec<LabelKind> = pairs().filter_map(|pair| key(&pair[0])).collect();
    // Cells that are labels stand in no place of a value.
    let values = || pairs().filter(|pair| key(&pair[1]).is_none());
    count >= 4
        && count.is_multiple_of(2)
        && keys.contains(&LabelKind::Status)
        && keys.len() >= 2
        && keys.len() * 2 >= pairs().filter(|pair| !pair[0].is_blank()).count()
        && values().count() == pairs().count()
}

/// What a table says below a heading that is a label: each row's state with its date, or each cell.
pub(super) fn lines(table: &Table, wanted: LabelKind) -> Vec<Inlines> {
    let column =
        |wanted: LabelKind| table.header.cells.iter().position(|cell| key(cell) == Some(wanted));
    let told = matches!(wanted, LabelKind::Status | LabelKind::ChangeLog);
    let (state, date) = match (told, column(LabelKind::Status), column(LabelKind::Date)) {
        (true, state, date) => (state, date),
        (false, ..) => (column(wanted), None),
    };
    let rows = table.rows.iter().map(|row| &row.cells);
    match state {
        Some(state) => rows
            .filter_map(|cells| {
                let value = line::parts(cells.get(state)?).into_iter().next()?;
                let date = date.and_then(|date| cells.get(date));
                Some(date.map_or(value.clone(), |date| value.joined(date, RunKind::SoftBreak)))
            })
            .collect(),
        None if wanted == LabelKind::Status => Vec::new(),
        None => rows.flatten().flat_map(line::parts).collect(),
    }
}

/// A table of one row whose header holds labels only; the log of a document's versions is none.
fn is_headed_by_labels(table: &Table) -> bool {
    let cells = &table.header.cells;
    let keys = cells.iter().filter(|cell| key(cell).is_some()).count();
    let leads = cells.first().and_then(key) == Some(LabelKind::Status);
    let log = cells.iter().any(|cell| {
        let column = Vocabulary::known().whole::<Column>(&cell.plain());
        let of_logs = |column| matches!(column, Column::Version | Column::Changes);
        // Behind the status a remark is on that; a history has the day first.
        let remark = |column| column == Column::Remark && !leads;
        column.is_some_and(|found| of_logs(found.meaning) || remark(found.meaning))
    });
    table.rows.len() == 1 && keys >= 2 && keys * 2 >= cells.len() && !log
}

/// What a cell asks for; a status is a value, also with its day, though "Accepted" may be the label of a date.
fn key(cell: &Inlines) -> Option<LabelKind> {
    let text = cell.plain();
    let day = date::first(&text).map_or(text.len(), |day| day.span.start);
    let said = text[..day].trim_end_matches(|c: char| !c.is_alphanumeric());
    let value = [said, &text].iter().any(|one| Vocabulary::known().whole::<Status>(one).is_some());
    LabelKind::of(&text).filter(|_| !value)
}

fn stated(label: &Inlines, value: &Inlines) -> Option<Labelled> {
    let key = key(label)?;
    let lines = line::parts(value);
    Some(Labelled { key, label: label.span, lines, origin: Origin::Table })
}
