//! The change logs of a book, and the day that counts as today.

use crate::book::{Book, Chapter};
use crate::config::Settings;
use crate::date::Date;
use crate::directive;
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
    /// Reads the logs of the book's documents: the chapters with a directive, and those that the
    /// configuration binds. Other chapters are prose, and not read at all.
    pub fn read(book: &Book<'_>, settings: &Settings) -> Self {
        let is_document = |chapter: &Chapter<'_>| {
            chapter.mentions(directive::OPENING)
                || settings.documents.iter().any(|bound| bound.paths.contains(&chapter.path))
        };
        Self::of(book, settings, is_document)
    }

    /// Reads the logs of all chapters.
    pub fn read_all(book: &Book<'_>, settings: &Settings) -> Self {
        Self::of(book, settings, |_| true)
    }

    fn of(book: &Book<'_>, settings: &Settings, chosen: impl Fn(&Chapter<'_>) -> bool) -> Self {
        let chapters = book.chapters.iter().enumerate().filter(|(_, chapter)| chosen(chapter));
        let histories = chapters
            .filter_map(|(index, chapter)| History::of(&Document::parse(chapter.source()), index))
            .collect();
        Self { histories, today: today(settings) }
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
