//! Which language a document speaks, by its headings.

use words::{Concept, Language, Languages, Vocabulary, Votes};

use super::binding::Binding;

impl Binding {
    /// The languages that each heading may be written in: bound ones by their words, all by letters that its neighbours
    /// lack.
    pub(in crate::document) fn spoken(&self) -> impl Iterator<Item = Languages> {
        let nodes = self.tree.nodes.iter().enumerate();
        let by_words =
            nodes.filter(|&(at, _)| !self.served(at).is_empty()).filter_map(|(_, node)| {
                let keys = node.keys.iter();
                let mut known = keys.map(|key| Vocabulary::languages_of::<Concept>(&key.written));
                known.find(|languages| !languages.is_empty())
            });
        self.tree.nodes.iter().map(|node| Languages::by_letters(&node.text)).chain(by_words)
    }

    /// The language that most of the headings are written in; none where it is not known.
    pub fn language(&self) -> Option<Language> {
        most_spoken(self.spoken())
    }
}

/// The language that most headings speak. Words that English has too say nothing of another.
pub(in crate::document) fn most_spoken(
    spoken: impl IntoIterator<Item = Languages>,
) -> Option<Language> {
    let votes: Votes = spoken.into_iter().collect();
    votes.winner(|language| language == Language::ENGLISH)
}
