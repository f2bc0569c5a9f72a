//! What only the records of a set together show, in the order in which one answer needs the others.

use words::date::Order;

use super::confirmed;
use super::existing;
use super::neighbours;
use super::order;
use super::yearly;
use crate::adr::record::Record;

/// All that was read as a record, before those that are none are set apart.
pub(in crate::adr) fn before<'a>(records: impl Iterator<Item = &'a mut Record>) {
    neighbours::settle(&mut records.collect::<Vec<_>>());
}

/// The records that are left. Dates that none of them decides are read as `dates` has it.
pub(in crate::adr) fn after<'a>(
    records: impl Iterator<Item = &'a mut Record>,
    dates: Option<Order>,
) {
    let mut records: Vec<&mut Record> = records.collect();
    confirmed::settle(&mut records);
    yearly::settle(&mut records);
    existing::settle(&mut records);
    order::settle(records.into_iter(), dates);
}
