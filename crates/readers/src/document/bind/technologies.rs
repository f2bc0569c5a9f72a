//! Lists of technologies: their sections are called by what each is used for, as the chapters of a document are.

use words::Concept;

use super::binding::Binding;
use super::concepts::USES_OF_TECHNOLOGY;
use crate::template::key::Key;
use crate::template::{Template, TemplateSection};

/// Whether a section is one of a list, and called by its subject.
pub(super) fn names_subject(binding: &Binding, section: usize) -> bool {
    let asked = &binding.template.sections[section];
    let subject =
        asked.concepts.first().is_some_and(|concept| USES_OF_TECHNOLOGY.contains(concept));
    subject && is_listed(binding, section)
}

/// Whether a section is one of a list.
fn is_listed(binding: &Binding, section: usize) -> bool {
    let above = binding.template.sections[section].parent;
    above.is_some_and(|above| is_list(&binding.template, above))
}

/// Whether a section asks for tools, and for others than those that a list of technologies names: "Development tools" watch
/// no system.
pub(super) fn are_other_tools(binding: &Binding, section: usize) -> bool {
    let concept = binding.template.sections[section].concepts.first();
    concept == Some(&Concept::Tools) && !is_listed(binding, section)
}

/// Whether [`names_subject`] holds and an earlier section of another chapter is about the same subject, in a document
/// that is not the list itself.
pub(super) fn names_subject_again(binding: &Binding, section: usize) -> bool {
    let sections = &binding.template.sections;
    let subject = sections[section].concepts.first();
    let mut earlier = sections[..section].iter();
    let about = |other: &TemplateSection| {
        other.concepts.first() == subject && other.parent != sections[section].parent
    };
    let stack = |key: &Key| key.mentioned().contains(&Concept::TechnologyStack);
    let is_the_list =
        || binding.tree.nodes.first().is_some_and(|title| title.keys.iter().any(stack));
    names_subject(binding, section) && earlier.any(about) && !is_the_list()
}

/// Whether a heading stands below a list that has a section of its own for the subject of this one.
pub(super) fn claim(binding: &Binding, node: usize, section: usize) -> bool {
    let template = &binding.template;
    let Some(subject) = template.sections[section].concepts.first() else { return false };
    let lists = |above: usize| {
        let mut parts = template.children(Some(above));
        is_list(template, above)
            && parts.any(|part| template.sections[part].concepts.first() == Some(subject))
    };
    let above = binding.bound_ancestor(node);
    above.is_some_and(|above| binding.served(above).iter().any(|&section| lists(section)))
}

/// Whether a section is such a list.
pub(super) fn is_list(template: &Template, section: usize) -> bool {
    template.sections[section].is_about(Concept::TechnologyStack)
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, served};

    #[test]
    fn tools_as_a_chapter_are_none_of_another_one() {
        let headings = ["## Yard", "## Development Tools"];
        assert!(served(&bound("standard", &headings), "Development Tools").is_empty());
        assert_eq!(served(&bound("formal", &headings), "Development Tools"), ["tech-stack.tools"]);
        let inside = ["## Yard", "## Monitoring", "### Monitoring Tools"];
        assert_eq!(served(&bound("standard", &inside), "Monitoring Tools"), ["monitoring.tools"]);
    }

    #[test]
    fn the_database_as_a_chapter_is_no_technology() {
        let binding = bound("handbook", &["## Database", "## Technology Stack", "### Database"]);
        let database = binding.tree.nodes.iter().position(|node| node.text == "Database");
        let sections = binding.served(database.expect("a heading")).iter();
        let ids: Vec<&str> =
            sections.map(|&at| binding.template.sections[at].id.as_str()).collect();
        assert_eq!(ids, ["data.database"]);
        let alone = bound("handbook", &["## Yard", "## Database"]);
        assert_eq!(served(&alone, "Database"), ["data.database"]);
    }
}
