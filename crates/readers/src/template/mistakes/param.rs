//! `{{name}}` where the template has no such parameter.

use text::markdown::block::{Block, BlockKind};
use text::markdown::front_matter::ValueKind;
use text::markdown::inline::{Inlines, RunKind};
use text::source::Span;
use text::wording::nearest;

use super::super::Problem;
use super::front::{is_for_us, is_name};
use super::{Parent, Read};

pub(super) fn find(read: &Read<'_>) -> Vec<Problem> {
    if matches!(read.parent, Parent::Unknown) {
        return Vec::new();
    }
    let document = read.document;
    let front = document.front_matter.as_ref();
    let stated = front.and_then(|front| front.get(&["params"]));
    if stated
        .is_some_and(|entry| matches!(entry.value.kind, ValueKind::List(_) | ValueKind::Scalar(_)))
    {
        // Nothing can be known of parameters that could not be read.
        return Vec::new();
    }
    let names = || read.whole.params.iter().map(|param| param.name.as_str());
    // In a file that was not written for us, braces may be an author's own placeholders.
    let ours = front.is_some_and(is_for_us);
    let mut code = Vec::new();
    code_in(&document.blocks, &mut code);
    let is_code =
        |span: Span| code.iter().any(|code| code.start <= span.start && span.end <= code.end);
    let mut problems = Vec::new();
    for (span, name) in braced(document.source.text(), document.body_start()) {
        if !is_name(name) || names().any(|known| known == name) {
            continue;
        }
        let message = match nearest(name, names()) {
            Some(near) => {
                format!("the template has no parameter `{name}`; did you mean `{near}`?")
            }
            None if ours && !is_code(span) => {
                format!("the template has no parameter `{name}`: add it to `params`")
            }
            None => continue,
        };
        problems.push(Problem { span, message });
    }
    problems
}

/// Each `{{name}}` from a byte on, with its name.
fn braced(text: &str, from: usize) -> impl Iterator<Item = (Span, &str)> {
    text[from..].match_indices("{{").filter_map(move |(at, _)| {
        let start = from + at;
        let inside = &text[start + 2..];
        let end = inside.find("}}")?;
        Some((Span::new(start, start + end + 4), inside[..end].trim()))
    })
}

/// Where code stands: its braces are another program's.
fn code_in(blocks: &[Block], found: &mut Vec<Span>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Code(_) => found.push(block.span),
            BlockKind::Paragraph(text) => inline_code(text, found),
            BlockKind::Table(table) => {
                let rows = std::iter::once(&table.header).chain(&table.rows);
                rows.flat_map(|row| &row.cells).for_each(|cell| inline_code(cell, found));
            }
            BlockKind::List(list) => {
                list.items.iter().for_each(|item| code_in(&item.blocks, found));
            }
            BlockKind::Quote(blocks) | BlockKind::Footnote(blocks) => code_in(blocks, found),
            _ => {}
        }
    }
}

fn inline_code(text: &Inlines, found: &mut Vec<Span>) {
    let code = text.runs().filter(|run| run.kind == RunKind::Code);
    found.extend(code.map(|run| run.span));
}
