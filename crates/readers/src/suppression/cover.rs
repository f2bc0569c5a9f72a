//! Which of many spans, nested or side by side, is the first to hold a place.

use std::collections::BTreeSet;

use text::source::Span;

/// The places where another span begins to be the first, in their order.
#[derive(Debug)]
pub(super) struct Cover(Vec<(usize, Option<usize>)>);

impl Cover {
    /// Of spans with their indexes; an end belongs to its span, as in [`Span::contains`].
    pub(super) fn of(spans: &[(Span, usize)]) -> Self {
        let begins = spans.iter().map(|&(span, index)| (span.start, index, true));
        let ends = spans.iter().map(|&(span, index)| (span.end + 1, index, false));
        let mut events: Vec<_> = begins.chain(ends).collect();
        events.sort_unstable();
        let mut open = BTreeSet::new();
        let mut steps: Vec<(usize, Option<usize>)> = Vec::new();
        for (at, index, begins) in events {
            if begins {
                open.insert(index);
            } else {
                open.remove(&index);
            }
            match steps.last_mut().filter(|step| step.0 == at) {
                Some(step) => step.1 = open.first().copied(),
                None => steps.push((at, open.first().copied())),
            }
        }
        Self(steps)
    }

    /// The least index whose span holds a place.
    pub(super) fn first_at(&self, place: usize) -> Option<usize> {
        let after = self.0.partition_point(|&(at, _)| at <= place);
        self.0[..after].last()?.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_that_holds_a_place_is_found_as_by_looking_at_each() {
        let spans: Vec<(Span, usize)> = (0..40)
            .map(|index| {
                let start = index * 7 % 30;
                (Span::new(start, start + index * 11 % 13), index)
            })
            .collect();
        let cover = Cover::of(&spans);
        for place in 0..60 {
            let first = spans.iter().find(|(span, _)| span.contains(Span::at(place)));
            assert_eq!(cover.first_at(place), first.map(|&(_, index)| index), "{place}");
        }
    }
}
