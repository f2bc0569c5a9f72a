//! Which end of a log is the newest, and which entries stand out of line.

use std::collections::BTreeMap;

use words::date::Order;

use super::entry::{Entry, Release};
use super::parts;
use super::run::{Slope, longest};
use super::time::{self, TimeKey};
use super::version::Version;
use super::{Log, Subject};

/// Which way a log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The newest entry stands first.
    NewestFirst,
    /// The oldest entry stands first.
    OldestFirst,
    /// At most one entry that could tell.
    Single,
}

impl Direction {
    /// The word of JSON output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NewestFirst => "newest-first",
            Self::OldestFirst => "oldest-first",
            Self::Single => "single",
        }
    }
}

/// The direction in which most dates and versions together are in order, oldest first where both are
/// as many; none where nothing tells.
pub fn of(entries: &[Entry]) -> Option<Direction> {
    if entries.len() == 1 {
        return Some(Direction::Single);
    }
    let dates: Vec<TimeKey> = time::keys(entries, None).into_iter().map(|(_, key)| key).collect();
    let versions = versions(entries);
    let both = |slope| longest(&dates, slope).len() + longest(&versions, slope).len();
    let rising = both(Slope::Rising);
    let falling = both(Slope::Falling);
    let tells = differ(&dates) || differ(&versions);
    tells.then_some(if falling > rising { Direction::NewestFirst } else { Direction::OldestFirst })
}

fn differ<T: PartialEq>(values: &[T]) -> bool {
    values.iter().any(|value| *value != values[0])
}

/// The numbers of the versions, those of products still to come left out. Those of different parts tell nothing.
fn versions(entries: &[Entry]) -> Vec<Vec<u64>> {
    if parts::are_apart(entries) {
        return Vec::new();
    }
    let out = entries.iter().filter(|entry| entry.release != Release::Unreleased);
    let versions = out.filter_map(|entry| Version::read(&entry.version.as_ref()?.text));
    versions.map(|version| version.significant().to_vec()).collect()
}

/// The entries outside the longest run in the log's direction, by index.
///
/// Of several longest runs the one is taken that leaves out what was written later. Releases are held
/// against those of their own line only: 8.5.1 may well be newer than 9.0.0. A date that can be read
/// in two ways is out of line when it is in both.
pub fn out_of_line(log: &Log) -> Vec<usize> {
    let slope = match log.direction {
        Some(Direction::NewestFirst) => Slope::Falling,
        Some(Direction::OldestFirst) => Slope::Rising,
        Some(Direction::Single) | None => return Vec::new(),
    };
    let by = |order: Order| {
        let keys = time::keys(&log.entries, Some(order));
        let lines = if log.subject == Subject::Releases { lines(log, &keys) } else { vec![keys] };
        let mut strays: Vec<usize> = lines.iter().flat_map(|line| strays(line, slope)).collect();
        strays.sort_unstable();
        strays.dedup();
        strays
    };
    let month_first = by(Order::MonthFirst);
    by(Order::DayFirst).into_iter().filter(|index| month_first.contains(index)).collect()
}

/// The releases of each line: 0.5.1 follows 0.5.0 in one and 0.5.0 follows 0.4.0 in another.
fn lines(log: &Log, keys: &[(usize, TimeKey)]) -> Vec<Vec<(usize, TimeKey)>> {
    /// A line's product and leading numbers.
    type Line = (usize, Vec<u64>);
    let mut lines: BTreeMap<Line, Vec<(usize, TimeKey)>> = BTreeMap::new();
    let mut unversioned = Vec::new();
    for &(index, key) in keys {
        let text = log.entries[index].version.as_ref();
        match text.and_then(|text| Version::read(&text.text)) {
            Some(version) => {
                for line in version.lines() {
                    lines.entry(line).or_default().push((index, key));
                }
            }
            None => unversioned.push((index, key)),
        }
    }
    lines.into_values().chain([unversioned]).collect()
}

fn strays(dates: &[(usize, TimeKey)], slope: Slope) -> Vec<usize> {
    let values: Vec<TimeKey> = dates.iter().map(|&(_, key)| key).collect();
    let run = longest(&values, slope);
    let mut kept = run.into_iter().peekable();
    dates
        .iter()
        .enumerate()
        .filter(|(at, _)| kept.next_if_eq(at).is_none())
        .map(|(_, &(index, _))| index)
        .collect()
}
