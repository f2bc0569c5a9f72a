//! Everything a record states about itself under a label, from all kinds of places, in one list.

mod caption;
mod code;
mod footer;
mod head;
mod own_verb;
mod paragraph;
mod section;

use std::ops::Range;

use text::markdown::block::{Block, BlockKind, List};
use text::markdown::inline::Inlines;
use text::markdown::{self, Document};
use text::source::Source;
use words::{Status, Vocabulary, date};

use super::admonition;
use super::dates;
use super::field::{asks_for_a_day, field_of};
use super::label::LabelKind;
use super::labelled_value::Labelled;
use super::lines::text_lines;
use super::page_block;
use super::record::Origin;
use super::text::Line;
use super::{front_matter, html, table};
use footer::only_labels;
pub(super) use head::is_head;
use section::has_title;

/// All that is stated in the sections `within` (indices into the outline) and, for a whole file, in
/// its front matter, above its first heading, and below its last rule.
pub(super) fn all(document: &Document, within: Range<usize>) -> Vec<Labelled> {
    let mut collector = Collector {
        document,
        has_title: has_title(document, &within),
        found: Vec::new(),
        unsure: Vec::new(),
        tight: Vec::new(),
    };
    if within.start == 0 {
        if let Some(front) = &document.front_matter {
            front_matter::stated(front, &document.source, &mut collector.found);
        }
        collector.blocks(&document.blocks[document.outline.preamble.clone()]);
    }
    let mut tight = Vec::new();
    for index in within.clone() {
        let head = index == within.start;
        collector.section(index, &within);
        if head {
            tight = std::mem::take(&mut collector.tight);
        }
    }
    if within == (0..document.outline.sections.len()) {
        collector.footer();
    }
    collector.tight = tight;
    collector.all()
}

struct Collector<'a> {
    document: &'a Document,
    /// Whether the first heading is the record's title, and no section beside the others.
    has_title: bool,
    found: Vec<Labelled>,
    /// What stands where an example may stand as well.
    unsure: Vec<Labelled>,
    /// Labels without a space behind them, `Status:accepted`.
    tight: Vec<Labelled>,
}

impl Collector<'_> {
    /// What was found; labels without a space where no other states the same, and what may be an example only where
    /// nothing else states a status.
    fn all(mut self) -> Vec<Labelled> {
        let found = &self.found;
        self.tight.retain(|tight| found.iter().all(|found| found.key != tight.key));
        self.found.append(&mut self.tight);
        if self.found.iter().all(|found| found.key != LabelKind::Status) {
            self.found.append(&mut self.unsure);
        }
        self.found
    }

    /// Reads what may be an example.
    fn unsure(&mut self, read: impl FnOnce(&mut Self)) {
        let from = self.found.len();
        read(self);
        let read = self.found.split_off(from);
        self.unsure.extend(read);
    }

    /// What stands below the last rule of a file, in a last section that holds nothing but labels, or in italics or
    /// as a statement on other records at its end.
    fn footer(&mut self) {
        let Some(last) = self.document.outline.sections.last() else { return };
        let body = &self.document.blocks[last.body.clone()];
        if last.level == 2 && only_labels(body) {
            self.blocks(body);
            return;
        }
        let rule = body.iter().rposition(|block| matches!(block.kind, BlockKind::Rule));
        let read = self.document.outline.sections.len() == 1;
        if let Some(rule) = rule.filter(|_| !read) {
            self.blocks(&body[rule..]);
        } else {
            self.colophon(body);
            self.found.extend(footer::relation(body));
        }
    }

    /// Labels in italics that a section ends with; a date among them stands alone: other lines are captions.
    fn colophon(&mut self, body: &[Block]) {
        let from = self.found.len();
        self.blocks(footer::in_italics(body));
        let alone = |line: &Inlines| dates::stands_alone(&Line::of(line).text);
        let mut read = self.found.split_off(from);
        read.retain(|one| !asks_for_a_day(one.key) || one.lines.iter().all(alone));
        self.found.extend(read);
    }

    /// The labelled values among these blocks.
    fn blocks(&mut self, blocks: &[Block]) {
        let mut rest = blocks;
        while let Some((block, after)) = rest.split_first() {
            if let Some(behind) = page_block::skipped(self.document, rest) {
                rest = behind;
                continue;
            }
            rest = after;
            if let BlockKind::Paragraph(text) = &block.kind {
                let valued = self.leads(text, after)
                    && after.first().is_some_and(|next| self.take_value(text, next));
                rest = &after[usize::from(valued)..];
            } else {
                let first = after.len() + 1 == blocks.len();
                self.block(block, first);
            }
        }
    }

    /// The labelled values in a block that is no paragraph; `first`: none stands before it.
    fn block(&mut self, block: &Block, first: bool) {
        match &block.kind {
            BlockKind::List(list) => self.items(list),
            BlockKind::Quote(inside) => self.blocks(inside),
            BlockKind::Table(table) => self.found.extend(table::labelled(table)),
            BlockKind::Code(code) if first => {
                let lines = code::preamble(code, block.span, &self.document.source);
                self.unsure(|unsure| {
                    for line in lines.unwrap_or_default() {
                        unsure.paragraph(&line, false);
                    }
                });
            }
            BlockKind::Html => {
                let html = html::blocks(self.document.slice(block.span), block.span.start);
                self.html(&html);
            }
            _ => {}
        }
    }

    /// Reads a paragraph, and whether the next block is the value of its last label: behind `**Status**` alone on its
    /// line, or behind a term.
    fn leads(&mut self, text: &Inlines, after: &[Block]) -> bool {
        if is_term(text, after) {
            self.open(text, Origin::Line);
            return true;
        }
        self.paragraph(text, false)
    }

    /// Gives the last label the block below it, unless that begins with a label of its own.
    fn take_value(&mut self, label: &Inlines, next: &Block) -> bool {
        let Some(last) = self.found.last_mut() else { return false };
        let source = &self.document.source;
        let value = boxed(label, next, source)
            .unwrap_or_else(|| text_lines(std::slice::from_ref(next), source));
        let is_value = value.first().is_some_and(|line| field_of(line).is_none());
        if is_value {
            last.lines = value;
        }
        is_value
    }

    /// HTML has headings of its own.
    fn html(&mut self, blocks: &[Block]) {
        let heading = |block: &Block| block.heading().is_some();
        let start = blocks.iter().position(heading).unwrap_or(blocks.len());
        self.blocks(&blocks[..start]);
        let mut rest = &blocks[start..];
        while let Some((first, after)) = rest.split_first() {
            let end = after.iter().position(heading).unwrap_or(after.len());
            let key = first
                .heading()
                .and_then(|heading| self.heading_key(&heading.text.plain(), &after[..end]));
            if let Some(key) = key {
                self.keyed(key, first.span, &after[..end]);
            }
            rest = &after[end..];
        }
    }

    fn items(&mut self, list: &List) {
        for item in &list.items {
            let Some(text) = item.text() else { continue };
            let nested = item.blocks.get(1..).unwrap_or_default();
            let from = self.found.len();
            if self.paragraph(text, true) || self.found.len() > from && self.is_open() {
                let lines = text_lines(nested, &self.document.source);
                if let Some(last) = self.found.last_mut().filter(|last| is_value(last.key, &lines))
                {
                    last.lines.extend(lines);
                }
            }
        }
    }

    /// Whether the last value is still to come.
    fn is_open(&self) -> bool {
        self.found.last().is_some_and(|last| last.lines.iter().all(Inlines::is_blank))
    }

    fn open(&mut self, label: &Inlines, origin: Origin) {
        if let Some(key) = LabelKind::of(&label.plain()) {
            self.found.push(Labelled { key, label: label.span, lines: Vec::new(), origin });
        }
    }
}

/// Whether the items below a label are its value: several that do not begin with a status or a day report on
/// something.
fn is_value(key: LabelKind, lines: &[Inlines]) -> bool {
    let told = |line: &Inlines| {
        let text = line.plain();
        let said = text.trim_start_matches(|c: char| !c.is_alphanumeric());
        Vocabulary::known().at_start::<Status>(said).is_some() || date::at_start(said).is_some()
    };
    key != LabelKind::Status || lines.len() < 2 || lines.iter().any(told)
}

/// What an admonition holds below a blank line: its indentation makes it code for Markdown.
fn boxed(title: &Inlines, next: &Block, source: &Source) -> Option<Vec<Inlines>> {
    let BlockKind::Code(code) = &next.kind else { return None };
    admonition::title(title).filter(|_| !code.fenced)?;
    let (said, span) = (code.text.trim(), next.span);
    let line = match source.slice(span).find(said) {
        Some(at) => markdown::inlines(said, span.start + at),
        None => markdown::inlines(said, span.start).collapsed(span),
    };
    Some(vec![line])
}

/// A term of a definition list that is a label.
fn is_term(text: &Inlines, after: &[Block]) -> bool {
    let defined = matches!(after.first(), Some(Block { kind: BlockKind::Definition(_), .. }));
    defined && LabelKind::of(&text.plain()).is_some()
}
