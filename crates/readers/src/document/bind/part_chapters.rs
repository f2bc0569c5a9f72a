//! Chapters that are the parts of the system themselves, where the document has no other chapter for its components: one
//! on the backend and one on the frontend.

use words::Concept;

use super::binding::Binding;
use super::node::NodeKind;
use super::place::is_chapter;
use super::series::is_on_code;
use super::technologies::is_list;
use super::title::is_on_architecture;

/// The chapters on the backend and on the frontend, where there are both, in a document that calls itself one on the
/// architecture: a plan for tests has both sides as well.
pub(super) fn sides(binding: &Binding, section: usize) -> Vec<usize> {
    if !repeats_per_component(binding, section) || !is_on_architecture(binding) {
        return Vec::new();
    }
    let chapters = chapters(binding);
    let of = |side| -> Vec<usize> {
        chapters.iter().copied().filter(|&node| is_side(binding, node, side)).collect()
    };
    let (backend, frontend) = (of(Concept::Backend), of(Concept::Frontend));
    let both = !backend.is_empty() && !frontend.is_empty();
    if both { [backend, frontend].concat() } else { Vec::new() }
}

/// Whether a section repeats per component, and the one above has no heading.
fn repeats_per_component(binding: &Binding, section: usize) -> bool {
    let asked = &binding.template.sections[section];
    asked.repeat.is_some()
        && !asked.copy
        && asked.is_about(Concept::Component)
        && asked.parent.is_none_or(|above| binding.is_open(above))
}

/// The chapters of the document outside tables of contents, in order.
fn chapters(binding: &Binding) -> Vec<usize> {
    let heading = |&node: &usize| {
        binding.tree.nodes[node].kind == NodeKind::Heading
            && binding.layout.outside[node]
            && is_chapter(binding, node)
    };
    (0..binding.tree.nodes.len()).filter(heading).collect()
}

/// Whether a chapter is on one side of the system and nothing else. One on its layers holds its parts, and is
/// none.
fn is_side(binding: &Binding, node: usize, side: Concept) -> bool {
    let heading = &binding.tree.nodes[node];
    let of_list = |&section: &usize| {
        let above = binding.template.sections[section].parent;
        above.is_some_and(|above| is_list(&binding.template, above))
    };
    let holds_parts = || is_on_code(heading) && binding.tree.child_headings(node).count() >= FEWEST;
    let about = heading.keys.iter().any(|key| {
        let mentioned = key.mentioned();
        let usual =
            |one: &Concept| [side, Concept::Architecture, Concept::Components].contains(one);
        let two_words = key.stem.split(' ').count() == 2 && mentioned.len() == 2;
        key.names(side) || two_words && mentioned.contains(&side) && mentioned.iter().all(usual)
    });
    about && binding.served(node).iter().all(of_list) && !holds_parts()
}

/// The fewest parts that make a series.
const FEWEST: usize = 3;

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, bound_text, served};

    #[test]
    fn a_chapter_on_each_side_is_a_component() {
        let architecture =
            |chapters: &str| bound_text("standard", &format!("# Yard architecture\n\n{chapters}"));
        let chapters =
            "## Overview\n\n## Backend (`server/`)\n\n## Data Model\n\n## 4. Frontend (Vue)\n";
        let binding = architecture(chapters);
        assert_eq!(served(&binding, "Backend (server/)"), ["components.component"]);
        assert_eq!(served(&binding, "4. Frontend (Vue)"), ["components.component"]);
        let one = architecture("## Overview\n\n## Backend (Go)\n");
        assert!(served(&one, "Backend (Go)").is_empty());
        let own = architecture("## Components\n\n### Loader\n\n## Backend\n\n## Frontend\n");
        assert!(served(&own, "Backend").is_empty());
    }

    #[test]
    fn below_the_technologies_a_side_is_one_of_them() {
        let headings = ["## Technology Stack", "### Backend", "### Frontend"];
        let binding = bound("standard", &headings);
        assert_eq!(served(&binding, "Backend"), ["tech-stack.core"]);
    }

    #[test]
    fn sides_are_components_of_an_architecture_alone() {
        for title in [
            "Hiring plan",
            "Test plan",
            "Yard",
            "Test architecture",
            "Architecture meeting notes",
            "Plan for the architecture",
        ] {
            let text = format!("# {title}\n\n## Backend\n\nA.\n\n## Frontend\n\nB.\n");
            let binding = bound_text("standard", &text);
            assert!(served(&binding, "Backend").is_empty(), "{title}");
        }
    }
}
