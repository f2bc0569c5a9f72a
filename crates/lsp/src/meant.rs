//! What words of a text lead to: another decision record, a heading, a template.

use std::sync::Arc;

use readers::adr::collection::link_paths;
use readers::book::Chapter;
use readers::template::Template;
use text::link;
use text::markdown::Document;
use text::markdown::anchor;
use text::markdown::block::each_text;
use text::source::{Place, Source, Span};

use crate::snapshot::Snapshot;

/// Something that texts refer to.
#[derive(Clone, Debug)]
pub(crate) enum Meant {
    /// A decision record, as an index into the collection.
    Record(usize),
    /// A heading, or the beginning of a file.
    Heading(Place),
    /// A template.
    Template(Arc<Template>),
}

impl Meant {
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
    pub(crate) meant: Meant,
}

/// The reference at an offset of a file as it was read.
pub(crate) fn at(snapshot: &Snapshot, file: &str, offset: usize) -> Option<Reference> {
    let holds = |reference: &Reference| reference.span.contains(Span::at(offset));
    all(snapshot, file).into_iter().find(holds)
}

/// All references of a file.
pub(crate) fn all(snapshot: &Snapshot, file: &str) -> Vec<Reference> {
    let mut found = template(snapshot, file);
    found.extend(relations(snapshot, file));
    found.extend(links(snapshot, file));
    found
}

/// The template that a directive names.
fn template(snapshot: &Snapshot, file: &str) -> Vec<Reference> {
    let directives = snapshot.annotated(file).into_iter().flat_map(|one| &one.scan.directives);
    let named = directives.filter_map(|directive| {
        let named = directive.template()?;
        let meant = Meant::Template(snapshot.templates.find(&named.name)?);
        Some(Reference { span: named.span, meant })
    });
    named.collect()
}

/// What records of a file say of others: `superseded by ADR 7`.
fn relations(snapshot: &Snapshot, file: &str) -> Vec<Reference> {
    let records = snapshot.records.entries.iter().map(|entry| &entry.record);
    let here = records.filter(|record| record.source.path() == file);
    let related = here.flat_map(|record| {
        record.relations.iter().filter_map(|relation| {
            let other = snapshot.records.resolve(record, &relation.target)?;
            Some(Reference { span: relation.span, meant: Meant::Record(other) })
        })
    });
    related.collect()
}

fn links(snapshot: &Snapshot, file: &str) -> Vec<Reference> {
    let Some((document, from)) = snapshot.document(file) else { return Vec::new() };
    let mut links = Vec::new();
    for block in &document.blocks {
        each_text(block, &mut |text| links.extend(&text.links));
    }
    let reference = |link: &&text::markdown::inline::Link| {
        let meant = led_to(snapshot, &from, &link.target, &document)?;
        Some(Reference { span: link.span, meant })
    };
    links.iter().filter_map(reference).collect()
}

/// What a link leads to; `from` is its file, relative to the source directory.
fn led_to(snapshot: &Snapshot, from: &str, target: &str, here: &Document) -> Option<Meant> {
    if let Some(anchor) = target.strip_prefix('#') {
        return heading(here, Some(anchor)).map(Meant::Heading);
    }
    if target.contains("://") {
        return None;
    }
    if let Some(record) = snapshot.records.of_link(from, target) {
        return Some(Meant::Record(record));
    }
    let anchor = target.split_once('#').map(|(_, anchor)| anchor);
    let paths = link_paths(snapshot.book.site(), from, target);
    let is_meant = |chapter: &&Chapter<'_>| paths.iter().any(|path| path == chapter.text_path());
    let chapter = snapshot.book.chapters.iter().find(is_meant)?;
    heading(chapter.document(), anchor).map(Meant::Heading)
}

/// The heading of an anchor; the file's beginning without one.
fn heading(document: &Document, anchor: Option<&str>) -> Option<Place> {
    let Some(anchor) = anchor else {
        return Some(Place::new(&document.source, Span::at(document.body_start())));
    };
    let anchor = link::decoded(anchor);
    let section = anchor::ids(document).iter().position(|id| *id == anchor)?;
    Some(heading_place(document, section))
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
    let record = snapshot.records.entries.iter().position(|entry| {
        let record = &entry.record;
        record.source.path() == file && record.heading.start == place.span.start
    });
    let span = place.span;
    let meant = record.map_or(Meant::Heading(place), Meant::Record);
    Some(Reference { span, meant })
}

/// The template that a file is.
fn own_template(snapshot: &Snapshot, file: &str) -> Option<Reference> {
    let is_file = |source: &Arc<Source>| source.path() == file;
    let own = snapshot.templates.own().iter().find(|own| is_file(&own.template.source))?;
    Some(Reference { span: Span::at(0), meant: Meant::Template(Arc::clone(&own.template)) })
}
