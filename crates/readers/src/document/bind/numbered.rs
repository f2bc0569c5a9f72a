//! Chapters known by their number: where an author kept a template's numbering, a chapter of the
//! right number that shares a word with the section is that section, whatever else its title says. So
//! is one with a heading below it that may be the section: "7. Implementation", with "7.3
//! Deployment".
//!
//! A number alone is no identity: documents leave chapters out and number on.

use super::Binding;
use super::Match;
use super::index::Candidate;
use super::node::NodeKind;

/// Least number of chapters that must carry the template's numbers.
const WITNESSES: usize = 4;

/// `alone` tells that the chapter is one of several files, so that nothing else shows how they number.
pub(super) fn bind(binding: &mut Binding, candidates: &[Candidate], alone: bool) {
    let template = std::sync::Arc::clone(&binding.template);
    let chapters: Vec<(usize, u32)> = (0..template.sections.len())
        .filter_map(|section| Some((section, number(&template.sections[section].heading)?)))
        .filter(|&(section, _)| template.depth(section) == 0 && !template.is_title(section))
        .collect();
    if alone || keeps_numbers(binding, &chapters) {
        by_their_parts(binding, &chapters, candidates);
    }
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

/// Binds the chapters below which a heading may be the section of their number.
fn by_their_parts(binding: &mut Binding, chapters: &[(usize, u32)], candidates: &[Candidate]) {
    for &(section, wanted) in chapters {
        let part = |candidate: &&Candidate| {
            candidate.section == section && candidate.how <= Match::Contained
        };
        let chapter = |candidate: &Candidate| {
            let top = binding.tree.ancestors(candidate.node).last()?;
            let same = number(&binding.tree.nodes[top].text) == Some(wanted);
            let inside = |node| binding.tree.ancestors(node).any(|above| above == top);
            let inner = binding.hits[section].iter().all(|hit| inside(hit.node));
            (same && inner && gives_way(binding, top)).then_some(top)
        };
        if let Some(node) = candidates.iter().filter(part).find_map(chapter) {
            let taken = binding.served(node).to_vec();
            taken.into_iter().chain([section]).for_each(|other| binding.unbind(other));
            binding.bind(section, node, Match::Number);
        }
    }
}

/// Whether a heading serves nothing, or a section by words that are not its title's: a number says
/// more, where what stands below agrees.
fn gives_way(binding: &Binding, node: usize) -> bool {
    let template = &binding.template;
    binding.served(node).iter().all(|&section| {
        let mut hits = binding.hits[section].iter();
        !template.is_title(section) && hits.all(|hit| hit.node == node && !hit.how.is_title())
    })
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
pub(super) fn number(title: &str) -> Option<u32> {
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
    use std::path::Path;
    use std::sync::Arc;

    use super::*;
    use crate::document::bind::testing::{bound, served};
    use crate::document::bind::{Index, Tree};
    use crate::include::Includes;
    use text::markdown::Document;
    use text::source::Source;

    #[test]
    fn a_number_and_a_part_say_more_than_other_words() {
        let text =
            "# 7. Implementation of the halls\n\n## 7.3 Infrastructure and deployment\n\nA.\n";
        let template = crate::template::builtin::find("arc42").unwrap();
        let document = Document::parse(&Source::new("07.md", text));
        let tree = Tree::new(Arc::new(document), &mut Includes::none(Path::new("/nowhere")));
        let binding = Binding::new(Arc::clone(&template), &Index::of(&template), tree, true);
        let heading = binding.served(0).iter().map(|&section| &*template.sections[section].id);
        assert_eq!(heading.collect::<Vec<_>>(), ["arc42.deployment"]);
    }

    #[test]
    fn a_number_alone_says_nothing_where_others_differ() {
        let headings = ["## 3. Rules of the yard", "### 3.1 Loading", "### 3.3 Main components"];
        let binding = bound("formal", &headings);
        assert!(served(&binding, "3. Rules of the yard").is_empty());
    }

    #[test]
    fn whole_numbers_only() {
        assert_eq!(number("9. Décisions"), Some(9));
        assert_eq!(number("10) Quality"), Some(10));
        assert_eq!(number("4 Strategy"), Some(4));
        assert_eq!(number("1.2 Scope"), None);
        assert_eq!(number("Scope"), None);
    }
}
