//! How the author's outline differs from the template's.

use crate::document::bind::Binding;
use crate::document::bind::node::NodeKind;
use text::heading_number::HeadingNumber;

/// How the author's outline differs from the template's: all levels shifted, numbers of its own or
/// none, no signs before the titles.
pub(super) struct Shift {
    by: i32,
    pub(super) numbered: bool,
    pub(super) signs: bool,
}

impl Shift {
    pub(super) fn of(binding: &Binding) -> Self {
        let template = &binding.template;
        let mut by = Vec::new();
        let (mut same, mut other, mut plain) = (0, 0, 0);
        let (mut signed, mut bare) = (0, 0);
        for (section, hits) in binding.hits.iter().enumerate() {
            if template.is_title(section) {
                continue;
            }
            for hit in hits {
                let node = &binding.tree.nodes[hit.node];
                if node.kind == NodeKind::Heading && template.sections[section].repeat.is_none() {
                    by.push(i32::from(node.level) - i32::from(template.sections[section].level));
                    let wanted = number(&template.sections[section].heading);
                    match number(&node.text) {
                        "" => plain += 1,
                        own if own == wanted => same += 1,
                        _ => other += 1,
                    }
                    if without_sign(&node.text) == node.text { bare += 1 } else { signed += 1 }
                }
            }
        }
        by.sort_unstable();
        let middle = by.get(by.len() / 2).copied().unwrap_or(0);
        Self { by: middle, numbered: same + other >= plain && same >= other, signs: signed >= bare }
    }

    pub(super) fn level(&self, binding: &Binding, section: usize) -> u8 {
        let template = &binding.template;
        if let Some(level) = level_beside(binding, section) {
            return level;
        }
        let own = template.sections[section].level;
        let parent = template.sections[section].parent.filter(|&p| !template.is_title(p));
        let below = parent.and_then(|parent| binding.first(parent));
        let level = match below {
            Some(hit) => i32::from(binding.tree.nodes[hit.node].level) + 1,
            None if template.is_title(section) => i32::from(own),
            None => i32::from(own) + self.by,
        };
        // Below a title nothing stands beside it.
        let lowest = match binding.hits.first().and_then(|hits| hits.first()) {
            Some(title) if template.is_title(0) && section > 0 => {
                i32::from(binding.tree.nodes[title.node].level) + 1
            }
            _ => 1,
        };
        u8::try_from(level.clamp(lowest.min(6), 6)).unwrap_or(own)
    }
}

/// The level on which the author has the sections beside one; none where no other is there.
fn level_beside(binding: &Binding, section: usize) -> Option<u8> {
    let template = &binding.template;
    if template.is_title(section) {
        return None;
    }
    let above = |at: usize| template.containing(at);
    let parent = above(section).and_then(|parent| binding.first(parent)).map(|hit| hit.node);
    let below = |node: usize| {
        parent.is_none_or(|parent| binding.tree.ancestors(node).any(|at| at == parent))
    };
    let is_beside = |at: &usize| {
        let asked = &template.sections[*at];
        above(*at) == above(section)
            && asked.repeat.is_none()
            && !asked.copy
            && !template.is_title(*at)
    };
    let hits = (0..template.sections.len()).filter(is_beside).flat_map(|at| &binding.hits[at]);
    let headings = hits
        .filter(|hit| binding.tree.nodes[hit.node].kind == NodeKind::Heading && below(hit.node));
    let mut levels: Vec<u8> = headings.map(|hit| binding.tree.nodes[hit.node].level).collect();
    levels.sort_unstable();
    levels.get(levels.len().saturating_sub(1) / 2).copied()
}

/// The number that a title begins with, without marks at its end: `5.2`.
fn number(title: &str) -> &str {
    HeadingNumber::of(without_sign(title.trim_start())).map_or("", |found| found.number)
}

/// `📋 Executive Summary` as `Executive Summary`.
pub(super) fn without_sign(title: &str) -> &str {
    let own = |c: char| c.is_alphanumeric() || c.is_ascii();
    let rest = title.trim_start_matches(|c: char| !own(c)).trim_start();
    if rest.len() < title.len() && !rest.is_empty() { rest } else { title }
}

/// `5.2 Risk Assessment` as `Risk Assessment`.
pub(super) fn without_number(title: &str) -> &str {
    let rest = HeadingNumber::of(title).map_or(title, |found| found.rest.trim_start());
    if rest.is_empty() { title } else { rest }
}
