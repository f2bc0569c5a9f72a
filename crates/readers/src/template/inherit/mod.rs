//! `extends: formal@1`: a template that says only how it differs from another.
//!
//! A section with an id of the parent's refines that section, one with `.removed` takes it away with
//! all below it, and any other is new: it goes after the one written before it, or where
//! `after=<id>` or `before=<id>` says. A section of the parent's with one of these moves.

use std::sync::{Arc, OnceLock};

use text::markdown::Document;
use text::markdown::block::Heading;
use text::source::Span;

use super::Problem;
use super::key::{Key, keys_of};
use super::{Demand, Need, Template, TemplateSection};

/// What the front matter says after `extends:`.
#[derive(Clone, Debug)]
pub struct Extends {
    /// The parent's name.
    pub name: String,
    /// Its major version; none where that was forgotten.
    pub major: Option<u64>,
    /// Where it stands.
    pub span: Span,
}

/// The parent that a template names.
pub fn extends(document: &Document) -> Option<Extends> {
    let entry = document.front_matter.as_ref()?.get(&["extends"])?;
    let text = entry.value.as_str().unwrap_or_default();
    let (name, version) = text.split_once('@').unwrap_or((text, ""));
    let major = version.split('.').next().unwrap_or_default();
    Some(Extends {
        name: name.trim().to_owned(),
        major: major.trim().parse().ok(),
        span: entry.value.span,
    })
}

/// The parent, changed as `child` says. `document` is the child's file.
pub fn merge(
    parent: &Template,
    child: Template,
    document: &Document,
    problems: &mut Vec<Problem>,
) -> Template {
    let mut merge = Merge { nodes: nodes(parent), parent, problems };
    let headings = document.outline.sections.iter();
    let headings: Vec<&Heading> =
        headings.filter_map(|section| document.blocks[section.block].heading()).collect();
    // The ids under which the child's sections stand, for those below and after them.
    let mut ids: Vec<Option<String>> = Vec::new();
    for (index, heading) in headings.iter().enumerate() {
        let Some(section) = child.sections.get(index) else { break };
        let id = merge.section(section, heading, &child, index, &ids);
        ids.push(id);
    }
    let mut params = parent.params.clone();
    for param in child.params {
        match params.iter_mut().find(|known| known.name == param.name) {
            Some(known) => *known = param,
            None => params.push(param),
        }
    }
    let or = |own: String, parent: &str| if own.is_empty() { parent.to_owned() } else { own };
    Template {
        title: or(child.title, &parent.title),
        description: or(child.description, &parent.description),
        params,
        sections: flat(merge.nodes),
        name: child.name,
        version: child.version,
        source: Arc::clone(&child.source),
        titled: OnceLock::new(),
    }
}

/// A section with the id of the one above it, so that sections can come, go and move.
#[derive(Clone)]
struct Node {
    section: TemplateSection,
    above: Option<String>,
}

fn nodes(template: &Template) -> Vec<Node> {
    let above = |index: usize| Some(template.sections[index].id.clone());
    let sections = template.sections.iter().cloned();
    sections.map(|section| Node { above: section.parent.and_then(above), section }).collect()
}

/// The sections with their parents as places in the list.
fn flat(nodes: Vec<Node>) -> Vec<TemplateSection> {
    let place = |before: &[Node], id: &str| before.iter().rposition(|node| node.section.id == id);
    let parents: Vec<Option<usize>> = (0..nodes.len())
        .map(|at| nodes[at].above.as_deref().and_then(|id| place(&nodes[..at], id)))
        .collect();
    let sections = nodes.into_iter().zip(parents);
    sections.map(|(node, parent)| TemplateSection { parent, ..node.section }).collect()
}

struct Merge<'a> {
    nodes: Vec<Node>,
    parent: &'a Template,
    problems: &'a mut Vec<Problem>,
}

impl Merge<'_> {
    /// Takes one section of the child in; gives the id it has then, none when it was removed.
    fn section(
        &mut self,
        section: &TemplateSection,
        heading: &Heading,
        child: &Template,
        index: usize,
        ids: &[Option<String>],
    ) -> Option<String> {
        let known = self.find(&section.id);
        if heading.classes.iter().any(|class| class == "removed") {
            match known {
                Some(at) => _ = self.nodes.drain(at..self.end(at)),
                None => self.unknown(&section.id, section.span),
            }
            return None;
        }
        let target = ["after", "before"].into_iter().find_map(|word| {
            let (_, id) = heading.attributes.iter().find(|(key, _)| key == word)?;
            Some((word, id.clone().unwrap_or_default()))
        });
        let wanted = target.and_then(|(word, id)| {
            let found = self.find(&id).is_some();
            if !found {
                self.unknown(&id, section.span);
            }
            found.then_some((word, id))
        });
        match (known, wanted) {
            (Some(at), wanted) => {
                refine(&mut self.nodes[at].section, section, heading);
                if let Some((word, id)) = wanted {
                    let moved: Vec<Node> = self.nodes.drain(at..self.end(at)).collect();
                    // A section that was to go beside its own sub-section stays.
                    match self.find(&id) {
                        Some(_) => self.beside(word, &id, moved),
                        None => _ = self.nodes.splice(at..at, moved),
                    }
                }
            }
            (None, Some((word, id))) => self.beside(word, &id, vec![new(section)]),
            (None, None) => self.after_written(section, child, index, ids),
        }
        Some(section.id.clone())
    }

    fn find(&self, id: &str) -> Option<usize> {
        self.nodes.iter().position(|node| node.section.id == id && !node.section.copy)
    }

    /// Where a section ends, all below it included.
    fn end(&self, at: usize) -> usize {
        let level = self.nodes[at].section.level;
        let rest = self.nodes[at + 1..].iter();
        at + 1 + rest.take_while(|node| node.section.level > level).count()
    }

    /// Puts a section and what is below it beside another, at that one's level.
    fn beside(&mut self, word: &str, id: &str, mut sections: Vec<Node>) {
        let Some(at) = self.find(id) else { return };
        let Some(first) = sections.first_mut() else { return };
        first.above.clone_from(&self.nodes[at].above);
        let (from, to) = (first.section.level, self.nodes[at].section.level);
        for node in &mut sections {
            node.section.level = (node.section.level + to).saturating_sub(from).clamp(1, 6);
        }
        let place = if word == "before" { at } else { self.end(at) };
        self.nodes.splice(place..place, sections);
    }

    /// Puts a new section after the one that the child has before it: its sibling, or at the end of
    /// the section it stands in.
    fn after_written(
        &mut self,
        section: &TemplateSection,
        child: &Template,
        index: usize,
        ids: &[Option<String>],
    ) {
        let sibling = (0..index).rev().find(|&before| {
            child.sections[before].parent == section.parent && ids[before].is_some()
        });
        if let Some(id) = sibling.and_then(|sibling| ids[sibling].clone()) {
            return self.beside("after", &id, vec![new(section)]);
        }
        let title = self.parent.sections.first().filter(|_| self.parent.is_title(0));
        let title = title.filter(|_| section.level > 1).map(|title| title.id.clone());
        let above = section.parent.and_then(|parent| ids[parent].clone()).or(title);
        let mut node = new(section);
        let at = above.as_deref().and_then(|id| self.find(id));
        if let Some(at) = at {
            node.section.level = (self.nodes[at].section.level + 1).min(6);
            node.above = above;
        }
        let place = at.map_or(self.nodes.len(), |at| self.end(at));
        self.nodes.insert(place, node);
    }

    fn unknown(&mut self, id: &str, span: Span) {
        let ids = self.nodes.iter().map(|node| node.section.id.as_str());
        let near = text::wording::nearest(id, ids);
        let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        let name = &self.parent.name;
        self.problems
            .push(Problem { span, message: format!("`{name}` has no section `{id}`{near}") });
    }
}

fn new(section: &TemplateSection) -> Node {
    Node { section: TemplateSection { parent: None, ..section.clone() }, above: None }
}

/// What the child states replaces what the parent has; its old heading stays known.
fn refine(section: &mut TemplateSection, child: &TemplateSection, heading: &Heading) {
    let mut aliases = child.aliases.clone();
    if section.heading != child.heading {
        aliases.push(section.heading.clone());
    }
    aliases.append(&mut section.aliases);
    section.aliases = aliases;
    let mut keys: Vec<Key> = child.keys.clone();
    keys.extend(keys_of(&section.heading).into_iter().take(1));
    keys.append(&mut section.keys);
    for key in keys {
        if !section.keys.contains(&key) {
            section.keys.push(key);
        }
    }
    let states = heading.attributes.iter().any(|(key, _)| key == "concept");
    if states || section.concepts.is_empty() {
        section.concepts.clone_from(&child.concepts);
    }
    section.heading.clone_from(&child.heading);
    section.span = child.span;
    if heading.classes.iter().any(|class| Need::of(class).is_some()) {
        section.need = child.need;
    }
    if heading.attributes.iter().any(|(key, _)| key == "min") {
        section.min = child.min;
    }
    if heading.attributes.iter().any(|(key, _)| key == "describes") {
        section.describes.clone_from(&child.describes);
    }
    if heading.attributes.iter().any(|(key, _)| key == "defines") {
        section.defines.clone_from(&child.defines);
    }
    for demand in Demand::ALL {
        if heading.attributes.iter().any(|(key, _)| key == demand.name()) {
            section.demands.retain(|known| *known != demand);
            section.demands.extend(child.demands.iter().filter(|own| **own == demand));
        }
    }
    section.repeat = child.repeat.clone().or(section.repeat.take());
    section.keep |= child.keep;
    section.guide = child.guide.clone().or(section.guide.take());
    if !child.sample.is_empty() {
        section.sample.clone_from(&child.sample);
    }
}

#[cfg(test)]
mod tests;
