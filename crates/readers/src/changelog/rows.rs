//! The rows that a change log shows: entries and commits in one form, the same change only once.

use std::collections::BTreeMap;

use crate::git::Commit;
use words::date::{Date, Reading};

use super::entry::{Entry, Release};
use super::{Kind, Log, Subject};
use text::compose::Inline;

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// When; none where the text gives no one date.
    pub date: Option<Date>,
    /// The day it is sorted by: its own, or that of the entry before it in time.
    pub rank: Option<Date>,
    /// A date that is not understood, as written.
    pub unread: Option<String>,
    /// The version, as written.
    pub version: Option<String>,
    /// Where the version leads: to a tag, or to what changed since the one before.
    pub link: Option<String>,
    /// Who, as written.
    pub author: Option<String>,
    /// What.
    pub changes: Option<Inline>,
    /// The documents it is about: indices of chapters.
    pub chapters: Vec<usize>,
    /// Whether a release is out.
    pub release: Release,
    /// What it was read from.
    pub source: Kind,
}

/// The logs of a document that tell of it: those of changes, else of milestones, else of releases.
/// Where people sign is none.
pub fn telling(logs: &[Log]) -> Vec<&Log> {
    [Subject::Changes, Subject::Milestones, Subject::Releases]
        .into_iter()
        .map(|subject| {
            logs.iter()
                .filter(|log| log.subject == subject && !log.entries.is_empty())
                .collect::<Vec<_>>()
        })
        .find(|logs| !logs.is_empty())
        .unwrap_or_default()
}

/// The entries of a log, from the oldest to the newest.
pub fn of_log(log: &Log, chapter: usize) -> Vec<Row> {
    let entries = log.chronological();
    let first = entries.iter().find_map(|(_, entry)| entry.on());
    let mut rank = first;
    entries
        .into_iter()
        .map(|(_, entry)| {
            rank = entry.on().or(rank);
            of_entry(entry, rank, chapter)
        })
        .collect()
}

fn of_entry(entry: &Entry, rank: Option<Date>, chapter: usize) -> Row {
    let text = |text: &Option<super::Text>| text.as_ref().map(|text| text.text.clone());
    let unread = entry.date.as_ref().filter(|date| date.when.and_then(Reading::exact).is_none());
    Row {
        date: entry.on(),
        rank,
        unread: unread.map(|date| date.text.clone()),
        version: text(&entry.version),
        // A relative one would lead elsewhere from another page.
        link: entry.link.clone().filter(|link| link.contains("://")),
        author: text(&entry.author),
        changes: entry.changes.as_ref().map(|changes| Inline::parsed(&changes.text)),
        chapters: vec![chapter],
        release: entry.release,
        source: entry.source,
    }
}

/// A commit that changed these documents.
pub fn of_commit(commit: &Commit, chapters: Vec<usize>) -> Row {
    let changes = Some(Inline::text(&commit.subject)).filter(|subject| !subject.is_blank());
    Row {
        date: Some(commit.date),
        rank: Some(commit.date),
        unread: None,
        version: None,
        link: None,
        author: Some(commit.people().join(", ")),
        changes,
        chapters,
        release: Release::Out,
        source: Kind::Git,
    }
}

/// Adds the rows of a further source, without what is told already: what people wrote for readers
/// stays, and the commit of the same change goes. A commit that changed several documents stays for
/// those whose logs do not tell of it.
pub fn merge(rows: &mut Vec<Row>, further: Vec<Row>) {
    let mut known: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        for &chapter in &row.chapters {
            known.entry(chapter).or_default().push(index);
        }
    }
    for mut row in further {
        let told = |chapter: &usize| {
            let own = known.get(chapter).map(Vec::as_slice).unwrap_or_default();
            own.iter().any(|&index| same_change(&rows[index], &row))
        };
        let left: Vec<usize> = row.chapters.iter().copied().filter(|c| !told(c)).collect();
        if !left.is_empty() {
            row.chapters = left;
            rows.push(row);
        }
    }
}

/// Whether an entry and a commit tell of one change: on the same day and not by others, or in the
/// same words within a month.
fn same_change(entry: &Row, commit: &Row) -> bool {
    let (Some(a), Some(b)) = (entry.date, commit.date) else {
        return same_words(entry, commit);
    };
    let same_day = a == b && a.day.is_some();
    (same_day && !by_others(entry, commit)) || (a.apart_from(b) <= 31 && same_words(entry, commit))
}

/// Whether both name people and have no name in common. A handle tells nothing of a name.
fn by_others(a: &Row, b: &Row) -> bool {
    let (Some(a), Some(b)) = (&a.author, &b.author) else { return false };
    if a.contains('@') || b.contains('@') {
        return false;
    }
    let words = words(a);
    !self::words(b).iter().any(|word| words.contains(word))
}

/// Whether most words of the shorter text stand in the longer.
fn same_words(a: &Row, b: &Row) -> bool {
    let (Some(a), Some(b)) = (&a.changes, &b.changes) else { return false };
    let (a, b) = (words(&a.plain()), words(&b.plain()));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let common = short.iter().filter(|word| long.contains(word)).count();
    short.len() >= 2 && common * 4 >= short.len() * 3 && short.len() * 3 >= long.len()
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2);
    words.map(str::to_lowercase).take(64).collect()
}

/// Sorts from the newest to the oldest; rows of one day keep their order, the later written first.
/// What is not released yet is the newest, what has no date the oldest.
pub fn newest_first(rows: &mut [Row]) {
    rows.reverse();
    rows.sort_by(|a, b| {
        let key = |row: &Row| (row.release == Release::Unreleased, row.rank);
        key(b).cmp(&key(a))
    });
}
