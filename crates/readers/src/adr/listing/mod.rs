//! Indexes of decision records that people keep by hand: a file whose tables or lists link to most of
//! the records of a directory.

mod called;
mod candidate;
mod cell;
mod headed;
mod releases;
mod row;
mod status_word;
pub mod style;
mod unlinked;

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use crate::record_path;
use text::link;
use text::markdown::Document;
use text::markdown::block::Block;
use text::source::{Source, Span};
use text::tally::commonest;
use words::{Part, Reference, Vocabulary};

use super::collection::Collection;
use super::links::{TextLink, links};
use super::read;
use super::record::Record;
use super::status::{OwnWords, Status};
use crate::book::{Book, Chapter};
use candidate::Linked;

pub use cell::Cell;
pub use row::{Goal, Row};

/// The fewest rows of an index; fewer are a mention.
const FEWEST_ROWS: usize = 3;

/// A file that lists the records of a directory.
#[derive(Clone, Debug)]
pub struct Listing {
    /// The file.
    pub source: Arc<Source>,
    /// The file, relative to the book's source directory.
    pub path: String,
    /// The directory of the records, relative to the book's source directory.
    pub directory: String,
    /// The rows that stand for a record of it, in the file's order.
    pub rows: Vec<Row>,
    /// The records of the directory, as indices into [`Collection::entries`].
    pub records: Vec<usize>,
    /// Those of them that nothing in the file links to and no row names; none where it leads on to an index of them.
    pub missing: Vec<usize>,
    /// Whether the file's name calls for all of them: the page of a directory, `index`, `overview`.
    pub whole: bool,
    /// The book's source directory.
    src: String,
    /// The words that rows have for each status and nothing else.
    words: BTreeMap<Status, String>,
}

/// The hand-kept indexes among a book's chapters and beside its records.
pub fn find(book: &Book<'_>, records: &Collection, own: &OwnWords) -> Vec<Listing> {
    let homes = homes(records);
    if homes.is_empty() {
        return Vec::new();
    }
    let own_files: HashSet<&str> =
        records.entries.iter().map(|entry| entry.record.source.path()).collect();
    let chapters = book.chapters.iter().map(Chapter::text_path).collect();
    let reader = Reader { book, chapters, records, own, homes: &homes };
    let mut found = Vec::new();
    for chapter in &book.chapters {
        let linking = || chapter.mentions("](") || chapter.mentions("]:");
        if !own_files.contains(chapter.file()) && linking() {
            let document = || Arc::clone(chapter.document());
            reader.file(chapter.text_path(), chapter.source(), document, &mut found);
        }
    }
    let chapters: HashSet<&str> = book.chapters.iter().map(Chapter::file).collect();
    let beside = records.asides.iter().filter(|aside| !chapters.contains(aside.path()));
    for aside in beside {
        let path = link::relative(&book.src, aside.path());
        reader.file(&path, aside, || Arc::new(Document::parse(aside)), &mut found);
    }
    found
}

/// Whether a text beside records is an index of them that people keep: it links to most of them, and no program
/// writes it. `path` is its file, named as those of the records are.
pub fn is_kept_by_hand(text: &str, path: &str, records: &[Record]) -> bool {
    let led = candidate::targets(text);
    let led = led.filter_map(|target| link::resolve(link::directory(path), &link::decoded(target)));
    let led: HashSet<String> = led.collect();
    let listed = records.iter().filter(|record| led.contains(&record.path)).count();
    listed >= FEWEST_ROWS && listed * 4 >= records.len() * 3 && !is_generated(text)
}

/// The records with a file of their own, by directory. What belongs to another record needs no row.
fn homes(records: &Collection) -> BTreeMap<&str, Vec<usize>> {
    let mut homes: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, entry) in records.entries.iter().enumerate() {
        if entry.record.anchor.is_none() && entry.belongs_to.is_none() {
            homes.entry(record_path::home(&entry.record.path)).or_default().push(index);
        }
    }
    homes
}

struct Reader<'a> {
    book: &'a Book<'a>,
    /// Where the chapters' texts stand, relative to the source directory.
    chapters: HashSet<&'a str>,
    records: &'a Collection,
    own: &'a OwnWords,
    homes: &'a BTreeMap<&'a str, Vec<usize>>,
}

impl Reader<'_> {
    /// The listings in one file, which is parsed only where it links to enough records.
    fn file(
        &self,
        path: &str,
        source: &Arc<Source>,
        document: impl FnOnce() -> Arc<Document>,
        found: &mut Vec<Listing>,
    ) {
        let linked = Linked::of(source.text(), path, self.records);
        let is_most =
            |(home, all): &(&&str, &Vec<usize>)| is_most(linked.count(home, all), all.len(), path);
        let listed: Vec<_> = self.homes.iter().filter(is_most).collect();
        if listed.is_empty() || is_generated(source.text()) {
            return;
        }
        let document = document();
        let all_links = links(&document, Span::new(0, source.text().len()));
        let linked: HashSet<usize> = all_links
            .iter()
            .filter_map(|link| self.records.of_link(path, &link.target))
            .chain(linked.records)
            .collect();
        for (home, all) in listed {
            let (rows, unlinked) = row::read(&document, path, home, self);
            let missing = if self.leads_on(&document, path, home, &rows) {
                Vec::new()
            } else {
                let named = |record: &usize| linked.contains(record) || unlinked.contains(record);
                all.iter().copied().filter(|record| !named(record)).collect()
            };
            let listing = Listing {
                words: status_word::of_rows(&rows, source, self.own),
                source: Arc::clone(source),
                path: path.to_owned(),
                directory: (*home).to_owned(),
                rows,
                records: all.clone(),
                whole: is_whole(path),
                src: self.book.src.clone(),
                missing,
            };
            let meant = |listing: &Listing| {
                let headed = || listing.is_headed(&document);
                listing.is_index() && (listing.whole && !listing.is_scattered() || headed())
            };
            found.extend(Some(listing).filter(meant));
        }
    }

    /// Whether a file elsewhere leads to the directory or to its index below the heading of its rows: that one has all.
    fn leads_on(&self, document: &Document, path: &str, home: &str, rows: &[Row]) -> bool {
        let [first, .., last] = rows else { return false };
        if link::directory(path) == home || self.is_summary(path) {
            return false;
        }
        let mut headings = document.blocks.iter().filter(|block| block.heading().is_some());
        let above = headings.clone().take_while(|block| block.span.start < first.span.start).last();
        let below = headings.find(|block| block.span.start > last.span.start);
        let start = above.map_or(0, |heading| heading.span.start);
        let end = below.map_or(document.source.text().len(), |heading| heading.span.start);
        let is_index = |file: &str| link::directory(file) == home && is_whole(file);
        let shows_all = |link: &TextLink| {
            let target = link.target.split(['#', '?']).next().unwrap_or_default();
            let led = link::resolve(link::directory(path), target).filter(|_| !target.is_empty());
            led.is_some_and(|file| is_index(&file) || file == home && self.is_shown(&is_index))
        };
        links(document, Span::new(start, end)).iter().any(shows_all)
    }

    /// Whether a file says what belongs to a book: what is not in it is no part of that.
    fn is_summary(&self, path: &str) -> bool {
        const NAME: &str = "SUMMARY.md";
        if self.book.listed { path == NAME } else { link::file_name(path) == NAME }
    }

    /// Whether a link to a directory shows what is in it: a book has no page there without an index.
    fn is_shown(&self, is_index: &dyn Fn(&str) -> bool) -> bool {
        let aside = |aside: &Arc<Source>| is_index(&link::relative(&self.book.src, aside.path()));
        !self.book.listed
            || self.chapters.iter().any(|file| is_index(file))
            || self.records.asides.iter().any(aside)
    }
}

/// What a directive or another program writes is not kept by hand.
fn is_generated(text: &str) -> bool {
    // What programs write above their output, whatever the language of their users: names and English phrases.
    const GENERATED_BY: [&str; 9] = [
        "archdoc: adr-index",
        "adrlog",
        "adr-log",
        "do not edit",
        "don't edit",
        "autogenerated",
        "auto-generated",
        "automatically generated",
        "generated automatically",
    ];
    // A row may be titled "Use auto-generated clients".
    let is_row = |line: &str| {
        let line = line.trim_start();
        let item = line.trim_start_matches(|c: char| c.is_ascii_digit());
        line.starts_with('|')
            || ["- ", "* ", "+ ", ". ", ") "].iter().any(|mark| item.starts_with(mark))
    };
    let said = text.lines().filter(|line| !is_row(line));
    said.map(str::to_ascii_lowercase)
        .any(|line| GENERATED_BY.iter().any(|mark| line.contains(mark)))
}

fn is_whole(path: &str) -> bool {
    link::is_directory_page(path) || read::is_index(record_path::stem(path))
}

/// Whether a file links to so many of a directory's records, with those that are gone: half of them in the page
/// of a directory or in what is called an index, most of them anywhere else, where an index is not to be expected.
fn is_most(count: usize, all: usize, path: &str) -> bool {
    let enough = if is_whole(path) { count * 2 >= all } else { count * 4 >= all * 3 };
    enough && count >= FEWEST_ROWS
}

impl Listing {
    /// What lies relative to the book's source directory, as findings name it.
    pub fn named(&self, path: &str) -> String {
        link::normal(&link::join(&self.src, path))
    }

    /// Whether the heading above its first row speaks of decisions or their records.
    fn is_headed(&self, document: &Document) -> bool {
        let first = self.rows.first().map_or(0, |row| row.span.start);
        let headings = document.blocks.iter().take_while(|block| block.span.start < first);
        let above = headings.filter_map(Block::heading).last();
        above.is_some_and(|heading| {
            let text = heading.text.plain();
            let words = Vocabulary::known();
            words.mentions(Reference::Record, &text).is_some()
                || words.find::<Part>(&text).any(|(_, found)| found.meaning == Part::Decision)
        })
    }

    /// Whether a file that lies elsewhere has the records below its own topics, none of which has half of them: a
    /// guide, which need not lead to all.
    fn is_scattered(&self) -> bool {
        let parts = commonest(self.rows.iter().map(|row| row.part));
        let largest = parts.map_or(0, |(_, size)| size);
        link::directory(&self.path) != self.directory && largest * 2 < self.rows.len()
    }

    /// Whether its rows, not only its sentences, name most of what the file names. A row whose file is gone
    /// was written for a record as well as the others.
    fn is_index(&self) -> bool {
        let known: HashSet<usize> = self.rows.iter().filter_map(Row::record).collect();
        let gone: HashSet<&str> = self.rows.iter().filter_map(Row::absent).collect();
        let named = known.len() + gone.len();
        !known.is_empty() && named >= FEWEST_ROWS && named * 2 >= self.records.len()
    }
}
