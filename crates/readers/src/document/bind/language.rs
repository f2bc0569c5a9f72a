//! Which language a document speaks, by its headings.

use words::{Concept, Language, Languages, Vocabulary};

use super::binding::Binding;

impl Binding {
    /// For each language, how many of the headings speak it: bound ones by their words, all by letters
    /// that its neighbours lack.
    pub fn languages(&self) -> Vec<(usize, Language)> {
        let mut counts: Vec<(usize, Language)> =
            Language::all().map(|language| (0, language)).collect();
        for node in &self.tree.nodes {
            let languages = Languages::by_letters(&node.text);
            for (count, language) in counts.iter_mut().filter(|_| !languages.is_empty()) {
                *count += usize::from(languages.contains(*language));
            }
        }
        let nodes = self.tree.nodes.iter().enumerate();
        for (_, node) in nodes.filter(|&(at, _)| !self.served(at).is_empty()) {
            let spoken =
                node.keys.iter().map(|key| Vocabulary::languages_of::<Concept>(&key.written));
            let languages = spoken.into_iter().find(|languages| !languages.is_empty());
            for (count, language) in &mut counts {
                *count += usize::from(languages.is_some_and(|found| found.contains(*language)));
            }
        }
        counts
    }

    /// The language that most of the bound headings are written in; none where it is not known.
    pub fn language(&self) -> Option<Language> {
        most_spoken(self.languages())
    }
}

/// The language that most headings speak. Words that English has too say nothing of another.
pub fn most_spoken(counts: impl IntoIterator<Item = (usize, Language)>) -> Option<Language> {
    let english = Language::from_tag("en");
    let best = counts.into_iter().filter(|&(count, _)| count > 0);
    best.max_by_key(|&(count, language)| (count, Some(language) == english)).map(|best| best.1)
}
