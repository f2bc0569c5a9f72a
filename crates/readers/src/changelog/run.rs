//! The longest part of a row of values that is in order.

/// Which way values go, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slope {
    /// None is less than the one before.
    Rising,
    /// None is more than the one before.
    Falling,
}

/// Indices of a longest run that goes one way.
///
/// Of several the one is taken that keeps what was written earlier: time runs backwards in a
/// falling log.
pub(super) fn longest<T: Ord>(values: &[T], slope: Slope) -> Vec<usize> {
    if slope == Slope::Falling {
        let reversed: Vec<&T> = values.iter().rev().collect();
        let last = values.len().saturating_sub(1);
        return rising(&reversed).into_iter().rev().map(|at| last - at).collect();
    }
    rising(&values.iter().collect::<Vec<_>>())
}

/// The lexicographically first of the longest non-falling runs.
fn rising<T: Ord>(values: &[&T]) -> Vec<usize> {
    // By patience sorting from the end: how long a run can be that starts at each value.
    let mut starts: Vec<&T> = Vec::new();
    let mut lengths = vec![0; values.len()];
    for (at, value) in values.iter().enumerate().rev() {
        let longer = starts.partition_point(|start| start >= value);
        if longer == starts.len() {
            starts.push(value);
        } else {
            starts[longer] = value;
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
    use super::Slope::{Falling, Rising};
    use super::longest;

    #[test]
    fn the_longest_run_leaves_out_the_fewest() {
        assert_eq!(longest(&[1, 2, 9, 3, 4], Rising), [0, 1, 3, 4]);
        assert_eq!(longest(&[9, 5, 5, 7, 1], Falling), [0, 1, 2, 4]);
        assert_eq!(longest(&[1, 7, 5, 9], Rising), [0, 1, 3]);
        assert_eq!(longest(&[9, 5, 7], Falling), [0, 2]);
        assert_eq!(longest::<u8>(&[], Rising), Vec::<usize>::new());
    }
}
