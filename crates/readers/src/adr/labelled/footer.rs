//! Labels at the end of a file, below a rule or in a last section of their own.

use text::markdown::block::{Block, BlockKind};
use text::markdown::field;
use text::markdown::inline::{Inlines, Run};
use words::{Label, Vocabulary};

use crate::adr::label::LabelKind;
use crate::adr::labelled_value::Labelled;
use crate::adr::record::Origin;

/// What belongs to the last section of a document that holds records: labels below a rule at the end are
/// the document's own.
pub(super) fn before_footer(body: &[Block]) -> &[Block] {
    let rule = body.iter().rposition(|block| matches!(block.kind, BlockKind::Rule));
    let Some(rule) = rule else { return body };
    let footer = &body[rule + 1..];
    let labels = |block: &Block| !field::fields(std::slice::from_ref(block)).is_empty();
    if !footer.is_empty() && footer.iter().all(labels) { &body[..rule] } else { body }
}

/// Whether blocks are a list of labelled values, or begin with two about a record and go on with notes:
/// `Decision Date`, `Approved by`.
pub(super) fn only_labels(body: &[Block]) -> bool {
    let [Block { kind: BlockKind::List(list), .. }] = body else { return false };
    let fields: Vec<_> = list.items.iter().map(|item| field::fields(&item.blocks)).collect();
    let words = Vocabulary::known();
    let is_known = |label: &str| words.glossed::<Label>(label).is_some();
    let known =
        |item: &&Vec<field::Field>| matches!(item.as_slice(), [one] if is_known(&one.label));
    let all = fields.iter().all(|item| item.len() == 1);
    all && fields.iter().filter(known).count() >= 2 || fields.iter().take_while(known).count() >= 2
}

/// The paragraphs in italics that a section ends with: `_Date: 2024-03-05_`.
pub(super) fn in_italics(body: &[Block]) -> &[Block] {
    let slanted = |block: &&Block| {
        let is_slanted = |run: Run<'_>| run.emphasis || run.text.trim().is_empty();
        block.paragraph().is_some_and(|text| !text.is_blank() && text.runs().all(is_slanted))
    };
    let count = body.iter().rev().take_while(slanted).count();
    &body[body.len() - count..]
}

/// The statement that a section ends with, where its last paragraph names other records and says nothing else:
/// `Supersedes [ADR-3](0003-a.md) and [ADR-4](0004-b.md).`
pub(super) fn relation(body: &[Block]) -> Option<Labelled> {
    let text = body.last().and_then(Block::paragraph)?;
    let first = text.links.iter().find(|link| !link.image)?;
    let verb = text.runs().find(|run| !run.text.trim().is_empty())?;
    let key =
        LabelKind::of(verb.text.trim()).filter(|key| matches!(key, LabelKind::Relation(_)))?;
    let names = text.after(first.span.start);
    let stated = verb.span.end <= first.span.start && text.lines().len() == 1;
    (stated && only_links(&names)).then(|| Labelled {
        key,
        label: verb.span,
        lines: vec![names],
        origin: Origin::Line,
    })
}

/// Whether a text is links, with signs or a short word such as "and" between them.
fn only_links(text: &Inlines) -> bool {
    const SHORT: usize = 4;
    let joins = |run: Run<'_>| run.text.chars().filter(|c| c.is_alphanumeric()).count() <= SHORT;
    text.runs().all(|run| run.link.is_some() || joins(run))
}
