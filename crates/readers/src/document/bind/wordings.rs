//! The wordings of a template's sections, where a heading's typos are looked for.

use std::collections::HashMap;

use crate::template::Template;
use crate::template::key::Key;
use words::{Language, Vocabulary};

/// The wordings of all sections by the letter that they begin with: no typo is in it.
#[derive(Debug, Default)]
pub(super) struct Wordings {
    by_letter: HashMap<char, Vec<(usize, Key)>>,
}

impl Wordings {
    /// The template's own words, and those that a language has for its concepts.
    pub(super) fn of(template: &Template, language: Option<Language>) -> Self {
        let mut wordings = Self::default();
        for (index, section) in template.sections.iter().enumerate() {
            let concepts =
                section.concepts.iter().filter_map(|&concept| Some((concept, language?)));
            let words =
                concepts.flat_map(|(concept, language)| Vocabulary::wordings(concept, language));
            for key in section.keys.iter().cloned().chain(words.map(Key::new)) {
                if let Some(first) = key.text.chars().next() {
                    wordings.by_letter.entry(first).or_default().push((index, key));
                }
            }
        }
        wordings
    }

    /// Those that begin as a heading does, each with its section, in the template's order.
    pub(super) fn beginning_as(&self, key: &Key) -> impl Iterator<Item = &(usize, Key)> {
        let first = key.text.chars().next();
        first.and_then(|first| self.by_letter.get(&first)).into_iter().flatten()
    }
}
