//! Resources of an interface told one by one: what stands below its endpoints and has requests ("GET /trains") or a path in
//! its heading is the section on the resources, which has no heading of its own.

use words::Concept;

use super::Binding;
use super::Match;
use super::gathering::is_request;
use super::node::NodeKind;

/// Binds the section on the resources to such headings. `outside` tells the nodes outside tables of contents.
pub(super) fn bind(binding: &mut Binding, outside: &[bool]) {
    let template = std::sync::Arc::clone(&binding.template);
    for (section, asked) in template.sections.iter().enumerate() {
        if asked.concepts.first() != Some(&Concept::Resources) || !binding.hits[section].is_empty()
        {
            continue;
        }
        let endpoints = asked.parent;
        let interface = endpoints.and_then(|above| template.sections[above].parent);
        let mut chapters = [endpoints, interface].into_iter().flatten();
        let told = chapters.find_map(|chapter| {
            let hit = binding.hits[chapter].first().filter(|_| !template.is_title(chapter))?;
            Some(resources(binding, hit.node, outside)).filter(|told| !told.is_empty())
        });
        for node in told.into_iter().flatten() {
            binding.bind(section, node, Match::Instance);
        }
    }
}

/// The headings directly below a chapter that serve nothing and tell of requests.
fn resources(binding: &Binding, chapter: usize, outside: &[bool]) -> Vec<usize> {
    let is_one = |&node: &usize| {
        outside[node] && binding.served(node).is_empty() && has_requests(binding, node)
    };
    binding.tree.children(chapter).filter(is_one).collect()
}

/// Whether a heading has a path, or what stands below it has a request.
fn has_requests(binding: &Binding, node: usize) -> bool {
    let heading = &binding.tree.nodes[node];
    let is_path = |word: &str| {
        let path = word.trim_matches(|c: char| !(c.is_alphanumeric() || c == '/'));
        path.len() > 1 && path.starts_with('/')
    };
    let in_heading = || heading.kind == NodeKind::Heading && heading.text.split(' ').any(is_path);
    let mut blocks = binding.tree.blocks(&heading.body);
    in_heading()
        || blocks.any(|(document, block)| {
            let text = document.source.slice(block.span);
            text.lines().any(|line| is_request(line.replace(['`', '*', '|'], " ").trim()))
        })
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound_text, served};

    #[test]
    fn what_has_requests_below_the_endpoints_is_a_resource() {
        let text = "# Yard\n\n## API Documentation\n\n### Trains\n\n```\nGET /trains\n```\n\n### Halls\n\n\
                    - `POST /halls`\n\n### Errors\n\nThey have a code.\n";
        let binding = bound_text("handbook", text);
        assert_eq!(served(&binding, "Trains"), ["api.endpoint-resource"]);
        assert_eq!(served(&binding, "Halls"), ["api.endpoint-resource"]);
        assert!(served(&binding, "Errors").is_empty());
    }

    #[test]
    fn a_path_in_the_heading_is_a_resource() {
        let text =
            "# Yard\n\n## API\n\n### Trains (`/api/trains`)\n\nA.\n\n### Gates and/or keys\n\nB.\n";
        let binding = bound_text("handbook", text);
        assert_eq!(served(&binding, "Trains (/api/trains)"), ["api.endpoint-resource"]);
        assert!(served(&binding, "Gates and/or keys").is_empty());
    }
}
