//! Which words are of a section's own title: "Security" of "Security Architecture".

use crate::template::key::{Key, is_form};
use words::Vocabulary;

use super::Binding;

/// Whether a section's title has these words, or is them, in the template or in the language that has them.
pub(super) fn is_of_title(binding: &Binding, key: &Key, section: usize) -> bool {
    let section = &binding.template.sections[section];
    let own = || section.keys.first().is_some_and(|title| key.is_word_of(title));
    let concepts = || {
        let (exact, near) = key.concepts();
        exact.into_iter().chain(near)
    };
    own()
        || section.concepts.first().is_some_and(|&concept| {
            concepts().any(|found| found.meaning == concept && key.is_of_usual(found))
        })
}

/// Whether it is another form of the usual title of a section's concept, in a language that has the words.
pub(super) fn is_form_of_title(binding: &Binding, key: &Key, section: usize) -> bool {
    let asked = &binding.template.sections[section];
    key.concepts().0.into_iter().filter(|found| asked.concepts.first() == Some(&found.meaning)).any(
        |found| {
            let usual = |language| Vocabulary::wording(found.meaning, language);
            let mut usual = found.languages.iter().filter_map(usual);
            usual.any(|title| is_form(&Key::new(title), key))
        },
    )
}
