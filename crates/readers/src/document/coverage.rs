//! How much of each document is written: data for `coverage`, and its table for people.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use crate::template::Template;
use text::wording::plural;

/// One document that is bound to a template.
#[derive(Clone, Debug, Serialize)]
pub struct DocumentCoverage {
    /// The document's name: its `doc` argument, or the path of its chapter.
    pub document: String,
    /// Its first chapter, relative to the book's root.
    pub path: String,
    /// The template's name.
    pub template: String,
    /// `draft`, `review` or `final`; null where nothing is stated.
    pub status: Option<&'static str>,
    /// When it is to be looked at again: a day, `2026-03-31`, or a month; null where nothing says so.
    pub next_review: Option<String>,
    /// Whether that has passed, which readers of the data know themselves.
    #[serde(skip)]
    pub is_overdue: bool,
    /// The template's sections, in its order.
    pub sections: Vec<SectionCoverage>,
}

/// One section of a document.
#[derive(Clone, Debug, Serialize)]
pub struct SectionCoverage {
    /// The section's id in the template.
    pub id: String,
    /// The heading in the document; where it is missing, what it would be there, in the document's language.
    pub heading: String,
    /// `required`, `recommended`, `optional` or `container`.
    pub need: &'static str,
    /// `missing`, `empty`, `untouched`, `partial`, `written`, `not-applicable`, `waived` or `merged`.
    pub state: &'static str,
    /// The file it stands in, relative to the book's root; null where it is missing.
    pub path: Option<String>,
    /// The line of its heading, from 1; null where it is missing.
    pub line: Option<usize>,
}

/// How many sections in one state are to be done.
#[derive(Clone, Copy, Debug)]
pub struct Remains {
    /// As [`SectionCoverage::state`].
    pub state: &'static str,
    /// Those that the template requires.
    pub required: usize,
    /// Those that it recommends.
    pub recommended: usize,
}

impl SectionCoverage {
    /// Whether nothing remains to be done.
    pub fn is_done(&self) -> bool {
        matches!(self.state, "written" | "not-applicable" | "waived" | "merged")
    }

    /// Whether the template asks for it.
    pub fn is_asked(&self) -> bool {
        matches!(self.need, "required" | "recommended")
    }
}

impl DocumentCoverage {
    /// Of the sections that the template asks for: those that are done, and all. A section with
    /// several headings is one, and done when all of them are.
    pub fn done_of_asked(&self) -> (usize, usize) {
        let mut asked: BTreeMap<&str, bool> = BTreeMap::new();
        for section in self.sections.iter().filter(|section| section.is_asked()) {
            *asked.entry(&section.id).or_insert(true) &= section.is_done();
        }
        (asked.values().filter(|&&done| done).count(), asked.len())
    }

    /// Takes in what another chapter of the same document has, in the template's order.
    pub fn join(&mut self, other: Self, template: &Template) {
        let ids = template.sections.iter().enumerate().rev();
        let order: BTreeMap<&str, usize> =
            ids.map(|(index, section)| (section.id.as_str(), index)).collect();
        // The part that is due first is the one to look at.
        let due =
            |one: &Self| (one.next_review.is_none(), !one.is_overdue, one.next_review.clone());
        if due(&other) < due(self) {
            (self.next_review, self.is_overdue) = (other.next_review, other.is_overdue);
        }
        self.sections.extend(other.sections);
        self.sections.sort_by_key(|section| order.get(section.id.as_str()).copied());
    }

    /// What remains, by state. What is only recommended is counted apart, since no rule asks for it.
    pub fn remains(&self) -> Vec<Remains> {
        let count = |need: &str, state: &str| {
            let asked = self.sections.iter().filter(|section| section.need == need);
            asked.filter(|section| section.state == state).count()
        };
        let states = ["partial", "untouched", "empty", "missing"].into_iter();
        let counted = states.map(|state| Remains {
            state,
            required: count("required", state),
            recommended: count("recommended", state),
        });
        counted.filter(|one| one.required + one.recommended > 0).collect()
    }

    /// `3 partial, 12 missing (2 recommended)`
    fn remaining(&self) -> String {
        let said =
            self.remains().into_iter().map(|Remains { state, required, recommended }| {
                match (required, recommended) {
                    (_, 0) => format!("{required} {state}"),
                    (0, 1) => format!("1 {state} (recommended)"),
                    (_, more) => format!("{} {state} ({more} recommended)", required + more),
                }
            });
        said.collect::<Vec<_>>().join(", ")
    }
}

impl DocumentCoverage {
    /// What remains, and when the document is to be looked at again.
    fn outlook(&self) -> String {
        let said = if self.is_overdue { "review was due by" } else { "review by" };
        let review = self.next_review.as_ref().map(|due| format!("{said} {due}"));
        let remaining = Some(self.remaining()).filter(|remaining| !remaining.is_empty());
        remaining.into_iter().chain(review).collect::<Vec<_>>().join("; ")
    }
}

/// The JSON array, with a line break at its end.
pub fn json(documents: &[DocumentCoverage]) -> String {
    // Strings and numbers alone cannot fail to serialise.
    serde_json::to_string_pretty(documents).unwrap_or_default() + "\n"
}

/// How many columns a bar has.
const BAR: usize = 20;

/// A table with a bar for each document and a line for all of them. Where the lines are longer than `width`
/// columns, the bars are left out, and what remains has lines of its own if it must.
pub fn table(documents: &[DocumentCoverage], width: usize) -> String {
    if documents.is_empty() {
        return "no document is bound to a template\n".to_owned();
    }
    let widest = |column: fn(&DocumentCoverage) -> &str| {
        documents.iter().map(|document| column(document).width()).max().unwrap_or(0)
    };
    let (names, templates) = (widest(|d| &d.document), widest(|d| &d.template));
    let line = |document: &DocumentCoverage, layout: (bool, &str)| {
        let (with_bar, before_rest) = layout;
        let (done, asked) = document.done_of_asked();
        let (name, template) =
            (padded(&document.document, names), padded(&document.template, templates));
        let bar = if with_bar { bar(done, asked) + "  " } else { String::new() };
        let line = format!("{name}  {template}  {bar}{done:>3} of {asked:>3}");
        format!("{line}{before_rest}{}", document.outlook()).trim_end().to_owned()
    };
    let layouts = [(true, "  "), (false, "  "), (false, "\n  ")];
    let fits = |layout: &(bool, &str)| {
        documents
            .iter()
            .all(|document| line(document, *layout).lines().all(|line| line.width() <= width))
    };
    let layout = layouts.into_iter().find(fits).unwrap_or(layouts[2]);
    let mut out = String::new();
    let (mut all_done, mut all_asked) = (0, 0);
    for document in documents {
        let (done, asked) = document.done_of_asked();
        (all_done, all_asked) = (all_done + done, all_asked + asked);
        out += &line(document, layout);
        out.push('\n');
    }
    let sections = plural(all_asked, "section", "sections");
    let all = plural(documents.len(), "document", "documents");
    let _infallible = writeln!(out, "{all_done} of {sections} written in {all}");
    out
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// A bar in eighths of a column. Full only when all is done, and not empty when anything is.
fn bar(done: usize, asked: usize) -> String {
    const PARTS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let eighths = (done * BAR * 8).checked_div(asked).unwrap_or(BAR * 8);
    let eighths = if done > 0 { eighths.max(1) } else { eighths };
    let bar = "█".repeat(eighths / 8) + PARTS[eighths % 8];
    let rest = BAR - bar.chars().count();
    bar + &"░".repeat(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(name: &str, states: &[(&'static str, &'static str)]) -> DocumentCoverage {
        let section = |&(need, state): &(&'static str, &'static str)| SectionCoverage {
            id: format!("{need}-{state}"),
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
            &[("required", "written"), ("recommended", "missing"), ("optional", "missing")],
        );
        let two =
            document("src/設計.md", &[("required", "waived"), ("required", "not-applicable")]);
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
        assert_eq!(bar(0, 3), "░".repeat(BAR));
        assert!(bar(1, 1_000).starts_with('▏'));
        assert!(bar(999, 1_000).ends_with('▉'));
        assert_eq!(bar(0, 0), "█".repeat(BAR));
    }
}
