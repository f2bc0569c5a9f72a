//! Raw HTML as blocks: the tables, headings, lines and definitions that people write where Markdown
//! is not enough. Anything else is its text.

use text::markdown::block::{Block, BlockKind, Heading};
use text::markdown::html_table::{self, WordStyle};
use text::markdown::inline::{Inlines, RunKind};
use text::raw_html::{Piece, Tag, pieces, unescaped};
use text::source::Span;

/// The blocks of a piece of HTML that stands `offset` bytes into its file.
pub(super) fn blocks(html: &str, offset: usize) -> Vec<Block> {
    let mut reader = Reader::default();
    // What lies before is read.
    let mut from = offset;
    for piece in pieces(html, offset) {
        match piece {
            Piece::Words(_, span) | Piece::Tag(Tag { span, .. }) if span.start < from => {}
            Piece::Words(words, span) => reader.text(words, span),
            // A blank line ends HTML in Markdown, also inside of a table: its rows so far are one.
            Piece::Tag(tag) if tag.opens("table") => {
                reader.paragraph();
                let (table, span) = html_table::opened(html, offset, &tag);
                let kind = table.map(BlockKind::Table);
                reader.blocks.extend(kind.map(|kind| Block { span, kind }));
                from = span.end;
            }
            Piece::Tag(tag) => reader.tag(&tag),
        }
    }
    reader.paragraph();
    reader.blocks
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    inlines: Inlines,
    style: WordStyle,
}

impl Reader {
    fn text(&mut self, text: &str, span: Span) {
        let words = text.trim_start_matches(['\n', '\r', '\t', ' ']);
        let start = span.end - words.len();
        let words = words.trim_end_matches(['\n', '\r', '\t']);
        if !text.trim().is_empty() {
            let span = Span::new(start, start + words.len());
            self.style.push(RunKind::Text, &unescaped(words), span, &mut self.inlines);
        }
    }

    fn tag(&mut self, tag: &Tag<'_>) {
        let Tag { name, closes, span, .. } = *tag;
        match name.to_ascii_lowercase().as_str() {
            "br" => self.style.push(RunKind::HardBreak, "", span, &mut self.inlines),
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
            _ => self.style.enter(tag, &mut self.inlines),
        }
    }

    fn paragraph(&mut self) {
        let text = std::mem::take(&mut self.inlines);
        if text.runs().len() > 0 {
            self.blocks.push(Block { span: text.span, kind: BlockKind::Paragraph(text) });
        }
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

    #[test]
    fn a_table_stands_between_what_is_around_it() {
        let html = "<p>Team: R&amp;D</p><table><tr><td><h3>Status</h3><td><p>Accepted<tr><td>Day</table><h2>End</h2>";
        let found = blocks(html, 0);
        let [before, table, after] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(before.paragraph().map(Inlines::plain), Some("Team: R&D".to_owned()));
        assert_eq!(after.heading().map(|heading| heading.text.plain()), Some("End".to_owned()));
        let BlockKind::Table(table) = &table.kind else { panic!() };
        let cells: Vec<String> = table.header.cells.iter().map(Inlines::plain).collect();
        assert_eq!(
            (cells, table.rows.len()),
            (vec!["Status".to_owned(), "Accepted".to_owned()], 1)
        );
    }

    #[test]
    fn tables_that_nobody_closes_are_read_once() {
        assert!(blocks(&"<table>".repeat(10_000), 0).is_empty());
        assert_eq!(blocks(&"<table><tr><td>a</td></tr></table>".repeat(3), 0).len(), 3);
    }
}
