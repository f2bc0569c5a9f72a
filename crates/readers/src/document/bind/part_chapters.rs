//! Chapters that are the parts of the system themselves, where the document has no other chapter for its components: one
//! on the backend and one on the frontend.

use words::Concept;

use super::Binding;
use super::Match;
use super::node::NodeKind;
use super::place::is_chapter;
use super::series::is_on_code;
use super::technologies::is_list;
use super::title::is_on_architecture;

/// Binds the chapters on the backend and on the frontend, in a document that calls itself one on the architecture: a plan
/// for tests has both sides as well.
pub(super) fn bind_sides(binding: &mut Binding, outside: &[bool]) {
    let Some(asked) = open(binding).filter(|_| is_on_architecture(binding)) else { return };
    for node in sides(binding, &chapters(binding, outside)).into_iter().flatten() {
        binding.bind(asked, node, Match::Instance);
    }
}

/// The section that repeats per component, where neither it nor the one above has a heading.
fn open(binding: &Binding) -> Option<usize> {
    let sections = &binding.template.sections;
    let is_asked = |&at: &usize| {
        let asked = &sections[at];
        asked.repeat.is_some() && !asked.copy && asked.concepts.first() == Some(&Concept::Component)
    };
    let asked = (0..sections.len()).find(is_asked)?;
    let above = sections[asked].parent.is_none_or(|above| binding.hits[above].is_empty());
    (above && binding.hits[asked].is_empty()).then_some(asked)
}

/// The chapters of the document, in order.
fn chapters(binding: &Binding, outside: &[bool]) -> Vec<usize> {
    let heading = |&node: &usize| {
        binding.tree.nodes[node].kind == NodeKind::Heading
            && outside[node]
            && is_chapter(binding, node)
    };
    (0..binding.tree.nodes.len()).filter(heading).collect()
}

/// The chapters on the backend and on the frontend, where there are both.
fn sides(binding: &Binding, chapters: &[usize]) -> Option<Vec<usize>> {
    let of = |side| -> Vec<usize> {
        chapters.iter().copied().filter(|&node| is_side(binding, node, side)).collect()
    };
    let (backend, frontend) = (of(Concept::Backend), of(Concept::Frontend));
    let both = !backend.is_empty() && !frontend.is_empty();
    both.then(|| backend.into_iter().chain(frontend).collect())
}

/// Whether a chapter is on one side of the system and nothing else. One that tells of its layers holds its parts, and is
/// none.
fn is_side(binding: &Binding, node: usize, side: Concept) -> bool {
    let heading = &binding.tree.nodes[node];
    let of_list = |&section: &usize| {
        let above = binding.template.sections[section].parent;
        above.is_some_and(|above| is_list(&binding.template, above))
    };
    let holds_parts = || is_on_code(heading) && binding.tree.child_headings(node).count() >= FEWEST;
    let about = heading.keys.iter().any(|key| {
        let (exact, near) = key.concepts();
        let whole = exact.iter().chain(&near).any(|found| found.meaning == side);
        let mentioned = key.mentioned();
        let usual =
            |one: &Concept| [side, Concept::Architecture, Concept::Components].contains(one);
        let two_words = key.stem.split(' ').count() == 2 && mentioned.len() == 2;
        whole || two_words && mentioned.contains(&side) && mentioned.iter().all(usual)
    });
    about && binding.served(node).iter().all(of_list) && !holds_parts()
}

/// As many make a series.
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
