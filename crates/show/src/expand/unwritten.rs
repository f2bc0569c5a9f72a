//! The mark that says "Not written yet": a document that is being written is no cause for alarm, and nobody must take
//! a template's words for the author's.

use readers::book::Target;
use readers::document::BoundDocument;
use readers::template::Need;
use text::compose::{Blocks, Inline};
use text::markdown::Document;
use text::markdown::block::BlockKind;
use text::source::{Source, Span};
use words::Phrase;

use crate::says::Says;
use crate::style::{Edge, Medium, apart, aside, boxed};

/// A page shows so many lines of guidance and folds what is longer.
const LINES: usize = 3;
/// What a line of mdBook's column holds inside a box.
const LINE: usize = 85;

/// Languages of diagrams, and what the names of those that draw them have in them.
const DIAGRAMS: [(&str, &str); 8] = [
    ("mermaid", "mermaid"),
    ("plantuml", "plantuml"),
    ("puml", "plantuml"),
    ("dot", "graphviz"),
    ("graphviz", "graphviz"),
    ("d2", "d2"),
    ("pikchr", "pikchr"),
    ("bob", "svgbob"),
];

/// How the marks of a build look.
#[derive(Clone, Copy)]
pub(super) struct Marks<'a> {
    pub(super) medium: Medium,
    pub(super) says: Says,
    target: Option<&'a Target>,
}

impl<'a> Marks<'a> {
    pub(super) fn of(target: Option<&'a Target>) -> Self {
        Self { medium: Medium::of(target), says: Says::of(None), target }
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
            Need::Required => Edge::Solid,
            Need::Recommended => Edge::Dashed,
            Need::Optional | Need::Container => Edge::Dotted,
        };
        self.titled(Phrase::NotWritten, reason(bound, section, self.says), edge, inside)
    }

    /// A mark with a title, and why it is there.
    pub(super) fn titled(
        self,
        title: Phrase,
        reason: Inline,
        edge: Edge,
        inside: Blocks,
    ) -> Blocks {
        let title = Inline::text(self.says.get(title)).strong().then(aside(self.medium, reason));
        boxed(self.medium, "archdoc-unwritten", edge, Blocks::of_paragraph(title).then(inside))
    }

    /// Guidance: a page folds what is longer than a few lines.
    pub(super) fn guidance(self, guide: &str) -> Blocks {
        let guide = guide.replace("\nGood: ", "\n\n*Good:* ");
        if self.medium == Medium::Text || guide.contains("```") {
            return Blocks::default().author(&guide);
        }
        let mut left = LINES;
        let mut shown = 0;
        for paragraph in guide.split_inclusive("\n\n") {
            let lines = paragraph.chars().count().div_ceil(LINE);
            if lines > left {
                break;
            }
            left -= lines;
            shown += paragraph.len();
        }
        let (shown, rest) = guide.split_at(shown);
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

    /// What a template has for a start, as what it is: a page folds the code of diagrams that nothing draws.
    pub(super) fn sample(self, sample: &str) -> Blocks {
        let mut blocks = Blocks::default();
        if self.medium == Medium::Text || !sample.contains("```") {
            return blocks.author(sample);
        }
        let source = Source::new("", sample);
        let document = Document::parse_part(&source, Span::new(0, sample.len()));
        let mut from = 0;
        for block in &document.blocks {
            let BlockKind::Code(code) = &block.kind else { continue };
            let Some(tool) = self.undrawn(&code.info) else { continue };
            let summary = self.says.with(Phrase::DiagramCode, &[&format!("mdbook-{tool}")]);
            let fence = Blocks::default().author(sample[block.span.range()].trim_end());
            blocks = blocks.author(&sample[from..block.span.start]).folded(&summary, fence);
            from = block.span.end;
        }
        let rest = Blocks::default().author(&sample[from..]);
        let follows = from > 0 && !sample[from..].trim().is_empty();
        blocks.then(if follows { apart(self.medium, rest) } else { rest })
    }

    /// What would draw a diagram in this language, where nothing of the book does.
    fn undrawn(self, info: &str) -> Option<&'static str> {
        let language = info.split([' ', ',', '{']).next()?;
        let (_, tool) = DIAGRAMS.into_iter().find(|(name, _)| *name == language)?;
        let draws = |helper: &String| helper.contains(tool) || helper.contains("kroki");
        (!self.target?.helpers.iter().any(draws)).then_some(tool)
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
