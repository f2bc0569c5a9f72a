//! How a report names the files of a book: seen from the book, the terminal or the repository.

use std::fmt::Write as _;
use std::path::Path;

use text::link::{join, normal, slashed};

/// A directory that stands before the paths of findings, which are relative to the book's root.
#[derive(Clone, Debug, Default)]
pub(crate) struct DisplayPaths {
    directory: String,
}

impl DisplayPaths {
    /// As a person types them who named the book's root like this: what editors can open.
    pub(crate) fn from_here(root: &Path) -> Self {
        let directory = slashed(root);
        Self { directory: directory.trim_start_matches("./").to_owned() }
    }

    /// From the root of the repository around the book, as code hosts name files; from the book's own
    /// root where there is no repository.
    pub(crate) fn in_repository(root: &Path) -> Self {
        let Ok(root) = root.canonicalize() else { return Self::default() };
        let repository = root.ancestors().find(|directory| directory.join(".git").exists());
        let below = repository.and_then(|repository| root.strip_prefix(repository).ok());
        let directory = below.map(slashed);
        Self { directory: directory.unwrap_or_default() }
    }

    /// The name of a file of the book.
    pub(crate) fn name(&self, path: &str) -> String {
        let name = join(&self.directory, path);
        if path.starts_with("../") { normal(&name) } else { name }
    }

    /// The same as a relative reference of RFC 3986.
    pub(crate) fn uri(&self, path: &str) -> String {
        let mut uri = String::new();
        for byte in self.name(path).bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
                uri.push(char::from(byte));
            } else {
                let _infallible = write!(uri, "%{byte:02X}");
            }
        }
        uri
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_begin_where_the_reader_stands() {
        assert_eq!(DisplayPaths::from_here(Path::new(".")).name("src/a.md"), "src/a.md");
        assert_eq!(DisplayPaths::from_here(Path::new("./docs/")).name("src/a.md"), "docs/src/a.md");
        assert_eq!(DisplayPaths::from_here(Path::new("..")).name("book.toml"), "../book.toml");
        assert_eq!(DisplayPaths::from_here(Path::new("book")).name("../docs/a.md"), "docs/a.md");
    }

    #[test]
    fn a_repository_is_found_above_the_book() {
        let directory = tempfile::tempdir().expect("a directory");
        let book = directory.path().join("the docs");
        std::fs::create_dir_all(&book).expect("a directory");
        assert_eq!(DisplayPaths::in_repository(&book).name("src/ä b.md"), "src/ä b.md");
        std::fs::create_dir(directory.path().join(".git")).expect("a directory");
        assert_eq!(
            DisplayPaths::in_repository(&book).uri("src/ä b.md"),
            "the%20docs/src/%C3%A4%20b.md"
        );
    }
}
