//! In which words the rows of an index state a status, so that an edit writes it as their team does.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use text::source::{Source, Span};
use text::wording::{capitalized, uncapitalized};
use words::{Status as Word, Vocabulary};

use super::{Listing, Row};
use crate::adr::record::Record;
use crate::adr::status::{self, OwnWords, Status};

/// The bare words that most rows have for each status; of as many the first.
pub(super) fn of_rows(rows: &[Row], source: &Source, own: &OwnWords) -> BTreeMap<Status, String> {
    let mut counts: BTreeMap<(Status, &str), (usize, Reverse<usize>)> = BTreeMap::new();
    for (at, said) in rows.iter().filter_map(|row| row.status.as_ref()).enumerate() {
        let words = source.slice(said.span).trim();
        if is_bare(words, own) {
            counts.entry((said.value, words)).or_insert((0, Reverse(at))).0 += 1;
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_unstable_by_key(|&(_, count)| count);
    counts.into_iter().map(|((status, words), _)| (status, words.to_owned())).collect()
}

/// Whether a cell is a status with a sign before it or emphasis around it: what else it says, in brackets, behind a
/// comma or a dash, belongs to its own record.
fn is_bare(words: &str, own: &OwnWords) -> bool {
    let sign = |c: char| !c.is_alphanumeric();
    let word = words.trim_matches(sign);
    let (lead, tail) = words.split_once(word).unwrap_or((words, ""));
    let closes = tail.chars().all(|c| matches!(c, '*' | '_' | '`')) && lead.ends_with(tail);
    let is_status = || status::at_start(word, own).is_some_and(|(_, len)| len == word.len());
    closes && !lead.contains(['[', '~']) && is_status()
}

impl Listing {
    /// The words for a record's status in one of its rows: those that its rows have for it, else the record's own word,
    /// begun as what stands in the cell. None where that has more than a word, or one of another language.
    pub fn status_for(&self, cell: Span, record: &Record) -> Option<String> {
        let status = record.status.as_ref()?;
        let theirs = self.words.get(&status.value).cloned();
        theirs.or_else(|| like(self.source.slice(cell), record.source.slice(status.span)))
    }
}

fn like(theirs: &str, own: &str) -> Option<String> {
    let of_status = |word: &str| Vocabulary::known().whole::<Word>(word);
    let plain = |word: &str| word.chars().all(|c| c.is_alphanumeric() || c == ' ');
    let theirs = theirs.trim();
    let (known, said) = (of_status(theirs)?, of_status(own)?);
    let shared = known.languages.iter().any(|language| said.languages.contains(language));
    let begins = if theirs.starts_with(char::is_lowercase) { uncapitalized } else { capitalized };
    (shared && plain(theirs) && plain(own)).then(|| begins(own))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_one_record_is_no_word_for_a_status() {
        let bare = |words| is_bare(words, &OwnWords::default());
        for words in
            ["Accepted", "accepted", "**Accepted**", "✅ Accepted", "🟡 `Proposed`", "採択"]
        {
            assert!(bare(words), "{words}");
        }
        for words in [
            "Accepted (follow-up maintenance items remain)",
            "Accepted, with exceptions",
            "Accepted — until the audit",
            "Accepted*",
            "Accepted[^1]",
            "~~Proposed~~",
            "Proposed, not yet accepted",
        ] {
            assert!(!bare(words), "{words}");
        }
    }
}
