//! Which heading of a chapter is which section of its template.
//!
//! A heading's key and its parent decide; the level is only a preference. What was measured on 88
//! real documents: half of the sections keep the template's wording, three quarters of the
//! documents change its order, whole outlines are shifted, containers are left out, one heading
//! serves two sections and two headings one.

mod assign;
mod builder;
mod code_name;
mod depth;
mod environments;
mod fit;
mod gathering;
pub(super) mod heading_like;
mod index;
mod inner;
mod instance;
mod joined;
mod language;
mod layers;
mod near;
pub mod node;
mod numbered;
mod outline;
mod own_chapter;
mod own_title;
mod part_chapters;
mod partly;
mod place;
mod reason;
mod resources;
mod restated;
mod series;
mod shared;
mod stray;
mod technologies;
mod title;
mod title_block;
mod wordings;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::template::Template;

use index::Candidate;
pub use index::Index;
pub use language::most_spoken;
use node::{NodeKind, Tree};
pub(super) use numbered::Numbers;
use outline::Outline;
pub use reason::Match;

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
    /// For each node, whether it only holds chapters.
    wrapper: Vec<bool>,
    /// Nodes below which several headings are sections of one section, with that section.
    gathered: HashSet<(Option<usize>, usize)>,
    /// Nodes whose chapters are bold lines.
    bold_chapters: HashSet<Option<usize>>,
    /// For each section, whether a heading that serves none has its very title among the chapters.
    titled: Vec<bool>,
    /// For each misspelt heading, the wording that was meant.
    meant: HashMap<usize, String>,
}

impl Binding {
    /// Joins a chapter's headings and a template; `index` is the template's. `one_of_several` tells
    /// that the document has further chapters.
    pub fn new(template: Arc<Template>, index: &Index, tree: Tree, one_of_several: bool) -> Self {
        let nodes = tree.nodes.iter().enumerate();
        let candidates: Vec<Vec<Candidate>> =
            nodes.map(|(node, heading)| index.candidates(node, heading)).collect();
        let outline =
            Outline { template: &template, tree: &tree, candidates: &candidates, one_of_several };
        let bold_chapters = outline.bold_chapters();
        let title_block = outline.title_block();
        let (own_title, wrapper) = (outline.title(&title_block), outline.wrappers());
        let (mut outside, gathered) = (outline.outside_contents(), outline.gathered());
        for line in title_block {
            outside[line] = false;
        }
        let mut binding = Self {
            hits: vec![Vec::new(); template.sections.len()],
            served: vec![Vec::new(); tree.nodes.len()],
            duplicates: Vec::new(),
            wrapper,
            gathered,
            bold_chapters,
            titled: vec![false; template.sections.len()],
            meant: HashMap::new(),
            template,
            tree,
        };
        title::bind_title(&mut binding, own_title);
        let is_kept = |one: &Candidate| {
            let heading = &binding.tree.nodes[one.node];
            let chapter = || numbered::number(&heading.text).is_some();
            outside[one.node] && !(binding.template.is_title(one.section) && chapter())
        };
        let candidates: Vec<Candidate> = candidates.into_iter().flatten().filter(is_kept).collect();
        assign::assign(&mut binding, &candidates);
        shared::bind(&mut binding, &candidates);
        numbered::bind(&mut binding, &candidates, one_of_several);
        series::bind(&mut binding, &outside);
        layers::bind(&mut binding, &outside);
        part_chapters::bind_sides(&mut binding, &outside);
        environments::bind(&mut binding, &outside);
        restated::bind(&mut binding, &outside);
        own_chapter::bind(&mut binding, &candidates);
        instance::bind(&mut binding, &outside);
        resources::bind(&mut binding, &outside);
        near::bind(&mut binding, index, &outside);
        let named = candidates.iter().filter(|one| one.how.is_title()).copied();
        named.for_each(|candidate| binding.note_title(candidate));
        if !one_of_several {
            title::bind_sole(&mut binding);
        }
        for hits in &mut binding.hits {
            hits.sort_by_key(|hit| hit.node);
        }
        binding
    }

    /// The sections that a node serves.
    pub fn served(&self, node: usize) -> &[usize] {
        &self.served[node]
    }

    /// Whether a heading of a section stands anywhere below a node.
    pub fn holds_sections(&self, node: usize) -> bool {
        (node + 1..self.tree.nodes[node].subtree).any(|below| !self.served[below].is_empty())
    }

    /// Whether a section without a heading may be one of the document's chapters: that serves nothing, and is
    /// called so word for word.
    pub fn is_titled(&self, section: usize) -> bool {
        self.titled[section]
    }

    fn note_title(&mut self, candidate: Candidate) {
        let node = candidate.node;
        if self.tree.nodes[node].kind == NodeKind::Heading
            && self.served[node].is_empty()
            && self.is_among_chapters(node)
        {
            self.titled[candidate.section] = true;
        }
    }

    /// Whether a heading stands over the document's chapters: its title, or a mere wrapper.
    fn is_above_all(&self, node: usize) -> bool {
        let title = |&section: &usize| self.template.is_title(section);
        self.wrapper[node] || self.served[node].iter().any(title)
    }

    fn is_among_chapters(&self, node: usize) -> bool {
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

    fn bind(&mut self, section: usize, node: usize, how: Match) {
        self.hits[section].push(Hit { node, how });
        self.served[node].push(section);
    }

    /// Whether the text as a whole is a section: its first heading is.
    pub(super) fn is_about(&self, section: usize) -> bool {
        let first = self.tree.nodes.iter().position(|node| node.kind == NodeKind::Heading);
        first.is_some_and(|first| self.served[first].contains(&section))
    }

    /// Takes a section from its headings where all of them are parts of other sections; false where it
    /// has others, or none.
    pub(super) fn give_up_parts(&mut self, section: usize) -> bool {
        let part = |hit: &Hit| self.bound_ancestor(hit.node).is_some();
        let parts = !self.hits[section].is_empty() && self.hits[section].iter().all(part);
        if parts {
            self.unbind(section);
        }
        parts
    }

    /// Takes all its headings from a section.
    fn unbind(&mut self, section: usize) {
        for hit in self.hits[section].drain(..) {
            self.served[hit.node].retain(|&other| other != section);
        }
    }

    /// Whether a node is one of the bold lines that are the chapters of a document without headings.
    fn is_bold_chapter(&self, node: usize) -> bool {
        let nodes = &self.tree.nodes;
        let heading =
            || self.tree.ancestors(node).find(|&above| nodes[above].kind != NodeKind::Bold);
        nodes[node].kind == NodeKind::Bold && self.bold_chapters.contains(&heading())
    }

    /// The nearest node above that serves a section other than the document's title.
    fn bound_ancestor(&self, node: usize) -> Option<usize> {
        self.tree.ancestors(node).find(|&above| {
            self.served[above].iter().any(|&section| !self.template.is_title(section))
        })
    }
}

#[cfg(test)]
pub(super) mod testing {
    use std::path::Path;
    use std::sync::Arc;

    use super::{Binding, Index, Tree};
    use crate::include::Includes;
    use crate::template::builtin;
    use text::markdown::Document;
    use text::source::Source;

    /// A chapter of headings alone, bound to a built-in template.
    pub(in crate::document) fn bound(template: &str, headings: &[&str]) -> Binding {
        bound_text(template, &format!("# Atlas\n\n{}\n", headings.join("\n\nText.\n\n")))
    }

    /// A chapter, bound to a built-in template.
    pub(in crate::document) fn bound_text(template: &str, text: &str) -> Binding {
        let template = builtin::find(template).expect("a built-in template");
        let document = Document::parse(&Source::new("a.md", text));
        let tree = Tree::new(Arc::new(document), &mut Includes::none(Path::new("/nowhere")));
        Binding::new(Arc::clone(&template), &Index::of(&template), tree, false)
    }

    /// The sections that a heading serves.
    pub(in crate::document) fn served(binding: &Binding, heading: &str) -> Vec<String> {
        let node = binding.tree.nodes.iter().position(|node| node.text == heading);
        let sections = binding.served(node.unwrap_or_else(|| panic!("no heading {heading}")));
        sections.iter().map(|&section| binding.template.sections[section].id.clone()).collect()
    }
}
