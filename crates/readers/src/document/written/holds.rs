//! Headings that hold the next ones on their level: "Components" right before "Loader", a decision right before its
//! "Context".

use crate::document::bind::Binding;
use crate::document::bind::node::{NodeKind, Tree};
use words::{Concept, Label, Part as RecordPart, Reference, Vocabulary};

/// What holds several things of one kind, each of which may have a heading of its own.
const KINDS: [Concept; 12] = [
    Concept::Components,
    Concept::BuildingBlocks,
    Concept::Layers,
    Concept::Flows,
    Concept::Runtime,
    Concept::Endpoints,
    Concept::Interfaces,
    Concept::ExternalSystems,
    Concept::DataModel,
    Concept::Decisions,
    Concept::QualityScenarios,
    Concept::FailureScenarios,
];

/// Whether nothing stands below a heading, and what follows on its level has something below and belongs to it: one
/// of the kind that it names, a part of the decision that it is called by, or more of what it says itself. Authors
/// mean the one to hold the others.
pub(super) fn holds_next(binding: &Binding, node: usize) -> bool {
    let nodes = &binding.tree.nodes;
    let (heading, next) = (&nodes[node], nodes[node].subtree);
    let names_kind = || {
        let key = heading.keys.first();
        key.is_some_and(|key| key.concepts().0.iter().any(|found| KINDS.contains(&found.meaning)))
    };
    let is_bare = next == node + 1 && heading.body.is_empty();
    let Some(after) = nodes.get(next).filter(|_| is_bare) else { return false };
    let is_beside = after.kind == NodeKind::Heading && after.level == heading.level;
    let is_written = !(after.body.is_empty() && after.subtree == next + 1);
    is_beside
        && is_written
        && (binding.served(next).is_empty() && (names_kind() || begins(&heading.text, &after.text))
            || is_record(&heading.text) && is_part_of_record(&after.text))
}

/// Whether the heading before a bare one has its very words and its level, and a text: what is said below the first is not
/// missing below the second.
pub(super) fn repeats_last(tree: &Tree, node: usize) -> bool {
    let nodes = &tree.nodes;
    let Some((heading, before)) = nodes.get(node).zip(nodes.get(node.wrapping_sub(1))) else {
        return false;
    };
    let same = before.level == heading.level && before.text.trim() == heading.text.trim();
    same && heading.body.is_empty() && !before.body.is_empty()
}

/// Whether a heading says a first one again and in which form: "Stakeholder" and "Stakeholder-Tabelle".
fn begins(first: &str, next: &str) -> bool {
    let rest = next.trim().strip_prefix(first.trim()).filter(|_| !first.trim().is_empty());
    rest.is_some_and(|rest| {
        let form = rest.trim_matches(|c: char| !c.is_alphanumeric());
        let parted = rest.starts_with([' ', '-', ':', '–', '—']);
        let words = Vocabulary::known();
        let is_form = [Reference::Figure, Reference::Account, Reference::Treatment]
            .into_iter()
            .any(|kind| words.is(kind, form));
        rest.starts_with('-') || parted && is_form
    })
}

/// Whether a heading has the number of a record: "ADR-001 — Use one store".
fn is_record(heading: &str) -> bool {
    let word = Vocabulary::known().starts(Reference::Record, heading.trim_start());
    word.is_some_and(|word| {
        let number = heading.trim_start()[word.len..].trim_start_matches([' ', '-', '#']);
        number.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Whether a heading is that of a part of a decision record: "Status", "Context".
fn is_part_of_record(heading: &str) -> bool {
    let words = Vocabulary::known();
    let status =
        words.glossed::<Label>(heading).is_some_and(|found| found.meaning == Label::Status);
    status
        || words
            .glossed::<RecordPart>(heading)
            .is_some_and(|found| found.meaning == RecordPart::Context)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::bind::testing::bound_text;

    /// Whether the first heading below the title holds the next one.
    fn holds(text: &str) -> bool {
        holds_next(&bound_text("arc42", &format!("# Atlas\n\n{text}\n")), 1)
    }

    #[test]
    fn what_is_said_again_belongs_to_the_heading_before_it() {
        assert!(holds("## Stakeholder\n\n## Stakeholder-Tabelle\n\nA."));
        assert!(!holds("## Stakeholder\n\n## Stakeholders\n\nA."));
        assert!(!holds("## Stakeholder\n\nA.\n\n## Stakeholder-Tabelle\n\nA."));
        assert!(!holds("## Stakeholder\n\n## Stakeholder-Tabelle"));
        assert!(!holds("## Data Protection\n\n## Data Protection Officer\n\nA."));
        assert!(!holds("## Constraints\n\n## Constraints of the law\n\nA."));
    }

    #[test]
    fn a_heading_that_is_written_twice_is_no_empty_part() {
        let repeats = |text: &str| {
            let binding = bound_text("arc42", &format!("# Atlas\n\n{text}\n"));
            repeats_last(&binding.tree, 2)
        };
        assert!(repeats("### Overview\n\nA.\n\n### Overview"));
        assert!(!repeats("### Overview\n\n### Overview"));
        assert!(!repeats("### Overview\n\nA.\n\n### Loader"));
        assert!(!repeats("## Overview\n\nA.\n\n### Overview"));
    }

    #[test]
    fn a_decision_holds_the_parts_on_its_level() {
        assert!(holds("### ADR-001 — One store\n\n### Status\n\nAccepted"));
        assert!(holds("### ADR-001 — One store\n\n### Contexte\n\nA."));
        assert!(!holds("### ADR-001 — One store\n\n### ADR-002 — Two queues\n\nA."));
        assert!(!holds("## Constraints\n\n## Context\n\nA."));
    }

    #[test]
    fn a_kind_holds_what_serves_no_section() {
        assert!(holds("## Components\n\n## Loader\n\nA."));
        assert!(!holds("## Components\n\n## Risks\n\nA."));
    }
}
