//! Where rows and lines stand.

use std::collections::BTreeMap;

use readers::adr::graph::Edge;
use readers::adr::relation::RelationKind;

use super::{APART, GAP, HEIGHT, MARGIN};

/// More lines side by side would leave no room for the words; further ones share their places.
const MAX_LANES: usize = 24;
/// What all lanes together may take.
const GUTTER: usize = 96;
/// How far apart lanes are where there are few.
const PITCH: usize = 14;

/// All places of a picture.
#[derive(Debug)]
pub(super) struct Layout {
    /// The upper edge of each record's row.
    pub(super) rows: BTreeMap<usize, usize>,
    /// The lines.
    pub(super) trunks: Vec<Trunk>,
    /// Where the rows end.
    pub(super) height: usize,
    lanes: usize,
}

/// One line from an older record to all that do the same to it.
#[derive(Debug)]
pub(super) struct Trunk {
    pub(super) older: usize,
    pub(super) kind: RelationKind,
    pub(super) newer: Vec<usize>,
    lane: usize,
}

impl Layout {
    /// One pass over records and edges for each step, and one of sorting.
    pub(super) fn of(edges: &[Edge]) -> Self {
        let groups = groups(edges);
        let mut rows = BTreeMap::new();
        let mut top = MARGIN;
        for (place, group) in groups.iter().enumerate() {
            top += if place > 0 { APART } else { 0 };
            for &index in group {
                rows.insert(index, top);
                top += HEIGHT + GAP;
            }
        }
        let mut trunks = trunks(edges);
        let lanes = lanes(&mut trunks, &rows);
        Self { rows, trunks, height: top, lanes }
    }

    /// Where the boxes begin.
    pub(super) fn left(&self) -> usize {
        MARGIN + self.lanes * self.pitch() + 12
    }

    /// Where a line runs.
    pub(super) fn lane(&self, trunk: &Trunk) -> usize {
        self.left() - 12 - trunk.lane * self.pitch()
    }

    fn pitch(&self) -> usize {
        (GUTTER / self.lanes.max(1)).min(PITCH)
    }
}

/// The edges with those that begin at one record and are of one kind together.
fn trunks(edges: &[Edge]) -> Vec<Trunk> {
    let mut newer: BTreeMap<(usize, RelationKind), Vec<usize>> = BTreeMap::new();
    for edge in edges {
        let (older, by) = match edge.kind {
            RelationKind::Related => (edge.from.min(edge.to), edge.from.max(edge.to)),
            _ => (edge.to, edge.from),
        };
        newer.entry((older, edge.kind)).or_default().push(by);
    }
    let trunk = |((older, kind), newer)| Trunk { older, kind, newer, lane: 0 };
    newer.into_iter().map(trunk).collect()
}

/// Gives each line the nearest lane that is free where it runs, short lines first; says how many are used.
fn lanes(trunks: &mut [Trunk], rows: &BTreeMap<usize, usize>) -> usize {
    let top = |index: &usize| rows.get(index).copied().unwrap_or_default();
    let reach = |trunk: &Trunk| {
        let ends = trunk.newer.iter().chain([&trunk.older]).map(top);
        (ends.clone().min().unwrap_or(0), ends.max().unwrap_or(0))
    };
    // What ends first lies inside what ends later, and so nearer to the boxes.
    trunks.sort_by_key(|trunk| {
        let (start, end) = reach(trunk);
        (end, std::cmp::Reverse(start))
    });
    let mut ends: Vec<usize> = Vec::new();
    for (place, trunk) in trunks.iter_mut().enumerate() {
        let (start, end) = reach(trunk);
        // A line arrives above the middle of a row and leaves below it.
        let free = ends.iter().position(|&taken| taken <= start);
        trunk.lane = free.unwrap_or_else(|| {
            if ends.len() < MAX_LANES {
                ends.push(0);
                return ends.len() - 1;
            }
            place % MAX_LANES
        });
        ends[trunk.lane] = ends[trunk.lane].max(end);
    }
    ends.len()
}

/// The connected records, in their order.
fn groups(edges: &[Edge]) -> Vec<Vec<usize>> {
    let mut group_of: BTreeMap<usize, usize> = BTreeMap::new();
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for edge in edges {
        let [mut a, mut b] = [edge.from, edge.to].map(|index| {
            *group_of.entry(index).or_insert_with(|| {
                groups.insert(index, vec![index]);
                index
            })
        });
        if a == b {
            continue;
        }
        // The smaller group moves: each record moves a few times at most.
        if groups.get(&a).map(Vec::len) > groups.get(&b).map(Vec::len) {
            (a, b) = (b, a);
        }
        for index in groups.remove(&a).unwrap_or_default() {
            group_of.insert(index, b);
            groups.entry(b).or_default().push(index);
        }
    }
    let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.sort_unstable();
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn edge(from: usize, to: usize, kind: RelationKind) -> Edge {
        Edge { from, to, kind, forward: None, backward: None }
    }

    #[test]
    fn what_hangs_together_stands_together_the_older_above() {
        let layout = Layout::of(&[
            edge(3, 1, RelationKind::Supersedes),
            edge(5, 3, RelationKind::Amends),
            edge(4, 2, RelationKind::Supersedes),
            edge(2, 4, RelationKind::Supersedes),
        ]);
        let mut by_row: Vec<(usize, usize)> =
            layout.rows.iter().map(|(&index, &top)| (top, index)).collect();
        by_row.sort_unstable();
        let order: Vec<usize> = by_row.into_iter().map(|(_, index)| index).collect();
        assert_eq!(order, [1, 3, 5, 2, 4]);
        assert_eq!(layout.rows[&2] - layout.rows[&5], HEIGHT + GAP + APART);
    }

    #[test]
    fn lines_that_run_side_by_side_have_lanes_of_their_own() {
        let layout = Layout::of(&[
            edge(1, 2, RelationKind::Related),
            edge(4, 1, RelationKind::Supersedes),
            edge(3, 2, RelationKind::Supersedes),
            edge(5, 1, RelationKind::Supersedes),
            edge(6, 5, RelationKind::Amends),
        ]);
        let of = |older, kind| {
            let mut trunks = layout.trunks.iter();
            trunks.find(|trunk| trunk.older == older && trunk.kind == kind).unwrap()
        };
        let outer = of(1, RelationKind::Supersedes);
        assert_eq!(outer.newer, [4, 5]);
        assert!(layout.lane(of(2, RelationKind::Supersedes)) > layout.lane(outer));
        let (first, last) = (of(1, RelationKind::Related), of(5, RelationKind::Amends));
        assert_eq!(layout.lane(first), layout.lane(last));
    }
}
