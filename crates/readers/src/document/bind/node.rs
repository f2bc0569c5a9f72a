//! The headings of a chapter as one tree: its own, those of the files it includes, bold lines that
//! stand for headings, and lines that were meant as headings.

use std::ops::Range;
use std::sync::Arc;

use crate::include::BrokenInclude;
use crate::template::key::Key;
use text::heading_number::HeadingNumber;
use text::markdown::Document;
use text::markdown::block::Block;
use text::source::{Place, Span};
use words::{Reference, Vocabulary};

/// What makes a node a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// A heading by CommonMark.
    Heading,
    /// A line that is bold as a whole: an author's sub-heading.
    Bold,
    /// `##Title` and the like: meant as a heading, rendered as text.
    Almost,
}

/// Some blocks of one of the tree's documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Index into [`Tree::documents`].
    pub document: usize,
    /// Which blocks.
    pub blocks: Range<usize>,
}

/// A heading with what stands below it.
#[derive(Debug)]
pub struct Node {
    /// What makes it one.
    pub kind: NodeKind,
    /// Index into [`Tree::documents`].
    pub document: usize,
    /// The heading's own bytes in that document.
    pub span: Span,
    /// 1 to 6; a bold line is one deeper than the heading above it.
    pub level: u8,
    /// Its plain text.
    pub text: String,
    /// Its explicit `{#id}`.
    pub id: Option<String>,
    /// What it may be known by, the most literal first.
    pub keys: Vec<Key>,
    /// Its parts, where it joins several subjects.
    pub conjuncts: Vec<Key>,
    /// What the text was before its encoding broke.
    pub decoded: Option<String>,
    /// The blocks down to the next heading of any level; bold lines do not end it.
    pub body: Vec<Part>,
    /// The node it is nested in.
    pub parent: Option<usize>,
    /// One past the last node nested in it.
    pub subtree: usize,
    /// Where it begins in the chapter: its heading, or the include that brings it.
    pub anchor: usize,
    /// Where its subtree ends in the chapter.
    pub end: usize,
}

/// The headings of a chapter.
#[derive(Debug)]
pub struct Tree {
    /// The chapter, then the files it includes.
    pub documents: Vec<Arc<Document>>,
    /// The nodes in reading order.
    pub nodes: Vec<Node>,
    /// What stands before the first heading.
    pub preamble: Vec<Part>,
    /// Includes that lead nowhere.
    pub broken: Vec<BrokenInclude>,
}

impl Tree {
    /// The chapter itself.
    pub fn chapter(&self) -> &Document {
        &self.documents[0]
    }

    /// Where a node's heading stands.
    pub fn place(&self, node: usize) -> Place {
        let Node { document, span, .. } = self.nodes[node];
        let source = &self.documents[document].source;
        let text = source.slice(span);
        let trimmed = Span::new(span.start, span.start + text.trim_end().len());
        Place::new(source, trimmed)
    }

    /// The blocks of some parts, with the document each belongs to.
    pub fn blocks<'t>(
        &'t self,
        parts: &'t [Part],
    ) -> impl Iterator<Item = (&'t Document, &'t Block)> {
        parts.iter().flat_map(|part| {
            let document: &Document = &self.documents[part.document];
            document.blocks[part.blocks.clone()].iter().map(move |block| (document, block))
        })
    }

    /// The headings directly below a node, bold lines left out.
    pub fn child_headings(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        self.children(node).filter(|&child| self.nodes[child].kind == NodeKind::Heading)
    }

    /// The nodes directly below one.
    pub fn children(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.nodes[node].subtree;
        let first = Some(node + 1).filter(|&child| child < end);
        let beside =
            move |&child: &usize| Some(self.nodes[child].subtree).filter(|&next| next < end);
        std::iter::successors(first, beside)
    }

    /// The nodes above one, innermost first.
    pub fn ancestors(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.nodes[node].parent, |&above| self.nodes[above].parent)
    }

    /// Parents, subtrees and ends, once all nodes are there.
    pub(super) fn nest(&mut self, end: usize) {
        let mut open: Vec<usize> = Vec::new();
        for index in 0..self.nodes.len() {
            let Node { level, kind, anchor, .. } = self.nodes[index];
            while let Some(&above) = open.last() {
                let outer = &self.nodes[above];
                let numbered = is_chapter_of(&outer.text, &self.nodes[index].text);
                let beside = kind != NodeKind::Bold && outer.level >= level && !numbered;
                let holds = if outer.kind == NodeKind::Bold {
                    kind == NodeKind::Bold && numbered
                } else {
                    !beside
                };
                if holds {
                    break;
                }
                open.pop();
                self.close(above, index, anchor);
            }
            self.nodes[index].parent = open.last().copied();
            open.push(index);
        }
        let count = self.nodes.len();
        for node in open {
            self.close(node, count, end);
        }
    }

    fn close(&mut self, node: usize, subtree: usize, end: usize) {
        let node = &mut self.nodes[node];
        node.subtree = subtree;
        // Inside an include nothing can be put; `end` already holds the include's own end.
        node.end = node.end.max(end);
    }
}

/// Whether one title's number is the beginning of the other's: `1.` of `1.1`, also where an author
/// gave both the same level.
fn is_chapter_of(chapter: &str, section: &str) -> bool {
    let numbers = HeadingNumber::of(chapter).zip(HeadingNumber::of(section));
    numbers.is_some_and(|(chapter, section)| chapter.is_above(&section))
}

/// Whether a heading says that what stands below describes one part, and not the whole system.
pub(super) fn names_part(heading: &str) -> bool {
    Vocabulary::known().mentions(Reference::PartOfSystem, heading).is_some()
}
