//! How much of each document is written, as JSON and as a table for people.

use std::fmt::Write as _;

use readers::document::coverage::{DocumentCoverage, Progress, Remains};
use text::wording::plural;
use unicode_width::UnicodeWidthStr;

/// `3 partial, 12 missing (2 recommended)`
fn remaining(document: &DocumentCoverage) -> String {
    let said = document.remains().into_iter().map(|Remains { state, required, recommended }| {
        let state = state.name();
        match (required, recommended) {
            (_, 0) => format!("{required} {state}"),
            (0, 1) => format!("1 {state} (recommended)"),
            (_, more) => format!("{} {state} ({more} recommended)", required + more),
        }
    });
    said.collect::<Vec<_>>().join(", ")
}

/// What remains, and when the document is to be looked at again.
fn outlook(document: &DocumentCoverage) -> String {
    let said = if document.is_overdue { "review was due by" } else { "review by" };
    let review = document.next_review.as_ref().map(|due| format!("{said} {due}"));
    let remaining = Some(remaining(document)).filter(|remaining| !remaining.is_empty());
    remaining.into_iter().chain(review).collect::<Vec<_>>().join("; ")
}

/// The JSON array, with a line break at its end.
pub(crate) fn json(documents: &[DocumentCoverage]) -> String {
    // Strings and numbers alone cannot fail to serialise.
    serde_json::to_string_pretty(documents).unwrap_or_default() + "\n"
}

/// How many columns a bar has.
const BAR: usize = 20;

/// A table with a bar for each document and a line for all of them. Where the lines are longer than `width`
/// columns, the bars are left out, and what remains has lines of its own if it must.
pub(crate) fn table(documents: &[DocumentCoverage], width: usize) -> String {
    if documents.is_empty() {
        return "no document is bound to a template\n".to_owned();
    }
    let widest = |column: fn(&DocumentCoverage) -> &str| {
        documents.iter().map(|document| column(document).width()).max().unwrap_or(0)
    };
    let (names, templates) = (widest(|d| &d.document), widest(|d| &d.template));
    let line = |document: &DocumentCoverage, layout: (bool, &str)| {
        let (with_bar, before_rest) = layout;
        let Progress { written, asked } = document.progress();
        let (name, template) =
            (padded(&document.document, names), padded(&document.template, templates));
        let bar = if with_bar { bar(document.progress()) + "  " } else { String::new() };
        let line = format!("{name}  {template}  {bar}{written:>3} of {asked:>3}");
        format!("{line}{before_rest}{}", outlook(document)).trim_end().to_owned()
    };
    let layouts = [(true, "  "), (false, "  "), (false, "\n  ")];
    let fits = |layout: &(bool, &str)| {
        documents
            .iter()
            .all(|document| line(document, *layout).lines().all(|line| line.width() <= width))
    };
    let layout = layouts.into_iter().find(fits).unwrap_or(layouts[2]);
    let mut out = String::new();
    let mut all = Progress::default();
    for document in documents {
        all += document.progress();
        out += &line(document, layout);
        out.push('\n');
    }
    let sections = plural(all.asked, "section", "sections");
    let documents = plural(documents.len(), "document", "documents");
    let _infallible = writeln!(out, "{} of {sections} written in {documents}", all.written);
    out
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// A bar in eighths of a column. Full only when all is done, and not empty when anything is.
fn bar(Progress { written, asked }: Progress) -> String {
    const PARTS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let eighths = (written * BAR * 8).checked_div(asked).unwrap_or(BAR * 8);
    let eighths = if written > 0 { eighths.max(1) } else { eighths };
    let bar = "█".repeat(eighths / 8) + PARTS[eighths % 8];
    let rest = BAR - bar.chars().count();
    bar + &"░".repeat(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use readers::document::coverage::SectionCoverage;
    use readers::document::written::State;
    use readers::template::Need;

    fn document(name: &str, states: &[(Need, State)]) -> DocumentCoverage {
        let section = |&(need, state): &(Need, State)| SectionCoverage {
            id: format!("{need:?}-{state:?}"),
            heading: "A".to_owned(),
            need,
            state,
            path: None,
            line: None,
        };
        DocumentCoverage {
            document: name.to_owned(),
            path: name.to_owned(),
            template: "formal".to_owned(),
            status: None,
            next_review: None,
            is_overdue: false,
            sections: states.iter().map(section).collect(),
        }
    }

    #[test]
    fn a_row_for_each_document_and_one_for_all() {
        let one = document(
            "src/a.md",
            &[
                (Need::Required, State::Written),
                (Need::Recommended, State::Missing),
                (Need::Optional, State::Missing),
            ],
        );
        let two = document(
            "src/設計.md",
            &[(Need::Required, State::Waived), (Need::Required, State::NotApplicable)],
        );
        let expected = "\
src/a.md     formal  ██████████░░░░░░░░░░    1 of   2  1 missing (recommended)
src/設計.md  formal  ████████████████████    2 of   2
3 of 4 sections written in 2 documents
";
        let all = [one, two];
        assert_eq!(table(&all, usize::MAX), expected);
        assert_eq!(
            table(&all, 60).lines().next(),
            Some("src/a.md     formal    1 of   2  1 missing (recommended)")
        );
        assert_eq!(
            table(&all, 40),
            "src/a.md     formal    1 of   2\n  1 missing (recommended)\nsrc/設計.md  formal    2 of   2\n\
             3 of 4 sections written in 2 documents\n"
        );
        assert_eq!(table(&[], 40), "no document is bound to a template\n");
        let [one, _] = all;
        let due = DocumentCoverage { next_review: Some("2026-03".to_owned()), ..one };
        let late = DocumentCoverage { is_overdue: true, ..due.clone() };
        assert!(table(&[due], 100).contains("  1 missing (recommended); review by 2026-03\n"));
        assert!(table(&[late], 100).contains("; review was due by 2026-03\n"));
    }

    #[test]
    fn a_bar_is_full_only_when_all_is_done() {
        assert_eq!(bar(Progress { written: 0, asked: 3 }), "░".repeat(BAR));
        assert!(bar(Progress { written: 1, asked: 1_000 }).starts_with('▏'));
        assert!(bar(Progress { written: 999, asked: 1_000 }).ends_with('▉'));
        assert_eq!(bar(Progress { written: 0, asked: 0 }), "█".repeat(BAR));
    }
}
