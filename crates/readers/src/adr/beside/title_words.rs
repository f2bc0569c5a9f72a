//! The words that titles have in common.

use std::collections::{HashMap, HashSet};

use crate::adr::record::Record;

/// Letters of the shortest word that says something.
const SHORTEST: usize = 4;

/// Whether two titles have words in common that say something: two or more.
pub(super) fn shares_words(one: &Record, other: &Record) -> bool {
    let (one, other) = (title(one), title(other));
    telling(&one).intersection(&telling(&other)).nth(1).is_some()
}

/// The titles of some records by their words, to ask many others whether they share words with any.
#[derive(Default)]
pub(super) struct TitleWords {
    titles: usize,
    /// The titles that have each word, in order.
    having: HashMap<String, Vec<usize>>,
}

impl TitleWords {
    pub(super) fn add(&mut self, record: &Record) {
        for word in telling(&title(record)) {
            self.having.entry(word.to_owned()).or_default().push(self.titles);
        }
        self.titles += 1;
    }

    /// Whether [`shares_words`] holds for any of them.
    pub(super) fn any_shares(&self, record: &Record) -> bool {
        let title = title(record);
        let known = telling(&title).into_iter().filter_map(|word| self.having.get(word));
        let mut known: Vec<&Vec<usize>> = known.collect();
        known.sort_unstable_by_key(|titles| titles.len());
        // The commonest word may stand in all titles: it is only looked for in those that have another.
        let Some((commonest, others)) = known.split_last() else { return false };
        let mut seen = HashSet::new();
        others
            .iter()
            .copied()
            .flatten()
            .any(|title| !seen.insert(title) || commonest.binary_search(title).is_ok())
    }
}

fn title(record: &Record) -> String {
    record.shown_title().to_lowercase()
}

fn telling(title: &str) -> HashSet<&str> {
    let words = title.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() >= SHORTEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adr::sample;

    fn titled(title: &str) -> Record {
        sample::record("0001-a.md", &format!("# {title}\n\nStatus: Accepted\n"))
    }

    #[test]
    fn many_titles_are_asked_as_each_is() {
        let titles =
            ["Use queues for parcels", "A harbour gateway", "A harbour for the lamps", "x"];
        let records = titles.map(titled);
        let mut words = TitleWords::default();
        for record in &records {
            words.add(record);
        }
        for (title, shares) in [
            ("Parcels in QUEUES", true),
            ("The gateway of a harbour", true),
            ("Lamps, harbour, gateway", true),
            ("Queues for a harbour", false),
            ("Use it for x", false),
            ("Harbour harbour", false),
            ("Manifests", false),
        ] {
            let asked = titled(title);
            assert_eq!(words.any_shares(&asked), shares, "{title}");
            assert_eq!(records.iter().any(|one| shares_words(&asked, one)), shares, "{title}");
        }
    }
}
