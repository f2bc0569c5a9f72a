//! Change logs: the history of a document as people write it, and as git knows it.
//!
//! [`read`] finds the logs of one document: a table in any column order, a list, bare dated lines,
//! dated or bold headings, releases in the manner of
//! [Keep a Changelog](https://keepachangelog.com/en/1.1.0/), a list in the front matter. All give
//! the same [`Entry`]. Values are as written and keep their spans; what the text does not state is
//! `None`, never a guess.

mod beneath;
mod body;
pub mod book;
mod certain;
mod columns;
mod content;
pub mod direction;
pub mod entry;
mod found;
pub mod front_matter;
mod grid;
mod heading;
mod html_words;
mod items;
mod key;
mod locate;
mod nested;
mod numbered;
mod parts;
mod person;
mod release;
mod releases;
pub mod rows;
mod run;
mod settle;
pub mod stated;
pub mod steps;
mod table;
mod time;
pub mod version;
mod wording;

pub use book::ChangeLogs;
pub use direction::Direction;
pub use entry::{Blank, Dated, Entry, Field, Release, Text};
pub use stated::Stated;

use std::sync::Arc;

use text::markdown::Document;
use text::source::{Place, Source, Span};
use words::date::Order;

/// A change log as it stands in one document.
#[derive(Clone, Debug)]
pub struct Log {
    /// From the heading to the end of the last row.
    pub place: Place,
    /// What stands over it, without marks and a trailing colon; a bold line counts as a heading.
    pub heading: Option<Text>,
    /// The entries alone, without heading and introduction: the table, or the list.
    pub body: Span,
    /// The blocks of it that say nothing but what the entries say.
    pub told: Vec<Span>,
    /// How it is written.
    pub kind: Kind,
    /// What it tells of.
    pub subject: Subject,
    /// Which end is the newest; none where nothing tells.
    pub direction: Option<Direction>,
    /// The entries, in the order of the text.
    pub entries: Vec<Entry>,
    /// Rows that are still as the template had them; they are no entries.
    pub untouched: Vec<Span>,
    /// True where nothing but comments, `N/A` or a table's header stands under the heading.
    pub empty: bool,
    /// Whether nobody takes it for anything else: it is called a log, or kept as one, and most of its
    /// entries say when or which version.
    pub certain: bool,
}

/// How a log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A table; a row is an entry.
    Table,
    /// Bullets, bare dated lines or dated sub-headings.
    List,
    /// One heading a release.
    KeepAChangelog,
    /// A list of mappings in the front matter, or a mapping by version or day.
    FrontMatter,
    /// The commits that changed the file.
    Git,
    /// A section that is called a log and holds no entry.
    Prose,
}

impl Kind {
    /// The word of JSON output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::List => "list",
            Self::KeepAChangelog => "keep-a-changelog",
            Self::FrontMatter => "front-matter",
            Self::Git => "git",
            Self::Prose => "prose",
        }
    }
}

/// What a log tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The history of the document.
    Changes,
    /// The history of what the document proposes; versions in it number a product.
    Milestones,
    /// Who signed the document off: read and checked, but never shown as a change log.
    Reviews,
    /// The releases of a program.
    Releases,
}

impl Subject {
    /// The word of JSON output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Changes => "changes",
            Self::Milestones => "milestones",
            Self::Reviews => "reviews",
            Self::Releases => "releases",
        }
    }

    /// Whether the versions number the thing logged, so that they must not fall or jump.
    pub const fn versioned(self) -> bool {
        matches!(self, Self::Changes | Self::Releases)
    }
}

/// What one document says of its history.
#[derive(Clone, Debug)]
pub struct History {
    /// The document.
    pub source: Arc<Source>,
    /// The chapter's place among the book's chapters.
    pub chapter: usize,
    /// Its logs.
    pub logs: Vec<Log>,
    /// What its top states of version and date.
    pub stated: Stated,
    /// Whether somebody asked for its logs: a directive shows them, or the file was named.
    pub asked: bool,
}

impl History {
    /// Reads the history of a document; none where the text has no log. `order` is that of dates which can
    /// be read in two ways.
    pub fn of(document: &Document, chapter: usize, order: Option<Order>) -> Option<Self> {
        let logs = Some(read(document, order)).filter(|logs| !logs.is_empty())?;
        let stated = stated::read(document, &logs);
        let source = Arc::clone(&document.source);
        Some(Self { source, chapter, logs, stated, asked: false })
    }

    /// The logs that may be accused: those that are certain; where somebody asked for them also the others
    /// that say when or which version.
    pub fn judged(&self) -> impl Iterator<Item = &Log> {
        self.logs.iter().filter(|log| log.certain || (self.asked && certain::says_when(log)))
    }

    /// A place in the document.
    pub fn place(&self, span: Span) -> Place {
        Place::new(&self.source, span)
    }
}

impl Log {
    /// The newest entry, by the log's direction; an unreleased one does not count.
    pub fn newest(&self) -> Option<&Entry> {
        let mut out = self.entries.iter().filter(|entry| entry.release != Release::Unreleased);
        match self.direction? {
            Direction::NewestFirst | Direction::Single => out.next(),
            Direction::OldestFirst => out.next_back(),
        }
    }

    /// Whether its entries are about different parts, each with versions of its own.
    pub fn is_of_parts(&self) -> bool {
        parts::are_apart(&self.entries)
    }

    /// The entries from the oldest to the newest, with their indices.
    pub fn chronological(&self) -> Vec<(usize, &Entry)> {
        let mut entries: Vec<_> = self.entries.iter().enumerate().collect();
        if self.direction == Some(Direction::NewestFirst) {
            entries.reverse();
        }
        entries
    }
}

/// All logs of a document, in the order of the text; the one in the front matter comes first. `order` is
/// that of dates which can be read in two ways, where no other date of a log tells.
pub fn read(document: &Document, order: Option<Order>) -> Vec<Log> {
    let mut logs: Vec<Log> = front_matter::log(document).into_iter().collect();
    logs.extend(locate::logs(document));
    for log in &mut logs {
        settle::dates(document, log, order);
        settle::authors(log);
        log.direction = direction::of(&log.entries);
        log.certain = log.certain && certain::is_kept(log);
    }
    logs
}

#[cfg(test)]
mod tests;
