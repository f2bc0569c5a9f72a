//! Whether a directory is in a repository, and whether its history is all there: without starting
//! git, from the files that
//! [its layout](https://git-scm.com/docs/gitrepository-layout) documents.

use crate::files;
use std::fs;
use std::path::{Path, PathBuf};

use super::Unavailable;

/// Demands a repository around the directory that is no shallow clone.
pub(super) fn full_clone(directory: &Path) -> Result<(), Unavailable> {
    let directory = fs::canonicalize(directory).map_err(|_| Unavailable::NoRepository)?;
    let git = directory.ancestors().map(|above| above.join(".git")).find(|git| git.exists());
    let common = common_directory(&git.ok_or(Unavailable::NoRepository)?);
    let shallow = fs::metadata(common.join("shallow")).is_ok_and(|file| file.len() > 0);
    if shallow { Err(Unavailable::Shallow) } else { Ok(()) }
}

/// Where the history is kept: `.git` itself, or where the file `.git` of a worktree or submodule
/// leads.
fn common_directory(git: &Path) -> PathBuf {
    if git.is_dir() {
        return git.to_owned();
    }
    let text = files::read_text(git).unwrap_or_default();
    let Some(path) = text.trim().strip_prefix("gitdir:") else {
        return git.to_owned();
    };
    let own = git.parent().unwrap_or(git).join(path.trim());
    match files::read_text(&own.join("commondir")) {
        Ok(common) => own.join(common.trim()),
        Err(_) => own,
    }
}
