//! `check --since` and `check --staged`: only what a change brought.
//!
//! The texts before the change are judged as well. What was found there is older, wherever it lies; what is
//! left stands on a line that changed, or is true because of one that did.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use anyhow::Result;
use judge::finding::Finding;
use judge::fingerprint::told;
use judge::pipeline::{self, Outcome};
use judge::rules::{document_changed_without_entry, git_history_unavailable};
use load::Loaded;
use load::config::Config;
use readers::analysis::Analysis;
use readers::files;
use readers::git::snapshot::{self, NoRevision, Snapshot};
use text::link::{file_name, join, normal, relative};

use super::subject::Subject;
use crate::cli::CheckArgs;
use crate::command::snapshot::{Copy, repository, unavailable};
use crate::error::Error;
use crate::terminal;

/// What is compared.
pub(super) struct Change {
    /// None where all findings count.
    before: Option<Before>,
    /// The texts that are looked at, where they are not those on disk.
    pub(super) staged: Option<Copy>,
}

/// What was there before a change.
struct Before {
    /// The findings, by their fingerprints.
    found: HashSet<String>,
    files: Copy,
    /// The top of the repository.
    top: PathBuf,
    /// The directory of the book or the tree, from there.
    below: String,
}

impl Change {
    pub(super) fn of(args: &CheckArgs, subject: &Subject) -> Result<Self> {
        let revision = args.since.as_deref().or_else(|| args.staged.then_some("HEAD"));
        let Some(revision) = revision else { return Ok(Self { before: None, staged: None }) };
        let (top, below) = repository(subject.root())?;
        let commit = match snapshot::parting(&top, revision) {
            // Before the first commit there was nothing.
            Err(NoRevision::Unknown(_)) if args.staged => None,
            commit => Some(commit.map_err(Error::from)?),
        };
        let copy = |snapshot: Result<Snapshot, _>| {
            Copy::of(&snapshot.map_err(|why| unavailable(&why))?, &top, &below)
        };
        let old = commit.map(|commit| Snapshot::of_commit(&top, &commit));
        let files = copy(old.unwrap_or_else(|| Ok(Snapshot::default())))?;
        let staged = args.staged.then(|| copy(Snapshot::staged(&top))).transpose()?;
        let found = found(args, subject, &files, revision);
        let below = below.to_string_lossy().replace('\\', "/");
        Ok(Self { before: Some(Before { found, files, top, below }), staged })
    }

    /// Leaves out what was there before.
    pub(super) fn narrow(&self, outcome: &mut Outcome) {
        let Some(before) = &self.before else { return };
        let now = Now { top: &before.top, staged: self.staged.as_ref() };
        let gone = Gone::of(&before.files, &now);
        let former = |path: &str| before.former(path, &now, &gone);
        let prints = told(&outcome.findings, former);
        let mut prints = prints.iter();
        let all = outcome.findings.len();
        outcome.findings.retain(|finding| {
            let known = prints.next().is_some_and(|print| before.found.contains(print));
            let older = known || is_of_history(finding) && before.has_as_it_is(finding, &now);
            !older
        });
        outcome.summary = outcome.summary.count(&outcome.findings);
        outcome.summary.older = all - outcome.findings.len();
    }
}

/// What was found in the texts before the change.
fn found(args: &CheckArgs, subject: &Subject, files: &Copy, revision: &str) -> HashSet<String> {
    if !files.root().is_dir() {
        return HashSet::new();
    }
    let loaded = match subject.copy(files.root()).read(args) {
        Ok(loaded) => loaded,
        Err(error) => {
            let reason = format!(
                "archdoc: what `{revision}` had cannot be read, so that all counts as new: {error:#}\n\n"
            );
            terminal::say(&reason);
            return HashSet::new();
        }
    };
    let Loaded { book, config: Config { settings, levels }, .. } = &loaded;
    let outcome = pipeline::judge(&Analysis::new(book, settings), levels, None);
    told(&outcome.findings, str::to_owned).into_iter().collect()
}

/// Whether a finding rests on commits, which a copy of the files does not have.
fn is_of_history(finding: &Finding) -> bool {
    let rules = [&document_changed_without_entry::RULE, &git_history_unavailable::RULE];
    rules.iter().any(|rule| rule.name == finding.rule.name)
}

impl Before {
    /// The name of a file before the change; both count from the book or the tree.
    fn former(&self, path: &str, now: &Now<'_>, gone: &Gone<'_>) -> String {
        let place = normal(&join(&self.below, path));
        if self.files.blob(&place).is_some() {
            return path.to_owned();
        }
        let moved = now.blobs(&place).iter().find_map(|name| gone.by_content.get(&**name).copied());
        let moved = moved.or_else(|| *gone.by_name.get(file_name(&place))?);
        moved.map_or_else(|| path.to_owned(), |moved| relative(&self.below, moved))
    }

    /// Whether the file of a finding has not changed.
    fn has_as_it_is(&self, finding: &Finding, now: &Now<'_>) -> bool {
        let place = normal(&join(&self.below, finding.place.source.path()));
        let old = self.files.blob(&place);
        old.is_some_and(|old| now.blobs(&place).iter().any(|name| name == old))
    }
}

/// The files after the change; paths count from the top of the repository.
struct Now<'c> {
    top: &'c Path,
    staged: Option<&'c Copy>,
}

impl Now<'_> {
    fn has(&self, path: &str) -> bool {
        match self.staged {
            Some(staged) => staged.blob(path).is_some(),
            None => self.top.join(path).exists(),
        }
    }

    /// The names that git may have for a file's content.
    fn blobs(&self, path: &str) -> Vec<String> {
        match self.staged {
            Some(staged) => staged.blob(path).map(str::to_owned).into_iter().collect(),
            None => files::read(&self.top.join(path))
                .map_or_else(|_| Vec::new(), |content| snapshot::names(&content).into()),
        }
    }
}

/// The texts that are where they were no more, but perhaps elsewhere.
struct Gone<'c> {
    by_content: HashMap<&'c str, &'c str>,
    /// None for a name that several had.
    by_name: HashMap<&'c str, Option<&'c str>>,
}

impl<'c> Gone<'c> {
    fn of(before: &'c Copy, now: &Now<'_>) -> Self {
        let mut gone = Self { by_content: HashMap::new(), by_name: HashMap::new() };
        let texts = before.blobs().filter(|(path, _)| files::is_markdown(path));
        for (path, blob) in texts.filter(|(path, _)| !now.has(path)) {
            gone.by_content.insert(blob, path);
            gone.by_name.entry(file_name(path)).and_modify(|one| *one = None).or_insert(Some(path));
        }
        gone
    }
}
