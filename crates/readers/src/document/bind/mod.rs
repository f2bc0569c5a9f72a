//! Which heading of a chapter is which section of its template.
//!
//! A heading's key and its parent decide; the level is only a preference. What was measured on 88
//! real documents: half of the sections keep the template's wording, three quarters of the
//! documents change its order, whole outlines are shifted, containers are left out, one heading
//! serves two sections and two headings one.
//!
//! [`node`] reads the headings, `index` finds the sections that each may serve by its words, `outline` tells what is
//! known of them before any is bound, and `passes` has the order in which they are bound. `fit` decides between
//! candidates.

mod assign;
mod binding;
mod builder;
mod code_name;
mod depth;
mod environments;
mod evidence;
mod fit;
mod gathering;
pub(super) mod heading_like;
mod index;
mod inner;
mod instance;
mod joined;
mod language;
mod near;
pub mod node;
mod numbered;
mod outline;
mod own_chapter;
mod own_title;
mod part_chapters;
mod partly;
mod passes;
mod place;
mod reason;
mod resources;
mod restated;
mod series;
mod shared;
mod stray;
mod technologies;
mod title;
mod title_block;
mod wordings;

pub use binding::{Binding, Hit};
pub use index::Index;
pub(super) use language::most_spoken;
pub(super) use numbered::Numbers;
pub use reason::Match;

#[cfg(test)]
pub(super) mod testing {
    use std::path::Path;
    use std::sync::Arc;

    use super::node::Tree;
    use super::{Binding, Index};
    use crate::include::Includes;
    use crate::template::builtin;
    use text::markdown::Document;
    use text::source::Source;

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
        let document = Document::parse(&Source::new("a.md", text));
        let tree = Tree::new(Arc::new(document), &mut Includes::none(Path::new("/nowhere")));
        Binding::new(&Index::of(&template), tree, one_of_several)
    }

    /// The sections that a heading serves.
    pub(in crate::document) fn served(binding: &Binding, heading: &str) -> Vec<String> {
        let node = binding.tree.nodes.iter().position(|node| node.text == heading);
        let sections = binding.served(node.unwrap_or_else(|| panic!("no heading {heading}")));
        sections.iter().map(|&section| binding.template.sections[section].id.clone()).collect()
    }
}
