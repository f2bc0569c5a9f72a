//! How often things occur.

use std::collections::BTreeMap;

/// How often each of some things occurs.
pub fn tally<T: Ord>(all: impl IntoIterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    all.into_iter().for_each(|one| *counts.entry(one).or_default() += 1);
    counts
}

/// What occurs most often, and how often. Of several it is the last in their own order, so that the order in which they
/// were met does not matter.
pub fn commonest<T: Ord>(all: impl IntoIterator<Item = T>) -> Option<(T, usize)> {
    tally(all).into_iter().max_by_key(|&(_, count)| count)
}

#[cfg(test)]
mod tests {
    use super::commonest;

    #[test]
    fn of_several_the_last_is_the_commonest() {
        assert_eq!(commonest(["b", "a", "c", "b", "a"]), Some(("b", 2)));
        assert_eq!(commonest([0; 0]), None);
    }
}
