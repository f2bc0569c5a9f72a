//! The decision records of a book, and what they are to each other.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::sync::Arc;

use crate::book::{Book, join};
use crate::config::{ADR_DIRECTORIES, AdrSettings, Settings};
use crate::document::Document;
use crate::document::block::{Block, BlockKind};
use crate::document::inline::Inlines;
use crate::source::{Place, Source, Span};

use super::graph::{self, Edge};
use super::id::{Id, Name};
use super::read::{self, Aside, Reading};
use super::record::Record;
use super::relation::Target;
use super::status::{OwnWords, Status};
use super::{directory, path, sections};

/// A record of the book.
#[derive(Debug)]
pub struct Entry {
    /// What was read. Its path is relative to the book's source directory.
    pub record: Record,
    /// Its chapter, as an index into [`Book::chapters`]; none for a file that SUMMARY.md lacks.
    pub chapter: Option<usize>,
    /// The links of its text.
    pub links: Vec<TextLink>,
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
    /// The directories in which records were looked for.
    pub roots: Vec<Root>,
    by_path: HashMap<String, usize>,
    by_id: BTreeMap<Id, Vec<usize>>,
    edges: Vec<Edge>,
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

    /// The circles among the supersessions, as indices into the entries.
    pub fn cycles(&self) -> Vec<Vec<usize>> {
        graph::cycles(&self.edges)
    }

    /// The other records of the same directory or chapter.
    pub fn beside(&self, record: &Record) -> impl Iterator<Item = &Record> {
        let records = self.entries.iter().map(|entry| &entry.record);
        records.filter(move |other| other.home() == record.home() && !std::ptr::eq(*other, record))
    }

    /// Whether most of the records beside this one have something.
    pub fn is_usual(&self, record: &Record, has: impl Fn(&Record) -> bool) -> bool {
        let (all, with) = self
            .beside(record)
            .fold((0, 0), |(all, with), other| (all + 1, with + usize::from(has(other))));
        with * 2 > all
    }

    /// The file (relative to the source directory) of a record that a link of another file means
    /// and that is not there: a Markdown file in a directory of records, or with a record's name.
    pub fn missing_record(&self, from: &str, link: &str, book: &Book<'_>) -> Option<String> {
        let plain = path::decoded(link.split(['#', '?']).next().unwrap_or_default());
        let is_file = path::stem(&plain).len() < path::file_name(&plain).len();
        if !is_file || plain.contains("://") || plain.starts_with('/') {
            return None;
        }
        let file = path::resolve(path::directory(from), &plain)?;
        let named = Name::of(path::record_stem(&file)).id.is_some();
        let inside = self.roots.iter().any(|root| path::directory(&file) == root.path);
        let known = book.chapter(&file).is_some() || book.source_dir().join(&file).exists();
        ((named || inside) && !known && self.of_path(&file).is_none()).then_some(file)
    }

    fn with_id(&self, from: &Record, id: &Id) -> Option<usize> {
        let found = self.of_id(id);
        let [one] = found else {
            let here = path::directory(&from.path);
            let mut near = found
                .iter()
                .filter(|&&index| path::directory(&self.entries[index].record.path) == here);
            let first = near.next().copied();
            return first.filter(|_| near.next().is_none());
        };
        Some(*one)
    }

    fn named(&self, name: &str) -> Option<usize> {
        let stem = path::stem(name);
        self.entries
            .iter()
            .position(|entry| path::record_stem(&entry.record.path).eq_ignore_ascii_case(stem))
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
            // A site's address or a code host's: the file's name, or the number at its end.
            let id = || Target::Link(link.to_owned()).id();
            elsewhere.then(|| self.named(link).or_else(|| self.with_id(from, &id()?)))?
        })
    }
}

/// The files a link can mean, relative to the source directory.
pub(crate) fn link_paths(from: &str, link: &str) -> Vec<String> {
    let plain = path::decoded(link.split(['#', '?']).next().unwrap_or_default());
    let Some(path) = path::resolve(path::directory(from), &plain).filter(|_| !plain.is_empty())
    else {
        return Vec::new();
    };
    let mut paths = vec![path.clone()];
    if let Some(stem) = path.strip_suffix(".html") {
        paths.push(format!("{stem}.md"));
    } else if path::stem(&path).len() == path::file_name(&path).len() {
        paths
            .extend(["{}.md", "{}/README.md", "{}/index.md"].map(|form| form.replace("{}", &path)));
    }
    paths
}

/// The canonical statuses of a book's own words.
pub fn own_words(settings: &AdrSettings) -> OwnWords {
    let known =
        |(word, name): (&String, &String)| Some((word.to_lowercase(), Status::from_name(name)?));
    settings.statuses.iter().filter_map(known).collect()
}

struct Reader<'a> {
    book: &'a Book<'a>,
    settings: &'a Settings,
    own: OwnWords,
    collection: Collection,
    roots: BTreeMap<String, Root>,
}

impl<'a> Reader<'a> {
    fn new(book: &'a Book<'a>, settings: &'a Settings) -> Self {
        let own = own_words(&settings.adr);
        Self { book, settings, own, collection: Collection::default(), roots: BTreeMap::new() }
    }

    fn chapters(&mut self) {
        for (index, chapter) in self.book.chapters.iter().enumerate() {
            if let Some(root) = self.root(&chapter.path) {
                self.file(&root, &chapter.path, chapter.source(), Some(index));
            } else if sections::may_hold_records(chapter) {
                let document = Document::parse(chapter.source());
                let records = sections::records(&document, &chapter.path, &self.own);
                self.collection.entries.extend(records.into_iter().map(|record| {
                    let links = links(&document, record.span);
                    Entry { record, chapter: Some(index), links }
                }));
            }
        }
    }

    /// The directory of records that a file lies in: the one that was configured, else the
    /// outermost one with a name that is usual for it.
    fn root(&self, file: &str) -> Option<String> {
        if let Some(paths) = &self.settings.adr.paths {
            let inside = paths.contains_in_book(&join(&self.book.src, file), &self.book.src);
            return inside.then(|| path::directory(file).to_owned());
        }
        let mut end = 0;
        path::directory(file).split('/').find_map(|part| {
            end += part.len() + 1;
            is_usual(part).then(|| file[..end - 1].to_owned())
        })
    }

    fn file(&mut self, root: &str, file: &str, source: &Arc<Source>, chapter: Option<usize>) {
        let first = || Place::new(source, source.line_span(1));
        let new = || Root { path: root.to_owned(), records: 0, first: first() };
        let counted = self.roots.entry(root.to_owned()).or_insert_with(new);
        let document = Document::parse(source);
        match read::read(&document, file, &self.own) {
            Reading::Record(record) => {
                counted.records += 1;
                let links = links(&document, record.span);
                self.collection.entries.push(Entry { record: *record, chapter, links });
            }
            Reading::Aside(Aside::Index | Aside::Template) => {}
            Reading::NotUnderstood => self.collection.not_understood.push(first()),
        }
    }

    /// The files of the same directories on disk that no chapter has.
    fn unlisted(&mut self) {
        let listed: BTreeSet<&str> =
            self.book.chapters.iter().map(|chapter| chapter.path.as_str()).collect();
        let mut roots: BTreeSet<String> = self.roots.keys().cloned().collect();
        roots.extend(self.configured());
        let source_dir = self.book.source_dir();
        let mut seen = BTreeSet::new();
        for root in &roots {
            // A directory that cannot be read has no records; `check` tells of missing chapters.
            let files = directory::files(&source_dir.join(root)).unwrap_or_default();
            for (name, on_disk) in files {
                let file = join(root, &name);
                let ours = self.root(&file).is_some();
                if !ours || listed.contains(file.as_str()) || !seen.insert(file.clone()) {
                    continue;
                }
                let Ok(text) = fs::read_to_string(on_disk) else { continue };
                let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
                let source = Source::new(join(&self.book.src, &file), text);
                self.file(root, &file, &source, None);
            }
        }
    }

    /// Directories that are looked into although no chapter lies in them: those that were named,
    /// and the usual ones at the top.
    fn configured(&self) -> Vec<String> {
        let Some(paths) = &self.settings.adr.paths else {
            let exists = |name: &str| self.book.source_dir().join(name).is_dir();
            let names = ADR_DIRECTORIES.into_iter().filter(|name| exists(name));
            return names.map(str::to_owned).collect();
        };
        let below_src = |pattern: &String| {
            let fixed = pattern.split(['*', '?', '{']).next().unwrap_or_default();
            let whole = fixed.len() == pattern.len();
            let directory = if whole { fixed } else { path::directory(fixed) };
            let src = self.book.src.trim_end_matches('/');
            let inside = directory.strip_prefix(src).and_then(|rest| rest.strip_prefix('/'));
            let directory = inside.filter(|_| !src.is_empty()).unwrap_or(directory);
            let is_directory = self.book.source_dir().join(directory).is_dir();
            (is_directory && !directory.is_empty()).then(|| directory.to_owned())
        };
        paths.patterns().iter().filter_map(below_src).collect()
    }

    fn finish(self) -> Collection {
        let Self { mut collection, roots, .. } = self;
        collection.roots = roots.into_values().collect();
        collection.entries.sort_by(|a, b| sort_key(&a.record).cmp(&sort_key(&b.record)));
        for (index, entry) in collection.entries.iter().enumerate() {
            if entry.record.anchor.is_none() {
                collection.by_path.insert(entry.record.path.clone(), index);
            }
            if let Some(id) = &entry.record.id {
                collection.by_id.entry(folded(&id.value)).or_default().push(index);
            }
        }
        collection.edges = graph::edges(&collection);
        collection
    }
}

fn sort_key(record: &Record) -> (&str, Option<&Id>, &str, usize) {
    let id = record.id.as_ref().map(|id| &id.value);
    (path::directory(&record.path), id, &record.path, record.span.start)
}

fn is_usual(directory: &str) -> bool {
    ADR_DIRECTORIES.iter().any(|usual| directory.eq_ignore_ascii_case(usual))
}

/// Identifiers that differ in case only are the same.
fn folded(id: &Id) -> Id {
    match id {
        Id::Number(number) => Id::Number(*number),
        Id::Series(series, number) => Id::Series(series.to_lowercase(), *number),
        Id::Name(name) => Id::Name(name.to_lowercase()),
    }
}

/// The links of a part of a document, images left out.
pub(crate) fn links(document: &Document, within: Span) -> Vec<TextLink> {
    let mut found = Vec::new();
    for block in document.blocks.iter().filter(|block| within.contains(block.span)) {
        in_block(block, &mut |text| {
            let links = text.links.iter().filter(|link| !link.image);
            found.extend(
                links.map(|link| TextLink { span: link.span, target: link.target.clone() }),
            );
        });
    }
    found
}

fn in_block(block: &Block, look: &mut impl FnMut(&Inlines)) {
    match &block.kind {
        BlockKind::Heading(heading) => look(&heading.text),
        BlockKind::Paragraph(text) => look(text),
        BlockKind::List(list) => {
            let blocks = list.items.iter().flat_map(|item| &item.blocks);
            blocks.for_each(|block| in_block(block, look));
        }
        BlockKind::Table(table) => {
            let rows = std::iter::once(&table.header).chain(&table.rows);
            rows.flat_map(|row| &row.cells).for_each(look);
        }
        BlockKind::Quote(blocks) | BlockKind::Footnote(blocks) | BlockKind::Definition(blocks) => {
            for block in blocks {
                in_block(block, look);
            }
        }
        BlockKind::Code(_) | BlockKind::Html | BlockKind::Rule => {}
    }
}
