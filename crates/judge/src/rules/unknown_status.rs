//! `unknown-status`: the words of a document's status stand for no stage.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::document::stage::is_open_choice;
use readers::document::{BoundDocument, Status};
use text::source::Place;
use text::wording::nearest;
use words::{Stage, Vocabulary};

pub static RULE: Rule = Rule {
    name: "unknown-status",
    group: Group::Document,
    levels: Levels::always(Level::Warn),
    summary: "A document's status is not known, or a choice that nobody made.",
    page: include_str!("../../pages/unknown-status.md"),
};

/// Longer words are a sentence about the status; nobody would put them into `book.toml`.
const MAX_OWN_WORD: usize = 30;

pub(crate) fn check(document: &BoundDocument, findings: &mut Vec<Finding>) {
    let Some(Status { stage: None, words, place: Some(place) }) = &document.status else {
        return;
    };
    // A choice of the template's own that is still open is said where fields are looked at.
    if !is_left_open(document, place) && !is_free(document, words, place) {
        findings.push(finding(document, words, place));
    }
}

fn finding(document: &BoundDocument, words: &str, place: &Place) -> Finding {
    let open = is_open_choice(words);
    let wrong = if open { "a choice that nobody made" } else { "not known" };
    let message = format!("the status `{words}` is {wrong}");
    let help = if open || words.chars().count() > MAX_OWN_WORD {
        "write `draft`, `review` or `final`".to_owned()
    } else {
        format!(
            "write `draft`, `review` or `final`, or say in `book.toml` what it stands for: \
             `status-words.\"{}\" = \"review\"`",
            words.to_lowercase()
        )
    };
    Finding::new(&RULE, place.clone(), message)
        .document(&document.name)
        .note("the document counts as a draft, of which less is asked")
        .help(help)
}

/// Words of the author's about the document, "Design phase": nobody meant a stage by them. In a
/// directive and in front matter they are a setting.
fn is_free(document: &BoundDocument, words: &str, place: &Place) -> bool {
    let in_text = document.statements.iter().any(|one| one.place.span == place.span);
    let known = Vocabulary::words::<Stage>().map(|(_, _, word)| word);
    in_text && !is_open_choice(words) && nearest(words, known).is_none()
}

/// Whether the field is among those that somebody has still to fill in.
fn is_left_open(document: &BoundDocument, status: &Place) -> bool {
    let headings = document.sections.iter().flat_map(|facts| &facts.headings);
    let mut leftovers = headings.flat_map(|heading| &heading.assessment.leftovers);
    leftovers.any(|left| {
        left.place.source.path() == status.source.path()
            && left.place.start().line == status.start().line
    })
}
