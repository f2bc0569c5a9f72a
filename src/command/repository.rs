//! The repository whose states a command compares.

use std::path::{Path, PathBuf};

use anyhow::Context;
use readers::files;
use readers::git::{self, Unavailable};

/// The top of the repository around a directory, and the way from there.
pub(super) fn repository(root: &Path) -> Result<(PathBuf, PathBuf)> {
    let real = root.canonicalize().with_context(|| unseen(root))?;
    let top = files::repository(&real).ok_or_else(|| {
        let why = match git::absence(&real) {
            Unavailable::Bare => "the git repository here is bare, it checks out no files",
            _ => "no git repository is here",
        };
        refused(format!("cannot tell what has changed: {why}"))
    })?;
    let below = real.strip_prefix(top).unwrap_or(Path::new("")).to_owned();
    Ok((top.to_owned(), below))
}
use super::error::{Result, refused, unseen};
