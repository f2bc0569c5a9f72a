//! Mistakes in templates.

use text::source::Span;

/// What is wrong with a template, at its place in the template's own file.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Where.
    pub span: Span,
    /// What, in one line.
    pub message: String,
}
