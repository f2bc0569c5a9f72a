//! What a document's outline is before any section is bound: which headings only repeat chapters in a
//! table of contents, which ones only wrap chapters.

use std::collections::{HashMap, HashSet};

use words::{Concept, Vocabulary};

use super::alike::of_a_kind;
use super::concepts::OF_COMPONENTS;
use super::index::Candidate;
use super::node::{Node, NodeKind, Tree, names_part};
use super::reason::Match;
use crate::template::Template;
use crate::template::key::Key;

/// What is known of the headings of a chapter before any of them is bound.
#[derive(Debug)]
pub(super) struct Layout {
    /// For each node, whether it stands outside all tables of contents.
    pub(super) outside: Vec<bool>,
    /// For each node, whether it only holds chapters.
    pub(super) wrapper: Vec<bool>,
    /// Nodes below which several headings are called as parts of one section, with that section.
    pub(super) gathered: HashSet<(Option<usize>, usize)>,
    /// Nodes whose chapters are bold lines.
    pub(super) bold_chapters: HashSet<Option<usize>>,
    /// For each node, whether its last word says which kind of part it is, and most headings beside it end alike.
    pub(super) of_a_kind: Vec<bool>,
}

/// The headings of a chapter, and what each may be by its words.
pub(super) struct Outline<'o> {
    pub(super) template: &'o Template,
    pub(super) tree: &'o Tree,
    pub(super) candidates: &'o [Vec<Candidate>],
    /// The chapter is one of several of its document.
    pub(super) one_of_several: bool,
}

impl Outline<'_> {
    /// Nothing but the title is bound to the lines of the title at the top.
    pub(super) fn layout(&self, title_block: &[usize]) -> Layout {
        let (mut outside, mut wrapper) = (self.outside_contents(), self.wrappers());
        for &line in title_block {
            outside[line] = false;
        }
        if let Some(last) = self.last_line(title_block) {
            wrapper[last] = true;
        }
        Layout {
            outside,
            wrapper,
            gathered: self.gathered(),
            bold_chapters: self.bold_chapters(),
            of_a_kind: of_a_kind(self.tree),
        }
    }

    pub(super) fn is_chapter(&self, section: usize) -> bool {
        self.template.depth(section) == 0 && !self.template.is_title(section)
    }

    /// The chapters that a heading may be by its whole words.
    pub(super) fn chapters(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        let named = self.candidates[node].iter().filter(|c| c.how.names_it());
        named.map(|c| c.section).filter(|&section| self.is_chapter(section))
    }

    /// For each node, whether it stands outside all tables of contents. One ends at the first
    /// heading that is itself a chapter, and no entry for one further down.
    fn outside_contents(&self) -> Vec<bool> {
        let nodes = &self.tree.nodes;
        let mut outside = vec![true; nodes.len()];
        let contents: Vec<usize> = (0..nodes.len()).filter(|&at| is_contents(&nodes[at])).collect();
        if contents.is_empty() {
            return outside;
        }
        let words = |at: usize| nodes[at].keys.first().map(|key| key.text.as_str());
        let last: HashMap<_, usize> = (0..nodes.len()).map(|at| (words(at), at)).collect();
        for at in contents {
            let node = &nodes[at];
            let repeated = |inner: usize| last[&words(inner)] >= node.subtree;
            let inside = at + 1..node.subtree;
            let end = inside.into_iter().find(|&inner| {
                nodes[inner].kind != NodeKind::Almost
                    && self.chapters(inner).next().is_some()
                    && !repeated(inner)
            });
            outside[at..end.unwrap_or(node.subtree)].fill(false);
        }
        outside
    }

    /// The nodes whose chapters are bold lines: three or more sections, one of them a chapter, and no
    /// heading. Deep inside a document they are parts of what stands there.
    fn bold_chapters(&self) -> HashSet<Option<usize>> {
        let mut found: HashMap<Option<usize>, HashSet<usize>> = HashMap::new();
        for (at, node) in self.tree.nodes.iter().enumerate() {
            let named = self.candidates[at].iter().filter(|c| c.how.names_it());
            let named = named.filter(|_| node.kind == NodeKind::Bold).map(|c| c.section);
            found.entry(self.bold_parent(at)).or_default().extend(named);
        }
        let headed = |above: usize| self.tree.child_headings(above).next().is_some();
        found.retain(|&above, sections| {
            sections.len() > 2
                && sections.iter().any(|&section| self.is_chapter(section))
                && above.is_none_or(|above| {
                    !headed(above) && (self.is_top(above) || is_contents(&self.tree.nodes[above]))
                })
        });
        found.into_keys().collect()
    }

    /// Whether no other heading is above, or only one that is above all.
    fn is_top(&self, node: usize) -> bool {
        let nodes = &self.tree.nodes;
        let title = |above: usize| nodes[above].parent.is_none() && nodes[above].level == 1;
        nodes[node].parent.is_none_or(title)
    }

    /// The heading that a bold line stands below, by whatever number it is nested in others.
    fn bold_parent(&self, node: usize) -> Option<usize> {
        let bold = |&above: &usize| self.tree.nodes[above].kind == NodeKind::Bold;
        self.tree.ancestors(node).find(|above| !bold(above))
    }

    /// For each node, whether it only holds chapters: the sole heading of its level at the top, a
    /// table of contents that swallowed them, or a heading with two chapters right below that a part
    /// of the system has not as well.
    fn wrappers(&self) -> Vec<bool> {
        let nodes = &self.tree.nodes;
        let tops = nodes.iter().filter(|node| node.level == 1).count();
        let wraps = |(at, node): (usize, &Node)| {
            let mut chapters: Vec<usize> = self
                .tree
                .child_headings(at)
                .filter(|&child| !self.is_of_part(child))
                .filter_map(|child| self.chapters(child).next())
                .collect();
            chapters.sort_unstable();
            chapters.dedup();
            let whole = node.level == 1 && tops == 1 && !(self.one_of_several && self.is_named(at));
            whole
                || self.is_subtitle(at)
                || is_contents(node)
                || chapters.len() > 1 && !self.lists(at) && !self.is_part(at, chapters.len())
        };
        nodes.iter().enumerate().map(wraps).collect()
    }

    /// Whether a heading names a part of the system, and the whole has as many chapters outside of it: where all stand
    /// below it, the document is on that part.
    fn is_part(&self, node: usize, chapters: usize) -> bool {
        let nodes = &self.tree.nodes;
        let outside = |&other: &usize| {
            let is_above = other < node && nodes[other].subtree > node;
            let is_below = (node..nodes[node].subtree).contains(&other);
            !is_above && !is_below && nodes[other].kind == NodeKind::Heading
        };
        let has_others = || {
            let mut found = HashSet::new();
            let outside = (0..nodes.len()).filter(outside);
            // The first ones suffice, which keeps it short where there are many parts.
            outside.filter_map(|other| self.chapters(other).next()).any(|chapter| {
                found.insert(chapter);
                found.len() >= chapters
            })
        };
        names_part(&nodes[node].text) && has_others()
    }

    /// Whether a heading is called as the chapter on the decisions or on the technologies: what was decided and what is used
    /// may be called as any section is.
    fn lists(&self, node: usize) -> bool {
        let lists = |key: &Key| key.names_any(&[Concept::Decisions, Concept::TechnologyStack]);
        self.tree.nodes[node].keys.iter().any(lists)
    }

    /// Whether a heading that no section is called by is the only one below the document's own, and all
    /// others stand below it: it says whose document this is.
    fn is_subtitle(&self, node: usize) -> bool {
        let nodes = &self.tree.nodes;
        let above = nodes[node].parent.filter(|&above| nodes[above].parent.is_none());
        let is_sole = |above: usize| self.tree.child_headings(above).nth(1).is_none();
        let leads = |above: usize| nodes[above].level == 1 && nodes[above].subtree == nodes.len();
        let own =
            || self.candidates[node].iter().any(|candidate| candidate.how <= Match::Contained);
        nodes[node].kind == NodeKind::Heading
            && above.is_some_and(|above| leads(above) && is_sole(above))
            && self.tree.child_headings(node).nth(MIN_CHAPTERS - 1).is_some()
            && !own()
    }

    /// Whether each component may have a heading of this one word: "Overview", "Architecture".
    fn is_of_part(&self, node: usize) -> bool {
        let general = |section: usize| {
            let concept = self.template.sections[section].concepts.first();
            concept.is_some_and(|concept| OF_COMPONENTS.contains(concept))
        };
        let mut named = self.candidates[node].iter().filter(|c| c.how.names_it());
        named.any(|c| !c.telling && general(c.section))
    }

    /// The nodes below which two or more headings are sections of one section, with that section.
    fn gathered(&self) -> HashSet<(Option<usize>, usize)> {
        let mut found: HashMap<_, (HashSet<usize>, HashSet<usize>)> = HashMap::new();
        for candidate in self.candidates.iter().flatten().filter(|one| one.how.names_it()) {
            let node = &self.tree.nodes[candidate.node];
            let parent = self.template.sections[candidate.section].parent;
            if let Some(parent) = parent.filter(|_| node.kind == NodeKind::Heading) {
                let (nodes, sections) = found.entry((node.parent, parent)).or_default();
                nodes.insert(candidate.node);
                sections.insert(candidate.section);
            }
        }
        found.retain(|_, (nodes, sections)| nodes.len() > 1 && sections.len() > 1);
        found.into_keys().collect()
    }
}

/// The fewest chapters of a document; fewer headings are parts of one.
const MIN_CHAPTERS: usize = 4;

pub(super) fn is_contents(node: &Node) -> bool {
    let known = Vocabulary::known();
    node.keys.first().is_some_and(|key| known.is(Concept::Contents, &key.written))
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, served};

    #[test]
    fn a_contents_heading_holds_no_sections() {
        let headings = ["## Contents", "### Glossary", "## Notes", "## Glossary"];
        let binding = bound("arc42", &headings);
        assert_eq!(binding.hits.iter().flatten().count(), 2, "title and glossary");
        let last = binding.tree.nodes.len() - 1;
        assert_eq!(binding.served(last).len(), 1);
    }

    #[test]
    fn a_heading_over_chapters_is_no_section_above_them() {
        let headings = ["## The whole", "### Security", "### Performance"];
        let binding = bound("standard", &headings);
        assert_eq!(served(&binding, "Security"), ["security"]);
        assert_eq!(served(&binding, "Performance"), ["performance"]);
    }

    #[test]
    fn a_document_on_a_part_of_the_system_has_chapters_as_others_have() {
        for title in ["# Architecture of the mobile app", "# API Gateway Architecture"] {
            let chapters = ["## Overview", "## Security", "## Deployment", "## Monitoring"];
            let headings = [&["# About this document", title][..], &chapters].concat();
            let binding = bound("standard", &headings);
            assert_eq!(served(&binding, "Security"), ["security"], "{title}");
            assert_eq!(served(&binding, "Monitoring"), ["monitoring"], "{title}");
        }
        let part = ["## Frontend", "### Security", "### Performance"];
        let whole = ["## Overview", "## Security", "## Deployment"];
        let binding = bound("standard", &[&part[..], &whole].concat());
        let security = binding.template.sections.iter().position(|one| one.id == "security");
        let node = binding.first(security.unwrap()).map(|hit| binding.tree.nodes[hit.node].level);
        assert_eq!(node, Some(2));
    }

    #[test]
    fn decisions_may_be_called_as_chapters_are() {
        let headings = [
            "## Decisões técnicas",
            "### Segurança",
            "### Alta disponibilidade",
            "## Resilience",
            "### Disaster Recovery",
        ];
        let binding = bound("standard", &headings);
        let recovery = binding.tree.nodes.len() - 1;
        let section =
            binding.template.sections.iter().position(|one| one.id == "recovery").unwrap();
        assert_eq!(binding.first(section).map(|hit| hit.node), Some(recovery));
    }

    #[test]
    fn what_each_part_has_makes_no_chapters_of_it() {
        let chapters = bound("handbook", &["## Overview", "## Architecture"]);
        assert_eq!(served(&chapters, "Architecture"), ["architecture"]);
        let headings = ["## Matching engine", "### Overview", "### Architecture"];
        let binding = bound("handbook", &headings);
        assert!(served(&binding, "Overview").is_empty());
        assert!(served(&binding, "Architecture").is_empty());
    }
}
