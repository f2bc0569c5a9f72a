//! Chapters known by what stands below them: most of their parts are called services or components, and the
//! chapter's heading speaks of such or of the architecture. Teams and contracts have services as well.

use super::Binding;
use super::Match;
use super::node::NodeKind;
use crate::template::key::Key;
use words::{Concept, Vocabulary};

/// Binds the section that repeats per component to such a chapter, where it has no heading.
pub(super) fn bind(binding: &mut Binding, outside: &[bool]) {
    let template = std::sync::Arc::clone(&binding.template);
    for asked in &template.sections {
        let Some(above) = asked.parent.filter(|_| asked.repeat.is_some() && !asked.copy) else {
            continue;
        };
        if asked.concepts.first() != Some(&Concept::Component) || !binding.hits[above].is_empty() {
            continue;
        }
        let lists = |&node: &usize| outside[node] && lists_components(binding, node);
        if let Some(node) = (0..binding.tree.nodes.len()).find(lists) {
            binding.bind(above, node, Match::Instance);
        }
    }
}

/// Whether a chapter that serves nothing has a heading below for each of several components.
fn lists_components(binding: &Binding, node: usize) -> bool {
    let nodes = &binding.tree.nodes;
    if nodes[node].kind != NodeKind::Heading
        || !binding.served(node).is_empty()
        || !binding.is_among_chapters(node)
        || !speaks_of_components(&nodes[node].text)
    {
        return false;
    }
    let below: Vec<usize> = binding.tree.child_headings(node).collect();
    let free = |&&child: &&usize| binding.served(child).is_empty();
    let called =
        below.iter().filter(free).filter(|&&child| nodes[child].keys.iter().any(is_component));
    let called = called.count();
    called >= FEWEST && 2 * called > below.len()
}

/// Whether a heading has a word for components, services or the architecture.
fn speaks_of_components(heading: &str) -> bool {
    let mut found = Vocabulary::known().find::<Concept>(heading);
    found.any(|(_, found)| {
        matches!(found.meaning, Concept::Component | Concept::Service | Concept::Architecture)
    })
}

/// As many of a kind make a series.
const FEWEST: usize = 3;

/// Whether the last of several words is the one for a component: "Order service". In the first place it may
/// describe another word: "Service outage".
fn is_component(key: &Key) -> bool {
    let known = Vocabulary::known();
    let is = |word: &str| known.is(Concept::Component, word) || known.is(Concept::Service, word);
    key.written.rsplit_once(' ').is_some_and(|(_, last)| is(last))
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, served};

    #[test]
    fn a_chapter_of_services_is_the_one_on_the_components() {
        let chapter = "3. Micro-services of the yard";
        let headings = [
            "## 3. Micro-services of the yard",
            "### 3.1 Weighing Service",
            "### 3.2 Shunting Service (Go)",
            "### 3.3 Rota Service",
        ];
        let binding = bound("standard", &headings);
        assert_eq!(served(&binding, chapter), ["components"]);
        assert_eq!(served(&binding, "3.3 Rota Service"), ["components.component"]);
        assert!(served(&bound("standard", &headings[..3]), chapter).is_empty());
    }

    #[test]
    fn teams_and_words_have_services_as_well() {
        let teams = ["## Teams", "### Night Service", "### Field Service", "### Rail Service"];
        assert!(served(&bound("standard", &teams), "Teams").is_empty());
        let words = [
            "## Micro-services in words",
            "### Service mesh",
            "### Service outage",
            "### Service bus",
        ];
        assert!(served(&bound("standard", &words), "Micro-services in words").is_empty());
    }
}
