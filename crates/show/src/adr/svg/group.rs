//! Records that hang together: their rows, and the lines beside them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

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
    pub(super) newer: Vec<usize>,
    /// How far from the boxes it runs.
    pub(super) lane: usize,
}

impl Trunk {
    /// Where it begins and ends, in halves of rows: it arrives in the upper half of a row, and leaves in the lower one.
    fn reach(&self) -> (usize, usize) {
        let leaves = self.older * 2 + 1;
        let arrives = self.newer.iter().map(|newer| newer * 2);
        (arrives.clone().fold(leaves, usize::min), arrives.fold(leaves, usize::max))
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

    /// How many lines run side by side.
    pub(super) fn lanes(&self) -> usize {
        self.trunks.iter().map(|trunk| trunk.lane + 1).max().unwrap_or_default()
    }
}

/// The edges with those that begin at one record and are of one kind together.
fn trunks(edges: &[Edge], records: &[usize]) -> Vec<Trunk> {
    let row = |record: usize| records.partition_point(|&other| other < record);
    let mut newer: BTreeMap<(usize, RelationKind), Vec<usize>> = BTreeMap::new();
    for edge in edges {
        let (older, by) = match edge.kind {
            RelationKind::Related => (edge.from.min(edge.to), edge.from.max(edge.to)),
            _ => (edge.to, edge.from),
        };
        newer.entry((row(older), edge.kind)).or_default().push(row(by));
    }
    let trunk = |((older, kind), newer)| Trunk { older, kind, newer, lane: 0 };
    newer.into_iter().map(trunk).collect()
}

/// Gives each line the nearest lane that is free where it runs, short lines first. Where there are many times more than
/// can be told apart, the further ones share theirs.
fn lanes(trunks: &mut [Trunk]) {
    // What ends first lies inside what ends later, and so nearer to the boxes.
    trunks.sort_by_key(|trunk| {
        let (start, end) = trunk.reach();
        (end, Reverse(start))
    });
    let mut ends: Vec<usize> = Vec::new();
    for (place, trunk) in trunks.iter_mut().enumerate() {
        let (start, end) = trunk.reach();
        let free = ends.iter().position(|&taken| taken <= start);
        trunk.lane = free.unwrap_or_else(|| {
            if ends.len() <= MAX_LANES {
                ends.push(0);
                return ends.len() - 1;
            }
            place % ends.len()
        });
        ends[trunk.lane] = ends[trunk.lane].max(end);
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
