//! A chapter and its template, joined: which heading serves which section.

use std::collections::HashMap;
use std::sync::Arc;

use crate::template::Template;

use super::node::{NodeKind, Tree};
use super::outline::Layout;
use super::reason::Match;

/// A heading that serves a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The node in [`Binding::tree`].
    pub node: usize,
    /// Why it was taken for that section.
    pub how: Match,
}

/// A chapter and its template, joined.
#[derive(Debug)]
pub struct Binding {
    /// The template.
    pub template: Arc<Template>,
    /// The chapter's headings.
    pub tree: Tree,
    /// For each section of the template, the headings that serve it; empty when it has none.
    pub hits: Vec<Vec<Hit>>,
    /// Headings that repeat a section that has one already: section and node.
    pub duplicates: Vec<(usize, usize)>,
    /// For each node, the sections it serves.
    served: Vec<Vec<usize>>,
    /// What is known of the headings before any of them is bound.
    pub(super) layout: Layout,
    /// The headings that have a section's very title, with that section; in reading order.
    titles: Vec<(usize, usize)>,
    /// For each misspelt heading, the wording that was meant.
    meant: HashMap<usize, String>,
}

impl Binding {
    /// No heading is bound yet. `titles` are the nodes that have a section's very title, with that section.
    pub(super) fn unbound(
        template: Arc<Template>,
        tree: Tree,
        layout: Layout,
        titles: Vec<(usize, usize)>,
    ) -> Self {
        Self {
            hits: vec![Vec::new(); template.sections.len()],
            served: vec![Vec::new(); tree.nodes.len()],
            duplicates: Vec::new(),
            meant: HashMap::new(),
            template,
            tree,
            layout,
            titles,
        }
    }

    /// The sections that a node serves.
    pub fn served(&self, node: usize) -> &[usize] {
        &self.served[node]
    }

    /// Whether a node serves no section, and is no entry of a table of contents.
    pub(super) fn is_free(&self, node: usize) -> bool {
        self.layout.outside[node] && self.served[node].is_empty()
    }

    /// Whether a node is a heading and free; bold lines are no headings.
    pub(super) fn is_free_heading(&self, node: usize) -> bool {
        self.tree.nodes[node].kind == NodeKind::Heading && self.is_free(node)
    }

    /// Whether a section has no heading.
    pub(super) fn is_open(&self, section: usize) -> bool {
        self.hits[section].is_empty()
    }

    /// Whether a heading of a section stands anywhere below a node.
    pub fn holds_sections(&self, node: usize) -> bool {
        (node + 1..self.tree.nodes[node].subtree).any(|below| !self.served[below].is_empty())
    }

    /// Whether a section without a heading may be one of the document's chapters: that serves nothing, and is
    /// called so word for word.
    pub fn is_titled(&self, section: usize) -> bool {
        let may_be = |node: usize| {
            self.tree.nodes[node].kind == NodeKind::Heading
                && self.served[node].is_empty()
                && self.is_among_chapters(node)
        };
        self.titles.iter().any(|&(node, of)| of == section && may_be(node))
    }

    /// Whether a heading or a bold line right below a node has a section's very title.
    pub(super) fn has_title_below(&self, node: usize, section: usize) -> bool {
        let from = self.titles.partition_point(|&(one, _)| one <= node);
        let inside = |&&(one, _): &&(usize, usize)| one < self.tree.nodes[node].subtree;
        let mut below = self.titles[from..].iter().take_while(inside);
        below.any(|&(one, of)| of == section && self.tree.nodes[one].parent == Some(node))
    }

    /// Whether a heading stands over the document's chapters: its title, or a mere wrapper.
    pub(super) fn is_above_all(&self, node: usize) -> bool {
        let title = |&section: &usize| self.template.is_title(section);
        self.layout.wrapper[node] || self.served[node].iter().any(title)
    }

    pub(super) fn is_among_chapters(&self, node: usize) -> bool {
        self.tree.ancestors(node).all(|above| self.is_above_all(above))
    }

    /// The first heading that serves a section; none of a section that the template does not have.
    pub fn first(&self, section: usize) -> Option<Hit> {
        self.hits.get(section)?.first().copied()
    }

    /// Whether a section or any of its descendants has a heading.
    pub fn reached(&self, section: usize) -> bool {
        !self.hits[section].is_empty()
            || self.template.children(Some(section)).any(|child| self.reached(child))
    }

    /// The wording that a misspelt heading is taken for.
    pub fn meant(&self, node: usize) -> Option<&str> {
        self.meant.get(&node).map(String::as_str)
    }

    /// Whether the text as a whole is a section: its first heading is.
    pub(in crate::document) fn is_about(&self, section: usize) -> bool {
        let first = self.tree.nodes.iter().position(|node| node.kind == NodeKind::Heading);
        first.is_some_and(|first| self.served[first].contains(&section))
    }

    /// Whether a node is one of the bold lines that are the chapters of a document without headings.
    pub(super) fn is_bold_chapter(&self, node: usize) -> bool {
        let nodes = &self.tree.nodes;
        let heading =
            || self.tree.ancestors(node).find(|&above| nodes[above].kind != NodeKind::Bold);
        nodes[node].kind == NodeKind::Bold && self.layout.bold_chapters.contains(&heading())
    }

    /// The nearest node above that serves a section other than the document's title.
    pub(super) fn bound_ancestor(&self, node: usize) -> Option<usize> {
        self.tree.ancestors(node).find(|&above| {
            self.served[above].iter().any(|&section| !self.template.is_title(section))
        })
    }

    /// Binds one more heading to a section.
    pub(super) fn bind(&mut self, section: usize, node: usize, how: Match) {
        self.hits[section].push(Hit { node, how });
        self.served[node].push(section);
    }

    /// Binds a heading that is a typo away from a wording.
    pub(super) fn bind_misspelt(&mut self, section: usize, node: usize, wording: String) {
        self.bind(section, node, Match::NearMiss);
        self.meant.insert(node, wording);
    }

    /// Unbinds a section: its headings, and the duplicates among them.
    pub(super) fn release(&mut self, section: usize) {
        for hit in self.hits[section].drain(..) {
            self.served[hit.node].retain(|&other| other != section);
            if self.served[hit.node].is_empty() {
                self.meant.remove(&hit.node);
            }
        }
        self.duplicates.retain(|&(of, _)| of != section);
    }

    /// Binds a section to a heading in place of another, which is one too many.
    pub(super) fn replace(&mut self, section: usize, old: usize, node: usize, how: Match) {
        self.hits[section].retain(|hit| hit.node != old);
        self.served[old].retain(|&other| other != section);
        self.duplicates.push((section, old));
        self.hits[section].insert(0, Hit { node, how });
        self.served[node].push(section);
    }

    /// Puts the headings of each section in reading order, once all are bound.
    pub(super) fn in_reading_order(mut self) -> Self {
        for hits in &mut self.hits {
            hits.sort_by_key(|hit| hit.node);
        }
        self
    }

    /// Takes a section from its headings where all of them are parts of other sections; false where it
    /// has others, or none.
    pub(in crate::document) fn give_up_parts(&mut self, section: usize) -> bool {
        let part = |hit: &Hit| self.bound_ancestor(hit.node).is_some();
        let parts = !self.hits[section].is_empty() && self.hits[section].iter().all(part);
        if parts {
            self.release(section);
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::Match;
    use crate::document::bind::testing::{bound, served};

    /// The section with an id.
    fn section(binding: &super::Binding, id: &str) -> usize {
        binding.template.sections.iter().position(|one| one.id == id).expect("a section")
    }

    #[test]
    fn what_was_said_of_a_section_is_taken_back_as_a_whole() {
        let headings = ["## 10. Quality", "## Risks", "## Risks", "## Glosary"];
        let mut binding = bound("arc42", &headings);
        let (risks, glossary) =
            (section(&binding, "arc42.risks"), section(&binding, "arc42.glossary"));
        assert_eq!(binding.duplicates.len(), 1);
        let misspelt = binding.first(glossary).expect("a heading").node;
        assert!(binding.meant(misspelt).is_some());
        binding.release(risks);
        binding.release(glossary);
        assert!(binding.duplicates.is_empty() && binding.meant(misspelt).is_none());
        assert!(served(&binding, "Glosary").is_empty());
    }

    #[test]
    fn what_moves_to_its_chapter_is_not_there_twice() {
        let scenarios = ["### Quality Scenarios", "### Quality Scenarios"];
        let headings = ["## 10. Quality Requirments", scenarios[0], scenarios[1]];
        let binding = bound("arc42", &headings);
        assert_eq!(served(&binding, "10. Quality Requirments"), ["arc42.quality"]);
        assert!(binding.duplicates.is_empty(), "{:?}", binding.duplicates);
    }

    #[test]
    fn one_heading_too_many_takes_no_other_part_away() {
        let headings = ["## Risks", "## Technical Debt", "## Glossary"];
        let mut binding = bound("arc42", &headings);
        let risks = section(&binding, "arc42.risks");
        let [first, glossary] = ["Risks", "Glossary"].map(|text| {
            binding.tree.nodes.iter().position(|node| node.text == text).expect("a heading")
        });
        binding.bind(risks, first + 1, Match::Wording);
        binding.replace(risks, first, glossary, Match::Title);
        let nodes: Vec<usize> = binding.hits[risks].iter().map(|hit| hit.node).collect();
        assert!(nodes.contains(&(first + 1)) && !nodes.contains(&first), "{nodes:?}");
        assert_eq!(binding.duplicates, [(risks, first)]);
    }
}
