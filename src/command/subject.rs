//! What `check` and `suggest` look at: a book or a tree, as a whole or some paths of it.

use std::path::{Path, PathBuf};

use anyhow::Context;
use judge::registry;
use load::config::Config;
use load::{Home, Loaded};
use readers::analysis::Analysis;
use readers::book::Chapter;
use readers::settings::env::Environment;
use readers::survey::Survey;

use super::error::{Result, unseen};
use crate::cli::CheckArgs;
use crate::scope::Scope;

/// A book or a tree with the paths in it that somebody asked about; without any, all of it.
#[derive(Debug)]
pub(super) struct Subject {
    home: Home,
    paths: Vec<PathBuf>,
}

impl Subject {
    /// The subjects of a command line, in its order.
    ///
    /// A path that is a book's own directory is the whole book. Where it is the first, the paths behind it that are not
    /// found from here are looked for in the book.
    pub(super) fn all(paths: &[PathBuf]) -> Result<Vec<Self>> {
        let is_root = |home: &Home, path: &Path| matches!(home, Home::Book(root) if root == path);
        let mut subjects: Vec<Self> = Vec::new();
        for path in paths {
            let home = match subjects.first() {
                Some(first) if is_root(&first.home, &paths[0]) && !path.exists() => {
                    first.home.clone()
                }
                _ => home_of(path)?,
            };
            let asked = (!is_root(&home, path)).then(|| path.clone());
            match subjects.iter_mut().find(|subject| subject.home == home) {
                Some(subject) => subject.paths.push(path.clone()),
                None => subjects.push(Self { home, paths: asked.into_iter().collect() }),
            }
        }
        if subjects.is_empty() {
            subjects.push(Self::here()?);
        }
        Ok(subjects)
    }

    /// The book that the current directory is in; its own files where there is none.
    fn here() -> Result<Self> {
        let here = PathBuf::from(".");
        let home = home_of(&here)?;
        let whole = matches!(home, Home::Book(_)) || home.root() == here;
        Ok(Self { home, paths: if whole { Vec::new() } else { vec![here] } })
    }

    /// The whole of another tree's copy of the book or the tree; `root` is its directory there.
    pub(super) fn copy(&self, root: PathBuf) -> Self {
        let home = match &self.home {
            Home::Book(_) => Home::Book(root),
            Home::Tree(_) => Home::Tree(root),
        };
        Self { home, paths: Vec::new() }
    }

    /// Whether only some of it was asked about.
    pub(super) fn is_narrow(&self) -> bool {
        !self.paths.is_empty()
    }

    /// The directory that findings are named from.
    pub(super) fn root(&self) -> &Path {
        self.home.root()
    }

    /// The book or the tree.
    pub(super) fn home(&self) -> &Home {
        &self.home
    }

    /// Whether a path lies in what was asked about.
    pub(super) fn is_above(&self, path: &Path) -> bool {
        let real = |path: &Path| path.canonicalize().ok();
        self.paths.is_empty()
            || real(path).is_some_and(|inner| {
                self.paths.iter().filter_map(|path| real(path)).any(|path| inner.starts_with(path))
            })
    }

    /// Whether a file, named as in findings, is one of those that were asked about by their names.
    pub(super) fn names(&self, loaded: &Loaded, file: &str) -> bool {
        let Ok(real) = loaded.book.on_disk(file).canonicalize() else { return false };
        let mut paths = self.paths.iter().filter_map(|path| path.canonicalize().ok());
        paths.any(|path| path == real)
    }

    /// The files that were asked about by their names, named as in findings.
    fn named(&self, loaded: &Loaded) -> Vec<String> {
        if self.paths.iter().all(|path| path.is_dir()) {
            return Vec::new();
        }
        let files = loaded.book.chapters.iter().map(Chapter::file);
        files.filter(|file| self.names(loaded, file)).map(ToOwned::to_owned).collect()
    }

    /// What is there.
    fn load(&self, paths: &[PathBuf]) -> Result<Loaded> {
        Ok(self.home.load(paths, Environment::of_process())?)
    }

    /// All of the book or the tree around what was asked about.
    pub(super) fn whole(&self) -> Result<Loaded> {
        self.load(&[])
    }

    /// A directory alone.
    pub(super) fn of(path: &Path) -> Result<Self> {
        Ok(Self { home: home_of(path)?, paths: Vec::new() })
    }

    /// What is there, with what the command line says on top of its configuration.
    pub(super) fn read(&self, args: &CheckArgs) -> Result<Loaded> {
        let mut loaded = self.load(&self.paths)?;
        loaded.config.settings.named = self.named(&loaded);
        let Config { settings, levels } = &mut loaded.config;
        levels.forced.clone_from(&args.levels.0);
        levels.assumed_stage = args.status;
        settings.git = registry::asked_of_git(levels);
        settings.as_of = args.as_of.or(settings.as_of);
        if let Some(file) = &args.baseline {
            // Typed from here, and not from the book's root.
            let file = std::path::absolute(file).context("cannot find the baseline")?;
            settings.baseline = Some(file.to_string_lossy().into_owned());
        }
        Ok(loaded)
    }

    /// What is there to be bound and read, as far as it was asked about.
    pub(super) fn survey(&self, loaded: &Loaded, analysis: &Analysis<'_>) -> Result<Survey> {
        let mut found = Survey::of(analysis);
        let scope = self.scope(loaded)?;
        found.retain(&loaded.book.src, |file| scope.holds_file(file, &loaded.book.root));
        Ok(found)
    }

    /// Which of the findings were asked about.
    pub(super) fn scope(&self, loaded: &Loaded) -> Result<Scope> {
        Ok(Scope::new(&self.paths, &loaded.book).context("cannot look at")?)
    }
}

/// Where a path is at home.
pub(super) fn home_of(path: &Path) -> Result<Home> {
    Ok(Home::of(path).with_context(|| unseen(path))?)
}
