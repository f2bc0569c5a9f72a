//! What only repeats records: backups, frozen versions of a site, inputs of tests, directories that repeat another one,
//! and sections that tell of records with files of their own.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::title_words::TitleWords;
use crate::adr::id::Id;
use crate::adr::name;
use crate::adr::record::Record;
use crate::path_word;
use text::link;
use words::{PathWord, Status, Vocabulary};

/// Which of some records are copies.
pub(super) fn among<'a>(records: impl Iterator<Item = &'a Record>) -> Vec<bool> {
    let records: Vec<&Record> = records.collect();
    let kinds = [backups(&records), set_apart(&records), retold(&records)];
    (0..records.len()).map(|at| kinds.iter().any(|kind| kind[at])).collect()
}

/// Whether a file lies where copies do.
pub(in crate::adr) fn is_called_a_copy(path: &str) -> bool {
    is_kept(path) || is_set_apart(path)
}

/// Those of a file whose name, or a directory's, says that it is kept, and most of whose records stand in other files
/// too, under the same number and title.
fn backups(records: &[&Record]) -> Vec<bool> {
    let is_old = |record: &&Record| is_kept(&record.path) || is_among_old(&record.path);
    let kept: Vec<bool> = records.iter().map(is_old).collect();
    if !kept.contains(&true) {
        return kept;
    }
    let others = records.iter().zip(&kept).filter(|(_, kept)| !**kept);
    let known: HashSet<(Id, String)> = others.filter_map(|(record, _)| key(record)).collect();
    let mut files: HashMap<&str, (usize, usize)> = HashMap::new();
    for (record, _) in records.iter().zip(&kept).filter(|(_, kept)| **kept) {
        let (all, told) = files.entry(&record.path).or_default();
        *all += 1;
        *told += usize::from(key(record).is_some_and(|key| known.contains(&key)));
    }
    let is_copy =
        |record: &&Record| files.get(&*record.path).is_some_and(|&(all, told)| told * 3 >= all * 2);
    records.iter().map(is_copy).collect()
}

/// Those of frozen versions and of tests, where others are neither.
fn set_apart(records: &[&Record]) -> Vec<bool> {
    let apart: Vec<bool> = records.iter().map(|record| is_set_apart(&record.path)).collect();
    if apart.contains(&false) { apart } else { vec![false; records.len()] }
}

/// `versioned_docs/version-1.2`, as [Docusaurus](https://docusaurus.io/docs/versioning) freezes its pages;
/// `testdata`, as the tools of Go pass it over, `__fixtures__`, `tests/fixtures`.
fn is_set_apart(path: &str) -> bool {
    // Where tools look for tests.
    const TESTS: [&str; 5] = ["test", "tests", "spec", "specs", "__tests__"];
    let mut tested = false;
    let mut before = "";
    for part in path.split('/') {
        let frozen = before == "versioned_docs" && part.starts_with("version-");
        if frozen || matches!(part, "testdata" | "__fixtures__") || tested && part == "fixtures" {
            return true;
        }
        tested |= TESTS.contains(&part);
        before = part;
    }
    false
}

/// Sections of a text about several records, most of them records with files of their own: the same numbers,
/// about the same.
fn retold(records: &[&Record]) -> Vec<bool> {
    const FEWEST: usize = 3;
    let mut files: HashMap<Id, TitleWords> = HashMap::new();
    for record in records.iter().filter(|record| record.anchor.is_none()) {
        if let Some(id) = record.folded_id() {
            files.entry(id).or_default().add(record);
        }
    }
    let is_told = |record: &Record| {
        let same = || files.get(&record.folded_id()?);
        record.anchor.is_some() && same().is_some_and(|same| same.any_shares(record))
    };
    let told: Vec<bool> = records.iter().map(|record| is_told(record)).collect();
    let mut texts: HashMap<&str, (usize, usize)> = HashMap::new();
    for (record, told) in records.iter().zip(&told).filter(|(one, _)| one.anchor.is_some()) {
        let (all, repeated) = texts.entry(&record.path).or_default();
        (*all, *repeated) = (*all + 1, *repeated + usize::from(*told));
    }
    let tells = |record: &Record| {
        let counts = texts.get(&*record.path);
        counts.is_some_and(|&(all, told)| told >= FEWEST && told * 3 >= all * 2)
    };
    records.iter().zip(told).map(|(record, told)| told && tells(record)).collect()
}

/// Those of a directory that is called as one that a program writes, and repeats another one file by file, under the same
/// numbers and titles and with the same statuses: an edition for some readers. A copy that people keep is read as well.
pub(super) fn mirrored<'a>(records: impl Iterator<Item = &'a Record>) -> Vec<bool> {
    const FEWEST: usize = 3;
    type File<'p> = (&'p str, Id, String, Option<&'p str>);
    let records: Vec<&Record> = records.collect();
    let mut shelves: BTreeMap<&str, HashSet<File<'_>>> = BTreeMap::new();
    for record in records.iter().filter(|record| record.anchor.is_none()) {
        if let Some((id, title)) = key(record) {
            let directory = link::directory(&record.path);
            let name = &record.path[directory.len()..];
            let file = (name, id, title, record.status_raw.as_deref());
            shelves.entry(directory).or_default().insert(file);
        }
    }
    let (made, kept): (Vec<_>, Vec<_>) =
        shelves.iter().partition(|(directory, _)| is_written_by_a_program(directory));
    let mut holders: HashMap<&File<'_>, Vec<&HashSet<File<'_>>>> = HashMap::new();
    for (_, files) in &kept {
        for file in *files {
            holders.entry(file).or_default().push(files);
        }
    }
    let repeats = |files: &HashSet<File<'_>>| {
        // Of services that begin alike the rarest file tells which one it is.
        let asked = files.iter().map(|file| holders.get(file)).min_by_key(|all| all.map(Vec::len));
        let mut asked = asked.flatten().into_iter().flatten().take(MOST_ASKED);
        files.len() >= FEWEST && asked.any(|other| files.is_subset(other))
    };
    let mirrors = made.iter().filter(|(_, files)| repeats(files));
    let mirrors: HashSet<&str> = mirrors.map(|(directory, _)| **directory).collect();
    records.iter().map(|record| mirrors.contains(link::directory(&record.path))).collect()
}

/// Of thousands of directories that hold the same file a few are enough to ask.
const MOST_ASKED: usize = 8;

/// Whether a directory is called as those are that tools write pages into: `_site` of
/// [Jekyll](https://jekyllrb.com/docs/structure/), `public` of
/// [Hugo](https://gohugo.io/getting-started/directory-structure/), `docs/_published`.
fn is_written_by_a_program(directory: &str) -> bool {
    const CALLED: [&str; 8] =
        ["build", "dist", "generated", "out", "output", "public", "published", "site"];
    directory.split('/').any(|part| part.starts_with('_') || CALLED.contains(&part))
}

/// By a word of the file's name, or the whole name of a directory.
fn is_kept(path: &str) -> bool {
    let is_one = |word: &str| {
        path_word::says(PathWord::Backup, word) || path_word::says(PathWord::Kept, word)
    };
    let mut parts = path.split('/').rev();
    let file = parts.next().unwrap_or_default();
    parts.any(is_one) || path_word::of(file).any(is_one)
}

/// Whether a directory is called what is left of others: `adr-old`, `09-archive`, `deprecated-adrs`. A component may be
/// called `old-queue`.
fn is_among_old(path: &str) -> bool {
    let ended = |word: &str| {
        let status = Vocabulary::known().whole::<Status>(word).map(|found| found.meaning);
        path_word::says(PathWord::Kept, word)
            || matches!(status, Some(Status::Deprecated | Status::Superseded))
    };
    let counts = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let directory = |name: &str| {
        let words: Vec<&str> = path_word::of(name).filter(|word| !word.is_empty()).collect();
        let known = |word: &&str| counts(word) || name::is_type_word(word) || ended(word);
        words.iter().any(|word| ended(word)) && words.iter().all(known)
    };
    path.rsplit('/').skip(1).any(directory)
}

fn key(record: &Record) -> Option<(Id, String)> {
    let title = record.title.as_ref()?.value.to_lowercase();
    Some((record.folded_id()?, title))
}

#[cfg(test)]
mod tests {
    use text::markdown::Document;
    use text::source::Source;

    use super::*;
    use crate::adr::sample;
    use crate::adr::sections;
    use crate::adr::status::OwnWords;

    fn record(path: &str, title: &str) -> Record {
        sample::record(path, &format!("# {title}\n\nStatus: Accepted\n"))
    }

    #[test]
    fn what_is_kept_and_stands_elsewhere_is_a_copy() {
        let records = [
            record("adr/0001-a.md", "1. A log"),
            record("adr/0001-a.bak.md", "1. A log"),
            record("adr/old/0001-a.md", "1. A log"),
            record("adr/old/0002-b.md", "2. Old queues"),
            record("adr/0003-old-b.md", "3. Old queues"),
        ];
        assert_eq!(among(records.iter()), [false, true, true, false, false]);
    }

    #[test]
    fn a_directory_is_called_old_in_several_ways() {
        let old = ["09-archive/adr/0001-a.md", "adr-old/0001-a.md", "deprecated-adrs/0001-a.md"];
        assert_eq!(copies(&["adr/0001-a.md", old[0], old[1], old[2]]), [false, true, true, true]);
        assert_eq!(copies(&["queue/adr/0001-a.md", "old-queue/adr/0001-a.md"]), [false; 2]);
    }

    fn copies(paths: &[&str]) -> Vec<bool> {
        let records: Vec<Record> = paths.iter().map(|path| record(path, "1. A log")).collect();
        among(records.iter())
    }

    #[test]
    fn frozen_versions_and_inputs_of_tests_are_copies_beside_others() {
        let frozen = "versioned_docs/version-1.0/adr/0001-a.md";
        let input = "tool/tests/fixtures/adr/0001-a.md";
        let given = "pkg/testdata/0001-a.md";
        assert_eq!(
            copies(&["docs/adr/0001-a.md", frozen, input, given]),
            [false, true, true, true]
        );
        assert_eq!(copies(&[frozen, input]), [false, false], "nothing else is there");
        // A component that is called so, and an older version that is worked on.
        let others = ["packages/fixtures/adr/0001-a.md", "docs/version-1/adr/0001-a.md"];
        assert_eq!(copies(&["docs/adr/0001-a.md", others[0], others[1]]), [false; 3]);
    }

    #[test]
    fn a_directory_that_a_program_writes_and_that_repeats_another_is_a_copy() {
        let shelf = |directory: &str, titles: &[&str]| {
            let number = |n: usize| format!("{directory}/000{n}.md");
            let records = titles.iter().zip(1..);
            records.map(|(title, n)| record(&number(n), &format!("{n}. {title}"))).collect()
        };
        let titles = ["A log", "Queues", "Lorries"];
        let kept: Vec<Record> = shelf("docs/adr", &titles);
        let with = |directory: &str, titles: &[&str]| {
            let other: Vec<Record> = shelf(directory, titles);
            mirrored(kept.iter().chain(&other)).split_off(3)
        };
        assert_eq!(with("docs/_published/human/adr", &titles), [true; 3]);
        assert_eq!(with("site/adr", &titles), [true; 3]);
        assert_eq!(with("docs/_adr", &["A log", "Queues", "Cranes"]), [false; 3], "others");
        assert_eq!(with("docs/_adr", &titles[..2]), [false; 2], "two may be alike");
        assert_eq!(with("docs/src/architecture/adr", &titles), [false; 3], "people keep it");
        let other = kept.iter().map(|one| {
            let path = one.path.replace("docs", "site");
            sample::record(&path, &one.text().replace("Accepted", "Acepted"))
        });
        let other: Vec<Record> = other.collect();
        assert!(!mirrored(kept.iter().chain(&other)).contains(&true), "it says other things");
    }

    #[test]
    fn a_chapter_that_tells_most_records_again_has_none_of_its_own() {
        let about = ["queues for parcels", "a harbour gateway", "signed manifests"];
        let files = (1..=3).map(|n| {
            record(&format!("docs/adrs/000{n}.md"), &format!("{n}. Use {}", about[n - 1]))
        });
        let chapter = |titles: [&str; 3]| {
            let sections = titles.iter().zip(1..).map(|(title, n)| {
                format!(
                    "## ADR-00{n} – {title}\n\n- **Status:** accepted\n- **Decision:** this.\n\n"
                )
            });
            let text = format!("# Decisions\n\n{}", sections.collect::<String>());
            let path = "docs/arc42/09.md";
            sections::records(&Document::parse(&Source::new(path, text)), path, &OwnWords::new())
        };
        let copied = |titles| {
            let records: Vec<Record> = files.clone().chain(chapter(titles)).collect();
            among(records.iter()).split_off(3)
        };
        assert_eq!(
            copied(["The queues for all parcels", "One harbour gateway", "Signed manifests"]),
            [true; 3]
        );
        let own = ["Use lorries", "Paint the cranes", "Signed manifests"];
        assert_eq!(copied(own), [false; 3], "a series of its own");
    }
}
