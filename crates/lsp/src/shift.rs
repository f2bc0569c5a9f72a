//! How far a text has moved on since it was read: what was found in the one is looked for in the other.

use text::source::{Span, floor_boundary};

/// Two states of a text that differ in one piece. What lies before and behind it is the same in both.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextShift {
    /// The piece as it was.
    was: Span,
    /// The piece as it is.
    is: Span,
}

impl TextShift {
    /// From one state to a later one.
    pub(crate) fn between(was: &str, is: &str) -> Self {
        let same = |(a, b): &(u8, u8)| a == b;
        let before = was.bytes().zip(is.bytes()).take_while(same).count();
        // Both have the same bytes before it, so what is a boundary in the one is one in the other.
        let start = floor_boundary(was, before);
        let rest = (was.len().min(is.len())) - start;
        let pairs = was.bytes().rev().zip(is.bytes().rev()).take(rest);
        let mut after = pairs.take_while(same).count();
        while !was.is_char_boundary(was.len() - after) {
            after -= 1;
        }
        Self { was: Span::new(start, was.len() - after), is: Span::new(start, is.len() - after) }
    }

    /// Where a place of the earlier text lies in the later one; none where anything of it was changed.
    pub(crate) fn unchanged(self, place: Span) -> Option<Span> {
        moved(place, self.was, self.is)
    }

    /// The same for a place that may have been written in, as long as its ends are where they were: a section
    /// is the same section while somebody writes it.
    pub(crate) fn forward(self, place: Span) -> Option<Span> {
        let grown = || Span::new(place.start, place.end - self.was.len() + self.is.len());
        self.unchanged(place).or_else(|| place.contains(self.was).then(grown))
    }

    /// Where an offset of the later text lay in the earlier one; none inside of what is new.
    pub(crate) fn back(self, offset: usize) -> Option<usize> {
        moved(Span::at(offset), self.is, self.was).map(|span| span.start)
    }
}

/// Where a place lies when one piece of its text became another.
fn moved(place: Span, from: Span, to: Span) -> Option<Span> {
    let shift = |offset: usize| offset - from.end + to.end;
    if place.end <= from.start {
        Some(place)
    } else if place.start >= from.end {
        Some(Span::new(shift(place.start), shift(place.end)))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_was_written_over_is_gone_and_the_rest_is_found() {
        let (was, is) = ("# A\n\nOld text.\n\n# B\n", "# A\n\nNew and longer text.\n\n# B\n");
        let shift = TextShift::between(was, is);
        let place = |words: &str| {
            let at = was.find(words).unwrap();
            Span::new(at, at + words.len())
        };
        let moved = |words: &str| shift.forward(place(words)).map(|span| &is[span.range()]);
        assert_eq!(moved("# A"), Some("# A"));
        assert_eq!(moved("# B"), Some("# B"));
        assert_eq!(moved("Old text."), Some("New and longer text."));
        assert_eq!(shift.unchanged(place("Old text.")), None);
        assert_eq!(moved("A\n\nO"), None);
        assert_eq!(shift.back(is.find("# B").unwrap()), was.find("# B"));
        assert_eq!(shift.back(is.find("and").unwrap()), None);
    }

    proptest! {
        #[test]
        fn moved_places_are_good(was in "[aä😀\n]{0,12}", is in "[aä😀\n]{0,12}", a in 0..40_usize, b in 0..40_usize) {
            let shift = TextShift::between(&was, &is);
            let (a, b) = (floor_boundary(&was, a), floor_boundary(&was, b));
            if let Some(span) = shift.forward(Span::new(a.min(b), a.max(b))) {
                prop_assert!(is.get(span.range()).is_some());
            }
            if let Some(back) = shift.back(floor_boundary(&is, a)) {
                prop_assert!(was.is_char_boundary(back));
            }
        }
    }
}
