//! What is filled in, and what is emptied, in the front matter of a template.

use text::edit::TextEdit;
use text::markdown::Document;
use text::source::Span;

use super::{Filling, number_place};
use crate::adr::label::Key;
use crate::adr::name::is_type_word;
use crate::adr::record::Origin;
use crate::adr::statement;
use crate::adr::status::OwnWords;
use crate::adr::text::Line;
use crate::adr::value::Labelled;

/// The number in the front matter behind a word for a record: `RFC: XXXX`.
pub(super) fn number(document: &Document, filling: Filling<'_>) -> Option<TextEdit> {
    let entries = &document.front_matter.as_ref()?.entries;
    let entry = entries.iter().find(|entry| is_type_word(&entry.key))?;
    let span = entry.value.span;
    let place = number_place(document.slice(span))?;
    let at = Span::new(span.start + place.start, span.start + place.end);
    Some(TextEdit::replace(at, filling.number?.trim_start_matches('0')))
}

/// The records that a template names in its front matter as examples: those of a new one are others.
pub(super) fn examples(
    document: &Document,
    statements: &[Labelled],
    own: &OwnWords,
) -> Vec<TextEdit> {
    let is_example = |one: &&Labelled| match one.key {
        Key::Relation(kind) if one.origin == Origin::FrontMatter => one.lines.iter().any(|line| {
            let named = statement::value(Line::of(line), kind, own);
            named.iter().any(|relation| relation.target.id().is_some())
        }),
        _ => false,
    };
    let entries = || document.front_matter.iter().flat_map(|front| &front.entries);
    let emptied = |one: &Labelled| {
        let entry = entries().find(|entry| entry.key_span == one.label)?;
        let start = entry.key_span.end;
        let behind = document.slice(Span::new(start, entry.value.span.end));
        let (colon, end) = (behind.find(':')? + 1, behind.trim_end().len());
        Some(TextEdit::replace(Span::new(start + colon, start + end), ""))
    };
    statements.iter().filter(is_example).filter_map(emptied).collect()
}
