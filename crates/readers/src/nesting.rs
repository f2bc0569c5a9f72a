//! Records that SUMMARY.md does not list, and the chapters under which they are shown.

use std::collections::{HashMap, HashSet};

use text::link::{self, join};

use crate::book::{Book, Chapter};
use crate::directive::Ask;
use crate::document::Annotated;
use crate::settings::{AdrChapters, Settings};

use crate::adr::collection::Entry;
use crate::adr::{Collection, Record};

/// The records that become chapters, each with the chapter it stands under (indices into the
/// collection's entries and the book's chapters). Of a log its first one: a file is one chapter.
#[derive(Debug, Default)]
pub struct Nesting(pub Vec<(usize, usize)>);

impl Nesting {
    /// What is nested: where the configuration asks for it, and what lies outside of the source directory,
    /// which SUMMARY.md cannot list. None where no chapter is an index. Such records get their pages.
    pub fn of(
        book: &Book<'_>,
        settings: &Settings,
        annotated: &[Annotated],
        records: &mut Collection,
    ) -> Self {
        let asked = |entry: &Entry| match settings.adr.chapters {
            Some(chapters) => chapters == AdrChapters::Nested,
            None => entry.record.is_outside(),
        };
        let unlisted = |entry: &Entry| entry.chapter.is_none() && asked(entry);
        if !book.listed || !records.entries.iter().any(unlisted) {
            return Self::default();
        }
        let indexes = indexes(book, annotated, records);
        let Some(&first) = indexes.first() else { return Self::default() };
        let mut pages = Pages::of(book, records);
        let mut nested = Vec::new();
        let mut of_files: HashMap<String, String> = HashMap::new();
        for (index, entry) in records.entries.iter_mut().enumerate() {
            if !unlisted(entry) {
                continue;
            }
            if let Some(page) = of_files.get(&entry.record.path) {
                entry.page = Some(page.clone());
                continue;
            }
            let parent = parent(book, annotated, &indexes, &entry.record).unwrap_or(first);
            let page = pages.page(&entry.record, &book.chapters[parent]);
            of_files.insert(entry.record.path.clone(), page.clone());
            entry.page = Some(page);
            nested.push((index, parent));
        }
        Self(nested)
    }

    /// Whether there is a chapter that records could be nested under.
    pub fn has_place(book: &Book<'_>, annotated: &[Annotated], records: &Collection) -> bool {
        !indexes(book, annotated, records).is_empty()
    }
}

/// The index in the nearest directory above a record, else the first that shows it.
fn parent(
    book: &Book<'_>,
    annotated: &[Annotated],
    indexes: &[usize],
    record: &Record,
) -> Option<usize> {
    let near = indexes.iter().filter(|&&chapter| {
        let directory = link::directory(&book.chapters[chapter].path);
        record.path.strip_prefix(directory).is_some_and(|rest| rest.starts_with('/'))
    });
    let nearest = near.max_by_key(|&&chapter| book.chapters[chapter].path.len());
    let shows = |chapter: &&Annotated| {
        let mut asked = chapter.scan.directives.iter().map(|directive| &directive.asks);
        asked.any(|asks| matches!(asks, Ask::AdrIndex(index) if index.filter.fits(record)))
    };
    let showing = || annotated.iter().find(shows).map(|chapter| chapter.chapter);
    nearest.copied().or_else(showing)
}

/// The pages of a book, none of which a second chapter may have.
struct Pages {
    taken: HashSet<String>,
    /// The directories of records outside of the source directory, the shortest first.
    outside: Vec<String>,
}

impl Pages {
    fn of(book: &Book<'_>, records: &Collection) -> Self {
        let taken = book.chapters.iter().map(|chapter| link::page(&chapter.path)).collect();
        let roots = records.roots.iter().map(|root| root.path.clone());
        let mut outside: Vec<String> = roots.filter(|root| root.starts_with("../")).collect();
        outside.sort_by_key(String::len);
        Self { taken, outside }
    }

    /// The page of a record below a chapter. One that lies in the source directory keeps its place; one from
    /// outside gets one beside the chapter, in a directory of its own directory's name.
    fn page(&mut self, record: &Record, parent: &Chapter<'_>) -> String {
        let page = safe(&link::page(&record.path));
        if !record.is_outside() {
            return page;
        }
        let below = |root: &String| record.path.strip_prefix(&**root)?.strip_prefix('/');
        let root = self.outside.iter().find(|root| below(root).is_some());
        let name = root.map_or("", |root| link::file_name(root));
        let rest = root.and_then(below).unwrap_or_else(|| link::file_name(&record.path));
        let home = link::directory(&parent.path);
        let own = link::is_directory_page(&parent.path) && link::file_name(home) == name;
        let home = if own { home.to_owned() } else { join(home, name) };
        let page = safe(&link::page(&join(&home, rest)));
        let (stem, extension) = page.rsplit_once('.').unwrap_or((&page, "md"));
        let mut others = (2..).map(|nth| format!("{stem}-{nth}.{extension}"));
        let mut free = page.clone();
        while !self.taken.insert(free.clone()) {
            free = others.next().unwrap_or_default();
        }
        free
    }
}

/// A name that mdBook would take for a way out of the book, or for its print page, is changed.
fn safe(page: &str) -> String {
    let page = page.replace('\\', "_");
    match page.as_bytes() {
        [_, b':', ..] => page.replacen(':', "_", 1),
        b"print.md" => "print_.md".to_owned(),
        _ => page,
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
        let directory = link::directory(chapter.text_path());
        link::is_directory_page(chapter.text_path())
            && records.roots.iter().any(|root| root.path == directory)
    });
    pages.map(|(index, _)| index).collect()
}
