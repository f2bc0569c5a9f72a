//! Which language most words are of.

use std::collections::BTreeMap;

use text::tally::tally;

use crate::language::{Language, Languages};

/// How many words each language has of some.
#[derive(Clone, Debug, Default)]
pub struct Votes(BTreeMap<Language, usize>);

impl Votes {
    /// The language of most words; none where no language has one. Of several it is the one of the highest rank.
    pub fn winner<R: Ord>(&self, rank: impl Fn(Language) -> R) -> Option<Language> {
        let votes = self.0.iter().map(|(&language, &votes)| (language, votes));
        votes.max_by_key(|&(language, votes)| (votes, rank(language))).map(|(language, _)| language)
    }
}

impl FromIterator<Languages> for Votes {
    /// The languages that have each of the words.
    fn from_iter<I: IntoIterator<Item = Languages>>(words: I) -> Self {
        Self(tally(words.into_iter().flat_map(Languages::iter)))
    }
}

#[cfg(test)]
mod tests {
    use super::Votes;
    use crate::language::{Language, Languages};

    #[test]
    fn of_several_with_as_many_words_the_preferred_one_wins() {
        let [de, en] = ["de", "en"].map(|tag| Language::from_tag(tag).unwrap());
        assert_eq!(en, Language::ENGLISH);
        let of = |languages: &[Language]| {
            let bits = languages.iter().fold(0, |bits, one| bits | 1 << one.0);
            Languages(bits)
        };
        let even: Votes = [of(&[de, en]), of(&[de]), of(&[en])].into_iter().collect();
        assert_eq!(even.winner(|one| one == de), Some(de));
        assert_eq!(even.winner(|one| one == en), Some(en));
        let more: Votes = [of(&[de, en]), of(&[de])].into_iter().collect();
        assert_eq!(more.winner(|one| one == en), Some(de));
        assert_eq!(Votes::default().winner(|one| one == en), None);
    }
}
