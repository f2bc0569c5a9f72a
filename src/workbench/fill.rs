//! `fill`: the missing sections of a chapter, in the author's own file.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use similar::TextDiff;

use crate::write;
use load::{Home, Loaded};
use readers::analysis::Analysis;
use readers::document::bound_to;
use readers::settings::env::Environment;
use show::fill::{OpenBlock, chapters, open_block, wanted};
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
    /// The headings of chapters that are missing and want files of their own.
    pub chapters: Vec<String>,
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
/// What is added is read again, and what is missing then is added as well: filling twice is filling once. A section
/// whose heading is read as something else in this text gets its id as well.
///
/// # Errors
/// The file is no chapter of the book, is bound to no template, or takes no sections.
pub(crate) fn fill(home: &Home, path: &Path) -> Result<Filled, WorkbenchError> {
    let there = || {
        let found = std::fs::metadata(path);
        found.map_err(|source| WorkbenchError::Read { path: path.to_owned(), source })
    };
    if let Home::Tree(_) = home {
        there()?;
    }
    let mut loaded = home.load(&[path.to_owned()], Environment::of_process())?;
    let below = chapter_path(path, &loaded.book.source_dir())?;
    there()?;
    let listed = loaded.book.chapters.iter().position(|chapter| chapter.path == below);
    let index = listed.ok_or_else(|| WorkbenchError::NotListed(path.to_owned()))?;
    let old = loaded.book.chapters[index].source().text().to_owned();
    let mut by_id = BTreeSet::new();
    let (new, sections, chapters) = loop {
        let mut rounds = Rounds {
            text: old.clone(),
            by_id: by_id.clone(),
            added: BTreeSet::new(),
            chapters: Vec::new(),
        };
        let unread = rounds.run(&mut loaded, index, path)?;
        if unread.is_empty() {
            break (rounds.text, rounds.added.len(), rounds.chapters);
        }
        // Even an id is not read: open HTML takes in all that is added.
        if unread.is_subset(&by_id) {
            return Err(WorkbenchError::Unfillable { path: path.to_owned(), line: None });
        }
        by_id.extend(unread);
    };
    let chapter = &loaded.book.chapters[index];
    // A chapter that is one include is written where its text stands.
    let path =
        if chapter.is_included() { loaded.book.on_disk(chapter.file()) } else { path.to_owned() };
    Ok(Filled { path, file: chapter.file().to_owned(), old, new, sections, chapters })
}

/// A text that is filled until nothing is missing in it.
struct Rounds {
    text: String,
    /// The sections that are written with their ids.
    by_id: BTreeSet<usize>,
    /// The sections that are written.
    added: BTreeSet<usize>,
    /// The headings of chapters that are missing and written nowhere here.
    chapters: Vec<String>,
}

impl Rounds {
    /// Adds what is missing; gives what is missing although it was added.
    fn run(
        &mut self,
        loaded: &mut Loaded,
        index: usize,
        path: &Path,
    ) -> Result<BTreeSet<usize>, WorkbenchError> {
        loop {
            loaded.book.chapters[index].rewrite(self.text.clone());
            let (text, missing) = self.round(loaded, index, path)?;
            let unread: BTreeSet<usize> = missing.intersection(&self.added).copied().collect();
            if missing.is_empty() || !unread.is_empty() {
                return Ok(unread);
            }
            self.text = text;
            self.added.extend(missing);
        }
    }

    /// The chapter's text with what it lacks now, and which sections those are.
    fn round(
        &mut self,
        loaded: &Loaded,
        index: usize,
        path: &Path,
    ) -> Result<(String, BTreeSet<usize>), WorkbenchError> {
        let analysis = Analysis::new(&loaded.book, &loaded.config.settings);
        let bound = bound_to(&analysis.annotated, index);
        let bound = bound.ok_or_else(|| WorkbenchError::NotBound(path.to_owned()))?;
        if let Some(open) = open_block(&self.text, wanted(bound)) {
            let line = match open {
                OpenBlock::Code(start) => Some(Source::new("", &*self.text).line(start)),
                OpenBlock::Html => None,
            };
            return Err(WorkbenchError::Unfillable { path: path.to_owned(), line });
        }
        self.chapters = chapters(bound).map(|gap| gap.words(bound).trim().to_owned()).collect();
        let mut edits = Edits::default();
        edits.extend(show::fill::edits(&self.text, bound, wanted(bound), &self.by_id));
        Ok((edits.apply(&self.text), wanted(bound).map(|gap| gap.section).collect()))
    }
}
