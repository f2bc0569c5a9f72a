//! What a `template` directive binds its chapter to.

use super::values::Values;
use crate::settings::Missing;
use text::source::Span;

/// The template of a chapter, and how it is bound.
#[derive(Clone, Debug)]
pub struct Template {
    /// The template's name.
    pub name: String,
    /// Where the name stands.
    pub span: Span,
    /// What the chapter shows where a section is missing, before the configuration.
    pub missing: Option<Missing>,
    /// The document's stage in its author's words, and where they stand.
    pub status: Option<(String, Span)>,
    /// The name of a document that is written in several chapters.
    pub doc: Option<String>,
    /// The section that this chapter of it is, and where it is named.
    pub part: Option<(String, Span)>,
}

impl Template {
    pub(super) fn read(values: &mut Values<'_>) -> Self {
        let words = |key: &str| {
            let (argument, value) = values.given(key)?;
            Some((value.to_owned(), argument.value_span))
        };
        let (name, span) = words("template").unwrap_or_default();
        let (doc, part, status) = (words("doc"), words("part"), words("status"));
        Self {
            name,
            span,
            missing: values.word("missing"),
            status,
            doc: doc.map(|(name, _)| name),
            part,
        }
    }
}
