//! A book as it was at an earlier commit.

use readers::book::Book;
use readers::files;
use readers::git::snapshot::{self, NoRevision, Snapshot};
use readers::git::{self, Unavailable};
use readers::settings::Settings;
use readers::settings::env::Environment;

use crate::checkout::{Checkout, is_text};
use crate::{LoadError, Reading, book, tree};

/// Reads a book or a tree as it was where the checked out commit left a revision, and hands it on with its
/// configuration; not where its directory was not there. See [`readers::book::Earlier`].
///
/// # Errors
/// Git cannot be asked, does not know the revision, or what it has is no book.
pub fn earlier(
    now: &Book<'_>,
    revision: &str,
    read: &mut dyn FnMut(&Book<'_>, &Settings),
) -> Result<(), NoRevision> {
    let root = now.root.canonicalize().map_err(|_| Unavailable::NoRepository)?;
    // Only git's: other repositories are known by their tops too.
    let top = files::repository(&root).filter(|top| top.join(".git").exists());
    let top = top.ok_or_else(|| git::absence(&root))?;
    let below = root.strip_prefix(top).unwrap_or(&root);
    let commit = snapshot::merge_base(top, revision)?.commit;
    let mut files = Snapshot::of_commit(top, &commit)?;
    files.files.retain(|file| is_text(&file.path));
    let checkout = Checkout::of(&files, top, below)?;
    let root = checkout.root();
    if !root.is_dir() {
        return Ok(());
    }
    let reading = Reading::from(Environment::of_process());
    let loaded =
        if now.listed { book::load(&root, reading) } else { tree::tree(&root, &[], reading) };
    let loaded = loaded.map_err(|error| unreadable(revision, &error))?;
    read(&loaded.book, &loaded.config.settings);
    Ok(())
}

fn unreadable(revision: &str, error: &LoadError) -> NoRevision {
    NoRevision::Unreadable(match error {
        // Its message would name a directory that is gone.
        LoadError::NoBook { .. } => format!("there was no book at `{revision}`"),
        error => format!("the book as it was at `{revision}` cannot be read: {error}"),
    })
}
