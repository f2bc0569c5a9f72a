//! `check --since` and `check --staged`: only what a change brought.
//!
//! The texts before the change are judged as well. What was found there is older, wherever it lies; what is
//! left stands on a line that changed, or is true because of one that did.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use judge::change;
use judge::finding::Finding;
use judge::fingerprint::fingerprints_with_messages;
use judge::level_settings::LevelSettings;
use judge::pipeline::{self, Outcome};
use judge::registry;
use load::{Checkout, Loaded};
use readers::analysis::Analysis;
use readers::changed_paths::ChangedPaths;
use readers::files;
use readers::git::Unavailable;
use readers::git::snapshot::{self, NoRevision, Snapshot};
use text::link::{file_name, join, normal, relative, slashed};

use crate::cli::CheckArgs;
use crate::command::error::Result;
use crate::command::repository::repository;
use crate::command::subject::Subject;
use crate::error::Error;
use crate::terminal;

/// What is compared.
#[derive(Default)]
pub(super) struct Change {
    /// None where all findings count.
    before: Option<BaseState>,
    /// The branch that was named, where it has moved on since.
    target: Option<Target>,
    /// The texts that are looked at, where they are not those on disk.
    pub(super) staged: Option<Checkout>,
}

/// A branch that has moved on.
struct Target {
    name: String,
    loaded: Loaded,
}

/// What was there before a change.
struct BaseState {
    /// None where nothing was, or nothing that can be read.
    loaded: Option<Loaded>,
    files: Checkout,
    /// The top of the repository.
    top: PathBuf,
    /// The directory of the book or the tree, from there.
    below: String,
}

impl Change {
    pub(super) fn of(args: &CheckArgs, subject: &Subject) -> Result<Self> {
        let revision = args.since.as_deref().or_else(|| args.staged.then_some("HEAD"));
        let Some(revision) = revision else {
            return Ok(Self::default());
        };
        let (top, below) = repository(subject.root())?;
        let base = match snapshot::merge_base(&top, revision) {
            // Before the first commit there was nothing.
            Err(NoRevision::Unknown(_)) if args.staged => None,
            base => Some(base.map_err(Error::from)?),
        };
        let checkout = |snapshot: Result<Snapshot, Unavailable>| {
            let snapshot = snapshot.map_err(NoRevision::Git);
            snapshot.and_then(|files| Checkout::of(&files, &top, &below)).map_err(Error::from)
        };
        let of = |commit: &str| checkout(Snapshot::of_commit(&top, commit));
        let files = match &base {
            Some(base) => of(&base.commit)?,
            None => checkout(Ok(Snapshot::default()))?,
        };
        let moved_on = base.filter(|base| base.commit != base.named);
        let target = match moved_on {
            Some(base) => {
                let so = "so that its numbers are not looked at";
                read(args, subject, &of(&base.named)?, &format!("what `{revision}` has"), so)
            }
            None => None,
        };
        let target = target.map(|loaded| Target { name: revision.to_owned(), loaded });
        let staged = args.staged.then(|| checkout(Snapshot::staged(&top))).transpose()?;
        let so = "so that all counts as new";
        let what = format!("what was there where `{revision}` was left");
        let loaded = read(args, subject, &files, &what, so);
        let below = slashed(&below);
        Ok(Self { before: Some(BaseState { loaded, files, top, below }), target, staged })
    }

    /// Looks at the texts before the change, and at what it did; none where all findings count.
    pub(super) fn compare(&self, now: &Analysis<'_>, levels: &LevelSettings) -> Option<Compared> {
        let before = self.before.as_ref()?;
        let Some(loaded) = &before.loaded else { return Some(Compared::default()) };
        let earlier = analysis_of(loaded);
        let outcome = pipeline::judge(&earlier, &loaded.config.levels, None);
        let older =
            fingerprints_with_messages(&outcome.findings, str::to_owned).into_iter().collect();
        let target =
            self.target.as_ref().map(|target| (&*target.name, analysis_of(&target.loaded)));
        let target = target.as_ref().map(|(name, analysis)| change::Target { name, analysis });
        let renames = self.renames(before);
        let paths = ChangedPaths::read(&earlier, now, &|path| renames.former(path));
        let change = change::Change::new(&earlier, now, paths, target);
        Some(Compared { older, done: pipeline::judge_change(&change, levels) })
    }

    /// Leaves out what was there before.
    pub(super) fn narrow(&self, compared: &Compared, outcome: &mut Outcome) {
        let Some(before) = &self.before else { return };
        let renames = self.renames(before);
        let prints =
            fingerprints_with_messages(&outcome.findings, |path: &str| renames.former(path));
        let mut prints = prints.iter();
        let all = outcome.findings.len();
        outcome.findings.retain(|finding| {
            let known = prints.next().is_some_and(|print| compared.older.contains(print));
            // What is staged has no history yet.
            let unchanged = || self.staged.is_some() || renames.is_as_it_was(finding);
            let older = known || registry::rests_on_history(finding.rule) && unchanged();
            !older
        });
        outcome.summary = outcome.summary.count(&outcome.findings);
        outcome.summary.older = all - outcome.findings.len();
    }

    fn renames<'c>(&'c self, before: &'c BaseState) -> Renames<'c> {
        let now = CurrentFiles { top: &before.top, staged: self.staged.as_ref() };
        let removed = RemovedFiles::of(&before.files, &now);
        Renames { before, now, removed }
    }
}

/// What a look at the texts before the change gave.
#[derive(Default)]
pub(super) struct Compared {
    /// The findings in them, by their fingerprints.
    older: HashSet<String>,
    /// What the change itself did.
    pub(super) done: Vec<Finding>,
}

/// The texts of another state; none where there are none.
fn read(
    args: &CheckArgs,
    subject: &Subject,
    files: &Checkout,
    what: &str,
    so: &str,
) -> Option<Loaded> {
    if !files.root().is_dir() {
        return None;
    }
    match subject.copy(files.root()).read(args) {
        Ok(loaded) => Some(loaded),
        Err(error) => {
            let reason =
                format!("archdoc: {what} cannot be read, {so}: {}\n\n", error.with_causes());
            terminal::stderr_text(&reason);
            None
        }
    }
}

fn analysis_of(loaded: &Loaded) -> Analysis<'_> {
    Analysis::new(&loaded.book, &loaded.config.settings)
}

/// What files were called.
struct Renames<'c> {
    before: &'c BaseState,
    now: CurrentFiles<'c>,
    removed: RemovedFiles<'c>,
}

impl Renames<'_> {
    /// The name of a file before the change; both count from the book or the tree.
    fn former(&self, path: &str) -> String {
        let BaseState { files, below, .. } = self.before;
        let place = normal(&join(below, path));
        if files.blob(&place).is_some() {
            return path.to_owned();
        }
        let blobs = self.now.blobs(&place);
        let moved = blobs.iter().find_map(|name| self.removed.by_content.get(&**name).copied());
        let moved = moved.or_else(|| *self.removed.by_name.get(file_name(&place))?);
        moved.map_or_else(|| path.to_owned(), |moved| relative(below, moved))
    }

    /// Whether the file of a finding has not changed.
    fn is_as_it_was(&self, finding: &Finding) -> bool {
        let place = normal(&join(&self.before.below, finding.place.source.path()));
        let old = self.before.files.blob(&place);
        old.is_some_and(|old| self.now.blobs(&place).iter().any(|name| name == old))
    }
}

/// The files after the change; paths count from the top of the repository.
struct CurrentFiles<'c> {
    top: &'c Path,
    staged: Option<&'c Checkout>,
}

impl CurrentFiles<'_> {
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
struct RemovedFiles<'c> {
    by_content: HashMap<&'c str, &'c str>,
    /// None for a name that several had.
    by_name: HashMap<&'c str, Option<&'c str>>,
}

impl<'c> RemovedFiles<'c> {
    fn of(before: &'c Checkout, now: &CurrentFiles<'_>) -> Self {
        let mut removed = Self { by_content: HashMap::new(), by_name: HashMap::new() };
        let texts = before.blobs().filter(|(path, _)| files::is_markdown(path));
        for (path, blob) in texts.filter(|(path, _)| !now.has(path)) {
            removed.by_content.insert(blob, path);
            removed
                .by_name
                .entry(file_name(path))
                .and_modify(|one| *one = None)
                .or_insert(Some(path));
        }
        removed
    }
}
