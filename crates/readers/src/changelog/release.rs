//! One heading a release, as in [Keep a Changelog](https://keepachangelog.com/en/1.1.0/) and in what
//! release tools write: `## [1.2.0] - 2024-03-05 [YANKED]`, `## v1.2.0 (5th March 2024)`,
//! `### [1.2.0](https://...) (2024-03-05)`, `## Unreleased`. Also dated headings without a version.
//! This file reads one such heading; which of them make a log, tells [`super::releases`].

use text::markdown::Document;
use text::markdown::block::Heading;
use text::markdown::outline::Section;
use text::source::Span;

use super::Kind;
use super::beneath;
use super::entry::{Entry, Release, Text};
use super::items;
use super::key::{self, EntryKey, Versions};
use super::wording;
use text::markdown::flat::{Flat, trimmed};
use words::{LogWord, Reference, Vocabulary};

/// How long the name behind a version or date may be.
const LONGEST_NAME: usize = 100;

/// What may stand around a word between a version and its day.
const MARKS: [char; 9] = [' ', ',', '-', '–', '—', '(', ')', '[', ']'];

/// What a heading of a log is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// A release, or what is not released yet.
    Release,
    /// A date alone.
    Dated,
}

/// Reads a section as a release or a dated entry; none when its heading is neither. `in_log` tells that it stands in
/// what is called a log.
pub(super) fn entry(document: &Document, section: &Section, in_log: bool) -> Option<(Head, Entry)> {
    let heading = document.blocks.get(section.block)?.heading()?;
    let (head, mut entry) = head(heading, section.heading, in_log)?;
    entry.span = document.source.trimmed(section.heading);
    let version = entry.version.take();
    entry.take_version(version, &heading.text.links);
    Some((head, entry))
}

/// Reads the heading alone.
fn head(heading: &Heading, span: Span, in_log: bool) -> Option<(Head, Entry)> {
    let flat = Flat::of(&heading.text);
    let yanked = withdrawn(&flat.plain);
    let range = 0..yanked.unwrap_or(flat.plain.len());
    let mut entry = Entry::new(span, Kind::KeepAChangelog);
    let title = flat.plain.get(range.clone())?;
    if is_unreleased(title.trim()) {
        let closed = title.trim_start().starts_with('[').then(|| title.find(']')).flatten();
        entry.version = flat.text(0..closed.unwrap_or(range.end)).map(without_brackets);
        entry.release = Release::Unreleased;
        return Some((Head::Release, entry));
    }
    // Most headings have neither a date nor a version, be they numbered or not.
    if !key::may_be_in(title.trim()) {
        return None;
    }
    let key = key::read(&flat, range, Versions::Heading);
    let rest = flat.plain.get(key.changes.clone())?.trim();
    let before = key.version.as_ref().and_then(|version| flat.plain.get(..version.start));
    let numbered = |before: &str| Vocabulary::known().is(Reference::Record, before.trim());
    // Outside of a log `RFC 1.1` is a record; inside it may be a state of the one that the text is.
    if !in_log && before.is_some_and(numbered) {
        return None;
    }
    if key.version.is_none() && !(key.leads && rest.chars().count() < LONGEST_NAME) {
        return None;
    }
    items::fill(&mut entry, &flat, &key);
    if key.version.is_some() {
        return versioned(entry, &flat, &key, yanked.is_some()).map(|entry| (Head::Release, entry));
    }
    entry.source = Kind::List;
    // `[Infrastructure] - 2024-03-05` has a title where others have a version.
    let titled = |author: &Text| {
        title.trim_start().strip_prefix('[').is_some_and(|rest| rest.starts_with(&author.text))
    };
    if entry.author.as_ref().is_some_and(titled) && entry.changes.is_none() {
        entry.changes = entry.author.take();
    }
    Some((Head::Dated, entry))
}

/// A heading with a version as a release: `1.2 Purpose` is a numbered heading, `1.2 (2024-03-05)` and `1.2: Purpose` are
/// releases.
fn versioned(mut entry: Entry, flat: &Flat<'_>, key: &EntryKey, yanked: bool) -> Option<Entry> {
    let rest = flat.plain.get(key.changes.clone())?.trim().trim_start_matches(['/', '|', ' ']);
    let withdrawn = wording::says(LogWord::Yanked, rest);
    let open = is_unreleased(rest.trim_matches(MARKS));
    let linked = is_link(flat, key);
    let silent = entry.date.is_none();
    if silent && !rest.is_empty() && !open && !withdrawn && !linked && !is_codename(flat, key) {
        return None;
    }
    // "Version 1.1 of 5 March 2024", "1.2.0 - Unreleased"
    let joins = |changes: &Text| beneath::is_out(changes.text.trim_matches(MARKS));
    if silent && open {
        entry.changes = behind_unreleased(flat, key);
    } else if linked || entry.changes.as_ref().is_some_and(joins) {
        entry.changes = None;
    }
    if yanked || silent && withdrawn {
        entry.release = Release::Yanked;
    } else if silent && open {
        entry.release = Release::Unreleased;
    }
    Some(entry)
}

/// What a heading tells of a release behind the word that it is still to come: `1.3.0 - Unreleased: rails`.
fn behind_unreleased(flat: &Flat<'_>, key: &EntryKey) -> Option<Text> {
    let text = flat.plain.get(key.changes.clone())?;
    let start = text.len() - text.trim_start_matches(MARKS).len();
    let word = Vocabulary::known().starts(LogWord::Unreleased, &text[start..])?.len;
    let rest = text[start + word..].trim_start_matches([']', ')', ' ']);
    let told = rest.trim_start_matches([':', '：', '-', '–', '—', ' ']);
    let set_off = told.len() < rest.len() && told.contains(char::is_alphabetic);
    if set_off { flat.markdown(key.changes.end - told.len()..key.changes.end) } else { None }
}

/// Where `[YANKED]` or `(yanked)` stands.
fn withdrawn(title: &str) -> Option<usize> {
    let open = title.rfind(['[', '('])?;
    let inside = title[open + 1..].trim_end().strip_suffix([']', ')'])?;
    wording::says(LogWord::Yanked, inside).then_some(open)
}

/// `[Unreleased]`, `1.3.0 - Unreleased`, `Unreleased (2024-04)`: the words of a release that is still
/// to come.
fn is_unreleased(title: &str) -> bool {
    let Some(found) =
        Vocabulary::known().starts(LogWord::Unreleased, title.trim_start_matches('['))
    else {
        return false;
    };
    let rest = title.trim_start_matches('[')[found.len..].trim_start_matches(']').trim_start();
    rest.is_empty() || rest.starts_with(['(', '-', '–', '—', ':', '['])
}

/// Whether a short title is set off from the version by a mark.
fn is_codename(flat: &Flat<'_>, key: &EntryKey) -> bool {
    let Some(version) = &key.version else { return false };
    let between = flat.plain.get(version.end..key.changes.start).unwrap_or_default();
    let name = flat.plain.get(key.changes.clone()).unwrap_or_default();
    let set_off = between.contains([':', '-', '–', '—', '(', ']']) || name.starts_with(['(', '（']);
    set_off && name.chars().count() < LONGEST_NAME
}

/// Whether nothing but a link to its changes stands behind a version: `2.30.0 [Full changelog](…)`. `1.2.0 [Parts](#parts)`
/// is a chapter.
fn is_link(flat: &Flat<'_>, key: &EntryKey) -> bool {
    let version = key.version.clone().and_then(|version| flat.plain.get(version));
    let span = flat.span(trimmed(&flat.plain, key.changes.clone()));
    let linked = || flat.links().iter().any(|link| !link.image && link.span.contains(span));
    let words = flat.plain.get(key.changes.clone()).unwrap_or_default();
    let of_changes = || wording::title::heading(words).is_some();
    version.is_some_and(key::is_semantic) && !span.is_empty() && linked() && of_changes()
}

fn without_brackets(mut text: Text) -> Text {
    text.text = text.text.trim_matches(['[', ']']).to_owned();
    text
}
