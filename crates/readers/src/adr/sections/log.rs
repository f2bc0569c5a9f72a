//! The records of a log that are called by a code or a number alone: `### AD-1: Use X` below "Architectural decisions",
//! `## 1. Use X` in `decisions.md`.
//!
//! Such headings number anything, so it takes more to be a record than behind `ADR`: it stands below a heading, or in a
//! file, that names decisions, and several of its kind beside it state a status, a date or what was decided.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::record_path;
use text::markdown::block::Block;
use text::markdown::inline::Inlines;
use text::markdown::outline::Section;
use text::markdown::{Document, field};
use words::{ClauseRole, Concept, Reference, Status, Vocabulary};

use super::section::{Found, has_mark, read};
use crate::adr::format::Part;
use crate::adr::id::Id;
use crate::adr::label::LabelKind;
use crate::adr::name::{self, Name};
use crate::adr::status::OwnWords;
use crate::adr::title::Title;

/// Sections that say something of a decision, of one series and one level; one alone may be an example.
const FEWEST: usize = 2;

/// The level of a text's chapters.
const CHAPTER: u8 = 2;

/// Sections that state a status beside each other; two may be the options of one decision.
const FEWEST_UNNUMBERED: usize = 3;

/// Whether a file is called after the decisions in it: `09-architectural-decisions.md`.
pub(super) fn is_named(path: &str) -> bool {
    let stem = record_path::stem(path).replace(['-', '_', '.'], " ");
    names_decisions(&stem)
}

/// Whether a text's own title names decisions.
fn is_titled(document: &Document) -> bool {
    let first = document.outline.sections.first().filter(|section| section.level < CHAPTER);
    let heading = first.and_then(|section| document.blocks[section.block].heading());
    heading.is_some_and(|heading| names_decisions(&heading.text.plain()))
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

/// The records of a log, by the place of their sections. A text that is called a log and says itself how it stands is one
/// decision, and may number its parts.
pub(super) fn records(document: &Document, path: &str, own: &OwnWords) -> Vec<Found> {
    let in_log = is_named(path) || is_titled(document);
    if in_log && states_itself(document) {
        return Vec::new();
    }
    let mut logs: BTreeMap<Series, Vec<Found>> = BTreeMap::new();
    let mut next = 0;
    for (index, section) in document.outline.sections.iter().enumerate() {
        let series = series(document, index).filter(|_| index >= next && section.level > 1);
        let Some(series) = series else { continue };
        if !in_log && !is_below_decisions(document, index, &series) {
            continue;
        }
        if let Some(found) = read(document, path, index, own) {
            if !matches!(series, Series::Number(_)) {
                next = section.subtree;
            }
            logs.entry(series).or_default().push(found);
        }
    }
    let logs = logs.into_iter().filter_map(|(series, mut records)| {
        let all = records.len();
        let stated = |found: &&Found| found.record.status.is_some();
        let told = |found: &&Found| is_told(document, found);
        let is_log = match series {
            // Those that say nothing are chapters beside them.
            Series::Number(_) => {
                records.retain(|found| stated(&found) && has_part(document, found));
                records.len() >= FEWEST && records.len() * 2 > all
            }
            _ if in_log => records.iter().filter(told).count() >= FEWEST,
            // Any design has decisions; those of the whole say how they stand.
            _ => records.iter().filter(stated).count() >= FEWEST,
        };
        is_log.then_some(records)
    });
    logs.max_by_key(Vec::len).unwrap_or_default()
}

/// Whether a text is a log whose decisions have no number: sections beside each other state a status each, and the text
/// itself none.
pub(super) fn is_unnumbered(document: &Document) -> bool {
    let is_decision = |section: &Section| {
        let heading = document.blocks[section.block].heading();
        section.level == CHAPTER
            && heading.is_some_and(|heading| Part::of(&heading.text.plain()).is_none())
            && !stated(document, &section.body).is_empty()
    };
    let sections = document.outline.sections.iter();
    let decisions = sections.filter(|section| is_decision(section)).count();
    decisions >= FEWEST_UNNUMBERED && !states_itself(document)
}

/// Whether a text states a status of its own: in its front matter, above its first chapter, or in a chapter for it.
/// `Status: living document` is none that a decision has.
pub(super) fn states_itself(document: &Document) -> bool {
    let outline = &document.outline;
    let is_status = |text: &str| LabelKind::of(text) == Some(LabelKind::Status);
    let in_front = document
        .front_matter
        .as_ref()
        .is_some_and(|front| front.entries.iter().any(|entry| is_status(&entry.key)));
    let says = |section: &Section| {
        let heading = document.blocks[section.block].heading();
        let chapter = heading.is_some_and(|heading| is_status(&heading.text.plain()));
        chapter && section.level <= CHAPTER
            || section.level < CHAPTER && tells(document, &section.body)
    };
    in_front || tells(document, &outline.preamble) || outline.sections.iter().any(says)
}

/// What blocks state behind labels for a status.
fn stated(document: &Document, blocks: &Range<usize>) -> Vec<String> {
    let fields = field::fields(&document.blocks[blocks.clone()]);
    let is_status = |field: &field::Field| LabelKind::of(&field.label) == Some(LabelKind::Status);
    fields.iter().filter(|field| is_status(field)).map(|field| field.value.plain()).collect()
}

/// Whether blocks state a known status behind a label, or as a word of a byline.
fn tells(document: &Document, blocks: &Range<usize>) -> bool {
    let known = Vocabulary::known();
    let paragraphs = document.blocks[blocks.clone()].iter().filter_map(Block::paragraph);
    let in_byline = |text: String| {
        let mut parts = text.split(SIGNS);
        parts.any(|part| known.whole::<Status>(part.trim()).is_some()) && !is_choice(&text)
    };
    let begins = |value: &String| status_of(value).is_some() && !is_choice(value);
    stated(document, blocks).iter().any(begins) || paragraphs.map(Inlines::plain).any(in_byline)
}

/// What separates the parts of a byline.
const SIGNS: [char; 4] = ['|', '•', '·', ','];

/// `✅ Decided · ⏳ Pending · ❌ Rejected` tells which there are.
fn is_choice(text: &str) -> bool {
    let mut named = text.split(SIGNS).filter_map(status_of);
    named.next().is_some_and(|first| named.any(|other| other != first))
}

/// The status that a text begins with, behind signs.
fn status_of(text: &str) -> Option<Status> {
    let words = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    Some(Vocabulary::known().at_start::<Status>(words)?.meaning)
}

/// Whether a section states a status, a date or what was decided.
fn is_told(document: &Document, found: &Found) -> bool {
    let decides = |part: Part| part.is_decision();
    !found.record.states.is_empty()
        || !found.record.dates.is_empty()
        || parts(document, found).into_iter().any(decides)
}

/// Whether a section has a date, or a part that decisions have.
fn has_part(document: &Document, found: &Found) -> bool {
    !found.record.dates.is_empty() || !parts(document, found).is_empty()
}

/// The parts of a record that a section has, below headings or behind labels.
fn parts(document: &Document, found: &Found) -> Vec<Part> {
    let section = &document.outline.sections[found.section];
    let below = document.outline.sections[found.section..section.subtree].iter();
    let labelled = below
        .flat_map(|section| field::fields(&document.blocks[section.body.clone()]))
        .filter_map(|field| Part::of(&field.label));
    found.record.sections.iter().filter_map(|section| section.part).chain(labelled).collect()
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

/// Whether a heading around a section names decisions. `D` may be anything further away.
fn is_below_decisions(document: &Document, section: usize, series: &Series) -> bool {
    let sections = &document.outline.sections;
    let names = |at: &usize| {
        let heading = document.blocks[sections[*at].block].heading();
        heading.is_some_and(|heading| names_decisions(&heading.text.plain()))
    };
    let mut around = std::iter::successors(sections[section].parent, |at| sections[*at].parent);
    match series {
        Series::Code(code) if code == "D" => around.next().as_ref().is_some_and(names),
        _ => around.any(|at| names(&at)),
    }
}

/// Whether a text is the name of a collection of decisions: `9. Architectural decisions`, `Decision log: the gateway`.
/// What stands beside another noun is about more, what is pending is not decided, and `ADR-7: Use X` is one of them.
pub(super) fn names_decisions(text: &str) -> bool {
    const MOST_WORDS: usize = 2;
    let known = Vocabulary::known();
    let text = text.trim_start_matches(|c: char| c.is_ascii_digit() || ". ):-".contains(c)).trim();
    let found = known.mentions(Reference::RecordDirectory, text);
    let Some((at, found)) = found else { return false };
    let (before, behind) = (text[..at.start].trim(), text[at.start + found.len..].trim());
    let qualifies =
        |word: &str| !known.is(ClauseRole::And, word) && !known.is(Reference::For, word);
    let led =
        before.split_whitespace().count() <= MOST_WORDS && before.split_whitespace().all(qualifies);
    let ends = behind.chars().next().is_none_or(|sign| !sign.is_alphanumeric())
        || known.is(Concept::Decisions, text);
    let is_one = Title::of(text, &Name::of("")).id.is_some();
    led && ends && !is_one && !known.is(Concept::OpenQuestions, text)
}
