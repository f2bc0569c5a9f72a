//! Whether git ignores a file.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

/// What the directories above files say of them, each read once.
#[derive(Clone, Debug, Default)]
pub struct Ignored {
    directories: HashMap<PathBuf, Directory>,
}

#[derive(Clone, Debug)]
struct Directory {
    /// Its `.gitignore`; none where it has none that can be read.
    list: Option<Gitignore>,
    /// Whether it is the top of a repository.
    is_top: bool,
}

impl Ignored {
    /// Whether a `.gitignore` above a file names it, up to the top of its repository.
    pub fn holds(&mut self, file: &Path) -> bool {
        for above in file.ancestors().skip(1) {
            let directory = self.directory(above);
            let list = directory.list.as_ref();
            if list.is_some_and(|list| list.matched_path_or_any_parents(file, false).is_ignore()) {
                return true;
            }
            if directory.is_top {
                break;
            }
        }
        false
    }

    fn directory(&mut self, path: &Path) -> &Directory {
        self.directories
            .entry(path.to_owned())
            .or_insert_with(|| Directory { list: list(path), is_top: path.join(".git").exists() })
    }
}

fn list(directory: &Path) -> Option<Gitignore> {
    let list = directory.join(".gitignore");
    if !list.is_file() {
        return None;
    }
    let mut builder = GitignoreBuilder::new(directory);
    builder.add(&list);
    builder.build().ok()
}
