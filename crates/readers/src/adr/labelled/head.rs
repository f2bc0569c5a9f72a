//! The section below a record's title that is there for labels.

use text::markdown::Document;
use words::Vocabulary;

use crate::adr::format::Part;
use crate::adr::label::Key;

/// Whether a section is there for what a record states about itself: "Metadata", or the name of the form right below
/// the title.
pub(in crate::adr) fn is_head(document: &Document, section: usize) -> bool {
    let own = &document.outline.sections[section];
    let title = document.blocks[own.block].heading().map(|heading| heading.text.plain());
    let main = own.parent.is_none_or(|parent| parent == 0);
    title.filter(|_| main).is_some_and(|title| {
        Key::of(&title) == Some(Key::Metadata) || section == 1 && names_the_form(&title)
    })
}

/// "Architecture Decision Record", and no part of one: "Decision".
pub(super) fn names_the_form(title: &str) -> bool {
    Vocabulary::known().is(words::Reference::Record, title) && Part::of(title).is_none()
}
