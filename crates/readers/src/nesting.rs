//! Records that SUMMARY.md does not list, and the chapters under which they are shown.

use text::link;

use crate::book::Book;
use crate::directive::Ask;
use crate::document::Annotated;
use crate::settings::{AdrChapters, Settings};

use crate::adr::Collection;

/// The records that become chapters, each with the chapter it stands under (indices into the
/// collection's entries and the book's chapters).
#[derive(Debug)]
pub struct Nesting(pub Vec<(usize, usize)>);

impl Nesting {
    /// What is nested; none when the configuration does not ask for it, or when no chapter is an index.
    pub fn of(
        book: &Book<'_>,
        settings: &Settings,
        annotated: &[Annotated],
        records: &Collection,
    ) -> Option<Self> {
        if settings.adr.chapters != AdrChapters::Nested {
            return None;
        }
        let indexes = indexes(book, annotated, records);
        let first = *indexes.first()?;
        let entries = records.entries.iter().enumerate();
        let unlisted = entries.filter(|(_, entry)| entry.chapter.is_none());
        let placed = unlisted.map(|(index, entry)| {
            let near = indexes.iter().filter(|&&chapter| {
                let directory = link::directory(&book.chapters[chapter].path);
                entry.record.path.strip_prefix(directory).is_some_and(|rest| rest.starts_with('/'))
            });
            let nearest = near.max_by_key(|&&chapter| book.chapters[chapter].path.len());
            (index, nearest.copied().unwrap_or(first))
        });
        Some(Self(placed.collect()))
    }

    /// Whether there is a chapter that records could be nested under.
    pub fn has_place(book: &Book<'_>, annotated: &[Annotated], records: &Collection) -> bool {
        !indexes(book, annotated, records).is_empty()
    }
}

/// The chapters with an index; else the pages of the records' directories.
fn indexes(book: &Book<'_>, annotated: &[Annotated], records: &Collection) -> Vec<usize> {
    let with_index = annotated.iter().filter(|chapter| {
        chapter.scan.directives.iter().any(|directive| matches!(directive.asks, Ask::AdrIndex(_)))
    });
    let with_index: Vec<usize> = with_index.map(|chapter| chapter.chapter).collect();
    if !with_index.is_empty() {
        return with_index;
    }
    let chapters = book.chapters.iter().enumerate();
    let pages = chapters.filter(|(_, chapter)| {
        let directory = link::directory(&chapter.path);
        link::is_directory_page(&chapter.path)
            && records.roots.iter().any(|root| root.path == directory)
    });
    pages.map(|(index, _)| index).collect()
}
