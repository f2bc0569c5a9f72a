//! Records that SUMMARY.md does not list, as chapters below their index.

use crate::adr::collection::Entry;
use crate::adr::path;
use crate::analysis::Analysis;
use crate::config::AdrChapters;
use crate::directive::Kind;
use crate::edit::Edits;
use crate::expand::Style;
use crate::protocol::{NewChapter, ProtocolError};

use super::{chapter, full_name};

/// The records that become chapters, each with the chapter it stands under (indices into the
/// collection's entries and the book's chapters).
#[derive(Debug)]
pub struct Nested(Vec<(usize, usize)>);

/// What is nested; none when the configuration does not ask for it, or when no chapter is an index.
pub fn nested(analysis: &Analysis<'_>) -> Option<Nested> {
    if analysis.settings.adr.chapters != AdrChapters::Nested {
        return None;
    }
    let indexes = indexes(analysis);
    let first = *indexes.first()?;
    let entries = analysis.records.entries.iter().enumerate();
    let unlisted = entries.filter(|(_, entry)| entry.chapter.is_none());
    let placed = unlisted.map(|(index, entry)| {
        let near = indexes.iter().filter(|&&chapter| {
            let directory = path::directory(&analysis.book.chapters[chapter].path);
            entry.record.path.strip_prefix(directory).is_some_and(|rest| rest.starts_with('/'))
        });
        let nearest = near.max_by_key(|&&chapter| analysis.book.chapters[chapter].path.len());
        (index, nearest.copied().unwrap_or(first))
    });
    Some(Nested(placed.collect()))
}

/// The chapters with an index; else the pages of the records' directories.
fn indexes(analysis: &Analysis<'_>) -> Vec<usize> {
    let with_index = analysis.annotated.iter().filter(|chapter| {
        chapter.scan.directives.iter().any(|directive| directive.kind == Kind::AdrIndex)
    });
    let with_index: Vec<usize> = with_index.map(|chapter| chapter.chapter).collect();
    if !with_index.is_empty() {
        return with_index;
    }
    let chapters = analysis.book.chapters.iter().enumerate();
    let pages = chapters.filter(|(_, chapter)| {
        let directory = path::directory(&chapter.path);
        path::is_directory_page(&chapter.path)
            && analysis.records.roots.iter().any(|root| root.path == directory)
    });
    pages.map(|(index, _)| index).collect()
}

impl Nested {
    /// The new chapters, each with the chapter it goes under (an index into the received book).
    ///
    /// # Errors
    /// A record's path is one that mdBook must not be given.
    pub fn chapters(
        &self,
        analysis: &Analysis<'_>,
    ) -> Result<Vec<(usize, NewChapter)>, ProtocolError> {
        let style = Style::for_target(analysis.book.target.as_ref());
        let mut added = vec![0; analysis.book.chapters.len()];
        let mut chapters = Vec::with_capacity(self.0.len());
        for &(index, parent) in &self.0 {
            let Entry { record, .. } = &analysis.records.entries[index];
            let mut edits = Edits::default();
            if analysis.settings.adr.banner {
                edits.extend(chapter::edits(&analysis.records, index, style));
            }
            let content = edits.apply(record.source.text());
            let mut new = NewChapter::new(full_name(record), path::page(&record.path), content)?
                .source_path(record.path.clone());
            let above = &analysis.book.chapters[parent];
            if let Some(number) = &above.number {
                added[parent] += 1;
                let last = children(analysis, parent).saturating_add(added[parent]);
                new = new.number(number.iter().copied().chain([last]).collect());
            }
            chapters.push((above.index, new));
        }
        Ok(chapters)
    }
}

/// How many numbered chapters stand directly under a chapter.
fn children(analysis: &Analysis<'_>, parent: usize) -> u32 {
    let Some(number) = &analysis.book.chapters[parent].number else { return 0 };
    let below = analysis.book.chapters.iter().filter_map(|chapter| {
        let (last, above) = chapter.number.as_deref()?.split_last()?;
        (above == number.as_slice()).then_some(*last)
    });
    below.max().unwrap_or(0)
}
