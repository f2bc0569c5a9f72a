//! How decision records are found and shown.

use std::collections::BTreeMap;

use text::link;
use text::words;
use words::{Reference, Vocabulary};

use super::convention::Convention;
use super::paths::PathSet;

/// How decision records are found and shown.
#[derive(Clone, Debug)]
pub struct AdrSettings {
    /// Where the records are; none means that directories are recognised by their names.
    pub paths: Option<PathSet>,
    /// Which records become chapters; none where that depends on where they lie.
    pub chapters: Option<AdrChapters>,
    /// Whether `ADR-12` in running text becomes a link.
    pub link_references: bool,
    /// Own status words, in lower case, with the canonical status (one of [`ADR_STATUSES`]) of each.
    pub statuses: BTreeMap<String, String>,
    /// What the team asks of its records, in the order in which it is written.
    pub conventions: Vec<Convention>,
    /// Whether a record's chapter begins with its status.
    pub banner: bool,
    /// As many words of an accepted record may be spelt differently.
    pub typos: usize,
}

impl Default for AdrSettings {
    fn default() -> Self {
        Self {
            paths: None,
            chapters: None,
            link_references: false,
            statuses: BTreeMap::new(),
            conventions: Vec::new(),
            banner: true,
            typos: 10,
        }
    }
}

/// The statuses that an own word can stand for.
pub const ADR_STATUSES: [&str; 10] = [
    "proposed",
    "draft",
    "accepted",
    "rejected",
    "deprecated",
    "superseded",
    "implemented",
    "withdrawn",
    "on-hold",
    "other",
];

/// The usual English names of a directory of decision records, the commonest first.
pub const ADR_DIRECTORIES: [&str; 6] = [
    "adr",
    "adrs",
    "decisions",
    "decision-records",
    "architecture-decisions",
    "architecture-decision-records",
];

/// Whether a directory's name says that it holds decision records, in any language: so it is recognised when no path
/// is configured.
pub fn is_adr_directory(name: &str) -> bool {
    ADR_DIRECTORIES.iter().any(|usual| name.eq_ignore_ascii_case(usual))
        || Vocabulary::known().is(Reference::RecordDirectory, name)
        || is_abbreviated(name)
}

/// The outermost directory of a path whose name says that it holds decision records.
pub fn adr_directory_of(path: &str) -> Option<&str> {
    let directory = link::directory(path);
    let mut end = 0;
    directory.split('/').find_map(|part| {
        end += part.len() + 1;
        is_adr_directory(part).then(|| &directory[..end - 1])
    })
}

/// `architecture-decision-records-adrs`, `Decision Records (ADR)`: the name with its abbreviation.
fn is_abbreviated(name: &str) -> bool {
    let name = name.strip_suffix(')').unwrap_or(name);
    let Some((words, last)) = name.rsplit_once(['-', '_', ' ', '(']) else { return false };
    let short = ["adr", "adrs"].iter().any(|short| last.eq_ignore_ascii_case(short));
    let known = Vocabulary::known();
    let says = |words: &str| {
        [Reference::RecordDirectory, Reference::Record].iter().any(|&one| known.is(one, words))
    };
    short && says(words.trim_end_matches(['-', '_', ' ', '(']))
}

/// Which decision records become chapters of the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdrChapters {
    /// Those that `SUMMARY.md` lists.
    Listed,
    /// All of the directory, below the chapter of the index.
    Nested,
}

words!(AdrChapters { "listed" => Listed, "nested" => Nested });

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_of_records_may_have_its_abbreviation_behind_its_name() {
        for name in [
            "architecture-decision-record-adrs",
            "architecture_decision_records_adr",
            "Decision Records (ADR)",
            "Architekturentscheidungen (ADRs)",
        ] {
            assert!(is_adr_directory(name), "{name}");
        }
        for name in ["about-adrs", "no-adr", "templates (adr)", "decision records (old)"] {
            assert!(!is_adr_directory(name), "{name}");
        }
    }
}
