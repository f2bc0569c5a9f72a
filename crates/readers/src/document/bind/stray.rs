//! Headings that are called as a section is and stand where nobody expects it: "Security" below a
//! chapter of the author's own, "Scalability considerations" below the performance.
//!
//! They are taken where nothing better is there, and only where no other heading is called so: what
//! each part of a system has is nobody's chapter.

use super::binding::Binding;
use super::concepts::OF_COMPONENTS;
use super::depth::needs_chapter;
use super::fit::fit;
use super::index::{Candidate, candidates_of};
use super::node::NodeKind;
use super::own_title::is_of_title;
use super::place::is_in_part;
use super::reason::Match;
use super::threshold::is_word_with_remark;
use crate::template::key::Key;
use words::Concept;

/// Binds them for some sections; `candidates` are those of all headings.
pub(super) fn bind(binding: &mut Binding, candidates: &[Candidate], among: impl Fn(usize) -> bool) {
    let template = std::sync::Arc::clone(&binding.template);
    // For each section the only heading that may be it, as long as there is one.
    let mut only: Vec<Option<Candidate>> = vec![None; template.sections.len()];
    let mut several = vec![false; template.sections.len()];
    let named = candidates.iter().filter(|one| binding.hits[one.section].is_empty());
    let named: Vec<Candidate> =
        named.filter(|one| among(one.section) && names_it(binding, one)).copied().collect();
    for candidate in named {
        let Candidate { node, section, .. } = candidate;
        if may_be(binding, node, section) {
            let place = &mut only[section];
            let inside = place
                .is_some_and(|first| binding.tree.ancestors(node).any(|above| above == first.node));
            several[section] |= place.is_some() && !inside;
            place.get_or_insert(candidate);
        }
    }
    for candidate in only.into_iter().flatten().filter(|one| !several[one.section]) {
        let Candidate { node, section, .. } = candidate;
        let is_other = |other: &Candidate| {
            other.section != section
                && binding.hits[other.section].is_empty()
                && fit(binding, *other).is_some()
        };
        if binding.served(candidate.node).is_empty()
            && !candidates_of(candidates, node).iter().any(is_other)
        {
            binding.bind(candidate.section, candidate.node, candidate.how);
        }
    }
}

/// Whether the words are the section's own, or those of its title without the word for what it is:
/// "Security" of "Security Architecture", be it with another subject or with what treats it.
fn names_it(binding: &Binding, candidate: &Candidate) -> bool {
    let Candidate { node, section, how, .. } = *candidate;
    let node = &binding.tree.nodes[node];
    let Some(key) = node.keys.first() else { return false };
    let is_chapter = binding.template.depth(section) == 0;
    let own = |key: &Key| is_of_title(&binding.template.sections[section], key);
    match how {
        Match::Conjunct => is_chapter && node.conjuncts.iter().any(own),
        Match::Wording if is_chapter && stands_free(binding, candidate.node) => true,
        Match::Wording | Match::Treated | Match::ContainedTitle => {
            own(key) || key.treated().is_some_and(|key| own(&key))
        }
        Match::Begun => true,
        how => how.is_title(),
    }
}

/// Whether no section's heading is above, or only one that joins it with something else: "Operation and
/// monitoring".
fn stands_free(binding: &Binding, node: usize) -> bool {
    binding.bound_ancestor(node).is_none_or(|above| {
        let hits = binding.served(above).iter().flat_map(|&section| &binding.hits[section]);
        hits.filter(|hit| hit.node == above).all(|hit| hit.how == Match::Conjunct)
    })
}

fn may_be(binding: &Binding, node: usize, section: usize) -> bool {
    let template = &binding.template;
    let parent = template.containing(section);
    // One word may be anything where it is no chapter's.
    let heading = &binding.tree.nodes[node];
    let short = heading.keys.first().is_some_and(Key::is_one_word);
    let one_word = || short || is_word_with_remark(heading);
    let general = template.sections[section].concepts.first();
    let general = general.is_some_and(|concept| OF_COMPONENTS.contains(concept));
    if parent.is_some() && one_word() || general || needs_chapter(binding, section) {
        return false;
    }
    // A part of a chapter, and no part of that.
    let own = binding.tree.ancestors(node).filter(|&above| !binding.is_above_all(above));
    let stands =
        binding.tree.nodes[node].kind == NodeKind::Heading || binding.is_bold_chapter(node);
    stands
        && binding.served(node).is_empty()
        && own.count() <= 1
        && !is_in_part(binding, node)
        && !is_tested(binding, node)
}

/// Whether it stands below the tests: "Security and privacy tests" are no security.
fn is_tested(binding: &Binding, node: usize) -> bool {
    let sections = &binding.template.sections;
    let mut above = binding.tree.ancestors(node).flat_map(|above| binding.served(above));
    above.any(|&above| sections[above].is_about(Concept::Testing))
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, served};

    #[test]
    fn a_sections_very_title_counts_below_a_chapter_of_the_authors_own() {
        let headings = ["## Ground rules of the yard", "### Security", "## Performance"];
        assert_eq!(served(&bound("formal", &headings), "Security"), ["security"]);
        let joined = ["## Machine room (Go)", "### Observability & Halls"];
        assert_eq!(served(&bound("standard", &joined), "Observability & Halls"), ["monitoring"]);
        let treated = ["## Performance", "### Scalability Considerations"];
        let binding = bound("standard", &treated);
        assert_eq!(served(&binding, "Scalability Considerations"), ["scalability"]);
    }

    #[test]
    fn what_is_tested_is_told_elsewhere() {
        let own = bound("platform", &["## Yard", "### Security & privacy"]);
        assert_eq!(served(&own, "Security & privacy"), ["security"]);
        let headings = ["## Testing", "### Security & privacy tests"];
        let binding = bound("platform", &headings);
        assert!(!served(&binding, "Security & privacy tests").contains(&"security".to_owned()));
    }

    #[test]
    fn what_each_part_has_is_nobodys_chapter() {
        let once = ["## Loading", "### Security"];
        assert_eq!(served(&bound("formal", &once), "Security"), ["security"]);
        let twice = ["## Loading", "### Security", "## Shunting", "### Security"];
        assert!(served(&bound("formal", &twice), "Security").is_empty());
        let inside = ["## Components", "### Loader", "#### Security"];
        assert!(served(&bound("standard", &inside), "Security").is_empty());
    }
}
