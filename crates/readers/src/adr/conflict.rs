//! Merges that nobody has settled: git's markers around both sides in a record's text.

use text::markdown::Document;
use text::markdown::block::BlockKind;
use text::source::{Source, Span};

use super::label::LabelKind;
use super::record::{Origin, Sourced};
use super::statement::{Doubt, State};

/// The states of a record, or none that is known where one stands within a merge that is not settled. What Markdown
/// makes of the markers (`=======` is the rule below a heading) leaves of two sides often only one.
pub(super) fn without_sides(
    document: &Document,
    within: Span,
    states: Vec<Sourced<State>>,
) -> Vec<Sourced<State>> {
    let source = &document.source;
    let mut merges = merges(source, within);
    merges.retain(|merge| !is_shown(document, merge.start));
    let inside = |merge: &&Span| states.iter().any(|state| merge.contains(state.span));
    let hidden = |merge: &&Span| {
        let known = states.iter().any(|state| state.value.status.is_some());
        // Below the heading of the status one side is a heading itself.
        let above = source.text()[..merge.start].trim_end().lines().next_back();
        !known && source.slice(**merge).lines().chain(above).any(states_it)
    };
    let Some(&merge) = merges.iter().find(inside).or_else(|| merges.iter().find(hidden)) else {
        return states;
    };
    let sides: Vec<&str> = states.iter().map(|state| state.value.raw.as_str()).collect();
    let first = source.slice(merge).lines().next().map_or(0, str::len);
    let span = Span::new(merge.start, merge.start + first);
    let state = State {
        status: None,
        raw: sides.join(" / "),
        span,
        date: None,
        doubt: Some(Doubt::Conflict),
        implied: false,
    };
    vec![Sourced::new(state, span, Origin::Line)]
}

/// Whether a place is in code: one may be shown there.
fn is_shown(document: &Document, at: usize) -> bool {
    let before = document.blocks.partition_point(|block| block.span.start <= at);
    let around = before.checked_sub(1).map(|last| &document.blocks[last]);
    around.is_some_and(|block| matches!(block.kind, BlockKind::Code(_)) && at < block.span.end)
}

/// The stretches between markers in a part of a text, these among them.
fn merges(source: &Source, within: Span) -> Vec<Span> {
    let text = source.slice(within);
    let mut found = Vec::new();
    if !text.contains(OURS) {
        return found;
    }
    let (mut open, mut at) = (None, within.start);
    for line in text.split_inclusive('\n') {
        let said = line.trim_end();
        if is_marker(said, OURS) {
            open = Some((at, false));
        } else if said == BETWEEN {
            open = open.map(|(start, _)| (start, true));
        } else if is_marker(said, THEIRS)
            && let Some((start, true)) = open.take()
        {
            found.push(Span::new(start, at + said.len()));
        }
        at += line.len();
    }
    found
}

const OURS: &str = "<<<<<<<";
const BETWEEN: &str = "=======";
const THEIRS: &str = ">>>>>>>";

fn is_marker(line: &str, sign: &str) -> bool {
    line.strip_prefix(sign).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Whether a line has the label of a status, or is its heading.
fn states_it(line: &str) -> bool {
    let line = line.trim_start_matches(['#', '-', '*', '|', '>', '_', ' ']);
    let label = line.split([':', '：', '|']).next().unwrap_or_default();
    LabelKind::of(label.trim().trim_matches(['*', '_', '#', ' '])) == Some(LabelKind::Status)
}

#[cfg(test)]
mod tests {
    use crate::adr::sample;
    use crate::adr::statement::Doubt;

    fn read(text: &str) -> (Option<String>, Vec<Option<Doubt>>) {
        let record = sample::record("0001-a.md", text);
        let doubts = record.states.iter().map(|state| state.value.doubt).collect();
        (record.status.map(|status| status.value.to_string()), doubts)
    }

    fn merge(ours: &str, theirs: &str) -> String {
        format!("<<<<<<< HEAD\n{ours}\n=======\n{theirs}\n>>>>>>> main\n")
    }

    #[test]
    fn neither_side_of_a_merge_is_the_status() {
        let body = "\n## Context\n\nC.\n\n## Decision\n\nD.\n";
        let unsettled = (None, vec![Some(Doubt::Conflict)]);
        for head in [
            merge("Status: Accepted", "Status: Rejected"),
            format!("Date: 2024-03-05\n{}", merge("Status: Accepted", "Status: Rejected")),
            merge("- Status: Accepted", "- Status: Rejected"),
            format!("## Status\n\n{}", merge("Accepted", "Rejected")),
            merge("## Status\n\nAccepted", "## Status\n\nRejected"),
            format!("| Field | Value |\n|---|---|\n{}", merge("| Status | Accepted |", "| Status | Rejected |")),
            "<<<<<<< HEAD\nStatus: Accepted\n||||||| base\nStatus: Draft\n=======\nStatus: Rejected\n>>>>>>> main\n".to_owned(),
        ] {
            assert_eq!(read(&format!("# 1. A\n\n{head}{body}")), unsettled, "{head}");
        }
        let front = format!(
            "---\ndate: 2024-03-05\n{}---\n\n# 1. A\n{body}",
            merge("status: accepted", "status: rejected")
        );
        assert_eq!(read(&front), unsettled);
    }

    #[test]
    fn a_merge_elsewhere_leaves_the_status() {
        let accepted = (Some("accepted".to_owned()), vec![None]);
        let below = format!("# 1. A\n\nStatus: Accepted\n\n## Context\n\n{}", merge("A.", "B."));
        assert_eq!(read(&below), accepted);
        let shown = format!(
            "# 1. A\n\nStatus: Accepted\n\n## Context\n\n```text\n{}```\n",
            merge("Status: Draft", "Status: Done")
        );
        assert_eq!(read(&shown), accepted);
        assert_eq!(read(&shown.replacen("Status: Accepted\n\n", "", 1)), (None, vec![]));
        let underlined = "# 1. A\n\nStatus\n=======\n\nAccepted\n";
        assert_eq!(read(underlined).0.as_deref(), Some("accepted"));
        let open = "# 1. A\n\nStatus: Accepted\n\n<<<<<<< HEAD\n\n## Context\n\nC.\n";
        assert_eq!(read(open), accepted);
    }
}
