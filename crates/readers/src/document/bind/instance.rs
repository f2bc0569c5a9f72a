//! Sections that a template asks for once per thing: components, endpoints, decisions.

mod name;

use std::sync::Arc;

use crate::template::TemplateSection;
use crate::template::key::Key;
use words::{Concept, Label, Vocabulary};

use super::binding::Binding;
use super::gathering;
use super::node::NodeKind;
use super::place::is_general;
use super::reason::Match;
use name::Name;

/// Binds them.
pub(super) fn bind(binding: &mut Binding) {
    let template = Arc::clone(&binding.template);
    for (section, asked) in template.sections.iter().enumerate() {
        if asked.repeat.is_none() || asked.copy {
            continue;
        }
        let mut instances = instances(binding, section);
        instances.retain(|&node| binding.layout.outside[node]);
        for node in outermost(binding, instances) {
            binding.bind(section, node, Match::Instance);
        }
    }
}

/// What stands inside an instance is part of it.
fn outermost(binding: &Binding, nodes: Vec<usize>) -> Vec<usize> {
    let mut outermost: Vec<usize> = Vec::new();
    for node in nodes {
        if outermost.last().is_none_or(|&last| node >= binding.tree.nodes[last].subtree) {
            outermost.push(node);
        }
    }
    outermost
}

/// The headings that are instances of a repeatable section.
fn instances(binding: &Binding, section: usize) -> Vec<usize> {
    let template = &binding.template;
    let asked = &template.sections[section];
    let name = Name::of(asked);
    let parent = template.containing(section);
    let roots: Vec<usize> = parent
        .map(|parent| binding.hits[parent].iter().map(|hit| hit.node).collect())
        .unwrap_or_default();
    let by_name = |root: usize| {
        let inside = root + 1..binding.tree.nodes[root].subtree;
        let mut by_name = named(binding, inside.clone(), &name);
        by_name.extend(gathering::requests(binding, asked, inside));
        by_name
    };
    let mut found: Vec<usize> = if roots.is_empty() {
        let mut found = named(binding, 0..binding.tree.nodes.len(), &name);
        found.extend(labelled(binding, &name));
        found
    } else {
        roots.iter().flat_map(|&root| by_name(root)).collect()
    };
    found.extend(gathering::requests_of_chapter(binding, asked));
    found.sort_unstable();
    found.dedup();
    if roots.is_empty() || !found.is_empty() || !is_first_repeat(binding, section) {
        return found;
    }
    for root in roots.into_iter().chain(gathering::chapters(binding, asked)) {
        let below = children(binding, section, root);
        let inside = root + 1..binding.tree.nodes[root].subtree;
        let deeper = || numbered(binding, inside, &name);
        found.extend(if below.is_empty() { deeper() } else { below });
    }
    found
}

/// Unbound headings that begin with the prototype's word: "Component: Loader", "ADR-001: ...",
/// "Komponente 2 – Lader".
fn named(binding: &Binding, nodes: std::ops::Range<usize>, name: &Name) -> Vec<usize> {
    nodes
        .filter(|&node| {
            let heading = &binding.tree.nodes[node];
            heading.kind == NodeKind::Heading
                && binding.served(node).is_empty()
                && name.leads(&heading.keys)
                && is_parted(&heading.text)
        })
        .collect()
}

/// Unbound headings beside each other that begin with a word for what they are, be it with a number, and go on with a
/// name: "Component 1: Loader" and "Component 2: Yard". They are chapters, or stand below what describes the whole: what stands
/// below another heading is a part of that.
fn labelled(binding: &Binding, name: &Name) -> Vec<usize> {
    let describes_the_whole =
        |above: usize| binding.served(above).iter().any(|&one| is_general(binding, one));
    let stands_free = |node: usize| {
        let mut above = binding.tree.ancestors(node);
        above.all(|above| binding.is_above_all(above) || describes_the_whole(above))
    };
    let is_one = |node: usize| {
        let written = binding.tree.nodes[node].keys.first().map(|key| key.written.as_str());
        written.and_then(label).is_some_and(|label| name.is(label))
    };
    let nodes = 0..binding.tree.nodes.len();
    let found: Vec<usize> = nodes
        .filter(|&node| binding.is_free_heading(node) && is_one(node) && stands_free(node))
        .collect();
    let parent = |node: usize| binding.tree.nodes[node].parent;
    let is_beside =
        |node: usize| found.iter().any(|&other| other != node && parent(other) == parent(node));
    found.iter().copied().filter(|&node| is_beside(node)).collect()
}

/// What a heading says before a mark that a name follows, without a number or a letter: "Component" of "Component 1:
/// Loader".
fn label(heading: &str) -> Option<&str> {
    let marks = [":", "：", " - ", " – ", " — "];
    let at = marks.iter().filter_map(|mark| heading.find(mark)).min()?;
    let label = heading[..at].trim_end();
    let counted = label
        .rsplit_once(' ')
        .filter(|(_, last)| last.chars().all(|c| c.is_ascii_digit()) || last.chars().count() == 1);
    Some(counted.map_or(label, |(word, _)| word))
}

/// Unbound headings of the prototype's word and a number, however deep: "Phase 1: Rails".
fn numbered(binding: &Binding, nodes: std::ops::Range<usize>, name: &Name) -> Vec<usize> {
    let is_one = |&node: &usize| {
        let heading = &binding.tree.nodes[node];
        let word = heading.text.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
        heading.kind == NodeKind::Heading
            && binding.served(node).is_empty()
            && word.len() < heading.text.len()
            && name.begins(&Key::new(word))
    };
    nodes.filter(is_one).collect()
}

/// Whether a heading has one of the marks that part a name from the word for what it is; a hyphen between letters
/// joins: "Service-level targets".
fn is_parted(heading: &str) -> bool {
    let number = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
    heading.contains([':', '：', '–', '—'])
        || heading.contains(" - ")
        || heading.split('-').skip(1).any(number)
}

/// The unbound headings directly below, but for those that another repeatable section is called by;
/// where they only group others, those instead.
fn children(binding: &Binding, section: usize, root: usize) -> Vec<usize> {
    let asked = &binding.template.sections[section];
    // Below the components services are components.
    let is_one_of_ours = |other: &TemplateSection| {
        let is_service = other.concepts.contains(&Concept::Service);
        is_service && asked.concepts.contains(&Concept::Component)
    };
    let sections = binding.template.sections.iter().enumerate();
    let others: Vec<Name> = sections
        .filter(|&(at, other)| at != section && other.repeat.is_some() && !other.copy)
        .filter(|&(_, other)| !is_one_of_ours(other))
        .map(|(_, other)| Name::of(other))
        .collect();
    let own = Name::of(asked);
    let free = |node: &usize| {
        let keys = &binding.tree.nodes[*node].keys;
        let called = |name: &Name| keys.iter().any(|key| name.begins(key));
        let free =
            binding.served(*node).is_empty() && !gathering::is_of_part(binding, section, *node);
        free && (called(&own) || !others.iter().any(called) && may_be(binding, section, *node))
    };
    let found: Vec<usize> = binding.tree.child_headings(root).filter(free).collect();
    let all_group = are_groups(binding, &found);
    let mut instances = Vec::new();
    for heading in found {
        if all_group || is_overview(binding, section, heading) {
            instances.extend(binding.tree.child_headings(heading).filter(free));
        } else {
            instances.push(heading);
        }
    }
    instances
}

/// Anything may be a component's name, but a phase says when.
fn may_be(binding: &Binding, section: usize, node: usize) -> bool {
    let is_phase = binding.template.sections[section].concepts.contains(&Concept::Phase);
    let Some(key) = binding.tree.nodes[node].keys.first() else { return false };
    let text = &key.written;
    let times = || {
        let mut found = Vocabulary::known().find::<Concept>(text);
        found.any(|(_, found)| matches!(found.meaning, Concept::Phase | Concept::Mvp))
    };
    !is_phase || text.contains(|c: char| c.is_ascii_digit()) || times()
}

/// "Core components" or "Services" without text of its own, below the section of the components.
fn is_overview(binding: &Binding, section: usize, heading: usize) -> bool {
    let template = &binding.template;
    let Some(parent) = template.sections[section].parent else { return false };
    let node = &binding.tree.nodes[heading];
    let concepts = &template.sections[parent].concepts;
    node.body.is_empty()
        && binding.tree.child_headings(heading).count() > 1
        && node.keys.first().is_some_and(|key| {
            let main = || key.main_concept().is_some_and(|main| concepts.contains(&main.concept));
            let own = &template.sections[section].concepts;
            let several = || key.names_any(own) || key.names(Concept::Service);
            key.concepts().0.iter().any(|found| concepts.contains(&found.meaning))
                || main()
                || own.contains(&Concept::Component) && several()
        })
}

/// Whether headings only group the things below them: none has text of its own, and no part
/// ("Interfaces") comes up below several of them.
fn are_groups(binding: &Binding, headings: &[usize]) -> bool {
    let tree = &binding.tree;
    let mut names: Vec<&Key> = Vec::new();
    for &heading in headings {
        let below: Vec<usize> = tree.child_headings(heading).collect();
        if below.len() < 2 || !tree.nodes[heading].body.is_empty() {
            return false;
        }
        for key in below.iter().filter_map(|&node| tree.nodes[node].keys.first()) {
            if names.contains(&key) || is_part(key) {
                return false;
            }
            names.push(key);
        }
    }
    !headings.is_empty()
}

/// What a component has, and none is called: "Purpose", "Interfaces", "Owner".
fn is_part(key: &Key) -> bool {
    let known = Vocabulary::known();
    let parts = [Concept::Purpose, Concept::Interfaces, Concept::Dependencies, Concept::DataModel];
    known.whole::<Label>(&key.written).is_some()
        || parts.into_iter().any(|part| known.is(part, &key.written))
}

/// Only the first repeatable section below a parent may take headings of any title.
fn is_first_repeat(binding: &Binding, section: usize) -> bool {
    let template = &binding.template;
    let parent = template.sections[section].parent;
    template
        .children(parent)
        .find(|&sibling| template.sections[sibling].repeat.is_some())
        .is_some_and(|first| first == section)
}

#[cfg(test)]
mod tests;
