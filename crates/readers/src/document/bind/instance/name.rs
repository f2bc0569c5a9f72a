//! What the headings of a section begin with that a template asks for once per thing: "Component 1: Loader".

use crate::template::TemplateSection;
use crate::template::key::Key;
use words::{Concept, Vocabulary};

/// What the headings of a repeatable section begin with.
pub(super) struct Name {
    /// The prototype's own words before its colon or bracket.
    prefix: Option<String>,
    concepts: Vec<Concept>,
}

impl Name {
    /// Those of a prototype.
    pub(super) fn of(section: &TemplateSection) -> Self {
        Self { prefix: prefix(section), concepts: section.concepts.clone() }
    }

    /// Whether they begin a heading with these keys; of a decision also with a word of another language, before a
    /// mark.
    pub(super) fn leads(&self, keys: &[Key]) -> bool {
        let Some(first) = keys.first() else { return false };
        let decides = self.concepts.contains(&Concept::Decision);
        let leads = |key: &Key| decides && begins_with(&first.text, &key.text) && self.begins(key);
        self.begins(first) || keys.iter().any(leads)
    }

    /// Whether they begin a key.
    pub(super) fn begins(&self, key: &Key) -> bool {
        let own = self.prefix.as_ref().is_some_and(|prefix| begins_with(&key.text, prefix));
        own || self.is(key.written.trim_end_matches(|c: char| !c.is_alphabetic()))
    }

    /// Whether one of them is called so, in any language.
    pub(super) fn is(&self, word: &str) -> bool {
        self.concepts.iter().any(|&concept| Vocabulary::known().is(concept, word))
    }
}

/// "component" begins "component 1 loader" and "component loader".
fn begins_with(text: &str, prefix: &str) -> bool {
    text.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
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
