//! Which of a document's headings are sections, and ids that tell them apart.

use readers::template::Template;
use readers::template::key::Key;
use words::Concept;

/// Without headings that say nothing and the table of contents, which no document is bound by; what
/// stands below one belongs to the section above it.
pub(super) fn drop_unnamed(template: &mut Template) {
    let unnamed: Vec<bool> = template
        .sections
        .iter()
        .map(|section| {
            let is_contents = section.concepts.first() == Some(&Concept::Contents);
            is_contents || section.keys.iter().all(Key::is_empty)
        })
        .collect();
    let mut places = Vec::new();
    let mut kept = 0;
    for &dropped in &unnamed {
        places.push((!dropped).then_some(kept));
        kept += usize::from(!dropped);
    }
    let parents: Vec<Option<usize>> = template.sections.iter().map(|one| one.parent).collect();
    for section in &mut template.sections {
        let mut above = section.parent;
        while let Some(dropped) = above.filter(|&index| unnamed[index]) {
            above = parents[dropped];
        }
        section.parent = above.and_then(|index| places[index]);
    }
    let mut dropped = unnamed.iter();
    template.sections.retain(|_| dropped.next() != Some(&true));
}

/// Nothing of an author's own may make two sections one: an id that the document gave twice is
/// numbered.
pub(super) fn make_telling(template: &mut Template) {
    for index in 1..template.sections.len() {
        let (before, from) = template.sections.split_at_mut(index);
        let section = &mut from[0];
        if section.copy {
            continue;
        }
        let taken = |id: &str| before.iter().any(|other| !other.copy && other.id == id);
        let base = section.id.clone();
        let mut number = 1;
        while taken(&section.id) {
            number += 1;
            section.id = format!("{base}-{number}");
        }
    }
}
