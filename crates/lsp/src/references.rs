//! Who refers to a record, a heading or a template.

use std::collections::BTreeSet;

use lsp_types::{Location, ReferenceParams};
use readers::book::Chapter;
use readers::record_path;
use text::source::Place;

use crate::places::Places;
use crate::snapshot::Snapshot;
use crate::target::{self, Reader, ReferenceTarget};
use crate::workspace::Workspace;

/// All places that lead where the words lead at a position, or to the heading that stands there.
pub(crate) fn find(workspace: &Workspace, params: &ReferenceParams) -> Option<Vec<Location>> {
    let at = &params.text_document_position;
    let here = workspace.here(&at.text_document.uri)?;
    let offset = here.offset(at.position)?;
    let target = target::at(here.snapshot, here.name, offset)
        .or_else(|| target::headed(here.snapshot, here.name, offset))?
        .target;
    let own = target.place(here.snapshot).filter(|_| params.context.include_declaration);
    let found = own.into_iter().chain(referring(here.snapshot, &target));
    let mut places = Places::new(workspace, here.project);
    Some(found.filter_map(|place| places.location(&place)).collect())
}

/// The places that refer to something, in the order of the files.
fn referring(snapshot: &Snapshot, target: &ReferenceTarget) -> Vec<Place> {
    let mut reader = Reader::new(snapshot);
    let mut places = Vec::new();
    for file in files(snapshot, target) {
        let Some(source) = snapshot.source(file) else { continue };
        let all = reader.references(file, |_| true).into_iter();
        let leads = all.filter(|one| one.target.is(target));
        places.extend(leads.map(|reference| Place::new(source, reference.span)));
    }
    places.sort_by(|a, b| (a.source.path(), a.span.start).cmp(&(b.source.path(), b.span.start)));
    places.dedup_by(|a, b| a.span == b.span && a.source.path() == b.source.path());
    places
}

/// The files that may refer to it: looking for a word is faster than reading a book.
fn files<'s>(snapshot: &'s Snapshot, target: &ReferenceTarget) -> BTreeSet<&'s str> {
    let word = word(snapshot, target);
    let chapters = snapshot.book.chapters.iter().filter(|chapter| chapter.mentions(&word));
    let records = snapshot.records.entries.iter().map(|entry| entry.record.source.path());
    chapters.map(Chapter::file).chain(records).collect()
}

/// A word that stands in each reference. Words that links spell in several ways are cut off.
fn word(snapshot: &Snapshot, target: &ReferenceTarget) -> String {
    let word = match target {
        ReferenceTarget::Record(index) => {
            record_path::stem(&snapshot.records.entries[*index].record.path)
        }
        ReferenceTarget::Heading(place) if place.span.is_empty() => {
            record_path::stem(place.source.path())
        }
        ReferenceTarget::Heading(_) => "#",
        ReferenceTarget::Template(template) => &template.name,
    };
    let plain = |c: &char| c.is_ascii_alphanumeric() || "-_#".contains(*c);
    word.chars().take_while(plain).collect()
}
