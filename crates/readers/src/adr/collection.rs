//! The decision records of a book, and what they are to each other.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::book::{Book, Chapter};
use crate::comments;
use crate::files::Unreadable;
use crate::settings::Settings;
use crate::site::Site;
use text::source::{Place, Source};

use super::belonging;
use super::graph::{self, Edge};
use super::id::Id;
use super::links::TextLink;
use super::name::Name;
use super::record::Record;
use super::relation::{RelationKind, Target};
use super::status::{OwnWords, Status};
use super::variant::Variant;
use text::link;
use words::Vocabulary;
use words::date::Order;

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
    pub(super) fn new(
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
    /// Of a record, those that belong to it.
    dependents: HashMap<usize, Vec<usize>>,
    edges: Vec<Edge>,
    /// Of a record, the edges of those that supersede it, in whole or in part.
    superseding: HashMap<usize, Vec<usize>>,
}

impl Collection {
    /// The one record that a reference from another record means; none when there is none, or when
    /// several share the identifier and no directory decides.
    pub fn resolve(&self, from: &Record, target: &Target) -> Option<usize> {
        match target {
            Target::Id(id) => self.with_id(from, id),
            Target::Wiki(name) => self.named(name),
            Target::Link(link) => self.linked(from, link),
        }
    }

    /// Records with an identifier, in the collection's order.
    pub fn of_id(&self, id: &Id) -> &[usize] {
        self.by_id.get(&id.folded()).map_or(&[], Vec::as_slice)
    }

    /// The record in this file (relative to the source directory).
    pub fn of_path(&self, path: &str) -> Option<usize> {
        self.by_path.get(path).copied()
    }

    /// The record in the file that a link of another file means; `from` is relative to the source directory.
    pub fn of_link(&self, from: &str, link: &str) -> Option<usize> {
        link_paths(&self.site, from, link).into_iter().find_map(|path| self.of_path(&path))
    }

    /// The record in the section that a link of another file means.
    fn of_section(&self, from: &str, link: &str) -> Option<usize> {
        let (_, anchor) = link.split_once('#')?;
        let mut paths = link_paths(&self.site, from, link).into_iter();
        paths.find_map(|path| self.by_anchor.get(&format!("{path}#{anchor}")).copied())
    }

    /// The relations between the records, each once.
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// The relations to the records that supersede one.
    pub fn superseding(&self, index: usize) -> impl Iterator<Item = &Edge> {
        self.taking_place(index).filter(|edge| edge.kind == RelationKind::Supersedes)
    }

    /// The relations to the records that supersede one, in whole or in part.
    pub(super) fn taking_place(&self, index: usize) -> impl Iterator<Item = &Edge> {
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

    /// Whether the index or the template beside a record lists a word as a status: in a line with known
    /// ones, or at the beginning of a line or a cell. An index that we filled only repeats what the records say.
    pub fn defines(&self, record: &Record, word: &str) -> bool {
        let directory = link::directory(record.source.path());
        let beside = self.asides.iter().filter(|aside| {
            let above = link::directory(aside.path());
            above == directory || directory.strip_prefix(above).is_some_and(|r| r.starts_with('/'))
        });
        let mut by_hand = beside.flat_map(|aside| comments::by_hand(aside.text()));
        by_hand.any(|stretch| stretch.lines().any(|line| lists(line, word)))
    }

    /// The file (relative to the source directory) of a record that a link of another file means, where no
    /// record was read from it: a Markdown file in a directory of records, or with a record's name.
    pub fn meant_record(&self, from: &str, link: &str) -> Option<String> {
        let plain = link::decoded(link.split(['#', '?']).next().unwrap_or_default());
        let is_file = link::stem(&plain).len() < link::file_name(&plain).len();
        if !is_file || plain.contains("://") || plain.starts_with('/') {
            return None;
        }
        let file = self.site.from_file(from, &plain)?;
        if self.of_path(&file).is_some() {
            return None;
        }
        let named = Name::of(link::record_stem(&file)).id.is_some();
        let directory = link::directory(&file);
        let inside = self.roots.binary_search_by(|root| root.path.as_str().cmp(directory)).is_ok();
        (named || inside).then_some(file)
    }

    /// Prepares the look-ups, once all entries are there.
    pub(super) fn index(&mut self, book: &Book<'_>) {
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
            let stem = link::record_stem(path).to_ascii_lowercase();
            self.by_stem.entry(stem).or_insert(index);
            match &entry.record.anchor {
                None => _ = self.by_path.insert(path.clone(), index),
                Some(anchor) => {
                    _ = self.by_anchor.entry(format!("{path}#{anchor}")).or_insert(index);
                }
            }
            if let Some(id) = entry.record.id.as_ref().filter(|_| entry.belongs_to.is_none()) {
                self.by_id.entry(id.value.folded()).or_default().push(index);
            }
        }
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

    fn with_id(&self, from: &Record, id: &Id) -> Option<usize> {
        let found = self.of_id(id);
        let [one] = found else {
            // The entries are in the order of their directories.
            let here = link::directory(&from.path);
            let directory = |index: usize| link::directory(&self.entries[index].record.path);
            let first = found.partition_point(|&index| directory(index) < here);
            let mut near = found[first..].iter().take_while(|&&index| directory(index) == here);
            let first = near.next().copied();
            return first.filter(|_| near.next().is_none());
        };
        Some(*one)
    }

    fn named(&self, name: &str) -> Option<usize> {
        self.by_stem.get(&link::stem(name).to_ascii_lowercase()).copied()
    }

    fn linked(&self, from: &Record, link: &str) -> Option<usize> {
        if let Some(anchor) = link.strip_prefix('#') {
            return self.by_anchor.get(&format!("{}#{anchor}", from.path)).copied();
        }
        let known = self.of_link(&from.path, link).or_else(|| self.of_section(&from.path, link));
        let elsewhere = link.contains("://") || link.starts_with('/');
        known.or_else(|| {
            // A site's address or a code host's: the file's name, or the number at its end, where
            // the words behind it are no others.
            let id = Target::Link(link.to_owned()).id();
            let slug = Name::of(link::record_stem(link)).slug;
            let numbered = || {
                let found = self.with_id(from, &id?)?;
                let own = Name::of(link::record_stem(&self.entries[found].record.path)).slug;
                (slug.is_empty() || slug.eq_ignore_ascii_case(own)).then_some(found)
            };
            elsewhere.then(|| self.named(link).or_else(numbered))?
        })
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

/// The files a link can mean, relative to the source directory.
pub fn link_paths(site: &Site, from: &str, link: &str) -> Vec<String> {
    let plain = link::decoded(link.split(['#', '?']).next().unwrap_or_default());
    let Some(path) = site.from_file(from, &plain).filter(|_| !plain.is_empty()) else {
        return Vec::new();
    };
    let mut paths = vec![path.clone()];
    if let Some(stem) = path.strip_suffix(".html") {
        paths.push(format!("{stem}.md"));
    } else if link::stem(&path).len() == link::file_name(&path).len() {
        paths
            .extend(["{}.md", "{}/README.md", "{}/index.md"].map(|form| form.replace("{}", &path)));
    }
    paths
}

/// A book's own words for statuses, beside those that everybody knows, and the order in its dates.
pub fn own_words(settings: &Settings) -> OwnWords {
    let statuses = settings.adr.statuses.iter();
    let mut own = OwnWords::of(statuses.map(|(word, status)| (word.as_str(), status.as_str())));
    own.dates = settings.dates.map(Order::from);
    own
}
