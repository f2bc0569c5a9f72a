//! Rows that name records otherwise than an index does: without a link, or several of them for a subject.

use std::collections::HashSet;

use text::markdown::block::Row as Cells;
use text::markdown::inline::Inlines;

use super::row::{Goal, Rows};
use crate::adr::id::Id;
use crate::adr::name;

impl Rows<'_> {
    /// The record that a row without any link is about, by what it is called there: `| RFC-001 | Storage |`,
    /// `ADR-3 — Use X`.
    pub(super) fn unlinked_row(&self, cells: &[Inlines]) -> Option<usize> {
        let linked = cells.iter().any(|cell| cell.links.iter().any(|link| !link.image));
        if linked {
            return None;
        }
        let is_row = cells.len() > 1;
        let named = cells.iter().enumerate().find_map(|(column, cell)| {
            let text = cell.plain();
            let lead = [": ", " — ", " – ", " - "].iter().filter_map(|sign| text.find(sign)).min();
            let name = text[..lead.filter(|_| !is_row).unwrap_or(text.len())].trim();
            let sure = name.starts_with('0') || name.contains(char::is_alphabetic);
            name::from_reference(name).filter(|_| sure || is_row && column == 0)
        })?;
        self.of_id(&named)
    }

    fn of_id(&self, id: &Id) -> Option<usize> {
        let records = &self.reader.records.entries;
        let is_it = |index: &usize| {
            let own = records[*index].record.id.as_ref().map(|own| &own.value);
            own.is_some_and(|own| match id {
                Id::Number(number) => own.number() == Some(*number),
                id => own.is(id),
            })
        };
        self.reader.homes.get(self.home)?.iter().copied().find(is_it)
    }

    /// Whether a table tells which records a subject has: rows that begin with words and no record have several of them
    /// in one cell.
    pub(super) fn is_by_subject(&self, rows: &[&Cells]) -> bool {
        const FEWEST: usize = 2;
        let several = |cell: &Inlines| {
            let goals = cell.links.iter().filter_map(|link| self.leads_to(&link.target));
            let records: HashSet<usize> = goals
                .filter_map(|goal| match goal {
                    Goal::Record(record) => Some(record),
                    Goal::Absent(_) => None,
                })
                .collect();
            records.len() >= FEWEST
        };
        let is_subject = |row: &&&Cells| {
            let Some((first, others)) = row.cells.split_first() else { return false };
            let said = first.plain();
            let led = others.iter().find(|cell| !cell.links.is_empty());
            said.contains(char::is_alphabetic)
                && first.links.is_empty()
                && name::from_reference(&said).is_none()
                && led.is_some_and(several)
        };
        rows.iter().filter(is_subject).count() >= FEWEST
    }
}
