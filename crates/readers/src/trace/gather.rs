//! What all chapters and records declare and name, put together.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use text::markdown::block::BlockKind;
use text::source::{Place, Source, Span};

use super::cited::{Mention, Named, Search};
use super::declared::{self, Declared};
use super::homes::{self, Homes};
use super::id::{Id, Ids};
use super::owned::Owned;
use super::records::{Series, record};
use super::{Item, Spot};
use crate::adr::{self, Collection};
use crate::book::Book;
use crate::document::{Annotated, BoundDocument};
use crate::settings::{DECISION, Settings};
use crate::template::Template;

/// All that is known of a book's items.
pub(super) struct Gathered<'d> {
    pub(super) items: Vec<Item>,
    /// What the bound documents declare, in the order of the book, each with its document.
    pub(super) declared: Vec<(&'d str, Declared<'d>)>,
    /// Ids that tables of a home list without declaring them for sure.
    pub(super) listed: HashSet<Id>,
    /// By the ids.
    by_id: HashMap<Id, Vec<usize>>,
    /// By the records' places.
    by_record: HashMap<usize, usize>,
    /// What in the files belongs to which item.
    pub(super) owned: Owned,
    pub(super) said: Vec<Said<'d>>,
    /// The kinds that the documents' templates define; decisions where there are records.
    pub(super) kinds: BTreeSet<&'d str>,
    /// The kinds that a document has begun to write about.
    begun: BTreeMap<&'d str, BTreeSet<&'d str>>,
    /// The kinds that a document's template defines, in its order.
    order: BTreeMap<&'d str, Vec<&'d str>>,
    records: &'d Collection,
    series: Series,
}

/// What is named, and where.
pub(super) struct Said<'d> {
    pub(super) mention: Mention,
    pub(super) spot: Spot,
    /// The document that says it; none for a record.
    pub(super) document: Option<&'d str>,
    /// The kind of items that stand there.
    pub(super) kind: Option<&'d str>,
    /// Whether it tells of the past.
    pub(super) is_history: bool,
}

impl<'d> Gathered<'d> {
    pub(super) fn of(
        book: &Book<'_>,
        settings: &'d Settings,
        annotated: &'d [Annotated],
        records: &'d Collection,
    ) -> Self {
        let mut found = Self {
            items: Vec::new(),
            declared: Vec::new(),
            listed: HashSet::new(),
            by_id: HashMap::new(),
            by_record: HashMap::new(),
            owned: Owned::default(),
            said: Vec::new(),
            kinds: BTreeSet::new(),
            begun: BTreeMap::new(),
            order: BTreeMap::new(),
            records,
            series: Series::of(records),
        };
        let ids = Ids { own: &settings.trace.ids };
        let bound = || {
            let bound = annotated.iter();
            bound.filter_map(|one| Some((one, one.bound.as_ref()?)))
        };
        let mut owned = Vec::new();
        for (one, bound) in bound() {
            found.declare(one, bound, ids, &mut owned);
        }
        found.declare_records(&mut owned);
        found.owned = Owned::new(owned);
        found.said = found.listen(book, bound(), ids);
        found
    }

    /// What documents and records name of the prefixes that count.
    fn listen(
        &self,
        book: &Book<'_>,
        bound: impl Iterator<Item = (&'d Annotated, &'d BoundDocument)>,
        ids: Ids<'_>,
    ) -> Vec<Said<'d>> {
        let records = self.records;
        let prefixes: HashSet<&str> =
            self.declared.iter().map(|(_, one)| one.id.prefix.as_str()).collect();
        let numbered = !records.entries.is_empty();
        let counts =
            |prefix: &str| prefixes.contains(prefix) || numbered && self.series.holds(prefix);
        let mut said = Vec::new();
        for (one, bound) in bound {
            let path = book.chapters[one.chapter].text_path();
            let record = |target: &str| records.of_link(path, target);
            let search = Search { ids, counts: &counts, record: &record };
            of_document(one, bound, &search, &mut said);
        }
        let read: HashSet<String> =
            said.iter().map(|one: &Said<'_>| one.spot.place.source.path().to_owned()).collect();
        let mut unread = HashSet::new();
        for entry in records.entries.iter().filter(|entry| entry.belongs_to.is_none()) {
            let path = entry.record.source.path();
            // A file may hold many records: it is listened to once.
            if read.contains(path) || !unread.insert(path) {
                continue;
            }
            let record = |target: &str| records.of_link(&entry.record.path, target);
            let search = Search { ids, counts: &counts, record: &record };
            of_file(entry, &search, &mut said);
        }
        said
    }

    fn declare(
        &mut self,
        annotated: &'d Annotated,
        bound: &'d BoundDocument,
        ids: Ids<'_>,
        owned: &mut Vec<(String, Span, usize)>,
    ) {
        let kinds: Vec<&str> = bound.template().kinds().collect();
        self.kinds.extend(&kinds);
        self.order.entry(&bound.name).or_insert(kinds);
        self.begun.entry(&bound.name).or_default().extend(homes::begun(bound));
        let found = declared::find(bound, &annotated.scan.parts, ids);
        self.listed.extend(found.listed);
        for one in found.declared {
            // Where there are records, they are the decisions.
            let decided = |kind: &&str| *kind == DECISION && !self.records.entries.is_empty();
            if let Some(kind) = one.kind.filter(|kind| !decided(kind)) {
                let item = self.item(annotated.chapter, bound, kind, &one);
                owned.push((one.place.source.path().to_owned(), one.own, item));
            }
            self.declared.push((&bound.name, one));
        }
    }

    /// The item that is declared: what a table lists and a heading tells at length is one.
    fn item(
        &mut self,
        chapter: usize,
        bound: &BoundDocument,
        kind: &str,
        one: &Declared<'_>,
    ) -> usize {
        let known = self.by_id.entry(one.id.clone()).or_default();
        let narrowed = |from: &str, to: &str| is_narrowed(bound.template(), from, to);
        let same = |&&item: &&usize| {
            let item = &self.items[item];
            let is_kind =
                item.kind == kind || narrowed(&item.kind, kind) || narrowed(kind, &item.kind);
            is_kind && item.document.as_ref() == Some(&bound.name)
        };
        if let Some(&index) = known.iter().find(same) {
            let item = &mut self.items[index];
            if narrowed(&item.kind, kind) {
                kind.clone_into(&mut item.kind);
            }
            if item.title.is_empty() {
                item.title.clone_from(&one.title);
            }
            return index;
        }
        known.push(self.items.len());
        self.items.push(Item {
            id: one.written.clone(),
            title: one.title.clone(),
            kind: kind.to_owned(),
            document: Some(bound.name.clone()),
            spot: Spot { chapter: Some(chapter), place: one.place.clone() },
            record: None,
        });
        self.items.len() - 1
    }

    fn declare_records(&mut self, owned: &mut Vec<(String, Span, usize)>) {
        for (index, entry) in self.records.entries.iter().enumerate() {
            if entry.belongs_to.is_some() {
                continue;
            }
            let record = &entry.record;
            let item = self.items.len();
            self.kinds.insert(DECISION);
            self.by_record.insert(index, item);
            owned.push((record.source.path().to_owned(), record.span, item));
            self.items.push(Item {
                id: record.cited(),
                title: record.shown_title(),
                kind: DECISION.to_owned(),
                document: None,
                spot: Spot { chapter: entry.chapter, place: record.head() },
                record: Some(index),
            });
        }
    }

    /// The items that are meant: those of the document that says it, where it has such.
    pub(super) fn meant(&self, said: &Said<'_>) -> Vec<usize> {
        let id = match &said.mention.named {
            Named::Record(record) => {
                return self.by_record.get(record).copied().into_iter().collect();
            }
            Named::Id(id) => id,
        };
        if let Some(record) = record(self.records, id) {
            return self.by_record.get(&record).copied().into_iter().collect();
        }
        let all = self.by_id.get(id).map(Vec::as_slice).unwrap_or_default();
        let own = |&item: &usize| self.items[item].document.as_deref() == said.document;
        let own: Vec<usize> = all.iter().copied().filter(own).collect();
        if own.is_empty() { all.to_vec() } else { own }
    }

    /// The documents that have items of a kind; none stands for the records.
    pub(super) fn with_items(&self, kind: &str) -> BTreeSet<Option<&str>> {
        let of_kind = self.items.iter().filter(|item| item.kind == kind);
        of_kind.map(|item| item.document.as_deref()).collect()
    }

    /// Whether an item can be linked with a kind, of which these documents have items. Without ids there, a link can
    /// only be said by their section; and who writes it knows what stands before it, and not what comes later.
    pub(super) fn can_link(
        &self,
        item: &Item,
        kind: &str,
        having: &BTreeSet<Option<&str>>,
    ) -> bool {
        let Some(document) = item.document.as_deref() else { return !having.is_empty() };
        if kind == DECISION && having.contains(&None) {
            return true;
        }
        let place = |kind: &str| self.order.get(document)?.iter().position(|one| *one == kind);
        let begun = self.begun.get(document).is_some_and(|kinds| kinds.contains(kind));
        begun && (having.contains(&Some(document)) || place(&item.kind) < place(kind))
    }

    /// Whether records answer for an id, or may do so elsewhere.
    pub(super) fn is_record(&self, id: &Id) -> bool {
        self.series.holds(&id.prefix)
    }
}

/// Whether a section holds items of a kind in general, and in some parts of it those of another: what its summary takes
/// for a risk may be told as a debt.
fn is_narrowed(template: &Template, from: &str, to: &str) -> bool {
    template.sections.iter().any(|section| {
        let has = |kind: &str, part: bool| {
            section.defines.iter().any(|home| home.kind == kind && home.concept.is_some() == part)
        };
        has(from, false) && has(to, true)
    })
}

fn of_document<'d>(
    annotated: &'d Annotated,
    bound: &'d BoundDocument,
    search: &Search<'_>,
    said: &mut Vec<Said<'d>>,
) {
    let Some(homes) = Homes::of(bound, &annotated.scan.parts) else { return };
    homes.each_block(|node, document, block| {
        let mentions = search.block(document, block);
        if mentions.is_empty() {
            return;
        }
        let kind = match &block.kind {
            BlockKind::Table(table) => homes.kind_of_rows(node, table),
            _ => homes.kind(node),
        };
        let is_history = homes.is_history(node);
        said.extend(mentions.into_iter().map(|mention| Said {
            spot: spot(Some(annotated.chapter), &document.source, mention.span),
            mention,
            document: Some(&bound.name),
            kind,
            is_history,
        }));
    });
}

/// What the file of a record names, the other records in it included.
fn of_file<'d>(entry: &'d adr::collection::Entry, search: &Search<'_>, said: &mut Vec<Said<'d>>) {
    let source = &entry.record.source;
    let document = entry.record.file();
    let mentions = document.blocks.iter().flat_map(|block| search.block(&document, block));
    said.extend(mentions.map(|mention| Said {
        spot: spot(entry.chapter, source, mention.span),
        mention,
        document: None,
        kind: Some(DECISION),
        is_history: false,
    }));
}

fn spot(chapter: Option<usize>, source: &Arc<Source>, span: Span) -> Spot {
    Spot { chapter, place: Place::new(source, span) }
}
