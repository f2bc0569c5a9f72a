//! Gives each section its heading: chapters first, so that sub-sections know their parent.

use crate::template::Template;
use crate::template::key::{Key, conjuncts};

use super::binding::{Binding, Hit};
use super::evidence::Evidence;
use super::fit::{Fit, fit};
use super::index::{Candidate, candidates_of};
use super::inner::without_inner;
use super::node::NodeKind;
use super::reason::Match;
use super::stray;

/// Binds headings by their words, the sections of one depth after those above them.
pub(super) fn bind(binding: &mut Binding, evidence: &Evidence<'_>) {
    let candidates = evidence.candidates;
    let depths = depths(&binding.template);
    let deepest = depths.iter().copied().max().unwrap_or(0);
    for depth in 0..=deepest {
        let at_depth = || candidates.iter().filter(|c| depths[c.section] == depth);
        round(binding, at_depth().copied().collect(), candidates);
        // Some stand below a section that has its heading only now.
        let open = at_depth().filter(|one| binding.hits[one.section].is_empty());
        let open: Vec<Candidate> = open.copied().collect();
        round(binding, open, candidates);
        stray::bind(binding, candidates, |section| depths[section] == depth);
    }
}

/// The depth of each section, from that of the one above it.
fn depths(template: &Template) -> Vec<usize> {
    let mut depths: Vec<usize> = Vec::with_capacity(template.sections.len());
    for section in 0..template.sections.len() {
        let above = template.containing(section);
        depths.push(above.map_or(0, |parent| depths[parent] + 1));
    }
    depths
}

/// Binds the sections of one depth, the best fitting heading first.
fn round(binding: &mut Binding, candidates: Vec<Candidate>, all: &[Candidate]) {
    let mut fitting: Vec<(Fit, Candidate)> = candidates
        .into_iter()
        .filter(|candidate| binding.served(candidate.node).is_empty())
        .filter_map(|candidate| Some((fit(binding, candidate)?, candidate)))
        .collect();
    without_inner(binding, &mut fitting);
    fitting.sort_by_key(|&(fit, candidate)| (fit, candidate.node, candidate.section));
    for (how_well, candidate) in fitting {
        let Candidate { node, section, how, .. } = candidate;
        // What seemed an author's own heading above may be a section's by now.
        if how_well.is_below_own() && fit(binding, candidate).is_none() {
            continue;
        }
        let taken = binding.served(node);
        // "Purpose and Scope" serves both.
        let shares =
            candidate.joined && taken.iter().all(|&other| joins(candidates_of(all, node), other));
        if !(taken.is_empty() || shares) || better_elsewhere(binding, candidate, how_well, all) {
            continue;
        }
        if let Some(part) = part_alone(binding, candidate, all) {
            if binding.hits[part.section].is_empty() {
                binding.bind(part.section, node, part.how);
            }
            continue;
        }
        match binding.hits[section].first().copied() {
            None => binding.bind(section, node, how),
            // What another section lacks is no second part of this one.
            Some(_) if serves_free(binding, candidate, all) => {}
            Some(first) => again(binding, candidate, first),
        }
    }
}

/// A second heading for a section: the same words are a duplicate, other words another part of it.
fn again(binding: &mut Binding, candidate: Candidate, first: Hit) {
    let Candidate { node, section, how, .. } = candidate;
    let tree = &binding.tree;
    if tree.nodes[node].kind != NodeKind::Heading {
        return;
    }
    let within = tree.ancestors(node).any(|above| above == first.node);
    let beside = tree.nodes[node].parent == tree.nodes[first.node].parent;
    let same_words = tree.nodes[node].keys.first() == tree.nodes[first.node].keys.first();
    if within || !beside {
        return;
    }
    let bare = tree.nodes[first.node].subtree == first.node + 1;
    if same_words && bare && tree.nodes[first.node].body.is_empty() {
        // The one with nothing below is the one too many.
        binding.replace(section, first.node, node, how);
    } else if same_words {
        binding.duplicates.push((section, node));
    } else if how <= Match::Wording {
        binding.bind(section, node, how);
    }
}

/// The part that a heading is called as and stands for alone, where a section's title is nothing but those of its
/// parts: "Goals" of "Goals / Non-Goals". What joins two of them or stands over one is the section.
fn part_alone(binding: &Binding, candidate: Candidate, all: &[Candidate]) -> Option<Candidate> {
    let Candidate { node, section, how, .. } = candidate;
    let template = &binding.template;
    let titles = conjuncts(&template.sections[section].heading);
    let is_title = |key: &Key| {
        template
            .children(Some(section))
            .any(|part| template.sections[part].keys.first() == Some(key))
    };
    if how <= Match::Title || titles.len() < 2 || !titles.iter().all(is_title) {
        return None;
    }
    let is_part = |one: &&Candidate| template.sections[one.section].parent == Some(section);
    let mut parts = candidates_of(all, node).iter().filter(is_part);
    let part =
        parts.next().copied().filter(|part| part.how.names_it() && parts.next().is_none())?;
    let inside = node + 1..binding.tree.nodes[node].subtree;
    let holds =
        all.iter().filter(is_part).any(|one| inside.contains(&one.node) && one.how.names_it());
    (!holds).then_some(part)
}

/// Whether the heading fits a section that is still free clearly better.
fn better_elsewhere(
    binding: &Binding,
    candidate: Candidate,
    how_well: Fit,
    all: &[Candidate],
) -> bool {
    candidates_of(all, candidate.node).iter().any(|&other| {
        other.section != candidate.section
            && binding.hits[other.section].is_empty()
            && fit(binding, other).is_some_and(|other| other.is_clearly_better(how_well))
    })
}

/// Whether the heading may serve another section that is still free.
fn serves_free(binding: &Binding, candidate: Candidate, all: &[Candidate]) -> bool {
    let others = candidates_of(all, candidate.node).iter();
    let mut free = others.filter(|other| {
        other.section != candidate.section && binding.hits[other.section].is_empty()
    });
    free.any(|&other| other.how.names_it() && fit(binding, other).is_some())
}

fn joins(candidates: &[Candidate], section: usize) -> bool {
    candidates.iter().any(|other| other.section == section && other.joined)
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, served};

    #[test]
    fn a_section_without_a_heading_comes_before_a_second_heading() {
        let binding = bound("handbook", &["## Executive Summary", "## Architecture Overview"]);
        assert_eq!(served(&binding, "Executive Summary"), ["summary"]);
        assert_eq!(served(&binding, "Architecture Overview"), ["architecture"]);
    }

    #[test]
    fn parts_beside_each_other_are_no_chapter_over_them() {
        let binding = bound("platform", &["## Goals", "## Non-Goals"]);
        assert_eq!(served(&binding, "Goals"), ["goals.goals"]);
        assert_eq!(served(&binding, "Non-Goals"), ["goals.non-goals"]);
    }

    #[test]
    fn a_joined_chapter_comes_before_a_part_of_another() {
        let headings =
            ["## 2. Der Hof", "### 2.1 Kontextabgrenzung", "## 3. Systemkontext und Nachbarn"];
        let binding = bound("arc42", &headings);
        assert_eq!(served(&binding, "3. Systemkontext und Nachbarn"), ["arc42.context"]);
    }

    #[test]
    fn a_chapter_is_no_part_of_another_chapter() {
        let chapter = bound("standard", &["## Data Layer"]);
        assert_eq!(served(&chapter, "Data Layer"), ["data"]);
        let part = bound("standard", &["## Performance", "### Data Layer"]);
        assert!(served(&part, "Data Layer").is_empty());
    }

    #[test]
    fn a_chapter_that_joins_two_subjects_holds_its_own_parts() {
        let headings = ["## Monitoring e Logging", "### Performance Monitoring"];
        let binding = bound("standard", &headings);
        assert!(served(&binding, "Monitoring e Logging").contains(&"monitoring".to_owned()));
        assert_eq!(served(&binding, "Performance Monitoring"), ["monitoring.metrics"]);
    }

    #[test]
    fn a_part_of_a_part_comes_after_the_sections_very_title() {
        let headings = [
            "## Integrations and APIs",
            "### Authentication & Authorization",
            "## Security Architecture",
            "### Rings",
            "#### 4. Access Control",
        ];
        let binding = bound("handbook", &headings);
        let title = served(&binding, "Authentication & Authorization");
        assert_eq!(title, ["security.auth"]);
        assert!(served(&binding, "4. Access Control").is_empty());
    }

    #[test]
    fn a_chapter_that_treats_its_subject_is_the_chapter_and_not_a_part() {
        let headings = ["## Deployment Strategy", "### Deployment Pipeline"];
        let binding = bound("handbook", &headings);
        assert_eq!(served(&binding, "Deployment Strategy"), ["deployment"]);
        assert_eq!(served(&binding, "Deployment Pipeline"), ["deployment.pipeline"]);
    }

    #[test]
    fn what_describes_its_subject_is_the_chapter_and_not_what_stands_below() {
        let headings = ["## 2. Description of the Architecture", "### 2.1 Architectural Patterns"];
        let binding = bound("standard", &headings);
        assert_eq!(served(&binding, "2. Description of the Architecture"), ["architecture"]);
        assert!(served(&binding, "2.1 Architectural Patterns").is_empty());
    }

    #[test]
    fn a_part_may_stand_below_another_part_of_its_chapter() {
        let headings =
            ["## 4. Logical View", "Text.", "## 8. Implementation View", "### 8.2 Layers"];
        let binding = bound("formal", &headings);
        assert_eq!(served(&binding, "8.2 Layers"), ["overview.layers"]);
    }

    #[test]
    fn the_same_words_again_are_a_duplicate() {
        let binding = bound("standard", &["## Security", "## Overview", "## Security"]);
        assert_eq!(binding.duplicates.len(), 1);
    }

    #[test]
    fn of_the_same_words_those_with_a_text_are_the_section() {
        let headings = ["## Overview\n\n## Security\n\n## Security", "## Recovery"];
        let binding = bound("standard", &headings);
        let hit = binding
            .hits
            .iter()
            .flatten()
            .find(|hit| binding.tree.nodes[hit.node].text == "Security");
        let (empty, written) = (2, 3);
        assert_eq!(hit.map(|hit| hit.node), Some(written));
        assert_eq!(binding.duplicates.first().map(|one| one.1), Some(empty));
    }

    #[test]
    fn the_sections_own_subject_in_the_plural_comes_before_a_wider_one() {
        let headings = ["## Database Architecture", "## Core Data Model"];
        let binding = bound("platform", &headings);
        assert_eq!(served(&binding, "Core Data Model"), ["data"]);
    }

    #[test]
    fn the_templates_own_words_are_best() {
        let headings = ["## Notes", "### Rental Domain Model", "### Rental Data Models"];
        let binding = bound("standard", &headings);
        assert!(served(&binding, "Rental Domain Model").is_empty());
        assert_eq!(served(&binding, "Rental Data Models"), ["data.model"]);
    }
}
