//! Gives each section its heading: chapters first, so that sub-sections know their parent.

use std::collections::HashMap;

use crate::template::key::is_typo;
use crate::template::{Need, Template};

use super::node::{Node, NodeKind};
use super::score::{Candidate, ENOUGH, Index, Match, score};
use super::{Binding, Hit};

/// Titles of tables of contents: what stands below repeats the chapters.
const CONTENTS: [&str; 14] = [
    "table of contents",
    "contents",
    "content",
    "toc",
    "inhaltsverzeichnis",
    "inhalt",
    "sommaire",
    "table des matieres",
    "indice",
    "sumario",
    "оглавление",
    "содержание",
    "目录",
    "目次",
];

pub(super) fn assign(binding: &mut Binding, index: &Index) {
    title(binding);
    let template = std::sync::Arc::clone(&binding.template);
    let candidates: Vec<Candidate> = (0..binding.tree.nodes.len())
        .filter(|&node| binding.served(node).is_empty() && !in_contents(binding, node))
        .flat_map(|node| index.candidates(node, &binding.tree.nodes[node]))
        .collect();
    let depths = depths(&template);
    let deepest = depths.iter().copied().max().unwrap_or(0);
    for depth in 0..=deepest {
        let at_depth = candidates.iter().filter(|c| depths[c.section] == depth);
        round(binding, at_depth.copied().collect(), &candidates);
    }
}

/// The depth of each section, from that of the one above it.
fn depths(template: &Template) -> Vec<usize> {
    let mut depths: Vec<usize> = Vec::with_capacity(template.sections.len());
    for section in &template.sections {
        let above = section.parent.filter(|&parent| !template.is_title(parent));
        depths.push(above.map_or(0, |parent| depths[parent] + 1));
    }
    depths
}

/// The document's own heading: its only H1, or the first when it is no chapter's.
fn title(binding: &mut Binding) {
    if binding.template.sections.is_empty() || !binding.template.is_title(0) {
        return;
    }
    let nodes = &binding.tree.nodes;
    let Some(first) = nodes.iter().position(|node| node.kind == NodeKind::Heading) else { return };
    let others = nodes[first + 1..].iter().filter(|node| node.level == 1).count();
    let is_chapter = others > 1
        && nodes[first].keys.first().is_some_and(|key| {
            binding.template.sections[1..].iter().any(|section| section.keys.contains(key))
        });
    let is_contents = is_contents(&nodes[first]);
    if nodes[first].level == 1 && !is_chapter && !is_contents {
        binding.bind(0, first, Match::DocumentTitle);
    }
}

fn in_contents(binding: &Binding, node: usize) -> bool {
    let nodes = &binding.tree.nodes;
    is_contents(&nodes[node])
        || binding.tree.ancestors(node).any(|above| is_contents(&nodes[above]))
}

fn is_contents(node: &Node) -> bool {
    node.keys.first().is_some_and(|key| CONTENTS.contains(&key.text.as_str()))
}

/// Binds the sections of one depth, the best fitting heading first.
fn round(binding: &mut Binding, candidates: Vec<Candidate>, all: &[Candidate]) {
    let mut scored: Vec<(i32, Candidate)> = candidates
        .into_iter()
        .map(|candidate| (score(binding, candidate), candidate))
        .filter(|&(points, _)| points >= ENOUGH)
        .collect();
    without_inner(binding, &mut scored);
    scored.sort_by_key(|&(points, candidate)| (-points, candidate.node, candidate.section));
    for (_, candidate) in scored {
        let Candidate { node, section, how } = candidate;
        let taken = binding.served(node);
        let shares = how == Match::Conjunct
            && taken.iter().all(|&other| {
                binding.hits[other].iter().any(|hit| hit.node == node && hit.how == how)
            });
        if !(taken.is_empty() || shares) || better_elsewhere(binding, candidate, all) {
            continue;
        }
        match binding.hits[section].first().copied() {
            None => binding.bind(section, node, how),
            Some(first) => again(binding, candidate, first),
        }
    }
}

/// How much better than the heading around it a heading must be to be the section in its stead.
const INNER: i32 = 12;

/// Drops headings inside another that fits the same section about as well: "Quality Scenarios" below
/// "Quality" is part of that chapter, on whichever level the chapters are.
fn without_inner(binding: &Binding, scored: &mut Vec<(i32, Candidate)>) {
    let by_place: HashMap<(usize, usize), i32> = scored
        .iter()
        .filter(|(_, candidate)| candidate.how <= Match::Stem)
        .map(|&(points, candidate)| ((candidate.node, candidate.section), points))
        .collect();
    scored.retain(|&(points, candidate)| {
        candidate.how == Match::Id
            || !binding.tree.ancestors(candidate.node).any(|above| {
                let outer = by_place.get(&(above, candidate.section));
                outer.is_some_and(|outer| outer + INNER >= points)
            })
    });
}

/// A second heading for a section: the same words are a duplicate, other words another part of it.
fn again(binding: &mut Binding, candidate: Candidate, first: Hit) {
    let Candidate { node, section, how } = candidate;
    let tree = &binding.tree;
    if tree.nodes[node].kind != NodeKind::Heading {
        return;
    }
    let within = tree.ancestors(node).any(|above| above == first.node);
    let beside = tree.nodes[node].parent == tree.nodes[first.node].parent;
    let same_words = tree.nodes[node].keys.first() == tree.nodes[first.node].keys.first();
    if within || !beside {
        return;
    }
    if same_words {
        binding.duplicates.push((section, node));
    } else if how <= Match::Stem {
        binding.bind(section, node, how);
    }
}

/// Whether the heading fits a section that is still free clearly better.
fn better_elsewhere(binding: &Binding, candidate: Candidate, all: &[Candidate]) -> bool {
    let from = all.partition_point(|other| other.node < candidate.node);
    let points = score(binding, candidate);
    all[from..].iter().take_while(|other| other.node == candidate.node).any(|&other| {
        other.section != candidate.section
            && binding.hits[other.section].is_empty()
            && other.how < candidate.how
            && score(binding, other) > points + 8
    })
}

/// Headings a small typo away from a section that has none.
pub(super) fn near_misses(binding: &mut Binding) {
    let template = std::sync::Arc::clone(&binding.template);
    for (section, asked) in template.sections.iter().enumerate() {
        let free = binding.hits[section].is_empty() && asked.repeat.is_none() && !asked.copy;
        if !free || (asked.need == Need::Container && binding.reached(section)) {
            continue;
        }
        let found = (0..binding.tree.nodes.len()).find(|&node| {
            binding.served(node).is_empty()
                && !in_contents(binding, node)
                && is_near(binding, node, section)
        });
        if let Some(node) = found {
            binding.bind(section, node, Match::NearMiss);
        }
    }
}

fn is_near(binding: &Binding, node: usize, section: usize) -> bool {
    let heading = &binding.tree.nodes[node];
    let asked = &binding.template.sections[section];
    let near = heading.keys.first().is_some_and(|key| {
        asked.keys.iter().any(|other| match heading.kind {
            NodeKind::Almost => key == other,
            _ => is_typo(key, other),
        })
    });
    if !near {
        return false;
    }
    let candidate = Candidate { node, section, how: Match::NearMiss };
    heading.kind == NodeKind::Almost || score(binding, candidate) > Match::NearMiss as i32 + 40
}
