//! The repository whose states a command compares.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use readers::files;

/// The top of the repository around a directory, and the way from there.
pub(super) fn repository(root: &Path) -> Result<(PathBuf, PathBuf)> {
    let real =
        root.canonicalize().with_context(|| format!("cannot look at `{}`", root.display()))?;
    let top = files::repository(&real)
        .context("cannot tell what has changed: no git repository is here")?;
    let below = real.strip_prefix(top).unwrap_or(Path::new("")).to_owned();
    Ok((top.to_owned(), below))
}
