//! Findings of some files only: what an author works on, or what a commit changes.

use std::io;
use std::path::{Path, PathBuf};

use judge::finding::Finding;
use readers::book::Book;

/// The files and directories that somebody asked about; without any, the whole book.
#[derive(Debug, Default)]
pub(crate) struct Scope {
    paths: Vec<PathBuf>,
}

impl Scope {
    /// Each path is looked for from the current directory, as a shell completes it, then from the
    /// book's root, as findings name it, then from the source directory, as SUMMARY.md does.
    ///
    /// # Errors
    /// A path is nowhere to be found, or cannot be reached.
    pub(crate) fn new(paths: &[PathBuf], book: &Book<'_>) -> io::Result<Self> {
        let find = |path: &PathBuf| {
            let near = path.canonicalize();
            near.or_else(|error| {
                let root = book.root.join(path).canonicalize();
                root.or_else(|_| book.source_dir().join(path).canonicalize()).map_err(|_| {
                    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
                })
            })
        };
        Ok(Self { paths: paths.iter().map(find).collect::<io::Result<_>>()? })
    }

    /// Whether somebody asked about some files only.
    pub(crate) fn is_narrow(&self) -> bool {
        !self.paths.is_empty()
    }

    /// Whether a finding lies in what was asked about.
    pub(crate) fn holds(&self, finding: &Finding, root: &Path) -> bool {
        self.holds_file(finding.place.source.path(), root)
    }

    /// The same for a file, relative to the book's root.
    pub(crate) fn holds_file(&self, file: &str, root: &Path) -> bool {
        if !self.is_narrow() {
            return true;
        }
        let file = root.join(file);
        let file = file.canonicalize().unwrap_or(file);
        self.paths.iter().any(|path| file.starts_with(path))
    }
}
