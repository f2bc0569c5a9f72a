//! Sections that were meant to refine one of the extended template, and are new beside it.

use text::wording::nearest;

use super::super::Problem;
use super::super::key::Key;
use super::super::{Template, TemplateSection};
use super::{Parent, Read};

pub(super) fn find(read: &Read<'_>) -> Vec<Problem> {
    let Parent::Known(parent) = read.parent else { return Vec::new() };
    let has = |id: &str| parent.sections.iter().any(|section| section.id == id);
    let refined = |id: &str| read.own.sections.iter().any(|section| section.id == id);
    let headings = read.document.outline.sections.iter();
    let headings = headings.filter_map(|one| read.document.blocks[one.block].heading());
    let mut problems = Vec::new();
    for (section, heading) in read.own.sections.iter().zip(headings) {
        let moved = heading.attributes.iter().any(|(key, _)| key == "after" || key == "before");
        let removed = heading.classes.iter().any(|class| class == "removed");
        if has(&section.id) || moved || removed || section.copy {
            continue;
        }
        let meant = match &heading.id {
            Some(_) => near_id(section, parent),
            None => same_heading(section, read.own, parent),
        };
        let Some(meant) = meant.filter(|meant| !refined(&meant.id)) else { continue };
        let (name, id) = (&parent.name, &meant.id);
        let message = match &heading.id {
            Some(own) => format!("`{name}` has no section `{own}`; did you mean `{id}`?"),
            None => format!("`{name}` has this section as `{id}`: write `{{#{id}}}` to refine it"),
        };
        problems.push(Problem { span: section.span, message });
    }
    problems
}

/// The parent's section whose id is a typo away. Two that are known to be different things are not
/// taken for each other, nor are those that are counted.
fn near_id<'p>(section: &TemplateSection, parent: &'p Template) -> Option<&'p TemplateSection> {
    let (above, name) = split(&section.id);
    if name.len() < MIN_LETTERS || name.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let beside = parent.sections.iter().filter(|other| !other.copy && split(&other.id).0 == above);
    let near = nearest(name, beside.clone().map(|other| split(&other.id).1))?;
    let near = beside.clone().find(|other| split(&other.id).1 == near)?;
    let is_other = !section.concepts.is_empty()
        && !near.concepts.is_empty()
        && section.concepts.iter().all(|concept| !near.concepts.contains(concept));
    (!is_other).then_some(near)
}

/// In shorter names one letter makes another word.
const MIN_LETTERS: usize = 4;

/// `security` and `risks` of `security.risks`.
fn split(id: &str) -> (&str, &str) {
    id.rsplit_once('.').unwrap_or(("", id))
}

/// The parent's only section with the same heading at the same place.
fn same_heading<'p>(
    section: &TemplateSection,
    own: &Template,
    parent: &'p Template,
) -> Option<&'p TemplateSection> {
    let key = Key::new(&section.heading);
    let above = |template: &Template, section: &TemplateSection| {
        let above = section.parent.filter(|&above| !template.is_title(above))?;
        Some(template.sections[above].id.clone())
    };
    let place = above(own, section);
    let mut same = parent.sections.iter().filter(|other| {
        !other.copy && other.keys.first() == Some(&key) && above(parent, other) == place
    });
    same.next().filter(|_| same.next().is_none())
}
