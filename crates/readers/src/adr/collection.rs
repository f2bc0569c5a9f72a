//! The decision records of a book, and what they are to each other.

use std::collections::{BTreeMap, HashMap};

use crate::book::Book;
use crate::settings::{AdrSettings, Settings};
use text::source::{Place, Span};

use super::gather::Reader;
use super::graph::{self, Edge};
use super::id::{Id, Name};
use super::record::Record;
use super::relation::{RelationKind, Target};
use super::status::OwnWords;
use text::link;

/// A record of the book.
#[derive(Debug)]
pub struct Entry {
    /// What was read. Its path is relative to the book's source directory.
    pub record: Record,
    /// Its chapter, as an index into [`Book::chapters`]; none for a file that SUMMARY.md lacks.
    pub chapter: Option<usize>,
    /// The links of its text.
    pub links: Vec<TextLink>,
    /// The record that this is a translation, a version or an addendum of, as an index into
    /// [`Collection::entries`].
    pub belongs_to: Option<usize>,
}

/// A link in a record's text.
#[derive(Clone, Debug)]
pub struct TextLink {
    /// Where it stands.
    pub span: Span,
    /// Where it leads, as written.
    pub target: String,
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
    /// Files that lie among records and were not understood.
    pub not_understood: Vec<Place>,
    /// Links among records that lead out of the repository, and are not read.
    pub outside: Vec<Place>,
    /// The directories in which records were looked for.
    pub roots: Vec<Root>,
    by_path: HashMap<String, usize>,
    by_id: BTreeMap<Id, Vec<usize>>,
    edges: Vec<Edge>,
    /// Of a record, the edges of those that supersede it.
    superseding: HashMap<usize, Vec<usize>>,
}

impl Collection {
    /// Reads the records among the chapters, those in sections of other chapters, and those in the
    /// same directories that SUMMARY.md does not list.
    pub fn read(book: &Book<'_>, settings: &Settings) -> Self {
        let mut reader = Reader::new(book, settings);
        reader.chapters();
        reader.unlisted();
        reader.finish()
    }

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
        self.by_id.get(&folded(id)).map_or(&[], Vec::as_slice)
    }

    /// The record in this file (relative to the source directory).
    pub fn of_path(&self, path: &str) -> Option<usize> {
        self.by_path.get(path).copied()
    }

    /// The relations between the records, each once.
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// The relations to the records that supersede one.
    pub fn superseding(&self, index: usize) -> impl Iterator<Item = &Edge> {
        self.superseding.get(&index).into_iter().flatten().map(|&edge| &self.edges[edge])
    }

    /// The circles among the supersessions, as indices into the entries.
    pub fn cycles(&self) -> Vec<Vec<usize>> {
        graph::cycles(&self.edges)
    }

    /// What most records of each directory have, for asking it of the others.
    pub fn usual(&self, has: impl Fn(&Record) -> bool) -> Usual<'_> {
        let mut homes: HashMap<&str, (usize, usize)> = HashMap::new();
        for Entry { record, .. } in &self.entries {
            let (all, with) = homes.entry(record.home()).or_default();
            *all += 1;
            *with += usize::from(has(record));
        }
        Usual { homes }
    }

    /// The file (relative to the source directory) of a record that a link of another file means
    /// and that is not there: a Markdown file in a directory of records, or with a record's name.
    pub fn missing_record(&self, from: &str, link: &str, book: &Book<'_>) -> Option<String> {
        let plain = link::decoded(link.split(['#', '?']).next().unwrap_or_default());
        let is_file = link::stem(&plain).len() < link::file_name(&plain).len();
        if !is_file || plain.contains("://") || plain.starts_with('/') {
            return None;
        }
        let file = link::resolve(link::directory(from), &plain)?;
        if self.of_path(&file).is_some() {
            return None;
        }
        let named = Name::of(link::record_stem(&file)).id.is_some();
        let inside = self.roots.iter().any(|root| link::directory(&file) == root.path);
        let known = book.chapter(&file).is_some() || book.source_dir().join(&file).exists();
        ((named || inside) && !known).then_some(file)
    }

    /// Prepares the look-ups, once all entries are there.
    pub(super) fn index(&mut self) {
        self.find_owners();
        for (index, entry) in self.entries.iter().enumerate() {
            if entry.record.anchor.is_none() {
                self.by_path.insert(entry.record.path.clone(), index);
            }
            if let Some(id) = entry.record.id.as_ref().filter(|_| entry.belongs_to.is_none()) {
                self.by_id.entry(folded(&id.value)).or_default().push(index);
            }
        }
        self.edges = graph::edges(self);
        for (index, edge) in self.edges.iter().enumerate() {
            if edge.kind == RelationKind::Supersedes {
                self.superseding.entry(edge.to).or_default().push(index);
            }
        }
    }

    fn find_owners(&mut self) {
        let mut owners: HashMap<(String, Id), usize> = HashMap::new();
        let key =
            |record: &Record| Some((record.home().to_owned(), folded(&record.id.as_ref()?.value)));
        for (index, Entry { record, .. }) in self.entries.iter().enumerate() {
            if let Some(key) = key(record).filter(|_| record.variant.is_none()) {
                owners.entry(key).or_insert(index);
            }
        }
        for entry in self.entries.iter_mut().filter(|entry| entry.record.variant.is_some()) {
            entry.belongs_to = key(&entry.record).and_then(|key| owners.get(&key).copied());
        }
    }

    fn with_id(&self, from: &Record, id: &Id) -> Option<usize> {
        let found = self.of_id(id);
        let [one] = found else {
            let here = link::directory(&from.path);
            let mut near = found
                .iter()
                .filter(|&&index| link::directory(&self.entries[index].record.path) == here);
            let first = near.next().copied();
            return first.filter(|_| near.next().is_none());
        };
        Some(*one)
    }

    fn named(&self, name: &str) -> Option<usize> {
        let stem = link::stem(name);
        self.entries
            .iter()
            .position(|entry| link::record_stem(&entry.record.path).eq_ignore_ascii_case(stem))
    }

    fn linked(&self, from: &Record, link: &str) -> Option<usize> {
        if let Some(anchor) = link.strip_prefix('#') {
            return self.entries.iter().position(|entry| {
                entry.record.path == from.path && entry.record.anchor.as_deref() == Some(anchor)
            });
        }
        let known = link_paths(&from.path, link).into_iter().find_map(|path| self.of_path(&path));
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

/// How many records of each directory or chapter there are, and how many of them have something.
#[derive(Debug)]
pub struct Usual<'a> {
    homes: HashMap<&'a str, (usize, usize)>,
}

impl Usual<'_> {
    /// Whether most of the records beside one that lacks it have it.
    pub fn expects(&self, record: &Record) -> bool {
        let (all, with) = self.homes.get(record.home()).copied().unwrap_or_default();
        with * 2 > all.saturating_sub(1)
    }

    /// Whether a record is the only one of its directory or chapter.
    pub fn is_alone(&self, record: &Record) -> bool {
        self.homes.get(record.home()).is_none_or(|&(all, _)| all < 2)
    }
}

/// The files a link can mean, relative to the source directory.
pub fn link_paths(from: &str, link: &str) -> Vec<String> {
    let plain = link::decoded(link.split(['#', '?']).next().unwrap_or_default());
    let Some(path) = link::resolve(link::directory(from), &plain).filter(|_| !plain.is_empty())
    else {
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

/// A book's own words for statuses, beside those that everybody knows.
pub fn own_words(settings: &AdrSettings) -> OwnWords {
    OwnWords::of(settings.statuses.iter().map(|(word, status)| (word.as_str(), status.as_str())))
}

/// Identifiers that differ in case only are the same.
fn folded(id: &Id) -> Id {
    match id {
        Id::Number(number) => Id::Number(*number),
        Id::Lettered(number, letter) => Id::Lettered(*number, letter.to_lowercase()),
        Id::Series(series, number) => Id::Series(series.to_lowercase(), *number),
        Id::Name(name) => Id::Name(name.to_lowercase()),
    }
}
