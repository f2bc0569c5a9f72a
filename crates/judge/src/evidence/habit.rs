//! What the records of a directory do, so that one is asked for what the others have.
//!
//! A convention is what a team does, not what a template says: where a quarter of the records leave
//! something out, leaving it out is no fault.

use std::collections::HashMap;
use std::hash::Hash;

use readers::adr::collection::Entry;
use readers::adr::{Collection, Record};

/// The fewest other records that show a habit.
const SHOWN_BY: usize = 4;

/// How many of the records that are compared have something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Share {
    all: usize,
    with: usize,
}

impl Share {
    /// One more record, which has it or not.
    pub(crate) fn count(&mut self, has: bool) {
        self.all += 1;
        self.with += usize::from(has);
    }

    /// What the others do, seen from one that lacks it.
    fn others(self) -> usize {
        self.all.saturating_sub(1)
    }

    /// Whether the others are enough to show a habit.
    pub(crate) fn shows_a_habit(self) -> bool {
        self.others() >= SHOWN_BY
    }

    /// Whether more than three quarters have what one lacks: of all, or of the others where they are few.
    pub(crate) fn is_usual(self) -> bool {
        let of = if self.shows_a_habit() { self.all } else { self.others() };
        self.with * 4 > of * 3
    }

    /// Whether half of a few, or fewer, have it, and another lacks it as well.
    pub(crate) fn is_split(self) -> bool {
        const FEWEST: usize = 4;
        self.all >= FEWEST && self.with * 2 <= self.all
    }

    /// Whether there are others, and none has it.
    pub(crate) fn is_never(self) -> bool {
        self.others() > 0 && self.with == 0
    }

    /// Whether fewer are compared than in another share.
    pub(crate) fn is_smaller(self, than: Self) -> bool {
        self.all < than.all
    }

    /// Whether more than half of the others have it.
    pub(crate) fn is_common(self) -> bool {
        self.with * 2 > self.others()
    }

    /// Whether more than half of all have it.
    pub(crate) fn is_most(self) -> bool {
        self.with * 2 > self.all
    }

    /// "52 of 60 records here do".
    pub(crate) fn note(self) -> String {
        let does = if self.with == 1 { "does" } else { "do" };
        format!("{} of {} records here {does}", self.with, self.all)
    }
}

/// Records that are compared, in the collection's order, and which of them have something.
#[derive(Debug)]
struct Group<'a> {
    records: Vec<(&'a Record, bool)>,
    share: Share,
}

/// What the records of each directory do, by what else they must have in common to be compared.
#[derive(Debug)]
pub(crate) struct Habits<'a, K> {
    groups: HashMap<(&'a str, K), Group<'a>>,
    everywhere: HashMap<K, Share>,
}

impl<'a, K: Copy + Eq + Hash> Habits<'a, K> {
    /// Measures the records that have a `kind`; `None` leaves one out.
    pub(crate) fn measure(
        records: &'a Collection,
        kind: impl Fn(&'a Record) -> Option<K>,
        has: impl Fn(&Record) -> bool,
    ) -> Self {
        let mut groups: HashMap<(&str, K), Group<'a>> = HashMap::new();
        let mut everywhere: HashMap<K, Share> = HashMap::new();
        for Entry { record, .. } in &records.entries {
            let Some(kind) = kind(record) else { continue };
            let new = || Group { records: Vec::new(), share: Share::default() };
            let group = groups.entry((record.shelf(), kind)).or_insert_with(new);
            let has = has(record);
            group.records.push((record, has));
            group.share.count(has);
            everywhere.entry(kind).or_default().count(has);
        }
        Self { groups, everywhere }
    }

    /// What is done beside a record of a kind.
    pub(crate) fn beside(&self, record: &'a Record, kind: K) -> Share {
        self.groups.get(&(record.shelf(), kind)).map(|group| group.share).unwrap_or_default()
    }

    /// What is done beside a record, or in the whole book where its directory holds too few to know.
    pub(crate) fn around(&self, record: &'a Record, kind: K) -> Share {
        let here = self.beside(record, kind);
        if here.shows_a_habit() {
            here
        } else {
            self.everywhere.get(&kind).copied().unwrap_or_default()
        }
    }

    /// Whether two of the three records before one and the three behind it leave it out as well: a series
    /// of another kind, or what a new template no longer asks for.
    pub(crate) fn is_in_a_run(&self, record: &'a Record, kind: K) -> bool {
        const NEAR: usize = 3;
        let Some(Group { records, .. }) = self.groups.get(&(record.shelf(), kind)) else {
            return false;
        };
        let Some(at) = records.iter().position(|&(other, _)| std::ptr::eq(other, record)) else {
            return false;
        };
        let near = &records[at.saturating_sub(NEAR)..records.len().min(at + NEAR + 1)];
        let lacking = near.iter().filter(|(_, has)| !has).count().saturating_sub(1);
        lacking >= 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_quarters_of_the_others_make_a_habit() {
        let share = |all, with| Share { all, with };
        assert!(share(75, 57).is_usual() && share(5, 4).is_usual() && !share(5, 3).is_usual());
        assert!(share(5, 4).shows_a_habit() && !share(4, 3).shows_a_habit());
        assert!(!share(1, 0).is_usual(), "nobody is beside it");
        assert!(share(4, 2).is_split() && !share(4, 3).is_split() && !share(2, 1).is_split());
        assert_eq!(share(60, 52).note(), "52 of 60 records here do");
    }
}
