//! Sections that nobody has written.

use std::ops::ControlFlow::{Break, Continue};

use text::markdown::block::{Block, BlockKind};
use text::markdown::inline::{Inlines, RunKind};
use text::source::Source;

use super::record::Unwritten;
use super::{html, lines, text as line};
use words::fold;

/// Sentences that templates come with, letters only: adr-tools', and the short form of Nygard's that
/// many copied.
const SENTENCES: [&str; 7] = [
    "theissuemotivatingthisdecisionandanycontextthatinfluencesorconstrainsthedecision",
    "thechangethatwereproposingorhaveagreedtoimplement",
    "whatbecomeseasierormoredifficulttodoandanyrisksintroducedbythechangethatwillneedtobemitigated",
    "whatistheissuethatwereseeingthatismotivatingthisdecisionorchange",
    "whatisthechangethatwereproposingandordoing",
    "whatisthechangethatweareactuallyproposingordoing",
    "whatbecomeseasierormoredifficulttodobecauseofthischange",
];

/// No sentence of a template is longer.
const LONGEST: usize = 160;

/// Why these blocks do not count as written; none when they do.
pub(super) fn of<'a>(
    mut blocks: impl Iterator<Item = &'a Block> + Clone,
    source: &Source,
) -> Option<Unwritten> {
    if blocks.clone().all(|block| is_blank(block, source)) {
        return Some(Unwritten::Empty);
    }
    let is_template = blocks.all(|block| match &block.kind {
        BlockKind::Table(_) | BlockKind::Code(_) => false,
        BlockKind::Paragraph(text) if is_long(text) => false,
        BlockKind::Paragraph(text) if line::is_one(text) => is_template(&text.plain()),
        _ => {
            let blocks = std::slice::from_ref(block);
            let written = lines::each_line(blocks, source, &mut |line| {
                if is_template(&line.plain()) { Continue(()) } else { Break(()) }
            });
            written.is_continue()
        }
    });
    is_template.then_some(Unwritten::Template)
}

/// Whether a text is longer than any sentence of a template and in no brackets; nearly all are.
fn is_long(text: &Inlines) -> bool {
    let mut words = text.runs().filter(|run| matches!(run.kind, RunKind::Text | RunKind::Code));
    let mut first = words.clone();
    let plain = first.next().is_some_and(|run| run.text.starts_with(char::is_alphanumeric));
    let mut len = 0;
    plain
        && words.any(|run| {
            len += run.text.len();
            len > LONGEST
        })
}

fn is_template(text: &str) -> bool {
    let bracketed = fold::is_bracketed(text) && !text.contains("](");
    bracketed
        || fold::is_nothing(text)
        || (text.len() <= LONGEST && fold::is_one_of(text, &SENTENCES))
}

/// Comments and rules are nothing to read.
fn is_blank(block: &Block, source: &Source) -> bool {
    let all = |blocks: &[Block]| blocks.iter().all(|block| is_blank(block, source));
    match &block.kind {
        BlockKind::Rule => true,
        BlockKind::Html => html::blocks(source.slice(block.span), block.span.start).is_empty(),
        BlockKind::Paragraph(text) => text.is_blank(),
        BlockKind::List(list) => list.items.iter().all(|item| all(&item.blocks)),
        BlockKind::Quote(blocks) => all(blocks),
        _ => false,
    }
}
