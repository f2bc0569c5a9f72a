//! Chapters known by their number: where an author kept a template's numbering, a chapter of the
//! right number that shares a word with the section is that section, whatever else its title says.
//!
//! A number alone is no identity: documents leave chapters out and number on.

use super::Binding;
use super::index::Match;
use super::node::NodeKind;

/// Least number of chapters that must carry the template's numbers.
const WITNESSES: usize = 4;

pub(super) fn bind(binding: &mut Binding) {
    let template = std::sync::Arc::clone(&binding.template);
    let chapters: Vec<(usize, u32)> = (0..template.sections.len())
        .filter_map(|section| Some((section, number(&template.sections[section].heading)?)))
        .filter(|&(section, _)| template.depth(section) == 0 && !template.is_title(section))
        .collect();
    if !keeps_numbers(binding, &chapters) {
        return;
    }
    for (section, wanted) in chapters {
        if !binding.hits[section].is_empty() {
            continue;
        }
        let keys = &template.sections[section].keys;
        let found = (0..binding.tree.nodes.len()).find(|&node| {
            let heading = &binding.tree.nodes[node];
            heading.kind == NodeKind::Heading
                && binding.served(node).is_empty()
                && number(&heading.text) == Some(wanted)
                && heading
                    .keys
                    .first()
                    .is_some_and(|key| keys.iter().any(|other| key.shares_word(other)))
        });
        if let Some(node) = found {
            binding.bind(section, node, Match::Number);
        }
    }
}

/// Whether most chapters that are bound carry the template's own numbers.
fn keeps_numbers(binding: &Binding, chapters: &[(usize, u32)]) -> bool {
    let bound = chapters.iter().filter_map(|&(section, wanted)| {
        let hit = binding.first(section)?;
        Some(number(&binding.tree.nodes[hit.node].text) == Some(wanted))
    });
    let (mut same, mut other) = (0, 0);
    for matches in bound {
        if matches { same += 1 } else { other += 1 }
    }
    same >= WITNESSES && same > 2 * other
}

/// The whole number that a chapter's title begins with; none for `1.2`.
fn number(title: &str) -> Option<u32> {
    let title = title.trim_start();
    let digits = title.find(|c: char| !c.is_ascii_digit()).unwrap_or(title.len());
    let rest = title[digits..].trim_start_matches(['.', ')', ':']);
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    title[..digits].parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_only() {
        assert_eq!(number("9. Décisions"), Some(9));
        assert_eq!(number("10) Quality"), Some(10));
        assert_eq!(number("4 Strategy"), Some(4));
        assert_eq!(number("1.2 Scope"), None);
        assert_eq!(number("Scope"), None);
    }
}
