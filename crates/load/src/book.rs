//! A book: what `SUMMARY.md` lists.

use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use serde_json::Value;

use readers::book::{Book, Chapter, Known};
use readers::files::Overlay;
use readers::online::Links;
use readers::summary::{Listed, Summary, SummaryError};
use readers::wrapper;
use text::link::join;
use text::source::Source;

use crate::file::{parse_toml, read};
use crate::{LoadError, Loaded, Reading, archdoc_toml};

/// See [`crate::load`].
///
/// # Errors
/// The same.
pub(crate) fn load(root: &Path, reading: Reading) -> Result<Loaded, LoadError> {
    if !root.is_dir() {
        return Err(LoadError::NotADirectory(root.to_owned()));
    }
    let (overlay, before) = (reading.overlay.clone(), reading.before.clone());
    let known = before.as_deref().map(|book| Known::of(&book.chapters)).unwrap_or_default();
    let book_toml = book_toml(root, &overlay)?;
    let mut config = match &book_toml {
        Some(source) => parse_toml(source)?,
        None => Value::Object(serde_json::Map::default()),
    };
    reading.environment.apply(&mut config);
    let src = src(root, &config, book_toml.is_some())?;
    let language = config.pointer("/book/language").and_then(Value::as_str);
    let table = config.pointer("/preprocessor/archdoc");
    let resolved = archdoc_toml::config(root, table, book_toml, reading)?;
    let resolved = resolved.in_language_of(language);

    let files = Files { root, src: &src, overlay: &overlay, known: &known };
    let summary = files.summary()?;
    let mut problems = Vec::new();
    let mut chapters = Vec::new();
    for listed in summary.chapters() {
        match files.chapter(&listed, &summary) {
            Ok(chapter) => chapters.extend(chapter),
            Err(problem) => problems.push(problem),
        }
    }
    let mut book = Book::new(root.to_owned(), src, chapters);
    book.overlay = overlay;
    book.links = links(&config);
    wrapper::open(&mut book, &resolved.settings);
    let opened = book.chapters.iter_mut().filter(|chapter| chapter.is_included());
    opened.for_each(|chapter| chapter.reuse(&known));
    Ok(Loaded { book, config: resolved, problems, passed_over: Vec::new() })
}

/// What `[output.html]` says of the repository.
fn links(config: &Value) -> Links {
    let html = config.pointer("/output/html");
    let url = |name: &str| html?.get(name)?.as_str().map(str::to_owned);
    Links { repository: url("git-repository-url"), edit: url("edit-url-template") }
}

/// The text of `book.toml`, for a book that has one.
///
/// # Errors
/// It is there and cannot be read, or is not UTF-8.
pub fn book_toml(root: &Path, overlay: &Overlay) -> Result<Option<Arc<Source>>, LoadError> {
    match read(overlay, &root.join("book.toml"), "book.toml") {
        Ok(text) => Ok(Some(Source::new("book.toml", text))),
        Err(LoadError::Io { problem, .. }) if problem.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether the book's `SUMMARY.md` lists a chapter, whether or not its file exists.
///
/// # Errors
/// `SUMMARY.md` cannot be read.
pub fn lists(root: &Path, src: &str, path: &str) -> Result<bool, LoadError> {
    let overlay = &Overlay::default();
    Ok(Files { root, src, overlay, known: &Known::default() }.summary()?.list([path]))
}

/// Where the files of a book lie, and what lies over them.
struct Files<'b> {
    root: &'b Path,
    src: &'b str,
    overlay: &'b Overlay,
    known: &'b Known<'b>,
}

impl Files<'_> {
    /// Reads the `SUMMARY.md` of the source directory.
    fn summary(&self) -> Result<Summary, LoadError> {
        let file = join(self.src, "SUMMARY.md");
        let text =
            read(self.overlay, &self.root.join(&file), &file).map_err(|error| match error {
                LoadError::Io { problem, .. } if problem.kind() == io::ErrorKind::NotFound => {
                    LoadError::NoSummary { file: file.clone(), src: self.src.to_owned() }
                }
                other => other,
            })?;
        let problem = |error: SummaryError| LoadError::Summary {
            file: file.clone(),
            problem: error.to_string(),
        };
        Summary::of_text(file.clone(), &text).map_err(problem)
    }

    /// One chapter; none for a draft.
    fn chapter(
        &self,
        listed: &Listed<'_>,
        summary: &Summary,
    ) -> Result<Option<Chapter<'static>>, LoadError> {
        let Some(location) = listed.location else {
            return Ok(None);
        };
        let path = location.to_string_lossy().replace('\\', "/");
        if leaves(location) {
            let place = summary.entry(&path);
            return Err(LoadError::Outside { path, place });
        }
        let path = path.trim_start_matches("./");
        let file = join(self.src, path);
        let on_disk = self.root.join(self.src).join(location);
        let text = read(self.overlay, &on_disk, &file).map_err(|error| match error {
            LoadError::Io { problem, .. } if problem.kind() == io::ErrorKind::NotFound => {
                LoadError::Absent { place: summary.entry(path), file }
            }
            other => other,
        })?;
        let mut chapter = Chapter::of_text(listed.name, self.src, path, text);
        chapter.reuse(self.known);
        chapter.number.clone_from(&listed.number);
        chapter.parents.clone_from(&listed.parents);
        chapter.index = listed.index;
        Ok(Some(chapter))
    }
}

/// The source directory, relative to the root, with forward slashes.
fn src(root: &Path, config: &Value, has_book_toml: bool) -> Result<String, LoadError> {
    let configured = config.pointer("/book/src").and_then(Value::as_str);
    let src = configured.map(|src| src.replace('\\', "/").trim_end_matches('/').to_owned());
    if let (None, false) = (&src, has_book_toml) {
        let holds_summary = |src: &&str| root.join(src).join("SUMMARY.md").is_file();
        let found = ["src", ""].into_iter().find(holds_summary);
        // In the source directory of a book, leaving its configuration unread would mislead.
        let inside = found == Some("") && root.join("../book.toml").is_file();
        return found.filter(|_| !inside).map(str::to_owned).ok_or_else(|| no_book(root));
    }
    Ok(src.unwrap_or_else(|| "src".to_owned()))
}

/// Looks further up, since being in `src/` is the usual reason.
fn no_book(root: &Path) -> LoadError {
    let absolute = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let mut above = absolute.ancestors().skip(1);
    let above = above.position(|directory| directory.join("book.toml").is_file());
    let above = above.map(|levels| {
        let up: PathBuf = std::iter::repeat_n(Component::ParentDir, levels + 1).collect();
        if root == Path::new(".") { up } else { root.join(up) }
    });
    LoadError::NoBook { directory: root.to_owned(), above }
}

/// Whether a path leads out of the directory it starts from. A symbolic link may: mdBook follows it.
fn leaves(path: &Path) -> bool {
    let mut depth = 0_usize;
    for component in path.components() {
        match component {
            Component::Normal(_) => depth += 1,
            Component::CurDir => {}
            Component::ParentDir if depth > 0 => depth -= 1,
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => return true,
        }
    }
    false
}
