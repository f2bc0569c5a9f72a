//! Environments with a heading each: "Local Development" and "Production" below the deployment are the section on the
//! environments, which has no heading of its own.

use super::binding::Binding;
use super::node::Node;
use super::reason::Match;
use crate::template::key::Key;
use words::{Concept, Reference, Vocabulary};

/// The headings below the deployment that are one environment each.
pub(super) fn each(binding: &Binding, section: usize) -> Vec<usize> {
    let asked = &binding.template.sections[section];
    if !asked.is_about(Concept::Environments) {
        return Vec::new();
    }
    let chapters = asked.parent.map(|above| &binding.hits[above]).into_iter().flatten();
    let found = chapters.map(|hit| named(binding, hit.node)).max_by_key(Vec::len);
    // "Local development" and "Testing" may as well be activities.
    let sure = |&node: &usize| {
        let heading = &binding.tree.nodes[node].text;
        Vocabulary::known().mentions(Reference::Environment, heading).is_some()
    };
    found.filter(|found| found.len() >= FEWEST && found.iter().any(sure)).unwrap_or_default()
}

/// Where each environment has a heading, the one over them is the section, if it is a part of the chapter, serves
/// nothing and is over nothing else: "Environment structure".
pub(super) fn lift(binding: &mut Binding) {
    for section in 0..binding.template.sections.len() {
        let asked = &binding.template.sections[section];
        if asked.is_about(Concept::Environments)
            && let Some(above) = over_all(binding, section)
        {
            binding.release(section);
            binding.bind(section, above, Match::Instance);
        }
    }
}

/// The heading over all those of a section and over no others.
fn over_all(binding: &Binding, section: usize) -> Option<usize> {
    let nodes = &binding.tree.nodes;
    let hits = &binding.hits[section];
    let above = hits.first().and_then(|hit| nodes[hit.node].parent)?;
    let all_there = hits.iter().all(|hit| nodes[hit.node].parent == Some(above));
    let is_one = |node: usize| hits.iter().any(|hit| hit.node == node);
    let only_there = binding.tree.child_headings(above).all(is_one);
    let parent = binding.template.sections[section].parent;
    let mut chapters = parent.into_iter().flat_map(|parent| &binding.hits[parent]);
    let inside = chapters.any(|hit| binding.tree.ancestors(above).any(|one| one == hit.node));
    let whole = all_there && only_there && inside && hits.len() >= FEWEST;
    (whole && binding.served(above).is_empty()).then_some(above)
}

/// One environment alone may be where everything runs.
const FEWEST: usize = 2;

/// The headings directly below a chapter that serve nothing and name an environment, each another.
fn named(binding: &Binding, chapter: usize) -> Vec<usize> {
    let nodes = &binding.tree.nodes;
    let mut keys: Vec<&Key> = Vec::new();
    let mut named = Vec::new();
    for node in binding.tree.child_headings(chapter).filter(|&node| binding.is_free(node)) {
        let Some(key) = nodes[node].keys.first().filter(|key| !keys.contains(key)) else {
            continue;
        };
        if is_environment(&nodes[node]) {
            keys.push(key);
            named.push(node);
        }
    }
    named
}

/// Whether a heading says nothing but which environment it is: "Production (Atlas cloud)", "Test and demo",
/// "Local environment". A "Test plan" is something else.
fn is_environment(heading: &Node) -> bool {
    let parts = &heading.conjuncts;
    heading.keys.iter().any(names_environment)
        || !parts.is_empty() && parts.iter().all(names_environment)
}

fn names_environment(key: &Key) -> bool {
    let known = Vocabulary::known();
    let is_name = |word: &str| {
        [Reference::Environment, Reference::WorkingEnvironment]
            .into_iter()
            .any(|one| known.is(one, word))
    };
    let is_word = |word: &str| {
        [Concept::Environments, Concept::Deployment].into_iter().any(|one| known.is(one, word))
    };
    let mut words = key.written.split_whitespace();
    key.written.split_whitespace().any(is_name) && words.all(|word| is_name(word) || is_word(word))
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, served};

    #[test]
    fn each_environment_may_have_a_heading() {
        let headings = [
            "## Deployment",
            "### 1. Local Development",
            "### 2. Production (three halls)",
            "### Gates",
        ];
        let binding = bound("standard", &headings);
        let environments = ["deployment.environments"];
        assert_eq!(served(&binding, "1. Local Development"), environments);
        assert_eq!(served(&binding, "2. Production (three halls)"), environments);
        assert!(served(&binding, "Gates").is_empty());
        let german = ["## Bereitstellung", "### Entwicklung", "### Abnahme und Produktion"];
        assert_eq!(served(&bound("formal", &german), "Entwicklung"), environments);
    }

    #[test]
    fn the_heading_over_the_environments_is_their_section() {
        let headings = [
            "## Deployment",
            "### Halls and yards",
            "#### Development Environment",
            "#### Production Environment",
        ];
        let binding = bound("standard", &headings);
        assert_eq!(served(&binding, "Halls and yards"), ["deployment.environments"]);
        assert!(served(&binding, "Production Environment").is_empty());
        let costs = bound("standard", &["## Costs", headings[2], headings[3]]);
        assert!(served(&costs, "Costs").is_empty());
    }

    #[test]
    fn one_environment_and_what_is_done_there_are_none() {
        let one = bound("standard", &["## Deployment", "### Production", "### Rollback"]);
        assert!(served(&one, "Production").is_empty());
        let plans = bound("standard", &["## Deployment", "### Test plan", "### Local mirrors"]);
        assert!(served(&plans, "Test plan").is_empty());
        let work = bound("standard", &["## Deployment", "### Local Development", "### Testing"]);
        assert!(served(&work, "Testing").is_empty());
        let elsewhere = bound("standard", &["## Costs", "### Staging", "### Production"]);
        assert!(served(&elsewhere, "Staging").is_empty());
    }
}
