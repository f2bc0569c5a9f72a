//! What in the files belongs to which item.

use std::cmp::Reverse;
use std::collections::HashMap;

use text::source::{Place, Span};

/// Stretches of files, each with the item it belongs to.
#[derive(Default)]
pub(super) struct Owned(HashMap<String, Vec<Stretch>>);

struct Stretch {
    span: Span,
    item: usize,
    /// The stretch that has not ended where this one starts, by its index.
    around: Option<usize>,
}

impl Owned {
    /// Gathers stretches, each with its file.
    pub(super) fn new(owned: Vec<(String, Span, usize)>) -> Self {
        let mut files: HashMap<String, Vec<Stretch>> = HashMap::new();
        for (file, span, item) in owned {
            files.entry(file).or_default().push(Stretch { span, item, around: None });
        }
        for stretches in files.values_mut() {
            nest(stretches);
        }
        Self(files)
    }

    /// The items to whose text a place belongs, the innermost first.
    pub(super) fn of<'s>(&'s self, place: &'s Place) -> impl Iterator<Item = usize> + use<'s> {
        let all = self.0.get(place.source.path()).map(Vec::as_slice).unwrap_or_default();
        let begun = all.partition_point(|one| one.span.start <= place.span.start);
        let last = begun.checked_sub(1);
        let open = std::iter::successors(last, |&one| all[one].around).map(|one| &all[one]);
        open.filter(|one| one.span.contains(place.span)).map(|one| one.item)
    }
}

/// Puts stretches in order, and finds what is around each.
fn nest(stretches: &mut [Stretch]) {
    stretches.sort_by_key(|one| (one.span.start, Reverse(one.span.end)));
    let mut open: Vec<usize> = Vec::new();
    for index in 0..stretches.len() {
        let start = stretches[index].span.start;
        while open.last().is_some_and(|&one| stretches[one].span.end <= start) {
            open.pop();
        }
        stretches[index].around = open.last().copied();
        open.push(index);
    }
}

#[cfg(test)]
mod tests {
    use text::source::Source;

    use super::*;

    #[test]
    fn a_place_belongs_to_all_that_is_around_it() {
        let spans = [(0, 40), (30, 35), (5, 20), (6, 8), (10, 12), (50, 60)];
        let owned = spans.iter().enumerate();
        let owned =
            owned.map(|(item, &(start, end))| ("a.md".to_owned(), Span::new(start, end), item));
        let owned = Owned::new(owned.collect());
        let source = Source::new("a.md", "x".repeat(60));
        let of =
            |start, end| owned.of(&Place::new(&source, Span::new(start, end))).collect::<Vec<_>>();
        assert_eq!(of(11, 12), [4, 2, 0]);
        assert_eq!(of(11, 13), [2, 0]);
        assert_eq!(of(21, 22), [0]);
        assert_eq!(of(31, 32), [1, 0]);
        assert_eq!(of(45, 46), [0; 0]);
        assert_eq!(of(50, 51), [5]);
    }
}
