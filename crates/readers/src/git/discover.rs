//! Whether a directory is in a repository, and whether its history is all there: without starting
//! git, from the files that
//! [its layout](https://git-scm.com/docs/gitrepository-layout) documents.

use crate::files;
use std::fs;
use std::path::{Path, PathBuf};

use super::Unavailable;

/// Demands a repository around the directory that is no shallow clone.
pub(super) fn full_clone(directory: &Path) -> Result<(), Unavailable> {
    let own = own_directory(directory).ok_or_else(|| absence(directory))?;
    let shallow = fs::metadata(common_directory(own).join("shallow"));
    if shallow.is_ok_and(|file| file.len() > 0) { Err(Unavailable::Shallow) } else { Ok(()) }
}

/// Why there is no repository with files around a directory that has no `.git` above it.
pub fn absence(directory: &Path) -> Unavailable {
    let is_git = |above: &Path| {
        above.join("HEAD").is_file()
            && ["objects", "refs"].iter().all(|one| above.join(one).is_dir())
    };
    let directory = fs::canonicalize(directory);
    let bare = directory.is_ok_and(|directory| directory.ancestors().any(is_git));
    if bare { Unavailable::Bare } else { Unavailable::NoRepository }
}

/// Whether the checkout around a directory may leave out files of its commit:
/// [sparse checkouts](https://git-scm.com/docs/git-sparse-checkout).
pub(crate) fn leaves_files_out(directory: &Path) -> bool {
    own_directory(directory).is_some_and(|own| own.join("info/sparse-checkout").exists())
}

/// What git keeps of the checkout around a directory: `.git` itself, or where the file `.git` of a worktree
/// or submodule leads.
fn own_directory(directory: &Path) -> Option<PathBuf> {
    let directory = fs::canonicalize(directory).ok()?;
    let git = directory.ancestors().map(|above| above.join(".git")).find(|git| git.exists())?;
    let text =
        if git.is_dir() { String::new() } else { files::read_text(&git).unwrap_or_default() };
    let elsewhere = text.trim().strip_prefix("gitdir:").map(str::trim);
    Some(elsewhere.map_or_else(|| git.clone(), |path| git.parent().unwrap_or(&git).join(path)))
}

/// Where the history is kept, which worktrees share.
fn common_directory(own: PathBuf) -> PathBuf {
    match files::read_text(&own.join("commondir")) {
        Ok(common) => own.join(common.trim()),
        Err(_) => own,
    }
}
