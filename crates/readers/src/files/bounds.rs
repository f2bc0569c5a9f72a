//! What belongs to a project: nothing else of the machine is read.

use std::fs;
use std::path::{Path, PathBuf};

use super::Unreadable;

/// What a repository's top directory holds.
const REPOSITORIES: [&str; 4] = [".git", ".hg", ".jj", ".svn"];

/// The file of settings that says, where there is no repository, which directory the project is.
pub const ARCHDOC_TOML: &str = "archdoc.toml";

/// The project around a directory, links followed: its repository, else the nearest directory with an
/// `archdoc.toml`, else the directory itself.
///
/// What is read can be published: a book must not take files from the machine that builds it.
#[derive(Debug)]
pub struct Bounds {
    /// None where the directory is not there, and where nothing is out of bounds.
    top: Option<PathBuf>,
    edge: Edge,
}

/// What sets the bounds of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// A repository.
    Repository,
    /// An `archdoc.toml`, without a repository around it.
    Settings,
    /// Neither: the project is the one directory.
    Directory,
}

impl Bounds {
    /// Those of a directory.
    pub fn around(directory: &Path) -> Self {
        let directory = if directory == Path::new("") { Path::new(".") } else { directory };
        let directory = fs::canonicalize(directory).ok();
        let edge = match directory.as_deref() {
            Some(found) if repository(found).is_some() => Edge::Repository,
            Some(found) if top(found).is_some() => Edge::Settings,
            _ => Edge::Directory,
        };
        Self { top: directory.map(|found| top(&found).unwrap_or(&found).to_owned()), edge }
    }

    /// What sets them.
    pub const fn edge(&self) -> Edge {
        self.edge
    }

    /// Those of the repository around a directory; where there is none, nothing is out of bounds. For files
    /// that mdBook puts into the page all the same.
    pub(crate) fn of_repository(directory: &Path) -> Self {
        let directory = if directory == Path::new("") { Path::new(".") } else { directory };
        let directory = fs::canonicalize(directory).ok();
        let top = directory.and_then(|found| repository(&found).map(Path::to_owned));
        Self { top, edge: Edge::Repository }
    }

    /// Why what lies at a path is not read, where that is, links followed, outside. What is not there leads
    /// nowhere.
    pub fn refuse(&self, path: &Path) -> Option<String> {
        let real = fs::canonicalize(path).ok()?;
        let outside = !real.starts_with(self.top.as_ref()?);
        outside.then(|| Unreadable::OUTSIDE.to_owned())
    }
}

/// The top of the project around an absolute path: nothing outside of it is read. Without a repository an
/// `archdoc.toml` says where it is, since whoever can write one there may read what lies below.
pub fn top(path: &Path) -> Option<&Path> {
    let configured = || path.ancestors().find(|above| above.join(ARCHDOC_TOML).is_file());
    repository(path).or_else(configured)
}

/// The top of the repository around an absolute path.
pub fn repository(path: &Path) -> Option<&Path> {
    let is_top = |above: &&Path| REPOSITORIES.iter().any(|name| above.join(name).exists());
    path.ancestors().find(is_top)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_repository_is_left_by_dots_and_by_links() {
        let above = tempfile::tempdir().unwrap();
        let book = above.path().join("repository/book");
        fs::create_dir_all(book.join("src")).unwrap();
        fs::write(above.path().join("secret.md"), "x").unwrap();
        fs::write(above.path().join("repository/shared.md"), "x").unwrap();
        std::os::unix::fs::symlink(above.path().join("secret.md"), book.join("src/link.md"))
            .unwrap();
        let leaves = |path: &str| Bounds::around(&book).refuse(&book.join(path)).is_some();
        assert!(leaves("../../secret.md"));
        assert!(leaves("src/link.md"));
        assert!(leaves("../shared.md"));
        fs::create_dir(above.path().join("repository/.git")).unwrap();
        assert!(!leaves("../shared.md"));
        assert!(leaves("src/link.md"));
        assert!(!leaves("absent.md"));
    }
}
