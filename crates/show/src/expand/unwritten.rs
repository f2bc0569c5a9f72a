//! The mark that says "Not written yet": a document that is being written is no cause for alarm, and nobody must take
//! a template's words for the author's.

use readers::book::Output;
use readers::document::BoundDocument;
use readers::template::Need;
use text::compose::{Blocks, Inline};
use words::Phrase;

use super::length;
use crate::says::Says;
use crate::style::{Border, Medium, aside, boxed};

/// A page shows so many lines of guidance and folds what is longer.
const LINES: usize = 3;

/// How the marks of a build look.
#[derive(Clone, Copy)]
pub(super) struct Marks<'a> {
    pub(super) medium: Medium,
    pub(super) says: Says,
    pub(super) output: &'a Output,
}

impl<'a> Marks<'a> {
    pub(super) fn of(output: &'a Output) -> Self {
        Self { medium: Medium::of(output), says: Says::of(None), output }
    }

    /// The same in the language of a document.
    pub(super) fn of_document(self, bound: &BoundDocument) -> Self {
        Self { says: Says::of(bound.language), ..self }
    }

    /// The mark of a section, with what stands in it: guidance and sample, as Markdown.
    pub(super) fn not_written(
        self,
        bound: &BoundDocument,
        section: usize,
        inside: Blocks,
    ) -> Blocks {
        let edge = match bound.template().sections[section].need {
            Need::Required => Border::Solid,
            Need::Recommended => Border::Dashed,
            Need::Optional | Need::Container => Border::Dotted,
        };
        self.titled(Phrase::NotWritten, reason(bound, section, self.says), edge, inside)
    }

    /// A mark with a title, and why it is there.
    pub(super) fn titled(
        self,
        title: Phrase,
        reason: Inline,
        edge: Border,
        inside: Blocks,
    ) -> Blocks {
        let title = Inline::text(self.says.get(title)).strong().then(aside(self.medium, reason));
        boxed(self.medium, "archdoc-unwritten", edge, Blocks::of_paragraph(title).then(inside))
    }

    /// Guidance: a page folds what is longer than a few lines.
    pub(super) fn guidance(self, guide: &str) -> Blocks {
        let guide = guide.replace("\nGood: ", "\n\n*Good:* ");
        if self.medium == Medium::Text {
            return Blocks::default().author(&guide);
        }
        let (shown, rest) = guide.split_at(length::cut(&guide, LINES));
        let summary = match rest.trim_start() {
            "" => return Blocks::default().author(shown),
            rest if rest.starts_with("*Good:*") => Phrase::GoodExample,
            _ if shown.is_empty() => Phrase::WhatBelongs,
            _ => Phrase::MoreBelongs,
        };
        Blocks::default()
            .author(shown)
            .folded(self.says.get(summary), Blocks::default().author(rest))
    }
}

/// "required by the template `formal`, once for each component"
fn reason(bound: &BoundDocument, section: usize, says: Says) -> Inline {
    let template = bound.template();
    let section = &template.sections[section];
    let need = match section.need {
        Need::Required => Phrase::RequiredBy,
        Need::Recommended => Phrase::RecommendedBy,
        Need::Optional | Need::Container => Phrase::OptionalIn,
    };
    let said = says.inline(need, &[Inline::code(&template.name)]);
    match section.repeat.as_deref() {
        Some("item") => said.and(", ").and(says.get(Phrase::MayRepeat)),
        Some(thing) => {
            said.and(", ").and(&says.with(Phrase::OnceForEach, &[&says.thing(thing, None)]))
        }
        None => said,
    }
}
