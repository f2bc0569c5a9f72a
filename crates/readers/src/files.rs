//! Files on disk: found below a directory, and read as text or told why not.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use text::source::{Place, Source, Span};

/// Longer files are not read: no text of a book comes near it, and a machine's memory ends.
const MAX_BYTES: u32 = 64 * 1024 * 1024;

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
    let mut bytes = Vec::new();
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

/// Directories that hold no text of the project.
const SKIPPED: [&str; 3] = ["node_modules", "target", "vendor"];

/// Whether a directory of this name holds no text of the project.
pub fn holds_no_text(name: &str) -> bool {
    SKIPPED.contains(&name)
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
        (self.why == Self::OUTSIDE).then_some(Self::OUTSIDE_HELP)
    }

    /// The name with the reason.
    pub fn told(&self) -> String {
        format!("{} {}", self.place.source.path(), self.why)
    }
}

/// The text of a file, without the byte order mark; `name` is what findings call it.
///
/// # Errors
/// It cannot be opened, is no regular file, or is not UTF-8.
pub fn source(path: &Path, name: &str) -> Result<Arc<Source>, Unreadable> {
    let bytes = read(path).map_err(|error| Unreadable::refused(name, &error))?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Source::new(name, text.strip_prefix('\u{feff}').unwrap_or(&text))),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let shown = String::from_utf8_lossy(error.as_bytes());
            let place = Place::new(&Source::new(name, shown), Span::at(at));
            Err(Unreadable { place, why: Unreadable::NOT_TEXT.to_owned() })
        }
    }
}

/// What lies below a directory.
#[derive(Debug, Default)]
pub struct Listing {
    /// The Markdown files with their names relative to the directory, sorted.
    pub files: Vec<(String, PathBuf)>,
    /// Directories that cannot be looked into, by their names relative to it.
    pub closed: Vec<(String, io::Error)>,
}

/// The Markdown files below a directory. Symbolic links to directories are not followed: they may lead back
/// up.
///
/// # Errors
/// The directory itself cannot be read.
pub fn markdown_files(root: &Path) -> io::Result<Listing> {
    let mut listing = Listing::default();
    let mut open = vec![(root.to_owned(), String::new())];
    while let Some((directory, prefix)) = open.pop() {
        match list(&directory, &prefix, &mut listing.files) {
            Ok(below) => open.extend(below),
            Err(error) if prefix.is_empty() => return Err(error),
            Err(error) => listing.closed.push((prefix, error)),
        }
    }
    listing.files.sort();
    listing.closed.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(listing)
}

/// Adds the Markdown files of one directory; gives the directories in it.
fn list(
    directory: &Path,
    prefix: &str,
    files: &mut Vec<(String, PathBuf)>,
) -> io::Result<Vec<(PathBuf, String)>> {
    let mut below = Vec::new();
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let kind = entry.file_type()?;
        if kind.is_dir() {
            if !name.starts_with('.') && !holds_no_text(&name) {
                below.push((entry.path(), format!("{prefix}{name}/")));
            }
        } else if is_markdown(&name) && !(kind.is_symlink() && entry.path().is_dir()) {
            files.push((format!("{prefix}{name}"), entry.path()));
        }
    }
    Ok(below)
}

/// A search ends after so many entries.
const MAX_SEARCHED: usize = 20_000;

/// Whether a file below a directory fits, by its name relative to it. True also where there is too much to
/// look through; links to directories are not followed.
pub fn any_below(root: &Path, fits: impl Fn(&str) -> bool) -> bool {
    let mut left = MAX_SEARCHED;
    let mut open = vec![(root.to_owned(), String::new())];
    while let Some((directory, prefix)) = open.pop() {
        for entry in fs::read_dir(directory).into_iter().flatten().flatten() {
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if left == 0 || fits(&name) {
                return true;
            }
            left -= 1;
            if let Some(below) = text_directory(&entry) {
                open.push((below, format!("{name}/")));
            }
        }
    }
    false
}

/// The directories below one that may hold text, by their names relative to it; of very many only some.
pub fn directories_below(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![(root.to_owned(), String::new())];
    while let Some((directory, prefix)) = open.pop() {
        for entry in fs::read_dir(directory).into_iter().flatten().flatten() {
            let Some(below) = text_directory(&entry).filter(|_| found.len() < MAX_SEARCHED) else {
                continue;
            };
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            open.push((below, format!("{name}/")));
            found.push(name);
        }
    }
    found
}

/// The directory that an entry is, where it may hold text of the project.
fn text_directory(entry: &fs::DirEntry) -> Option<PathBuf> {
    let name = entry.file_name();
    let name = name.to_string_lossy();
    let hidden = name.starts_with('.') || holds_no_text(&name);
    (!hidden && entry.file_type().ok()?.is_dir()).then(|| entry.path())
}

/// What a repository's top directory holds.
const REPOSITORIES: [&str; 4] = [".git", ".hg", ".jj", ".svn"];

/// The file of settings that says, where there is no repository, which directory the project is.
pub const ARCHDOC_TOML: &str = "archdoc.toml";

/// The project around a directory, links followed: its repository, else the nearest directory with an
/// `archdoc.toml`, else the directory itself.
///
/// What is read can be published: a book must not take files from the machine that builds it.
#[derive(Debug)]
pub struct Bounds {
    /// None where the directory is not there, and where nothing is out of bounds.
    top: Option<PathBuf>,
    edge: Edge,
}

/// What sets the bounds of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// A repository.
    Repository,
    /// An `archdoc.toml`, without a repository around it.
    Settings,
    /// Neither: the project is the one directory.
    Directory,
}

impl Bounds {
    /// Those of a directory.
    pub fn around(directory: &Path) -> Self {
        let directory = if directory == Path::new("") { Path::new(".") } else { directory };
        let directory = fs::canonicalize(directory).ok();
        let edge = match directory.as_deref() {
            Some(found) if repository(found).is_some() => Edge::Repository,
            Some(found) if top(found).is_some() => Edge::Settings,
            _ => Edge::Directory,
        };
        Self { top: directory.map(|found| top(&found).unwrap_or(&found).to_owned()), edge }
    }

    /// What sets them.
    pub const fn edge(&self) -> Edge {
        self.edge
    }

    /// Those of the repository around a directory; where there is none, nothing is out of bounds. For files
    /// that mdBook puts into the page all the same.
    pub fn of_repository(directory: &Path) -> Self {
        let directory = if directory == Path::new("") { Path::new(".") } else { directory };
        let directory = fs::canonicalize(directory).ok();
        let top = directory.and_then(|found| repository(&found).map(Path::to_owned));
        Self { top, edge: Edge::Repository }
    }

    /// Why what lies at a path is not read, where that is, links followed, outside. What is not there leads
    /// nowhere.
    pub fn refuse(&self, path: &Path) -> Option<String> {
        let real = fs::canonicalize(path).ok()?;
        let outside = !real.starts_with(self.top.as_ref()?);
        outside.then(|| Unreadable::OUTSIDE.to_owned())
    }
}

/// The top of the project around an absolute path: nothing outside of it is read. Without a repository an
/// `archdoc.toml` says where it is, since whoever can write one there may read what lies below.
pub fn top(path: &Path) -> Option<&Path> {
    let configured = || path.ancestors().find(|above| above.join(ARCHDOC_TOML).is_file());
    repository(path).or_else(configured)
}

/// The top of the repository around an absolute path.
pub fn repository(path: &Path) -> Option<&Path> {
    let is_top = |above: &&Path| REPOSITORIES.iter().any(|name| above.join(name).exists());
    path.ancestors().find(is_top)
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
        assert_eq!(unreadable.told(), "a.md is not UTF-8");
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
    fn links_to_directories_are_no_files_and_a_device_is_never_read() {
        let directory = tempfile::tempdir().unwrap();
        fs::create_dir(directory.path().join("sub")).unwrap();
        fs::write(directory.path().join("sub/b.md"), "").unwrap();
        std::os::unix::fs::symlink(directory.path(), directory.path().join("sub/up.md")).unwrap();
        std::os::unix::fs::symlink("/dev/zero", directory.path().join("zero.md")).unwrap();
        let found = markdown_files(directory.path()).unwrap();
        let names: Vec<&str> = found.files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["sub/b.md", "zero.md"]);
        let unreadable = source(&directory.path().join("zero.md"), "zero.md").unwrap_err();
        assert_eq!(unreadable.why, "cannot be read: it is no regular file");
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

    #[cfg(unix)]
    #[test]
    fn a_repository_is_left_by_dots_and_by_links() {
        let above = tempfile::tempdir().unwrap();
        let book = above.path().join("repository/book");
        fs::create_dir_all(book.join("src")).unwrap();
        fs::write(above.path().join("secret.md"), "x").unwrap();
        fs::write(above.path().join("repository/shared.md"), "x").unwrap();
        std::os::unix::fs::symlink(above.path().join("secret.md"), book.join("src/link.md"))
            .unwrap();
        let leaves = |path: &str| Bounds::around(&book).refuse(&book.join(path)).is_some();
        assert!(leaves("../../secret.md"));
        assert!(leaves("src/link.md"));
        assert!(leaves("../shared.md"));
        fs::create_dir(above.path().join("repository/.git")).unwrap();
        assert!(!leaves("../shared.md"));
        assert!(leaves("src/link.md"));
        assert!(!leaves("absent.md"));
    }
}
