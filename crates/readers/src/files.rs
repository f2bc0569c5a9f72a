//! Files on disk, found below a directory.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// Directories that hold no text of the project.
const SKIPPED: [&str; 3] = ["node_modules", "target", "vendor"];

/// The Markdown files below a directory with their names relative to it, sorted. Symbolic links to
/// directories are not followed: they may lead back up.
pub fn markdown_files(root: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    let mut open = vec![(root.to_owned(), String::new())];
    while let Some((directory, prefix)) = open.pop() {
        for entry in fs::read_dir(directory)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.file_type()?.is_dir() {
                if !name.starts_with('.') && !SKIPPED.contains(&name.as_str()) {
                    open.push((entry.path(), format!("{prefix}{name}/")));
                }
            } else if is_markdown(&name) {
                files.push((format!("{prefix}{name}"), entry.path()));
            }
        }
    }
    files.sort();
    Ok(files)
}

/// What a repository's top directory holds.
const REPOSITORIES: [&str; 4] = [".git", ".hg", ".jj", ".svn"];

/// Whether what lies at a path, links followed, is outside of the repository around a directory; where
/// there is none, outside of the directory itself. What is not there leads nowhere.
///
/// What is read can be published: a book must not take files from the machine that builds it.
pub fn leaves_repository(directory: &Path, path: &Path) -> bool {
    let directory = if directory == Path::new("") { Path::new(".") } else { directory };
    let (Ok(directory), Ok(path)) = (fs::canonicalize(directory), fs::canonicalize(path)) else {
        return false;
    };
    let is_top = |above: &&Path| REPOSITORIES.iter().any(|name| above.join(name).exists());
    let top = directory.ancestors().find(is_top).unwrap_or(&directory);
    !path.starts_with(top)
}

/// The same for a file found in a directory that does not leave it.
pub fn link_leaves_repository(directory: &Path, file: &Path) -> bool {
    file.is_symlink() && leaves_repository(directory, file)
}

fn is_markdown(name: &str) -> bool {
    let extension = Path::new(name).extension().unwrap_or_default();
    extension.eq_ignore_ascii_case("md") || extension.eq_ignore_ascii_case("markdown")
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn a_repository_is_left_by_dots_and_by_links() {
        let above = tempfile::tempdir().unwrap();
        let book = above.path().join("repository/book");
        fs::create_dir_all(book.join("src")).unwrap();
        fs::write(above.path().join("secret.md"), "x").unwrap();
        fs::write(above.path().join("repository/shared.md"), "x").unwrap();
        symlink(above.path().join("secret.md"), book.join("src/link.md")).unwrap();
        assert!(leaves_repository(&book, &book.join("../../secret.md")));
        assert!(link_leaves_repository(&book, &book.join("src/link.md")));
        assert!(leaves_repository(&book, &book.join("../shared.md")));
        fs::create_dir(above.path().join("repository/.git")).unwrap();
        assert!(!leaves_repository(&book, &book.join("../shared.md")));
        assert!(link_leaves_repository(&book, &book.join("src/link.md")));
        assert!(!leaves_repository(&book, &book.join("absent.md")));
    }
}
