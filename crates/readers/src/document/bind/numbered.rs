//! Chapters known by their number: where an author kept a template's numbering, a chapter of the
//! right number that shares a word with the section is that section, whatever else its title says.
//!
//! A number alone is no identity: documents leave chapters out and number on.

use crate::template::key::Key;

use super::Binding;
use super::node::NodeKind;
use super::score::Match;

/// Least number of chapters that must carry the template's numbers.
const WITNESSES: usize = 4;

/// Letters that a shared word must have in common; endings vary with grammar.
const STEM: usize = 5;

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
                    .is_some_and(|key| keys.iter().any(|other| share_word(key, other)))
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

/// Whether two keys have a word in common, endings aside.
fn share_word(a: &Key, b: &Key) -> bool {
    let stem = |word: &str| word.chars().take(STEM).collect::<String>();
    let long = |word: &&str| word.chars().count() >= STEM;
    a.text
        .split(' ')
        .filter(long)
        .any(|word| b.text.split(' ').filter(long).any(|other| stem(word) == stem(other)))
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

    #[test]
    fn endings_do_not_matter() {
        let share = |a, b| share_word(&Key::new(a), &Key::new(b));
        assert!(share("Décisions", "Décision d'architecture"));
        assert!(share("Scénarios de qualité", "Exigences de qualité"));
        assert!(!share("Annexe", "Glossaire"));
    }
}
