//! One document over several chapters: `doc="atlas"` in each of their directives, or in
//! the entry of the configuration that binds them.
//!
//! Each chapter was bound alone. Here every section that is not in a chapter but is answered for by
//! another is marked [`SectionFacts::elsewhere`](super::SectionFacts::elsewhere), so that it is asked for
//! once: beside its nearest sibling.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::document::bind::{Binding, Numbers, most_spoken};
use crate::document::written::State;
use crate::template::Template;

use words::Language;

use super::{Annotated, BoundDocument, states};

/// Joins the chapters of each document.
pub(super) fn join(annotated: &mut [Annotated]) {
    let mut groups: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (index, chapter) in annotated.iter().enumerate() {
        let Some(bound) = &chapter.bound else { continue };
        if bound.shared {
            let key = (bound.name.clone(), bound.template().name.clone());
            groups.entry(key).or_default().push(index);
        }
    }
    for members in groups.values().filter(|members| members.len() > 1) {
        bind_by_number(annotated, members);
        leave_to_chapters(annotated, members);
        let owners = owners(&documents(annotated, members));
        let status = documents(annotated, members).iter().find_map(|one| one.status.clone());
        let titled = title_of(&documents(annotated, members));
        let language = language(&documents(annotated, members));
        let reviewed = documents(annotated, members).iter().any(|one| one.states_review());
        for (place, &member) in members.iter().enumerate() {
            let Some(bound) = &mut annotated[member].bound else { continue };
            bound.first = (place > 0).then_some(members[0]);
            bound.status = bound.status.take().or_else(|| status.clone());
            bound.language = language.or(bound.language);
            // What one chapter states of the reviews wins over the configuration in all of them.
            bound.review_every = bound.review_every.take().filter(|_| !reviewed);
            // Of several files' titles the first is the document's.
            if is_titled(bound) && titled != Some(place) {
                bound.sections[0].headings.clear();
            }
            for (facts, owner) in bound.sections.iter_mut().zip(&owners) {
                facts.elsewhere = match owner {
                    Owner::Headings => facts.headings.is_empty(),
                    Owner::Chapter(owner) => *owner != place,
                };
            }
        }
    }
}

/// Binds the files whose heading nobody knows, but for the number of a chapter that no file is.
fn bind_by_number(annotated: &mut [Annotated], members: &[usize]) {
    let bindings: Vec<&Binding> =
        documents(annotated, members).iter().map(|one| &one.binding).collect();
    let Some(template) = bindings.first().map(|one| Arc::clone(&one.template)) else { return };
    let missing = Numbers::of(&template, &bindings).missing();
    for chapter in missing {
        for &member in members {
            let Some(bound) = &mut annotated[member].bound else { continue };
            if bound.binding.bind_numbered_file(chapter) {
                judge_again(bound);
                break;
            }
        }
    }
}

/// Where a file is about a chapter, a part of another file's chapter that is called alike is none:
/// "Quality requirements" among the constraints.
fn leave_to_chapters(annotated: &mut [Annotated], members: &[usize]) {
    let bound = documents(annotated, members);
    let Some(template) = bound.first().map(|one| one.template()) else { return };
    let chapters = (0..template.sections.len())
        .filter(|&section| template.depth(section) == 0 && !template.is_title(section))
        .filter(|&section| bound.iter().any(|one| one.binding.is_about(section)));
    let chapters: Vec<usize> = chapters.collect();
    for &member in members {
        let Some(bound) = &mut annotated[member].bound else { continue };
        let mut changed = false;
        for &section in &chapters {
            changed |= bound.binding.give_up_parts(section);
        }
        if changed {
            judge_again(bound);
        }
    }
}

/// Judges the sections of a text whose headings have changed.
fn judge_again(bound: &mut BoundDocument) {
    (bound.sections, bound.unowned) = states::facts(&bound.binding, &bound.texts, &bound.params);
}

fn documents<'a>(annotated: &'a [Annotated], members: &[usize]) -> Vec<&'a BoundDocument> {
    members.iter().filter_map(|&member| annotated[member].bound.as_ref()).collect()
}

/// The language of the whole document.
fn language(documents: &[&BoundDocument]) -> Option<Language> {
    most_spoken(documents.iter().flat_map(|one| one.binding.spoken()))
}

/// Which of several chapters has the document's title: the page that leads to the others, or the first.
fn title_of(documents: &[&BoundDocument]) -> Option<usize> {
    let leads = |one: &&BoundDocument| {
        let path = one.binding.tree.chapter().source.path();
        let stem = Path::new(path).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        INDEX_PAGES.iter().any(|name| stem.eq_ignore_ascii_case(name))
    };
    let index = documents.iter().position(|one| is_titled(one) && leads(one));
    index.or_else(|| documents.iter().position(|one| is_titled(one)))
}

/// What the page of a directory is called.
const INDEX_PAGES: [&str; 2] = ["index", "readme"];

/// Whether a chapter's heading is taken for the document's.
fn is_titled(document: &BoundDocument) -> bool {
    document.template().is_title(0) && !document.sections[0].headings.is_empty()
}

/// Who answers for a section.
enum Owner {
    /// The chapters that have headings for it.
    Headings,
    /// One chapter, by its place among the document's.
    Chapter(usize),
}

/// The owner of each section, in the template's order.
fn owners(documents: &[&BoundDocument]) -> Vec<Owner> {
    let Some(first) = documents.first() else { return Vec::new() };
    let template = first.template();
    let mut owners: Vec<Owner> = Vec::new();
    for section in 0..template.sections.len() {
        let has = |one: &&BoundDocument| !one.sections[section].headings.is_empty();
        // A container that only its sub-sections stand for, or a section merged into its parent.
        let there = |one: &&BoundDocument| {
            one.sections[section].state != State::Missing || one.binding.reached(section)
        };
        owners.push(if documents.iter().any(has) {
            Owner::Headings
        } else if let Some(chapter) = documents.iter().position(there) {
            Owner::Chapter(chapter)
        } else {
            Owner::Chapter(owner(documents, template, section, &owners))
        });
    }
    owners
}

/// The chapter in which a section is missing that none of them has.
fn owner(
    documents: &[&BoundDocument],
    template: &Template,
    section: usize,
    owners: &[Owner],
) -> usize {
    let in_part = |one: &&BoundDocument| {
        let part = one.part.as_ref();
        part.and_then(|id| template.sections.iter().position(|known| known.id == *id))
            .is_some_and(|part| part == section || template.is_within(section, part))
    };
    let parent = template.sections[section].parent;
    // With the section above it, where that one is missing too.
    let with_parent = || match owners.get(parent?) {
        Some(Owner::Chapter(chapter)) => Some(*chapter),
        _ => None,
    };
    let holds =
        |wanted: usize| documents.iter().position(|one| !one.sections[wanted].headings.is_empty());
    let beside = || {
        let mut siblings: Vec<usize> =
            template.children(parent).filter(|&sibling| sibling != section).collect();
        siblings.sort_by_key(|&sibling| (sibling.abs_diff(section), sibling));
        // A chapter that holds one part has no place for another.
        let open = |&chapter: &usize| documents[chapter].part.is_none();
        siblings.into_iter().filter_map(holds).find(open)
    };
    let below = || template.containing(section).and_then(holds);
    let part = documents.iter().position(in_part);
    part.or_else(with_parent).or_else(beside).or_else(below).unwrap_or(0)
}
