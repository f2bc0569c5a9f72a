//! Records that hang together: their rows, and the lines beside them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use readers::adr::graph::Edge;
use readers::adr::relation::RelationKind;

/// More lines side by side are not told apart.
pub(super) const MAX_LANES: usize = 12;

#[derive(Debug)]
pub(super) struct Group {
    /// The record of each row, the older ones above.
    pub(super) records: Vec<usize>,
    /// The lines.
    pub(super) trunks: Vec<Trunk>,
}

/// One line from an older record to all that do the same to it; records go by their rows.
#[derive(Debug)]
pub(super) struct Trunk {
    pub(super) older: usize,
    pub(super) kind: RelationKind,
    /// From above to below.
    pub(super) newer: Vec<usize>,
    /// How far from the boxes it runs.
    pub(super) lane: usize,
}

impl Trunk {
    /// The rows that it runs beside.
    pub(super) fn rows(&self) -> RangeInclusive<usize> {
        let ends = [self.newer.first(), self.newer.last()].into_iter().flatten();
        let (first, last) = ends.fold((self.older, self.older), |(first, last), &newer| {
            (first.min(newer), last.max(newer))
        });
        first..=last
    }

    /// Where it begins and ends, in halves of rows: it arrives in the upper half of a row, and leaves in the lower one.
    fn reach(&self) -> (usize, usize) {
        let leaves = self.older * 2 + 1;
        let ends = [self.newer.first(), self.newer.last()].into_iter().flatten();
        ends.fold((leaves, leaves), |(start, end), newer| {
            (start.min(newer * 2), end.max(newer * 2))
        })
    }
}

impl Group {
    /// The rows and lines of these edges.
    pub(super) fn of(edges: &[Edge]) -> Self {
        let mut records: Vec<usize> = edges.iter().flat_map(|edge| [edge.from, edge.to]).collect();
        records.sort_unstable();
        records.dedup();
        let mut trunks = trunks(edges, &records);
        lanes(&mut trunks);
        Self { records, trunks }
    }

    /// Its edges with a lane and those without one.
    pub(super) fn with_lane(&self, edges: Vec<Edge>) -> (Vec<Edge>, Vec<Edge>) {
        let has_lane = self.trunks.iter().filter(|trunk| trunk.lane < MAX_LANES);
        let has_lane: BTreeSet<(usize, RelationKind)> =
            has_lane.map(|trunk| (self.records[trunk.older], trunk.kind)).collect();
        edges.into_iter().partition(|edge| has_lane.contains(&(ends(edge).0, edge.kind)))
    }

    /// How many relations its lines stand for.
    pub(super) fn relations(&self) -> usize {
        self.trunks.iter().map(|trunk| trunk.newer.len()).sum()
    }

    /// How many lanes its lines need: more than [`MAX_LANES`] where there is no lane for some.
    pub(super) fn lanes(&self) -> usize {
        self.trunks.iter().map(|trunk| trunk.lane + 1).max().unwrap_or_default()
    }
}

/// The older record and the newer one.
fn ends(edge: &Edge) -> (usize, usize) {
    match edge.kind {
        RelationKind::Related => (edge.from.min(edge.to), edge.from.max(edge.to)),
        _ => (edge.to, edge.from),
    }
}

/// The edges with those that begin at one record and are of one kind together.
fn trunks(edges: &[Edge], records: &[usize]) -> Vec<Trunk> {
    let row = |record: usize| records.partition_point(|&other| other < record);
    let mut newer: BTreeMap<(usize, RelationKind), Vec<usize>> = BTreeMap::new();
    for edge in edges {
        let (older, by) = ends(edge);
        newer.entry((row(older), edge.kind)).or_default().push(row(by));
    }
    let trunk = |((older, kind), mut newer): (_, Vec<usize>)| {
        newer.sort_unstable();
        Trunk { older, kind, newer, lane: 0 }
    };
    newer.into_iter().map(trunk).collect()
}

/// Gives each line the nearest lane that is free where it runs, short lines first; those for which none is left get the one
/// behind the last.
fn lanes(trunks: &mut [Trunk]) {
    // What ends first lies inside what ends later, and so nearer to the boxes.
    trunks.sort_by_key(|trunk| {
        let (start, end) = trunk.reach();
        (end, Reverse(start))
    });
    let mut ends: Vec<usize> = Vec::new();
    for trunk in trunks {
        let (start, end) = trunk.reach();
        trunk.lane = ends.iter().position(|&taken| taken <= start).unwrap_or(ends.len());
        if let Some(taken) = ends.get_mut(trunk.lane) {
            *taken = end;
        } else if ends.len() < MAX_LANES {
            ends.push(end);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn edge(from: usize, to: usize, kind: RelationKind) -> Edge {
        Edge { from, to, kind, forward: None, backward: None }
    }

    #[test]
    fn lines_that_lead_up_one_after_the_other_do_not_run_into_each_other() {
        let chain = |pairs: [(usize, usize); 2]| {
            Group::of(&pairs.map(|(from, to)| edge(from, to, RelationKind::Supersedes))).lanes()
        };
        assert_eq!(chain([(1, 0), (2, 1)]), 1);
        assert_eq!(chain([(0, 1), (1, 2)]), 2);
    }

    #[test]
    fn lines_that_run_side_by_side_have_lanes_of_their_own() {
        let group = Group::of(&[
            edge(1, 2, RelationKind::Related),
            edge(4, 1, RelationKind::Supersedes),
            edge(3, 2, RelationKind::Supersedes),
            edge(5, 1, RelationKind::Supersedes),
            edge(6, 5, RelationKind::Amends),
        ]);
        let of = |older, kind| {
            let mut trunks = group.trunks.iter();
            trunks.find(|trunk| trunk.older == older && trunk.kind == kind).unwrap()
        };
        let outer = of(0, RelationKind::Supersedes);
        assert_eq!(outer.newer, [3, 4]);
        assert!(of(1, RelationKind::Supersedes).lane < outer.lane);
        let (first, last) = (of(0, RelationKind::Related), of(4, RelationKind::Amends));
        assert_eq!(first.lane, last.lane);
        assert_eq!(group.lanes(), 2);
    }
}
