//! Sub-headings that say what their chapter says: "Application monitoring" below "Monitoring", "Deployment" below
//! "Deployment and setup". They hold the chapter's main part, and so does one whose last word is the part's own:
//! "Performance metrics" below "Monitoring".

use super::Binding;
use super::Match;
use super::node::Node;
use words::{Concept, Vocabulary};

/// What a chapter is about, and what its main part is called.
const MAIN_PARTS: [(Concept, Concept); 3] = [
    (Concept::Monitoring, Concept::Metrics),
    (Concept::Performance, Concept::PerformanceRequirements),
    (Concept::Deployment, Concept::DeploymentProcess),
];

/// Binds the main parts that have no heading of their own. `outside` tells the nodes outside tables of contents.
pub(super) fn bind(binding: &mut Binding, outside: &[bool]) {
    let template = std::sync::Arc::clone(&binding.template);
    for (section, asked) in template.sections.iter().enumerate() {
        let Some(chapter) = asked.parent.filter(|_| binding.hits[section].is_empty()) else {
            continue;
        };
        let about = template.sections[chapter].concepts.first();
        let is_main = |(whole, part): &&(Concept, Concept)| {
            about == Some(whole) && asked.concepts.first() == Some(part)
        };
        let Some(&(whole, part)) = MAIN_PARTS.iter().find(is_main) else { continue };
        if let Some(node) = main_part(binding, chapter, whole, part, outside) {
            binding.bind(section, node, Match::Wider);
        }
    }
}

/// The first heading directly below a chapter that serves nothing and says what the chapter or its part says.
fn main_part(
    binding: &Binding,
    chapter: usize,
    whole: Concept,
    part: Concept,
    outside: &[bool],
) -> Option<usize> {
    let chapters = binding.hits[chapter].iter().map(|hit| hit.node);
    let mut below = chapters.flat_map(|chapter| binding.tree.child_headings(chapter));
    below.find(|&node| {
        let heading = &binding.tree.nodes[node];
        outside[node]
            && binding.served(node).is_empty()
            && (ends_with(heading, whole) || ends_with(heading, part))
    })
}

/// Whether the last word is one for a concept: "Deployment", "Application monitoring". A "Deployment diagram" is
/// something else, and "Logging and monitoring" is more.
fn ends_with(heading: &Node, concept: Concept) -> bool {
    let mut last = heading.keys.iter().filter_map(|key| key.written.rsplit(' ').next());
    heading.conjuncts.is_empty() && last.any(|word| Vocabulary::known().is(concept, word))
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, served};

    #[test]
    fn what_a_chapter_says_again_is_its_main_part() {
        let headings = ["## Monitoring & Alerting", "### Halls", "### Application Monitoring"];
        let binding = bound("standard", &headings);
        assert_eq!(served(&binding, "Application Monitoring"), ["monitoring.metrics"]);
        let headings = ["## Deployment / Setup", "### Hall keys", "### Deployment"];
        let binding = bound("formal", &headings);
        assert_eq!(served(&binding, "Deployment"), ["deployment.process"]);
    }

    #[test]
    fn a_word_of_the_part_at_the_end_is_the_part() {
        let binding = bound("standard", &["## Monitoring", "### Performance Metrics"]);
        assert_eq!(served(&binding, "Performance Metrics"), ["monitoring.metrics"]);
        let elsewhere = bound("standard", &["## Performance", "### Performance Metrics"]);
        assert_eq!(served(&elsewhere, "Performance Metrics"), ["performance.targets"]);
    }

    #[test]
    fn what_only_speaks_of_the_chapter_is_something_else() {
        for heading in ["### Deployment diagram", "### Deployment Architecture"] {
            let binding = bound("formal", &["## Deployment", heading]);
            let served = served(&binding, &heading[4..]);
            assert!(!served.contains(&"deployment.process".to_owned()), "{heading}");
        }
        let joined = bound("standard", &["## Monitoring", "### Logging and monitoring"]);
        assert!(served(&joined, "Logging and monitoring").is_empty());
    }

    #[test]
    fn the_parts_own_heading_comes_first() {
        let headings = ["## Monitoring", "### System Monitoring", "### Metrics Collected"];
        let binding = bound("standard", &headings);
        assert_eq!(served(&binding, "Metrics Collected"), ["monitoring.metrics"]);
        assert!(served(&binding, "System Monitoring").is_empty());
    }
}
