//! Directives in files that a chapter includes: mdBook puts the file's text into the page after us.

use std::collections::HashSet;
use std::sync::Arc;

use text::markdown::Document;
use text::source::Place;

use crate::book::Book;
use crate::directive::{self, OPENING};
use crate::document::bind::node::Tree;
use crate::document::{Annotated, bound_to};
use crate::include::Includes;
use crate::settings::Settings;

/// The directives in included files, each once; none where includes are not followed, or where `links` runs
/// before us.
pub fn directives(book: &Book<'_>, settings: &Settings, annotated: &[Annotated]) -> Vec<Place> {
    if !settings.resolve_includes || settings.places.runs_after("links") {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    for (index, chapter) in book.chapters.iter().enumerate() {
        if !chapter.mentions("#include") {
            continue;
        }
        let own;
        let tree = if let Some(bound) = bound_to(annotated, index) {
            &bound.binding.tree
        } else {
            let mut includes = Includes::new(&book.root, &book.overlay, chapter.file());
            own = Tree::new(Arc::clone(chapter.document()), &mut includes);
            &own
        };
        for document in tree.documents.iter().skip(1) {
            let new = in_part(document, settings).into_iter();
            found.extend(
                new.filter(|place| seen.insert((place.source.path().to_owned(), place.span))),
            );
        }
    }
    found
}

/// The directives in the part of a file that is included.
fn in_part(document: &Document, settings: &Settings) -> Vec<Place> {
    if !document.source.text().contains(OPENING) {
        return Vec::new();
    }
    let scan = directive::scan(document, &settings.change_log);
    let spans = scan.directives.iter().map(|directive| directive.span);
    let included = |at: usize| {
        document.blocks.iter().any(|block| block.span.start <= at && at < block.span.end)
    };
    let shown = |at: usize| document.source.text()[at..].starts_with(OPENING) && included(at);
    let spans = spans.filter(|span| shown(span.start));
    spans.map(|span| Place::new(&document.source, span)).collect()
}
