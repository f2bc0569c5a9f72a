//! The files of a commit, or the staged ones, laid out in a directory of their own that goes with it.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use readers::files::is_markdown;
use readers::git::snapshot::{File, Kind, NoRevision, Snapshot};
use tempfile::TempDir;
use text::link::{directory, resolve};

/// A snapshot on disk.
#[derive(Debug)]
pub struct Checkout {
    /// Goes with it.
    _directory: TempDir,
    /// Where the book or the tree lies in it.
    root: PathBuf,
    /// The names of the contents, by their paths from the top of the repository.
    blobs: HashMap<String, String>,
}

impl Checkout {
    /// Lays a snapshot out. Texts have their content, also where a link leads to them; of what else is there
    /// only the name counts, so that links to it are good. `top` is the repository, `below` where the book or the
    /// tree lies in it.
    ///
    /// # Errors
    /// Git cannot be asked, this clone lacks a text, or nothing can be written.
    pub fn of(snapshot: &Snapshot, top: &Path, below: &Path) -> Result<Self, NoRevision> {
        let is_read = |file: &File| file.kind != Kind::Submodule && is_text(&file.path);
        let contents = snapshot.contents(top, is_read)?;
        let kept = tempfile::tempdir().map_err(|error| unwritten(&error))?;
        // A repository can be called a directory of records.
        let laid_out = kept.path().join(top.file_name().unwrap_or_default());
        // What a repository ends with; git itself has nothing to say here.
        fs::create_dir_all(laid_out.join(".hg")).map_err(|error| unwritten(&error))?;
        let texts: HashMap<&str, &str> =
            snapshot.files.iter().map(|file| (&*file.path, &*file.blob)).collect();
        let mut blobs = HashMap::new();
        for file in &snapshot.files {
            if !is_plain(&file.path) {
                continue;
            }
            let path = laid_out.join(&file.path);
            let content = match contents.get(&file.blob) {
                _ if !is_read(file) => &[][..],
                Some(target) if file.kind == Kind::Link => {
                    let target = String::from_utf8_lossy(target);
                    let led_to = resolve(directory(&file.path), &target);
                    let blob = led_to.and_then(|path| texts.get(&*path).copied());
                    blob.and_then(|blob| contents.get(blob)).map_or(&[][..], Vec::as_slice)
                }
                Some(content) => content,
                None => {
                    return Err(NoRevision::Unreadable(format!(
                        "this clone has not the content of {}; fetch all of it: `git fetch --refetch --no-filter`",
                        file.path
                    )));
                }
            };
            let written =
                fs::create_dir_all(path.parent().unwrap_or(&path)).and_then(|()| match file.kind {
                    Kind::Submodule => fs::create_dir_all(&path),
                    Kind::File | Kind::Link => fs::write(&path, content),
                });
            written.map_err(|error| unwritten(&error))?;
            blobs.insert(file.path.clone(), file.blob.clone());
        }
        Ok(Self { _directory: kept, root: laid_out.join(below), blobs })
    }

    /// Where the book or the tree lies.
    pub fn root(&self) -> PathBuf {
        self.root.clone()
    }

    /// The name of a file's content; its path counts from the top of the repository.
    pub fn blob(&self, path: &str) -> Option<&str> {
        self.blobs.get(path).map(String::as_str)
    }

    /// All paths with the names of their contents.
    pub fn blobs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.blobs.iter().map(|(path, blob)| (path.as_str(), blob.as_str()))
    }
}

fn unwritten(error: &io::Error) -> NoRevision {
    NoRevision::Unreadable(format!("cannot lay the older texts out: {error}"))
}

/// Whether we may read a file's text: Markdown, templates, configuration, what git ignores.
pub(crate) fn is_text(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let configured = [".adr-dir", ".gitignore", ".ignore"].contains(&name);
    is_markdown(name) || Path::new(name).extension().is_some_and(|one| one == "toml") || configured
}

/// Whether a path of a repository leads to a place below its top on any system.
fn is_plain(path: &str) -> bool {
    let parts: Vec<Component<'_>> = Path::new(path).components().collect();
    let normal = |part: &Component<'_>| match part {
        Component::Normal(name) => {
            ![".git", ".hg"].iter().any(|one| name.eq_ignore_ascii_case(one))
        }
        _ => false,
    };
    !parts.is_empty() && parts.iter().all(normal) && !path.contains(['\\', '\0'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_written_elsewhere() {
        assert!(is_plain("a/b c.md") && is_plain("..a.md"));
        for path in
            ["../a.md", "/etc/a.md", "a/../../b.md", ".git/config", "a/.GIT/x", "a\\b", "", "a\0b"]
        {
            assert!(!is_plain(path), "{path}");
        }
    }
}
