//! One file's new text: written beside it, then put in its place in one step.

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io, str};

use std::io::Write;

use tempfile::NamedTempFile;

use super::OURS;
use super::claim::{Claim, is_older};
use super::error::{Problem, WriteError};

/// Older than this, a passing file has been left by a process that was killed. Should that process only
/// sleep, it finds its file gone and says so.
const LEFT_BEHIND: Duration = Duration::from_secs(600);

/// A new text that lies beside its file, ready to take its place. Dropped, it is removed.
#[derive(Debug)]
pub(super) struct Staged {
    new: NamedTempFile,
    /// The file, links resolved.
    target: PathBuf,
    /// The file, as the author named it.
    name: String,
    /// What it must still be then; none for a file that must not exist.
    old: Option<Vec<u8>>,
    /// Directories that were made for it.
    directories: MadeDirectories,
}

/// What was done to one file.
pub(super) struct Done {
    target: PathBuf,
    name: String,
    old: Option<Vec<u8>>,
    directories: MadeDirectories,
}

impl Staged {
    pub(super) fn create(path: &Path, text: &str) -> Result<Self, WriteError> {
        let name = path.display().to_string();
        let io = |error: io::Error| WriteError::new(&name, error);
        if fs::symlink_metadata(path).is_ok() {
            return Err(WriteError::new(&name, Problem::Exists));
        }
        let directory = directory(path);
        let directories = MadeDirectories::above(directory).map_err(io)?;
        let new = temporary(directory, text.as_bytes()).map_err(io)?;
        Ok(Self { new, target: path.to_owned(), old: None, directories, name })
    }

    pub(super) fn replace(
        path: &Path,
        name: &str,
        old: &str,
        new: &str,
    ) -> Result<Self, WriteError> {
        let io = |error: io::Error| WriteError::new(name, error);
        // A rename would make a file of a link's name.
        let target = path.canonicalize().map_err(io)?;
        let permissions = fs::metadata(&target).map_err(io)?.permissions();
        // A rename would go past a write protection.
        if permissions.readonly() {
            return Err(WriteError::new(name, Problem::ReadOnly));
        }
        let there = readers::files::read(&target).map_err(io)?;
        let mark = str::from_utf8(&there).ok().and_then(|there| there.strip_suffix(old));
        let Some(mark @ ("" | "\u{feff}")) = mark else {
            return Err(WriteError::new(name, Problem::Changed));
        };
        let bytes = [mark.as_bytes(), new.as_bytes()].concat();
        let new = temporary(directory(&target), &bytes).map_err(io)?;
        fs::set_permissions(new.path(), permissions).map_err(io)?;
        let directories = MadeDirectories::default();
        Ok(Self { new, target, name: name.to_owned(), old: Some(there), directories })
    }

    /// New files first, then by path.
    pub(super) fn order(&self) -> (bool, &Path) {
        (self.old.is_some(), &self.target)
    }

    /// Where the file lies.
    pub(super) fn directory(&self) -> PathBuf {
        directory(&self.target).to_owned()
    }

    /// Keeps other processes of ours from replacing the file. A new file needs none: the system gives its
    /// name once.
    pub(super) fn claim(&self) -> Result<Option<Claim>, WriteError> {
        if self.old.is_none() {
            return Ok(None);
        }
        let file = self.target.file_name().unwrap_or_default().to_string_lossy();
        match Claim::wait(directory(&self.target), &file) {
            Ok(Some(claim)) => Ok(Some(claim)),
            Ok(None) => Err(WriteError::new(&self.name, Problem::Busy)),
            Err(error) => Err(WriteError::new(&self.name, error)),
        }
    }

    /// Whether the file is still what the new text was made from.
    pub(super) fn unchanged(&self) -> Result<(), WriteError> {
        let Some(old) = &self.old else { return Ok(()) };
        match readers::files::read(&self.target) {
            Ok(there) if there == *old => Ok(()),
            Ok(_) => Err(WriteError::new(&self.name, Problem::Changed)),
            Err(error) => Err(WriteError::new(&self.name, error)),
        }
    }

    /// Puts the new text in the file's place.
    pub(super) fn commit(self) -> Result<Done, WriteError> {
        // Others may have been put in their places since they were all looked at. No system compares and replaces a
        // file in one step, so that an editor which saves right now is not seen.
        self.unchanged()?;
        let Self { new, target, name, old, directories } = self;
        let put = match old {
            Some(_) => new.persist(&target),
            None => new.persist_noclobber(&target),
        };
        match put {
            Ok(_) => Ok(Done { target, name, old, directories }),
            Err(failed) if failed.error.kind() == io::ErrorKind::AlreadyExists => {
                Err(WriteError::new(&name, Problem::Exists))
            }
            Err(failed) => Err(WriteError::new(&name, failed.error)),
        }
    }
}

impl Done {
    /// Takes it back; gives the file's name where that fails.
    pub(super) fn undo(self) -> Option<String> {
        let Self { target, name, old, directories } = self;
        let undone = match old {
            None => fs::remove_file(&target),
            Some(old) => temporary(directory(&target), &old).and_then(|file| {
                fs::set_permissions(file.path(), fs::metadata(&target)?.permissions())?;
                file.persist(&target).map(drop).map_err(|failed| failed.error)
            }),
        };
        drop(directories);
        undone.is_err().then_some(name)
    }
}

/// Directories that were made for a file, the innermost first. They are removed again with the value, as
/// long as they are empty.
#[derive(Debug, Default)]
struct MadeDirectories(Vec<PathBuf>);

impl MadeDirectories {
    fn above(directory: &Path) -> io::Result<Self> {
        let absent = directory.ancestors().take_while(|above| {
            !above.as_os_str().is_empty() && fs::symlink_metadata(above).is_err()
        });
        let made = Self(absent.map(Path::to_owned).collect());
        fs::create_dir_all(directory)?;
        Ok(made)
    }
}

impl Drop for MadeDirectories {
    fn drop(&mut self) {
        for directory in &self.0 {
            // One that holds the new file stays.
            let _kept = fs::remove_dir(directory);
        }
    }
}

/// The directory of a file.
fn directory(file: &Path) -> &Path {
    file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A file with the permissions that any new file gets, safely on the disk.
fn temporary(directory: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(OURS).suffix(".tmp");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(directory)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Removes what killed processes of ours left in a directory.
pub(super) fn sweep(directory: &Path) {
    let Ok(entries) = fs::read_dir(directory) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let ours = name.starts_with(OURS) && (name.ends_with(".tmp") || name.ends_with(".claim"));
        if ours && is_older(&entry.path(), LEFT_BEHIND) {
            // Somebody else may have been quicker.
            let _gone = fs::remove_file(entry.path());
        }
    }
}
