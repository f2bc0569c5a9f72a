//! The headings of a chapter as one tree: its own, those of the files it includes, bold lines that
//! stand for headings, and lines that were meant as headings.

use std::ops::Range;
use std::sync::Arc;

use super::heading_like::{almost_heading, bold_line, html_heading, is_badges};
use crate::include;
use crate::include::{BrokenInclude, Includes};
use crate::template::key::{Key, behind_name, conjuncts, keys_of};
use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::markdown::mojibake;
use text::source::{Place, Span};

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
    /// Builds the tree of a chapter; includes are read from disk and never written.
    pub fn new(chapter: Arc<Document>, includes: &mut Includes<'_>) -> Self {
        let end = chapter.source.text().len();
        let mut builder = Builder {
            tree: Tree {
                documents: vec![chapter],
                nodes: Vec::new(),
                preamble: Vec::new(),
                broken: Vec::new(),
            },
            heading: None,
            bold: None,
            include: None,
        };
        builder.visit(0, includes);
        let mut tree = builder.tree;
        tree.nest(end);
        tree
    }

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
        (node + 1..self.nodes[node].subtree).filter(move |&child| {
            self.nodes[child].parent == Some(node) && self.nodes[child].kind == NodeKind::Heading
        })
    }

    /// The nodes above one, innermost first.
    pub fn ancestors(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.nodes[node].parent, |&above| self.nodes[above].parent)
    }

    /// Parents, subtrees and ends, once all nodes are there.
    fn nest(&mut self, end: usize) {
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

struct Builder {
    tree: Tree,
    heading: Option<usize>,
    bold: Option<usize>,
    /// The bytes of the chapter's include that is being read.
    include: Option<Span>,
}

impl Builder {
    fn visit(&mut self, document: usize, includes: &mut Includes<'_>) {
        for index in 0..self.tree.documents[document].blocks.len() {
            let source = &self.tree.documents[document];
            let block = &source.blocks[index];
            let span = block.span;
            if includes.follows() && matches!(block.kind, BlockKind::Paragraph(_)) {
                let found = includes_of(source, span);
                if !found.is_empty() {
                    self.follow(document, span, &found, includes);
                    continue;
                }
            }
            match self.node(document, index) {
                Some(node) => self.add(node, index),
                None => self.extend(document, index),
            }
        }
    }

    /// Reads the files that a paragraph includes, in its place.
    fn follow(
        &mut self,
        document: usize,
        span: Span,
        found: &[(Span, String)],
        includes: &mut Includes<'_>,
    ) {
        let outer = self.include;
        self.include = Some(outer.unwrap_or(span));
        for (span, target) in found {
            if !includes.follows() {
                break;
            }
            match includes.enter(&self.tree.documents[document], *span, target) {
                Ok(included) => {
                    self.tree.documents.push(Arc::new(included));
                    self.visit(self.tree.documents.len() - 1, includes);
                    includes.leave();
                }
                Err(broken) => self.tree.broken.push(broken),
            }
        }
        self.include = outer;
    }

    fn node(&self, document: usize, index: usize) -> Option<Node> {
        let source = &self.tree.documents[document];
        let block = &source.blocks[index];
        let below = self.heading.map_or(1, |heading| self.tree.nodes[heading].level + 1);
        let (kind, level, text, id) = match &block.kind {
            BlockKind::Heading(heading) => {
                // A directive above `---` is no heading, whatever Markdown says; nor is a row of badges.
                if is_badges(&heading.text)
                    || source.slice(block.span).starts_with(crate::directive::OPENING)
                {
                    return None;
                }
                (NodeKind::Heading, heading.level, heading.text.plain(), heading.id.clone())
            }
            BlockKind::Paragraph(text) => {
                if let Some((level, title)) = almost_heading(source.slice(block.span)) {
                    (NodeKind::Almost, level, title, None)
                } else {
                    (NodeKind::Bold, below, bold_line(text)?, None)
                }
            }
            BlockKind::Html => {
                let (level, title) = html_heading(source.slice(block.span))?;
                (NodeKind::Heading, level, title, None)
            }
            _ => return None,
        };
        let decoded = mojibake::decoded(&text);
        let known = decoded.as_deref().unwrap_or(&text);
        Some(Node {
            kind,
            document,
            span: block.span,
            level,
            keys: keys(known, level),
            conjuncts: conjuncts(known),
            decoded,
            text,
            id,
            body: Vec::new(),
            parent: None,
            subtree: 0,
            anchor: self.include.map_or(block.span.start, |include| include.start),
            end: self.include.map_or(0, |include| include.end),
        })
    }

    /// `block` is the heading's own index among its document's blocks.
    fn add(&mut self, node: Node, block: usize) {
        let index = self.tree.nodes.len();
        if node.kind == NodeKind::Heading {
            self.heading = Some(index);
            self.bold = None;
        } else {
            // Bold or not, the line is part of what the heading above says.
            if let Some(heading) = self.heading {
                extend(&mut self.tree.nodes[heading].body, node.document, block);
            }
            self.bold = Some(index);
        }
        self.tree.nodes.push(node);
    }

    fn extend(&mut self, document: usize, block: usize) {
        if self.heading.is_none() && self.bold.is_none() {
            extend(&mut self.tree.preamble, document, block);
        }
        for node in [self.heading, self.bold].into_iter().flatten() {
            extend(&mut self.tree.nodes[node].body, document, block);
        }
    }
}

/// What a heading may be known by; at the top a title may stand behind the document's name.
fn keys(text: &str, level: u8) -> Vec<Key> {
    let mut keys = keys_of(text);
    keys.extend(behind_name(text).filter(|key| level == 1 && !keys.contains(key)));
    keys.shrink_to_fit();
    keys
}

/// Whether one title's number is the beginning of the other's: `1.` of `1.1`, also where an author
/// gave both the same level.
fn is_chapter_of(chapter: &str, section: &str) -> bool {
    let (chapter, section) = (numbers(chapter), numbers(section));
    !chapter.is_empty() && chapter.len() < section.len() && section.starts_with(&chapter)
}

/// The numbers that a title begins with: 1 and 2 of `1.2. Scope`.
fn numbers(title: &str) -> Vec<u32> {
    let digits = title.trim_start().split(|c: char| !c.is_ascii_digit() && c != '.').next();
    digits.unwrap_or_default().split('.').map_while(|number| number.parse().ok()).collect()
}

/// The includes of a paragraph that holds nothing else first: their bytes and targets.
fn includes_of(document: &Document, paragraph: Span) -> Vec<(Span, String)> {
    let text = document.source.slice(paragraph);
    if !text.trim_start().starts_with("{{") {
        return Vec::new();
    }
    include::find(text)
        .map(|(span, target)| (span.shifted(paragraph.start), target.to_owned()))
        .collect()
}

fn extend(parts: &mut Vec<Part>, document: usize, block: usize) {
    match parts.last_mut() {
        Some(part) if part.document == document && part.blocks.end == block => {
            part.blocks.end += 1;
        }
        _ => parts.push(Part { document, blocks: block..block + 1 }),
    }
}
