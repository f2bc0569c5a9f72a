//! A status that goes on in its paragraph: told behind the new one, or struck out above it.

use text::edit::TextEdit;
use text::markdown::Document;
use text::markdown::block::BlockKind;
use text::source::Span;
use words::date;

use super::{Former, Succession, block_at, cased, known_states, tagged};
use crate::adr::record::{Origin, Record};
use crate::adr::status::OwnWords;
use crate::adr::value_place::around;

/// `~~**Proposed** - waiting for the tests~~` and below it `**Accepted**`: for a record whose only status begins the one
/// paragraph that says more of it. None elsewhere, and none where the paragraph has something struck out already, a day,
/// which is history, or a comment. Where the team strikes nothing out, the new one tells what is short:
/// `Accepted (was Proposed, for the board)`. The best comes first.
pub(super) fn out(record: &Record, wording: Succession<'_>, own: &OwnWords) -> Vec<Vec<TextEdit>> {
    let Some((paragraph, line)) = open(record, wording) else { return Vec::new() };
    let source = &record.source;
    let old = source.slice(paragraph);
    let is_short = !old.contains(['\n', '。']) && !old.contains(". ");
    let is_told =
        matches!(wording.former, Former::Told(_)) && is_short && !wording.former.crosses(old);
    let with = |behind: &str| {
        let new = if is_told {
            wording.former.on_one_line(old, &format!("{line}{behind}"))
        } else {
            format!("~~{old}~~{0}{0}{line}{behind}", source.newline())
        };
        [vec![TextEdit::replace(paragraph, new)], tagged(record, wording, own)].concat()
    };
    // A day that is stated elsewhere is that of the record.
    let dated = !wording.behind.is_empty() && record.dates.is_empty();
    let first = dated.then(|| with(wording.behind));
    first.into_iter().chain([with("")]).collect()
}

/// The paragraph that is to be struck out, and the line below it.
fn open(record: &Record, wording: Succession<'_>) -> Option<(Span, String)> {
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
    let is_history = date::first(&old[behind..]).is_some();
    if !marks
        || !says_more
        || is_history
        || ["~", "<br", "<!--"].iter().any(|&sign| old.contains(sign))
    {
        return None;
    }
    let word = cased(wording.line, source.slice(status.span));
    let own_mark = around(&old[..(behind + mark.len()).min(old.len())]);
    let line = if own_mark == mark { format!("{mark}{word}{mark}") } else { word };
    Some((paragraph, line))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{restated, restated_behind};
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
    fn a_day_is_history_and_a_comment_is_for_authors() {
        for old in [
            "Proposed on 2024-03-05",
            "Proposed | 2024-03-05 | Ann",
            "Proposed (5 March 2024)",
            "Vorgeschlagen am 05.03.2024",
            "提案済み（2024年3月5日、田中）",
            "Proposed <!-- proposed | accepted | rejected -->",
        ] {
            let new = restated(&section(old), "Accepted", Status::Accepted);
            assert!(new.is_none_or(|new| !new.contains('~')), "{old}");
        }
        let dated = restated(&section("Proposed on 2024-03-05"), "Accepted", Status::Accepted);
        assert!(
            dated
                .is_some_and(|new| new.contains("Proposed on 2024-03-05\n\nAccepted (2025-02-11)"))
        );
    }

    #[test]
    fn the_new_status_has_its_day_as_others_have_it() {
        let text = section("Proposed, for the board");
        let new = restated_behind(&text, "Accepted", ", 2025-02-11", Status::Accepted);
        assert_eq!(new, Some(section("~~Proposed, for the board~~\n\nAccepted, 2025-02-11")));
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
