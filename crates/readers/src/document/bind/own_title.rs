//! Which words are of a section's own title: "Security" of "Security Architecture".

use crate::template::TemplateSection;
use crate::template::key::{Key, is_form};
use words::Vocabulary;

/// Whether a section's title has these words, or is them, in the template or in the language that has them.
pub(super) fn is_of_title(section: &TemplateSection, key: &Key) -> bool {
    let own = || section.keys.first().is_some_and(|title| key.is_word_of(title));
    let usual = || {
        let (exact, near) = key.concepts();
        let mut found = exact.iter().chain(near);
        found.any(|&found| section.is_about(found.meaning) && key.is_of_usual(found))
    };
    own() || usual()
}

/// Whether a key is another form of the usual title of a section's concept, in a language that has the words.
pub(super) fn is_form_of_title(section: &TemplateSection, key: &Key) -> bool {
    let (exact, _) = key.concepts();
    exact.iter().filter(|found| section.is_about(found.meaning)).any(|found| {
        let usual = |language| Vocabulary::wording(found.meaning, language);
        let mut usual = found.languages.iter().filter_map(usual);
        usual.any(|title| is_form(&Key::new(title), key))
    })
}
