//! The numbers of a numbered list: each its own, its record's, or everywhere the same.

use std::ops::Range;

use super::{Gap, Order, lead, number};
use crate::adr::listing::Row;

impl Order<'_> {
    /// What stands before the words of a new item; none where the items behind it would have to be counted
    /// anew, or where the mark says more than that it is an item.
    pub(super) fn lead(
        &self,
        gap: &Gap<'_>,
        model: &Row,
        record: usize,
        last: &mut Option<u64>,
    ) -> Option<String> {
        let lead = lead(self.listing, model);
        // A box that is ticked was ticked for one record.
        let Some((place, _)) = ordinal(&lead) else { return (!lead.contains('[')).then_some(lead) };
        let leads = self.rows.iter().map(|(number, row)| Some((*number, self.ordinal_of(row)?)));
        let leads: Vec<(u64, u64)> = leads.collect::<Option<_>>()?;
        let first = leads.first()?.1;
        let new = if leads.iter().all(|(number, ordinal)| number == ordinal) {
            number(self.records, record)?
        } else if leads.iter().all(|(_, ordinal)| *ordinal == first) {
            first
        } else {
            let counts = leads.iter().zip(first..).all(|((_, ordinal), count)| *ordinal == count);
            let next = last.filter(|_| counts && gap.after.is_none())? + 1;
            *last = Some(next);
            next
        };
        Some(format!("{}{new}{}", &lead[..place.start], &lead[place.end..]))
    }

    pub(super) fn last_ordinal(&self) -> Option<u64> {
        self.ordinal_of(self.rows.last()?.1)
    }

    fn ordinal_of(&self, row: &Row) -> Option<u64> {
        ordinal(&lead(self.listing, row)).map(|(_, number)| number)
    }
}

/// The number in the mark of an item.
fn ordinal(lead: &str) -> Option<(Range<usize>, u64)> {
    let start = lead.find(|c: char| c.is_ascii_digit())?;
    let rest = &lead[start..];
    let len = rest.find(|c: char| !c.is_ascii_digit())?;
    Some((start..start + len, rest[..len].parse().ok()?))
}
