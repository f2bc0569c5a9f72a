//! `trace`: the items with ids and what each is linked with, as a table for each kind.

use std::cell::RefCell;
use std::collections::HashMap;

use readers::analysis::Analysis;
use readers::book::Output;
use readers::trace::{Item, Link, Links, Spot, Trace};
use text::compose::{Blocks, Inline, Target};
use text::link::{directory, page, relative};
use text::markdown::anchor;
use text::wording::capitalized;
use words::Phrase;

use crate::adr;
use crate::says::Says;
use crate::style::{self, Medium, nothing, unbroken};

/// What stands where an item has no link.
const NONE: &str = "—";

/// What stands in the place of a `trace` directive of a chapter (an index into the book's chapters): all kinds, or one.
pub(crate) fn tables(
    analysis: &Analysis<'_>,
    chapter: usize,
    of: Option<&str>,
    says: Says,
) -> Blocks {
    let none = || nothing(says.get(Phrase::NoItems));
    let Some(trace) = &analysis.trace else { return none() };
    let (by_id, anchors) = (by_id(trace), RefCell::default());
    let page = Page { analysis, trace, chapter, says, by_id, anchors };
    let linked = trace.links.iter().filter(|links| !links.items.is_empty());
    let linked = linked.map(|links| links.chain.from.as_str());
    let own = trace.items.iter().filter(|item| page.is_own(item));
    let all = linked.chain(own.map(|item| item.kind.as_str()));
    let mut kinds: Vec<&str> = Vec::new();
    for kind in all.filter(|&kind| of.is_none_or(|of| of == kind)) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let tables = kinds.iter().map(|kind| page.table(kind));
    tables.reduce(Blocks::then).unwrap_or_else(none)
}

fn by_id(trace: &Trace) -> HashMap<String, Vec<&Item>> {
    let mut items: HashMap<String, Vec<&Item>> = HashMap::new();
    for item in &trace.items {
        items.entry(item.id.to_uppercase()).or_default().push(item);
    }
    items
}

/// The items as one chapter shows them.
struct Page<'a> {
    analysis: &'a Analysis<'a>,
    trace: &'a Trace,
    chapter: usize,
    says: Says,
    /// The items with one id, in the order of the book.
    by_id: HashMap<String, Vec<&'a Item>>,
    /// The ids of the headings of chapters, as far as they were asked for.
    anchors: RefCell<HashMap<usize, Vec<String>>>,
}

impl Page<'_> {
    /// The items of a kind; a column for each kind that they are to be linked with and that is there.
    fn table(&self, kind: &str) -> Blocks {
        let of_kind = self.trace.links.iter().filter(|links| links.chain.from == kind);
        let there = |links: &&Links| {
            self.trace.kinds.contains(&links.chain.to)
                || links.items.iter().any(|linked| !linked.with.is_empty())
        };
        let chains: Vec<&Links> = of_kind.filter(there).collect();
        let title = |kind| self.says.thing(kind, self.analysis.templates.home_of(kind));
        let titles = chains.iter().map(|links| title(&links.chain.to));
        let titles = std::iter::once(title(kind)).chain(titles);
        let titles = titles.map(|title| capitalized(&title).into());
        let medium = Medium::of(&self.analysis.book.output);
        let items = self.trace.items.iter().filter(|item| item.kind == kind).enumerate();
        let items = items.filter(|(_, item)| !chains.is_empty() || self.is_own(item));
        let rows = items.map(|(row, item)| {
            let cells = chains.iter().map(|links| self.cell(&links.items[row].with));
            std::iter::once(self.named(item)).chain(cells).collect()
        });
        style::apart(medium, style::table(medium, titles, 0, rows))
    }

    fn cell(&self, links: &[Link]) -> Inline {
        if links.is_empty() {
            return Inline::text(NONE);
        }
        let shown = links.iter().map(|link| match link {
            Link::Item(item) => self.item(&self.trace.items[*item]),
            Link::Text(spot) => self.text(spot),
        });
        Inline::joined(shown, ", ")
    }

    /// An item with what it is called.
    fn named(&self, item: &Item) -> Inline {
        let id = self.item(item);
        let title = item.title.as_str();
        if title.is_empty() || item.id.contains(title) { id } else { id.and(" ").and(title) }
    }

    /// Its id, which no line breaks; a record may be called by its whole title.
    fn item(&self, item: &Item) -> Inline {
        let records = &self.analysis.records;
        if let Some(entry) = item.record.and_then(|record| records.entries.get(record)) {
            return adr::record_link(self.analysis, self.chapter, entry, &item.id, self.says);
        }
        let medium = Medium::of(&self.analysis.book.output);
        let id = unbroken(medium, self.link(&item.id, &item.spot));
        match item.document.as_deref().filter(|_| self.is_shared(item)) {
            Some(document) => id.and(" (").and(document).and(")"),
            None => id,
        }
    }

    fn namesakes(&self, item: &Item) -> &[&Item] {
        self.by_id.get(&item.id.to_uppercase()).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether another document has an item with this id.
    fn is_shared(&self, item: &Item) -> bool {
        self.namesakes(item).iter().any(|other| other.document != item.document)
    }

    /// Whether no item before it has its id: a row that begins with the id of a goal speaks of that goal.
    fn is_own(&self, item: &Item) -> bool {
        let mut same = self.namesakes(item).iter().filter(|other| other.document == item.document);
        same.next().is_none_or(|first| first.kind == item.kind)
    }

    /// The heading below which a place stands.
    fn text(&self, spot: &Spot) -> Inline {
        let book = self.analysis.book;
        let chapter = spot.chapter.and_then(|chapter| book.chapters.get(chapter));
        let Some(chapter) = chapter else { return Inline::text(spot.place.source.path()) };
        let heading = self.heading(spot).and_then(|index| {
            let document = chapter.document();
            let block = document.outline.sections[index].block;
            Some(document.blocks[block].heading()?.text.plain())
        });
        self.link(heading.as_deref().unwrap_or(&chapter.name), spot)
    }

    /// The place of the heading among its chapter's; none before the first, and in a file that is included.
    fn heading(&self, spot: &Spot) -> Option<usize> {
        let chapter = &self.analysis.book.chapters[spot.chapter?];
        let own = spot.place.source.path() == chapter.file();
        chapter.document().outline.at(spot.place.span.start).filter(|_| own)
    }

    fn link(&self, words: &str, spot: &Spot) -> Inline {
        let words = Inline::text(words);
        let Some(chapter) = spot.chapter else { return words };
        let book = self.analysis.book;
        let mut anchors = self.anchors.borrow_mut();
        let ids = anchors
            .entry(chapter)
            .or_insert_with(|| anchor::ids(book.chapters[chapter].document()));
        let id = self.heading(spot).and_then(|index| ids.get(index));
        if chapter == self.chapter {
            return id.map_or(words.clone(), |id| words.link(&Target::here(id)));
        }
        let to = &book.chapters[chapter].path;
        let plain = book.output == Output::Files;
        let to = if plain { to.clone() } else { page(to) };
        let file = Target::file(&relative(directory(&book.chapters[self.chapter].path), &to));
        words.link(&id.map_or(file.clone(), |id| file.at(id)))
    }
}
