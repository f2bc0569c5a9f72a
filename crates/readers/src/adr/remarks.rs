//! What stands behind labels for notes, where a record states things about itself.

use std::ops::Range;

use text::markdown::Document;
use text::markdown::field::{Field, FieldForm, fields};
use text::markdown::inline::Inlines;
use words::Vocabulary;

use super::label::LabelKind;

/// `Note: ADR-7 supersedes this record's cache`, above the second heading of the sections `within`.
pub(super) fn of(document: &Document, within: &Range<usize>) -> Vec<Inlines> {
    let outline = &document.outline;
    let first = outline.sections.get(within.start).map(|section| section.body.clone());
    let ranges = [Some(outline.preamble.clone()).filter(|_| within.start == 0), first];
    let all = ranges.into_iter().flatten().flat_map(|range| fields(&document.blocks[range]));
    let is_remark = |field: &Field| {
        let line = matches!(field.form, FieldForm::Bold | FieldForm::Plain | FieldForm::Bullet);
        line && LabelKind::of(&field.label).is_none() && is_note(&field.label)
    };
    all.filter(is_remark).map(|field| field.value).filter(|value| !is_quoted(value)).collect()
}

/// `Note`, `Supersession note`, `Nota de sustitución`, `Update`. Behind `TODO`, `Example` or `Option A` nothing is said that
/// happened.
fn is_note(label: &str) -> bool {
    let known = Vocabulary::known();
    let is_remark = |word: &str| known.is(words::Field::Remark, word);
    let mut words = label.split_whitespace();
    let ends = [words.next(), words.next_back()];
    is_remark(label)
        || known.is(words::Label::Updated, label)
        || ends.into_iter().flatten().any(is_remark)
}

/// What somebody else says, or said elsewhere.
fn is_quoted(value: &Inlines) -> bool {
    value.plain().contains(['"', '“', '”', '„', '«', '»', '「', '『'])
}

#[cfg(test)]
mod tests {
    use crate::adr::RelationKind::{
        self, SupersededBy, SupersededInPartBy, Supersedes, SupersedesInPart,
    };
    use crate::adr::sample;

    fn related(remark: &str) -> Vec<(RelationKind, u64)> {
        let text = format!(
            "# 9. Use X\n\nStatus: Accepted\nDate: 2024-03-05\n{remark}\n\n## Decision\n\nX.\n"
        );
        let record = sample::record("0009-use-x.md", &text);
        let number = |target: &crate::adr::Target| target.id().and_then(|id| id.number());
        record.relations.iter().filter_map(|one| Some((one.kind, number(&one.target)?))).collect()
    }

    #[test]
    fn a_remark_may_say_what_another_record_did_to_this_one() {
        for (text, wanted) in [
            (
                "Supersession note: ADR [0006](0006-y.md) supersedes this ADR's first limit. The rest of it holds.",
                (SupersededInPartBy, 6),
            ),
            ("Note: ADR-6 supersedes this record's cache.", (SupersededInPartBy, 6)),
            ("Note: ADR-6 supersedes this record.", (SupersededBy, 6)),
            ("Note: ADR-6 supersedes this decision in the mobile app.", (SupersededInPartBy, 6)),
            (
                "Note: This ADR supersedes ADR [0006](0006-y.md)'s seats. The rest of it holds.",
                (SupersedesInPart, 6),
            ),
            (
                "Note: This ADR superseded the `a`-only portion of ADR [0006](0006-y.md).",
                (SupersedesInPart, 6),
            ),
            ("Note: This ADR supersedes ADR [0006](0006-y.md)'s decision.", (Supersedes, 6)),
            ("Note: This ADR supersedes ADR 6.", (Supersedes, 6)),
        ] {
            assert_eq!(related(text), [wanted], "{text}");
        }
    }

    #[test]
    fn a_remark_on_something_else_says_nothing_of_the_record() {
        for text in [
            "Queue: superseded by ADR-6",
            "Queue: replaced by the one of ADR-6",
            "Note: ADR-6 supersedes this queue.",
            "Note: ADR-6 may supersede this record.",
            "Note: ADR-6 does not supersede this record.",
            "TODO: ADR-6 supersedes this decision.",
            "Example: ADR-6 supersedes this decision.",
            "Option A: ADR-6 replaces this decision.",
            "Rejected idea: ADR-6 replaces this ADR.",
            "Trigger to revisit: ADR-6 replaces this decision.",
            "Scope: ADR-6 supersedes this decision in the mobile app.",
            "Wording in the old wiki: \"ADR-6 supersedes this record\"",
            "Note: the old wiki said “ADR-6 supersedes this record”.",
            "Warteschlange: durch ADR-6 ersetzt",
        ] {
            assert_eq!(related(text), [], "{text}");
        }
    }
}
