//! The records of a log that are called by a code or a number alone: `### AD-1: Use X` below "Architectural decisions",
//! `## 1. Use X` in `decisions.md`.
//!
//! Such headings number anything, so it takes more to be a record than behind `ADR`: it stands below a heading, or in a
//! file, that names decisions, and several of its kind beside it state a status, a date or what was decided.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::record_path;
use text::markdown::outline::Section;
use text::markdown::{Document, field};
use words::{Reference, Vocabulary};

use super::section::{Found, has_mark, read};
use crate::adr::format::Part;
use crate::adr::id::Id;
use crate::adr::label::LabelKind;
use crate::adr::name::{self, Name};
use crate::adr::status::OwnWords;
use crate::adr::title::Title;

/// Sections that say something of a decision, of one series and one level; one alone may be an example.
const FEWEST: usize = 2;

/// Sections that state a status beside each other; two may be the options of one decision.
const FEWEST_UNNUMBERED: usize = 3;

/// Whether a file is called after the decisions in it: `09-architectural-decisions.md`.
pub(super) fn is_named(path: &str) -> bool {
    let stem = record_path::stem(path).replace(['-', '_', '.'], " ");
    names_decisions(&stem)
}

/// The records of a log, by the place of their sections.
pub(super) fn records(document: &Document, path: &str, own: &OwnWords) -> Vec<Found> {
    let in_log = is_named(path);
    let mut series: BTreeMap<(u8, Option<String>), Vec<Found>> = BTreeMap::new();
    for (index, section) in document.outline.sections.iter().enumerate() {
        let Some(id) = called(document, index).filter(|_| section.level > 1) else { continue };
        if !in_log && !is_below_decisions(document, index) {
            continue;
        }
        // What is numbered alone may be any chapter, so each says itself how it stands.
        let is_sure = |found: &Found| id.series().is_some() || found.record.status.is_some();
        if let Some(found) = read(document, path, index, own).filter(is_sure) {
            let code = id.series().map(str::to_owned);
            series.entry((section.level, code)).or_default().push(found);
        }
    }
    let is_log = |records: &[Found]| {
        records.iter().filter(|found| is_told(document, found)).count() >= FEWEST
    };
    let logs = series.into_values().filter(|records| is_log(records));
    logs.max_by_key(Vec::len).unwrap_or_default()
}

/// Whether a text is a log whose decisions have no number: sections beside each other state a status each, and nothing
/// above them does.
pub(super) fn is_unnumbered(document: &Document) -> bool {
    const CHAPTER: u8 = 2;
    let outline = &document.outline;
    let states = |blocks: &Range<usize>| {
        let fields = field::fields(&document.blocks[blocks.clone()]);
        fields.iter().any(|field| LabelKind::of(&field.label) == Some(LabelKind::Status))
    };
    let is_decision = |section: &Section| {
        let heading = document.blocks[section.block].heading();
        section.level == CHAPTER
            && heading.is_some_and(|heading| Part::of(&heading.text.plain()).is_none())
            && states(&section.body)
    };
    let mut above = outline.sections.iter().filter(|section| section.level < CHAPTER);
    let decisions = outline.sections.iter().filter(|section| is_decision(section));
    decisions.count() >= FEWEST_UNNUMBERED
        && !states(&outline.preamble)
        && !above.any(|section| states(&section.body))
}

/// Whether a section states a status, a date or what was decided.
fn is_told(document: &Document, found: &Found) -> bool {
    let section = &document.outline.sections[found.section];
    let below = document.outline.sections[found.section..section.subtree].iter();
    let decides = |part: Option<Part>| part.is_some_and(Part::is_decision);
    !found.record.states.is_empty()
        || !found.record.dates.is_empty()
        || found.record.sections.iter().any(|section| decides(section.part))
        || below
            .flat_map(|section| field::fields(&document.blocks[section.body.clone()]))
            .any(|field| decides(Part::of(&field.label)))
}

/// The code and number that a section is called by, where words of its own follow them.
fn called(document: &Document, section: usize) -> Option<Id> {
    let block = document.outline.sections[section].block;
    let text = document.blocks[block].heading()?.text.plain();
    let is_numbered = has_mark(&text) && text.trim_start().starts_with(|c: char| c.is_ascii());
    let title = is_numbered.then(|| Title::of(&text, &Name::of("")))?;
    title.words.as_ref()?;
    title.id.filter(|id| match id {
        Id::Number(_) => true,
        Id::Series(code, _) => name::is_decision_code(code),
        Id::Lettered(..) | Id::Name(_) => false,
    })
}

/// Whether a heading around a section names decisions.
fn is_below_decisions(document: &Document, section: usize) -> bool {
    let sections = &document.outline.sections;
    let mut around = sections[section].parent;
    while let Some(index) = around {
        let heading = document.blocks[sections[index].block].heading();
        if heading.is_some_and(|heading| names_decisions(&heading.text.plain())) {
            return true;
        }
        around = sections[index].parent;
    }
    false
}

/// Whether words name a collection of decisions: `9. Architectural decisions`, `Decision log of the gateway`; `ADR-7: Use
/// X` is one of them.
fn names_decisions(text: &str) -> bool {
    let is_one = || {
        let id = Title::of(text, &Name::of("")).id;
        id.is_some() && !text.trim_start().starts_with(|c: char| c.is_ascii_digit())
    };
    Vocabulary::known().mentions(Reference::RecordDirectory, text).is_some() && !is_one()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adr::read::{Aside, Reading};
    use crate::adr::record::Record;
    use crate::adr::status::Status;
    use text::source::Source;

    /// Identifier, title and status of each record in a text.
    fn read(path: &str, text: &str) -> Vec<(String, String, Option<Status>)> {
        let document = Document::parse(&Source::new(path, text));
        let records = super::super::records(&document, path, &OwnWords::new());
        let told = |record: &Record| {
            let id = record.id.as_ref().map(|id| id.value.to_string());
            let title = record.title.as_ref().map(|title| title.value.clone());
            let status = record.status.as_ref().map(|status| status.value);
            (id.unwrap_or_default(), title.unwrap_or_default(), status)
        };
        records.iter().map(told).collect()
    }

    fn one(id: &str, title: &str, status: Option<Status>) -> (String, String, Option<Status>) {
        (id.to_owned(), title.to_owned(), status)
    }

    #[test]
    fn a_code_calls_a_decision_below_a_heading_that_names_them() {
        for code in ["AD", "D", "DD", "DEC"] {
            let text = format!(
                "# Gateway\n\n## 9. Architectural decisions\n\n### {code}-1: Use a queue\n\n**Status:** \
                 Superseded by {code}-3\n\n### {code}-2 — Use a log\n\nNobody said.\n\n### {code}-3: Use \
                 both\n\n**Status:** Accepted\n"
            );
            let wanted = [
                one(&format!("{code}-1"), "Use a queue", Some(Status::Superseded)),
                one(&format!("{code}-2"), "Use a log", None),
                one(&format!("{code}-3"), "Use both", Some(Status::Accepted)),
            ];
            assert_eq!(read("docs/gateway.md", &text), wanted);
            let document = Document::parse(&Source::new("docs/gateway.md", text.as_str()));
            let first = &records(&document, "docs/gateway.md", &OwnWords::new())[0].record;
            let id = first.relations[0].target.id().map(|id| id.to_string());
            assert_eq!(id, Some(format!("{code}-3")), "{text}");
        }
    }

    #[test]
    fn what_was_decided_makes_a_decision_of_what_has_a_code() {
        for said in [
            "**Decision**: One worker.\n\n**Rationale**: Simple.",
            "Date: 2026-06-05\n\nDecision: One worker.",
            "- **Fecha:** 2026-08-05.\n- **Decisión:** uno.",
            "#### Context\n\nC.\n\n#### Decision\n\nOne worker.",
        ] {
            let text = format!(
                "# Decisions\n\n### DEC-011 · Workers\n\n{said}\n\n### DEC-012: Failures\n\n{said}\n"
            );
            let titles: Vec<_> = read("docs/log.md", &text).into_iter().map(|one| one.1).collect();
            assert_eq!(titles, ["Workers", "Failures"], "{said}");
        }
    }

    #[test]
    fn decisions_without_numbers_are_a_log_and_no_record() {
        let log = |said: &str| {
            let one = |name: &str| format!("## {name}\n\n- Date: 2026-08-13\n{said}\n\n");
            let text = format!(
                "# Decision log\n\nAll of them.\n\n{}{}{}",
                one("WYRB - Use a queue"),
                one("PCOO - Use a log"),
                one("Lorries")
            );
            let document = Document::parse(&Source::new("docs/decision-log.md", text.as_str()));
            crate::adr::read::read(&document, "docs/decision-log.md", &OwnWords::new())
        };
        assert!(matches!(log("- Status: accepted"), Reading::Aside(Aside::Log)));
        let history = "# Use a queue\n\nStatus: accepted\n\n## May\n\nStatus: proposed\n\n## June\n\nStatus: proposed\n\n## July\n\nStatus: accepted\n";
        let document = Document::parse(&Source::new("docs/adr/queue.md", history));
        let reading = crate::adr::read::read(&document, "docs/adr/queue.md", &OwnWords::new());
        assert!(reading.record().is_some(), "one decision with its history");
    }

    #[test]
    fn a_number_calls_a_decision_where_each_says_how_it_stands() {
        let text = "# The gateway\n\n## 1. Use a queue\n\n- Status: accepted\n\n### Context\n\nC.\n\n## 2. \
                    Use a log\n\n- Status: proposed\n\n## 3. Open questions\n\nNone.\n";
        let wanted = [
            one("1", "Use a queue", Some(Status::Accepted)),
            one("2", "Use a log", Some(Status::Proposed)),
        ];
        assert_eq!(read("docs/technical-decisions.md", text), wanted);
        assert_eq!(read("docs/entscheidungen.md", text), wanted);
        assert_eq!(read("docs/gateway.md", text), [], "nothing says that these are decisions");
    }

    #[test]
    fn what_is_numbered_below_one_record_or_alone_is_none() {
        let options = "# Decision record: queues\n\n## Options\n\n### 1. A queue\n\nFast.\n\n### 2. A \
                       log\n\nStatus: rejected\n";
        assert_eq!(read("docs/queues.md", options), []);
        let stories = "# Decisions\n\n## D-1: Use a queue\n\nFast.\n\n## D-2: Use a log\n\nSlow.\n";
        assert_eq!(read("docs/decisions.md", stories), [], "nothing says what was decided");
        let defects =
            "# Defects\n\n## D-1: Crash\n\nStatus: accepted\n\n## D-2: Hang\n\nStatus: rejected\n";
        assert_eq!(read("docs/defects.md", defects), []);
    }
}
