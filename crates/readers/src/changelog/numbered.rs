//! Headings whose number counts sections, and is no version: `### 6.4 Payments (2024-03-05)` below `## 6. Flows`,
//! or beside `### 6.3 Orders`.

use std::collections::BTreeMap;

use text::heading_number::HeadingNumber;
use text::markdown::Document;
use text::markdown::block::Block;

use super::entry::Entry;
use super::heading::{self, Title};
use super::release::Head;
use super::wording::title::Strength;
use words::date;

/// A heading of a log, or none where the heading is neither a release nor a day.
type Heads = [Option<(Head, Entry)>];

/// Leaves the headings that are releases. `heads` has one place for each section of the document,
/// and so has `titles`, for what the heading of a section announces.
pub(super) fn settle(document: &Document, titles: &[Option<Title>], heads: &mut Heads) {
    let version = |head: &Option<(Head, Entry)>| {
        let (head, entry) = head.as_ref()?;
        entry
            .version
            .as_ref()
            .filter(|_| *head == Head::Release)
            .map(|version| version.text.clone())
    };
    let bare = |text: &String| text.starts_with(|c: char| c.is_ascii_digit());
    let versions: Vec<Option<String>> =
        heads.iter().map(|head| version(head).filter(bare)).collect();
    if versions.iter().all(Option::is_none) || heading::is_of_file(document) {
        return;
    }
    let numbers = Numbers::of(document, titles, heads);
    for (at, version) in versions.iter().enumerate() {
        if version.as_ref().is_some_and(|version| numbers.count(at, version)) {
            heads[at] = None;
        }
    }
}

/// The numbers of a document's headings.
struct Numbers<'d> {
    document: &'d Document,
    /// The number that a heading begins with, where words follow it.
    told: Vec<Option<String>>,
    /// Whether a heading is, or stands below, the title of a log, where releases are grouped: `## 2 Changelog`. One
    /// that may mean something else and has the number of a chapter, `## 2 Changes`, is none.
    in_log: Vec<bool>,
    /// Whether a heading is a release.
    released: Vec<bool>,
    /// How many headings below one section have numbers of one chapter: releases, and others.
    beside: BTreeMap<(Option<usize>, String), (usize, usize)>,
}

impl<'d> Numbers<'d> {
    fn of(document: &'d Document, titles: &[Option<Title>], heads: &Heads) -> Self {
        let sections = &document.outline.sections;
        let told: Vec<Option<String>> = (0..heads.len()).map(|at| number(document, at)).collect();
        let mut in_log = vec![false; heads.len()];
        let mut beside: BTreeMap<_, (usize, usize)> = BTreeMap::new();
        for at in 0..heads.len() {
            let strength = titles[at].as_ref().map(|title| title.strength);
            let titled = match told[at] {
                Some(_) => strength >= Some(Strength::Named),
                None => strength.is_some(),
            };
            in_log[at] = sections[at].parent.is_some_and(|above| in_log[above])
                || heads[at].is_none() && titled;
            if let Some((chapter, _)) = told[at].as_ref().and_then(|number| chapter(number)) {
                let (releases, others) =
                    beside.entry((sections[at].parent, chapter.to_owned())).or_default();
                *(if heads[at].is_some() { releases } else { others }) += 1;
            }
        }
        let released = heads.iter().map(Option::is_some).collect();
        Self { document, told, in_log, released, beside }
    }

    /// Whether a release's version is the number of its section.
    fn count(&self, at: usize, version: &str) -> bool {
        let sections = &self.document.outline.sections;
        let Some(own) = self.told[at].as_ref().filter(|own| version.starts_with(&***own)) else {
            return false;
        };
        if self.in_log[at] {
            return false;
        }
        let above = |at: &usize| sections[*at].parent;
        let below = |above: usize| {
            let number = self.told[above].as_ref().filter(|_| !self.released[above]);
            let rest = number.and_then(|number| own.strip_prefix(&**number));
            rest.is_some_and(|rest| rest.starts_with('.'))
        };
        let beside = || {
            let (chapter, _) = chapter(own)?;
            self.beside.get(&(sections[at].parent, chapter.to_owned()))
        };
        std::iter::successors(above(&at), above).any(below)
            || beside().is_some_and(|(releases, others)| others > releases)
    }
}

/// `6` and `4` of `6.4`; none of other numbers.
fn chapter(number: &str) -> Option<(&str, &str)> {
    number.split_once('.').filter(|(_, rest)| !rest.contains('.'))
}

/// The number that a heading begins with, where a space and words follow it: `2.x` is none, and a day has no words.
fn number(document: &Document, at: usize) -> Option<String> {
    let section = &document.outline.sections[at];
    let heading = document.blocks.get(section.block).and_then(Block::heading)?.text.plain();
    let HeadingNumber { number, rest, .. } = HeadingNumber::of(&heading)?;
    let spaced = rest.starts_with(char::is_whitespace);
    (spaced && has_words(rest)).then(|| number.to_owned())
}

/// Whether a text has words beside its dates.
fn has_words(text: &str) -> bool {
    let words = |from: usize, until: usize| {
        text.get(from..until).is_some_and(|part| part.contains(char::is_alphabetic))
    };
    let mut end = 0;
    let before = date::find(text)
        .iter()
        .any(|found| words(std::mem::replace(&mut end, found.span.end), found.span.start));
    before || words(end, text.len())
}
