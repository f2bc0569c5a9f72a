//! Words that several rules say in the same way.

use crate::finding::Finding;
use crate::rule::Rule;
use readers::template::{Need, TemplateSection};
use text::source::Place;

use readers::document::BoundDocument;

/// A finding about a section of a bound document.
pub(crate) fn finding(
    rule: &'static Rule,
    document: &BoundDocument,
    section: usize,
    place: Place,
    message: impl Into<String>,
) -> Finding {
    Finding::new(rule, place, message)
        .section(&document.template().sections[section].id)
        .document(&document.name)
}

/// Why a section is asked for: who asks, and what for.
pub(crate) fn why(document: &BoundDocument, section: usize) -> String {
    let asked = &document.template().sections[section];
    let verb = match asked.need {
        Need::Required => "requires",
        Need::Recommended => "recommends",
        Need::Optional | Need::Container => "has",
    };
    let name = &document.template().name;
    match purpose(asked) {
        Some(purpose) => format!("the template `{name}` {verb} it ({}): {purpose}", asked.id),
        None => format!("the template `{name}` {verb} it ({})", asked.id),
    }
}

/// The first sentence of a section's guidance.
fn purpose(section: &TemplateSection) -> Option<String> {
    let guide = section.guide.as_deref()?;
    let ends = |at: &usize| guide[at + 1..].starts_with([' ', '\n']);
    let end = guide.match_indices(['.', '?', '!']).map(|(at, _)| at).find(ends);
    let sentence = guide[..end.map_or(guide.len(), |end| end + 1)].trim();
    (!sentence.is_empty()).then(|| sentence.replace('\n', " "))
}
