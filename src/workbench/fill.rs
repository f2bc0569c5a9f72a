//! `fill`: the missing sections of a chapter, in the author's own file.

use std::path::{Path, PathBuf};

use similar::TextDiff;

use crate::write;
use load::{Home, Loaded};
use readers::analysis::Analysis;
use readers::document::BoundDocument;
use readers::document::gap::Gap;
use readers::settings::env::Environment;
use show::fill::{OpenBlock, open_block};
use text::edit::Edits;
use text::source::Source;

use super::WorkbenchError;
use super::place::{chapter_path, named_in_diff};

/// A chapter's text before and after.
#[derive(Debug)]
pub(crate) struct Filled {
    /// The file on disk.
    pub path: PathBuf,
    /// Its name relative to the book's root.
    pub file: String,
    /// As it is.
    pub old: String,
    /// With the missing sections.
    pub new: String,
    /// How many those are.
    pub sections: usize,
}

impl Filled {
    /// What changes, as a unified diff; empty when nothing does.
    pub(crate) fn diff(&self) -> String {
        let file = named_in_diff(&self.path);
        let (from, to) = (format!("a/{file}"), format!("b/{file}"));
        let diff = TextDiff::from_lines(&self.old, &self.new);
        diff.unified_diff().context_radius(3).header(&from, &to).to_string()
    }

    /// Writes it.
    ///
    /// # Errors
    /// The file is read-only, was changed meanwhile, or cannot be written.
    pub(crate) fn write(&self) -> Result<(), WorkbenchError> {
        Ok(write::replace(&self.path, &self.old, &self.new)?)
    }
}

/// Fills a chapter of a book, or a file of a tree, without writing it.
///
/// What is added is read again, and what is missing then is added as well: filling twice is filling once.
///
/// # Errors
/// The file is no chapter of the book, is bound to no template, or takes no sections.
pub(crate) fn fill(home: &Home, path: &Path) -> Result<Filled, WorkbenchError> {
    let there = || {
        let found = std::fs::metadata(path);
        found.map_err(|source| WorkbenchError::Read { path: path.to_owned(), source })
    };
    let mut loaded = match home {
        Home::Book(root) => load::load(root, Environment::of_process())?,
        Home::Tree(root) => {
            there()?;
            load::tree(root, &[path.to_owned()], Environment::of_process())?
        }
    };
    let below = chapter_path(path, &loaded.book.source_dir())?;
    there()?;
    let listed = loaded.book.chapters.iter().position(|chapter| chapter.path == below);
    let index = listed.ok_or_else(|| WorkbenchError::NotListed(path.to_owned()))?;
    let old = loaded.book.chapters[index].source().text().to_owned();
    let (mut new, mut sections) = (old.clone(), 0);
    let mut missing = usize::MAX;
    while missing > 0 {
        let (text, added) = round(&loaded, index, path, &new)?;
        // Open HTML at the end takes all that is added.
        if added >= missing {
            return Err(WorkbenchError::Unfillable { path: path.to_owned(), line: None });
        }
        (new, missing) = (text.clone(), added);
        sections += added;
        loaded.book.chapters[index].rewrite(text);
    }
    let chapter = &loaded.book.chapters[index];
    // A chapter that is one include is written where its text stands.
    let path =
        if chapter.is_included() { loaded.book.on_disk(chapter.file()) } else { path.to_owned() };
    Ok(Filled { path, file: chapter.file().to_owned(), old, new, sections })
}

/// The chapter's text with what it lacks now, and how many sections those are.
fn round(
    loaded: &Loaded,
    index: usize,
    path: &Path,
    text: &str,
) -> Result<(String, usize), WorkbenchError> {
    let analysis = Analysis::new(&loaded.book, &loaded.config.settings);
    let bound = analysis.annotated.iter().find(|annotated| annotated.chapter == index);
    let bound = bound.and_then(|annotated| annotated.bound.as_ref());
    let bound = bound.ok_or_else(|| WorkbenchError::NotBound(path.to_owned()))?;
    if let Some(open) = open_block(text, show::fill::wanted(bound)) {
        let line = match open {
            OpenBlock::Code(start) => Some(Source::new("", text).line(start)),
            OpenBlock::Comment => None,
        };
        return Err(WorkbenchError::Unfillable { path: path.to_owned(), line });
    }
    Ok(filled(text, bound))
}

/// The chapter's text with the missing sections, and their number.
fn filled(text: &str, bound: &BoundDocument) -> (String, usize) {
    let gaps: Vec<&Gap> = show::fill::wanted(bound).collect();
    let mut edits = Edits::default();
    edits.extend(show::fill::edits(text, bound, gaps.iter().copied()));
    (edits.apply(text), gaps.len())
}
