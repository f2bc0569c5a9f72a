//! Which end of a log is the newest, and which entries stand out of line.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use words::date::Date;

use super::entry::{Entry, Release};
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

/// The direction: that of the longest run of dates in order, oldest first where both runs are as
/// long; without dates, that of the versions; none where nothing tells.
pub fn of(entries: &[Entry]) -> Option<Direction> {
    let dates = keys(entries);
    if entries.len() == 1 {
        return Some(Direction::Single);
    }
    if dates.len() >= 2 {
        let values: Vec<Key> = dates.iter().map(|&(_, key)| key).collect();
        let rising = longest_run(&values, false).len();
        let falling = longest_run(&values, true).len();
        if values.iter().any(|value| *value != values[0]) {
            return Some(if falling > rising {
                Direction::NewestFirst
            } else {
                Direction::OldestFirst
            });
        }
    }
    by_version(entries)
}

fn by_version(entries: &[Entry]) -> Option<Direction> {
    let versions: Vec<Version> = entries
        .iter()
        .filter(|entry| entry.release != Release::Unreleased)
        .filter_map(|entry| Version::read(&entry.version.as_ref()?.text))
        .collect();
    let steps = versions.windows(2).map(|pair| pair[1].order(&pair[0]));
    let balance: i64 = steps
        .map(|step| match step {
            Ordering::Less => -1,
            Ordering::Equal => 0,
            Ordering::Greater => 1,
        })
        .sum();
    match balance.cmp(&0) {
        Ordering::Less => Some(Direction::NewestFirst),
        Ordering::Equal => None,
        Ordering::Greater => Some(Direction::OldestFirst),
    }
}

/// The entries outside the longest run in the log's direction, by index.
///
/// Of several longest runs the one is taken that leaves out what was written later. Releases are held
/// against those of their own line only: 8.5.1 may well be newer than 9.0.0.
pub fn out_of_line(log: &Log) -> Vec<usize> {
    let falling = match log.direction {
        Some(Direction::NewestFirst) => true,
        Some(Direction::OldestFirst) => false,
        Some(Direction::Single) | None => return Vec::new(),
    };
    let mut lines: BTreeMap<Vec<u64>, Vec<(usize, Key)>> = BTreeMap::new();
    for (index, key) in keys(&log.entries) {
        let version =
            log.entries[index].version.as_ref().filter(|_| log.subject == Subject::Releases);
        let version = version.and_then(|version| Version::read(&version.text));
        let line = version.map_or(Vec::new(), |version| version.line());
        lines.entry(line).or_default().push((index, key));
    }
    let mut strays: Vec<usize> = lines.values().flat_map(|line| strays(line, falling)).collect();
    strays.sort_unstable();
    strays
}

fn strays(dates: &[(usize, Key)], falling: bool) -> Vec<usize> {
    let values: Vec<Key> = dates.iter().map(|&(_, key)| key).collect();
    let run = longest_run(&values, falling);
    let mut kept = run.into_iter().peekable();
    dates
        .iter()
        .enumerate()
        .filter(|(at, _)| kept.next_if_eq(at).is_none())
        .map(|(_, &(index, _))| index)
        .collect()
}

/// Year, month, day; a month without a day takes the day of its neighbour in the same month.
type Key = (i16, u8, u8);

/// The entries that have a date, by index.
fn keys(entries: &[Entry]) -> Vec<(usize, Key)> {
    let dates: Vec<(usize, Date)> = entries
        .iter()
        .enumerate()
        .filter_map(|(index, entry)| Some((index, entry.on()?)))
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

/// Indices of a longest run that never falls; with `falling`, never rises.
///
/// Of several the one is taken that keeps what was written earlier: time runs backwards in a
/// falling log.
fn longest_run(values: &[Key], falling: bool) -> Vec<usize> {
    if falling {
        let reversed: Vec<Key> = values.iter().rev().copied().collect();
        let last = values.len().saturating_sub(1);
        return rising_run(&reversed).into_iter().rev().map(|at| last - at).collect();
    }
    rising_run(values)
}

/// The lexicographically first of the longest non-falling runs.
fn rising_run(values: &[Key]) -> Vec<usize> {
    // By patience sorting from the end: how long a run can be that starts at each value.
    let mut starts: Vec<Key> = Vec::new();
    let mut lengths = vec![0; values.len()];
    for (at, value) in values.iter().enumerate().rev() {
        let longer = starts.partition_point(|start| start >= value);
        if longer == starts.len() {
            starts.push(*value);
        } else {
            starts[longer] = *value;
        }
        lengths[at] = longer + 1;
    }
    let mut run: Vec<usize> = Vec::with_capacity(starts.len());
    for (at, value) in values.iter().enumerate() {
        let follows = run.last().is_none_or(|&last| values[last] <= *value);
        if follows && lengths[at] == starts.len() - run.len() {
            run.push(at);
        }
    }
    run
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_run_leaves_out_the_fewest() {
        let run = |days: &[u8], falling| {
            let values: Vec<Key> = days.iter().map(|&day| (2024, 1, day)).collect();
            longest_run(&values, falling)
        };
        assert_eq!(run(&[1, 2, 9, 3, 4], false), [0, 1, 3, 4]);
        assert_eq!(run(&[9, 5, 5, 7, 1], true), [0, 1, 2, 4]);
        assert_eq!(run(&[1, 7, 5, 9], false), [0, 1, 3]);
        assert_eq!(run(&[9, 5, 7], true), [0, 2]);
        assert_eq!(run(&[], false), Vec::<usize>::new());
    }
}
