//! What a text and its sections state, by which a log is told from one record and from a document.

use std::ops::Range;

use text::markdown::block::{Block, BlockKind};
use text::markdown::inline::Inlines;
use text::markdown::outline::Section;
use text::markdown::{Document, field};
use words::{Status, Vocabulary};

use super::entry::Heading;
use super::section::Found;
use crate::adr::format::Part;
use crate::adr::label::LabelKind;

/// The level of a text's chapters.
const CHAPTER: u8 = 2;

/// Whether a text is a log whose decisions have no number: sections beside each other state a status each, and the text
/// itself none.
pub(super) fn is_unnumbered(document: &Document) -> bool {
    /// Two may be the options of one decision.
    const FEWEST: usize = 3;
    let is_decision = |section: &Section| {
        let heading = document.blocks[section.block].heading();
        section.level == CHAPTER
            && heading.is_some_and(|heading| Part::of(&heading.text.plain()).is_none())
            && !statuses(document, &section.body).is_empty()
    };
    let sections = document.outline.sections.iter();
    let decisions = sections.filter(|section| is_decision(section)).count();
    decisions >= FEWEST && !states_itself(document)
}

/// Whether a text states a status of its own: in its front matter, above its first chapter, or in a chapter for it.
/// `Status: living document` is none that a decision has.
pub(in crate::adr) fn states_itself(document: &Document) -> bool {
    let outline = &document.outline;
    let level = |at: usize| outline.sections[at].level;
    // Another title of its own may be that of a record which somebody put into a log.
    let own = (0..outline.sections.len()).find(|at| level(*at) < CHAPTER);
    let is_another = |at: usize| Some(at) != own && has_number(document, at);
    let is_status = |text: &str| LabelKind::of(text) == Some(LabelKind::Status);
    let in_front = document
        .front_matter
        .as_ref()
        .is_some_and(|front| front.entries.iter().any(|entry| is_status(&entry.key)));
    let says = |(at, section): (usize, &Section)| {
        let heading = document.blocks[section.block].heading();
        let chapter = heading.is_some_and(|heading| is_status(&heading.text.plain()));
        let within_one = section.parent.is_some_and(|at| level(at) < CHAPTER && !is_another(at));
        let is_own = section.level < CHAPTER && section.parent.is_none() && !is_another(at);
        chapter && (section.level < CHAPTER || section.level == CHAPTER && within_one)
            || is_own && tells(document, &section.body)
    };
    let mut sections = outline.sections.iter().enumerate();
    in_front || tells(document, &outline.preamble) || sections.any(says)
}

/// Whether the heading of a section has the number of a record.
fn has_number(document: &Document, section: usize) -> bool {
    Heading::of(document, section).is_some_and(|heading| heading.title.id.is_some())
}

/// What blocks state behind labels for a status.
fn statuses(document: &Document, blocks: &Range<usize>) -> Vec<String> {
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
    statuses(document, blocks).iter().any(begins) || paragraphs.map(Inlines::plain).any(in_byline)
}

/// What separates the parts of a byline.
const SIGNS: [char; 5] = ['|', '•', '·', ',', '/'];

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
pub(super) fn tells_something(document: &Document, found: &Found) -> bool {
    !found.record.states.is_empty() || !found.record.dates.is_empty() || decides(document, found)
}

/// Whether a section states what was decided, below a heading or behind a label.
pub(super) fn decides(document: &Document, found: &Found) -> bool {
    parts(document, found).into_iter().any(Part::is_decision)
}

/// Whether a section has a date, or a part that decisions have.
pub(super) fn has_part(document: &Document, found: &Found) -> bool {
    !found.record.dates.is_empty() || !parts(document, found).is_empty()
}

/// Whether several sections below one say each how they stand or what was decided, so that it is a chapter of them.
pub(super) fn holds_several(document: &Document, section: usize) -> bool {
    const FEWEST: usize = 2;
    let sections = &document.outline.sections;
    let below = sections[section + 1..sections[section].subtree].iter();
    let tells = |section: &&Section| {
        let fields = field::fields(&document.blocks[section.body.clone()]);
        fields.iter().any(|field| {
            LabelKind::of(&field.label) == Some(LabelKind::Status)
                || Part::of(&field.label).is_some_and(Part::is_decision)
        })
    };
    below.filter(tells).count() >= FEWEST
}

/// The parts of a record that a section has, below headings or behind labels.
pub(super) fn parts(document: &Document, found: &Found) -> Vec<Part> {
    let section = &document.outline.sections[found.section];
    let below = document.outline.sections[found.section..section.subtree].iter();
    // Below columns the rows are on several things; beside labels they are on one.
    let is_part = |cell: Option<&Inlines>| cell.and_then(|cell| Part::of(&cell.plain())).is_some();
    let several = |block: &&Block| match &block.kind {
        BlockKind::Table(table) => {
            table.rows.len() > 1
                && table.header.cells.iter().any(|cell| is_part(Some(cell)))
                && !table.rows.iter().any(|row| is_part(row.cells.first()))
        }
        _ => false,
    };
    let labelled = below
        .flat_map(|section| &document.blocks[section.body.clone()])
        .filter(|block| !several(block))
        .flat_map(|block| field::fields(std::slice::from_ref(block)))
        .filter_map(|field| Part::of(&field.label));
    found.record.sections.iter().filter_map(|section| section.part).chain(labelled).collect()
}
