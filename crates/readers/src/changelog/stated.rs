//! What the top of a document states of its version and its last change, to be held against the
//! newest entry of its log.

use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::markdown::field;
use text::markdown::field::Field;
use text::source::Span;
use words::{Concept, Label, LogWord, Vocabulary, date};

use super::entry::{Dated, Text};
use super::version::Version;
use super::{Log, front_matter, html_words, wording};
use text::markdown::flat::{Flat, trimmed};

/// The statements at the top of a document.
#[derive(Clone, Debug, Default)]
pub struct Stated {
    /// `Version: 1.3`, also in front matter or as a heading of its own.
    pub version: Option<Text>,
    /// `Last updated: 2024-03-05`.
    pub updated: Option<Dated>,
    /// `Date: 2024-03-05`: beside a version it is that version's date, else it may be the day the
    /// document was begun.
    pub date: Option<Dated>,
}

/// Reads the statements; what stands inside one of the `logs` is none.
pub fn read(document: &Document, logs: &[Log]) -> Stated {
    let mut stated = Stated::default();
    from_front_matter(document, &mut stated);
    for block in top(document) {
        if is_in_log(block, logs) {
            continue;
        }
        let mut before = None;
        for field in field::fields(std::slice::from_ref(block)) {
            let own = label(&field.label);
            // Whether the version below a project's name is the project's or the page's, nobody can tell.
            if !(before == Some(Label::Project) && own == Some(Label::Version)) {
                take(&mut stated, &field);
            }
            before = own;
        }
        if stated.version.is_none() {
            stated.version = alone(document, block);
        }
    }
    stated
}

/// Whether a block is part of a log: between its first word and its last, what the last entry tells included.
fn is_in_log(block: &Block, logs: &[Log]) -> bool {
    let at = Span::at(block.span.start);
    logs.iter().any(|log| {
        let changes = log.entries.iter().filter_map(|entry| entry.changes.as_ref());
        log.place.span.contains(at) || changes.map(|text| text.span).any(|told| told.contains(at))
    })
}

fn from_front_matter(document: &Document, stated: &mut Stated) {
    let Some(front) = &document.front_matter else { return };
    for entry in &front.entries {
        let Some(value) = entry.value.as_str() else { continue };
        let text = Text { text: value.to_owned(), span: entry.value.span };
        match label(&entry.key) {
            Some(Label::Updated) => {
                stated.updated.get_or_insert_with(|| front_matter::dated(text));
            }
            Some(Label::Date) => {
                stated.date.get_or_insert_with(|| front_matter::dated(text));
            }
            Some(Label::Version) => {
                if let Some(version) = version(text) {
                    stated.version.get_or_insert(version);
                }
            }
            _ => {}
        }
    }
}

fn label(text: &str) -> Option<Label> {
    Vocabulary::known().whole::<Label>(text).map(|found| found.meaning)
}

/// A version without the remark behind it: `2.0 (final)`.
fn version(mut text: Text) -> Option<Text> {
    let bare = wording::without_remark(&text.text).trim_end().len();
    text.text.truncate(bare);
    text.span.end = text.span.end.min(text.span.start + bare);
    Version::read(&text.text).is_some().then_some(text)
}

/// The blocks above the second heading, and those of sections about the document.
fn top(document: &Document) -> impl Iterator<Item = &Block> {
    let sections = &document.outline.sections;
    let second = sections.get(1).map_or(document.blocks.len(), |section| section.block);
    let lead = document.blocks.get(..second).unwrap_or_default();
    let titles = sections.iter().take(3).filter_map(|section| document.blocks.get(section.block));
    let about = sections.iter().skip(1).filter(|section| {
        let heading = document.blocks.get(section.block).and_then(Block::heading);
        heading.is_some_and(|heading| is_about(&heading.text.plain()))
    });
    let about = about.filter_map(|section| document.blocks.get(section.body.clone())).flatten();
    lead.iter().chain(titles).chain(about)
}

/// Whether a section tells of the document, wherever it stands.
fn is_about(heading: &str) -> bool {
    Vocabulary::known().is(Concept::DocumentInformation, heading)
        || label(heading) == Some(Label::Metadata)
}

fn take(stated: &mut Stated, field: &Field) {
    let flat = Flat::of(&field.value);
    match label(&field.label) {
        Some(Label::Updated) => {
            let bare = || dated(&flat).filter(|_| !is_told(&flat.plain));
            stated.updated = stated.updated.take().or_else(bare);
        }
        Some(Label::Date) => stated.date = stated.date.take().or_else(|| dated(&flat)),
        Some(Label::Version) => {
            let text = flat.text(flat.all()).and_then(version);
            stated.version = stated.version.take().or(text);
        }
        _ => {}
    }
}

/// Whether a value goes on telling behind its date: then it is an entry, and no statement.
fn is_told(value: &str) -> bool {
    const MOST_WORDS: usize = 10;
    words::word_starts(value).count() > MOST_WORDS
}

fn dated(flat: &Flat<'_>) -> Option<Dated> {
    let found = date::first(&flat.plain)?;
    let text = flat.text(found.span)?;
    Some(Dated { when: Some(found.reading), ..Dated::from(text) })
}

/// `Version 2.1 (draft)` as a heading, a line, or the only words of a line of HTML.
fn alone(document: &Document, block: &Block) -> Option<Text> {
    match &block.kind {
        BlockKind::Heading(heading) => {
            let flat = Flat::of(&heading.text);
            flat.text(named(&flat.plain)?)
        }
        BlockKind::Paragraph(text) => {
            let flat = Flat::of(text);
            flat.text(named(&flat.plain)?)
        }
        BlockKind::Html => html_words::of(document, block.span).find_map(|(span, text)| {
            let version = named(text)?;
            let span = Span::new(span.start + version.start, span.start + version.end);
            Some(Text { text: text[version].to_owned(), span })
        }),
        _ => None,
    }
}

/// The version of a text that says nothing else.
fn named(text: &str) -> Option<std::ops::Range<usize>> {
    let all = trimmed(text, 0..text.len());
    let line = &text[all.clone()];
    let word = Vocabulary::known().starts(LogWord::Version, line)?.len;
    let gap = line[word..].len() - line[word..].trim_start_matches(['.', ' ']).len();
    let word = word + gap;
    if gap == 0 {
        return None;
    }
    let rest = line.get(word..)?;
    let version = rest.split(['(', '<']).next().unwrap_or_default().trim_end();
    let plain = version.split_whitespace().count() == 1;
    let start = all.start + word;
    (plain && Version::read(version).is_some()).then(|| start..start + version.len())
}

#[cfg(test)]
mod tests {
    use text::source::Source;

    use super::*;

    #[test]
    fn the_version_below_a_project_s_name_may_be_the_project_s() {
        let version = |lines: &str| {
            let document = Document::parse(&Source::new("a.md", format!("# A\n\n{lines}\n")));
            read(&document, &[]).version.map(|version| version.text)
        };
        assert_eq!(version("> **Project**: Atlas\n> **Version**: 0.6.0\n"), None);
        let apart = "> **Project**: Atlas\n> **Owner**: Ann\n> **Version**: 0.3\n";
        assert_eq!(version(apart).as_deref(), Some("0.3"));
    }

    #[test]
    fn the_day_of_a_review_is_none_of_a_change() {
        let updated = |line: &str| {
            let document = Document::parse(&Source::new("a.md", format!("# A\n\n{line}\n")));
            read(&document, &[]).updated.is_some()
        };
        assert!(updated("**Last updated:** 2024-03-05"));
        for line in ["**Last reviewed:** 2024-03-05", "Zuletzt geprüft: 2024-03-05"] {
            assert!(!updated(line), "{line}");
        }
    }
}
