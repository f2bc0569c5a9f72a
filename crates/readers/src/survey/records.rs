//! Directories of decision records, also those whose names do not say so.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use super::numbered::{self, Numbered};
use super::proposals;
use super::proposed::Proposed;
use crate::adr::collection::Root;
use crate::adr::{self, Aside, Format, Reading, Record};
use crate::analysis::Analysis;
use crate::book::Chapter;
use crate::settings::paths::PathSet;
use text::link;
use text::tally::commonest;

/// A directory of decision records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordDirectory {
    /// Relative to the source directory of the book; empty for that directory itself.
    pub path: String,
    /// How many records it holds.
    pub records: usize,
    /// The style of most of them.
    pub style: Format,
    /// Whether all of them have it.
    pub uniform: bool,
    /// Whether each has a directory of its own.
    pub nested: bool,
    /// Why it counts as one.
    pub found: Found,
}

/// Why a directory counts as one of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// By its name, by the names of its files, or because the configuration says so.
    Known,
    /// Only by what its files say; without a setting its records are not read.
    Contents,
}

/// What was found of records.
pub(super) struct Records {
    /// The directories.
    pub(super) directories: Vec<RecordDirectory>,
    /// Those whose files speak for it, without saying enough to be read unasked.
    pub(super) likely: Vec<RecordDirectory>,
    /// The paths of the chapters that are records.
    pub(super) theirs: HashSet<String>,
}

/// Looks for records in all chapters.
pub(super) fn find(analysis: &Analysis<'_>) -> Records {
    let collection = &analysis.records;
    let files = collection.entries.iter().map(|entry| &entry.record);
    let files = files.filter(|record| record.anchor.is_none());
    let mut theirs: HashSet<String> = files.clone().map(|record| record.path.clone()).collect();
    let known = by_root(files, &collection.roots);
    let src = analysis.book.src.trim_end_matches('/');
    let below_src = |file: &str| {
        let below = file.strip_prefix(src).and_then(|rest| rest.strip_prefix('/'));
        below.filter(|_| !src.is_empty()).unwrap_or(file).to_owned()
    };
    theirs.extend(collection.asides.iter().map(|aside| below_src(aside.path())));
    let apart = collection.not_understood.iter().map(|place| place.source.path());
    theirs.extend(apart.map(below_src));

    let Numbered { sure: mut proposed, likely } = numbered::find(analysis, &theirs);
    let of_proposed = proposed.iter().flat_map(|one| &one.records);
    theirs.extend(of_proposed.map(|record| record.path.clone()));
    proposed.extend(proposals::find(analysis, &theirs));
    let mut directories: Vec<_> =
        known.into_iter().map(|(path, of)| directory(path, &of, Found::Known)).collect();
    let mut by_contents = |Proposed { path, records }: Proposed| {
        theirs.extend(templates(analysis, &path));
        theirs.extend(records.iter().map(|record| record.path.clone()));
        let of = records.iter().map(|record| (record.format, is_nested(record, &path)));
        let of: Vec<_> = of.collect();
        directory(path, &of, Found::Contents)
    };
    directories.extend(proposed.into_iter().map(&mut by_contents));
    directories.sort_by(|a, b| a.path.cmp(&b.path));
    let likely = likely.into_iter().map(by_contents).collect();
    theirs.extend(count_as_read(analysis, &mut directories));
    Records { directories, likely, theirs }
}

/// The forms of records, and whether each lies further down, by the directories of the book's records.
fn by_root<'r>(
    records: impl Iterator<Item = &'r Record>,
    roots: &[Root],
) -> BTreeMap<String, Vec<(Format, bool)>> {
    let mut known: BTreeMap<String, Vec<(Format, bool)>> = BTreeMap::new();
    for record in records {
        let above = roots.iter().map(|root| root.path.as_str());
        let above = above.filter(|root| record.path.starts_with(*root)).max_by_key(|r| r.len());
        let root = above.unwrap_or_default();
        known.entry(root.to_owned()).or_default().push((record.format, is_nested(record, root)));
    }
    known
}

/// A directory by its records.
fn directory(path: String, records: &[(Format, bool)], found: Found) -> RecordDirectory {
    let formats: Vec<Format> = records.iter().map(|&(format, _)| format).collect();
    RecordDirectory {
        path,
        records: formats.len(),
        style: most(&formats),
        uniform: formats.windows(2).all(|pair| pair[0] == pair[1]),
        nested: records.iter().all(|&(_, nested)| nested),
        found,
    }
}

/// Counts the records of directories that nothing but their texts shows as they are read once `adr.paths` names them;
/// returns the paths of those.
fn count_as_read(analysis: &Analysis<'_>, directories: &mut [RecordDirectory]) -> Vec<String> {
    let Some(paths) = setting(analysis, directories) else { return Vec::new() };
    let mut settings = analysis.settings.clone();
    settings.adr.paths = Some(PathSet::new(paths));
    let read = adr::read_book(analysis.book, &settings, &analysis.own).entries;
    let mut theirs = Vec::new();
    for directory in directories.iter_mut().filter(|one| one.found == Found::Contents) {
        let inside = PathSet::new([pattern(directory)]);
        let records = read.iter().map(|entry| &entry.record);
        let records: Vec<&Record> =
            records.filter(|record| inside.contains(&record.path)).collect();
        if records.is_empty() {
            continue;
        }
        let formats: Vec<Format> = records.iter().map(|record| record.format).collect();
        directory.records = formats.len();
        directory.style = most(&formats);
        directory.uniform = formats.windows(2).all(|pair| pair[0] == pair[1]);
        theirs.extend(records.iter().map(|record| record.path.clone()));
    }
    theirs
}

/// What `adr.paths` calls a directory. The top of the book or the tree has no name.
fn pattern(directory: &RecordDirectory) -> String {
    match &*directory.path {
        "" if directory.nested => "*/*.md".to_owned(),
        "" => "*.md".to_owned(),
        path => path.to_owned(),
    }
}

/// The templates of the records in a directory: they are no documents.
fn templates(analysis: &Analysis<'_>, directory: &str) -> Vec<String> {
    let beside =
        analysis.book.chapters.iter().filter(|one| link::directory(&one.path) == directory);
    let is_template = |chapter: &&Chapter<'_>| {
        let reading = adr::read(chapter.document(), &chapter.path, &analysis.own);
        matches!(reading, Reading::Aside(Aside::Template))
    };
    beside.filter(is_template).map(|chapter| chapter.path.clone()).collect()
}

/// Whether a record of a directory lies in one below it.
fn is_nested(record: &Record, home: &str) -> bool {
    link::directory(&record.path) != home
}

/// The value of `adr.paths` with which all of some directories are read; none where that needs no change.
///
/// A list takes the place of the usual names, so it holds what they found.
pub(super) fn setting(
    analysis: &Analysis<'_>,
    directories: &[RecordDirectory],
) -> Option<Vec<String>> {
    directories.iter().any(|one| one.found == Found::Contents).then(|| {
        let configured = analysis.settings.adr.paths.as_ref();
        let mut paths = configured.map_or_else(Vec::new, |set| set.patterns().to_vec());
        let added =
            directories.iter().filter(|one| configured.is_none() || one.found == Found::Contents);
        paths.extend(added.map(pattern));
        paths
    })
}

/// The commonest; of several the first in the order of styles.
fn most(formats: &[Format]) -> Format {
    let best = commonest(formats.iter().map(|&format| Reverse(format)));
    best.map_or(Format::Unknown, |(Reverse(format), _)| format)
}
