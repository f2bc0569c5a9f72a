//! The headings of a chapter as a tree, flattened in reading order.
//!
//! Only headings at the top level count: one inside a quote, a list or a fence is content.

use std::ops::Range;

use crate::source::Span;

use super::block::{Block, Heading};

/// A heading with what stands below it.
#[derive(Debug)]
pub struct Section {
    /// Index of the heading among the document's blocks.
    pub block: usize,
    /// The heading's words, without marks.
    pub title: String,
    /// 1 to 6.
    pub level: u8,
    /// The heading's own bytes.
    pub heading: Span,
    /// Blocks from below the heading to the next heading of any level.
    pub body: Range<usize>,
    /// The same as bytes: from the end of the heading to the next one or the end of the file.
    pub body_span: Span,
    /// Index of the section this one is nested in.
    pub parent: Option<usize>,
    /// One past the index of the last section nested in this one.
    pub subtree: usize,
    /// One past the last byte of the subtree.
    pub end: usize,
}

/// All sections in reading order, and what stands before the first.
#[derive(Debug, Default)]
pub struct Outline {
    /// The sections.
    pub sections: Vec<Section>,
    /// Blocks before the first heading.
    pub preamble: Range<usize>,
}

impl Outline {
    /// Builds the outline of a document of `len` bytes.
    pub(super) fn of(blocks: &[Block], len: usize) -> Self {
        let headings: Vec<(usize, &Block, &Heading)> = blocks
            .iter()
            .enumerate()
            .filter_map(|(index, block)| Some((index, block, block.heading()?)))
            .collect();
        let preamble = 0..headings.first().map_or(blocks.len(), |&(index, ..)| index);
        let mut sections: Vec<Section> = Vec::with_capacity(headings.len());
        let mut open: Vec<usize> = Vec::new();
        for (at, &(block, Block { span, .. }, heading)) in headings.iter().enumerate() {
            let next = headings.get(at + 1);
            while open.last().is_some_and(|&above| sections[above].level >= heading.level) {
                close(&mut sections, open.pop(), at, span.start);
            }
            sections.push(Section {
                block,
                title: heading.text.plain(),
                level: heading.level,
                heading: *span,
                body: block + 1..next.map_or(blocks.len(), |&(index, ..)| index),
                body_span: Span::new(span.end, next.map_or(len.max(span.end), |n| n.1.span.start)),
                parent: open.last().copied(),
                subtree: headings.len(),
                end: len,
            });
            open.push(at);
        }
        Self { sections, preamble }
    }

    /// The sections directly below `parent`; the outermost ones for none.
    pub fn children(&self, parent: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        let (first, end) =
            match parent.and_then(|parent| self.sections.get(parent).zip(Some(parent))) {
                Some((above, parent)) => (parent + 1, above.subtree),
                None => (0, self.sections.len()),
            };
        let next = |&index: &usize| Some(self.sections.get(index)?.subtree);
        std::iter::successors(Some(first), next).take_while(move |&index| index < end)
    }

    /// The innermost section that holds an offset; none before the first heading.
    pub fn at(&self, offset: usize) -> Option<usize> {
        self.sections.partition_point(|section| section.heading.start <= offset).checked_sub(1)
    }
}

fn close(sections: &mut [Section], section: Option<usize>, subtree: usize, end: usize) {
    if let Some(section) = section.and_then(|index| sections.get_mut(index)) {
        section.subtree = subtree;
        section.end = end;
    }
}
