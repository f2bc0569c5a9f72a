//! The statements of running text, one after the other.

use std::ops::ControlFlow;

use text::markdown::block::{Block, BlockKind, Item, List};
use text::markdown::inline::Inlines;
use text::source::Source;

use super::html;
use super::text as line;

/// The statements of running text and of lists. Of a list with ticks only the ticked items count; where
/// none is ticked, or several are, each says so.
pub(super) fn text_lines(blocks: &[Block], source: &Source) -> Vec<Inlines> {
    let mut lines = Vec::new();
    let _all = each_line(blocks, source, &mut |line| {
        lines.push(line);
        ControlFlow::Continue(())
    });
    lines
}

/// The same, one after the other, until one is enough.
pub(super) fn each_line(
    blocks: &[Block],
    source: &Source,
    visit: &mut dyn FnMut(Inlines) -> ControlFlow<()>,
) -> ControlFlow<()> {
    blocks.iter().try_for_each(|block| match &block.kind {
        BlockKind::Paragraph(text) => line::parts(text).into_iter().try_for_each(&mut *visit),
        BlockKind::Quote(inside) | BlockKind::Definition(inside) => {
            each_line(inside, source, visit)
        }
        BlockKind::List(list) => items(list, source, visit),
        BlockKind::Html => {
            let html = html::blocks(source.slice(block.span), block.span.start);
            each_line(&html, source, visit)
        }
        _ => ControlFlow::Continue(()),
    })
}

fn items(
    list: &List,
    source: &Source,
    visit: &mut dyn FnMut(Inlines) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let ticks = list.items.iter().filter(|item| item.task == Some(true)).count();
    let ticked = ticks > 0;
    let blank = |item: &Item| item.task == Some(false);
    let mut counted = list.items.iter().filter(|item| !(ticked && blank(item)));
    counted.try_for_each(|item| {
        let (blank, one_of_several) = (blank(item), ticks > 1 && item.task == Some(true));
        each_line(&item.blocks, source, &mut |line| {
            visit(match (blank, one_of_several) {
                (true, _) => line::unticked(&line),
                (_, true) => line::ticked(&line),
                _ => line,
            })
        })
    })
}
