//! Why a heading is refused for a section where it stands, whatever else speaks for it.

use words::{Concept, Reference, Vocabulary};

use super::binding::Binding;
use super::concepts::SIDES;
use super::depth::needs_chapter;
use super::index::Candidate;
use super::node::{Node, NodeKind};
use super::place::{Place, is_chapter, is_line_of_part, repeats_subject};
use super::reason::Match;
use super::technologies;
use crate::template::Need;
use crate::template::key::Key;

type Veto = fn(&Binding, Candidate, Place) -> bool;

/// One of them suffices.
const VETOES: [Veto; 10] = [
    is_no_heading,
    is_of_a_part,
    is_on_its_parent,
    is_above_its_parent,
    is_on_other_flows,
    is_side_alone,
    lacks_its_chapter,
    is_technology_again,
    is_one_of_a_kind,
    holds_its_title,
];

/// Whether a candidate is refused at its place.
pub(super) fn is_refused(binding: &Binding, candidate: Candidate, place: Place) -> bool {
    VETOES.iter().any(|veto| veto(binding, candidate, place))
}

/// A bold line is a heading only below the section's parent, as a chapter where no heading is one, and as the log of
/// the document, which is often added below its last chapter.
fn is_no_heading(binding: &Binding, candidate: Candidate, place: Place) -> bool {
    let Candidate { node, section, how, .. } = candidate;
    let is_chapter =
        || how <= Match::Conjunct && place < Place::Part && binding.is_bold_chapter(node);
    let is_log = || {
        let concept = binding.template.sections[section].concepts.first();
        let heading = |below: &Node| below.kind == NodeKind::Heading;
        let above = binding.tree.nodes[node].parent;
        concept == Some(&Concept::ChangeLog)
            && how.is_title()
            && !binding.tree.nodes[node..].iter().any(heading)
            && above.is_none_or(|above| binding.is_among_chapters(above))
    };
    let is_heading = binding.tree.nodes[node].kind == NodeKind::Heading;
    !is_heading && place != Place::Below && !is_chapter() && !is_log()
}

/// What a bold line says of one part of the system is no chapter.
fn is_of_a_part(binding: &Binding, candidate: Candidate, _: Place) -> bool {
    let section = &binding.template.sections[candidate.section];
    section.need == Need::Container && is_line_of_part(binding, candidate.node)
}

/// What a heading says of its parent's subject is no chapter: "Service design principles" below "Service layer".
fn is_on_its_parent(binding: &Binding, candidate: Candidate, place: Place) -> bool {
    let Candidate { node, section, how, .. } = candidate;
    how >= Match::Contained
        && place == Place::Own
        && binding.template.depth(section) == 0
        && binding.template.sections[section].need == Need::Container
        && repeats_subject(binding, node)
}

/// What joins a chapter with another and holds its heading is no part of it.
fn is_above_its_parent(binding: &Binding, candidate: Candidate, _: Place) -> bool {
    let Candidate { node, section, how, .. } = candidate;
    how == Match::Conjunct
        && binding.template.containing(section).is_some_and(|above| {
            let hits = &binding.hits[above];
            let inside = node + 1..binding.tree.nodes[node].subtree;
            !hits.is_empty() && hits.iter().all(|hit| inside.contains(&hit.node))
        })
}

/// Flows that are none of the system's data: "Request lifecycle" is on them, "User journeys" are not.
fn is_on_other_flows(binding: &Binding, candidate: Candidate, place: Place) -> bool {
    let Candidate { node, section, how, .. } = candidate;
    let says_what_flows = || {
        let heading = &binding.tree.nodes[node].text;
        Vocabulary::known().mentions(Reference::Flowing, heading).is_some()
    };
    let is_chapter = || place <= Place::Within || is_chapter(binding, node);
    how.is_wider()
        && binding.template.sections[section].is_about(Concept::DataFlow)
        && !(is_chapter() && says_what_flows())
}

/// A side of the system outside the list of technologies, which have sides as well.
fn is_side_alone(binding: &Binding, candidate: Candidate, place: Place) -> bool {
    let concepts = &binding.template.sections[candidate.section].concepts;
    let mentions = |key: &Key| key.mentioned().iter().any(|one| SIDES.contains(one));
    place > Place::Within
        && concepts.iter().skip(1).any(|one| SIDES.contains(one))
        && binding.tree.nodes[candidate.node].keys.iter().any(mentions)
}

/// Words that say nothing without the section's parent: "Tools", "Metrics".
fn lacks_its_chapter(binding: &Binding, candidate: Candidate, place: Place) -> bool {
    let Candidate { section, how, beside_sibling, .. } = candidate;
    let is_outside = || {
        place >= Place::General && needs_chapter(binding, section)
            || place >= Place::Free && technologies::names_subject(binding, section)
    };
    !how.is_title() && !beside_sibling && is_outside()
}

/// "Database" is a technology below their list alone, where the data have a section for it.
fn is_technology_again(binding: &Binding, candidate: Candidate, place: Place) -> bool {
    place >= Place::Free && technologies::names_subject_again(binding, candidate.section)
}

/// One of several parts that are called alike: "Data model layer" beside "View layer" is a layer, and no data model.
fn is_one_of_a_kind(binding: &Binding, candidate: Candidate, _: Place) -> bool {
    binding.layout.of_a_kind[candidate.node] && !candidate.how.is_title()
}

/// The heading over one that has the section's very title is the chapter around it: "Requirements overview" over
/// "**Functional requirements:**".
fn holds_its_title(binding: &Binding, candidate: Candidate, _: Place) -> bool {
    let Candidate { node, section, how, .. } = candidate;
    let chapter = binding.template.containing(section);
    how > Match::Title
        && chapter.is_some_and(|chapter| binding.is_open(chapter))
        && binding.has_title_below(node, section)
}
