//! Where an index that people keep by hand and the records differ.

mod gone;
mod values;

use std::collections::{HashMap, HashSet};

use readers::adr::listing::style::{Addition, Order};
use readers::adr::listing::{Listing, Row};
use readers::adr::{Collection, Record};
use text::source::Span;
use text::tally::tally;
use text::wording::plural;

use super::owes;
use gone::Gone;
use values::{Class, class, dates, headings, statuses, titles};

/// One place where an index and the records differ.
pub(crate) struct Drift {
    pub(crate) kind: Kind,
    pub(crate) span: Span,
    /// What is to be seen there.
    pub(crate) words: String,
    /// The fix, and the bytes that it replaces.
    pub(crate) edit: Option<(Span, String)>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Lacking,
    Gone,
    Twice,
    Order,
    Differing,
}

impl Kind {
    pub(crate) fn counted(self, count: usize) -> String {
        match self {
            Self::Lacking => format!("lacks {}", plural(count, "record", "records")),
            Self::Gone => {
                format!("links {}", plural(count, "file that is gone", "files that are gone"))
            }
            Self::Twice => format!("has {} twice", plural(count, "record", "records")),
            Self::Order => format!("has {} out of order", plural(count, "row", "rows")),
            Self::Differing => {
                format!("contradicts the records in {}", plural(count, "row", "rows"))
            }
        }
    }
}

/// All of an index.
pub(crate) fn drifts(listing: &Listing, records: &Collection) -> Vec<Drift> {
    let doubled = twice(listing, records);
    let Gone { mut drifts, listing: mended, missing } = gone::of(listing, records);
    drifts.extend(lacking(&mended, &missing, records));
    drifts.extend(out_of_order(listing, records));
    // Of two rows for one record one is meant for another.
    let rows_of = tally(listing.rows.iter().filter_map(Row::record));
    let known: Vec<(&Row, &Record)> = listing
        .rows
        .iter()
        .filter_map(|row| Some((row, row.record().filter(|record| rows_of[record] == 1)?)))
        .map(|(row, record)| (row, &records.entries[record].record))
        .collect();
    drifts.extend(statuses(listing, &known));
    drifts.extend(headings(&known));
    drifts.extend(dates(listing, &known));
    drifts.extend(titles(&known));
    if !doubled.is_empty() {
        for drift in drifts.iter_mut().filter(|drift| drift.kind != Kind::Gone) {
            drift.edit = None;
        }
        drifts.extend(doubled);
    }
    drifts
}

fn lacking(listing: &Listing, missing: &[usize], records: &Collection) -> Vec<Drift> {
    let record = |index: usize| &records.entries[index].record;
    let missing = missing.iter().copied();
    let missing: Vec<usize> = missing.filter(|&index| !owes::is_exempt(record(index))).collect();
    let fell_behind = || listing.whole || are_newest(listing, &missing, records);
    if is_selection(listing, &missing, records) || !fell_behind() {
        return Vec::new();
    }
    let order = Order::of(listing, records);
    let without_place = || missing.iter().map(|&index| (index, None)).collect();
    let additions = order.map_or_else(without_place, |order| order.additions(&missing));
    let drift = |(index, addition): (usize, Option<Addition>)| {
        let span = addition.as_ref().map(|addition| row_beside(listing, addition.at));
        let last = || listing.rows.last().map(|row| row.span);
        let path = listing.named(&record(index).path);
        let words = format!("{} is not listed: {path}", record(index).cited());
        let edit = addition.map(|addition| (Span::at(addition.at), addition.text));
        Some(Drift { kind: Kind::Lacking, span: span.or_else(last)?, words, edit })
    };
    let mut drifts: Vec<Drift> = additions.into_iter().filter_map(drift).collect();
    join_insertions(&mut drifts);
    drifts
}

/// Whether all that is missing came after all that is listed. Anywhere but in an index by its name,
/// a gap among the older records is a choice.
fn are_newest(listing: &Listing, missing: &[usize], records: &Collection) -> bool {
    let number = |index: usize| records.entries[index].record.number();
    let listed = listing.rows.iter().filter_map(|row| number(row.record()?)).max();
    missing.iter().all(|&index| number(index) > listed)
}

/// Several rows at one place are one edit.
fn join_insertions(drifts: &mut [Drift]) {
    let mut firsts: HashMap<usize, usize> = HashMap::new();
    for index in 0..drifts.len() {
        let Some((span, _)) = &drifts[index].edit else { continue };
        let Some(&first) = firsts.get(&span.start) else {
            firsts.insert(span.start, index);
            continue;
        };
        if let Some((_, more)) = drifts[index].edit.take()
            && let Some((_, text)) = &mut drifts[first].edit
        {
            text.push_str(&more);
        }
    }
}

/// The row that a place stands behind, else the first.
fn row_beside(listing: &Listing, at: usize) -> Span {
    let before = listing.rows.partition_point(|row| row.span.end <= at);
    let row = listing.rows[..before].last().or(listing.rows.first());
    row.map_or(Span::at(at), |row| row.span)
}

/// Whether an index leaves records out on purpose: the records of a state of which it has none.
fn is_selection(listing: &Listing, missing: &[usize], records: &Collection) -> bool {
    let state = |index: usize| records.entries[index].record.status();
    let class = |index: usize| state(index).map(class);
    let listed: HashSet<_> = listing.rows.iter().filter_map(Row::record).map(class).collect();
    let left_out = |own: Option<Class>| own != Some(Class::InForce) && !listed.contains(&own);
    // A column of statuses has room for a proposal, and one alone shows no rule.
    let stated = listing.rows.iter().filter(|row| row.status.is_some()).count();
    let is_first = missing.len() == 1
        && stated * 2 > listing.rows.len()
        && are_newest(listing, missing, records)
        && class(missing[0]) == Some(Class::Open);
    !is_first && missing.iter().all(|&index| left_out(class(index)))
}

fn twice(listing: &Listing, records: &Collection) -> Vec<Drift> {
    let mut firsts: HashMap<(usize, usize), &Row> = HashMap::new();
    let mut drifts = Vec::new();
    for row in &listing.rows {
        let Some(record) = row.record() else { continue };
        let Some(first) = firsts.get(&(row.part, record)) else {
            firsts.insert((row.part, record), row);
            continue;
        };
        let line = listing.source.line(first.span.start);
        let cited = records.entries[record].record.cited();
        let words = format!("{cited} stands in line {line}, too");
        drifts.push(Drift { kind: Kind::Twice, span: row.link, words, edit: None });
    }
    drifts
}

/// The one row that breaks the order of all others.
fn out_of_order(listing: &Listing, records: &Collection) -> Option<Drift> {
    const SHOWN_BY: usize = 6;
    let part = listing.rows.first()?.part;
    let number = |row: &Row| records.entries[row.record()?].record.number();
    let rows: Vec<(u64, &Row)> =
        listing.rows.iter().filter_map(|row| Some((number(row)?, row))).collect();
    if rows.len() < SHOWN_BY || listing.rows.iter().any(|row| row.part != part) {
        return None;
    }
    let breaks = |rising: bool| -> Vec<usize> {
        let broken = |pair: &[(u64, &Row)]| {
            if rising { pair[0].0 > pair[1].0 } else { pair[0].0 < pair[1].0 }
        };
        rows.windows(2).enumerate().filter(|(_, pair)| broken(pair)).map(|(at, _)| at + 1).collect()
    };
    let [at] = [breaks(true), breaks(false)].into_iter().find(|breaks| breaks.len() == 1)?[..]
    else {
        return None;
    };
    let (number, row) = rows[at];
    let words = format!("{number} stands behind {}", rows[at - 1].0);
    Some(Drift { kind: Kind::Order, span: row.link, words, edit: None })
}
