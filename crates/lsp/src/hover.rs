//! What is to be known of the words under the pointer.

use judge::registry;
use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind, TextDocumentPositionParams};
use readers::adr::Record;
use readers::document::BoundDocument;
use readers::template::{Template, fill};
use text::compose::Inline;
use text::source::Span;

use crate::comment;
use crate::snapshot::Snapshot;
use crate::target::{self, ReferenceTarget};
use crate::workspace::{Here, Workspace};

/// A rule's page, a section's guidance and state, a record, a template.
pub(crate) fn about(workspace: &Workspace, at: &TextDocumentPositionParams) -> Option<Hover> {
    let here = workspace.here(&at.text_document.uri)?;
    rule(&here, here.buffer.offset(at.position)).or_else(|| {
        let offset = here.offset(at.position)?;
        section(&here, offset).or_else(|| reference(&here, offset))
    })
}

fn hover(here: &Here<'_>, span: Span, markdown: String) -> Option<Hover> {
    let contents = MarkupContent { kind: MarkupKind::Markdown, value: markdown };
    let range = Some(here.range(span)?);
    Some(Hover { contents: HoverContents::Markup(contents), range })
}

/// The page of a rule that a comment for us names. Looked for in the text as it is now.
fn rule(here: &Here<'_>, offset: usize) -> Option<Hover> {
    let span = comment::word_at(here.buffer.text(), offset)?;
    let rule = registry::find(&here.buffer.text()[span.range()])?;
    let contents = MarkupContent { kind: MarkupKind::Markdown, value: rule.page.to_owned() };
    let range = Some(here.buffer.range(span));
    Some(Hover { contents: HoverContents::Markup(contents), range })
}

/// What a heading is for that serves a section of the template, and how far its text is.
fn section(here: &Here<'_>, offset: usize) -> Option<Hover> {
    let (_, bound) = here.snapshot.bound(here.name)?;
    let tree = &bound.binding.tree;
    let (index, heading) = bound.sections.iter().enumerate().find_map(|(index, facts)| {
        let here = facts.headings.iter().find(|heading| {
            let node = &tree.nodes[heading.node];
            node.document == 0 && node.span.contains(Span::at(offset)) && offset < node.span.end
        })?;
        Some((index, here))
    })?;
    let state = heading.assessment.state.name();
    hover(here, tree.place(heading.node).span, described(bound, index, state))
}

/// `**Risks** (required): partial`, then the guidance.
pub(crate) fn described(bound: &BoundDocument, section: usize, state: &str) -> String {
    let asked = &bound.template().sections[section];
    let title = Inline::text(&bound.title_of(section)).strong().markdown();
    let template = Inline::code(&bound.template().name).markdown();
    let head = format!("{title} ({}, {template}): {state}", asked.need.name());
    match asked.guide.as_deref().filter(|guide| !guide.is_empty()) {
        Some(guide) => format!("{head}\n\n{}", fill(guide, &bound.params)),
        None => head,
    }
}

fn reference(here: &Here<'_>, offset: usize) -> Option<Hover> {
    let reference = target::at(here.snapshot, here.name, offset)?;
    let words = match reference.target {
        ReferenceTarget::Record(index) => record(&here.snapshot.records.entries[index].record),
        ReferenceTarget::Template(template) => template_words(here.snapshot, &template),
        ReferenceTarget::Heading(_) => return None,
    };
    hover(here, reference.span, words)
}

/// `**ADR 7: Use a queue**`, then `superseded, 2026-01-31`: what it states.
pub(crate) fn record(record: &Record) -> String {
    let title = format!("{}: {}", record.name(), record.shown_title());
    let status = record.status.as_ref().map(|status| status.value.to_string());
    let date = record.date.as_ref().map(|date| date.value.to_string());
    let facts: Vec<String> = status.into_iter().chain(date).collect();
    let title = Inline::text(&title).strong().markdown();
    if facts.is_empty() { title } else { format!("{title}\n\n{}", facts.join(", ")) }
}

fn template_words(snapshot: &Snapshot, template: &Template) -> String {
    let own = snapshot.templates.own().iter().any(|own| own.template.name == template.name);
    let from = if own { template.source.path() } else { "comes with mdbook-archdoc" };
    let title = Inline::text(&template.title).strong().markdown();
    let version = &template.version;
    format!("{title} {version} ({from})\n\n{}", template.description)
}
