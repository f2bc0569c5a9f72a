//! Mistakes in templates.

use text::source::Span;
use text::wording::nearest;
use words::Concept;

/// What is wrong with a template, at its place in the template's own file.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Where.
    pub span: Span,
    /// What, in one line.
    pub message: String,
}

/// The concept of this name; a name that is none is a problem.
pub(super) fn concept_named(
    name: &str,
    problems: &mut Vec<Problem>,
    span: Span,
) -> Option<Concept> {
    let concept = Concept::from_name(name);
    if concept.is_none() {
        let near = nearest(name, Concept::ALL.iter().map(|concept| concept.name()));
        let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        problems.push(Problem { span, message: format!("there is no concept `{name}`{near}") });
    }
    concept
}
