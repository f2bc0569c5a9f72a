//! What the records of a collection are to each other, with who says so.

use std::collections::{BTreeMap, BTreeSet};

use text::source::Span;

use super::record::Record;
use super::relation::{RelationKind, Target};

/// A relation between two records, stated by one of them or by both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The record that supersedes, amends or points; an index into the entries.
    pub from: usize,
    /// The other one.
    pub to: usize,
    /// Never a passive one.
    pub kind: RelationKind,
    /// Where `from` says so.
    pub forward: Option<Span>,
    /// Where `to` says so.
    pub backward: Option<Span>,
}

/// All relations whose other side is a record of the collection, each once.
/// `resolve` gives the record that a reference from another one means.
pub(super) fn edges<'r>(
    records: impl Iterator<Item = &'r Record>,
    resolve: impl Fn(&Record, &Target) -> Option<usize>,
) -> Vec<Edge> {
    let mut edges: BTreeMap<(usize, usize, RelationKind), Edge> = BTreeMap::new();
    for (index, record) in records.enumerate() {
        for relation in &record.relations {
            let Some(other) = resolve(record, &relation.target) else { continue };
            let (from, to, kind) = match relation.kind {
                kind if kind.is_passive() => (other, index, kind.inverse()),
                RelationKind::Related => (index.min(other), index.max(other), relation.kind),
                kind => (index, other, kind),
            };
            let new = Edge { from, to, kind, forward: None, backward: None };
            let edge = edges.entry((from, to, kind)).or_insert(new);
            let side = if from == index { &mut edge.forward } else { &mut edge.backward };
            side.get_or_insert(relation.span);
        }
    }
    join_parts(&mut edges);
    edges.into_values().collect()
}

/// The edges without those that a translation repeats; `original` gives the record that one translates.
pub(super) fn without_translated(
    mut edges: Vec<Edge>,
    original: impl Fn(usize) -> Option<usize>,
) -> Vec<Edge> {
    let known: BTreeSet<(usize, usize, RelationKind)> =
        edges.iter().map(|edge| (edge.from, edge.to, edge.kind)).collect();
    edges.retain(|edge| {
        let repeated =
            original(edge.from).is_some_and(|from| known.contains(&(from, edge.to, edge.kind)));
        !repeated || original(edge.to).is_some()
    });
    edges
}

/// Where one side says "in part" and the other only "supersedes", it is a part.
fn join_parts(edges: &mut BTreeMap<(usize, usize, RelationKind), Edge>) {
    let whole = edges.keys().filter(|(.., kind)| *kind == RelationKind::Supersedes).copied();
    for (from, to, kind) in whole.collect::<Vec<_>>() {
        if let Some(part) = edges.get(&(from, to, kind.in_part())).copied()
            && let Some(whole) = edges.remove(&(from, to, kind))
        {
            let forward = part.forward.or(whole.forward);
            let backward = part.backward.or(whole.backward);
            edges.insert((from, to, part.kind), Edge { forward, backward, ..part });
        }
    }
}

/// The circles among the supersessions, each from its first record on.
pub(super) fn cycles<'e>(edges: impl Iterator<Item = &'e Edge>) -> Vec<Vec<usize>> {
    let mut next: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for edge in edges.filter(|edge| edge.kind == RelationKind::Supersedes) {
        next.entry(edge.from).or_default().insert(edge.to);
    }
    peel(&mut next);
    let mut cycles = Vec::new();
    let mut done = BTreeSet::new();
    for &start in next.keys() {
        let mut walked = Vec::new();
        let mut at = start;
        while done.insert(at) {
            walked.push(at);
            // Whatever is left leads on to something that is left.
            let Some(&onward) = next.get(&at).and_then(BTreeSet::first) else { break };
            at = onward;
        }
        if let Some(first) = walked.iter().position(|&index| index == at) {
            let mut cycle = walked.split_off(first);
            let least = cycle.iter().min().copied();
            let position = cycle.iter().position(|&index| Some(index) == least);
            cycle.rotate_left(position.unwrap_or(0));
            cycles.push(cycle);
        }
    }
    cycles
}

/// Takes out what leads nowhere, until only circles and the ways into them are left.
fn peel(next: &mut BTreeMap<usize, BTreeSet<usize>>) {
    let mut before: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (&from, targets) in next.iter() {
        for &to in targets {
            before.entry(to).or_default().push(from);
        }
    }
    let mut ends: Vec<usize> =
        before.keys().copied().filter(|index| !next.contains_key(index)).collect();
    while let Some(end) = ends.pop() {
        for from in before.remove(&end).unwrap_or_default() {
            let Some(targets) = next.get_mut(&from) else { continue };
            targets.remove(&end);
            if targets.is_empty() {
                next.remove(&from);
                ends.push(from);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_are_found_and_chains_are_not() {
        let edge = |(from, to)| Edge {
            from,
            to,
            kind: RelationKind::Supersedes,
            forward: None,
            backward: None,
        };
        let of = |pairs: &[(usize, usize)]| {
            cycles(pairs.iter().copied().map(edge).collect::<Vec<_>>().iter())
        };
        assert!(of(&[(2, 1), (3, 2), (3, 1)]).is_empty());
        assert_eq!(of(&[(5, 4), (4, 3), (3, 4), (3, 1)]), [[3, 4]]);
        assert_eq!(of(&[(1, 1)]), [[1]]);
        assert_eq!(of(&[(3, 1), (1, 2), (2, 3)]), [[1, 2, 3]]);
    }
}
