//! A status that goes on in its paragraph, struck out above the new one.

use text::edit::TextEdit;
use text::markdown::Document;
use text::markdown::block::BlockKind;

use super::{Succession, block_at, cased, known_states, tagged};
use crate::adr::record::{Origin, Record};
use crate::adr::status::OwnWords;
use crate::adr::value_place::around;

/// `~~**Proposed** - waiting for the tests~~` and below it `**Accepted**`: for a record whose only status begins the one
/// paragraph that says more of it. None elsewhere, and none where the paragraph has something struck out already.
pub(super) fn out(
    record: &Record,
    wording: Succession<'_>,
    own: &OwnWords,
) -> Option<Vec<TextEdit>> {
    let status = record.status.as_ref().filter(|one| one.origin == Origin::Section)?;
    if known_states(record).count() != 1 {
        return None;
    }
    let source = &record.source;
    let document = Document::parse(source);
    let block = block_at(&document, status.span)?;
    if !matches!(block.kind, BlockKind::Paragraph(_)) {
        return None;
    }
    let paragraph = source.trimmed(block.span);
    let old = source.slice(paragraph);
    let (before, behind) =
        (&old[..status.span.start - paragraph.start], status.span.end - paragraph.start);
    let mark = before.trim();
    let marks = mark.chars().all(|c| matches!(c, '*' | '_'));
    // A day alone is no remark on what is still open.
    let says_more = if status.value.is_open() {
        old[behind..].contains(char::is_alphabetic)
    } else {
        old[behind..].contains(char::is_alphanumeric)
    };
    if !marks || !says_more || old.contains('~') || old.contains("<br") {
        return None;
    }
    let word = cased(wording.line, source.slice(status.span));
    let own_mark = around(&old[..(behind + mark.len()).min(old.len())]);
    let line = if own_mark == mark { format!("{mark}{word}{mark}") } else { word };
    let edit = TextEdit::replace(paragraph, format!("~~{old}~~{0}{0}{line}", source.newline()));
    Some([vec![edit], tagged(record, wording, own)].concat())
}

#[cfg(test)]
mod tests {
    use super::super::tests::restated;
    use crate::adr::status::Status;

    fn section(status: &str) -> String {
        format!(
            "# 7. Split\n\n## Status\n\n{status}\n\n## Context\n\nLate.\n\n## Decision\n\nSplit.\n"
        )
    }

    #[test]
    fn what_was_open_is_struck_out_above_what_it_came_to() {
        for (old, new) in [
            (
                "**Proposed** - waiting for the tests",
                "~~**Proposed** - waiting for the tests~~\n\n**Accepted**",
            ),
            ("Proposed, for the board", "~~Proposed, for the board~~\n\nAccepted"),
            ("Proposed", "Accepted"),
        ] {
            assert_eq!(
                restated(&section(old), "Accepted", Status::Accepted),
                Some(section(new)),
                "{old}"
            );
        }
    }

    #[test]
    fn what_was_decided_is_struck_out_where_it_would_be_read_on() {
        for (old, new) in [
            (
                "**ACCEPTED** - in all five yards",
                "~~**ACCEPTED** - in all five yards~~\n\n**Rejected**",
            ),
            (
                "Accepted. The gate has been built.",
                "~~Accepted. The gate has been built.~~\n\nRejected",
            ),
            // Its day tells when, and the new one follows with its own.
            ("Accepted (2024-03-05)", "Accepted (2024-03-05)\n\nRejected (2025-02-11)"),
        ] {
            assert_eq!(
                restated(&section(old), "Rejected", Status::Rejected),
                Some(section(new)),
                "{old}"
            );
        }
        let struck = section("~~Proposed~~ Accepted. The gate is built.");
        assert_eq!(restated(&struck, "Rejected", Status::Rejected), None);
    }
}
