//! How far a document says it is: in the directive, the front matter, its metadata, or the
//! configuration, in this order.

use std::collections::BTreeSet;

use crate::directive::Template;
use crate::settings::Settings;
use text::markdown::Document;
use text::source::Place;
use words::{ClauseRole, Label, Stage, Vocabulary, date};

use super::metadata::Statement;

/// A stated status.
#[derive(Clone, Debug)]
pub struct Status {
    /// The stage its words stand for; none where they are not known.
    pub stage: Option<Stage>,
    /// The words.
    pub words: String,
    /// Where they stand; none for the configuration.
    pub place: Option<Place>,
}

/// What a document says of itself.
pub(super) fn status(
    document: &Document,
    directive: Option<&Template>,
    statements: &[Statement],
    configured: Option<Stage>,
    settings: &Settings,
) -> Option<Status> {
    let by_directive = || {
        let (words, span) = directive?.status.as_ref()?;
        Some(read(words, Place::new(&document.source, *span), settings))
    };
    let by_configuration =
        || configured.map(|stage| Status { stage: Some(stage), words: String::new(), place: None });
    by_directive()
        .or_else(|| in_front_matter(document, settings))
        .or_else(|| in_text(statements, settings))
        .or_else(by_configuration)
}

fn read(words: &str, place: Place, settings: &Settings) -> Status {
    let stage = stage_of(words, settings);
    Status { stage, words: words.to_owned(), place: Some(place) }
}

fn in_front_matter(document: &Document, settings: &Settings) -> Option<Status> {
    let entries = &document.front_matter.as_ref()?.entries;
    entries.iter().find_map(|entry| {
        let words = entry.value.as_str()?;
        let place = Place::new(&document.source, entry.value.span);
        let named = Vocabulary::known().is(Label::Status, &entry.key);
        named.then(|| read(words, place, settings))
    })
}

/// The first status whose words are known, or the first.
fn in_text(statements: &[Statement], settings: &Settings) -> Option<Status> {
    let stated = || {
        let labelled = statements.iter().filter(|one| one.label == Label::Status);
        let read = labelled.map(|one| read(&one.words, one.place.clone(), settings));
        // "Stand: 2026-03-13" is German for a date or a status.
        read.filter(|status| status.stage.is_some() || date::first(&status.words).is_none())
    };
    stated().find(|status| status.stage.is_some()).or_else(|| stated().next())
}

/// The stage that a status stands for. Free text is normal ("✅ Complete", "Production (Phase 8)"),
/// so the words are looked for in it; a choice left open stands for nothing.
pub fn stage_of(words: &str, settings: &Settings) -> Option<Stage> {
    if let Some(&stage) = settings.status_words.get(words.to_lowercase().trim()) {
        return Some(stage);
    }
    let (stages, choice) = stages(words);
    match stages.last() {
        // "Reviewed and approved": the later stage holds; "Draft / Final": nothing was chosen.
        Some(&stage) if stages.len() == 1 || !choice => Some(stage),
        _ => None,
    }
}

/// Whether the words are a choice that nobody made: `Draft / Final`.
pub fn is_open_choice(words: &str) -> bool {
    let (stages, choice) = stages(words);
    choice && stages.len() > 1
}

/// The stages that a text names, and whether it offers them for a choice.
fn stages(words: &str) -> (BTreeSet<Stage>, bool) {
    let known = Vocabulary::known();
    let mut stages = BTreeSet::new();
    let mut choice = false;
    let mut end = None;
    for (range, found) in known.find::<Stage>(words) {
        let before = &words[end.unwrap_or(0)..range.start];
        // "Not approved yet".
        if known.mentions(ClauseRole::Negation, before).is_some() {
            continue;
        }
        let or = before.contains(['/', '|', '／', '｜']) || known.is(ClauseRole::Or, before.trim());
        choice |= end.is_some() && or;
        end = Some(range.end);
        stages.insert(found.meaning);
    }
    (stages, choice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn free_text_has_a_stage_and_an_open_choice_has_none() {
        let settings = Settings::default();
        let stage = |words| stage_of(words, &settings);
        assert_eq!(stage("Draft"), Some(Stage::Draft));
        assert_eq!(stage("✅ Complete"), Some(Stage::Final));
        assert_eq!(stage("In Review"), Some(Stage::Review));
        assert_eq!(stage("✅ REVIEWED AND VERIFIED"), Some(Stage::Final));
        assert_eq!(stage("Draft/Final"), None);
        assert_eq!(stage("Phase 1"), None);
        assert_eq!(stage("Entwurf"), Some(Stage::Draft));
        assert_eq!(stage("Not approved"), None);
        assert_eq!(stage("Reviewed and approved"), Some(Stage::Final));
        assert!(is_open_choice("Draft | In Review | Final"));
        assert!(is_open_choice("Draft or Final"));
        assert!(!is_open_choice("Phase 1/2"));
    }
}
