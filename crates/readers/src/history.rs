//! What git knows of a book's files, and of the code beside it: read once for all who ask.

use crate::book::{Book, Chapter};
use crate::files;
use crate::git::{Repository, Standing, Unavailable};

/// How much of a repository's history is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// What changed the chapters.
    Chapters,
    /// What changed any file.
    Repository,
}

/// The history of a book's repository.
#[derive(Debug)]
pub struct BookHistory {
    /// The commits, or why there are none.
    pub repository: Result<Repository, Unavailable>,
    /// For each chapter, whether what it says is what was committed; none where no page shows commits.
    pub standing: Option<Vec<Standing>>,
    /// For each chapter, its file as the history names it.
    pub files: Vec<String>,
}

impl BookHistory {
    /// The commits, where they can be had.
    pub fn known(&self) -> Option<&Repository> {
        self.repository.as_ref().ok()
    }

    /// Starts git once, and where pages show commits compares the chapters on disk with what it has.
    pub(crate) fn read(book: &Book<'_>, reach: Reach, shown: bool) -> Self {
        let source_dir = book.source_dir();
        let outside = book.chapters.iter().any(|chapter| chapter.text_path().starts_with("../"));
        let from_top = outside || reach == Reach::Repository;
        let top = source_dir.canonicalize().ok().filter(|_| from_top);
        let top = top.as_deref().and_then(files::repository);
        let repository = Repository::read(top.unwrap_or(&source_dir));
        let name = |path: &str| match top {
            Some(_) => book.site().in_repository(path).unwrap_or_default(),
            None => path.to_owned(),
        };
        let files: Vec<String> =
            book.chapters.iter().map(|chapter| name(chapter.text_path())).collect();
        let standing = |(chapter, name): (&Chapter<'_>, &String)| {
            match (&repository, book.overlay.read(&source_dir.join(chapter.text_path()))) {
                (Ok(repository), Ok(content)) => repository.standing(name, &content),
                // A chapter that is on no disk was made by another preprocessor, and has no history.
                _ => Standing::Untracked,
            }
        };
        let standing = shown.then(|| book.chapters.iter().zip(&files).map(standing).collect());
        Self { repository, standing, files }
    }
}
