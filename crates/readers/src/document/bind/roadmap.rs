//! A chapter on a roadmap, whatever is said of it: "Future expansion roadmap", "Roadmap técnico". Other languages borrow
//! the English word for it, and nothing else is called so; a "plan" or a "schedule" may be anything's.

use words::{Concept, Language, Vocabulary};

use super::binding::Binding;
use super::place::is_chapter;

/// The chapter that is the roadmap, where none is called so as a whole.
pub(super) fn chapter(binding: &Binding, section: usize) -> Option<usize> {
    if !binding.template.sections[section].is_about(Concept::Roadmap) {
        return None;
    }
    let usual = Vocabulary::wording(Concept::Roadmap, Language::ENGLISH)?;
    let names_it = |node: usize| {
        let heading = &binding.tree.nodes[node].text;
        let mut parts = heading.split(|c: char| !c.is_alphanumeric());
        parts.any(|word| words::folded(word) == words::folded(usual))
    };
    let is_one = |&node: &usize| {
        binding.is_free_heading(node) && is_chapter(binding, node) && names_it(node)
    };
    (0..binding.tree.nodes.len()).find(is_one)
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, served};

    #[test]
    fn a_chapter_with_the_word_is_the_roadmap() {
        for heading in ["Future expansion roadmap", "Roadmap técnico", "Von der Notiz zur Roadmap"]
        {
            let binding = bound("handbook", &["## Overview", &format!("## {heading}")]);
            assert_eq!(served(&binding, heading), ["roadmap"], "{heading}");
        }
        for heading in ["### Way to a security roadmap", "## Plan of the yard"] {
            let binding = bound("handbook", &["## Security", heading]);
            assert!(served(&binding, heading.trim_start_matches(['#', ' '])).is_empty());
        }
    }
}
