//! Where things that a template asks for once per thing stand without its words: in chapters that are called as
//! the things themselves ("Entities" beside "Domain model"), and as requests ("GET /api/trains").

use std::ops::Range;

use super::binding::Binding;
use super::concepts::OF_MANY;
use super::node::NodeKind;
use crate::template::TemplateSection;
use words::Concept;

/// Chapters that are called as the things of a section are, serve nothing and hold several.
pub(super) fn chapters(binding: &Binding, asked: &TemplateSection) -> Vec<usize> {
    let Some(one) = asked.concepts.first().filter(|one| OF_MANY.contains(one)) else {
        return Vec::new();
    };
    let is_called = |&node: &usize| {
        let heading = &binding.tree.nodes[node];
        heading.kind == NodeKind::Heading
            && binding.is_among_chapters(node)
            && binding.served(node).is_empty()
            && binding.tree.child_headings(node).count() > 1
            && heading.keys.iter().any(|key| key.names(*one))
    };
    (0..binding.tree.nodes.len()).filter(is_called).collect()
}

/// The headings that serve nothing and are requests, where a section asks for such.
pub(super) fn requests(
    binding: &Binding,
    asked: &TemplateSection,
    nodes: Range<usize>,
) -> Vec<usize> {
    let requests = [Concept::Operation, Concept::Endpoint];
    let asks = asked.concepts.iter().any(|concept| requests.contains(concept));
    let is_one = |&node: &usize| {
        let heading = &binding.tree.nodes[node];
        heading.kind == NodeKind::Heading
            && binding.served(node).is_empty()
            && is_request(&heading.text)
    };
    nodes.filter(|_| asks).filter(is_one).collect()
}

/// The requests anywhere below the chapter of the things that a section asks for requests of: below one of those, or right
/// below the chapter.
pub(super) fn requests_of_chapter(binding: &Binding, asked: &TemplateSection) -> Vec<usize> {
    let sections = &binding.template.sections;
    let above = asked.parent.map(|above| &sections[above]);
    let chapter = above.filter(|above| above.repeat.is_some()).and_then(|above| above.parent);
    let chapters = chapter.map(|chapter| binding.hits[chapter].as_slice()).unwrap_or_default();
    let below = |node: usize| node + 1..binding.tree.nodes[node].subtree;
    chapters.iter().flat_map(|hit| requests(binding, asked, below(hit.node))).collect()
}

/// Whether a heading is a request, and a part of this section asks for those.
pub(super) fn is_of_part(binding: &Binding, section: usize, node: usize) -> bool {
    let template = &binding.template;
    let mut parts = template.children(Some(section));
    let asks = parts.any(|part| template.sections[part].concepts.contains(&Concept::Operation));
    asks && is_request(&binding.tree.nodes[node].text)
}

/// Whether a heading is a method and a path, and says nothing of them.
pub(super) fn is_request(heading: &str) -> bool {
    let path = without_method(heading);
    path.is_some_and(|path| path.starts_with('/') && !path.contains(' '))
}

/// Whether a heading begins with a method, whatever follows.
pub(super) fn begins_with_method(heading: &str) -> bool {
    without_method(heading).is_some()
}

fn without_method(heading: &str) -> Option<&str> {
    const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];
    let words = heading.trim_start_matches(|c: char| !c.is_alphabetic()).split_once(' ');
    words.filter(|(method, _)| METHODS.contains(method)).map(|(_, path)| path)
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, served};

    #[test]
    fn requests_are_operations() {
        let headings = [
            "## API",
            "### Trains",
            "#### GET `/trains`",
            "#### GET /trains is slow",
            "## Tests",
            "### GET `/up`",
        ];
        let binding = bound("platform", &headings);
        assert_eq!(served(&binding, "GET /trains"), ["api.primary.operation"]);
        assert!(served(&binding, "GET /trains is slow").is_empty());
        assert!(served(&binding, "GET /up").is_empty());
    }

    #[test]
    fn entities_may_have_a_chapter_of_their_own() {
        let headings = ["## Domain model", "### Terms", "## Entities", "### Train", "### Hall"];
        let binding = bound("platform", &headings);
        assert_eq!(served(&binding, "Hall"), ["data.entity"]);
        let named =
            ["## Domain model", "### Entity: Train", "## Entities", "### Owners", "### Past"];
        let binding = bound("platform", &named);
        assert_eq!(served(&binding, "Entity: Train"), ["data.entity"]);
        assert!(served(&binding, "Owners").is_empty());
    }

    #[test]
    fn requests_right_below_the_interface_are_operations() {
        let headings = ["## API", "### GET `/trains`", "### POST `/trains`"];
        let binding = bound("platform", &headings);
        assert_eq!(served(&binding, "POST /trains"), ["api.primary.operation"]);
        let beside = ["## API", "### GET `/halls`", "### Trains", "#### GET `/trains`"];
        let binding = bound("platform", &beside);
        assert_eq!(served(&binding, "GET /halls"), ["api.primary.operation"]);
        assert_eq!(served(&binding, "GET /trains"), ["api.primary.operation"]);
    }
}
