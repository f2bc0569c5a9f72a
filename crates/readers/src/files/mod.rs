//! Files on disk: read as text or told why not, found below a directory, and kept to the project.

mod bounds;
mod ignored;
mod overlay;
mod walk;

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use text::source::{Place, Source, Span, without_bom};

pub use bounds::{ARCHDOC_TOML, Bounds, Edge, repository, top};
pub use ignored::Ignored;
pub use overlay::Overlay;
pub use walk::{Listing, holds_no_text, markdown_files};
pub(crate) use walk::{any_below, directories_below};

/// Longer files are not read: no text of a book comes near it, and a machine's memory ends.
const MAX_BYTES: u32 = 64 * 1024 * 1024;

/// A path with its links followed, also that of a file that is still to be made.
pub fn real(path: &Path) -> PathBuf {
    let absent = || Some(path.parent()?.canonicalize().ok()?.join(path.file_name()?));
    path.canonicalize().ok().or_else(absent).unwrap_or_else(|| path.to_owned())
}

/// The bytes of a regular file.
///
/// # Errors
/// It is no regular file (a pipe would wait for a writer, a device need not end), is longer than
/// 64 MiB, or cannot be read.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let told = |kind, problem: &str| Err(io::Error::new(kind, problem));
    let found = fs::metadata(path)?;
    if !found.is_file() {
        return told(io::ErrorKind::InvalidInput, "it is no regular file");
    }
    let limit = u64::from(MAX_BYTES);
    // Most texts are kept: they have the room that they need, and no more.
    let mut bytes = Vec::with_capacity(usize::try_from(found.len().min(limit)).unwrap_or_default());
    if found.len() <= limit {
        File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    }
    // Some files are longer than the system says.
    if found.len() > limit || bytes.len() > MAX_BYTES as usize {
        return told(io::ErrorKind::FileTooLarge, "it is longer than 64 MiB");
    }
    Ok(bytes)
}

/// The same as text.
///
/// # Errors
/// As for [`read`], and where it is not UTF-8.
pub fn read_text(path: &Path) -> io::Result<String> {
    let not_text = |_| io::Error::new(io::ErrorKind::InvalidData, "it is not UTF-8");
    String::from_utf8(read(path)?).map_err(not_text)
}

/// A file or directory that is there and cannot be read as text.
#[derive(Clone, Debug)]
pub struct Unreadable {
    /// Its beginning, or the first byte that is no text.
    pub place: Place,
    /// As words that follow its name: `is not UTF-8`.
    pub why: String,
}

impl Unreadable {
    /// Why a file without text is not read.
    pub const NOT_TEXT: &str = "is not UTF-8";
    /// What can be done about that.
    pub const NOT_TEXT_HELP: &str = "save the file as UTF-8";
    /// Why a file that somebody might not want to publish is not read.
    pub const OUTSIDE: &str = "leads out of the repository and is not read";

    /// What can be done about that.
    pub const OUTSIDE_HELP: &str =
        "put the file itself there in place of the link, or remove the link";

    /// What the system refuses to open, under the name that people know it by.
    pub fn refused(name: &str, error: &io::Error) -> Self {
        Self::at(name, format!("cannot be read: {error}"))
    }

    /// What is not read, for a reason.
    pub fn at(name: &str, why: String) -> Self {
        Self { place: Place::new(&Source::new(name, ""), Span::default()), why }
    }

    /// What can be done about it, where the reason does not say it.
    pub fn help(&self) -> Option<&'static str> {
        match &*self.why {
            Self::OUTSIDE => Some(Self::OUTSIDE_HELP),
            Self::NOT_TEXT => Some(Self::NOT_TEXT_HELP),
            _ => None,
        }
    }

    /// The name with the reason: `` `a.md` is not UTF-8 ``.
    pub fn told(&self) -> String {
        format!("`{}` {}", self.place.source.path(), self.why)
    }
}

/// The text of a file, without the byte order mark; `name` is what findings call it.
///
/// # Errors
/// It cannot be opened, is no regular file, or is not UTF-8.
pub fn source(path: &Path, name: &str) -> Result<Arc<Source>, Unreadable> {
    let bytes = read(path).map_err(|error| Unreadable::refused(name, &error))?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Source::new(name, without_bom(&text))),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let shown = String::from_utf8_lossy(error.as_bytes());
            let place = Place::new(&Source::new(name, shown), Span::at(at));
            Err(Unreadable { place, why: Unreadable::NOT_TEXT.to_owned() })
        }
    }
}

/// Whether a file is Markdown by its name.
pub fn is_markdown(name: &str) -> bool {
    let extension = Path::new(name).extension().unwrap_or_default();
    extension.eq_ignore_ascii_case("md") || extension.eq_ignore_ascii_case("markdown")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_told_with_its_place() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("a.md");
        fs::write(&file, "\u{feff}# A\n").unwrap();
        assert_eq!(source(&file, "a.md").unwrap().text(), "# A\n");
        fs::write(&file, b"# A\n\nGr\xfc\xdfe\n").unwrap();
        let unreadable = source(&file, "a.md").unwrap_err();
        assert_eq!(unreadable.told(), "`a.md` is not UTF-8");
        assert_eq!((unreadable.place.start().line, unreadable.place.start().column), (3, 3));
        let absent = source(&directory.path().join("b.md"), "b.md").unwrap_err();
        assert!(absent.why.starts_with("cannot be read: "), "{}", absent.why);
    }

    #[test]
    fn only_regular_files_of_some_size_are_read() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("a.md");
        fs::write(&path, "text").unwrap();
        assert_eq!(read_text(&path).unwrap(), "text");
        let why = |path: &Path| read_text(path).unwrap_err().to_string();
        File::create(&path).unwrap().set_len(1 << 30).unwrap();
        assert_eq!(why(&path), "it is longer than 64 MiB");
        assert_eq!(why(directory.path()), "it is no regular file");
        fs::write(&path, b"\xff").unwrap();
        assert_eq!(why(&path), "it is not UTF-8");
    }

    #[cfg(unix)]
    #[test]
    fn nobody_waits_for_a_pipe_or_a_device() {
        let directory = tempfile::tempdir().unwrap();
        let pipe = directory.path().join("pipe.md");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        for path in [Some(Path::new("/dev/zero")), made.is_ok().then_some(&*pipe)] {
            let error = path.map(|path| read(path).unwrap_err().to_string());
            assert!(error.is_none_or(|error| error == "it is no regular file"));
        }
    }
}
