//! Headings a small typo away from a section that has none.
//!
//! A word of another language, or any word that is known, is no typo: `Introducción` is not a
//! misspelt `Introduction`, and nobody who writes `Deployment Review` meant `Deployment View`.

use crate::template::key::{Key, is_typo};
use crate::template::{Need, TemplateSection};
use words::{Concept, Language, Vocabulary};

use super::Binding;
use super::fit::fit;
use super::index::{Candidate, Match};
use super::node::NodeKind;

/// Binds them. `outside` tells the nodes outside tables of contents.
pub(super) fn bind(binding: &mut Binding, outside: &[bool]) {
    let template = std::sync::Arc::clone(&binding.template);
    let language = binding.language();
    for (section, asked) in template.sections.iter().enumerate() {
        let free = binding.hits[section].is_empty() && asked.repeat.is_none() && !asked.copy;
        if !free || (asked.need == Need::Container && binding.reached(section)) {
            continue;
        }
        let found = (0..binding.tree.nodes.len()).find(|&node| {
            binding.served(node).is_empty()
                && outside[node]
                && is_near(binding, node, section, language)
        });
        if let Some(node) = found {
            binding.bind(section, node, Match::NearMiss);
        }
    }
}

fn is_near(
    binding: &Binding,
    node: usize,
    section: usize,
    language: Option<Language>,
) -> bool {
    let heading = &binding.tree.nodes[node];
    let asked = &binding.template.sections[section];
    let Some(key) = heading.keys.first() else { return false };
    if heading.kind == NodeKind::Almost {
        return asked.keys.contains(key) || key.concepts().0.iter().any(|c| asked.concepts.contains(c));
    }
    if nearest_wording(asked, key, language).is_none() {
        return false;
    }
    // It stands where the right words would have counted.
    fit(binding, Candidate { node, section, how: Match::Stem }).is_some()
}

/// The wording that a heading is a typo of: one of the template's, or the concept's in the
/// document's language.
pub fn nearest_wording(
    section: &TemplateSection,
    key: &Key,
    language: Option<Language>,
) -> Option<String> {
    let (exact, near) = key.concepts();
    if !exact.is_empty() || !near.is_empty() {
        return None;
    }
    let wordings = section.concepts.iter().zip(language);
    let wordings = wordings.filter_map(|(&concept, language)| Vocabulary::wording(concept, language));
    let wordings = wordings.map(Key::new);
    let own = section.keys.iter().cloned();
    own.chain(wordings)
        .find(|other| is_typo(key, other) && !has_other_word(key, other))
        .map(|other| other.written)
}

/// Whether a word in which they differ is known itself, so that it is meant.
fn has_other_word(key: &Key, other: &Key) -> bool {
    let pairs = key.written.split_whitespace().zip(other.written.split_whitespace());
    pairs.into_iter().any(|(word, wanted)| {
        word.to_lowercase() != wanted.to_lowercase()
            && !Vocabulary::languages_of::<Concept>(word).is_empty()
    })
}
