//! A book: what `SUMMARY.md` lists.

use std::fs::{self, DirEntry};
use std::io;
use std::path::{Component, Path};

use readers::book::{Book, Chapter, Known};
use readers::files::{self, Ignored, Overlay};
use readers::summary::{Listed, Summary, SummaryError};
use readers::wrapper;
use text::link::join;

use crate::book_toml::BookToml;
use crate::file::read;
use crate::{LoadError, Loaded, Reading};

/// See [`crate::load`].
///
/// # Errors
/// Those of [`crate::load`].
pub(crate) fn load(root: &Path, reading: Reading) -> Result<Loaded, LoadError> {
    if !root.is_dir() {
        return Err(LoadError::NotADirectory(root.to_owned()));
    }
    let (overlay, before) = (reading.overlay.clone(), reading.before.clone());
    let known = before.as_deref().map(|book| Known::of(&book.chapters)).unwrap_or_default();
    let book_toml = BookToml::read(root, &reading)?;
    let (src, links) = (book_toml.src(root)?, book_toml.links());
    let config = book_toml.of_book(root, reading)?;

    let source = Files { root, src: &src, overlay: &overlay, known: &known };
    let [mut problems, mut passed_over] = [Vec::new(), Vec::new()];
    let (summary, refused) = source.summary()?;
    problems.extend(refused);
    let mut chapters = Vec::new();
    let mut ignored = Ignored::default();
    for listed in summary.chapters() {
        match source.chapter(&listed, &summary) {
            Ok(chapter) => chapters.extend(chapter),
            Err(problem) if is_made_elsewhere(root, &problem, &mut ignored) => {
                passed_over.push(problem);
            }
            Err(problem) => problems.push(problem),
        }
    }
    let mut book = Book::new(root.to_owned(), src, chapters);
    book.overlay = overlay;
    book.links = links;
    wrapper::open(&mut book, &config.settings);
    let opened = book.chapters.iter_mut().filter(|chapter| chapter.is_included());
    opened.for_each(|chapter| chapter.reuse(&known));
    Ok(Loaded { book, config, problems, passed_over })
}

/// Whether a chapter that is not there would be ignored by git: another step writes it before the book is built. Where
/// Markdown files lie beside it, the step has run, or the chapter was never one of its files.
fn is_made_elsewhere(root: &Path, problem: &LoadError, ignored: &mut Ignored) -> bool {
    let LoadError::Absent { file, .. } = problem else { return false };
    let Ok(root) = root.canonicalize() else { return false };
    let is_of_git = root.ancestors().any(|above| above.join(".git").exists());
    let file = root.join(file);
    is_of_git && ignored.holds(&file) && !file.parent().is_some_and(has_markdown)
}

fn has_markdown(directory: &Path) -> bool {
    let is_markdown = |one: &DirEntry| files::is_markdown(&one.file_name().to_string_lossy());
    fs::read_dir(directory).is_ok_and(|found| found.flatten().any(|one| is_markdown(&one)))
}

/// Whether the book's `SUMMARY.md` lists a chapter, whether or not its file exists.
///
/// # Errors
/// `SUMMARY.md` cannot be read.
pub fn lists(root: &Path, src: &str, path: &str) -> Result<bool, LoadError> {
    let overlay = &Overlay::default();
    let (summary, refused) = Files { root, src, overlay, known: &Known::default() }.summary()?;
    refused.map_or_else(|| Ok(summary.list([path])), Err)
}

/// Where the files of a book lie, and what lies over them.
struct Files<'b> {
    root: &'b Path,
    src: &'b str,
    overlay: &'b Overlay,
    known: &'b Known<'b>,
}

impl Files<'_> {
    /// Reads the `SUMMARY.md` of the source directory. Of one that mdBook's reader refuses, what it links all the same,
    /// and why it is refused: records and change logs do not depend on it.
    fn summary(&self) -> Result<(Summary, Option<LoadError>), LoadError> {
        let file = join(self.src, "SUMMARY.md");
        let text =
            read(self.overlay, &self.root.join(&file), &file).map_err(|error| match error {
                LoadError::Io { problem, .. } if problem.kind() == io::ErrorKind::NotFound => {
                    LoadError::NoSummary { file: file.clone(), src: self.src.to_owned() }
                }
                other => other,
            })?;
        let read = Summary::of_text(file.clone(), &text);
        let problem = |problem: String, place| LoadError::Summary { file, problem, place };
        match read {
            Ok(summary) => Ok((summary, None)),
            Err(SummaryError::Invalid { problem: said, twice, links }) => {
                Ok((*links, Some(problem(said, twice))))
            }
            Err(error @ SummaryError::TooDeep) => Err(problem(error.to_string(), None)),
        }
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
