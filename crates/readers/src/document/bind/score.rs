//! How well a heading fits a section: by its words, then by where it stands.

use std::collections::HashMap;

use crate::template::Template;
use crate::template::key::Key;

use super::Binding;
use super::node::{Node, NodeKind};

/// Why a heading was taken for a section, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// Its `{#id}` is the section's.
    Id,
    /// The same words.
    Title,
    /// Another known wording.
    Alias,
    /// The same words but for plural endings.
    Stem,
    /// The words before a colon, a dash or a parenthesis.
    Short,
    /// One of the subjects that it joins.
    Conjunct,
    /// The template's number, and a word in common.
    Number,
    /// One of the things a section repeats per.
    Instance,
    /// It is the document's own heading.
    DocumentTitle,
    /// A small typo away.
    NearMiss,
}

impl Match {
    /// Points for the words alone.
    const fn points(self) -> i32 {
        match self {
            Self::Id => 100,
            Self::Title => 90,
            Self::Alias => 80,
            Self::Stem => 74,
            Self::Short => 66,
            Self::Conjunct | Self::Number | Self::Instance | Self::DocumentTitle => 58,
            Self::NearMiss => 40,
        }
    }
}

/// Below this a heading is not taken for a section.
pub(super) const ENOUGH: i32 = 60;

/// Words of a heading above that say: what stands below describes one part, or an idea, and not
/// the system as the template asks for it.
const PART_WORDS: [&str; 18] = [
    "frontend",
    "client",
    "ui",
    "mobile",
    "sdk",
    "principle",
    "goal",
    "guide",
    "development",
    "workflow",
    "api",
    "extension",
    "customization",
    "reference",
    "example",
    "appendix",
    "troubleshooting",
    "tutorial",
];

/// A heading and a section that it may serve.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) node: usize,
    pub(super) section: usize,
    pub(super) how: Match,
}

/// A template's keys, for looking headings up; made once for all chapters of the template.
#[derive(Debug)]
pub struct Index {
    exact: HashMap<String, Vec<(usize, Match)>>,
    stem: HashMap<String, Vec<usize>>,
    ids: HashMap<String, usize>,
}

impl Index {
    /// Copies and prototypes are bound as instances, not by their words.
    pub fn of(template: &Template) -> Self {
        let mut index = Self { exact: HashMap::new(), stem: HashMap::new(), ids: HashMap::new() };
        for (at, section) in template.sections.iter().enumerate() {
            if section.copy {
                continue;
            }
            index.ids.entry(section.id.clone()).or_insert(at);
            if section.repeat.is_some() {
                continue;
            }
            for (position, key) in section.keys.iter().enumerate() {
                let how = if position == 0 { Match::Title } else { Match::Alias };
                index.exact.entry(key.text.clone()).or_default().push((at, how));
                index.stem.entry(key.stem.clone()).or_default().push(at);
            }
        }
        index
    }

    /// The sections a node may serve, each with its best reason.
    pub(super) fn candidates(&self, node: usize, heading: &Node) -> Vec<Candidate> {
        let mut found: Vec<Candidate> = Vec::new();
        let mut add = |section, how| match found.iter_mut().find(|c| c.section == section) {
            Some(known) => known.how = known.how.min(how),
            None => found.push(Candidate { node, section, how }),
        };
        if let Some(&section) = heading.id.as_deref().and_then(|id| self.ids.get(id)) {
            add(section, Match::Id);
        }
        for (position, key) in heading.keys.iter().enumerate() {
            for &(section, how) in self.exact.get(key.text.as_str()).into_iter().flatten() {
                add(section, if position == 0 { how } else { Match::Short });
            }
            for &section in self.stem.get(key.stem.as_str()).into_iter().flatten() {
                add(section, if position == 0 { Match::Stem } else { Match::Short });
            }
        }
        for key in &heading.conjuncts {
            for section in self.by_conjunct(key) {
                add(section, Match::Conjunct);
            }
        }
        found
    }

    fn by_conjunct(&self, key: &Key) -> impl Iterator<Item = usize> + '_ {
        self.stem.get(key.stem.as_str()).into_iter().flatten().copied()
    }
}

/// Words and place together.
pub(super) fn score(binding: &Binding, candidate: Candidate) -> i32 {
    let Candidate { node, section, how } = candidate;
    let template = &binding.template;
    let heading = &binding.tree.nodes[node];
    let level = i32::from(heading.level == template.sections[section].level);
    let standing = standing(binding, node, section);
    // A bold line is a sub-heading only where its parent says so.
    if heading.kind != NodeKind::Heading && standing < DIRECT {
        return 0;
    }
    how.points() + standing + 2 * level
}

const DIRECT: i32 = 20;

fn standing(binding: &Binding, node: usize, section: usize) -> i32 {
    let template = &binding.template;
    let parent = template.sections[section].parent.filter(|&parent| !template.is_title(parent));
    let Some(above) = binding.bound_ancestor(node) else {
        return unbound_standing(binding, node, parent);
    };
    let above = binding.served(above);
    if parent.is_some_and(|parent| above.contains(&parent)) {
        return DIRECT;
    }
    if above.iter().any(|&ancestor| template.is_within(section, ancestor)) {
        return 10;
    }
    // Elsewhere in the document a chapter keeps its meaning, and so does a sub-section of an
    // unmistakable title; "Components" or "Metrics" may be anything there.
    if parent.is_none() || is_telling(binding, node, section) { -28 } else { -40 }
}

/// Several words, and no other section is called so.
fn is_telling(binding: &Binding, node: usize, section: usize) -> bool {
    let Some(key) = binding.tree.nodes[node].keys.first() else { return false };
    let sections = &binding.template.sections;
    let others = sections.iter().enumerate().filter(|&(index, _)| index != section);
    key.text.contains(' ') && others.into_iter().all(|(_, other)| !other.keys.contains(key))
}

/// No section is bound above: only wrappers, or nothing.
fn unbound_standing(binding: &Binding, node: usize, parent: Option<usize>) -> i32 {
    let tree = &binding.tree;
    let part = tree.ancestors(node).any(|above| {
        let served = !binding.served(above).is_empty();
        !served && tree.nodes[above].keys.first().is_some_and(names_part)
    });
    if part {
        return -30;
    }
    match parent {
        None => 15,
        Some(parent) if binding.hits[parent].is_empty() => 8,
        Some(_) => -12,
    }
}

fn names_part(key: &Key) -> bool {
    key.stem.split(' ').any(|word| PART_WORDS.contains(&word))
}
