//! One heading a release, as in [Keep a Changelog](https://keepachangelog.com/en/1.1.0/) and in what
//! release tools write: `## [1.2.0] - 2024-03-05 [YANKED]`, `## v1.2.0 (5th March 2024)`,
//! `### [1.2.0](https://...) (2024-03-05)`, `## Unreleased`. Also dated headings without a version.

use text::markdown::Document;
use text::markdown::block::{BlockKind, Heading};
use text::markdown::outline::Section;
use text::source::Span;

use super::Kind;
use super::entry::{Entry, Release, Text};
use super::items;
use super::key::{self, Versions};
use super::wording;
use text::markdown::flat::Flat;

/// What a heading of a log is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// A release, or what is not released yet.
    Release,
    /// A date alone.
    Dated,
}

/// Reads a section as a release or a dated entry; none when its heading is neither.
pub(super) fn entry(document: &Document, section: &Section) -> Option<(Head, Entry)> {
    let heading = document.blocks.get(section.block)?.heading()?;
    let (head, mut entry) = head(heading, section.heading)?;
    entry.span = items::tight(document, section.heading);
    if let Some(text) = &entry.version {
        entry.link = heading
            .text
            .links
            .iter()
            .find(|link| link.span.contains(text.span))
            .map(|link| link.target.clone());
    }
    Some((head, entry))
}

/// Reads the heading alone.
fn head(heading: &Heading, span: Span) -> Option<(Head, Entry)> {
    let flat = Flat::of(&heading.text);
    let yanked = withdrawn(&flat.plain);
    let range = 0..yanked.unwrap_or(flat.plain.len());
    let mut entry = Entry::new(span, Kind::KeepAChangelog);
    let title = flat.plain.get(range.clone())?;
    if wording::is_unreleased(title) {
        entry.version = flat.text(range).map(without_brackets);
        entry.release = Release::Unreleased;
        return Some((Head::Release, entry));
    }
    let key = key::read(&flat, range, Versions::Heading);
    let rest = flat.plain.get(key.changes.clone())?.trim();
    if key.version.is_none() && !(key.leads && rest.len() < 60) {
        return None;
    }
    items::fill(&mut entry, &flat, &key);
    if key.version.is_some() {
        // `1.2 Purpose` is a numbered heading, `1.2 (2024-03-05)` and `1.2: Purpose` are releases.
        if entry.date.is_none() && !rest.is_empty() && !is_codename(&flat, &key) {
            return None;
        }
        if yanked.is_some() {
            entry.release = Release::Yanked;
        }
        return Some((Head::Release, entry));
    }
    entry.source = Kind::List;
    Some((Head::Dated, entry))
}

/// Where `[YANKED]` or `(yanked)` stands.
fn withdrawn(title: &str) -> Option<usize> {
    // Lower-casing ASCII keeps every offset.
    let lower = title.to_ascii_lowercase();
    ["[yanked]", "(yanked)", "[withdrawn]", "(withdrawn)"].iter().find_map(|mark| lower.find(mark))
}

/// Whether a short title is set off from the version by a mark.
fn is_codename(flat: &Flat<'_>, key: &key::Key) -> bool {
    let Some(version) = &key.version else { return false };
    let between = flat.plain.get(version.end..key.changes.start).unwrap_or_default();
    between.contains([':', '-', '–', '—', '(', ']']) && key.changes.len() < 60
}

fn without_brackets(mut text: Text) -> Text {
    text.text = text.text.trim_matches(['[', ']']).to_owned();
    text
}

/// Adds the blocks of a section to an entry's changes: list items and paragraphs, without the
/// headings between them.
pub(super) fn add_body(document: &Document, section: &Section, entry: &mut Entry) {
    for block in document.blocks.get(section.body.clone()).unwrap_or_default() {
        match &block.kind {
            BlockKind::Paragraph(text) => {
                let flat = Flat::of(text);
                if let Some(text) = flat.markdown(flat.all()) {
                    items::append(entry, &text.text, block.span);
                }
            }
            BlockKind::List(items) => {
                items::append(entry, &items::items_markdown(items), block.span);
            }
            _ => {}
        }
    }
}
