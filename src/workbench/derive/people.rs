//! People whom a template names: whoever fills it in is another one.

use readers::document::written::{State, state_of};
use text::edit::{Edits, TextEdit};
use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::markdown::field::split_label;
use text::markdown::inline::Inlines;
use text::source::{Source, Span};
use words::{Label, Vocabulary};

use super::strip::OPEN;

/// A text with an open place where somebody is named as its owner, its author and the like.
pub(super) fn opened(text: &str) -> String {
    let document = Document::parse(&Source::new("", text));
    let mut spans = Vec::new();
    in_blocks(&document.blocks, &mut spans);
    let mut edits = Edits::default();
    edits.extend(spans.into_iter().map(|span| TextEdit::replace(span, OPEN)));
    edits.apply(text)
}

fn in_blocks(blocks: &[Block], spans: &mut Vec<Span>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(text) => {
                let fields = text.lines().into_iter().filter_map(|line| split_label(&line));
                spans.extend(fields.filter_map(|(label, _, value)| named(&label, &value)));
            }
            BlockKind::List(list) => {
                list.items.iter().for_each(|item| in_blocks(&item.blocks, spans));
            }
            BlockKind::Quote(blocks) => in_blocks(blocks, spans),
            BlockKind::Table(table) => {
                for row in std::iter::once(&table.header).chain(&table.rows) {
                    if let [label, value] = row.cells.as_slice() {
                        spans.extend(named(&label.plain(), value));
                    }
                }
            }
            _ => {}
        }
    }
}

/// Where a value stands that is somebody's name.
fn named(label: &str, value: &Inlines) -> Option<Span> {
    let label = label.trim().trim_end_matches([':', '：']);
    let label = Vocabulary::known().whole::<Label>(label)?.meaning;
    let of_people = matches!(
        label,
        Label::Deciders
            | Label::Approvers
            | Label::Authors
            | Label::Owner
            | Label::Reviewers
            | Label::Consulted
            | Label::Informed
    );
    let written = !matches!(state_of(&value.plain()), State::Empty | State::Untouched);
    // A column of people beside another one is no name.
    let is_word = Vocabulary::known().whole::<Label>(&value.plain()).is_some();
    (of_people && written && !is_word && !value.is_blank()).then_some(value.span)
}
