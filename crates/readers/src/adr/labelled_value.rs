//! A value under a label, before it is read.

use text::markdown::inline::Inlines;
use text::source::Span;

use super::label::LabelKind;
use super::record::Origin;

/// A labelled value.
#[derive(Debug)]
pub(super) struct Labelled {
    pub(super) key: LabelKind,
    /// The label.
    pub(super) label: Span,
    /// The value, one statement each.
    pub(super) lines: Vec<Inlines>,
    pub(super) origin: Origin,
}
