//! Writing files so that nobody ever meets half of one: a temporary file beside the target, then a
//! rename.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// New contents that lie beside their file, ready to take its place. Dropped, they are removed.
#[derive(Debug)]
pub struct Staged {
    new: NamedTempFile,
    target: PathBuf,
}

/// Writes new contents beside a file, with the permissions of the file.
///
/// # Errors
/// The file may not be written to, or its directory takes no files.
pub fn stage(target: &Path, bytes: &[u8]) -> io::Result<Staged> {
    // A rename would go past a write protection, and a link's name would become a file.
    let target = target.canonicalize().unwrap_or_else(|_| target.to_owned());
    let permissions = match fs::metadata(&target) {
        Ok(metadata) if metadata.permissions().readonly() => {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
        }
        Ok(metadata) => Some(metadata.permissions()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let directory = target.parent().filter(|parent| !parent.as_os_str().is_empty());
    let mut new = temporary(directory.unwrap_or(Path::new(".")))?;
    new.write_all(bytes)?;
    new.as_file().sync_all()?;
    if let Some(permissions) = permissions {
        fs::set_permissions(new.path(), permissions)?;
    }
    Ok(Staged { new, target })
}

impl Staged {
    /// Puts the new contents in the file's place.
    ///
    /// # Errors
    /// The system refuses; then the file is as it was.
    pub fn commit(self) -> io::Result<()> {
        self.new.persist(&self.target).map_err(|error| error.error)?;
        Ok(())
    }
}

/// Replaces a file's contents, or makes the file.
///
/// # Errors
/// As [`stage`] and [`Staged::commit`].
pub fn write(target: &Path, bytes: &[u8]) -> io::Result<()> {
    stage(target, bytes)?.commit()
}

/// A new file with the permissions that any new file gets.
fn temporary(directory: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".archdoc-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(directory)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_nothing_is_left_beside_it() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("a b.md");
        write(&file, b"one").expect("written");
        drop(stage(&file, b"dropped").expect("staged"));
        write(&file, b"two").expect("written");
        assert_eq!(fs::read(&file).expect("read"), b"two");
        assert_eq!(fs::read_dir(directory.path()).expect("read").count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_stay_and_protection_is_respected() {
        use std::os::unix::fs::PermissionsExt;
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("a.md");
        let link = directory.path().join("link.md");
        fs::write(&file, "one").expect("written");
        std::os::unix::fs::symlink(&file, &link).expect("linked");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("set");
        write(&link, b"two").expect("written");
        assert!(link.is_symlink());
        let metadata = fs::metadata(&file).expect("metadata");
        assert_eq!(metadata.permissions().mode() & 0o777, 0o640);
        fs::set_permissions(&file, fs::Permissions::from_mode(0o440)).expect("set");
        let error = write(&file, b"three").expect_err("read-only");
        assert_eq!(error.kind(), io::ErrorKind::PermissionDenied);
        assert_eq!(fs::read(&file).expect("read"), b"two");
    }
}
