//! Where rows and lines stand, and which lines there is room for.

use std::collections::BTreeMap;

use readers::adr::graph::Edge;
use readers::adr::relation::RelationKind;

use super::group::{Group, MAX_LANES};

/// Rows of more records are nothing to look at, and make a page heavy.
const MAX_ROWS: usize = 250;
/// Before the outermost lane.
const MARGIN: usize = 4;

/// What all lanes together may take.
const GUTTER: usize = 96;
/// How far apart lanes are where there are few.
const PITCH: usize = 14;
/// Between the innermost lane and the boxes.
const INNER: usize = 12;

/// All places of a picture.
#[derive(Debug)]
pub(super) struct Layout {
    /// What hangs together, in the order of the records.
    pub(super) groups: Vec<Group>,
    /// How many relations have no line: more would be a wall of lines.
    pub(super) left_out: usize,
}

impl Layout {
    /// Where the lines or rows of a group would be too many, the relations that say least are left out, and what still hangs
    /// together is a group; where all say the same, the lines for which there is no lane. Each step is one pass over records
    /// and edges, or one of sorting, and there are few more steps than kinds. Groups for which there is no room any more
    /// are left out as well.
    pub(super) fn of(edges: &[Edge]) -> Self {
        let mut left_out = 0;
        let mut groups = Vec::new();
        let mut waiting = vec![edges.to_vec()];
        while let Some(edges) = waiting.pop() {
            for edges in connected(&edges) {
                let group = Group::of(&edges);
                let least = edges.iter().map(|edge| says(edge.kind)).min();
                let (more, least): (Vec<Edge>, Vec<Edge>) =
                    edges.into_iter().partition(|edge| Some(says(edge.kind)) > least);
                let has_room = group.records.len() <= MAX_ROWS;
                if has_room && group.lanes() <= MAX_LANES {
                    groups.push(group);
                } else if !more.is_empty() {
                    left_out += least.len();
                    waiting.push(more);
                } else if has_room {
                    let (kept, crowded) = group.with_lane(least);
                    left_out += crowded.len();
                    waiting.push(kept);
                } else {
                    left_out += least.len();
                }
            }
        }
        groups.sort_unstable_by(|a, b| a.records.cmp(&b.records));
        let mut rows = 0;
        groups.retain(|group| {
            let all = rows + group.records.len();
            let has_room = all <= MAX_ROWS;
            if has_room {
                rows = all;
            } else {
                left_out += group.relations();
            }
            has_room
        });
        Self { groups, left_out }
    }

    /// The records that the picture shows, group by group.
    pub(super) fn records(&self) -> impl Iterator<Item = usize> {
        self.groups.iter().flat_map(|group| group.records.iter().copied())
    }

    /// The kinds of lines that it has.
    pub(super) fn kinds(&self) -> impl Iterator<Item = RelationKind> {
        self.groups.iter().flat_map(|group| group.trunks.iter().map(|trunk| trunk.kind))
    }
}

/// The lanes beside the boxes of a group, as many as it needs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gutter {
    lanes: usize,
}

impl Gutter {
    pub(super) fn of(group: &Group) -> Self {
        Self { lanes: group.lanes() }
    }

    /// Where the boxes begin.
    pub(super) fn left(self) -> usize {
        MARGIN + self.lanes * self.pitch() + INNER
    }

    /// Where a line in a lane runs.
    pub(super) fn lane(self, lane: usize) -> usize {
        self.left() - INNER - lane * self.pitch()
    }

    fn pitch(self) -> usize {
        (GUTTER / self.lanes.max(1)).min(PITCH)
    }
}

/// How much a relation says: whether a decision is in force, what it says now, or where to read on.
const fn says(kind: RelationKind) -> u8 {
    match kind {
        RelationKind::Related => 0,
        RelationKind::Amends
        | RelationKind::AmendedBy
        | RelationKind::Extends
        | RelationKind::ExtendedBy => 1,
        _ => 2,
    }
}

/// The edges of each set of records that hang together.
fn connected(edges: &[Edge]) -> impl Iterator<Item = Vec<Edge>> {
    let mut set_of: BTreeMap<usize, usize> = BTreeMap::new();
    let mut sets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for edge in edges {
        let [mut a, mut b] = [edge.from, edge.to].map(|index| {
            *set_of.entry(index).or_insert_with(|| {
                sets.insert(index, vec![index]);
                index
            })
        });
        if a == b {
            continue;
        }
        // The smaller set moves: each record moves a few times at most.
        if sets.get(&a).map(Vec::len) > sets.get(&b).map(Vec::len) {
            (a, b) = (b, a);
        }
        for index in sets.remove(&a).unwrap_or_default() {
            set_of.insert(index, b);
            sets.entry(b).or_default().push(index);
        }
    }
    let mut of_set: BTreeMap<Option<usize>, Vec<Edge>> = BTreeMap::new();
    for edge in edges {
        of_set.entry(set_of.get(&edge.from).copied()).or_default().push(*edge);
    }
    of_set.into_values()
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn edge(from: usize, to: usize, kind: RelationKind) -> Edge {
        Edge { from, to, kind, forward: None, backward: None }
    }

    fn records(layout: &Layout) -> Vec<&[usize]> {
        layout.groups.iter().map(|group| group.records.as_slice()).collect()
    }

    #[test]
    fn what_hangs_together_stands_together_the_older_above() {
        let layout = Layout::of(&[
            edge(3, 1, RelationKind::Supersedes),
            edge(5, 3, RelationKind::Amends),
            edge(4, 2, RelationKind::Supersedes),
            edge(2, 4, RelationKind::Supersedes),
        ]);
        assert_eq!(records(&layout), [[1, 3, 5].as_slice(), &[2, 4]]);
        assert_eq!(layout.left_out, 0);
    }

    #[test]
    fn where_all_lines_say_the_same_those_without_a_lane_are_left_out() {
        let edges: Vec<Edge> =
            (0..20).map(|older| edge(older, older + 20, RelationKind::Related)).collect();
        let joined = (0..20).map(|newer| edge(newer + 20, 40, RelationKind::Related));
        let edges: Vec<Edge> = edges.into_iter().chain(joined).collect();
        let layout = Layout::of(&edges);
        let drawn: usize = layout.groups.iter().map(Group::relations).sum();
        assert!(layout.groups.iter().all(|group| group.lanes() <= MAX_LANES));
        assert!(drawn > 0 && layout.left_out > 0);
        assert_eq!(drawn + layout.left_out, edges.len());
    }

    #[test]
    fn more_rows_than_anybody_reads_are_left_to_the_list() {
        let chain = |from: usize, kind| (from..from + MAX_ROWS).map(move |a| edge(a + 1, a, kind));
        let mut edges: Vec<Edge> = chain(0, RelationKind::Related).collect();
        assert_eq!(records(&Layout::of(&edges)), [[0; 0]; 0]);
        edges.push(edge(7, 2, RelationKind::Supersedes));
        edges.extend((1_000..1_400).step_by(2).map(|a| edge(a + 1, a, RelationKind::Amends)));
        let layout = Layout::of(&edges);
        assert_eq!(layout.records().count(), MAX_ROWS);
        assert_eq!(layout.groups[0].records, [2, 7]);
        let drawn: usize = layout.groups.iter().map(Group::relations).sum();
        assert_eq!(drawn + layout.left_out, edges.len());
    }

    #[test]
    fn a_wall_of_lines_is_thinned_to_what_says_most() {
        // Each record of a crowd points to all before it; two of them supersede one.
        let pointing = (0..12).flat_map(|a| (0..a).map(move |b| edge(b, a, RelationKind::Related)));
        let mut edges: Vec<Edge> = pointing.collect();
        let crowd = edges.len();
        assert_eq!(Layout::of(&edges[..crowd]).left_out, 0, "each record's lines are one");
        let crossing = (12..40).map(|older| edge(older, older + 30, RelationKind::Related));
        edges.extend(crossing.chain((12..69).map(|a| edge(a, a + 1, RelationKind::Related))));
        edges.extend([edge(7, 3, RelationKind::Supersedes), edge(30, 20, RelationKind::Amends)]);
        edges.push(edge(12, 11, RelationKind::Related));
        edges.push(edge(90, 80, RelationKind::Related));
        let layout = Layout::of(&edges);
        assert_eq!(records(&layout), [[3, 7].as_slice(), &[20, 30], &[80, 90]]);
        assert_eq!(layout.left_out, edges.len() - 3);
    }
}
