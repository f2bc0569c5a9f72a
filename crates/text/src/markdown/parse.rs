//! pulldown-cmark's events, folded into the block tree. The only place that knows the parser.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Parser, Tag, TagEnd};

use crate::dialect::options;
use crate::source::Span;

use super::block::{Block, BlockKind, Item, Row};
use super::frame::Frame;
use super::front_matter;
use super::inline::{Inlines, Link, Run, RunKind};

/// Blocks nested deeper than this are read as if they stood at this depth: no real document comes
/// near it, and a hostile one must not exhaust the stack when the tree is walked.
const MAX_DEPTH: usize = 96;

/// Parses Markdown that begins `offset` bytes into its file.
pub(super) fn blocks(text: &str, offset: usize) -> Vec<Block> {
    built(Parser::new_ext(text, options()).into_offset_iter(), offset)
}

/// The same of a section, with what the labels stand for that it does not define itself; they come as [`references`] has
/// them.
pub(super) fn blocks_of_section(
    text: &str,
    offset: usize,
    target: impl Fn(&str) -> Option<String>,
) -> Vec<Block> {
    let target = |link: BrokenLink<'_>| {
        Some((target(&label(&link.reference))?.into(), CowStr::Borrowed("")))
    };
    let parser = Parser::new_with_broken_link_callback(text, options(), Some(target));
    built(parser.into_offset_iter(), offset)
}

/// The targets of a file's links, by their labels.
pub(super) fn references(text: &str) -> HashMap<String, String> {
    let start = front_matter::span(text).map_or(0, |front| front.end);
    let parser = Parser::new_ext(&text[start..], options());
    let defined = parser.reference_definitions().iter();
    defined.map(|(name, link)| (label(name), link.dest.to_string())).collect()
}

/// Labels that differ in case are one.
fn label(name: &str) -> String {
    name.to_lowercase()
}

fn built<'t>(events: impl Iterator<Item = (Event<'t>, Range<usize>)>, offset: usize) -> Vec<Block> {
    let mut builder = Builder::new(offset);
    for (event, range) in events {
        builder.event(event, Span::from(range).shifted(offset));
    }
    builder.finish()
}

struct Open {
    frame: Frame,
    span: Span,
    /// How many of the finished blocks stand before it.
    before: usize,
}

/// What is finished waits in one list for what it belongs to, which then takes just the memory it needs.
struct Builder {
    open: Vec<Open>,
    /// How many frames deeper than [`MAX_DEPTH`] the parser is.
    beyond: usize,
    blocks: Vec<Block>,
    cells: Vec<Inlines>,
    /// Where the open text stands; none where there is none.
    inlines: Option<Span>,
    text: Inlines,
    style: Style,
}

#[derive(Default)]
struct Style {
    strong: u32,
    emphasis: u32,
    strike: u32,
    links: Vec<usize>,
}

impl Builder {
    fn new(offset: usize) -> Self {
        Self {
            open: vec![Open { frame: Frame::Plain, span: Span::at(offset), before: 0 }],
            beyond: 0,
            blocks: Vec::new(),
            cells: Vec::new(),
            inlines: None,
            text: Inlines::default(),
            style: Style::default(),
        }
    }

    fn finish(mut self) -> Vec<Block> {
        while self.open.len() > 1 {
            self.close();
        }
        self.flush_inlines();
        self.blocks.shrink_to_fit();
        self.blocks
    }

    fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag, span),
            Event::Text(text) => self.text(&text, span),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.run(RunKind::Code, &text, span);
            }
            Event::Html(_) => {}
            Event::InlineHtml(text) => self.run(RunKind::Html, &text, span),
            Event::FootnoteReference(name) => self.run(RunKind::Footnote, &name, span),
            Event::SoftBreak => self.run(RunKind::SoftBreak, "", span),
            Event::HardBreak => self.run(RunKind::HardBreak, "", span),
            Event::Rule => {
                self.flush_inlines();
                self.blocks.push(Block { span, kind: BlockKind::Rule });
            }
            Event::TaskListMarker(ticked) => {
                // In a list with blank lines the box stands in a paragraph of the item.
                let item = self.open.iter_mut().rev().find_map(|open| match &mut open.frame {
                    Frame::Item { task } => Some(task),
                    _ => None,
                });
                if let Some(task) = item {
                    *task = Some(ticked);
                }
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        match tag {
            Tag::Emphasis => self.style.emphasis += 1,
            Tag::Strong => self.style.strong += 1,
            Tag::Strikethrough => self.style.strike += 1,
            Tag::Link { link_type, dest_url, .. } => {
                let wiki = matches!(link_type, LinkType::WikiLink { .. });
                self.start_link(Link { span, target: dest_url.into_string(), image: false, wiki });
            }
            Tag::Image { dest_url, .. } => {
                let target = dest_url.into_string();
                self.start_link(Link { span, target, image: true, wiki: false });
            }
            Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => {}
            block => self.open(Frame::of(block), span),
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Emphasis => self.style.emphasis = self.style.emphasis.saturating_sub(1),
            TagEnd::Strong => self.style.strong = self.style.strong.saturating_sub(1),
            TagEnd::Strikethrough => self.style.strike = self.style.strike.saturating_sub(1),
            TagEnd::Link | TagEnd::Image => {
                self.style.links.pop();
            }
            TagEnd::Superscript | TagEnd::Subscript | TagEnd::MetadataBlock(_) => {}
            _ if self.beyond > 0 => {
                self.flush_inlines();
                self.beyond -= 1;
            }
            _ => {
                if let Some(open) = self.open.last_mut() {
                    open.span = open.span.cover(span);
                }
                self.close();
            }
        }
    }

    fn open(&mut self, frame: Frame, span: Span) {
        self.flush_inlines();
        if self.open.len() >= MAX_DEPTH {
            self.beyond += 1;
            return;
        }
        if matches!(frame, Frame::Heading(_) | Frame::Paragraph | Frame::Cell) {
            self.inlines = Some(span);
        }
        self.open.push(Open { frame, span, before: self.blocks.len() });
    }

    fn close(&mut self) {
        let carries_text = self.open.last().is_some_and(|open| {
            matches!(open.frame, Frame::Heading(_) | Frame::Paragraph | Frame::Cell)
        });
        let inlines = if carries_text {
            self.take_inlines().unwrap_or_default()
        } else {
            self.flush_inlines();
            Inlines::default()
        };
        if self.open.len() < 2 {
            return;
        }
        let Some(open) = self.open.pop() else { return };
        self.attach(open, inlines);
    }

    /// Hands a finished frame to the one around it.
    fn attach(&mut self, open: Open, inlines: Inlines) {
        let Open { frame, span, before } = open;
        let Some(parent) = self.open.last_mut() else {
            return;
        };
        let inner = if matches!(frame, Frame::Plain) { self.blocks.len() } else { before };
        let blocks = self.blocks.split_off(inner);
        let mut cells = || self.cells.drain(..).collect();
        let kind = match frame {
            Frame::Heading(mut heading) => {
                heading.text = inlines;
                BlockKind::Heading(heading)
            }
            Frame::Paragraph => BlockKind::Paragraph(inlines),
            Frame::List(mut list) => {
                list.items.shrink_to_fit();
                BlockKind::List(list)
            }
            Frame::Table(mut table) => {
                table.rows.shrink_to_fit();
                BlockKind::Table(table)
            }
            Frame::Code(code) => BlockKind::Code(code),
            Frame::Quote => BlockKind::Quote(blocks),
            Frame::Html => BlockKind::Html,
            Frame::Footnote => BlockKind::Footnote(blocks),
            Frame::Definition => BlockKind::Definition(blocks),
            Frame::Item { task } => {
                if let Frame::List(list) = &mut parent.frame {
                    list.items.push(Item { span, task, blocks });
                }
                return;
            }
            Frame::Row => {
                if let Frame::Table(table) = &mut parent.frame {
                    table.rows.push(Row { span, cells: cells() });
                }
                return;
            }
            Frame::Cell => {
                self.cells.push(inlines);
                return;
            }
            Frame::Plain => {
                // A table's head is a plain frame that holds its cells.
                if let Frame::Table(table) = &mut parent.frame {
                    table.header = Row { span, cells: cells() };
                }
                return;
            }
        };
        self.blocks.push(Block { span, kind });
    }

    /// Ends the text of a tight list item, which has no paragraph of its own.
    fn flush_inlines(&mut self) {
        if let Some(inlines) = self.take_inlines() {
            self.blocks.push(Block { span: inlines.span, kind: BlockKind::Paragraph(inlines) });
        }
    }

    fn take_inlines(&mut self) -> Option<Inlines> {
        let span = self.inlines.take()?;
        Some(tightened(self.text.take(), span))
    }

    fn start_link(&mut self, link: Link) {
        self.inlines.get_or_insert(link.span);
        self.style.links.push(self.text.links.len());
        self.text.links.push(link);
    }

    fn text(&mut self, text: &str, span: Span) {
        match self.open.last_mut() {
            Some(Open { frame: Frame::Code(code), .. }) => code.text.push_str(text),
            Some(Open { frame: Frame::Html, .. }) => {}
            _ => self.run(RunKind::Text, text, span),
        }
    }

    fn run(&mut self, kind: RunKind, text: &str, span: Span) {
        let style = &self.style;
        let (strong, emphasis, strike) = (style.strong > 0, style.emphasis > 0, style.strike > 0);
        let link = style.links.last().copied();
        self.inlines = Some(self.inlines.map_or(span, |inlines| inlines.cover(span)));
        self.text.add(Run { span, text, kind, strong, emphasis, strike, link });
    }
}

/// With the span of what the runs and links cover, so that it ends with the text and not with the line.
fn tightened(mut text: Inlines, span: Span) -> Inlines {
    let mut runs = text.runs();
    let Some(first) = runs.next() else {
        text.span = span;
        return text;
    };
    let mut span = runs.next_back().map_or(first.span, |last| first.span.cover(last.span));
    if let (Some(first), Some(last)) = (text.links.first(), text.links.last()) {
        span.start = span.start.min(first.span.start);
        span.end = span.end.max(last.span.end);
    }
    text.span = span;
    text
}
