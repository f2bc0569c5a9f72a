//! What stands above a record's first section and under no label.

use std::ops::Range;

use text::markdown::Document;
use text::markdown::block::{Block, BlockKind, Item};
use text::markdown::inline::{Inlines, RunKind};

use super::field::field_of;
use super::label::LabelKind;
use super::lines;

/// The lines of quotes and alerts that stand above the second heading.
pub(super) fn callouts(document: &Document, within: &Range<usize>) -> Vec<Inlines> {
    let quotes = blocks(document, within).filter_map(|block| match &block.kind {
        BlockKind::Quote(inside) => Some(lines::text_lines(inside, &document.source)),
        _ => None,
    });
    quotes.flatten().flat_map(|line| unlabelled(&line)).collect()
}

/// Paragraphs that are one line, and such items of a list that says how the record stands or when: others are steps to
/// take, or ways to choose from.
pub(super) fn lines(document: &Document, within: &Range<usize>) -> Vec<Inlines> {
    let mut found = Vec::new();
    for block in blocks(document, within) {
        match &block.kind {
            BlockKind::Paragraph(text) => found.push(text),
            BlockKind::List(list) => {
                let items = || list.items.iter().filter_map(Item::text);
                if items().any(is_of_the_head) {
                    found.extend(items());
                }
            }
            _ => {}
        }
    }
    found.into_iter().filter(|text| text.lines().len() == 1).cloned().collect()
}

fn is_of_the_head(item: &Inlines) -> bool {
    matches!(field_of(item), Some((Some(LabelKind::Status | LabelKind::Date), ..)))
}

/// The blocks above the second heading.
fn blocks<'d>(
    document: &'d Document,
    within: &Range<usize>,
) -> impl Iterator<Item = &'d Block> + use<'d> {
    let outline = &document.outline;
    let first = outline.sections.get(within.start).map(|section| section.body.clone());
    let ranges = [Some(outline.preamble.clone()).filter(|_| within.start == 0), first];
    ranges.into_iter().flatten().flat_map(|range| &document.blocks[range])
}

/// What stands in a callout between the lines whose label says what the record does to others: what such a value tells
/// of those is theirs.
fn unlabelled(callout: &Inlines) -> Vec<Inlines> {
    let labelled = |line: &Inlines| matches!(field_of(line), Some((Some(LabelKind::Relation(kind)), ..)) if !kind.is_passive() && line.plain().contains(['(', '（']));
    let lines = callout.lines();
    if !lines.iter().any(labelled) {
        return vec![callout.clone()];
    }
    let between = lines.split(labelled).filter_map(|lines| {
        let (first, rest) = lines.split_first()?;
        let joined = |text: Inlines, line: &Inlines| text.joined(line, RunKind::SoftBreak);
        Some(rest.iter().fold(first.clone(), joined))
    });
    between.collect()
}

#[cfg(test)]
mod tests {
    use crate::adr::RelationKind::{self, SupersededBy, Supersedes};
    use crate::adr::sample;

    fn relations(head: &str) -> Vec<(RelationKind, Option<u64>)> {
        let body = "## Context\n\nC.\n\n## Decision\n\nD.\n";
        let record = sample::record("0009-x.md", &format!("# 9. Use X\n\n{head}\n\n{body}"));
        let number = |one: &crate::adr::Relation| one.target.id().and_then(|id| id.number());
        record.relations.iter().map(|one| (one.kind, number(one))).collect()
    }

    #[test]
    fn a_line_by_itself_says_what_the_record_does() {
        for head in [
            "- Status: Accepted\n\nSupersedes [4](0004-x.md).",
            "- Status: Accepted\n- Supersedes [4](0004-x.md)",
        ] {
            assert_eq!(relations(head), [(Supersedes, Some(4))], "{head}");
        }
        for head in [
            "Status: Accepted\n\nWe use X.\nSupersedes [4](0004-x.md).",
            "Status: Accepted\n\nSupersedes [4](0004-x.md), since it was slow.",
            "Status: Accepted\n\nOptions:\n\n- Supersedes [4](0004-x.md)\n- Waits",
        ] {
            assert_eq!(relations(head), [], "{head}");
        }
    }

    #[test]
    fn what_a_value_in_a_callout_tells_of_others_is_theirs() {
        let head = "> **Status**: Accepted\n\
                    > **Supersedes**: `plan.md` (stale: superseded by ADR-5), ADR-4";
        assert!(relations(head).iter().all(|(kind, _)| *kind == Supersedes));
        let apart = "> **Date**: 2024-03-05 (revised 2024-04-05)\n\
                     > **Supersedes**: ADR-4\n> **Note**: ADR-6 was dropped by ADR-5.";
        assert_eq!(relations(apart), [(Supersedes, Some(4))]);
        let behind = "> **Supersedes**: ADR-4. This record was superseded by ADR-5.";
        assert!(relations(behind).contains(&(SupersededBy, Some(5))));
        let told = "> **Status**: Accepted\n> Superseded by ADR-5 since May";
        assert_eq!(relations(told), [(SupersededBy, Some(5))]);
    }

    #[test]
    fn a_section_below_a_bare_word_lists_what_was_replaced_where_a_line_says_so() {
        let below = |line: &str| {
            relations(&format!(
                "Status: Proposed\n{line}\n\n## Superseded\n\n- **ADR-4** (x) — gone."
            ))
        };
        assert_eq!(
            below("Supersedes: ADR-4, ADR-3"),
            [(Supersedes, Some(4)), (Supersedes, Some(3))]
        );
        assert_eq!(below("Supersedes: ADR-3"), [(Supersedes, Some(3)), (SupersededBy, Some(4))]);
    }

    #[test]
    fn an_earlier_version_of_the_record_is_no_other() {
        for value in ["ADR-9 v1 (2024-03-05)", "ADR-9 (first draft)", "[ADR-9 v1](0009-x.md)"] {
            assert_eq!(relations(&format!("Status: Accepted\nSupersedes: {value}")), [], "{value}");
        }
        let rfc = "# RFC-9: Use X\n\nStatus: Accepted\nSupersedes: ADR-9 (draft)\n\n## Context\n\nC.\n\n## Decision\n\nD.\n";
        assert_eq!(sample::record("RFC-9-x.md", rfc).relations.len(), 1, "another series");
        for (value, id) in [("ADR-9", 9), ("ADR-8 v1", 8), ("ADR-9, a draft of the board", 9)] {
            let found = relations(&format!("Status: Accepted\nSupersedes: {value}"));
            assert_eq!(found, [(Supersedes, Some(id))], "{value}");
        }
    }
}
