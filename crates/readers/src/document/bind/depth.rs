//! Sections that lie deep: whose chapter must be there for a heading to be theirs.

use super::binding::Binding;
use super::concepts::{OF_A_CHAPTER, OF_ANY_PART};
use super::technologies;

/// Whether a section's words say nothing without its chapter.
pub(super) fn needs_chapter(binding: &Binding, section: usize) -> bool {
    let concept = binding.template.sections[section].concepts.first();
    concept.is_some_and(|concept| OF_A_CHAPTER.contains(concept))
        || technologies::names_subject(binding, section)
        || is_again(binding, section)
}

/// Whether an earlier section of another chapter is about the same: the components of the monitoring come after those
/// of the system.
fn is_again(binding: &Binding, section: usize) -> bool {
    let sections = &binding.template.sections;
    let asked = &sections[section];
    let first = |other: &crate::template::TemplateSection| {
        other.concepts.first() == asked.concepts.first() && other.parent != asked.parent
    };
    let Some(chapter) = asked.parent else { return false };
    let mut earlier = (0..section).filter(|&other| other != chapter);
    !asked.concepts.is_empty() && earlier.any(|other| first(&sections[other]))
}

/// Whether a section is a part of another section's part, and the heading stands outside both.
pub(super) fn is_deep(binding: &Binding, node: usize, section: usize) -> bool {
    let template = &binding.template;
    let above = |section: usize| template.containing(section);
    let inside = |chapter: usize| {
        binding.tree.ancestors(node).any(|above| binding.served(above).contains(&chapter))
    };
    above(section).and_then(above).is_some_and(|chapter| !inside(chapter))
}

/// Whether a chapter's section would be a part of a part of a chapter of the author's own: what
/// "Design rules" says there, it says of that chapter.
pub(super) fn is_buried(binding: &Binding, node: usize, section: usize) -> bool {
    let template = &binding.template;
    let concept = template.sections[section].concepts.first();
    let of_any = || concept.is_some_and(|concept| OF_ANY_PART.contains(concept));
    let own = binding.tree.ancestors(node).filter(|&above| !binding.is_above_all(above));
    (template.depth(section) == 0 || of_any()) && own.count() > 1
}

/// Whether another section that is less deep stands for the same: what speaks of authentication is of the security,
/// before it is of one of the endpoints.
pub(super) fn is_nearer_elsewhere(binding: &Binding, section: usize) -> bool {
    let template = &binding.template;
    let Some(concept) = template.sections[section].concepts.first() else { return false };
    let mut sections = 0..template.sections.len();
    sections.any(|other| {
        template.depth(other) < template.depth(section)
            && template.sections[other].concepts.contains(concept)
    })
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, served};

    #[test]
    fn what_two_chapters_ask_for_is_the_second_ones_only_there() {
        let headings = [
            "## Components",
            "### Loader",
            "## The panel",
            "### Component Architecture",
            "## Monitoring",
        ];
        let binding = bound("visual", &headings);
        assert!(served(&binding, "Component Architecture").is_empty());
        let headings = ["## Components", "### Loader", "## Monitoring", "### Components"];
        let binding = bound("visual", &headings);
        let last = binding.tree.nodes.len() - 1;
        let served: Vec<&str> = binding
            .served(last)
            .iter()
            .map(|&one| binding.template.sections[one].id.as_str())
            .collect();
        assert_eq!(served, ["monitoring.components"]);
    }

    #[test]
    fn a_chapter_is_no_other_than_its_part() {
        let headings =
            ["## Architecture Overview", "### Deployment Overview", "### Deployment Topology"];
        let binding = bound("platform", &headings);
        assert_eq!(served(&binding, "Deployment Overview"), ["deployment"]);
    }

    #[test]
    fn flows_as_a_chapter_are_those_of_the_system() {
        let headings = ["## Overview", "## Trains", "## Request lifecycle"];
        let binding = bound("standard", &headings);
        assert_eq!(served(&binding, "Request lifecycle"), ["data.flow"]);
        let of_part =
            ["## Yard", "### Workflows", "## Recovery", "### Message flow", "## User journeys"];
        let binding = bound("standard", &of_part);
        for part in ["Workflows", "Message flow", "User journeys"] {
            assert!(served(&binding, part).is_empty(), "{part}");
        }
    }
}
