//! The change logs of a book, and the day that counts as today.

use std::sync::OnceLock;

use crate::book::Book;
use crate::config::Settings;
use crate::date::Date;
use crate::directive::Kind;
use crate::document::Document;
use crate::documents::Annotated;
use crate::git::{Repository, Unavailable};

use super::History;
use super::view::{Scope, View};

/// The histories of a book's documents.
#[derive(Debug)]
pub struct ChangeLogs {
    /// Those that were read, in the order of the chapters.
    pub histories: Vec<History>,
    /// The day after which a date is in the future.
    pub today: Date,
    /// Those of all chapters, read when a change log of the whole book asks for them.
    every: OnceLock<Vec<History>>,
    /// What git knows, asked at most once.
    repository: OnceLock<Result<Repository, Unavailable>>,
}

impl ChangeLogs {
    /// Reads the logs of a book's annotated chapters; those of all chapters where one of them shows a
    /// change log of the whole book, since what is shown must be true.
    pub fn of_book(book: &Book<'_>, annotated: &[Annotated], settings: &Settings) -> Self {
        let directives = annotated.iter().flat_map(|chapter| &chapter.scan.directives);
        let mut logs = directives.filter(|directive| directive.kind == Kind::ChangeLog);
        if logs.any(|directive| View::read(directive, settings).0.scope == Scope::Book) {
            return Self::read_all(book, settings);
        }
        let parsed = annotated.iter().map(|chapter| (chapter.chapter, &*chapter.document));
        Self::read(parsed, settings)
    }

    /// Reads the logs of documents that are parsed already, each with its chapter's index.
    pub fn read<'d>(
        documents: impl IntoIterator<Item = (usize, &'d Document)>,
        settings: &Settings,
    ) -> Self {
        let histories = documents
            .into_iter()
            .filter_map(|(chapter, document)| History::of(document, chapter))
            .collect();
        Self {
            today: today(settings),
            histories,
            every: OnceLock::new(),
            repository: OnceLock::new(),
        }
    }

    /// The histories of all chapters of the book.
    pub fn every(&self, book: &Book<'_>) -> &[History] {
        self.every.get_or_init(|| {
            let documents = book.chapters.iter().map(|chapter| Document::parse(chapter.source()));
            documents
                .enumerate()
                .filter_map(|(index, document)| History::of(&document, index))
                .collect()
        })
    }

    /// What git knows of the files below the book's source directory. The first call starts git.
    ///
    /// # Errors
    /// Git, a repository or the full history is not there.
    pub fn repository(&self, book: &Book<'_>) -> Result<&Repository, &Unavailable> {
        self.repository.get_or_init(|| Repository::read(&book.source_dir())).as_ref()
    }

    /// Reads the logs of all chapters.
    pub fn read_all(book: &Book<'_>, settings: &Settings) -> Self {
        let logs = Self::read([], settings);
        let histories = logs.every(book).to_vec();
        Self { histories, ..logs }
    }
}

/// The day that counts as today: `as-of`, then
/// [`SOURCE_DATE_EPOCH`](https://reproducible-builds.org/specs/source-date-epoch/), then the clock.
pub fn today(settings: &Settings) -> Date {
    let epoch = || {
        let seconds = std::env::var("SOURCE_DATE_EPOCH").ok()?.trim().parse().ok()?;
        let instant = jiff::Timestamp::from_second(seconds).ok()?;
        Some(instant.to_zoned(jiff::tz::TimeZone::UTC).date())
    };
    let day = settings.as_of.or_else(epoch);
    Date::from(day.unwrap_or_else(|| jiff::Zoned::now().date()))
}
