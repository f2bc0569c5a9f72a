//! Headings inside each other that fit the same section: one of them is it.

use std::collections::{HashMap, HashSet};

use super::binding::Binding;
use super::fit::Fit;
use super::index::Candidate;
use super::reason::Match;

/// Drops headings inside another that fits the same section about as well: "Quality Scenarios" below
/// "Quality" is part of that chapter, on whichever level the chapters are.
pub(super) fn without_inner(binding: &Binding, fitting: &mut Vec<(Fit, Candidate)>) {
    leave_to_own(binding, fitting);
    let holds = |fit: &Fit, candidate: &Candidate| {
        let chapter = binding.template.depth(candidate.section) == 0;
        candidate.how.names_it() || fit.is_whole_chapter() && chapter || fit.is_below()
    };
    let by_place: HashMap<(usize, usize), Fit> = fitting
        .iter()
        .filter(|(fit, candidate)| holds(fit, candidate))
        .map(|&(fit, candidate)| ((candidate.node, candidate.section), fit))
        .collect();
    fitting.retain(|&(fit, candidate)| {
        !binding.tree.ancestors(candidate.node).any(|above| {
            let outer = by_place.get(&(above, candidate.section));
            outer.is_some_and(|&outer| !fit.stands_inside(outer))
        })
    });
}

/// Drops what a heading that joins sections shares with those of their own below it: "Components and Data" leaves the
/// data to "Data model", and is nothing itself where each of its sections has such a heading.
fn leave_to_own(binding: &Binding, fitting: &mut Vec<(Fit, Candidate)>) {
    let lists = listing(binding, fitting);
    let leaf = |section| binding.template.children(Some(section)).next().is_none();
    let own =
        |one: &&Candidate| one.how.is_title() || one.how <= Match::Wording && leaf(one.section);
    let titled = fitting.iter().map(|(_, one)| one).filter(own);
    let above = |one: &Candidate| Some((binding.tree.nodes[one.node].parent?, one.section));
    let titled: HashSet<(usize, usize)> = titled.filter_map(above).collect();
    fitting.retain(|(_, one)| {
        let left =
            one.how == Match::Conjunct && !one.whole && titled.contains(&(one.node, one.section));
        !left && !lists.contains(&one.node)
    });
}

/// The headings that join several sections, over a heading of its own for each: "Quality, risks and
/// glossary" is none of them.
fn listing(binding: &Binding, fitting: &[(Fit, Candidate)]) -> HashSet<usize> {
    let nodes = &binding.tree.nodes;
    let named = fitting.iter().map(|(_, one)| one).filter(|one| one.how.names_it());
    let below: HashSet<(Option<usize>, usize)> =
        named.map(|one| (nodes[one.node].parent, one.section)).collect();
    let mut joined: HashMap<usize, (usize, bool)> = HashMap::new();
    for (_, one) in fitting.iter().filter(|(_, one)| one.how == Match::Conjunct && !one.whole) {
        let (sections, all) = joined.entry(one.node).or_insert((0, true));
        *sections += 1;
        *all &= below.contains(&(Some(one.node), one.section));
    }
    joined.retain(|_, (sections, all)| *sections > 1 && *all);
    joined.into_keys().collect()
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, served};

    #[test]
    fn a_heading_that_lists_chapters_is_none_of_them() {
        let headings = [
            "## Quality, risks and glossary",
            "### Quality scenarios",
            "### Risks and Technical Debt",
            "### Glossary",
        ];
        let binding = bound("arc42", &headings);
        assert_eq!(served(&binding, "Quality scenarios"), ["arc42.quality"]);
        assert!(served(&binding, "Quality, risks and glossary").is_empty());
    }

    #[test]
    fn a_heading_that_joins_chapters_leaves_one_to_its_title_below() {
        let headings = ["## Components and Data", "### Data model", "### Services"];
        let binding = bound("platform", &headings);
        assert_eq!(served(&binding, "Data model"), ["data"]);
        assert_eq!(served(&binding, "Components and Data"), ["components"]);
    }
}
