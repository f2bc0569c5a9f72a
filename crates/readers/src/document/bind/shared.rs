//! Parts of a chapter that its heading names as well as the chapter: "Roadmap" of the outlook.

use super::binding::Binding;
use super::depth::needs_chapter;
use super::evidence::Evidence;
use super::index::Candidate;
use super::place::is_general;
use super::reason::Match;

/// Binds them to the chapter's heading.
pub(super) fn bind(binding: &mut Binding, evidence: &Evidence<'_>) {
    for &candidate in evidence.candidates {
        if binding.is_open(candidate.section) && names_part_too(binding, candidate) {
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
    let wider = how == Match::WiderTitle || how == Match::Wider && !is_general(binding, section);
    let usual = how <= Match::Wording && candidate.telling || how.is_title() || wider;
    asked.repeat.is_none()
        && usual
        && !needs_chapter(binding, section)
        // Another name that the template has for the chapter may be the very name of its part.
        && chapter.is_some_and(|chapter| {
            chapter.how == how || chapter.how == Match::Alias && how == Match::Wording
        })
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, served};

    #[test]
    fn a_heading_that_names_a_chapter_and_its_part_is_both() {
        let binding = bound("standard", &["## Roadmap"]);
        assert_eq!(served(&binding, "Roadmap"), ["future", "roadmap"]);
        let enhancements = bound("standard", &["## Future Enhancements"]);
        assert_eq!(served(&enhancements, "Future Enhancements"), ["future", "roadmap"]);
        let joined = bound("standard", &["## Security & Performance"]);
        assert_eq!(served(&joined, "Security & Performance"), ["security", "performance"]);
        let security = bound("standard", &["## Security Architecture"]);
        assert_eq!(served(&security, "Security Architecture"), ["security"]);
    }
}
