//! Sections that a template asks for once per thing: components, endpoints, decisions.

use crate::template::TemplateSection;

use super::Binding;
use super::node::NodeKind;
use super::score::Match;

pub(super) fn bind(binding: &mut Binding) {
    let template = std::sync::Arc::clone(&binding.template);
    for (section, asked) in template.sections.iter().enumerate() {
        if asked.repeat.is_none() || asked.copy {
            continue;
        }
        for node in instances(binding, section) {
            binding.bind(section, node, Match::Instance);
        }
    }
}

/// The headings that are instances of a repeatable section.
fn instances(binding: &Binding, section: usize) -> Vec<usize> {
    let template = &binding.template;
    let asked = &template.sections[section];
    let prefix = prefix(asked);
    let parent = asked.parent.filter(|&parent| !template.is_title(parent));
    let roots: Vec<usize> = parent
        .map(|parent| binding.hits[parent].iter().map(|hit| hit.node).collect())
        .unwrap_or_default();
    if roots.is_empty() {
        return prefix
            .map(|prefix| named(binding, 0..binding.tree.nodes.len(), &prefix))
            .unwrap_or_default();
    }
    let mut found = Vec::new();
    for root in roots {
        let inside = root + 1..binding.tree.nodes[root].subtree;
        let by_name =
            prefix.as_ref().map(|prefix| named(binding, inside, prefix)).unwrap_or_default();
        if by_name.is_empty() && is_first_repeat(binding, section) {
            found.extend(children(binding, root));
        } else {
            found.extend(by_name);
        }
    }
    found
}

/// Unbound headings that begin with the prototype's word: "Component: Loader", "ADR-001: ...".
fn named(binding: &Binding, nodes: std::ops::Range<usize>, prefix: &str) -> Vec<usize> {
    nodes
        .filter(|&node| {
            let heading = &binding.tree.nodes[node];
            heading.kind == NodeKind::Heading
                && binding.served(node).is_empty()
                && heading.keys.iter().any(|key| begins_with(&key.text, prefix))
                && heading.text.contains([':', '–', '—', '-'])
        })
        .collect()
}

/// "component" begins "component 1 loader" and "component loader".
fn begins_with(text: &str, prefix: &str) -> bool {
    text.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// The unbound headings directly below; where one of them only groups others, those instead.
fn children(binding: &Binding, root: usize) -> Vec<usize> {
    let tree = &binding.tree;
    let mut found = Vec::new();
    for child in tree.child_headings(root) {
        if !binding.served(child).is_empty() {
            continue;
        }
        let below: Vec<usize> = tree.child_headings(child).collect();
        let groups = below.len() > 1 && tree.nodes[child].body.is_empty();
        if groups {
            found.extend(below.into_iter().filter(|&node| binding.served(node).is_empty()));
        } else {
            found.push(child);
        }
    }
    found
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

/// What a prototype's headings begin with: the words before its colon or bracket.
fn prefix(section: &TemplateSection) -> Option<String> {
    let heading =
        section.heading.trim_start_matches(|c: char| c.is_ascii_digit() || ". )".contains(c));
    let before =
        heading.split([':', '[', '{']).next().filter(|before| before.len() < heading.len())?;
    let words: Vec<String> = before
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}
