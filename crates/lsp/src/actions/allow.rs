//! A comment that allows a finding where it is. The reason is left to the author: without one the comment does
//! not hold, and says so.

use judge::finding::Finding;
use readers::document::{BoundDocument, by_name};
use readers::suppression::{ALLOW, Suppressions};
use text::edit::{Edits, TextEdit, as_block};
use text::markdown::Document;
use text::source::{Place, Source, Span};

use super::Offer;
use crate::edits::Change;
use crate::snapshot::Snapshot;

/// None where no comment at the finding's place would be heard: in what is no chapter, is included by none, and is
/// no record.
pub(super) fn offer(snapshot: &Snapshot, finding: &Finding) -> Option<Offer> {
    let source = &finding.place.source;
    let about = about(snapshot, finding);
    let section = about.and(finding.section.as_deref());
    let subject = section.map(|id| format!("({id})")).unwrap_or_default();
    let what = format!("{}{subject}", finding.rule.name);
    let (document, _) = snapshot.document(source.path())?;
    let before = block_start(&document, finding.place.span.start)?;
    let comment = |reason: &str| {
        let comment = format!("<!-- archdoc: {ALLOW} {what} reason=\"{reason}\" -->");
        as_block(source.text(), Span::at(before), &comment)
    };
    let document = finding.document.as_ref().filter(|_| about.is_some());
    holds(finding, before, &comment("why"), document, about).then(|| Offer {
        title: format!("Allow `{what}` here, with a reason"),
        changes: vec![Change { place: Place::new(source, Span::at(before)), text: comment("") }],
        mends: false,
    })
}

/// The document and the section of it that a finding is about.
fn about<'s>(snapshot: &'s Snapshot, finding: &Finding) -> Option<(&'s BoundDocument, usize)> {
    let (name, id) = (finding.document.as_ref()?, finding.section.as_ref()?);
    let &place = by_name(&snapshot.annotated).get(name)?;
    let bound = snapshot.annotated.get(place)?.bound.as_ref()?;
    let section = bound.template().sections.iter().position(|section| section.id == *id)?;
    Some((bound, section))
}

/// Where the line begins with which the block around an offset begins; none in front matter.
fn block_start(document: &Document, offset: usize) -> Option<usize> {
    let behind = document.blocks.partition_point(|block| block.span.start <= offset);
    let block = document.blocks.get(behind.checked_sub(1)?)?;
    let source = &document.source;
    Some(source.line_span(source.line(block.span.start)).start)
}

/// Whether the reader of comments takes this one for the finding.
fn holds(
    finding: &Finding,
    before: usize,
    comment: &str,
    document: Option<&String>,
    about: Option<(&BoundDocument, usize)>,
) -> bool {
    let Place { source, span } = &finding.place;
    let mut edits = Edits::default();
    edits.push(TextEdit::replace(Span::at(before), comment));
    let text = Source::new(source.path(), edits.apply(source.text()));
    let read = Suppressions::of_text(&Document::parse(&text), document);
    let place = Place::new(&text, span.shifted(comment.len()));
    read.position(finding.rule.name, &place, about).is_some()
}
