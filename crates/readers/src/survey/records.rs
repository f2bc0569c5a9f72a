//! Directories of decision records, also those whose names do not say so.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::proposals;
use super::proposed::{FEWEST, Proposed};
use crate::adr::collection::own_words;
use crate::adr::id::Id;
use crate::adr::name::{ADR, Name, SHORT_NAMES, is_type_word};
use crate::adr::{self, Aside, Format, Part, Reading, Record};
use crate::analysis::Analysis;
use crate::book::Chapter;
use crate::files::{self, Bounds};
use text::link::{self, join};
use text::markdown::Document;
use text::source::Source;

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

/// The directories, and the paths of the chapters that are records.
pub(super) fn find(analysis: &Analysis<'_>) -> (Vec<RecordDirectory>, HashSet<String>) {
    let mut theirs: HashSet<String> = HashSet::new();
    let mut known: BTreeMap<String, Vec<(Format, bool)>> = BTreeMap::new();
    let collection = &analysis.records;
    for record in collection.entries.iter().map(|entry| &entry.record) {
        if record.anchor.is_none() {
            theirs.insert(record.path.clone());
            let home = collection.roots.iter().map(|root| root.path.as_str());
            let home = home.filter(|root| record.path.starts_with(*root)).max_by_key(|r| r.len());
            let home = home.unwrap_or_default();
            let nested = is_nested(record, home);
            known.entry(home.to_owned()).or_default().push((record.format, nested));
        }
    }
    let src = analysis.book.src.trim_end_matches('/');
    let below_src = |file: &str| {
        let below = file.strip_prefix(src).and_then(|rest| rest.strip_prefix('/'));
        below.filter(|_| !src.is_empty()).unwrap_or(file).to_owned()
    };
    theirs.extend(collection.asides.iter().map(|aside| below_src(aside.path())));
    let apart = collection.not_understood.iter().map(|place| place.source.path());
    theirs.extend(apart.map(below_src));

    let told = |found| {
        move |(path, records): (String, Vec<(Format, bool)>)| {
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
    };
    let mut proposed = proposed(analysis, &theirs);
    let of_proposed = proposed.iter().flat_map(|one| &one.records);
    theirs.extend(of_proposed.map(|record| record.path.clone()));
    proposed.extend(proposals::find(analysis, &theirs));
    let mut directories: Vec<_> = known.into_iter().map(told(Found::Known)).collect();
    for directory in proposed {
        theirs.extend(templates(analysis, &directory.path));
        theirs.extend(directory.records.iter().map(|record| record.path.clone()));
        let path = directory.path;
        let records = directory.records.iter();
        let records = records.map(|record| (record.format, is_nested(record, &path))).collect();
        directories.push(told(Found::Contents)((path, records)));
    }
    directories.sort_by(|a, b| a.path.cmp(&b.path));
    (directories, theirs)
}

/// The templates of the records in a directory: they are no documents.
fn templates(analysis: &Analysis<'_>, directory: &str) -> Vec<String> {
    let own = own_words(analysis.settings);
    let beside =
        analysis.book.chapters.iter().filter(|one| link::directory(&one.path) == directory);
    let is_template = |chapter: &&Chapter<'_>| {
        let reading = adr::read(chapter.document(), &chapter.path, &own);
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
        // The top of the book or the tree has no name.
        paths.extend(added.map(|one| match &*one.path {
            "" if one.nested => "*/*.md".to_owned(),
            "" => "*.md".to_owned(),
            path => path.to_owned(),
        }));
        paths
    })
}

/// The directories most of whose files are numbered, say what became of them, and are records by their parts or by
/// what they are called. Stories, plans and working papers have numbers and a status as well.
fn proposed(analysis: &Analysis<'_>, known: &HashSet<String>) -> Vec<Proposed> {
    let own = own_words(analysis.settings);
    let mut found = Vec::new();
    for (path, files) in directories(analysis) {
        let numbered: Vec<&String> = files.iter().filter(|file| is_numbered(file)).collect();
        let enough = numbered.len() >= FEWEST && numbered.len() * 2 > files.len();
        if !enough || numbered.iter().any(|file| known.contains(*file)) {
            continue;
        }
        let record = |file: &&String| {
            let document = Document::parse(&source(analysis, file)?);
            let record = adr::read(&document, file, &own).record()?;
            (is_stated(&record) && decides(&record)).then_some(record)
        };
        let records: Vec<Record> = numbered.iter().filter_map(record).collect();
        if records.len() >= FEWEST && records.len() * 2 > numbered.len() {
            found.push(Proposed { path, records });
        }
    }
    joined(found)
}

/// The Markdown files by the directories that they lie in, with those that `SUMMARY.md` does not list. A
/// file that stands for its directory lies in the one above.
fn directories(analysis: &Analysis<'_>) -> BTreeMap<String, Vec<String>> {
    let book = analysis.book;
    let mut files: Vec<String> = book.chapters.iter().map(|one| one.path.clone()).collect();
    if book.listed {
        let listing = files::markdown_files(&book.source_dir()).unwrap_or_default();
        files.extend(listing.files.into_iter().map(|(name, _)| name));
        files.sort();
        files.dedup();
    }
    let mut directories: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in files {
        let numbered = is_numbered(&file);
        let home = if numbered { link::record_home(&file) } else { link::directory(&file) };
        if numbered || !link::is_directory_page(&file) {
            directories.entry(home.to_owned()).or_default().push(file);
        }
    }
    directories
}

/// Whether a file's name begins with a number or a date.
fn is_numbered(file: &str) -> bool {
    Name::of(link::record_stem(file)).id.is_some()
}

/// Whether a record says what became of it.
fn is_stated(record: &Record) -> bool {
    record.states.iter().any(|state| state.value.doubt.is_none())
}

/// Whether a numbered file is a record: it has the parts of a decision, or it is called one, by its own name or that
/// of its directory.
fn decides(record: &Record) -> bool {
    let stem = link::record_stem(&record.path);
    let Name { id, prefix, .. } = Name::of(stem);
    let numbered = id.as_ref().and_then(Id::number).is_some();
    let called = || prefix.split(['-', '_', ' ', '.']).any(is_type_word);
    let lies = || link::directory(&record.path).split('/').any(is_of_proposals);
    has_its_parts(record) || numbered && (called() || lies())
}

/// Whether a record has the parts of its style. A summary and a purpose alone are those of any text.
fn has_its_parts(record: &Record) -> bool {
    let weighs = || {
        let parts =
            [Part::Proposal, Part::Drawbacks, Part::Alternatives, Part::Options, Part::Rationale];
        let mut sections = record.sections.iter().filter_map(|section| section.part);
        sections.any(|part| parts.contains(&part))
    };
    match record.format {
        Format::Unknown => false,
        Format::Rfc | Format::Kep => weighs(),
        _ => true,
    }
}

/// `rfcs`, `team-rfc`: a directory that is called after what its files are.
fn is_of_proposals(name: &str) -> bool {
    let name = name.to_uppercase();
    let mut words = name.split(['-', '_', ' ', '.']).map(|word| word.trim_end_matches('S'));
    words.any(|word| word != ADR && SHORT_NAMES.contains(&word))
}

fn source(analysis: &Analysis<'_>, file: &str) -> Option<Arc<Source>> {
    let book = analysis.book;
    if let Some(chapter) = book.chapter(file) {
        return Some(Arc::clone(chapter.source()));
    }
    let on_disk = book.source_dir().join(file);
    Bounds::around(&book.root).refuse(&on_disk).is_none().then_some(())?;
    book.overlay.source(&on_disk, &join(&book.src, file)).ok()
}

/// Several directories beside each other are one collection: that of the directory above.
fn joined(found: Vec<Proposed>) -> Vec<Proposed> {
    let mut above: HashMap<String, usize> = HashMap::new();
    for one in &found {
        *above.entry(link::directory(&one.path).to_owned()).or_default() += 1;
    }
    let mut joined: BTreeMap<String, Vec<Record>> = BTreeMap::new();
    for Proposed { path, records } in found {
        let parent = link::directory(&path);
        let shared = !parent.is_empty() && above[parent] > 2;
        let path = if shared { parent.to_owned() } else { path };
        joined.entry(path).or_default().extend(records);
    }
    joined.into_iter().map(|(path, records)| Proposed { path, records }).collect()
}

/// The commonest; of several the first in the order of styles.
fn most(formats: &[Format]) -> Format {
    let mut counts: BTreeMap<Format, usize> = BTreeMap::new();
    for &format in formats {
        *counts.entry(format).or_default() += 1;
    }
    let best = counts.into_iter().rev().max_by_key(|&(_, count)| count);
    best.map_or(Format::Unknown, |(format, _)| format)
}
