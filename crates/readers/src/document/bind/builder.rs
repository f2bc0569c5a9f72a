//! Builds the tree of a chapter's headings from its blocks and those of the files it includes.

use std::path::Path;
use std::sync::Arc;

use crate::include::{self, Includes};
use crate::template::key::{Key, behind_name, conjuncts, keys_of};
use text::markdown::Document;
use text::markdown::block::BlockKind;
use text::markdown::mojibake;
use text::source::Span;

use super::heading_like::{almost_heading, bold_line, html_heading, is_badges};
use super::node::{Node, NodeKind, Part, Tree};

impl Tree {
    /// The tree of a text alone: its includes stay text.
    pub fn of(text: Arc<Document>) -> Self {
        Self::new(text, &mut Includes::none(Path::new("")))
    }

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
