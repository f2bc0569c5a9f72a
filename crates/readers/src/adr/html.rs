//! Raw HTML as blocks: the tables, headings, lines and definitions that people write where Markdown
//! is not enough. Anything else is its text.

use text::markdown::block::{Block, BlockKind, Heading, Row, Table};
use text::markdown::inline::{Inlines, Link, Run, RunKind};
use text::raw_html::{Piece, Tag, pieces};
use text::source::Span;

/// The blocks of a piece of HTML that stands `offset` bytes into its file.
pub(super) fn blocks(html: &str, offset: usize) -> Vec<Block> {
    let mut reader = Reader::default();
    for piece in pieces(html, offset) {
        match piece {
            Piece::Words(words, span) => reader.text(words, span),
            Piece::Tag(tag) => reader.tag(&tag),
        }
    }
    reader.finish()
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    table: Option<Table>,
    inlines: Inlines,
    strong: bool,
    strike: bool,
    link: Option<usize>,
}

impl Reader {
    fn text(&mut self, text: &str, span: Span) {
        let words = text.trim_start_matches(['\n', '\r', '\t', ' ']);
        let start = span.end - words.len();
        let words = words.trim_end_matches(['\n', '\r', '\t']);
        if !text.trim().is_empty() {
            self.run(RunKind::Text, words, Span::new(start, start + words.len()));
        }
    }

    fn run(&mut self, kind: RunKind, text: &str, span: Span) {
        let (strong, link) = (self.strong, self.link);
        let run = Run { span, text, kind, strong, emphasis: false, strike: self.strike, link };
        self.inlines.push(run);
    }

    fn tag(&mut self, tag: &Tag<'_>) {
        let Tag { name, closes, span, .. } = *tag;
        let target = |name: &str| tag.attribute(name).map(|found| found.value);
        match name.to_ascii_lowercase().as_str() {
            "b" | "strong" => self.strong = !closes,
            "s" | "del" | "strike" => self.strike = !closes,
            "a" if closes => self.link = None,
            "a" => self.link = target("href").map(|href| self.add(href, span, false)),
            "img" => {
                self.link = target("src").map(|src| self.add(src, span, true));
                self.run(RunKind::Text, "", span);
                self.link = None;
            }
            "br" => self.run(RunKind::HardBreak, "", span),
            "table" if closes => self.end_table(span),
            "table" => {
                self.paragraph();
                self.table = Some(Table::default());
            }
            "tr" if !closes => {
                if let Some(table) = &mut self.table {
                    table.rows.push(Row { span, cells: Vec::new() });
                }
            }
            "td" | "th" if closes => {
                let cell = std::mem::take(&mut self.inlines);
                let row = self.table.as_mut().and_then(|table| table.rows.last_mut());
                if let Some(row) = row {
                    row.cells.push(cell);
                }
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if closes => {
                let level = name.as_bytes().get(1).map_or(1, |digit| digit - b'0');
                let text = std::mem::take(&mut self.inlines);
                let span = text.span;
                let (id, classes, attributes) = (None, Vec::new(), Vec::new());
                let heading = Heading { level, text, id, classes, attributes };
                self.blocks.push(Block { span, kind: BlockKind::Heading(Box::new(heading)) });
            }
            "dd" if closes => {
                let from = self.blocks.len();
                self.paragraph();
                let inside = self.blocks.split_off(from);
                self.blocks.push(Block { span, kind: BlockKind::Definition(inside) });
            }
            "p" | "div" | "li" | "ul" | "ol" | "dt" | "dd" | "dl" | "summary" | "details"
            | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.paragraph(),
            _ => {}
        }
    }

    fn add(&mut self, target: &str, span: Span, image: bool) -> usize {
        self.inlines.links.push(Link { span, target: target.to_owned(), image, wiki: false });
        self.inlines.links.len() - 1
    }

    fn paragraph(&mut self) {
        let text = std::mem::take(&mut self.inlines);
        if text.runs().len() > 0 && self.table.is_none() {
            self.blocks.push(Block { span: text.span, kind: BlockKind::Paragraph(text) });
        }
    }

    /// The first row is the header, as in Markdown; both ways of reading a table look at it.
    fn end_table(&mut self, end: Span) {
        let Some(mut table) = self.table.take() else { return };
        table.rows.retain(|row| !row.cells.is_empty());
        if !table.rows.is_empty() {
            let header = table.rows.remove(0);
            let span = header.span.cover(end);
            let table = Table { header, rows: table.rows };
            self.blocks.push(Block { span, kind: BlockKind::Table(table) });
        }
    }

    /// A blank line ends HTML in Markdown, also inside of a table: its rows so far are one.
    fn finish(mut self) -> Vec<Block> {
        if let Some(row) = self.table.as_ref().and_then(|table| table.rows.last()) {
            self.end_table(row.span);
        }
        self.paragraph();
        self.blocks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_headings_and_lines_are_blocks() {
        let html = "<h2>Status</h2>\n<p><b>Date</b>: x<br>y</p>\n<table><tr><td>A</td><td><a href=\"b.md\">B</a></td></tr></table>";
        let found = blocks(html, 7);
        let [heading, paragraph, table] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(
            heading.heading().map(|heading| heading.text.plain()),
            Some("Status".to_owned())
        );
        assert_eq!(paragraph.paragraph().map(Inlines::plain), Some("Date: x y".to_owned()));
        let BlockKind::Table(table) = &table.kind else { panic!() };
        assert_eq!(table.header.cells[1].links[0].target, "b.md");
        let open = "<table>\n<tr><td>Status</td><td>Accepted</td></tr>\n<tr><td>Date</td><td>x</td></tr>\n";
        let found = blocks(open, 0);
        let [Block { kind: BlockKind::Table(open), .. }] = found.as_slice() else {
            panic!("{found:?}")
        };
        assert_eq!(open.rows.len(), 1);
        for run in table.header.cells.iter().flat_map(Inlines::runs) {
            assert_eq!(&html[run.span.start - 7..run.span.end - 7], run.text);
        }
    }
}
