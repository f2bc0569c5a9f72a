//! The author's files: found below a directory, written whole or not at all, and never over something
//! that is not expected.

pub mod atomic;
pub mod fix;

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Why a file was not written. The file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// Somebody made it read-only, which a rename would pass over.
    #[error("`{}` is read-only; nothing was changed", .0.display())]
    ReadOnly(PathBuf),
    /// It is there, and it was not to be.
    #[error("`{}` exists; it was left as it is", .0.display())]
    Exists(PathBuf),
    /// It is no longer what the change was made from.
    #[error("`{}` was changed by somebody else meanwhile; nothing was written", .0.display())]
    Changed(PathBuf),
    /// Any other failure.
    #[error("`{}` cannot be written and is as it was", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

/// Whether an existing file may be replaced.
///
/// # Errors
/// It is read-only, or cannot be looked at.
pub fn writable(path: &Path) -> Result<(), WriteError> {
    let io = |source| WriteError::Io { path: path.to_owned(), source };
    if fs::metadata(path).map_err(io)?.permissions().readonly() {
        return Err(WriteError::ReadOnly(path.to_owned()));
    }
    Ok(())
}

/// Replaces `old` by `new` in one step, as [`atomic::write`] does.
///
/// # Errors
/// The file is read-only, is not `old` any more, or cannot be written.
pub fn replace(path: &Path, old: &str, new: &str) -> Result<(), WriteError> {
    let io = |source| WriteError::Io { path: path.to_owned(), source };
    writable(path)?;
    let target = path.canonicalize().map_err(io)?;
    if readers::files::read(&target).map_err(io)? != old.as_bytes() {
        return Err(WriteError::Changed(path.to_owned()));
    }
    atomic::write(&target, new.as_bytes()).map_err(io)
}

/// Writes a file that is not there yet, with the directories above it.
///
/// # Errors
/// The file exists, or cannot be written.
pub fn create(path: &Path, text: &str) -> Result<(), WriteError> {
    let io = |source| WriteError::Io { path: path.to_owned(), source };
    if let Some(directory) = path.parent() {
        fs::create_dir_all(directory).map_err(io)?;
    }
    let mut file = File::create_new(path).map_err(|source| match source.kind() {
        io::ErrorKind::AlreadyExists => WriteError::Exists(path.to_owned()),
        _ => io(source),
    })?;
    file.write_all(text.as_bytes()).map_err(|source| {
        let _gone = fs::remove_file(path);
        io(source)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_or_not_at_all() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("with space.md");
        create(&path, "old").unwrap();
        assert!(matches!(create(&path, "new"), Err(WriteError::Exists(_))));
        assert!(matches!(replace(&path, "other", "new"), Err(WriteError::Changed(_))));
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        replace(&path, "old", "new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 1, "nothing is left beside it");

        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        assert!(matches!(replace(&path, "new", "newer"), Err(WriteError::ReadOnly(_))));
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let directory = tempfile::tempdir().unwrap();
        let (path, link) = (directory.path().join("a.md"), directory.path().join("b.md"));
        create(&path, "old").unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        replace(&link, "old", "new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    }
}
