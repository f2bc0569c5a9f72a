//! Headings a small typo, or another ending, away from a section that has none.
//!
//! A typo is reported; another ending is a plural or a case, at least where words have many of them.
//! A word of another language, or any word that is known, is no typo: `Introducción` is not a
//! misspelt `Introduction`, and nobody who writes `Deployment Review` meant `Deployment View`.

use std::sync::Arc;

use crate::template::Need;
use crate::template::key::{Key, is_form, is_typo};
use words::{Concept, Language, Vocabulary};

use super::binding::Binding;
use super::evidence::Evidence;
use super::fit::fit;
use super::index::Candidate;
use super::node::NodeKind;
use super::numbered::number;
use super::reason::Match;
use super::wordings::Wordings;

/// A heading that may be a typo of a section's wording.
struct Meant<'k> {
    section: usize,
    node: usize,
    wording: &'k Key,
    /// It is no typo, but the wording with another ending.
    form: bool,
}

/// Binds them.
pub(super) fn bind(binding: &mut Binding, evidence: &Evidence<'_>) {
    let template = Arc::clone(&binding.template);
    let unknown: Vec<usize> = (0..binding.tree.nodes.len())
        .filter(|&node| binding.is_free(node) && is_unknown(binding, node))
        .collect();
    if unknown.is_empty() {
        return;
    }
    let language = binding.language();
    let inflects = language.is_some_and(|language| language != Language::ENGLISH);
    let wordings = evidence.index.wordings(language);
    let mut all: Vec<Meant<'_>> =
        unknown.into_iter().flat_map(|node| meant(binding, node, wordings, inflects)).collect();
    all.sort_by_key(|meant| meant.section);
    for of_section in all.chunk_by(|one, next| one.section == next.section) {
        let section = of_section[0].section;
        let asked = &template.sections[section];
        let one = asked.repeat.is_none() && !asked.copy;
        // A chapter with a typo in its title is the section, and not one of its parts; so is the one with the
        // section's number, and not another.
        let inner = binding.first(section).filter(|hit| !hit.how.is_title());
        let free = binding.hits[section].is_empty() || inner.is_some();
        if !(one && free) || (asked.need == Need::Container && binding.reached(section)) {
            continue;
        }
        let own_number = number(&asked.heading);
        let has_number = |node: usize| {
            own_number.is_some() && number(&binding.tree.nodes[node].text) == own_number
        };
        let around = |node: usize| {
            inner.is_none_or(|inner| {
                binding.tree.ancestors(inner.node).any(|above| above == node)
                    || has_number(node) && !has_number(inner.node)
            })
        };
        let fits = |meant: &&Meant<'_>| {
            binding.served(meant.node).is_empty() && around(meant.node) && counts(binding, meant)
        };
        if let Some(&Meant { node, wording, form, .. }) = of_section.iter().find(fits) {
            binding.release(section);
            if form {
                binding.bind(section, node, Match::Stem);
            } else {
                binding.bind_misspelt(section, node, as_title(&wording.written));
            }
        }
    }
}

/// Whether a heading may be misspelt: it is no word of any language.
fn is_unknown(binding: &Binding, node: usize) -> bool {
    let heading = &binding.tree.nodes[node];
    heading.kind == NodeKind::Almost
        || heading.keys.first().is_some_and(|key| {
            let (exact, near) = key.concepts();
            exact.is_empty() && near.is_empty()
        })
}

/// The first wording of each section that a heading is a typo of, or, where words are inflected, a form.
fn meant<'k>(
    binding: &Binding,
    node: usize,
    wordings: &'k Wordings,
    inflects: bool,
) -> Vec<Meant<'k>> {
    let heading = &binding.tree.nodes[node];
    let Some(key) = heading.keys.first() else { return Vec::new() };
    let is_meant = |other: &Key| {
        if heading.kind == NodeKind::Almost {
            return other == key;
        }
        is_typo(key, other) && !has_other_word(key, other)
    };
    let is_form = |other: &Key| {
        let heading = heading.kind == NodeKind::Heading;
        inflects && heading && is_form(key, other) && !has_other_word(key, other)
    };
    let known = wordings.beginning_as(key).filter_map(|(section, wording)| {
        let (section, form) = (*section, is_form(wording));
        (form || is_meant(wording)).then_some(Meant { section, node, wording, form })
    });
    let mut all: Vec<_> = known.collect();
    all.dedup_by_key(|meant| meant.section);
    all
}

/// Whether the right words would have counted.
fn counts(binding: &Binding, &Meant { section, node, .. }: &Meant<'_>) -> bool {
    let heading = &binding.tree.nodes[node];
    let how = Match::Stem;
    let telling = heading.keys.first().is_some_and(Key::is_telling);
    let right = Candidate { telling, ..Candidate::new(node, section, how) };
    heading.kind == NodeKind::Almost || fit(binding, right).is_some()
}

/// Whether a word in which they differ is known itself, so that it is meant.
fn has_other_word(key: &Key, other: &Key) -> bool {
    let pairs = key.written.split_whitespace().zip(other.written.split_whitespace());
    pairs.into_iter().any(|(word, wanted)| {
        word.to_lowercase() != wanted.to_lowercase()
            && !Vocabulary::languages_of::<Concept>(word).is_empty()
    })
}

/// Wordings are kept as they stand in running text.
fn as_title(wording: &str) -> String {
    let mut letters = wording.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, served};

    #[test]
    fn a_typo_counts_and_is_told() {
        let binding = bound("arc42", &["## Glosary"]);
        assert_eq!(served(&binding, "Glosary"), ["arc42.glossary"]);
        assert_eq!(binding.meant(binding.tree.nodes.len() - 1), Some("Glossary"));
    }

    #[test]
    fn another_ending_is_no_typo() {
        let headings = ["## Introdução", "## Restrições", "## Históricos de versões"];
        let binding = bound("handbook", &headings);
        assert_eq!(served(&binding, "Históricos de versões").len(), 1);
        assert_eq!(binding.meant(binding.tree.nodes.len() - 1), None);
        assert!(served(&bound("handbook", &["## Scheduler"]), "Scheduler").is_empty());
    }

    #[test]
    fn a_known_word_is_no_typo() {
        let typo = bound("arc42", &["## Deployment Veiw"]);
        assert_eq!(served(&typo, "Deployment Veiw"), ["arc42.deployment"]);
        let binding = bound("arc42", &["## Deployment Review"]);
        assert!(served(&binding, "Deployment Review").is_empty());
    }

    #[test]
    fn a_chapter_with_a_typo_is_the_section_and_not_a_part_of_it() {
        let headings = ["## 10. Quality Requirments", "### 10.1 Quality Scenarios"];
        let binding = bound("arc42", &headings);
        assert_eq!(served(&binding, "10. Quality Requirments"), ["arc42.quality"]);
        assert!(served(&binding, "10.1 Quality Scenarios").is_empty());
    }

    #[test]
    fn a_chapter_with_a_typo_and_the_number_is_the_section() {
        let headings = ["## Quality Scenarios", "## 10. Quality Requirments"];
        let binding = bound("arc42", &headings);
        assert_eq!(served(&binding, "10. Quality Requirments"), ["arc42.quality"]);
        let unnumbered = ["## Quality Scenarios", "## Quality Requirments"];
        assert!(served(&bound("arc42", &unnumbered), "Quality Requirments").is_empty());
    }
}
