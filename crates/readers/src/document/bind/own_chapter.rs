//! Parts whose words name their chapter as well, so that it need not stand around them: "Performance optimization"
//! below "Scalability".

use super::binding::Binding;
use super::concepts::ON_OTHER_THINGS;
use super::evidence::Evidence;
use super::index::Candidate;
use super::node::NodeKind;
use super::place::{Place, is_in_part, place};
use super::reason::Match;
use crate::template::key::Key;

/// Binds them where the section has no heading and the heading serves nothing.
pub(super) fn bind(binding: &mut Binding, evidence: &Evidence<'_>) {
    for &candidate in evidence.candidates {
        let Candidate { node, section, how, .. } = candidate;
        if binding.is_open(section)
            && binding.served(node).is_empty()
            && names_chapter(binding, candidate)
            && place(binding, node, section) == Place::Elsewhere
        {
            binding.bind(section, node, how);
        }
    }
}

/// Whether a part of its words names the chapter of the section that all of them name. What describes one part of
/// the system does not describe the whole.
fn names_chapter(binding: &Binding, candidate: Candidate) -> bool {
    let Candidate { node, section, how, telling, .. } = candidate;
    let template = &binding.template;
    let parent = template.containing(section);
    let about = parent.and_then(|parent| template.sections[parent].concepts.first());
    let is_chapter = |key: &Key| key.concepts().0.iter().any(|found| Some(&found.meaning) == about);
    let heading = &binding.tree.nodes[node];
    telling
        && how <= Match::Wording
        && heading.kind == NodeKind::Heading
        && heading.keys.first().is_some_and(|key| key.halves().any(|half| is_chapter(&half)))
        && !is_in_part(binding, node)
        && !is_below_other_things(binding, node)
}

/// Whether it stands below a section on something else than the system as it is.
fn is_below_other_things(binding: &Binding, node: usize) -> bool {
    let above = binding.bound_ancestor(node).into_iter().flat_map(|above| binding.served(above));
    let mut concepts = above.flat_map(|&section| &binding.template.sections[section].concepts);
    concepts.any(|concept| ON_OTHER_THINGS.contains(concept))
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, served};

    #[test]
    fn a_part_that_names_its_chapter_may_stand_in_another() {
        let headings = ["## Scalability", "### Performance Optimization"];
        let binding = bound("standard", &headings);
        assert_eq!(served(&binding, "Performance Optimization"), ["performance.optimization"]);
    }

    #[test]
    fn a_list_of_technologies_tells_nothing_of_the_deployment() {
        let headings = ["## Technology Stack", "### Infrastructure"];
        let binding = bound("standard", &headings);
        assert!(served(&binding, "Infrastructure").is_empty());
        let binding = bound("handbook", &headings);
        assert_eq!(served(&binding, "Infrastructure"), ["tech-stack.infrastructure"]);
    }

    #[test]
    fn a_part_of_the_chapter_around_it_comes_first() {
        let headings = ["## Monitoring", "### Performance Metrics"];
        let binding = bound("standard", &headings);
        assert_eq!(served(&binding, "Performance Metrics"), ["monitoring.metrics"]);
    }

    #[test]
    fn plans_and_risks_are_called_by_what_they_concern() {
        for chapter in ["## Future Considerations", "## Potential Risks"] {
            let binding = bound("standard", &[chapter, "### Performance Optimization"]);
            assert!(served(&binding, "Performance Optimization").is_empty(), "{chapter}");
        }
    }

    #[test]
    fn what_is_said_of_a_component_is_said_of_that() {
        let headings = ["## Components", "### Scale", "#### Performance Optimization"];
        let binding = bound("standard", &headings);
        assert!(served(&binding, "Performance Optimization").is_empty());
    }
}
