//! Which of the headings inside each other are entries: of a release and the days below it, or of the packages
//! that were released together.

use std::collections::{BTreeMap, HashSet};

use text::markdown::Document;
use text::source::Span;
use words::LogWord;

use super::entry::{Entry, Release};
use super::release::Head;
use super::wording;

/// A heading of a log, or none where the heading is neither a release nor a day.
type Heads = [Option<(Head, Entry)>];

/// Leaves the headings that are entries. `heads` has one place for each section of the document.
pub(super) fn settle(document: &Document, heads: &mut Heads) {
    state(document, heads);
    spread(document, heads);
    gather(document, heads);
    leave_out_others(document, heads);
}

/// Beside releases with days, which one level of headings has, what has none, stands on another level and begins with
/// other words tells of a version and is none: `#### Ideas (v1.4.0)`.
fn leave_out_others(document: &Document, heads: &mut Heads) {
    const FEWEST: usize = 2;
    let level = |at: usize| document.outline.sections[at].level;
    let dated: Vec<u8> = (0..heads.len())
        .filter(|&at| released(heads[at].as_ref()).is_some_and(|entry| entry.date.is_some()))
        .map(level)
        .collect();
    if dated.len() < FEWEST {
        return;
    }
    for (at, head) in heads.iter_mut().enumerate() {
        let told = released(head.as_ref())
            .is_some_and(|entry| entry.date.is_none() && is_of_a_package(document, entry));
        if told && !dated.contains(&level(at)) {
            *head = None;
        }
    }
}

/// "Current version: 0.2.0" over the history that has 0.2.0 states what is in force, and is no release. What tells
/// changes of its own, or names its version again for a package or a part of it, is one.
fn state(document: &Document, heads: &mut Heads) {
    let sections = &document.outline.sections;
    let version = |head: &Option<(Head, Entry)>| {
        let entry = released(head.as_ref())?;
        Some(entry.version.as_ref()?.text.trim_start_matches(['v', 'V']).to_owned())
    };
    let states = |at: usize, heads: &Heads| {
        let undated = released(heads[at].as_ref()).is_some_and(|entry| entry.date.is_none());
        let own = version(&heads[at]).filter(|_| undated && sections[at].body.is_empty());
        own.is_some_and(|own| {
            let mut below = heads[at + 1..sections[at].subtree].iter();
            below.any(|other| {
                let leads = |(_, entry): &(Head, Entry)| !is_of_a_package(document, entry);
                version(other).as_ref() == Some(&own) && other.as_ref().is_some_and(leads)
            })
        })
    };
    let stated: Vec<usize> = (0..heads.len()).filter(|&at| states(at, heads)).collect();
    for at in stated {
        heads[at] = None;
    }
}

/// Where each release of a run only groups several days, the days are the entries; elsewhere the newest of the days
/// below a release without one is its own. What happened on a day, "2024-06-05 Outage", is not the release.
fn spread(document: &Document, heads: &mut Heads) {
    let parent = |at: usize| document.outline.sections[at].parent;
    let mut days: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, head) in heads.iter().enumerate() {
        let above = parent(at).filter(|_| matches!(head, Some((Head::Dated, _))));
        let undated = |above: &usize| {
            released(heads[*above].as_ref()).is_some_and(|entry| entry.date.is_none())
        };
        if let Some(above) = above.filter(undated) {
            days.entry(above).or_default().push(at);
        }
    }
    if days.is_empty() {
        return;
    }
    let groups = |at: usize| days.get(&at).is_some_and(|days| days.len() > 1);
    let whole: HashSet<Option<usize>> = (0..heads.len())
        .filter(|&at| released(heads[at].as_ref()).is_some() && !groups(at))
        .map(parent)
        .collect();
    for (at, below) in &days {
        if below.len() > 1 && !whole.contains(&parent(*at)) {
            heads[*at] = None;
            continue;
        }
        let told = below.iter().rev().filter_map(|&day| heads[day].as_ref());
        let told = told.filter(|(_, day)| day.changes.is_none() && day.author.is_none());
        let newest = told.max_by_key(|(_, day)| day.on()).and_then(|(_, day)| day.date.clone());
        if let Some((_, entry)) = &mut heads[*at] {
            entry.date = newest;
        }
    }
}

/// The entry of a release that is out.
fn released(head: Option<&(Head, Entry)>) -> Option<&Entry> {
    let (_, entry) = head.filter(|(head, _)| *head == Head::Release)?;
    (entry.release != Release::Unreleased).then_some(entry)
}

/// A date below a release is part of what it tells; so is what has no date below one that has: "Fixes of 1.5"; and
/// what names one of the packages that were released together.
fn gather(document: &Document, heads: &mut Heads) {
    let sections = &document.outline.sections;
    let (mut end, mut dated_end) = (0, 0);
    for (at, head) in heads.iter_mut().enumerate() {
        match head {
            Some((Head::Release, entry))
                if entry.date.is_none()
                    && (at < dated_end || at < end && is_of_a_package(document, entry)) =>
            {
                *head = None;
            }
            Some((Head::Release, entry)) => {
                end = end.max(sections[at].subtree);
                if entry.date.is_some() {
                    dated_end = dated_end.max(sections[at].subtree);
                }
            }
            Some((Head::Dated, _)) if at < end => *head = None,
            _ => {}
        }
    }
}

/// Whether words before a version say of what it is one: `### Relayer Library (v0.19.0)`.
pub(super) fn is_of_a_package(document: &Document, entry: &Entry) -> bool {
    let Some(version) = &entry.version else { return false };
    let heading = document.source.slice(Span::new(entry.span.start, version.span.start));
    let mut words = heading.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.any(|word| !wording::says(LogWord::Version, word))
}
