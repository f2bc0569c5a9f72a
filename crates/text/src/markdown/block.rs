//! The block tree of a chapter: what CommonMark makes of it, every part with its span.

use crate::source::Span;

use super::inline::Inlines;

/// A block and where it stands. Spans are offsets into the whole file, front matter included.
#[derive(Debug)]
pub struct Block {
    /// First to last byte, with the trailing line break where the parser counts it in.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block is.
#[derive(Debug)]
pub enum BlockKind {
    /// ATX or setext; apart, since it is rare and more than twice as large as the others.
    Heading(Box<Heading>),
    /// Also the text of a tight list item.
    Paragraph(Inlines),
    /// Bullets or numbers.
    List(List),
    /// A pipe table.
    Table(Table),
    /// Fenced or indented.
    Code(Code),
    /// `>`; alerts too.
    Quote(Vec<Block>),
    /// Raw HTML up to the blank line that ends it; comments too.
    Html,
    /// `---`.
    Rule,
    /// `[^1]: ...`
    Footnote(Vec<Block>),
    /// The definitions of a definition list; the terms are paragraphs before them.
    Definition(Vec<Block>),
}

/// A heading.
#[derive(Debug)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// The text without attributes and closing hashes.
    pub text: Inlines,
    /// `{#id}`.
    pub id: Option<String>,
    /// `{.class}`.
    pub classes: Vec<String>,
    /// `{key=value}`.
    pub attributes: Vec<(String, Option<String>)>,
}

/// A list.
#[derive(Debug)]
pub struct List {
    /// The first number of an ordered list.
    pub start: Option<u64>,
    /// The items.
    pub items: Vec<Item>,
}

/// A list item.
#[derive(Debug)]
pub struct Item {
    /// From the marker to the end of the item's last block.
    pub span: Span,
    /// Ticked or not, for `- [ ]`.
    pub task: Option<bool>,
    /// Its blocks; the first is a paragraph unless the item is empty or begins otherwise.
    pub blocks: Vec<Block>,
}

impl Item {
    /// The item's own text: its first paragraph.
    pub fn text(&self) -> Option<&Inlines> {
        match self.blocks.first() {
            Some(Block { kind: BlockKind::Paragraph(text), .. }) => Some(text),
            _ => None,
        }
    }
}

/// A table; all rows have as many cells as the header.
#[derive(Debug, Default)]
pub struct Table {
    /// The header row.
    pub header: Row,
    /// The rows below.
    pub rows: Vec<Row>,
}

/// A table row.
#[derive(Debug, Default)]
pub struct Row {
    /// The row's line.
    pub span: Span,
    /// The cells.
    pub cells: Vec<Inlines>,
}

/// A code block.
#[derive(Debug)]
pub struct Code {
    /// The info string after the fence; empty for an indented block.
    pub info: String,
    /// Fenced, or indented?
    pub fenced: bool,
    /// The code, without fences and indentation.
    pub text: String,
}

/// Shows every text in a block, those of nested blocks too.
pub fn each_text<'d>(block: &'d Block, look: &mut impl FnMut(&'d Inlines)) {
    match &block.kind {
        BlockKind::Heading(heading) => look(&heading.text),
        BlockKind::Paragraph(text) => look(text),
        BlockKind::List(list) => {
            let blocks = list.items.iter().flat_map(|item| &item.blocks);
            blocks.for_each(|block| each_text(block, look));
        }
        BlockKind::Table(table) => {
            let rows = std::iter::once(&table.header).chain(&table.rows);
            rows.flat_map(|row| &row.cells).for_each(look);
        }
        BlockKind::Quote(blocks) | BlockKind::Footnote(blocks) | BlockKind::Definition(blocks) => {
            for block in blocks {
                each_text(block, look);
            }
        }
        BlockKind::Code(_) | BlockKind::Html | BlockKind::Rule => {}
    }
}

impl Block {
    /// The heading, if it is one.
    pub fn heading(&self) -> Option<&Heading> {
        match &self.kind {
            BlockKind::Heading(heading) => Some(heading),
            _ => None,
        }
    }

    /// The paragraph's text, if it is one.
    pub fn paragraph(&self) -> Option<&Inlines> {
        match &self.kind {
            BlockKind::Paragraph(text) => Some(text),
            _ => None,
        }
    }
}
