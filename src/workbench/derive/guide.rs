//! What a document says of how to write a section: comments, and prose that instructs.

use readers::directive::OPENING;
use readers::document::written::{State, state_of};
use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::source::Source;

/// Words that make a comment a sentence.
const SENTENCE: usize = 4;

/// The comments below a heading that speak to whoever writes it. Those of tools are one word, or begin
/// with one in lower case: `toc`, `markdownlint-disable MD013`.
pub(super) fn notes(document: &Document, section: usize) -> Vec<String> {
    let Some(section) = document.outline.sections.get(section) else { return Vec::new() };
    let html = document.blocks[section.body.clone()].iter();
    let html = html.filter(|block| matches!(block.kind, BlockKind::Html));
    let texts = html.flat_map(|block| comments(document.slice(block.span)));
    texts.filter(|text| is_sentence(text)).map(lines).collect()
}

fn comments(html: &str) -> Vec<&str> {
    let parts = html.split("<!--").skip(1);
    parts.filter_map(|part| part.split_once("-->")).map(|(text, _)| text.trim()).collect()
}

fn is_sentence(text: &str) -> bool {
    let keyword = text.split_once(':').map(|(word, _)| word.trim().to_ascii_lowercase());
    let is_ours = keyword.is_some_and(|word| matches!(&*word, "guide" | "aliases" | "archdoc"));
    let tool =
        text.starts_with(|c: char| c.is_ascii_lowercase()) && !text.contains(['.', '?', '!']);
    !is_ours && !tool && text.split_whitespace().count() >= SENTENCE
}

fn lines(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Of text that nobody has replaced yet: the prose, which tells what to write, and the sample.
pub(super) fn split(sample: &str) -> (Vec<String>, String) {
    let document = Document::parse(&Source::new("", sample));
    let (mut prose, mut kept, mut shows) = (Vec::new(), Vec::new(), false);
    for block in &document.blocks {
        let text = document.slice(block.span).trim_end();
        if is_directive(text) || matches!(block.kind, BlockKind::Rule) {
            continue;
        }
        if is_prose(block, text) {
            prose.push(text.to_owned());
        } else {
            shows |= !is_frame(block, text);
            kept.push(text.to_owned());
        }
    }
    // Titles whose text has become guidance stand over nothing.
    let sample = if shows || prose.is_empty() { kept.join("\n\n") } else { String::new() };
    (prose, sample)
}

/// A bold title, or a tag around one.
fn is_frame(block: &Block, text: &str) -> bool {
    match &block.kind {
        BlockKind::Html => !text.contains("<img") && state_of(text) == State::Empty,
        BlockKind::Paragraph(line) => {
            line.runs().all(|run| run.strong) && !text.contains(['[', '<'])
        }
        _ => false,
    }
}

pub(super) fn is_directive(text: &str) -> bool {
    text.starts_with(OPENING)
}

/// Whether a block does nothing but instruct: a paragraph without a place to be filled in.
pub(super) fn is_prose(block: &Block, text: &str) -> bool {
    let BlockKind::Paragraph(inlines) = &block.kind else { return false };
    let plain = inlines.plain();
    let is_field = plain.contains([':', '：']) && plain.split_whitespace().count() <= SENTENCE;
    let has_place = text.contains(['[', '<', '{']) || text.contains("-->");
    !is_field
        && !has_place
        && plain.split_whitespace().count() >= SENTENCE
        && state_of(text) == State::Untouched
}

/// All guidance of a section as one text.
pub(super) fn joined(
    stated: Option<String>,
    notes: Vec<String>,
    prose: Vec<String>,
) -> Option<String> {
    let all: Vec<String> = stated.into_iter().chain(notes).chain(prose).collect();
    (!all.is_empty()).then(|| all.join("\n"))
}
