//! One chapter, parsed once: front matter, blocks, outline. Everything keeps its span.

pub mod anchor;
pub mod block;
pub mod fence;
pub mod field;
pub mod flat;
mod frame;
pub mod front_matter;
pub mod grid_table;
pub mod html_table;
pub mod inline;
pub mod mojibake;
pub mod outline;
mod parse;
pub mod pipe_table;
mod runs;
mod toml_block;
mod value;
mod yaml_block;

use std::sync::Arc;

use crate::source::{Source, Span};

use block::{Block, BlockKind};
use front_matter::FrontMatter;
use inline::Inlines;
use outline::Outline;

/// A parsed file.
#[derive(Debug)]
pub struct Document {
    /// The file.
    pub source: Arc<Source>,
    /// The YAML block at the top.
    pub front_matter: Option<FrontMatter>,
    /// The blocks below it, in order.
    pub blocks: Vec<Block>,
    /// The headings and what belongs to each.
    pub outline: Outline,
}

impl Document {
    /// Parses a file. Any text is a document; nothing fails.
    pub fn parse(source: &Arc<Source>) -> Self {
        let text = source.text();
        let front_matter = front_matter::read(text);
        let start = front_matter.as_ref().map_or(0, |front| front.span.end);
        let blocks = parse::blocks(&text[start..], start);
        let outline = Outline::of(&blocks, text.len());
        Self { source: Arc::clone(source), front_matter, blocks, outline }
    }

    /// Parses a part of a file that another one includes; front matter is text there.
    pub fn parse_part(source: &Arc<Source>, span: Span) -> Self {
        let blocks = parse::blocks(source.slice(span), span.start);
        let outline = Outline::of(&blocks, span.end);
        Self { source: Arc::clone(source), front_matter: None, blocks, outline }
    }

    /// Parses a section of a file: what its links stand for may be said anywhere in that.
    pub fn parse_section(source: &Arc<Source>, span: Span) -> Self {
        let target = |label: &str| source.references(parse::references).get(label).cloned();
        let blocks = parse::blocks_of_section(source.slice(span), span.start, target);
        let outline = Outline::of(&blocks, span.end);
        Self { source: Arc::clone(source), front_matter: None, blocks, outline }
    }

    /// The title that front matter states, where no heading of level one stands below it.
    pub fn stated_title(&self) -> Option<&str> {
        let title = self.front_matter.as_ref()?.get(&["title"])?.value.as_str()?.trim();
        let has_own = || {
            let html = |block: &Block| {
                matches!(block.kind, BlockKind::Html)
                    && self.slice(block.span).to_ascii_lowercase().contains("<h1")
            };
            self.outline.sections.iter().any(|section| section.level == 1)
                || self.blocks.iter().any(html)
        };
        (!title.is_empty() && !has_own()).then_some(title)
    }

    /// Where the Markdown begins, after front matter.
    pub fn body_start(&self) -> usize {
        self.front_matter.as_ref().map_or(0, |front| front.span.end)
    }

    /// The text under a span.
    pub fn slice(&self, span: Span) -> &str {
        self.source.slice(span)
    }
}

/// Inline Markdown that stands in a value and not in a block: `[ADR 5](0005-x.md)` in front matter.
///
/// `offset` is where the text begins in its file. Text that is no paragraph is taken literally.
pub fn inlines(text: &str, offset: usize) -> Inlines {
    let mut blocks = parse::blocks(text, offset);
    match (blocks.pop().map(|block| block.kind), blocks.is_empty()) {
        (Some(BlockKind::Paragraph(text)), true) => text,
        _ => Inlines::literal(text, Span::new(offset, offset + text.len())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_stated_where_nothing_else_is_one() {
        let title = |below: &str| {
            let text = format!("---\ntitle: Atlas\n---\n{below}");
            Document::parse(&Source::new("a.md", text)).stated_title().map(str::to_owned)
        };
        assert_eq!(title("\n## Overview\n").as_deref(), Some("Atlas"));
        assert_eq!(title("Parcels\n===\n"), None);
        assert_eq!(title("<H1 align=\"center\">Parcels</H1>\n"), None);
    }
    #[test]
    fn a_section_alone_says_what_it_says_in_its_file() {
        let text = "---\n[a]: front.md\n---\n# All\n\n## One\n\nSee [it][A], [the\nother] and [none].\n\n## Two\n\n[a]: a.md\n[The Other]: <b c.md>\n";
        let file = Document::parse(&Source::new("a.md", text));
        let section = &file.outline.sections[1];
        let span = Span::new(section.heading.start, section.end);
        let alone = Document::parse_section(&file.source, span);
        let paragraph = |document: &Document, block: usize| {
            let text = document.blocks[block].paragraph().unwrap().clone();
            let links = text.links.iter().map(|link| (link.span, link.target.clone()));
            (text.plain(), text.span, links.collect::<Vec<_>>())
        };
        assert_eq!(paragraph(&alone, 1), paragraph(&file, 2));
        let targets: Vec<String> =
            paragraph(&alone, 1).2.into_iter().map(|(_, target)| target).collect();
        assert_eq!(targets, ["a.md", "b c.md"]);
        assert!(alone.front_matter.is_none() && alone.outline.sections.len() == 1);
        assert_eq!(alone.outline.sections[0].heading, section.heading);
    }
}
