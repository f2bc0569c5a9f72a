//! Chapters that are the parts of the system themselves, where the document has no other chapter for its components: one
//! on the backend and one on the frontend, or several that are called by names of code.

use words::Concept;

use super::Binding;
use super::Match;
use super::code_name::is_name_in_code;
use super::node::NodeKind;
use super::place::is_chapter;
use super::series::speaks_of_code;
use super::technologies::is_list;

/// Binds the chapters that are names of code, whatever their words say beside those.
pub(super) fn bind_named(binding: &mut Binding, outside: &[bool]) {
    let Some(asked) = open(binding) else { return };
    let Some(named) = named(binding, &chapters(binding, outside)) else { return };
    for node in named {
        for section in binding.served(node).to_vec() {
            binding.unbind(section);
        }
        binding.bind(asked, node, Match::Instance);
    }
}

/// Binds the chapters on the backend and on the frontend.
pub(super) fn bind_sides(binding: &mut Binding, outside: &[bool]) {
    let Some(asked) = open(binding) else { return };
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
        above.is_some_and(|above| is_list(binding, above))
    };
    let holds_parts =
        || speaks_of_code(heading) && binding.tree.child_headings(node).count() >= FEWEST;
    let about = heading.keys.iter().any(|key| {
        let (exact, near) = key.concepts();
        let whole = exact.iter().chain(&near).any(|found| found.meaning == side);
        let mentioned = key.mentioned();
        let usual =
            |one: &Concept| [side, Concept::Architecture, Concept::Components].contains(one);
        let two_words = key.stem.split(' ').count() == 2;
        whole || two_words && mentioned.contains(&side) && mentioned.iter().all(usual)
    });
    about && binding.served(node).iter().all(of_list) && !holds_parts()
}

/// Chapters that are names of code, where most of the document's are.
fn named(binding: &Binding, chapters: &[usize]) -> Option<Vec<usize>> {
    let is_named = |&&node: &&usize| is_name_in_code(binding, node);
    let named: Vec<usize> = chapters.iter().filter(is_named).copied().collect();
    (named.len() >= FEWEST && 2 * named.len() > chapters.len()).then_some(named)
}

/// As many make a series.
const FEWEST: usize = 3;

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, served};

    #[test]
    fn a_chapter_on_each_side_is_a_component() {
        let headings =
            ["## Overview", "## Backend (`server/`)", "## Data Model", "## 4. Frontend (Vue)"];
        let binding = bound("standard", &headings);
        assert_eq!(served(&binding, "Backend (server/)"), ["components.component"]);
        assert_eq!(served(&binding, "4. Frontend (Vue)"), ["components.component"]);
        let one = bound("standard", &["## Overview", "## Backend (Go)"]);
        assert!(served(&one, "Backend (Go)").is_empty());
        let own = ["## Components", "### Loader", "## Backend", "## Frontend"];
        assert!(served(&bound("standard", &own), "Backend").is_empty());
    }

    #[test]
    fn below_the_technologies_a_side_is_one_of_them() {
        let headings = ["## Technology Stack", "### Backend", "### Frontend"];
        let binding = bound("standard", &headings);
        assert_eq!(served(&binding, "Backend"), ["tech-stack.core"]);
    }

    #[test]
    fn chapters_that_are_names_of_code_are_components() {
        let headings = [
            "## Layout",
            "## `main.py` — where it begins",
            "## `halls/` — what stands where",
            "## `carrier/` — use cases",
        ];
        let binding = bound("handbook", &headings);
        for name in
            ["main.py — where it begins", "halls/ — what stands where", "carrier/ — use cases"]
        {
            assert_eq!(served(&binding, name), ["components.component"], "{name}");
        }
    }
}
