//! What git knows of a book's files: one [`git log`](https://git-scm.com/docs/git-log) for all of
//! them.
//!
//! Git is optional. What it cannot know reliably it is not asked: in a shallow clone every file seems
//! to have been written by the oldest commit at hand, so such a clone has no history here. Nothing in
//! a repository's configuration can make us run a program (see `command`). Of a book's text nothing becomes
//! an argument but the revision that a `decisions-since` directive names, and that is never an option.

mod blob;
mod command;
pub mod contents;
mod discover;
mod log;
pub mod snapshot;

use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::io;
use std::path::Path;
use std::process::Command;

use words::date::Date;

pub use discover::absence;
pub(crate) use discover::leaves_files_out;

/// A commit that changed some of the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// The full name.
    pub id: String,
    /// The author's day, by the author's clock.
    pub date: Date,
    /// The author's name, by `.mailmap`.
    pub author: String,
    /// The names in `Co-authored-by` lines.
    pub co_authors: Vec<String>,
    /// The first line of the message.
    pub subject: String,
}

impl Commit {
    /// All names, the author's first, none twice.
    pub fn people(&self) -> Vec<&str> {
        let mut people = vec![self.author.as_str()];
        for name in &self.co_authors {
            if !people.contains(&name.as_str()) {
                people.push(name);
            }
        }
        people
    }
}

/// The commits of a repository that changed files below one directory.
#[derive(Debug, Default)]
pub struct Repository {
    /// From the newest to the oldest; no merges.
    pub commits: Vec<Commit>,
    /// For each file (relative to the directory, as it is called now) its commits and contents.
    files: HashMap<String, File>,
    /// Where the files went that are there under their names no more.
    moved: HashMap<String, Moved>,
}

#[derive(Debug, Default)]
struct File {
    /// Indices into the commits, newest first.
    commits: Vec<usize>,
    /// What the commits gave it, newest first.
    versions: Vec<Version>,
}

/// Where a file went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Its name now, or its last one.
    pub path: String,
    /// Whether it is the same file beyond doubt: at each step all of its content went along, or nearly all of it with
    /// its name, and its path was not given to another one since. Half of the content makes git call two files one,
    /// and records of one template have nearly all in common.
    pub certain: bool,
}

/// What a commit made of a file.
#[derive(Debug)]
struct Version {
    /// Index into the commits; none for one whose day cannot be read.
    commit: Option<usize>,
    /// The name of its content.
    blob: String,
    /// Whether the content is another one than before: the file was not only moved.
    changed: bool,
}

/// Why there is no history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unavailable {
    /// There is no `git` to run.
    NoGit,
    /// The book is in no repository.
    NoRepository,
    /// The book lies inside a repository that keeps commits and checks nothing out.
    Bare,
    /// The clone was cut off (`git clone --depth`).
    Shallow,
    /// Git ran and refused; its own words.
    Refused(String),
}

impl fmt::Display for Unavailable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoGit => f.write_str("git is not installed"),
            Self::NoRepository => f.write_str("the book is in no git repository"),
            Self::Bare => f.write_str(
                "the git repository that the book lies in is bare: it checks out no files",
            ),
            Self::Shallow => f.write_str("this is a shallow clone"),
            Self::Refused(words) => write!(f, "git refused: {words}"),
        }
    }
}

/// What can be said of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its content is committed.
    Committed,
    /// It has changes that are not committed.
    Dirty,
    /// No commit has it.
    Untracked,
}

impl Repository {
    /// Reads the history of the files below a directory. Starts git once.
    ///
    /// # Errors
    /// Git, a repository or the full history is not there.
    pub fn read(directory: &Path) -> Result<Self, Unavailable> {
        discover::full_clone(directory)?;
        Ok(log::read(&output(command::log(directory))?))
    }

    /// The commits of a file, newest first, also those under its former names.
    pub fn of(&self, file: &str) -> impl Iterator<Item = &Commit> {
        let commits = self.files.get(file).map(|file| file.commits.as_slice()).unwrap_or_default();
        commits.iter().filter_map(|&index| self.commits.get(index))
    }

    /// The indices of a file's commits, newest first.
    pub fn indices(&self, file: &str) -> &[usize] {
        self.files.get(file).map(|file| file.commits.as_slice()).unwrap_or_default()
    }

    /// The contents that a file had, newest first: for each the commit that made it, by its index, and its name.
    pub fn versions(&self, file: &str) -> impl Iterator<Item = (usize, &str)> {
        let versions = self.files.get(file).map(|file| file.versions.as_slice());
        let versions = versions.unwrap_or_default().iter();
        versions.filter_map(|version| Some((version.commit?, version.blob.as_str())))
    }

    /// The commits that changed the content of some files, by their indices, so the newest first: for each of so many
    /// `groups` of files. `groups_of` is asked for the names that files have now, or had last.
    pub(crate) fn changes_of<G: IntoIterator<Item = usize>>(
        &self,
        groups: usize,
        groups_of: impl Fn(&str) -> G,
    ) -> Vec<BTreeSet<usize>> {
        let mut changes = vec![BTreeSet::new(); groups];
        for (name, file) in &self.files {
            for group in groups_of(name) {
                let changed = file.versions.iter().filter(|version| version.changed);
                if let Some(changes) = changes.get_mut(group) {
                    changes.extend(changed.filter_map(|version| version.commit));
                }
            }
        }
        changes
    }

    /// Where the file of this path went.
    pub fn moved(&self, path: &str) -> Option<&Moved> {
        self.moved.get(path)
    }

    /// Whether a file's content is one that was committed. Git is not asked: it would run the
    /// filters that the repository configures.
    pub fn standing(&self, file: &str, content: &[u8]) -> Standing {
        let Some(known) = self.files.get(file).filter(|file| !file.commits.is_empty()) else {
            return Standing::Untracked;
        };
        // Other hashes than SHA-1 are not computed here; then the doubt is in favour of the file.
        let blobs = || known.versions.iter().map(|version| &version.blob);
        let computable = blobs().all(|name| name.len() == blob::HEX);
        let committed = |content: &[u8]| {
            let name = blob::name(content);
            blobs().any(|blob| *blob == name)
        };
        if !computable || committed(content) || committed(&without_returns(content)) {
            Standing::Committed
        } else {
            Standing::Dirty
        }
    }
}

/// What git prints.
fn output(mut git: Command) -> Result<Vec<u8>, Unavailable> {
    let output = git.output().map_err(|error| not_started(&error))?;
    if output.status.success() { Ok(output.stdout) } else { Err(refused(&output.stderr)) }
}

fn not_started(error: &io::Error) -> Unavailable {
    match error.kind() {
        io::ErrorKind::NotFound => Unavailable::NoGit,
        _ => Unavailable::Refused(error.to_string()),
    }
}

/// What git says where the answer is no.
const NO_REASON: &str = "no reason given";

/// The first of its own words.
fn refused(stderr: &[u8]) -> Unavailable {
    let words = String::from_utf8_lossy(stderr);
    let line = words.lines().find(|line| !line.trim().is_empty()).unwrap_or(NO_REASON);
    Unavailable::Refused(line.trim_start_matches("fatal: ").to_owned())
}

/// The content as git stores it where it converts line breaks.
fn without_returns(content: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(content.len());
    let mut rest = content.iter().copied().peekable();
    while let Some(byte) = rest.next() {
        if byte != b'\r' || rest.peek() != Some(&b'\n') {
            out.push(byte);
        }
    }
    out
}
