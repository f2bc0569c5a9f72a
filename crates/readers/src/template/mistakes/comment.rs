//! Comments that were meant as guidance or as aliases, and are read as remarks.

use text::markdown::Document;
use text::markdown::block::BlockKind;
use text::source::Span;
use text::wording::nearest;

use super::super::Problem;
use super::super::comment::{KEYWORDS, keyword, spans};

pub(super) fn find(document: &Document) -> Vec<Problem> {
    let mut problems = Vec::new();
    let first = document.outline.sections.first().map_or(document.blocks.len(), |one| one.block);
    let sections = document.outline.sections.iter().map(|section| section.body.clone());
    for body in std::iter::once(0..first).chain(sections) {
        let within = body.start > 0 || body.end > first;
        let mut guided = false;
        for block in &document.blocks[body] {
            let text = document.slice(block.span);
            match block.kind {
                BlockKind::Html => {
                    for (range, note) in spans(text) {
                        let span = trimmed(text, block.span, range.start, range.end);
                        problems.extend(
                            note_problem(note, within, &mut guided)
                                .map(|message| Problem { span, message }),
                        );
                    }
                    problems.extend(unclosed(text, block.span));
                }
                BlockKind::Paragraph(_) => {
                    for (range, note) in spans(text) {
                        if keyword(note).is_some() {
                            let span = trimmed(text, block.span, range.start, range.end);
                            let message = "this comment is not read: it needs lines of its own";
                            problems.push(Problem { span, message: message.to_owned() });
                        }
                    }
                }
                _ => {}
            }
        }
    }
    problems
}

/// The comment's first line, of which a message says enough.
fn trimmed(text: &str, block: Span, start: usize, end: usize) -> Span {
    let line = text[start..end].lines().next().unwrap_or_default();
    Span::new(block.start + start, block.start + start + line.len())
}

fn note_problem(note: &str, within: bool, guided: &mut bool) -> Option<String> {
    let Some((word, _)) = keyword(note) else { return nearly(note) };
    if !within {
        return Some(format!("`{word}` belongs under a heading: here it is a remark"));
    }
    let again = word == "guide" && std::mem::replace(guided, true);
    again.then(|| "the section has a `guide` already; the first one counts".to_owned())
}

/// A remark that begins nearly like a keyword.
fn nearly(note: &str) -> Option<String> {
    let first = note.split_whitespace().next()?;
    if let Some(known) = KEYWORDS.iter().find(|known| first.eq_ignore_ascii_case(known)) {
        return Some(format!("a colon is missing after `{first}`: `<!-- {known}: ... -->`"));
    }
    let (word, _) = note.split_once(':')?;
    let word = word.trim();
    let near = nearest(word, KEYWORDS).or_else(|| {
        let one_word = !word.contains(char::is_whitespace);
        let begins = |known: &&str| word.to_lowercase().starts_with(&known[..4]);
        KEYWORDS.into_iter().find(|known| one_word && begins(known))
    })?;
    Some(format!("`{word}:` means nothing here; did you mean `{near}:`?"))
}

/// A comment without an end takes all that follows with it.
fn unclosed(html: &str, block: Span) -> Option<Problem> {
    let open = html.rfind("<!--").filter(|&open| !html[open..].contains("-->"))?;
    let span = trimmed(html, block, open, html.len());
    let message = "this comment is never closed: all that follows is part of it".to_owned();
    Some(Problem { span, message })
}
