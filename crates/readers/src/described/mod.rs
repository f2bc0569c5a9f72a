//! Which texts describe which code, as the texts, their templates or the configuration say.
//!
//! ```text
//! <!-- archdoc: describes src/payments/** -->     the section that the comment stands in; before the first heading the file
//! ## Payments {#payments describes=src/payments/**}        in a template: the section of that id, in every document
//! describes = ["src/payments/**"]                          in `[[documents]]`: each file as a whole
//! ```
//!
//! Paths count from the top of the repository.

pub mod code;
pub mod stale;
mod touched;

use std::sync::Arc;

use text::source::{Place, Span};
use words::date::Date;

use crate::book::Book;
use crate::directive::describes::Describes;
use crate::directive::{Ask, Directive};
use crate::document::written::State;
use crate::document::{Annotated, BoundDocument, bound_to};
use crate::files;
use crate::settings::Settings;
use crate::settings::paths::PathSet;

/// A text that describes code.
#[derive(Debug)]
pub struct Description {
    /// The chapter's place among the book's chapters.
    pub chapter: usize,
    /// What it is called: its heading; none for a whole file.
    pub title: Option<String>,
    /// Where it begins: its heading, or the first line of its file.
    pub place: Place,
    /// All of it.
    pub text: Span,
    /// The code, from the top of the repository.
    pub code: PathSet,
    /// The day on which somebody held it against the code and found it true.
    pub reviewed: Option<Date>,
    /// What says so.
    pub said: DescribedBy,
    /// The document that it belongs to, where that is bound to a template.
    pub document: Option<String>,
}

/// What says which code a text describes.
#[derive(Clone, Debug)]
pub enum DescribedBy {
    /// A directive in the text; where its paths stand.
    Text(Place),
    /// The template of this name.
    Template(String),
    /// The configuration.
    Settings,
}

/// All descriptions of a book, by chapter.
pub(crate) fn find(
    book: &Book<'_>,
    settings: &Settings,
    annotated: &[Annotated],
) -> Vec<Description> {
    let mut found = Vec::new();
    for one in annotated.iter().filter(|one| may_describe(one) && is_ours(book, one)) {
        for directive in &one.scan.directives {
            if let Ask::Describes(describes) = &directive.asks {
                found.push(of_directive(one, directive.span, describes));
            }
        }
        if let Some(bound) = &one.bound {
            of_template(one, bound, &mut found);
        }
    }
    if settings.documents.iter().any(|entry| !entry.describes.is_empty()) {
        of_settings(book, settings, annotated, &mut found);
    }
    found.sort_by_key(|one| (one.chapter, one.text.start));
    found
}

fn may_describe(one: &Annotated) -> bool {
    let describes = |directive: &Directive| matches!(directive.asks, Ask::Describes(_));
    let of_template = |bound: &BoundDocument| {
        bound.template().sections.iter().any(|section| !section.describes.is_empty())
    };
    one.scan.directives.iter().any(describes) || one.bound.as_ref().is_some_and(of_template)
}

/// Whether a chapter lies in the repository of its book: the paths of one in a submodule, or in another repository
/// below, count from there, and so do its commits.
fn is_ours(book: &Book<'_>, one: &Annotated) -> bool {
    let file = book.source_dir().join(book.chapters[one.chapter].text_path()).canonicalize();
    let root = book.root.canonicalize();
    match (file, root) {
        (Ok(file), Ok(root)) => files::repository(&file) == files::repository(&root),
        _ => true,
    }
}

fn of_directive(one: &Annotated, span: Span, describes: &Describes) -> Description {
    let document = &one.document;
    let section = document.outline.at(span.start).map(|at| &document.outline.sections[at]);
    let whole = Span::new(document.body_start(), document.source.text().len());
    let text = section.map_or(whole, |section| Span::new(section.heading.start, section.end));
    let heading = section.and_then(|section| document.blocks[section.block].heading());
    Description {
        chapter: one.chapter,
        title: heading.map(|heading| heading.text.plain()),
        place: first_line(one, text),
        text,
        code: describes.code.clone(),
        reviewed: describes.reviewed,
        said: DescribedBy::Text(Place::new(&document.source, describes.span)),
        document: one.bound.as_ref().map(|bound| bound.name.clone()),
    }
}

fn of_template(one: &Annotated, bound: &BoundDocument, found: &mut Vec<Description>) {
    let sections = bound.template().sections.iter().zip(&bound.sections);
    for (section, facts) in sections.filter(|(section, _)| !section.describes.is_empty()) {
        for heading in &facts.headings {
            let node = &bound.binding.tree.nodes[heading.node];
            // What is not written describes nothing, and what is included has another history.
            let written = matches!(heading.assessment.state, State::Written | State::Partial);
            let text = Span::new(node.span.start, node.end.max(node.span.end));
            if !written || node.document != 0 || is_said(found, one.chapter, text) {
                continue;
            }
            found.push(Description {
                chapter: one.chapter,
                title: Some(node.text.clone()),
                place: first_line(one, text),
                text,
                code: section.describes.clone(),
                reviewed: None,
                said: DescribedBy::Template(bound.template().name.clone()),
                document: Some(bound.name.clone()),
            });
        }
    }
}

/// The last entry that fits a chapter and says what it describes has the word.
fn of_settings(
    book: &Book<'_>,
    settings: &Settings,
    annotated: &[Annotated],
    found: &mut Vec<Description>,
) {
    for (index, chapter) in book.chapters.iter().enumerate() {
        let mut entries = settings.documents.iter().rev();
        let entry = entries
            .find(|entry| !entry.describes.is_empty() && chapter.is_in(&entry.paths, &book.src));
        let Some(entry) = entry else { continue };
        let source = chapter.source();
        let text = Span::new(0, source.text().len());
        if is_said(found, index, text) {
            continue;
        }
        found.push(Description {
            chapter: index,
            title: None,
            place: Place::new(source, source.line_span(1)),
            text,
            code: entry.describes.clone(),
            reviewed: None,
            said: DescribedBy::Settings,
            document: bound_to(annotated, index).map(|document| document.name.clone()),
        });
    }
}

/// Whether a text says itself what it describes, all of it.
fn is_said(found: &[Description], chapter: usize, text: Span) -> bool {
    found.iter().any(|one| {
        let own = one.chapter == chapter && matches!(one.said, DescribedBy::Text(_));
        // A file may begin with front matter, comments and blanks before its first heading.
        own && one.text.end == text.end && (one.text.start == text.start || text.start == 0)
    })
}

/// The line that a text begins with.
fn first_line(one: &Annotated, text: Span) -> Place {
    let source = Arc::clone(&one.document.source);
    let line = source.slice(text).trim_start();
    let start = text.end - line.len();
    let len = line.lines().next().unwrap_or_default().trim_end().len();
    Place::new(&source, Span::new(start, start + len))
}
