//! Reads what `git log -z --raw` prints.
//!
//! A commit is its [format](https://git-scm.com/docs/git-log#_pretty_formats)'s fields, each ended by
//! a NUL, then for each file a line of the
//! [raw format](https://git-scm.com/docs/git-diff#_raw_output_format), ended by a NUL, and its path (two
//! for a rename), ended by one too. Fields are taken by count, so no message can look like a file.

use std::collections::{HashMap, HashSet};

use crate::record_path;
use words::date::Date;

use super::{Commit, Moved, Repository, Version, blob};

/// Reads the whole output, from the newest commit to the oldest.
pub(super) fn read(output: &[u8]) -> Repository {
    let mut tokens = output.split(|&byte| byte == 0).map(String::from_utf8_lossy).peekable();
    let mut reader = Reader::default();
    while let Some(id) = tokens.next() {
        let [day, author, subject, trailers] = [(); 4].map(|()| tokens.next().unwrap_or_default());
        // A clock that was wrong takes its own commit out of the history, and not the older ones.
        let commit = day_of(&day).map(|date| {
            reader.repository.commits.push(Commit {
                id: id.trim_start().to_owned(),
                date,
                author: author.trim().to_owned(),
                co_authors: trailers.lines().filter_map(name).collect(),
                subject: subject.trim().to_owned(),
            });
            reader.repository.commits.len() - 1
        });
        while tokens.peek().is_some_and(|token| token.trim_start().starts_with(':')) {
            let change = tokens.next().unwrap_or_default();
            let path = tokens.next().unwrap_or_default().into_owned();
            let (former, blob, status) = blobs_and_status(&change);
            let changed = former != blob;
            let version = Version { commit, blob: blob.to_owned(), changed };
            if status.starts_with('R') || status.starts_with('C') {
                let new = tokens.next().unwrap_or_default().into_owned();
                reader.renamed(path, &new, version, likeness(status));
            } else {
                reader.changed(&path, version);
                if status.starts_with(['A', 'D']) {
                    reader.taken.insert(path);
                }
            }
        }
    }
    reader.repository
}

/// `2024-03-05`, of any year that a calendar has: a repository may be older than git, or its clock ahead.
fn day_of(text: &str) -> Option<Date> {
    let mut parts = text.trim().splitn(3, '-');
    let mut part = || parts.next();
    Date::from_day(part()?.parse().ok()?, part()?.parse().ok()?, part()?.parse().ok()?)
}

/// How much of its content a file kept when it was renamed, in percent (`R096`); none for a copy.
fn likeness(status: &str) -> Option<u8> {
    Some(status.strip_prefix('R')?.parse().unwrap_or_default())
}

/// So much of its content makes it the same file where its name stayed as well. Alone it says nothing: what is made
/// of one template differs in fewer words than a text that was worked on.
const ALIKE: u8 = 95;

/// Whether a file that git calls renamed is the same one beyond doubt.
fn is_same(old: &str, new: &str, version: &Version, likeness: u8) -> bool {
    // All files without content are alike.
    let whole = !version.changed && version.blob != blob::name(b"");
    whole || likeness >= ALIKE && keeps_name(old, new)
}

/// Whether the words of a name stay: a directory and a number before them may be given anew.
fn keeps_name(old: &str, new: &str) -> bool {
    let [old, new] = [old, new].map(record_path::stem);
    let words =
        |stem: &'_ str| stem.trim_start_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    old == new || !words(old).is_empty() && words(old) == words(new)
}

/// `Ann Lee <ann@example.org>` without the address.
fn name(trailer: &str) -> Option<String> {
    let name = trailer.split('<').next()?.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// `:100644 100644 <old> <new> M`
fn blobs_and_status(change: &str) -> (&str, &str, &str) {
    let mut words = change.split_whitespace().skip(2);
    let mut word = || words.next().unwrap_or_default();
    (word(), word(), word())
}

#[derive(Default)]
struct Reader {
    repository: Repository,
    /// What a former name is called now. Commits come newest first, so a rename is met before the
    /// commits that knew the former name.
    now: HashMap<String, Moved>,
    /// The paths that a newer commit began or ended: what is there now is not what older commits put there.
    taken: HashSet<String>,
}

impl Reader {
    fn changed(&mut self, path: &str, version: Version) {
        let now = self.now.get(path).map_or(path, |moved| &moved.path).to_owned();
        let file = self.repository.files.entry(now).or_default();
        let fresh = version.commit.filter(|commit| file.commits.last() != Some(commit));
        file.commits.extend(fresh);
        file.versions.push(version);
    }

    fn renamed(&mut self, old: String, new: &str, version: Version, likeness: Option<u8>) {
        let same = likeness.is_some_and(|likeness| is_same(&old, new, &version, likeness));
        self.changed(new, version);
        if likeness.is_none() {
            self.taken.insert(new.to_owned());
            return;
        }
        let here = || Moved { path: new.to_owned(), certain: true };
        let mut moved = self.now.get(new).cloned().unwrap_or_else(here);
        moved.certain &= same && !self.taken.contains(new);
        // A path that was taken again, or left a second time, was told by a newer commit.
        let told = self.repository.files.contains_key(&old) || self.now.contains_key(&old);
        if !told {
            self.repository.moved.insert(old.clone(), moved.clone());
        }
        // What was begun there later has nothing to do with what went.
        self.taken.remove(&old);
        self.now.insert(old, moved);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "1111111111111111111111111111111111111111";
    const B: &str = "2222222222222222222222222222222222222222";

    #[test]
    fn a_file_keeps_the_commits_of_its_former_names() {
        let raw = format!(
            "{B}\x002024-06-02\x00Ann\x00Move\x00\x00\n:100644 100644 {A} {A} R100\x00a.md\x00b.md\x00\
             {A}\x002024-01-10\x00Bob\x00Add\x00Eve <e@x>\nBob <b@x>\n\x00\n:000000 100644 {B} {A} A\x00a.md\x00"
        );
        let repository = read(raw.as_bytes());
        let subjects: Vec<&str> = repository.of("b.md").map(|c| c.subject.as_str()).collect();
        assert_eq!(subjects, ["Move", "Add"]);
        assert_eq!(repository.commits[1].people(), ["Bob", "Eve"]);
        assert_eq!(repository.commits[1].date.to_string(), "2024-01-10");
        assert_eq!(repository.of("a.md").count(), 0);
        let moved = |path: &str| repository.moved(path).map(|to| (to.path.as_str(), to.certain));
        assert_eq!((moved("a.md"), moved("b.md")), (Some(("b.md", true)), None));
        // To move is not to change.
        let changes = repository.changes_of(1, |name| (name == "b.md").then_some(0));
        assert_eq!(Vec::from_iter(changes[0].clone()), [1]);
    }

    #[test]
    fn a_path_that_was_taken_again_was_not_moved() {
        let line = |commit: &str, change: &str| {
            format!(
                "{commit}\x002024-06-02\x00Ann\x00X\x00\x00\n:100644 100644 {A} {B} {change}\x00"
            )
        };
        let raw = line(B, "D\x00a.md")
            + &line(B, "A\x00a.md")
            + &line(B, "R055\x00a.md\x00b.md")
            + &line(A, "R097\x00c.md\x00a.md");
        let repository = read(raw.as_bytes());
        let moved = |path: &str| repository.moved(path).map(|to| (to.path.as_str(), to.certain));
        assert_eq!(moved("a.md"), None);
        // Half of it stayed when it went on.
        assert_eq!(moved("c.md"), Some(("b.md", false)));
    }

    /// Whether `old` is certain to be the file to which changes, newest first, brought it: status and paths.
    fn is_certain(old: &str, changes: &[&str]) -> bool {
        let commit = |change: &&str| {
            let blob = if change.starts_with("R100") { A } else { B };
            let change = change.replace(' ', "\x00");
            format!("{A}\x002024-06-02\x00Ann\x00X\x00\x00\n:100644 100644 {A} {blob} {change}\x00")
        };
        let raw: String = changes.iter().map(commit).collect();
        read(raw.as_bytes()).moved(old).is_some_and(|moved| moved.certain)
    }

    #[test]
    fn a_file_is_the_same_by_all_of_its_content_or_by_its_name() {
        let old = "adr/0001-use-kafka.md";
        for (to, certain) in [
            ("R100 {} adr/0002-use-mysql.md", true),
            ("R097 {} adr/0002-use-mysql.md", false),
            ("R097 {} adr/0001-use-mysql.md", false),
            ("R097 {} adr/0002-Use-Kafka.md", true),
            ("R097 {} old/0001-use-kafka.md", true),
            ("R090 {} old/0001-use-kafka.md", false),
        ] {
            assert_eq!(is_certain(old, &[&to.replace("{}", old)]), certain, "{to}");
        }
        // Pages of directories have all the same name, and files may be empty.
        assert!(!is_certain("a/README.md", &["R097 a/README.md b/README.md"]));
        assert!(is_certain("a/README.md", &["R097 a/README.md c/a/README.md"]));
        let none = blob::name(b"");
        let raw = format!(
            "{A}\x002024-06-02\x00Ann\x00X\x00\x00\n:100644 100644 {none} {none} R100\x00a\x00b\x00"
        );
        assert!(!read(raw.as_bytes()).moved("a").unwrap().certain);
    }

    #[test]
    fn what_was_taken_away_or_begun_anew_is_not_what_was_moved_there() {
        let moved = "R100 old.md notes.md";
        assert!(is_certain("old.md", &["M notes.md", moved]));
        assert!(!is_certain("old.md", &["A notes.md", "D notes.md", moved]));
        assert!(!is_certain("old.md", &["D notes.md", moved]));
        assert!(!is_certain("old.md", &["R100 notes.md b.md", "A notes.md", "D notes.md", moved]));
        // What is left at a place on the way is none of it.
        assert!(is_certain("old.md", &["A notes.md", "R100 notes.md b.md", moved]));
    }

    #[test]
    fn a_wild_date_hides_no_older_commit() {
        let commit = |day: &str, subject: &str| {
            format!(
                "{A}\x00{day}\x00Ann\x00{subject}\x00\x00\n:100644 100644 {A} {B} M\x00a.md\x00"
            )
        };
        for (day, read_as) in [("1901-12-13", 3), ("2150-01-01", 3), ("99999-01-01", 2), ("", 2)] {
            let raw =
                commit("2024-03-01", "New") + &commit(day, "Odd") + &commit("2024-01-10", "Old");
            let repository = read(raw.as_bytes());
            let subjects: Vec<&str> = repository.of("a.md").map(|c| c.subject.as_str()).collect();
            assert_eq!((subjects.len(), subjects.last()), (read_as, Some(&"Old")), "{day}");
        }
    }

    #[test]
    fn a_message_cannot_look_like_a_file() {
        let raw = format!(
            "{B}\x002024-06-02\x00:A\x00:100644 100644 {A} {A} M\x00\x00\n:100644 100644 {A} {A} M\x00a.md\x00"
        );
        let repository = read(raw.as_bytes());
        assert_eq!((repository.commits.len(), repository.of("a.md").count()), (1, 1));
        assert!(read(b"").commits.is_empty());
        assert!(read(b"fatal").commits.is_empty());
    }
}
