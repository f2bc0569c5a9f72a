//! `{{name}}` where the template has no such parameter.

use std::collections::HashSet;

use text::markdown::block::{Block, BlockKind};
use text::markdown::front_matter::ValueKind;
use text::markdown::inline::{Inlines, RunKind};
use text::source::Span;
use text::wording::nearest;

use super::super::Problem;
use super::front::{is_for_us, is_name};
use super::{Parent, Read};
use crate::braces;

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
    let names: HashSet<&str> = read.whole.params.iter().map(|param| param.name.as_str()).collect();
    // In a file that was not written for us, braces may be an author's own placeholders.
    let ours = front.is_some_and(is_for_us);
    let mut code = Vec::new();
    code_in(&document.blocks, &mut code);
    let is_code = |span: Span| {
        let after = code.partition_point(|code| code.start <= span.start);
        code[..after].last().is_some_and(|code| span.end <= code.end)
    };
    let mut problems = Vec::new();
    let from = document.body_start();
    for (span, words) in braces::closed(&document.source.text()[from..]) {
        let (span, name) = (span.shifted(from), words.trim());
        if !is_name(name) || names.contains(name) {
            continue;
        }
        let message = match nearest(name, names.iter().copied()) {
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
