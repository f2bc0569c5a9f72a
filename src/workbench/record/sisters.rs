//! Directories beside each other that count their records in one series.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use readers::adr::name::Name;
use readers::adr::{Id, OwnWords, Record, directory, naming};
use text::link;
use words::date::Date;

use super::place::Places;
use super::shelf::Shelf;
use crate::workbench::WorkbenchError;
use crate::workbench::place::resolved;

/// The numbers of a directory.
pub(super) type Numbers = BTreeSet<u64>;

impl Shelf {
    /// The number after the largest in the directory itself, that of a file which cannot be read included, and of other
    /// directories that count in the same series.
    pub(super) fn next_number(&self, here: &[Record], date: Date) -> u64 {
        let unread = self.found.unreadable.iter().map(|(path, _)| path);
        let unread = unread.filter(|path| !path.contains('/'));
        let numbers = unread.filter_map(|path| Name::of(link::stem(path)).id?.number());
        let numbers = numbers.filter(|number| !naming::is_day(*number));
        let unread = numbers.max().map_or(0, |number| number.saturating_add(1));
        let next = naming::next_number_on(date, here).max(unread);
        if naming::is_day(next) {
            return next;
        }
        let here = here.iter().filter_map(plain_number).collect();
        let series = largest(&here, &self.sisters);
        next.max(series.map_or(0, |largest| largest.saturating_add(1)))
    }
}

/// The numbers of the other configured directories, one set a directory; of those in or around this one none.
pub(super) fn beside(
    places: &Places,
    directory: &Path,
    own: &OwnWords,
) -> Result<Vec<Numbers>, WorkbenchError> {
    let here = resolved(directory);
    let is_apart = |other: &&PathBuf| {
        let other = resolved(other);
        !other.starts_with(&here) && !here.starts_with(&other)
    };
    places.sisters.iter().filter(is_apart).map(|other| numbers(other, own)).collect()
}

fn numbers(directory: &Path, own: &OwnWords) -> Result<Numbers, WorkbenchError> {
    let unreadable = |source| WorkbenchError::Read { path: directory.to_owned(), source };
    let found = directory::read(directory, own).map_err(unreadable)?;
    let files = found.records.iter().filter(|one| one.anchor.is_none() && naming::is_direct(one));
    let numbers = files.filter_map(plain_number);
    Ok(numbers.filter(|number| !naming::is_day(*number)).collect())
}

/// The number of a record that has nothing else: `SEC-3` counts for its own word.
fn plain_number(record: &Record) -> Option<u64> {
    match record.id.as_ref()?.value {
        Id::Number(number) => Some(number),
        _ => None,
    }
}

/// The largest number of the series that a directory's numbers are of, where others go on in it; none where each counts
/// for itself.
pub(super) fn largest(here: &Numbers, others: &[Numbers]) -> Option<u64> {
    let mut left: Vec<&Numbers> = others.iter().filter(|other| !other.is_empty()).collect();
    let mut series = here.clone();
    // One without records yet counts as the others do if those do so together.
    if series.is_empty() {
        let first = left.pop().filter(|_| !left.is_empty())?;
        series.clone_from(first);
    }
    let before = left.len();
    while let Some(at) = left.iter().position(|other| is_one_series(&series, other)) {
        series.extend(left.remove(at));
    }
    let joined = if here.is_empty() { left.is_empty() } else { left.len() < before };
    series.last().copied().filter(|_| joined)
}

/// Whether two directories share one series: hardly a number is in both, and one goes on where the other has been. Two that
/// count for themselves share their first numbers, and two with ranges of their own lie apart.
fn is_one_series(here: &Numbers, other: &Numbers) -> bool {
    // Two branches that were merged may have taken the same number.
    const SLIPS: usize = 4;
    let both = here.intersection(other).count();
    let (Some(first), Some(last)) = (here.first(), here.last()) else { return false };
    let (Some(begin), Some(end)) = (other.first(), other.last()) else { return false };
    let follows = other.contains(&(last + 1)) || here.contains(&(end + 1));
    both * SLIPS <= here.len().min(other.len()) && (first < end && begin < last || follows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(here: &[u64], others: &[&[u64]]) -> Option<u64> {
        let set = |numbers: &[u64]| numbers.iter().copied().collect::<Numbers>();
        let others: Vec<Numbers> = others.iter().map(|other| set(other)).collect();
        largest(&set(here), &others)
    }

    #[test]
    fn directories_that_take_turns_count_together() {
        assert_eq!(next(&[1, 4, 6], &[&[2, 5], &[3, 7, 8]]), Some(8));
        assert_eq!(next(&[1, 2], &[&[3, 4]]), Some(4), "one goes on where the other ends");
        assert_eq!(next(&[], &[&[1, 4], &[2, 3, 5]]), Some(5), "a new one beside two that do");
        assert_eq!(next(&[1, 4, 6, 9], &[&[2, 3, 5, 9]]), Some(9), "one number was taken twice");
    }

    #[test]
    fn a_series_of_its_own_is_left_alone() {
        assert_eq!(next(&[1, 2, 3], &[&[1, 2, 3, 4, 5]]), None, "both begin with 1");
        assert_eq!(next(&[1], &[&[1, 2]]), None);
        assert_eq!(next(&[101, 102], &[&[201, 202, 203]]), None, "ranges of their own");
        assert_eq!(next(&[], &[&[1, 2]]), None, "one other shows no series of several");
        assert_eq!(next(&[], &[&[1, 2], &[1, 2, 3]]), None);
        assert_eq!(next(&[1, 2], &[]), None);
    }
}
