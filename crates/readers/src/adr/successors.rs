//! What took a record's place.

use super::collection::Collection;
use super::graph::Edge;
use super::record::Record;
use super::relation::RelationKind;

impl Collection {
    /// What took a record's place: what is in force of that which says so, else what the record names itself. All
    /// are indices into the entries.
    pub fn successors(&self, index: usize) -> Vec<usize> {
        let edges = || self.superseding(index);
        let in_force: Vec<usize> =
            edges().map(|edge| edge.from).filter(|&newer| self.takes_effect(newer)).collect();
        if in_force.is_empty() {
            edges().filter(|edge| edge.backward.is_some()).map(|edge| edge.from).collect()
        } else {
            self.told_once(&in_force)
        }
    }

    /// What took the place of a part of a record and is in force, as indices into the entries.
    pub fn successors_in_part(&self, index: usize) -> Vec<usize> {
        let is_part =
            |edge: &&Edge| edge.kind == RelationKind::SupersedesInPart && edge.from != index;
        let newer = self.taking_place(index).filter(is_part).map(|edge| edge.from);
        self.told_once(&newer.filter(|&newer| self.takes_effect(newer)).collect::<Vec<_>>())
    }

    /// Records without those that another of them has in a file of its own: a document may repeat the decisions
    /// that it rests on, with their numbers and titles.
    fn told_once(&self, all: &[usize]) -> Vec<usize> {
        let record = |index: usize| &self.entries[index].record;
        let files = || all.iter().map(|&one| record(one)).filter(|one| one.anchor.is_none());
        let is_repeated =
            |this: &Record| this.anchor.is_some() && files().any(|file| is_same(file, this));
        all.iter().copied().filter(|&index| !is_repeated(record(index))).collect()
    }
}

fn is_same(one: &Record, other: &Record) -> bool {
    let numbers = [one, other].map(|record| record.id.as_ref().map(|id| &id.value));
    numbers[0].is_some() && numbers[0] == numbers[1] && one.shown_title() == other.shown_title()
}
