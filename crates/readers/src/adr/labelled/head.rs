//! The section below a record's title that is there for labels.

use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::markdown::inline::Inlines;
use words::Vocabulary;

use super::Collector;
use crate::adr::field::field_of;
use crate::adr::format::Part;
use crate::adr::label::LabelKind;
use crate::adr::labelled_value::Labelled;

impl Collector<'_> {
    /// A first paragraph of nothing but labels, the status and another that is known among them, where a title has
    /// nothing below it: a form may have a heading of its own for what the title should say.
    pub(super) fn below_a_bare_title(&mut self, title: usize, heading: &Inlines, body: &[Block]) {
        let above = &self.document.outline.sections[title].body;
        let bare = |block: &Block| matches!(block.kind, BlockKind::Rule | BlockKind::Html);
        let Some(text) = body.first().and_then(Block::paragraph) else { return };
        if !self.document.blocks[above.clone()].iter().all(bare)
            || Part::of(&heading.plain()).is_some()
        {
            return;
        }
        let fields: Option<Vec<_>> = text.lines().iter().map(field_of).collect();
        let keys: Vec<LabelKind> = fields.iter().flatten().filter_map(|(key, ..)| *key).collect();
        if keys.contains(&LabelKind::Status) && keys.len() > 1 {
            self.blocks(&body[..1]);
        }
    }

    /// Labels below the last rule of a first section that is no part of the decision: a notice stands above what the
    /// record states about itself.
    pub(super) fn behind_a_notice(&mut self, heading: &Inlines, body: &[Block]) {
        let rule = body.iter().rposition(|block| matches!(block.kind, BlockKind::Rule));
        let Some(behind) = rule.map(|rule| &body[rule + 1..]) else { return };
        let labels = |block: &Block| {
            let text = block.paragraph();
            matches!(block.kind, BlockKind::List(_))
                || text.and_then(field_of).is_some_and(|(.., value)| !value.is_blank())
        };
        let is_part = Part::of(&heading.plain()).is_some();
        if is_part || !behind.iter().all(labels) {
            return;
        }
        let from = self.found.len();
        self.blocks(behind);
        let is_status = |found: &Labelled| found.key == LabelKind::Status;
        // Another one above the notice is the record's.
        if self.found[..from].iter().any(is_status) || !self.found[from..].iter().any(is_status) {
            self.found.truncate(from);
        }
    }
}

/// Whether a section is there for what a record states about itself: "Metadata", or the name of the form right below
/// the title.
pub(in crate::adr) fn is_head(document: &Document, section: usize) -> bool {
    let own = &document.outline.sections[section];
    let title = document.blocks[own.block].heading().map(|heading| heading.text.plain());
    let main = own.parent.is_none_or(|parent| parent == 0);
    title.filter(|_| main).is_some_and(|title| {
        LabelKind::of(&title) == Some(LabelKind::Metadata) || section == 1 && names_the_form(&title)
    })
}

/// "Architecture Decision Record", and no part of one: "Decision".
pub(super) fn names_the_form(title: &str) -> bool {
    Vocabulary::known().is(words::Reference::Record, title) && Part::of(title).is_none()
}

#[cfg(test)]
mod tests {
    use crate::adr::sample;

    /// Status and date of a record with these sections.
    fn read(text: &str) -> (Option<String>, Option<String>) {
        let record = sample::record("0001-a.md", &format!("# 1. A\n\n{text}"));
        let status = record.status.map(|status| status.value.to_string());
        (status, record.date.map(|date| date.value.to_string()))
    }

    #[test]
    fn what_a_record_states_may_stand_below_a_heading_that_is_no_part_of_it() {
        let own = "Status: Accepted\nResponsible: Ann\nDate: 2024-06-20\n\n### Context\n\nC.\n";
        let (status, date) = read(&format!("---\n\n### How we route\n\n{own}"));
        assert_eq!((status.as_deref(), date.as_deref()), (Some("accepted"), Some("2024-06-20")));
        assert_eq!(read(&format!("Text.\n\n### The pilot\n\n{own}")), (None, None));
        assert_eq!(read(&format!("### Decision\n\n{own}")), (None, None));
        let grouped = "## Plan\n\nP.\n\n## Status & Metadata\n\n**Date:** 2024-06-20\n**Status:** Draft\n\n## Decision\n\nD.\n";
        let (status, date) = read(grouped);
        assert_eq!((status.as_deref(), date.as_deref()), (Some("draft"), Some("2024-06-20")));
    }

    #[test]
    fn what_a_record_states_may_stand_behind_a_notice() {
        let notice =
            "---\n\n## Confidentiality\n\n**Property of ACME**\n**Date:** 22 June 2025\n\n---\n\n";
        let own = "**Date**: 2024-06-20\n\n**Status**: Proposed\n\n## Context\n\nC.\n";
        let (status, date) = read(&format!("{notice}{own}"));
        assert_eq!(status.as_deref(), Some("proposed"));
        assert_eq!(date.as_deref(), Some("2024-06-20"), "not that of the notice");
        let above =
            format!("**Status**: Accepted\n\n{notice}**Status**: Proposed\n\n## Context\n\nC.\n");
        assert_eq!(read(&above).0.as_deref(), Some("accepted"), "the record's own is above");
        let context = "## Context\n\nC.\n\n---\n\n**Status**: Proposed\n\n## Decision\n\nD.\n";
        assert_eq!(read(context).0, None, "a part of the decision");
        let prose = "## Notice\n\nN.\n\n---\n\nOf the pilot:\n\n**Status**: Proposed\n\n## Decision\n\nD.\n";
        assert_eq!(read(prose).0, None, "not of the record");
    }
}
