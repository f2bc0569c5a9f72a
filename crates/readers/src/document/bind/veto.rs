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
const VETOES: [Veto; 12] = [
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
    is_overview_of_its_chapter,
    is_summary_of_something,
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

/// "High-level overview" right below the architecture, which has an overview of its own, is that, and not the document's.
fn is_overview_of_its_chapter(binding: &Binding, candidate: Candidate, _: Place) -> bool {
    let Candidate { node, section, .. } = candidate;
    let (template, nodes) = (&binding.template, &binding.tree.nodes);
    let names = |node: &Node, concept| node.keys.iter().any(|key| key.names_any(&[concept]));
    let is_called = |above: &Node, chapter: usize| {
        let concept = template.sections[chapter].concepts.first();
        concept.is_some_and(|&concept| names(above, concept))
    };
    let has_overview = |above: &Node| {
        template.sections.iter().any(|part| {
            part.concepts.contains(&Concept::Overview)
                && part.parent.is_some_and(|chapter| is_called(above, chapter))
        })
    };
    // The first heading is the document's own, whatever it is called, and so is one that holds its chapters to the end.
    let is_free = |range: &[Node]| range.iter().all(|one| one.kind != NodeKind::Heading);
    let holds_the_rest =
        |above: usize| binding.layout.wrapper[above] && is_free(&nodes[nodes[above].subtree..]);
    let is_title = |above: usize| is_free(&nodes[..above]) || holds_the_rest(above);
    template.depth(section) == 0
        && names(&nodes[node], Concept::Overview)
        && nodes[node].parent.is_some_and(|above| !is_title(above) && has_overview(&nodes[above]))
}

/// "Summary of the recommendations" behind other chapters is not that of the document.
fn is_summary_of_something(binding: &Binding, candidate: Candidate, _: Place) -> bool {
    let Candidate { node, section, how, .. } = candidate;
    let sums_up = [Concept::Summary, Concept::Overview, Concept::Introduction];
    let concept = binding.template.sections[section].concepts.first();
    let set_off =
        || binding.tree.nodes[node].text.contains(['(', '（', ':', '：', '–', '—', '-', '|']);
    let chapter = |&one: &usize| binding.is_among_chapters(one) && !binding.is_above_all(one);
    (how == Match::Begun || how == Match::Short && !set_off())
        && concept.is_some_and(|concept| sums_up.contains(concept))
        && (0..node).filter(chapter).nth(1).is_some()
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, bound_text, served};

    #[test]
    fn the_overview_below_the_architecture_is_that_of_the_architecture() {
        let text = "# Design of the yard\n\n# 1. System Architecture\n\n## 1.1 High-Level Overview\n\nA.\n\n\
                    ## 1.2 Component Roles\n\nB.\n\n# 2. API Specifications\n\nC.\n";
        let binding = bound_text("handbook", text);
        assert_eq!(served(&binding, "1.1 High-Level Overview"), ["architecture.high-level"]);
        let whole = "# Yard Architecture\n\n## Overview\n\nA.\n\n## Components\n\nB.\n";
        assert_eq!(served(&bound_text("standard", whole), "Overview"), ["overview"]);
        let second = format!(
            "# Document control\n\nX.\n\n{whole}\n## Security\n\nC.\n\n## Deployment\n\nD.\n"
        );
        assert_eq!(served(&bound_text("standard", &second), "Overview"), ["overview"]);
    }

    #[test]
    fn a_summary_of_something_behind_other_chapters_is_not_the_document_s() {
        let headings = ["## 1. Halls", "## 2. Rails", "## 3. Summary of the scores"];
        assert!(served(&bound("handbook", &headings), "3. Summary of the scores").is_empty());
        let first = ["## 1. Summary of the system", "## 2. Rails", "## 3. Halls"];
        assert_eq!(served(&bound("handbook", &first), "1. Summary of the system"), ["summary"]);
    }

    #[test]
    fn a_word_with_a_number_before_a_colon_only_counts() {
        let headings = ["## Level 1: System Context Diagram", "## Level 3: Component Diagram"];
        let binding = bound("visual", &headings);
        assert!(served(&binding, "Level 1: System Context Diagram").is_empty());
        let component = served(&binding, "Level 3: Component Diagram");
        assert_eq!(component, ["architecture.component-diagram"]);
    }

    #[test]
    fn what_stands_below_the_principles_is_one_of_them() {
        let headings = ["## Core Principles", "### Evolution", "### Rails & Bounded Contexts"];
        let binding = bound("platform", &[&headings[..], &["## Rails"]].concat());
        assert!(served(&binding, "Rails & Bounded Contexts").is_empty());
    }

    #[test]
    fn the_pipeline_of_the_development_is_the_way_to_deploy() {
        let headings = ["## Development Workflow", "### Deployment Pipeline", "## Rails"];
        let binding = bound("standard", &headings);
        assert_eq!(served(&binding, "Deployment Pipeline"), ["deployment.process"]);
        let layer = ["## Frontend", "### Security Layer", "## Rails"];
        let measures = "security.measures".to_owned();
        assert!(!served(&bound("standard", &layer), "Security Layer").contains(&measures));
    }
}
