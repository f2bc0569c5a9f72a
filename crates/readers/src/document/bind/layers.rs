//! Layers as a chapter: in a document on the architecture they are the picture of the whole, where nothing else is.

use words::Concept;

use super::Binding;
use super::Match;
use super::node::NodeKind;
use super::place::{is_chapter, is_general};
use super::title::is_on_architecture;

/// Binds the section on the high-level architecture, or on the whole where there is none, to such a heading.
pub(super) fn bind(binding: &mut Binding, outside: &[bool]) {
    let Some(asked) = picture_of_the_whole(binding).filter(|_| is_on_architecture(binding)) else {
        return;
    };
    let is_one = |&node: &usize| {
        outside[node]
            && binding.tree.nodes[node].kind == NodeKind::Heading
            && binding.served(node).is_empty()
            && is_on_layers(binding, node)
            && stands_for_the_whole(binding, node)
    };
    if let Some(node) = (0..binding.tree.nodes.len()).find(is_one) {
        binding.bind(asked, node, Match::Wider);
    }
}

/// The section without a heading that asks for it, where no section asks for the layers themselves.
fn picture_of_the_whole(binding: &Binding) -> Option<usize> {
    let sections = &binding.template.sections;
    let about = |at: usize, concept| sections[at].concepts.contains(&concept);
    if (0..sections.len()).any(|at| about(at, Concept::Layers)) {
        return None;
    }
    let asked = (0..sections.len()).find(|&at| about(at, Concept::HighLevelArchitecture))?;
    binding.hits[asked].is_empty().then_some(asked)
}

/// Whether a heading is called as the layers are, and as nothing else.
fn is_on_layers(binding: &Binding, node: usize) -> bool {
    binding.tree.nodes[node].keys.iter().any(|key| {
        let (exact, near) = key.concepts();
        exact.iter().chain(&near).any(|found| found.meaning == Concept::Layers)
    })
}

/// Whether it is a chapter, or stands right below what tells of the whole.
fn stands_for_the_whole(binding: &Binding, node: usize) -> bool {
    let whole =
        |above: usize| binding.served(above).iter().any(|&section| is_general(binding, section));
    is_chapter(binding, node) || binding.tree.nodes[node].parent.is_some_and(whole)
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound_text, served};

    fn of(title: &str, chapters: &[&str]) -> String {
        format!("# {title}\n\n{}\n", chapters.join("\n\nText.\n\n"))
    }

    #[test]
    fn layers_as_a_chapter_are_the_picture_of_the_whole() {
        let text = of("Yard architecture", &["## Overview", "## Layers", "## Trains"]);
        let binding = bound_text("standard", &text);
        assert_eq!(served(&binding, "Layers"), ["architecture.high-level"]);
        let german = of("Architektur", &["## Schichten", "## Züge"]);
        let binding = bound_text("handbook", &german);
        assert_eq!(served(&binding, "Schichten"), ["architecture.high-level"]);
    }

    #[test]
    fn another_picture_comes_first() {
        let chapters = ["## Architecture", "### Layers", "### High-level diagram"];
        let binding = bound_text("standard", &of("Yard architecture", &chapters));
        assert_eq!(served(&binding, "High-level diagram"), ["architecture.high-level"]);
        assert!(served(&binding, "Layers").is_empty());
    }

    #[test]
    fn layers_of_something_else_are_none() {
        let map = of("Map editor", &["## Overview", "## Layers"]);
        assert!(served(&bound_text("platform", &map), "Layers").is_empty());
        let part = of("Yard architecture", &["## Cache", "### Layers"]);
        assert!(served(&bound_text("standard", &part), "Layers").is_empty());
    }
}
