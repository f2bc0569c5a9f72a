//! Sections that the heading of another names as well: "Roadmap" is the outlook and its part, and an overview of the
//! architecture is one of everything where there is no other.

use super::Binding;
use super::Match;
use super::fit::needs_chapter;
use super::index::Candidate;
use words::Concept;

/// Binds them to that heading.
pub(super) fn bind(binding: &mut Binding, candidates: &[Candidate]) {
    for &candidate in candidates {
        let too = || names_part_too(binding, candidate) || surveys_too(binding, candidate);
        if binding.hits[candidate.section].is_empty() && too() {
            binding.bind(candidate.section, candidate.node, candidate.how);
        }
    }
}

/// Whether a chapter's heading names a part of it as well as it names the chapter.
fn names_part_too(binding: &Binding, candidate: Candidate) -> bool {
    let Candidate { node, section, how, .. } = candidate;
    let asked = &binding.template.sections[section];
    let chapter = asked.parent.and_then(|above| {
        let mut hits = binding.hits[above].iter();
        hits.find(|hit| hit.node == node)
    });
    let usual = how.is_title() || how == Match::WiderTitle;
    asked.repeat.is_none()
        && usual
        && !needs_chapter(binding, section)
        && chapter
            .is_some_and(|chapter| chapter.how == how || chapter.how.is_title() && how.is_title())
}

/// Whether a heading that is the architecture's surveys everything as well.
fn surveys_too(binding: &Binding, candidate: Candidate) -> bool {
    let Candidate { node, section, how, .. } = candidate;
    let concepts = |section: usize| &binding.template.sections[section].concepts;
    let is_architecture =
        |&section: &usize| concepts(section).first() == Some(&Concept::Architecture);
    how == Match::Wider
        && binding.template.depth(section) == 0
        && concepts(section).contains(&Concept::Overview)
        && binding.served(node).iter().any(is_architecture)
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, served};

    #[test]
    fn a_heading_that_names_a_chapter_and_its_part_is_both() {
        let binding = bound("standard", &["## Roadmap"]);
        assert_eq!(served(&binding, "Roadmap"), ["future", "roadmap"]);
        let joined = bound("standard", &["## Security & Performance"]);
        assert_eq!(served(&joined, "Security & Performance"), ["security", "performance"]);
        let security = bound("standard", &["## Security Architecture"]);
        assert_eq!(served(&security, "Security Architecture"), ["security"]);
    }
}
