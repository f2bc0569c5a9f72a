//! Stretches of a statement in which no words are read: dates, names in links, shortcodes of emoji.

use std::ops::Range;

/// Such stretches, sorted and joined: a hostile line has thousands of them.
pub(super) struct Hidden(Vec<Range<usize>>);

impl Hidden {
    pub(super) fn of(ranges: impl IntoIterator<Item = Range<usize>>) -> Self {
        let mut sorted: Vec<Range<usize>> = ranges.into_iter().collect();
        sorted.sort_by_key(|range| range.start);
        sorted.dedup_by(|range, before| {
            let joins = range.start <= before.end;
            before.end = if joins { before.end.max(range.end) } else { before.end };
            joins
        });
        Self(sorted)
    }

    /// Whether a byte lies in one.
    pub(super) fn covers(&self, at: usize) -> bool {
        let begun = self.0.partition_point(|range| range.start <= at);
        begun.checked_sub(1).is_some_and(|last| at < self.0[last].end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_may_touch_and_overlap() {
        let hidden = Hidden::of([8..9, 1..3, 2..4, 4..5]);
        let covered: Vec<usize> = (0..10).filter(|&at| hidden.covers(at)).collect();
        assert_eq!(covered, [1, 2, 3, 4, 8]);
    }
}
