//! One section of a text, read as a record.

use text::markdown::Document;

use super::entry::Heading;
use crate::adr::assemble::Reader;
use crate::adr::name::Name;
use crate::adr::record::{Origin, Record, Sourced};
use crate::adr::status::OwnWords;

/// A record, and which section of its text it is.
pub(super) struct Found {
    pub(super) section: usize,
    pub(super) record: Record,
}

/// Reads a section of a chapter as a record: `### ADR-001: Use X` with what stands below it.
///
/// None when its heading carries no identifier of a decision.
pub(super) fn read(
    document: &Document,
    path: &str,
    section: usize,
    own: &OwnWords,
) -> Option<Found> {
    let found = of_subtree(document, path, section, own)?;
    found.record.id.is_some().then_some(found)
}

/// The same of an entry of a log, whose heading may have a day or words alone.
pub(super) fn read_entry(
    document: &Document,
    path: &str,
    section: usize,
    heading: &Heading,
    own: &OwnWords,
) -> Option<Found> {
    let mut found = of_subtree(document, path, section, own)?;
    if heading.is_own {
        set_apart(&mut found.record, heading);
    }
    Some(found)
}

fn of_subtree(document: &Document, path: &str, section: usize, own: &OwnWords) -> Option<Found> {
    let subtree = document.outline.sections.get(section)?.subtree;
    let reader = Reader::new(document, path, Name::of(""), section..subtree, own);
    Some(Found { section, record: reader.record() })
}

/// A day in front of the heading is when it was decided, unless a label says when; it is no number, and no part of the
/// title. Nor is a code.
fn set_apart(record: &mut Record, heading: &Heading) {
    let at = record.title.as_ref().map_or(record.heading, |title| title.span);
    let titled = |value: &str| Sourced::new(value.to_owned(), at, Origin::Title);
    record.title = heading.title.words.as_deref().map(titled);
    let of_heading = heading.title.id.clone().map(|id| Sourced::new(id, at, Origin::Title));
    let was_chosen = |id: &Sourced<_>| id.origin != Origin::Title;
    record.ids.retain(was_chosen);
    record.id = of_heading.clone().or_else(|| record.id.take().filter(was_chosen));
    record.ids.splice(0..0, of_heading);
    if let Some(day) = heading.day.filter(|_| record.dates.is_empty()) {
        record.date = Some(Sourced::new(day, at, Origin::Title));
    }
}
