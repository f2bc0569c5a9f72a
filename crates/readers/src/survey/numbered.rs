//! Directories whose files are numbered, and what their texts say of them.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::likely;
use super::proposed::{FEWEST, Proposed};
use crate::adr::id::Id;
use crate::adr::name::{ADR, Name, SHORT_NAMES, is_identified, is_type_word};
use crate::adr::{self, Format, Part, Record};
use crate::analysis::Analysis;
use crate::files::{self, Bounds};
use crate::record_path;
use text::link::{self, join};
use text::markdown::Document;
use text::source::Source;
use text::tally::tally;

/// What was found.
pub(super) struct Numbered {
    /// Records, as their texts say.
    pub(super) sure: Vec<Proposed>,
    /// What speaks for records, and does not say enough.
    pub(super) likely: Vec<Proposed>,
}

/// The directories most of whose files are numbered, say what became of them, and are records by their parts or by
/// what they are called. Stories, plans and working papers have numbers and a status as well.
pub(super) fn find(analysis: &Analysis<'_>, known: &HashSet<String>) -> Numbered {
    let mut sure = Vec::new();
    let mut likely = Vec::new();
    let mut few = Vec::new();
    for (path, files) in directories(analysis) {
        let numbered: Vec<&String> = files.iter().filter(|file| is_identified(file)).collect();
        if numbered.iter().any(|file| known.contains(*file)) {
            continue;
        }
        let read = |file: &&String| record(analysis, file);
        let states =
            |record: &Record| is_stated(record) && decides(record) || is_headed_proposal(record);
        if numbered.len() >= FEWEST && numbered.len() * 2 > files.len() {
            let all: Vec<Record> = numbered.iter().filter_map(read).collect();
            let stated = all.iter().filter(|record| states(record)).count();
            if stated >= FEWEST && stated * 2 > numbered.len() {
                let records = all.into_iter().filter(states).collect();
                sure.push(Proposed { path, records });
                continue;
            }
            if likely::is_unstated(&all, numbered.len()) {
                likely.push(Proposed { path, records: all });
                continue;
            }
        } else if !numbered.is_empty() && numbered.len() == files.len() {
            few.push((path, files));
            continue;
        }
        let titled = files.iter().filter(|file| likely::is_titled(analysis, file));
        let records = titled.filter_map(|file| record(analysis, file));
        let records: Vec<Record> = records.filter(likely::states_something).collect();
        if records.len() >= likely::FEWEST {
            likely.push(Proposed { path, records });
        }
    }
    // Where others are beside them, one or two are records as well.
    for (path, files) in few {
        let beside = sure.iter().any(|one| are_neighbours(&one.path, &path));
        let records = || files.iter().filter_map(|file| record(analysis, file));
        let is_sure = |record: &Record| is_stated(record) && has_its_parts(record);
        if beside && records().filter(is_sure).count() == files.len() {
            sure.push(Proposed { path, records: records().collect() });
        }
    }
    let sure = merged(joined(sure));
    likely.retain(|one| {
        let read = sure.iter().any(|above| is_below(&one.path, &above.path));
        !read && !likely::is_sample(&one.path)
    });
    Numbered { sure, likely }
}

/// A file read as a record.
fn record(analysis: &Analysis<'_>, file: &str) -> Option<Record> {
    adr::read(&Document::parse(&source(analysis, file)?), file, &analysis.own).record()
}

/// Whether two directories lie in the same one, or one of them in the other.
fn are_neighbours(one: &str, other: &str) -> bool {
    link::directory(one) == link::directory(other) || is_below(one, other) || is_below(other, one)
}

/// Whether a directory is read with another: it lies in it. The top is read without those below.
fn is_below(path: &str, above: &str) -> bool {
    !above.is_empty() && path.strip_prefix(above).is_some_and(|rest| rest.starts_with('/'))
}

/// A directory holds what those below it hold.
fn merged(mut found: Vec<Proposed>) -> Vec<Proposed> {
    found.sort_by(|a, b| a.path.cmp(&b.path));
    let mut merged: Vec<Proposed> = Vec::new();
    for one in found {
        match merged.iter_mut().find(|above| is_below(&one.path, &above.path)) {
            Some(above) => above.records.extend(one.records),
            None => merged.push(one),
        }
    }
    merged
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
        let numbered = is_identified(&file);
        let home = if numbered { record_path::home(&file) } else { link::directory(&file) };
        if numbered || !link::is_directory_page(&file) {
            directories.entry(home.to_owned()).or_default().push(file);
        }
    }
    directories
}

/// Whether a record says what became of it.
fn is_stated(record: &Record) -> bool {
    record.states.iter().any(|state| state.value.doubt.is_none())
}

/// Whether a numbered file is a record: it has the parts of a decision, or it is called one, by its own name or that
/// of its directory.
fn decides(record: &Record) -> bool {
    let stem = record_path::stem(&record.path);
    let Name { id, prefix, .. } = Name::of(stem);
    let numbered = id.as_ref().and_then(Id::number).is_some();
    let called = || prefix.split(['-', '_', ' ', '.']).any(is_type_word);
    let lies = || link::directory(&record.path).split('/').any(is_of_proposals);
    has_its_parts(record) || numbered && (called() || lies())
}

/// Whether a record is a proposal in a directory of those, by its heading and its parts: `# KEP-30: Use X` in `keps`. Such may
/// keep their status in another file.
fn is_headed_proposal(record: &Record) -> bool {
    let heading = record.source.slice(record.heading).trim_start_matches(['#', ' ']);
    let word = heading.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let number = heading[word.len()..].trim_start_matches(['-', ' ', '#']);
    let counted = number.starts_with(|c: char| c.is_ascii_digit());
    let lies = link::directory(&record.path).split('/').any(is_of_proposals);
    lies && counted && is_of_proposals(word) && has_its_parts(record)
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

/// The text of a file, from the book or from disk.
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
    let large = found.iter().filter(|one| one.records.len() >= FEWEST);
    let above = tally(large.map(|one| link::directory(&one.path).to_owned()));
    let mut joined: BTreeMap<String, Vec<Record>> = BTreeMap::new();
    for Proposed { path, records } in found {
        let parent = link::directory(&path);
        let shared = !parent.is_empty() && above.get(parent).is_some_and(|&count| count > 2);
        let path = if shared { parent.to_owned() } else { path };
        joined.entry(path).or_default().extend(records);
    }
    joined.into_iter().map(|(path, records)| Proposed { path, records }).collect()
}
