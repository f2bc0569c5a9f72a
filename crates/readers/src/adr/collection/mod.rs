//! The decision records of a book, and what they are to each other.

mod resolve;
mod series;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::book::{Book, Chapter};
use crate::comments;
use crate::files::Unreadable;
use crate::record_path;
use crate::settings::Settings;
use crate::site::Site;
use text::source::{Place, Source};

use crate::adr::beside::belonging;
use crate::adr::graph::{self, Edge};
use crate::adr::id::Id;
use crate::adr::links::TextLink;
use crate::adr::record::Record;
use crate::adr::relation::RelationKind;
use crate::adr::status::{OwnWords, Status};
use crate::adr::variant::Variant;
pub use resolve::link_paths;
use text::link;
use words::Vocabulary;
use words::date::Date;

/// A record of the book.
#[derive(Debug)]
pub struct Entry {
    /// What was read. Its path is relative to the book's source directory.
    pub record: Record,
    /// Its chapter, as an index into [`Book::chapters`]; none for a file that SUMMARY.md lacks.
    pub chapter: Option<usize>,
    /// Its page as links of the book lead to it, relative to the source directory; none where the book has
    /// none. That of a record that is a section is the chapter's.
    pub page: Option<String>,
    /// The links and images of its text.
    pub links: Vec<TextLink>,
    /// The record that this is a translation, a version, an addendum or a companion of, as an index
    /// into [`Collection::entries`].
    pub belongs_to: Option<usize>,
}

impl Entry {
    /// A record with the links of its text, and the chapter that shows it with its place in the book.
    pub(in crate::adr) fn new(
        record: Record,
        links: Vec<TextLink>,
        chapter: Option<(usize, &Chapter<'_>)>,
    ) -> Self {
        let page = chapter.map(|(_, chapter)| link::page(&chapter.path));
        let chapter = chapter.map(|(index, _)| index);
        Self { record, chapter, page, links, belongs_to: None }
    }
}

/// A directory of records.
#[derive(Debug)]
pub struct Root {
    /// Relative to the book's source directory.
    pub path: String,
    /// How many records it holds.
    pub records: usize,
    /// The first of its files that was looked at.
    pub first: Place,
}

/// All decision records of a book.
#[derive(Debug, Default)]
pub struct Collection {
    /// The records, by directory, then by number.
    pub entries: Vec<Entry>,
    /// Sections under the numbers of records that have files, with links to those.
    pub pointing: Vec<Entry>,
    /// The indexes and templates among the records.
    pub asides: Vec<Arc<Source>>,
    /// What lies among records and only speaks of them.
    pub attached: Vec<Arc<Source>>,
    /// Files that lie among records and were not understood.
    pub not_understood: Vec<Place>,
    /// Files and directories among records that cannot be read.
    pub unreadable: Vec<Unreadable>,
    /// The directories in which records were looked for.
    pub roots: Vec<Root>,
    /// Where the paths lead that leave the source directory.
    site: Site,
    by_path: HashMap<String, usize>,
    /// By the file's name without its extension, in lower case: the first that has it.
    by_stem: HashMap<String, usize>,
    /// Records that are sections, by their path with the anchor.
    by_anchor: HashMap<String, usize>,
    by_id: BTreeMap<Id, Vec<usize>>,
    /// Records that are sections, by their document.
    in_documents: HashMap<String, HashMap<Id, Vec<usize>>>,
    /// Of a record, those that belong to it.
    dependents: HashMap<usize, Vec<usize>>,
    edges: Vec<Edge>,
    /// Of a record, the edges of those that supersede it, in whole or in part.
    superseding: HashMap<usize, Vec<usize>>,
}

impl Collection {
    /// The relations between the records, each once.
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// The relations to the records that supersede one.
    pub fn superseding(&self, index: usize) -> impl Iterator<Item = &Edge> {
        self.taking_place(index).filter(|edge| edge.kind == RelationKind::Supersedes)
    }

    /// The relations to the records that supersede one, in whole or in part.
    pub(in crate::adr) fn taking_place(&self, index: usize) -> impl Iterator<Item = &Edge> {
        self.superseding.get(&index).into_iter().flatten().map(|&edge| &self.edges[edge])
    }

    /// What goes with a record and is none of its own.
    pub fn dependents(&self, owner: usize) -> impl Iterator<Item = &Entry> {
        self.dependents.get(&owner).into_iter().flatten().map(|&index| &self.entries[index])
    }

    /// Whether a record can take another's place: it is not only proposed, and was not turned down.
    pub fn takes_effect(&self, index: usize) -> bool {
        let status = self.entries[index].record.status();
        status.is_none_or(|status| {
            !status.is_open() && !matches!(status, Status::Rejected | Status::Withdrawn)
        })
    }

    /// The circles among the supersessions that take effect, as indices into the entries.
    pub fn cycles(&self) -> Vec<Vec<usize>> {
        graph::cycles(self.edges.iter().filter(|edge| self.takes_effect(edge.from)))
    }

    /// Whether the index or the template beside a record, or what stands above the records of its file, lists a word as a
    /// status: in a line with known ones, or at the beginning of a line or a cell. An index that we filled only repeats
    /// what the records say.
    pub fn defines(&self, record: &Record, word: &str) -> bool {
        let directory = link::directory(record.source.path());
        let beside = self.asides.iter().filter(|aside| {
            let above = link::directory(aside.path());
            above == directory || directory.strip_prefix(above).is_some_and(|r| r.starts_with('/'))
        });
        let in_file = self
            .entries
            .iter()
            .filter(|one| record.anchor.is_some() && one.record.path == record.path);
        let above = in_file.map(|one| one.record.span.start).min().unwrap_or_default();
        let above = record.source.text().get(..above).unwrap_or_default();
        let mut by_hand =
            beside.map(|aside| aside.text()).chain([above]).flat_map(comments::by_hand);
        by_hand.any(|stretch| stretch.lines().any(|line| lists(line, word)))
    }

    /// Prepares the look-ups, once all entries are there.
    pub(in crate::adr) fn index(&mut self, book: &Book<'_>) {
        if self.entries.iter().any(|entry| entry.record.path.starts_with("../")) {
            self.site = book.site().clone();
        }
        let owners = belonging::owners(self.entries.iter().map(|entry| &entry.record));
        for (index, owner) in owners.into_iter().enumerate() {
            self.entries[index].belongs_to = owner;
            if let Some(owner) = owner {
                self.dependents.entry(owner).or_default().push(index);
            }
        }
        for (index, entry) in self.entries.iter().enumerate() {
            let path = &entry.record.path;
            let stem = record_path::stem(path).to_ascii_lowercase();
            self.by_stem.entry(stem).or_insert(index);
            if let Some(anchor) = &entry.record.anchor {
                self.by_anchor.entry(format!("{path}#{anchor}")).or_insert(index);
            } else {
                self.by_path.insert(path.clone(), index);
            }
            if let Some(id) = entry.record.id.as_ref().filter(|_| entry.belongs_to.is_none()) {
                let id = id.value.folded();
                if entry.record.anchor.is_some() {
                    let document = self.in_documents.entry(path.clone()).or_default();
                    document.entry(id.clone()).or_default().push(index);
                }
                self.by_id.entry(id).or_default().push(index);
            }
        }
        self.drop_other_series();
        let records = self.entries.iter().map(|entry| &entry.record);
        let edges = graph::edges(records, |from, target| self.resolve(from, target));
        self.edges = graph::without_translated(edges, |index| {
            let Entry { record, belongs_to, .. } = &self.entries[index];
            belongs_to.filter(|_| record.variant == Some(Variant::Translation))
        });
        for (index, edge) in self.edges.iter().enumerate() {
            if matches!(edge.kind, RelationKind::Supersedes | RelationKind::SupersedesInPart) {
                self.superseding.entry(edge.to).or_default().push(index);
            }
        }
    }
}

/// Whether a word stands in a line as one of several statuses, or as what the line or a cell is about.
fn lists(line: &str, word: &str) -> bool {
    let lower = line.to_lowercase();
    let is_end = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    lower.match_indices(word).any(|(at, _)| {
        let (before, after) = (&lower[..at], &lower[at + word.len()..]);
        let whole = is_end(before.chars().next_back()) && is_end(after.chars().next());
        let leads =
            before.rsplit('|').next().is_some_and(|cell| !cell.contains(char::is_alphanumeric));
        let words = Vocabulary::known();
        let among =
            || words.find::<words::Status>(before).chain(words.find(after)).next().is_some();
        whole && (leads || among())
    })
}

/// A book's own words for statuses, beside those that everybody knows, and the order in its dates, on a day.
pub fn own_words(settings: &Settings, today: Date) -> OwnWords {
    let statuses = settings.adr.statuses.iter();
    let mut own = OwnWords::of(statuses.map(|(word, status)| (word.as_str(), status.as_str())));
    own.dates = settings.dates;
    own.today = Some(today);
    own
}
