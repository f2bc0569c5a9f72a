//! What only one process of ours may do at a time in a directory: replace a file, give a number.

use std::path::Path;
use std::time::{Duration, Instant};
use std::{fs, io, thread};

use tempfile::NamedTempFile;

use super::OURS;

/// Claims are held for milliseconds; one of this age has been left by a process that was killed.
const LEFT_BEHIND: Duration = Duration::from_secs(10);

/// Longer than a claim can have been left, nobody waits.
const PATIENCE: Duration = Duration::from_secs(20);

/// A file `.archdoc-NAME.claim` that this process has made, and that nobody else can make as long as it is
/// there. Dropped, it is removed.
#[derive(Debug)]
pub(crate) struct Claim(#[expect(dead_code, reason = "it is there to be dropped")] NamedTempFile);

impl Claim {
    /// The claim of a name in a directory; none where somebody else has it.
    ///
    /// # Errors
    /// The directory takes no files.
    pub(crate) fn take(directory: &Path, name: &str) -> io::Result<Option<Self>> {
        let make = || {
            let mut builder = tempfile::Builder::new();
            builder.prefix(OURS).rand_bytes(0);
            builder.suffix(&format!("{name}.claim")).tempfile_in(directory)
        };
        match make() {
            Ok(file) => Ok(Some(Self(file))),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                let file = directory.join(format!("{OURS}{name}.claim"));
                // Whoever removes what was left has it. Of two that find it old at the same instant, one could remove what
                // the other has made since: no system removes a file only where it is old.
                let removed = is_older(&file, LEFT_BEHIND) && fs::remove_file(file).is_ok();
                Ok(if removed { make().ok().map(Self) } else { None })
            }
            Err(error) => Err(error),
        }
    }

    /// As [`Claim::take`], with patience while somebody else has it.
    ///
    /// # Errors
    /// The directory takes no files.
    pub(crate) fn wait(directory: &Path, name: &str) -> io::Result<Option<Self>> {
        let start = Instant::now();
        loop {
            match Self::take(directory, name) {
                Ok(None) if start.elapsed() < PATIENCE => thread::sleep(Duration::from_millis(2)),
                other => return other,
            }
        }
    }
}

/// Whether something is a file that nobody has touched for a while.
pub(super) fn is_older(path: &Path, age: Duration) -> bool {
    let metadata = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file);
    let modified = metadata.and_then(|metadata| metadata.modified().ok());
    modified.and_then(|modified| modified.elapsed().ok()).is_some_and(|since| since > age)
}
