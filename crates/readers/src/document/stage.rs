//! How far a document says it is: in the directive, the front matter, its metadata, or the
//! configuration, in this order.

use crate::directive::Directive;
use crate::settings::Settings;
use text::markdown::Document;
use text::markdown::field::fields;
use text::source::Place;
use words::Stage;

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

/// Blocks at the top and at the bottom in which metadata is looked for.
const TOP: usize = 12;
const BOTTOM: usize = 6;

/// The labels of a status in the languages surveyed.
const LABELS: [&str; 8] =
    ["status", "document status", "state", "statut", "estado", "stand", "dokumentstatus", "状态"];

/// What a document says of itself.
pub(super) fn status(
    document: &Document,
    directive: Option<&Directive>,
    configured: Option<Stage>,
    settings: &Settings,
) -> Option<Status> {
    stated(document, directive, settings).or_else(|| {
        configured.map(|stage| Status { stage: Some(stage), words: String::new(), place: None })
    })
}

fn stated(
    document: &Document,
    directive: Option<&Directive>,
    settings: &Settings,
) -> Option<Status> {
    let status = |words: &str, span| Status {
        stage: stage_of(words, settings),
        words: words.to_owned(),
        place: Some(Place::new(&document.source, span)),
    };
    if let Some(argument) = directive.and_then(|directive| directive.argument("status")) {
        return argument.value.as_deref().map(|words| status(words, argument.value_span));
    }
    let front = document.front_matter.as_ref();
    if let Some(entry) = front.and_then(|front| front.get(&["status"]))
        && let Some(words) = entry.value.as_str()
    {
        return Some(status(words, entry.value.span));
    }
    let blocks = &document.blocks;
    let bottom = blocks.len().saturating_sub(BOTTOM).max(TOP.min(blocks.len()));
    let near_ends = [&blocks[..TOP.min(blocks.len())], &blocks[bottom..]];
    near_ends.into_iter().flat_map(fields).find_map(|field| {
        let known = LABELS.contains(&field.label.to_lowercase().as_str());
        let words = field.value.plain();
        (known && !words.is_empty()).then(|| status(&words, field.value.span))
    })
}

/// The stage that a status stands for. Free text is normal ("✅ Complete", "Production (Phase 8)"),
/// so the words are looked for in it; a choice left open stands for nothing.
pub fn stage_of(words: &str, settings: &Settings) -> Option<Stage> {
    let lower = words.to_lowercase();
    if let Some(&stage) = settings.status_words.get(lower.trim()) {
        return Some(stage);
    }
    let has = |list: &[&str]| {
        lower.split(|c: char| !c.is_alphanumeric()).any(|word| list.contains(&word))
    };
    let found: Vec<Stage> =
        [(Stage::Draft, &DRAFT[..]), (Stage::Review, &REVIEW[..]), (Stage::Final, &FINAL[..])]
            .into_iter()
            .filter(|(_, list)| has(list))
            .map(|(stage, _)| stage)
            .collect();
    let choice = lower.contains(['/', '|']) || lower.contains(" or ");
    match found.as_slice() {
        [stage] => Some(*stage),
        // "Reviewed and approved": the later stage holds; "Draft / Final": nothing was chosen.
        [.., last] if !choice => Some(*last),
        _ => None,
    }
}

/// Whether the words are a choice that nobody made: `Draft / Final`.
pub fn is_open_choice(words: &str, settings: &Settings) -> bool {
    let parts = words.split(['/', '|']).flat_map(|part| part.split(" or "));
    parts.filter(|part| stage_of(part, settings).is_some()).count() > 1
}

const DRAFT: [&str; 15] = [
    "draft",
    "wip",
    "progress",
    "proposed",
    "entwurf",
    "brouillon",
    "borrador",
    "rascunho",
    "initial",
    "planned",
    "outline",
    "development",
    "unfinished",
    "incomplete",
    "草稿",
];
const REVIEW: [&str; 9] = [
    "review",
    "reviewing",
    "rfc",
    "candidate",
    "prüfung",
    "revisión",
    "revisão",
    "relecture",
    "评审",
];
const FINAL: [&str; 30] = [
    "final",
    "complete",
    "completed",
    "approved",
    "accepted",
    "released",
    "production",
    "published",
    "active",
    "ativo",
    "activo",
    "live",
    "stable",
    "current",
    "verified",
    "freigegeben",
    "gültig",
    "implemented",
    "validé",
    "approuvé",
    "aprobado",
    "aprovado",
    "akzeptiert",
    "abgenommen",
    "living",
    "maintained",
    "ratified",
    "done",
    "signed",
    "reviewed",
];

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
        assert!(is_open_choice("Draft | In Review | Final", &settings));
        assert!(is_open_choice("Draft or Final", &settings));
        assert!(!is_open_choice("Phase 1/2", &settings));
    }
}
