//! The book as every command sees it, whether mdBook sent it or `SUMMARY.md` led to it.

mod chapter;

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use text::link::join;
use text::source::{Source, without_bom};

use crate::files::Overlay;
use crate::git::snapshot::NoRevision;
use crate::online::Links;
use crate::settings::Settings;
use crate::site::Site;

pub use chapter::{Chapter, Content, Known};

/// What is made of a book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Output {
    /// Nothing, by commands that only look.
    #[default]
    Nothing,
    /// Files as they lie, which are read without mdBook.
    Files,
    /// What one of mdBook's renderers makes of it.
    Rendered {
        /// The renderer's name; `html` for the built-in one.
        renderer: String,
        /// The names of what else may draw on its pages: preprocessors, and languages of code for which scripts of the book look.
        helpers: Vec<String>,
    },
}

/// Reads a book as it was where its checked out commit left a revision, and hands it on with its configuration
/// of that time; a book that was not there is not handed on. Fails where that state cannot be had.
///
/// Who loads books says how: what is understood of one lies below.
pub type Earlier =
    fn(&Book<'_>, &str, &mut dyn FnMut(&Book<'_>, &Settings)) -> Result<(), NoRevision>;

/// All chapters that have a file, in reading order.
#[derive(Debug)]
pub struct Book<'a> {
    /// The directory of `book.toml`.
    pub root: PathBuf,
    /// The source directory, relative to the root, with forward slashes.
    pub src: String,
    /// The chapters, in reading order.
    pub chapters: Vec<Chapter<'a>>,
    /// Whether `SUMMARY.md` says what belongs to it; false for a tree of plain files.
    pub listed: bool,
    /// What is made of it.
    pub output: Output,
    /// What the book says of where its repository is shown.
    pub links: Links,
    /// The unsaved texts that its files are read with.
    pub overlay: Overlay,
    /// How an earlier state of it is read; none for a book that has no past.
    pub earlier: Option<Earlier>,
    site: OnceLock<Site>,
}

impl<'a> Book<'a> {
    /// A book of some chapters that renders nothing; `src` is relative to the root.
    pub fn new(root: PathBuf, src: String, chapters: Vec<Chapter<'a>>) -> Self {
        let (links, site) = (Links::default(), OnceLock::new());
        let overlay = Overlay::default();
        Self {
            root,
            src,
            chapters,
            listed: true,
            output: Output::Nothing,
            links,
            overlay,
            earlier: None,
            site,
        }
    }

    /// The same, for something else to be made of it.
    #[must_use]
    pub fn for_output(self, output: Output) -> Self {
        Self { output, ..self }
    }
}

impl Book<'_> {
    /// The directory the chapters' paths are relative to.
    pub fn source_dir(&self) -> PathBuf {
        self.root.join(&self.src)
    }

    /// Where it lies among the files around it; looked for once.
    pub fn site(&self) -> &Site {
        self.site.get_or_init(|| Site::of(&self.root, &self.src))
    }

    /// A file of the book on disk, from its name in findings.
    pub fn on_disk(&self, file: &str) -> PathBuf {
        self.root.join(Path::new(file))
    }

    /// `SUMMARY.md` as it is on disk now; none where it cannot be read.
    pub fn summary(&self) -> Option<Arc<Source>> {
        let text = self.overlay.read_text(&self.source_dir().join("SUMMARY.md")).ok()?;
        Some(Source::new(join(&self.src, "SUMMARY.md"), without_bom(&text)))
    }

    /// The chapter with this path (relative to the source directory).
    pub fn chapter(&self, path: &str) -> Option<&Chapter<'_>> {
        self.chapters.iter().find(|chapter| chapter.path == path)
    }
}
