//! The change logs of a book, and the day that counts as today.

use crate::book::Book;
use crate::config::Settings;
use crate::date::Date;
use crate::document::Document;

use super::History;

/// The histories of a book's documents.
#[derive(Debug)]
pub struct ChangeLogs {
    /// Those that were read, in the order of the chapters.
    pub histories: Vec<History>,
    /// The day after which a date is in the future.
    pub today: Date,
}

impl ChangeLogs {
    /// Reads the logs of documents that are parsed already, each with its chapter's index.
    pub fn read<'d>(
        documents: impl IntoIterator<Item = (usize, &'d Document)>,
        settings: &Settings,
    ) -> Self {
        let histories = documents
            .into_iter()
            .filter_map(|(chapter, document)| History::of(document, chapter))
            .collect();
        Self { histories, today: today(settings) }
    }

    /// Reads the logs of all chapters.
    pub fn read_all(book: &Book<'_>, settings: &Settings) -> Self {
        let documents: Vec<Document> =
            book.chapters.iter().map(|chapter| Document::parse(chapter.source())).collect();
        Self::read(documents.iter().enumerate(), settings)
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
