//! Chapters bound to built-in templates, for tests.

use super::node::Tree;
use super::{Binding, Index};
use crate::template::builtin;
use crate::testing::parsed;

/// A chapter of headings alone, bound to a built-in template.
pub(in crate::document) fn bound(template: &str, headings: &[&str]) -> Binding {
    bound_text(template, &format!("# Atlas\n\n{}\n", headings.join("\n\nText.\n\n")))
}

/// A chapter, bound to a built-in template.
pub(in crate::document) fn bound_text(template: &str, text: &str) -> Binding {
    bound_as(template, text, false)
}

/// One of several files of a document, bound to a built-in template.
pub(in crate::document) fn bound_file(template: &str, text: &str) -> Binding {
    bound_as(template, text, true)
}

fn bound_as(template: &str, text: &str, one_of_several: bool) -> Binding {
    let template = builtin::find(template).expect("a built-in template");
    Binding::new(&Index::of(&template), Tree::of(parsed(text)), one_of_several)
}

/// The sections that a heading serves.
pub(in crate::document) fn served(binding: &Binding, heading: &str) -> Vec<String> {
    let node = binding.tree.nodes.iter().position(|node| node.text == heading);
    let sections = binding.served(node.unwrap_or_else(|| panic!("no heading {heading}")));
    sections.iter().map(|&section| binding.template.sections[section].id.clone()).collect()
}
