//! What words of a text lead to: another decision record, a heading, a template.

use std::collections::HashMap;
use std::sync::Arc;

use readers::adr::collection::link_paths;
use readers::template::Template;
use text::link;
use text::markdown::Document;
use text::markdown::anchor;
use text::markdown::block::each_text;
use text::source::{Place, Source, Span};

use crate::snapshot::Snapshot;

/// Something that texts refer to.
#[derive(Clone, Debug)]
pub(crate) enum ReferenceTarget {
    /// A decision record, as an index into the collection.
    Record(usize),
    /// A heading, or the beginning of a file.
    Heading(Place),
    /// A template.
    Template(Arc<Template>),
}

impl ReferenceTarget {
    /// Whether both are the same.
    pub(crate) fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Record(a), Self::Record(b)) => a == b,
            (Self::Heading(a), Self::Heading(b)) => {
                a.span.start == b.span.start && a.source.path() == b.source.path()
            }
            (Self::Template(a), Self::Template(b)) => a.name == b.name,
            _ => false,
        }
    }

    /// Where it stands; none for a template that comes with the program.
    pub(crate) fn place(&self, snapshot: &Snapshot) -> Option<Place> {
        match self {
            Self::Record(index) => Some(snapshot.records.entries[*index].record.head()),
            Self::Heading(place) => Some(place.clone()),
            Self::Template(template) => {
                let own = snapshot.templates.own().iter();
                let mut own = own.filter(|own| own.template.name == template.name);
                own.next().map(|own| Place::new(&own.template.source, Span::at(0)))
            }
        }
    }
}

/// A reference, and what it leads to.
#[derive(Clone, Debug)]
pub(crate) struct Reference {
    pub(crate) span: Span,
    pub(crate) target: ReferenceTarget,
}

/// The reference at an offset of a file as it was read.
pub(crate) fn at(snapshot: &Snapshot, file: &str, offset: usize) -> Option<Reference> {
    let here = |span: Span| span.contains(Span::at(offset));
    Reader::new(snapshot).references(file, here).into_iter().next()
}

/// Reads what texts refer to. The headings of a file are named once, however many links lead to them.
pub(crate) struct Reader<'s> {
    snapshot: &'s Snapshot,
    /// By the files: the sections of the outline by their anchors.
    anchors: HashMap<String, HashMap<String, usize>>,
}

impl<'s> Reader<'s> {
    pub(crate) fn new(snapshot: &'s Snapshot) -> Self {
        Self { snapshot, anchors: HashMap::new() }
    }

    /// The references of a file that stand where they are `wanted`.
    pub(crate) fn references(
        &mut self,
        file: &str,
        wanted: impl Fn(Span) -> bool,
    ) -> Vec<Reference> {
        let mut found = self.template(file);
        found.retain(|reference| wanted(reference.span));
        found.extend(self.relations(file).filter(|reference| wanted(reference.span)));
        found.extend(self.links(file, wanted));
        found
    }

    /// The template that a directive names.
    fn template(&self, file: &str) -> Vec<Reference> {
        let directives =
            self.snapshot.annotated(file).into_iter().flat_map(|one| &one.scan.directives);
        let named = directives.filter_map(|directive| {
            let named = directive.template()?;
            let target = ReferenceTarget::Template(self.snapshot.templates.find(&named.name)?);
            Some(Reference { span: named.span, target })
        });
        named.collect()
    }

    /// What records of a file say of others: `superseded by ADR 7`.
    fn relations(&self, file: &str) -> impl Iterator<Item = Reference> {
        let records = &self.snapshot.records;
        let here = self.snapshot.records_in(file).iter().map(|&at| &records.entries[at].record);
        here.flat_map(move |record| {
            record.relations.iter().filter_map(move |relation| {
                let other = records.resolve(record, &relation.target)?;
                Some(Reference { span: relation.span, target: ReferenceTarget::Record(other) })
            })
        })
    }

    fn links(&mut self, file: &str, wanted: impl Fn(Span) -> bool) -> Vec<Reference> {
        let Some((document, from)) = self.snapshot.document(file) else { return Vec::new() };
        let mut links = Vec::new();
        for block in &document.blocks {
            each_text(block, &mut |text| {
                links.extend(text.links.iter().filter(|link| wanted(link.span)));
            });
        }
        let reference = |link: &text::markdown::inline::Link| {
            let target = self.led_to(&from, &link.target, &document)?;
            Some(Reference { span: link.span, target })
        };
        links.into_iter().filter_map(reference).collect()
    }

    /// What a link leads to; `from` is its file, relative to the source directory.
    fn led_to(&mut self, from: &str, target: &str, here: &Document) -> Option<ReferenceTarget> {
        if let Some(anchor) = target.strip_prefix('#') {
            return self.heading(here, Some(anchor)).map(ReferenceTarget::Heading);
        }
        if target.contains("://") {
            return None;
        }
        let snapshot = self.snapshot;
        if let Some(record) = snapshot.records.of_link(from, target) {
            return Some(ReferenceTarget::Record(record));
        }
        let anchor = target.split_once('#').map(|(_, anchor)| anchor);
        let paths = link_paths(snapshot.book.site(), from, target);
        let chapter = paths.iter().find_map(|path| snapshot.chapter_at(path))?;
        self.heading(chapter.document(), anchor).map(ReferenceTarget::Heading)
    }

    /// The heading of an anchor; the file's beginning without one.
    fn heading(&mut self, document: &Document, anchor: Option<&str>) -> Option<Place> {
        let Some(anchor) = anchor else {
            return Some(Place::new(&document.source, Span::at(document.body_start())));
        };
        let file = document.source.path();
        if !self.anchors.contains_key(file) {
            self.anchors.insert(file.to_owned(), anchors(document));
        }
        let section = *self.anchors.get(file)?.get(&link::decoded(anchor))?;
        Some(heading_place(document, section))
    }
}

fn anchors(document: &Document) -> HashMap<String, usize> {
    // Of equal ones the first is meant.
    let ids = anchor::ids(document).into_iter().enumerate().rev();
    ids.map(|(section, id)| (id, section)).collect()
}

fn heading_place(document: &Document, section: usize) -> Place {
    let source = &document.source;
    let span = document.outline.sections[section].heading;
    let words = source.slice(span).trim_end();
    Place::new(source, Span::new(span.start, span.start + words.len()))
}

/// What the heading is at an offset: a record where it is a record's own, else itself.
pub(crate) fn headed(snapshot: &Snapshot, file: &str, offset: usize) -> Option<Reference> {
    if let Some(own) = own_template(snapshot, file) {
        return Some(own);
    }
    let (document, _) = snapshot.document(file)?;
    let section = document.outline.sections.iter().position(|section| {
        section.heading.contains(Span::at(offset)) && offset < section.heading.end
    })?;
    let place = heading_place(&document, section);
    let starts = |at: &usize| snapshot.records.entries[*at].record.heading.start;
    let mut records = snapshot.records_in(file).iter().copied();
    let record = records.find(|at| starts(at) == place.span.start);
    let span = place.span;
    let target = record.map_or(ReferenceTarget::Heading(place), ReferenceTarget::Record);
    Some(Reference { span, target })
}

/// The template that a file is.
fn own_template(snapshot: &Snapshot, file: &str) -> Option<Reference> {
    let is_file = |source: &Arc<Source>| source.path() == file;
    let own = snapshot.templates.own().iter().find(|own| is_file(&own.template.source))?;
    Some(Reference {
        span: Span::at(0),
        target: ReferenceTarget::Template(Arc::clone(&own.template)),
    })
}
