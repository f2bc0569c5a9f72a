//! The dates of a log as values that can be put in order.

use words::date::{Date, Order};

use super::entry::Entry;

/// Year, month, day; a month without a day takes the day of its neighbour in the same month.
pub(super) type TimeKey = (i16, u8, u8);

/// The entries that have a date, by index; those that can be read in two ways only with an order.
pub(super) fn keys(entries: &[Entry], order: Option<Order>) -> Vec<(usize, TimeKey)> {
    let dates: Vec<(usize, Date)> = entries
        .iter()
        .enumerate()
        .filter_map(|(index, entry)| Some((index, date(entry, order)?)))
        .collect();
    let day_near = |at: usize| {
        let (_, date) = dates[at];
        let near = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        near.filter_map(|near| dates.get(near))
            .filter(|(_, other)| (other.year, other.month) == (date.year, date.month))
            .find_map(|(_, other)| other.day)
    };
    dates
        .iter()
        .enumerate()
        .map(|(at, &(index, date))| {
            let day = date.day.or_else(|| day_near(at)).unwrap_or(0);
            (index, (date.year, date.month, day))
        })
        .collect()
}

fn date(entry: &Entry, order: Option<Order>) -> Option<Date> {
    let when = entry.date.as_ref()?.when?;
    order.map_or_else(|| when.exact(), |order| when.ordered(order))
}
