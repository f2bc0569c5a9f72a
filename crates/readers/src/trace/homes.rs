//! Which kind of items a place in a document is the home of, as its template says.

use std::collections::BTreeSet;
use std::sync::Arc;

use text::markdown::Document;
use text::markdown::block::{Block, Table};
use words::{Concept, Vocabulary};

use crate::directive::Part;
use crate::document::BoundDocument;
use crate::document::bind::node::Node;
use crate::document::written::State;
use crate::template::{Home, Template};

/// The homes of one chapter.
pub(super) struct Homes<'d> {
    bound: &'d BoundDocument,
    /// What `render` filled: nobody wrote what stands there.
    rendered: &'d [Part],
    /// For each node the section that it belongs to, and the heading of that section.
    sections: Vec<Option<(usize, usize)>>,
    /// The section that the whole chapter is.
    part: Option<usize>,
}

impl<'d> Homes<'d> {
    /// None where the template defines nothing.
    pub(super) fn of(bound: &'d BoundDocument, rendered: &'d [Part]) -> Option<Self> {
        let template = bound.template();
        template.sections.iter().any(|section| !section.defines.is_empty()).then(|| {
            let part = bound.part.as_deref();
            let part = part.and_then(|id| {
                template.sections.iter().position(|section| section.id == id && !section.copy)
            });
            let part = part.and_then(|section| defining(template, section));
            let nodes = 0..bound.binding.tree.nodes.len();
            let sections = nodes.map(|node| section(bound, node)).collect();
            Self { bound, rendered, sections, part }
        })
    }

    /// Shows every block that somebody wrote, with the heading or the bold line that it stands below, or is.
    pub(super) fn each_block(&self, mut look: impl FnMut(Option<usize>, &'d Document, &'d Block)) {
        let tree = &self.bound.binding.tree;
        let blank = |document: &Arc<Document>| vec![None; document.blocks.len()];
        let mut below: Vec<Vec<Option<usize>>> = tree.documents.iter().map(blank).collect();
        // A bold line comes after its heading, whose body holds what stands below the line too.
        for (index, node) in tree.nodes.iter().enumerate() {
            for part in &node.body {
                below[part.document][part.blocks.clone()].fill(Some(index));
            }
            let blocks = &tree.documents[node.document].blocks;
            let own = blocks.binary_search_by_key(&node.span.start, |block| block.span.start);
            if let Ok(own) = own {
                below[node.document][own] = Some(index);
            }
        }
        for (index, (document, below)) in tree.documents.iter().zip(&below).enumerate() {
            let rendered = if index == 0 { self.rendered } else { &[] };
            for (block, node) in document.blocks.iter().zip(below) {
                if !rendered.iter().any(|part| part.inside.contains(block.span)) {
                    look(*node, document, block);
                }
            }
        }
    }

    /// The kind of items in the rows of a table: it may itself say in its head what it lists.
    pub(super) fn kind_of_rows(&self, node: Option<usize>, table: &Table) -> Option<&'d str> {
        let named = self.homes(node)?.iter().find(|home| {
            let called = |concept| {
                let words = Vocabulary::known();
                table.header.cells.iter().any(|cell| words.is::<Concept>(concept, &cell.plain()))
            };
            home.concept.is_some_and(called)
        });
        named.map(|home| home.kind.as_str()).or_else(|| self.kind(node))
    }

    /// Whether a place is in a section that is the home of items, whatever stands there.
    pub(super) fn is_in_home(&self, node: Option<usize>) -> bool {
        self.homes(node).is_some()
    }

    /// Whether a heading is that of its home itself, and no item.
    pub(super) fn is_home(&self, node: usize) -> bool {
        self.sections[node].is_some_and(|(_, home)| home == node)
    }

    /// Whether a place tells of the past: a change log.
    pub(super) fn is_history(&self, node: Option<usize>) -> bool {
        let tree = &self.bound.binding.tree;
        let above = |node| std::iter::once(node).chain(tree.ancestors(node));
        node.into_iter()
            .flat_map(above)
            .any(|node| is_called(&tree.nodes[node], Concept::ChangeLog))
    }

    fn homes(&self, node: Option<usize>) -> Option<&'d [Home]> {
        let found = node.and_then(|node| self.sections[node]).map(|(section, _)| section);
        let section = found.or(self.part)?;
        Some(&self.bound.template().sections[section].defines)
    }

    /// The kind of items that stand below a heading, or before the first one. The innermost heading that is called as a
    /// home asks decides; then what holds for all of the section.
    pub(super) fn kind(&self, node: Option<usize>) -> Option<&'d str> {
        let homes = self.homes(node)?;
        let tree = &self.bound.binding.tree;
        let top = node.and_then(|node| self.sections[node]).map(|(_, home)| home);
        let above =
            node.into_iter().flat_map(|node| std::iter::once(node).chain(tree.ancestors(node)));
        for above in above {
            let called = |home: &&Home| {
                home.concept.is_some_and(|concept| is_called(&tree.nodes[above], concept))
            };
            if let Some(home) = homes.iter().find(called) {
                return Some(&home.kind);
            }
            if Some(above) == top {
                break;
            }
            let is_other = |&concept: &Concept| is_called(&tree.nodes[above], concept);
            if OTHERS.iter().any(is_other) {
                return None;
            }
        }
        homes.iter().find(|home| home.concept.is_none()).map(|home| home.kind.as_str())
    }
}

/// Parts of a home in which lists hold something else, whatever ids they have.
const OTHERS: [Concept; 6] = [
    Concept::OpenQuestions,
    Concept::ChangeLog,
    Concept::References,
    Concept::Glossary,
    Concept::Roadmap,
    Concept::Stakeholders,
];

/// The kinds whose home is begun in a chapter: what is to be linked with them can be.
pub(super) fn begun(bound: &BoundDocument) -> BTreeSet<&str> {
    let sections = bound.template().sections.iter().zip(&bound.sections);
    let begun =
        sections.filter(|(_, facts)| matches!(facts.state, State::Written | State::Partial));
    begun.flat_map(|(section, _)| &section.defines).map(|home| home.kind.as_str()).collect()
}

/// The section with homes that a node belongs to, and the node that is its heading.
fn section(bound: &BoundDocument, node: usize) -> Option<(usize, usize)> {
    let template = bound.template();
    let binding = &bound.binding;
    let mut nodes = std::iter::once(node).chain(binding.tree.ancestors(node));
    nodes.find_map(|node| {
        let served = binding.served(node).iter().filter(|&&one| !template.is_title(one));
        let mut defining = served.filter_map(|&one| defining(template, one));
        defining.next().map(|section| (section, node))
    })
}

/// The section with homes that a section is, or is in.
fn defining(template: &Template, section: usize) -> Option<usize> {
    let above = std::iter::successors(Some(section), |&one| template.sections[one].parent);
    above.into_iter().find(|&one| !template.sections[one].defines.is_empty())
}

fn is_called(node: &Node, concept: Concept) -> bool {
    node.keys.iter().any(|key| key.names(concept))
}
