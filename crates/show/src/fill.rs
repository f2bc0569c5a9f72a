//! What an author's file gets for the sections that it lacks: a heading, guidance in a comment, the sample.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use readers::document::BoundDocument;
use readers::document::gap::Gap;
use readers::template::{Need, TemplateSection, fill};
use text::edit::{TextEdit, as_block};
use text::markdown::Document;
use text::markdown::block::BlockKind;
use text::markdown::fence::{is_closed, marks};
use text::source::{Source, Span};

/// The missing sections that are written when all are asked for. As in the book's preview: who has begun to
/// write has chosen among the optional ones. Chapters of a document that has a file for each are not written into
/// another's.
pub fn wanted(bound: &BoundDocument) -> impl Iterator<Item = &Gap> {
    missing(bound).filter(|gap| !bound.wants_a_file(gap))
}

/// The chapters that are missing and want files of their own.
pub fn chapters(bound: &BoundDocument) -> impl Iterator<Item = &Gap> {
    missing(bound).filter(|gap| bound.wants_a_file(gap))
}

fn missing(bound: &BoundDocument) -> impl Iterator<Item = &Gap> {
    let fresh = bound.is_fresh();
    let section = |gap: &Gap| &bound.template().sections[gap.section];
    bound.gaps.iter().filter(move |gap| fresh || section(gap).need != Need::Optional)
}

/// A block that nobody closed, at the end of a text. What is written behind its beginning becomes a part of it, or
/// closes it at the wrong place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenBlock {
    /// Code: where it begins.
    Code(usize),
    /// A comment, or other HTML that no blank line ends.
    Html,
}

/// How HTML begins that goes on over blank lines, and what ends it
/// (<https://spec.commonmark.org/0.31.2/#html-blocks>).
const UNTIL: [(&str, &str); 8] = [
    ("<!--", "-->"),
    ("<?", "?>"),
    ("<![cdata[", "]]>"),
    ("<!", ">"),
    ("<script", "</script>"),
    ("<pre", "</pre>"),
    ("<style", "</style>"),
    ("<textarea", "</textarea>"),
];

/// The open block that would take some missing sections in.
pub fn open_block<'g>(text: &str, gaps: impl IntoIterator<Item = &'g Gap>) -> Option<OpenBlock> {
    let document = Document::parse(&Source::new("", text));
    let block = document.blocks.last()?;
    let lines = document.slice(block.span);
    let open = match &block.kind {
        BlockKind::Code(code) if code.fenced && !is_closed(lines, marks(lines)?) => {
            OpenBlock::Code(block.span.start)
        }
        BlockKind::Html if is_open(lines) => OpenBlock::Html,
        _ => return None,
    };
    gaps.into_iter().any(|gap| gap.offset > block.span.start).then_some(open)
}

/// Whether HTML lacks its end: that of what it begins with, or of a comment further down.
fn is_open(html: &str) -> bool {
    let html = html.trim_start().to_ascii_lowercase();
    let begun = UNTIL.iter().find(|(start, _)| html.starts_with(start));
    begun.is_some_and(|(_, end)| !html.contains(end)) || html.rfind("<!--") > html.rfind("-->")
}

/// The edits that write some missing sections into a chapter's text, in the order given; those `by_id` with their ids,
/// for a text in which their words are read as something else.
pub fn edits<'g>(
    text: &str,
    bound: &BoundDocument,
    gaps: impl IntoIterator<Item = &'g Gap>,
    by_id: &BTreeSet<usize>,
) -> Vec<TextEdit> {
    let mut blocks: Vec<(usize, String)> = Vec::new();
    for gap in gaps {
        let asked = &bound.template().sections[gap.section];
        let directive = bound.directive.as_ref().map(|directive| directive.span);
        let behind = directive.filter(|span| span.start == gap.offset).map(|span| span.end);
        let offset = behind.unwrap_or(gap.offset);
        let mut heading = gap.heading(bound);
        if by_id.contains(&gap.section) {
            let _infallible = write!(heading, " {{#{}}}", asked.id);
        }
        let block = for_editing(asked, &heading, &bound.params);
        match blocks.iter_mut().find(|(at, _)| *at == offset) {
            Some((_, together)) => {
                together.push_str("\n\n");
                together.push_str(&block);
            }
            None => blocks.push((offset, block)),
        }
    }
    let edit = |(offset, block): (usize, String)| {
        TextEdit::replace(Span::at(offset), as_block(text, Span::at(offset), &block))
    };
    blocks.into_iter().map(edit).collect()
}

/// The Markdown of a section under a given heading line. Comments are not text: an unedited section
/// stays one that nobody has touched.
pub fn for_editing(
    section: &TemplateSection,
    heading: &str,
    params: &[(String, String)],
) -> String {
    let mut markdown = heading.to_owned();
    if let Some(guide) = section.guide.as_deref().filter(|guide| !guide.is_empty()) {
        markdown.push_str("\n\n<!-- guide: ");
        markdown.push_str(&fill(guide, params));
        markdown.push_str(" -->");
    }
    if !section.sample.is_empty() {
        markdown.push_str("\n\n");
        markdown.push_str(&fill(&section.sample, params));
    }
    markdown
}
