//! What calls a text, or a part of one, a collection of decisions.

use crate::record_path;
use text::markdown::Document;
use words::{ClauseRole, Concept, Reference, Vocabulary};

use crate::adr::name::Name;
use crate::adr::title::Title;

/// Whether a file is called after the decisions in it: `09-architectural-decisions.md`, `decisions/README.md`.
pub(in crate::adr) fn is_file_of_decisions(path: &str) -> bool {
    let stem = record_path::stem(path).replace(['-', '_', '.'], " ");
    names_decisions(&stem)
}

/// Whether a text's own title names decisions.
pub(super) fn is_titled(document: &Document) -> bool {
    let first = document.outline.sections.first().filter(|section| section.level == 1);
    let heading = first.and_then(|section| document.blocks[section.block].heading());
    heading.is_some_and(|heading| names_decisions(&heading.text.plain()))
}

/// Whether a text is the name of a collection of decisions: `9. Architectural decisions`, `Decision log: the gateway`.
/// What stands beside another noun is about more, what is pending is not decided, and `ADR-7: Use X` is one of them.
pub(in crate::adr) fn names_decisions(text: &str) -> bool {
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

/// Whether a heading is that of a form to copy: `Template`, `Decision template`, `Template for a decision`. `Template
/// engine` is the name of something.
pub(super) fn is_template(heading: &str) -> bool {
    const MOST_WORDS: usize = 2;
    let known = Vocabulary::known();
    let heading = heading.trim_matches(|c: char| !c.is_alphanumeric());
    let Some((at, found)) = known.mentions(Reference::Template, heading) else { return false };
    let (before, behind) = (&heading[..at.start], heading[at.start + found.len..].trim_start());
    let led = before.split_whitespace().count() <= MOST_WORDS;
    let on = behind.split_whitespace().next();
    led && Title::of(heading, &Name::of("")).id.is_none()
        && on.is_none_or(|word| {
            !word.starts_with(char::is_alphanumeric)
                || before.is_empty() && known.is(Reference::For, word)
        })
}
