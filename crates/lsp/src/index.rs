//! What lies in which file, found without a search of the whole book: numbers, sorted by the files that they are of.

use readers::adr::Collection;
use readers::book::Book;

#[derive(Debug)]
pub(crate) struct Index {
    /// The chapters by their files as findings name them.
    files: Vec<usize>,
    /// The chapters by their texts' paths below the source directory.
    paths: Vec<usize>,
    /// The records by their files.
    records: Vec<usize>,
}

impl Index {
    pub(crate) fn of(book: &Book<'_>, records: &Collection) -> Self {
        Self {
            files: sorted(book.chapters.len(), |chapter| book.chapters[chapter].file()),
            paths: sorted(book.chapters.len(), |chapter| book.chapters[chapter].text_path()),
            records: sorted(records.entries.len(), |entry| file_of(records, entry)),
        }
    }

    /// The chapter whose text is in a file; the first of several.
    pub(crate) fn chapter_in(&self, book: &Book<'_>, file: &str) -> Option<usize> {
        equal(&self.files, file, |chapter| book.chapters[chapter].file()).first().copied()
    }

    /// The chapter whose text has a path below the source directory; the first of several.
    pub(crate) fn chapter_at(&self, book: &Book<'_>, path: &str) -> Option<usize> {
        equal(&self.paths, path, |chapter| book.chapters[chapter].text_path()).first().copied()
    }

    /// The records in a file, in their order.
    pub(crate) fn records_in(&self, records: &Collection, file: &str) -> &[usize] {
        equal(&self.records, file, |entry| file_of(records, entry))
    }
}

fn file_of(records: &Collection, entry: usize) -> &str {
    records.entries[entry].record.source.path()
}

fn sorted<'n>(count: usize, name: impl Fn(usize) -> &'n str) -> Vec<usize> {
    let mut all: Vec<usize> = (0..count).collect();
    all.sort_by_key(|&one| name(one));
    all
}

/// Those of one name.
fn equal<'i, 'n>(all: &'i [usize], wanted: &str, name: impl Fn(usize) -> &'n str) -> &'i [usize] {
    let start = all.partition_point(|&one| name(one) < wanted);
    let len = all[start..].partition_point(|&one| name(one) == wanted);
    &all[start..start + len]
}
