//! What readers see of the decision records: an index, a graph, a banner, links.
//!
//! All of it is Markdown that is good without style sheets and scripts; see the guide's page on
//! decision records.

mod badge;
mod banner;
mod cell;
mod chapter;
mod graph;
mod index;
mod mermaid;
mod name;
mod nested;
mod picture;
mod references;
mod relation;
mod since;

use readers::adr::change::Decision;
use readers::analysis::Analysis;
use readers::book::Output;
use readers::directive::adr::{Filter, Graph, Index};
use text::compose::{Blocks, Inline, Target};

use readers::adr::collection::{Collection, Entry};
use readers::adr::record::Record;
use text::link;

use crate::says::Says;
use crate::style::Medium;

pub use chapter::Heads;
pub use nested::{NewChapter, chapters as nested_chapters};
pub use references::edits as reference_edits;

/// What stands in the place of an `adr-index` directive of a chapter (an index into the book's
/// chapters).
pub(crate) fn index(analysis: &Analysis<'_>, chapter: usize, index: &Index, says: Says) -> Blocks {
    index::markdown(index, &Shown::in_chapter(analysis, chapter, says))
}

/// What stands in the place of an `adr-graph` directive of a chapter.
pub(crate) fn graph(analysis: &Analysis<'_>, chapter: usize, graph: &Graph, says: Says) -> Blocks {
    graph::markdown(graph, &Shown::in_chapter(analysis, chapter, says))
}

/// What stands in the place of a `decisions-since` directive of a chapter.
pub(crate) fn since(analysis: &Analysis<'_>, chapter: usize, revision: &str, says: Says) -> Blocks {
    let since = analysis.decisions_since(revision);
    since::markdown(revision, since, &Shown::in_chapter(analysis, chapter, says))
}

/// Words that lead to a record from a chapter.
pub(crate) fn record_link(
    analysis: &Analysis<'_>,
    chapter: usize,
    entry: &Entry,
    words: &str,
    says: Says,
) -> Inline {
    Shown::in_chapter(analysis, chapter, says).link(entry, Inline::text(words))
}

/// What became of a record, in a line of English; `shown` is its name or the link to it, as are its successors.
pub fn change_line(
    decision: &Decision,
    shown: Inline,
    successors: impl Iterator<Item = Inline>,
) -> Inline {
    since::words(decision, shown, successors, Says::of(None))
}

/// The records as one chapter sees them.
struct Shown<'a> {
    records: &'a Collection,
    /// The chapter's path.
    seen_from: &'a str,
    /// Whether links lead to files as they lie, since nothing renders them.
    plain: bool,
    medium: Medium,
    says: Says,
    /// A directory of records whose own page this is; other directories' are not shown there.
    below: Option<&'a str>,
}

impl<'a> Shown<'a> {
    fn in_chapter(analysis: &'a Analysis<'_>, chapter: usize, says: Says) -> Self {
        let seen_from = &analysis.book.chapters[chapter].path;
        let records = &analysis.records;
        let plain = analysis.book.output == Output::Files;
        let own = link::directory(seen_from);
        let holds = || records.entries.iter().any(|entry| link::is_below(&entry.record.path, own));
        let below = (plain && holds()).then_some(own);
        let medium = Medium::of(&analysis.book.output);
        Self { records, seen_from, plain, medium, says, below }
    }

    /// Whether a record is shown here.
    fn holds(&self, filter: &Filter, record: &Record) -> bool {
        filter.fits(record)
            && self.below.is_none_or(|directory| link::is_below(&record.path, directory))
    }

    /// The way to a record's page; none when it has none.
    fn target(&self, entry: &Entry) -> Option<Target> {
        if self.plain {
            let path = link::relative(link::directory(self.seen_from), &entry.record.path);
            return Some(anchored(entry, self.seen_from, &path));
        }
        target(self.seen_from, entry)
    }

    /// Words that lead to a record; words alone where it has no page.
    fn link(&self, entry: &Entry, words: Inline) -> Inline {
        match self.target(entry) {
            Some(target) => words.link(&target),
            None => words,
        }
    }
}

/// The way from a chapter to a record's page; none when it has none.
fn target(seen_from: &str, entry: &Entry) -> Option<Target> {
    let page = entry.page.as_ref()?;
    Some(anchored(entry, seen_from, &link::relative(link::directory(seen_from), page)))
}

/// A record's place in the file or page at `path`.
fn anchored(entry: &Entry, seen_from: &str, path: &str) -> Target {
    let here = || entry.page.as_ref() == Some(&link::page(seen_from));
    match &entry.record.anchor {
        Some(anchor) if here() => Target::here(anchor),
        Some(anchor) => Target::file(path).at(anchor),
        None => Target::file(path),
    }
}
