//! How long guidance is on a page, and where it may be cut.

use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::markdown::inline::{Inlines, RunKind};
use text::source::{Source, Span};

/// What a line of mdBook's column holds inside a box, in characters.
const LINE: usize = 85;

/// The offset of the first block, or item of a list, that has no room in so many lines; the text's end where all have.
pub(super) fn cut(markdown: &str, lines: usize) -> usize {
    let source = Source::new("", markdown);
    let document = Document::parse_part(&source, Span::new(0, markdown.len()));
    let mut left = lines;
    for (start, lines) in document.blocks.iter().flat_map(|block| parts(block, markdown)) {
        let Some(rest) = left.checked_sub(lines) else {
            return markdown[..start].rfind('\n').map_or(0, |at| at + 1);
        };
        left = rest;
    }
    markdown.len()
}

/// Where the parts of a block begin that may stand alone, each with its lines. What is numbered is not parted: the
/// rest would count anew.
fn parts(block: &Block, markdown: &str) -> Vec<(usize, usize)> {
    match &block.kind {
        BlockKind::List(list) if list.start.is_none() => {
            let items = list.items.iter();
            items.map(|item| (item.span.start, of_all(&item.blocks, markdown).max(1))).collect()
        }
        _ => vec![(block.span.start, of(block, markdown))],
    }
}

fn of(block: &Block, markdown: &str) -> usize {
    match &block.kind {
        BlockKind::Paragraph(text) => of_text(text, markdown),
        BlockKind::Heading(heading) => of_text(&heading.text, markdown),
        BlockKind::List(list) => {
            list.items.iter().map(|item| of_all(&item.blocks, markdown).max(1)).sum()
        }
        BlockKind::Table(table) => 1 + table.rows.len(),
        BlockKind::Code(code) => code.text.lines().count().max(1),
        BlockKind::Quote(blocks) | BlockKind::Footnote(blocks) | BlockKind::Definition(blocks) => {
            of_all(blocks, markdown)
        }
        BlockKind::Html => markdown[block.span.range()].lines().count(),
        BlockKind::Rule => 1,
    }
}

fn of_all(blocks: &[Block], markdown: &str) -> usize {
    blocks.iter().map(|block| of(block, markdown)).sum()
}

/// What is between two breaks fills whole lines.
fn of_text(text: &Inlines, markdown: &str) -> usize {
    let (mut lines, mut letters) = (0, 0);
    for run in text.runs() {
        match run.kind {
            RunKind::SoftBreak => letters += 1,
            RunKind::Html if !markdown[run.span.range()].starts_with("<br") => {}
            RunKind::HardBreak | RunKind::Html => {
                lines += of_letters(letters);
                letters = 0;
            }
            _ => letters += run.text.chars().count(),
        }
    }
    lines + of_letters(letters)
}

fn of_letters(letters: usize) -> usize {
    letters.div_ceil(LINE).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What three lines show.
    fn shown(markdown: &str) -> &str {
        &markdown[..cut(markdown, 3)]
    }

    #[test]
    fn items_breaks_and_code_are_lines() {
        assert_eq!(shown("- a\n- b\n- c\n- d\n"), "- a\n- b\n- c\n");
        assert_eq!(shown("Say:\n- a\n- b\n  - c\n- d\n"), "Say:\n- a\n");
        assert_eq!(shown("a\\\nb<br>c<br/>d\n"), "");
        assert_eq!(shown("One.\n\n```text\na\nb\nc\n```\n\nTwo.\n"), "One.\n\n");
        assert_eq!(shown("```text\na\nb\n```\n\nOne.\n\nTwo.\n"), "```text\na\nb\n```\n\nOne.\n\n");
        assert_eq!(shown("Say:\n1. a\n1. b\n1. c\n"), "Say:\n");
    }

    #[test]
    fn what_has_room_is_shown_whole() {
        for text in ["", "One.\n\nTwo\nlines.\n\n*Good:* three.", "- a\n\n- b\n\n- c\n"] {
            assert_eq!(shown(text), text);
        }
        let long = "word ".repeat(50);
        assert_eq!(shown(&long), long);
        let longer = "word ".repeat(60);
        assert_eq!(shown(&format!("One.\n\n{longer}")), "One.\n\n");
    }
}
