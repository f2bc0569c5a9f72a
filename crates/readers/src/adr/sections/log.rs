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

/// What the headings of one log have in common.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Series {
    /// `AD-1`: the code says that it is a decision, on whatever level.
    Code(String),
    /// `Decision 1: Use X`
    Word,
    /// `1. Use X`, on one level: any chapter may be called so.
    Number(u8),
}

/// The records of a log, by the place of their sections.
pub(super) fn records(document: &Document, path: &str, own: &OwnWords) -> Vec<Found> {
    let in_log = is_named(path);
    let mut logs: BTreeMap<Series, Vec<Found>> = BTreeMap::new();
    let mut next = 0;
    for (index, section) in document.outline.sections.iter().enumerate() {
        let series = series(document, index).filter(|_| index >= next && section.level > 1);
        let Some(series) = series else { continue };
        if !in_log && !is_below_decisions(document, index) {
            continue;
        }
        if let Some(found) = read(document, path, index, own) {
            if !matches!(series, Series::Number(_)) {
                next = section.subtree;
            }
            logs.entry(series).or_default().push(found);
        }
    }
    let logs = logs.into_iter().filter_map(|(series, records)| log(document, &series, records));
    logs.max_by_key(Vec::len).unwrap_or_default()
}

/// The records of one series, if they are a log. Of those that have a number alone most state a status, and the others
/// are chapters beside them.
fn log(document: &Document, series: &Series, mut records: Vec<Found>) -> Option<Vec<Found>> {
    if matches!(series, Series::Number(_)) {
        let all = records.len();
        records.retain(|found| found.record.status.is_some());
        return (records.len() >= FEWEST && records.len() * 2 > all).then_some(records);
    }
    let told = records.iter().filter(|found| is_told(document, found)).count();
    (told >= FEWEST).then_some(records)
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

/// The series that a section is of, by its heading. A code may be all of it.
fn series(document: &Document, section: usize) -> Option<Series> {
    let section = &document.outline.sections[section];
    let text = document.blocks[section.block].heading()?.text.plain();
    let text = text.trim_start();
    if !text.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let title = Title::of(text, &Name::of(""));
    let numbered = title.words.is_some() && has_mark(text);
    match title.id? {
        Id::Series(code, _) if name::is_decision_code(&code) => Some(Series::Code(code)),
        Id::Number(_) if !numbered => None,
        Id::Number(_) if text.starts_with(|c: char| c.is_ascii_digit()) => {
            Some(Series::Number(section.level))
        }
        Id::Number(_) => Some(Series::Word),
        Id::Series(..) | Id::Lettered(..) | Id::Name(_) => None,
    }
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
pub(super) fn names_decisions(text: &str) -> bool {
    let is_one = || {
        let id = Title::of(text, &Name::of("")).id;
        id.is_some() && !text.trim_start().starts_with(|c: char| c.is_ascii_digit())
    };
    Vocabulary::known().mentions(Reference::RecordDirectory, text).is_some() && !is_one()
}
