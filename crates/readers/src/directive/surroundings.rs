//! Where in the Markdown a place of the text lies, and whether a directive is carried out there.

use std::cell::OnceCell;

use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::markdown::inline::{Inlines, Run, RunKind};
use text::source::Span;

use super::Position;

/// The comments in a file's HTML, once anybody has asked for them.
pub(super) type Comments = OnceCell<Vec<Span>>;

/// What a place in the text is to a directive.
pub(super) enum Surroundings {
    /// Code or a comment, how one documents a directive; and where it ends.
    Silent(usize),
    /// Text; a position where it is not carried out, or none.
    Plain(Option<Position>),
}

pub(super) fn surroundings(
    document: &Document,
    offset: usize,
    comments: &Comments,
) -> Surroundings {
    match around(&document.blocks, |block| block.span, offset) {
        Some(block) => inside(document, block, offset, comments),
        None => Surroundings::Plain(None),
    }
}

/// The one of some parts of the text, in its order, that an offset lies in.
pub(super) fn around<T>(parts: &[T], span: impl Fn(&T) -> Span, offset: usize) -> Option<&T> {
    let after = parts.partition_point(|part| span(part).start <= offset);
    parts[..after].last().filter(|part| offset < span(part).end)
}

fn inside(document: &Document, block: &Block, offset: usize, comments: &Comments) -> Surroundings {
    let plain = |position| Surroundings::Plain(Some(position));
    match &block.kind {
        BlockKind::Code(_) => Surroundings::Silent(block.span.end),
        BlockKind::Html => {
            let comments = comments.get_or_init(|| self::comments(document));
            match around(comments, |comment| *comment, offset) {
                Some(comment) => Surroundings::Silent(comment.end),
                None => plain(Position::Html),
            }
        }
        BlockKind::Heading(heading) => {
            let setext = !document.slice(block.span).trim_start().starts_with('#');
            match in_inlines(&heading.text, offset) {
                // With `---` below, a directive looks like a setext heading to Markdown.
                Surroundings::Plain(_) if setext => Surroundings::Plain(None),
                Surroundings::Plain(_) => plain(Position::Heading),
                silent @ Surroundings::Silent(_) => silent,
            }
        }
        BlockKind::Paragraph(text) => in_inlines(text, offset),
        BlockKind::Table(table) => {
            let row = around(&table.rows, |row| row.span, offset).unwrap_or(&table.header);
            let cell = around(&row.cells, |cell| cell.span, offset);
            match cell.map(|cell| in_inlines(cell, offset)) {
                Some(silent @ Surroundings::Silent(_)) => silent,
                _ => plain(Position::Table),
            }
        }
        BlockKind::List(list) => {
            let item = around(&list.items, |item| item.span, offset);
            let blocks = item.map_or(&[][..], |item| &item.blocks);
            nested(document, blocks, offset, comments, Position::List)
        }
        BlockKind::Quote(blocks) => nested(document, blocks, offset, comments, Position::Quote),
        BlockKind::Footnote(blocks) | BlockKind::Definition(blocks) => {
            nested(document, blocks, offset, comments, Position::Note)
        }
        BlockKind::Rule => Surroundings::Plain(None),
    }
}

fn nested(
    document: &Document,
    blocks: &[Block],
    offset: usize,
    comments: &Comments,
    position: Position,
) -> Surroundings {
    let inner = around(blocks, |block| block.span, offset);
    match inner.map(|block| inside(document, block, offset, comments)) {
        Some(silent @ Surroundings::Silent(_)) => silent,
        _ => Surroundings::Plain(Some(position)),
    }
}

fn in_inlines(text: &Inlines, offset: usize) -> Surroundings {
    match run_around(text, offset) {
        Some(run) if run.kind == RunKind::Code => Surroundings::Silent(run.span.end),
        Some(run) if run.kind == RunKind::Html && run.text.starts_with("<!--") => {
            Surroundings::Silent(run.span.end)
        }
        _ => Surroundings::Plain(None),
    }
}

/// The run over an offset of the file.
fn run_around(text: &Inlines, offset: usize) -> Option<Run<'_>> {
    text.runs_from(offset).next().filter(|run| run.span.start <= offset)
}

/// Where a comment stands that shares its line with text; none where it is code, or has lines of its own.
pub(super) fn within_line(document: &Document, offset: usize) -> Option<Position> {
    let block = around(&document.blocks, |block| block.span, offset)?;
    commented(block, offset, Position::Paragraph)
}

fn commented(block: &Block, offset: usize, position: Position) -> Option<Position> {
    let html =
        |text: &Inlines| run_around(text, offset).is_some_and(|run| run.kind == RunKind::Html);
    let nested = |blocks: &[Block], position| {
        commented(around(blocks, |block| block.span, offset)?, offset, position)
    };
    match &block.kind {
        BlockKind::Paragraph(text) => html(text).then_some(position),
        BlockKind::Heading(heading) => html(&heading.text).then_some(Position::Heading),
        BlockKind::Table(table) => {
            let row = around(&table.rows, |row| row.span, offset).unwrap_or(&table.header);
            let cell = around(&row.cells, |cell| cell.span, offset)?;
            html(cell).then_some(Position::Table)
        }
        BlockKind::List(list) => {
            nested(&around(&list.items, |item| item.span, offset)?.blocks, Position::List)
        }
        BlockKind::Quote(blocks) => nested(blocks, Position::Quote),
        BlockKind::Footnote(blocks) | BlockKind::Definition(blocks) => {
            nested(blocks, Position::Note)
        }
        BlockKind::Html | BlockKind::Code(_) | BlockKind::Rule => None,
    }
}

/// The comments in all HTML blocks, each from `<!--` to `-->`, in the text's order.
pub(super) fn comments(document: &Document) -> Vec<Span> {
    let mut found = Vec::new();
    for block in &document.blocks {
        in_block(document, block, &mut found);
    }
    found
}

fn in_block(document: &Document, block: &Block, found: &mut Vec<Span>) {
    match &block.kind {
        BlockKind::Html => {
            let html = document.slice(block.span);
            let mut at = 0;
            while let Some(open) = html[at..].find("<!--").map(|open| at + open) {
                let close = html[open..].find("-->").map_or(html.len(), |close| open + close + 3);
                found.push(Span::new(open, close).shifted(block.span.start));
                at = close;
            }
        }
        BlockKind::List(list) => {
            let blocks = list.items.iter().flat_map(|item| &item.blocks);
            blocks.for_each(|block| in_block(document, block, found));
        }
        BlockKind::Quote(blocks) | BlockKind::Footnote(blocks) | BlockKind::Definition(blocks) => {
            for block in blocks {
                in_block(document, block, found);
            }
        }
        _ => {}
    }
}

/// Where the directive stands if it shares its lines or its paragraph with other text.
pub(super) fn alone(document: &Document, span: Span) -> Option<Position> {
    let text = document.source.text();
    let blank = |c: char| c != '\n' && c.is_whitespace();
    let line_start = text[..span.start].trim_end_matches(blank).len();
    let line_end = text.len() - text[span.end..].trim_start_matches(blank).len();
    let begins = line_start == 0 || text[..line_start].ends_with('\n');
    let ends = line_end == text.len() || text[line_end..].starts_with('\n');
    if !begins || !ends {
        return Some(Position::Paragraph);
    }
    let previous = text[..line_start].trim_end_matches(['\n', '\r']).len();
    let joined_above =
        touches(&text[previous..line_start]) && !ends_block(document, &text[..previous], previous);
    let next = text[line_end..].strip_prefix('\n').unwrap_or_default().lines().next();
    let joined_below = next.is_some_and(|line| {
        let line = line.trim();
        !(line.is_empty() || line.starts_with(['#', '`', '~', '<', '|', '>']) || is_rule(line))
    });
    (joined_above || joined_below).then_some(Position::Paragraph)
}

/// Only one line break lies between: the lines belong to one paragraph unless a block ends there.
fn touches(gap: &str) -> bool {
    gap.matches('\n').count() == 1
}

fn ends_block(document: &Document, before: &str, end: usize) -> bool {
    let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
    let directive_above = line.trim_end().ends_with(">>");
    let before = document.blocks.partition_point(|block| block.span.start < end);
    let block = document.blocks[..before].last();
    let ended = block.is_none_or(|block| {
        block.span.end <= end + 2 && !matches!(block.kind, BlockKind::Paragraph(_))
    });
    directive_above || ended || end <= document.body_start()
}

/// A thematic break or the underline of a setext heading.
fn is_rule(line: &str) -> bool {
    ['-', '=', '*', '_']
        .iter()
        .any(|&mark| line.chars().all(|c| c == mark || c == ' ') && line.chars().any(|c| c == mark))
}
