//! Headings that serve no section, seen from the sections that have no heading.

use std::collections::BTreeSet;

use crate::document::bind::Binding;
use crate::document::bind::node::NodeKind;
use crate::template::Need;
use text::wording::nearest;
use words::{Concept, Vocabulary};

use super::BoundDocument;
use super::gap::Gap;

/// The heading that a missing section may be under, beside where it belongs: one with a word in
/// common, or the only heading left over where the section is the only one missing.
pub fn meant(document: &BoundDocument, gap: &Gap) -> Option<usize> {
    let binding = &document.binding;
    let sections = &document.template().sections;
    let asked = &sections[gap.section];
    let left = beside(binding, gap)?;
    let related = left.iter().copied().find(|&node| {
        let words = binding.tree.nodes[node].keys.first();
        words.is_some_and(|key| asked.keys.iter().any(|other| key.shares_word(other)))
    });
    let asked_for = |gap: &&Gap| {
        let section = &sections[gap.section];
        section.parent == asked.parent && matches!(section.need, Need::Required | Need::Recommended)
    };
    let alone = || left.len() == 1 && document.gaps.iter().filter(asked_for).count() == 1;
    related.or_else(|| alone().then(|| left[0]))
}

/// The headings beside missing sections that may be any of them.
pub fn unpaired(document: &BoundDocument, owed: &[&Gap]) -> Vec<usize> {
    let paired: BTreeSet<usize> = owed.iter().filter_map(|gap| meant(document, gap)).collect();
    let binding = &document.binding;
    let left = owed.iter().map(|gap| below(binding, nearest_above(binding, gap)));
    let left: BTreeSet<usize> = left.flatten().collect();
    // One whose subject is known means that, and nothing that the template asks for.
    let is_other = |node: &usize| {
        let text = &binding.tree.nodes[*node].text;
        Vocabulary::known().whole::<Concept>(text).is_some()
    };
    left.difference(&paired).copied().filter(|node| !is_other(node)).collect()
}

/// The headings without a section that stand below the section's parent.
fn beside(binding: &Binding, gap: &Gap) -> Option<Vec<usize>> {
    let template = &binding.template;
    let parent = template.sections[gap.section].parent;
    let above = match parent {
        Some(parent) if !template.is_title(parent) => Some(binding.first(parent)?.node),
        Some(title) => binding.first(title).map(|hit| hit.node),
        None => None,
    };
    Some(below(binding, above))
}

/// The nearest heading above a section without one; none at the top.
fn nearest_above(binding: &Binding, gap: &Gap) -> Option<usize> {
    let template = &binding.template;
    let parents = std::iter::successors(template.sections[gap.section].parent, |&parent| {
        template.sections[parent].parent
    });
    let mut there = parents.filter_map(|parent| binding.first(parent));
    there.next().map(|hit| hit.node)
}

/// The headings without a section right below a heading, or at the top.
fn below(binding: &Binding, above: Option<usize>) -> Vec<usize> {
    let nodes = binding.tree.nodes.iter().enumerate();
    let left = nodes.filter(|(at, node)| {
        node.parent == above
            && node.kind == NodeKind::Heading
            && binding.served(*at).is_empty()
            && !binding.holds_sections(*at)
    });
    left.map(|(at, _)| at).collect()
}

/// A heading's `{#id}` that is nearly the id of a section without a heading, and that id.
pub fn misspelt_id(document: &BoundDocument, node: usize) -> Option<(&str, &str)> {
    let binding = &document.binding;
    let sections = &document.template().sections;
    let id = binding.tree.nodes[node].id.as_deref()?;
    if !binding.served(node).is_empty() || sections.iter().any(|section| section.id == id) {
        return None;
    }
    let free = sections.iter().enumerate().filter(|&(at, _)| binding.hits[at].is_empty());
    let near = nearest(id, free.map(|(_, section)| section.id.as_str()))?;
    Some((id, near))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::with_bound;

    /// The heading that a section without one may be under.
    fn meant_for(text: &str, id: &str) -> Option<String> {
        with_bound(text, |document| {
            let gap =
                document.gaps.iter().find(|gap| document.template().sections[gap.section].id == id);
            let node = meant(document, gap.expect("a gap"))?;
            Some(document.binding.tree.nodes[node].text.clone())
        })
    }

    #[test]
    fn a_heading_with_a_word_in_common_may_be_the_section() {
        let text = "# Atlas\n\n## Security\n\n### Rights and measures in the halls of Riga\n\nA.\n\n\
                    ### Locks\n\nB.\n\n<<#archdoc template=\"handbook\">>\n";
        assert_eq!(meant_for(text, "security.headers"), None);
        let text = text.replace("Locks", "Replies with headers");
        assert_eq!(meant_for(&text, "security.headers").as_deref(), Some("Replies with headers"));
    }

    #[test]
    fn a_misspelt_id_is_told_with_the_nearest() {
        let text = "# Atlas\n\n## Streams {#data.flwo}\n\nA.\n\n## Other {#elsewhere}\n\nB.\n\n\
                    <<#archdoc template=\"standard\">>\n";
        let told = |at: usize| {
            with_bound(text, |document| {
                misspelt_id(document, at).map(|(id, near)| (id.to_owned(), near.to_owned()))
            })
        };
        assert_eq!(told(1), Some(("data.flwo".to_owned(), "data.flow".to_owned())));
        assert_eq!(told(2), None);
    }
}
