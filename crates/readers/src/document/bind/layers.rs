//! Layers as a chapter: in a document on the architecture they are the picture of the whole, where nothing else is.

use crate::template::TemplateSection;
use words::Concept;

use super::binding::Binding;
use super::place::{is_chapter, is_general};
use super::title::is_on_architecture;

/// The heading that is the section on the high-level architecture, or on the whole where there is none.
pub(super) fn chapter(binding: &Binding, section: usize) -> Option<usize> {
    if picture_of_the_whole(&binding.template.sections) != Some(section)
        || !is_on_architecture(binding)
    {
        return None;
    }
    let is_on_layers =
        |node: usize| binding.tree.nodes[node].keys.iter().any(|key| key.names(Concept::Layers));
    (0..binding.tree.nodes.len()).find(|&node| {
        binding.is_free_heading(node) && is_on_layers(node) && stands_for_the_whole(binding, node)
    })
}

/// The section that asks for it, where none asks for the layers themselves.
fn picture_of_the_whole(sections: &[TemplateSection]) -> Option<usize> {
    let asked = |concept| sections.iter().position(|one| one.concepts.contains(&concept));
    asked(Concept::HighLevelArchitecture).filter(|_| asked(Concept::Layers).is_none())
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
