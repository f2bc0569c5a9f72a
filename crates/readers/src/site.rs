//! Where a book lies among the files around it, so that a path that leads out of its source directory can
//! lead back in.

use std::path::{Path, PathBuf};

use text::link::{directory, relative, relative_directory, resolve, slashed};

use crate::files;

/// The directories of a book, from the top of the file system, with forward slashes and without a first one.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// The directory of `book.toml`.
    root: String,
    /// The source directory.
    src: String,
    /// The top of the repository.
    repository: Option<String>,
}

impl Site {
    /// Looks where the directories really lie; one that is not there lies where its name says.
    pub fn of(root: &Path, src: &str) -> Self {
        let real = |path: PathBuf| {
            let there = path.canonicalize().or_else(|_| std::path::absolute(&path));
            there.unwrap_or(path)
        };
        let name = |path: &Path| slashed(path).trim_start_matches('/').to_owned();
        let root = real(root.join(""));
        let src = real(root.join(src));
        let repository = files::repository(&root).map(name);
        Self { root: name(&root), src: name(&src), repository }
    }

    /// Where a path leads that stands in a file of the book; both are relative to the source directory, and
    /// so is the answer. None where it leads out of the file system.
    pub fn from_file(&self, file: &str, path: &str) -> Option<String> {
        if path.starts_with('/') || !file.starts_with("../") {
            let inside = resolve(directory(file), path);
            if inside.is_some() || path.starts_with('/') {
                return inside;
            }
        }
        let file = resolve(&self.src, file)?;
        Some(relative(&self.src, &resolve(directory(&file), path)?))
    }

    /// A path that is relative to the source directory, by its shortest way.
    pub fn from_src(&self, path: &str) -> Option<String> {
        Some(relative(&self.src, &resolve(&self.src, path)?))
    }

    /// A path that is relative to the directory of `book.toml`, seen from the source directory.
    pub fn from_root(&self, path: &str) -> Option<String> {
        Some(relative(&self.src, &resolve(&self.root, path)?))
    }

    /// The way to a file from the page of another; both are relative to the source directory.
    pub fn way(&self, from: &str, to: &str) -> String {
        let place = |path: &str| resolve(&self.src, path);
        match (place(from), place(to)) {
            (Some(from), Some(to)) => relative(directory(&from), &to),
            _ => relative(directory(from), to),
        }
    }

    /// The path of a file below the top of the repository, from its path relative to the source directory;
    /// none where it lies elsewhere, or where there is no repository.
    pub fn in_repository(&self, path: &str) -> Option<String> {
        let file = resolve(&self.src, path)?;
        below(self.repository.as_ref()?, &file)
    }

    /// The path, relative to the source directory, of a file from the top of the repository.
    pub(crate) fn of_repository(&self, path: &str) -> Option<String> {
        Some(relative(&self.src, &resolve(self.repository.as_ref()?, path)?))
    }

    /// The way from the source directory to the top of the repository; none where there is no repository.
    pub(crate) fn repository_from_src(&self) -> Option<String> {
        Some(relative_directory(&self.src, self.repository.as_ref()?))
    }

    /// The way from the source directory to the directory of `book.toml`.
    pub(crate) fn root_from_src(&self) -> String {
        relative_directory(&self.src, &self.root)
    }

    /// The directory of `book.toml` below the top of the repository.
    pub(crate) fn root_in_repository(&self) -> Option<String> {
        below(self.repository.as_ref()?, &self.root)
    }
}

/// A path as it is seen from a directory above it.
fn below(directory: &str, path: &str) -> Option<String> {
    if path == directory {
        return Some(String::new());
    }
    path.strip_prefix(directory)?.strip_prefix('/').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_out_and_back_in() {
        let site = Site {
            root: "r/book".to_owned(),
            src: "r/book/src".to_owned(),
            repository: Some("r".to_owned()),
        };
        let from = |file, path| site.from_file(file, path).unwrap_or_default();
        assert_eq!(from("adr/1.md", "../a.md"), "a.md");
        assert_eq!(from("adr/1.md", "../../../docs/adr/1.md"), "../../docs/adr/1.md");
        assert_eq!(from("../../docs/adr/1.md", "2.md"), "../../docs/adr/2.md");
        assert_eq!(from("../../docs/adr/1.md", "../../book/src/a.md"), "a.md");
        assert_eq!(site.from_file("a.md", "../../../../x.md"), None);
        assert_eq!(site.from_root("../docs/adr").as_deref(), Some("../../docs/adr"));
        assert_eq!(site.from_src("../../book/adr").as_deref(), Some("../adr"));
        assert_eq!(site.from_root("src/adr").as_deref(), Some("adr"));
        assert_eq!(site.way("adr/1.md", "../../docs/x.png"), "../../../docs/x.png");
        assert_eq!(site.way("../../docs/adr/1.md", "a.md"), "../../book/src/a.md");
        assert_eq!(site.in_repository("../../docs/x.png").as_deref(), Some("docs/x.png"));
        assert_eq!(site.of_repository("docs/x.png").as_deref(), Some("../../docs/x.png"));
        assert_eq!(site.root_in_repository().as_deref(), Some("book"));
        assert_eq!(site.repository_from_src().as_deref(), Some("../.."));
        assert_eq!(site.root_from_src(), "..");
    }

    #[test]
    fn what_is_nowhere_lies_where_its_name_says() {
        let site = Site::of(Path::new("/nowhere"), "src");
        assert_eq!(site.from_file("a.md", "../../docs/1.md").as_deref(), Some("../../docs/1.md"));
        assert_eq!(site.in_repository("a.md"), None);
    }
}
