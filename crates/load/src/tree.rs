//! Markdown files without a book: what GitHub, `MkDocs` or an editor shows.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use readers::adr;
use readers::book::{Book, Chapter, Known};
use readers::files::{self, Bounds};
use readers::parallel;
use readers::settings::Settings;
use text::link::slashed;

use crate::book_toml::BookToml;
use crate::file::read;
use crate::{LoadError, Loaded, Reading, archdoc_toml};

/// See [`crate::tree`].
///
/// # Errors
/// Those of [`crate::tree`].
pub(crate) fn tree(root: &Path, paths: &[PathBuf], reading: Reading) -> Result<Loaded, LoadError> {
    let (overlay, before) = (reading.overlay.clone(), reading.before.clone());
    let known = before.as_deref().map(|book| Known::of(&book.chapters)).unwrap_or_default();
    let config = BookToml::read(root, &reading)?.of_tree(root, reading)?;

    let [mut problems, mut passed_over] = [Vec::new(), Vec::new()];
    let mut chapters = Vec::new();
    let bounds = Bounds::around(root);
    let files = files_of(root, paths, &mut problems)?;
    let chapter = |(name, on_disk): &(String, PathBuf)| {
        // Links to directories are not followed, so that only a file's own link leads out.
        if on_disk.is_symlink() && bounds.refuse(on_disk).is_some() {
            return Err(LoadError::Refused { file: name.clone() });
        }
        let mut chapter = Chapter::of_text(name, "", name, read(&overlay, on_disk, name)?);
        chapter.reuse(&known);
        Ok(chapter)
    };
    for (chapter, (name, on_disk)) in parallel::map(&files, chapter).into_iter().zip(&files) {
        match chapter {
            Ok(chapter) => chapters.push(chapter),
            Err(problem @ LoadError::NotUtf8 { .. })
                if !is_named(on_disk, paths) && !is_wanted(name, &config.settings) =>
            {
                passed_over.push(problem);
            }
            Err(problem) => problems.push(problem),
        }
    }
    for (index, chapter) in chapters.iter_mut().enumerate() {
        chapter.index = index;
    }
    let root = root.to_owned();
    let mut book = Book::new(root, String::new(), chapters);
    book.listed = false;
    book.overlay = overlay;
    Ok(Loaded { book, config, problems, passed_over })
}

/// Whether a file itself was asked about, not only a directory above it.
fn is_named(file: &Path, paths: &[PathBuf]) -> bool {
    file.canonicalize().is_ok_and(|file| {
        paths.iter().any(|path| path.canonicalize().is_ok_and(|path| path == file))
    })
}

/// Whether somebody counts on a file of this name: a setting names it, or it is a decision record by its name or its
/// directory's.
fn is_wanted(name: &str, settings: &Settings) -> bool {
    settings.adr.paths.as_ref().is_some_and(|paths| paths.contains(name))
        || settings.documents.iter().any(|document| document.paths.contains(name))
        || adr::is_meant(name)
}

/// The files with their names from the root, sorted.
fn files_of(
    root: &Path,
    paths: &[PathBuf],
    problems: &mut Vec<LoadError>,
) -> Result<Vec<(String, PathBuf)>, LoadError> {
    let named =
        |path: &Path, source| LoadError::Io { file: path.display().to_string(), problem: source };
    let top = root.canonicalize().map_err(|error| named(root, error))?;
    let mut found = Vec::new();
    let bounded = files::repository(&top) == Some(&*top) || top.join(archdoc_toml::NAME).is_file();
    let whole = (bounded || paths.is_empty()).then(|| root.to_owned());
    let mut walked: Vec<PathBuf> = Vec::new();
    for path in whole.iter().chain(paths) {
        let real = path.canonicalize().map_err(|error| named(path, error))?;
        let outside = || LoadError::OutsideTree { path: path.clone(), root: root.to_owned() };
        let name = |file: &Path| file.strip_prefix(&top).ok().map(slashed);
        if walked.contains(&real) {
            continue;
        }
        if real.is_dir() {
            name(&real).ok_or_else(outside)?;
            below(&real, |file| found.extend(name(&file).map(|name| (name, file))), problems);
            walked.push(real);
        } else {
            found.push((name(&real).ok_or_else(outside)?, real));
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// The Markdown files below a directory. Links to directories are not followed: they may lead back up.
fn below(directory: &Path, mut take: impl FnMut(PathBuf), problems: &mut Vec<LoadError>) {
    let mut walk = WalkBuilder::new(directory);
    walk.require_git(false).filter_entry(|entry| {
        entry.depth() == 0 || !files::holds_no_text(&entry.file_name().to_string_lossy())
    });
    for entry in walk.build() {
        match entry {
            Ok(entry) => {
                let name = entry.file_name().to_string_lossy();
                let is_directory = entry
                    .file_type()
                    .is_none_or(|kind| kind.is_dir() || kind.is_symlink() && entry.path().is_dir());
                if files::is_markdown(&name) && !is_directory {
                    take(entry.into_path());
                }
            }
            Err(error) => {
                let file = directory.display().to_string();
                let source = std::io::Error::other(error);
                problems.push(LoadError::Io { file, problem: source });
            }
        }
    }
}
