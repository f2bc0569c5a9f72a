//! Records that SUMMARY.md does not list, as chapters below their index.

use std::collections::HashMap;

use readers::adr::LogPage;
use readers::adr::collection::Entry;
use readers::analysis::Analysis;
use text::edit::Edits;

use crate::front_matter;
use crate::style::Medium;

use super::{Heads, name};

/// A chapter that the received book does not have.
#[derive(Debug)]
pub struct NewChapter {
    /// The chapter it goes under: its place in the received book, drafts counted.
    pub parent: usize,
    /// The name in the sidebar.
    pub name: String,
    /// Where its page goes, relative to the source directory.
    pub path: String,
    /// Its file, relative to the source directory.
    pub source_path: String,
    /// Its Markdown.
    pub content: String,
    /// The section number; none under a chapter without one.
    pub number: Option<Vec<u32>>,
}

/// The records that become chapters; none where the configuration does not ask for it.
pub fn chapters(analysis: &Analysis<'_>) -> Vec<NewChapter> {
    let nesting = &analysis.nesting;
    let medium = Medium::of(&analysis.book.output);
    let heads = Heads::new(analysis, medium);
    let mut last: HashMap<usize, u32> = HashMap::new();
    let mut chapters = Vec::with_capacity(nesting.0.len());
    for &(index, parent) in &nesting.0 {
        let Entry { record, page, .. } = &analysis.records.entries[index];
        let Some(page) = page else { continue };
        let mut edits = Edits::default();
        if record.anchor.is_some() {
            // No section of a log has its front matter; the page is one.
            edits.extend(front_matter::edit(&record.file()));
        } else if analysis.settings.adr.banner {
            edits.extend(heads.edits(index));
        }
        edits.extend(analysis.relinked.records.get(&index).into_iter().flatten().cloned());
        let above = &analysis.book.chapters[parent];
        let number = above.number.as_ref().map(|number| {
            let last = last.entry(parent).or_insert_with(|| children(analysis, parent));
            *last = last.saturating_add(1);
            number.iter().copied().chain([*last]).collect()
        });
        chapters.push(NewChapter {
            parent: above.index,
            name: LogPage::of(record).map_or_else(|| name::full_words(record), |log| log.title),
            path: page.clone(),
            source_path: record.path.clone(),
            content: edits.apply(record.source.text()),
            number,
        });
    }
    chapters
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
