//! Dates that can be read in two ways, settled by the other records of their directory.

use std::collections::BTreeMap;

use words::date::{Order, Reading};

use crate::adr::record::{Record, Sourced};

/// Reads `05/02/2018` as `28/03/2018` beside it must be read. Where the records of a directory prove none,
/// they are read as `otherwise` has it, and where they prove different ones, nothing is changed.
pub(super) fn settle<'a>(records: impl Iterator<Item = &'a mut Record>, otherwise: Option<Order>) {
    let mut homes: BTreeMap<String, Vec<&mut Record>> = BTreeMap::new();
    for record in records {
        homes.entry(record.numbering().to_owned()).or_default().push(record);
    }
    for mut beside in homes.into_values() {
        let mut orders = beside.iter().flat_map(|record| record.orders.iter().copied());
        let first = orders.next();
        let agreed = first.filter(|_| orders.all(|order| Some(order) == first));
        if let Some(order) = agreed.or(otherwise.filter(|_| first.is_none())) {
            for record in &mut beside {
                settle_one(record, order);
            }
        }
    }
}

fn settle_one(record: &mut Record, order: Order) {
    let ambiguous = |reading: &Reading| matches!(reading, Reading::Ambiguous { .. });
    for date in record.dates.iter_mut().filter(|date| ambiguous(&date.value)) {
        if let Some(settled) = date.value.ordered(order) {
            date.value = Reading::Exact(settled);
        }
    }
    if record.date.is_none() {
        let stated = record
            .dates
            .iter()
            .find_map(|date| Some(Sourced::new(date.value.exact()?, date.span, date.origin)));
        let with_state = record.states.iter().find_map(|state| {
            Some(Sourced::new(state.value.date?.ordered(order)?, state.span, state.origin))
        });
        record.date = stated.or(with_state);
    }
}
