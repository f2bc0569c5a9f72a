//! Files that are kept as a backup of records: what they say is said elsewhere.

use std::collections::{HashMap, HashSet};

use super::id::Id;
use super::record::Record;

/// Words in names of files and directories that are kept as they were.
const KEPT: [&str; 14] = [
    "bak", "bck", "bkp", "backup", "backups", "copy", "copies", "old", "orig", "legacy", "archive",
    "archived", "archives", "copia",
];

/// Which of some records are copies: of a file whose name, or a directory's, says that it is kept, and most of
/// whose records stand in other files too, under the same number and title.
pub(super) fn among<'a>(records: impl Iterator<Item = &'a Record>) -> Vec<bool> {
    let records: Vec<&Record> = records.collect();
    let kept: Vec<bool> = records.iter().map(|record| is_kept(&record.path)).collect();
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

/// By a word of the file's name, or the whole name of a directory.
fn is_kept(path: &str) -> bool {
    let is_one = |word: &str| KEPT.iter().any(|kept| word.eq_ignore_ascii_case(kept));
    let mut parts = path.split('/').rev();
    let file = parts.next().unwrap_or_default();
    parts.any(is_one) || file.split(|c: char| !c.is_alphanumeric()).any(is_one)
}

fn key(record: &Record) -> Option<(Id, String)> {
    let title = record.title.as_ref()?.value.to_lowercase();
    Some((record.id.as_ref()?.value.folded(), title))
}

#[cfg(test)]
mod tests {
    use text::markdown::Document;
    use text::source::Source;

    use super::*;
    use crate::adr::read::{self, Reading};
    use crate::adr::status::OwnWords;

    #[test]
    fn what_is_kept_and_stands_elsewhere_is_a_copy() {
        let record = |path: &str, title: &str| {
            let source = Source::new(path, format!("# {title}\n\nStatus: Accepted\n"));
            match read::read(&Document::parse(&source), path, &OwnWords::new()) {
                Reading::Record(record) => *record,
                other => panic!("{path}: {other:?}"),
            }
        };
        let records = [
            record("adr/0001-a.md", "1. A log"),
            record("adr/0001-a.bak.md", "1. A log"),
            record("adr/old/0001-a.md", "1. A log"),
            record("adr/old/0002-b.md", "2. Old queues"),
            record("adr/0003-old-b.md", "3. Old queues"),
        ];
        assert_eq!(among(records.iter()), [false, true, true, false, false]);
    }
}
