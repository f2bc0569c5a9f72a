//! Resources of an interface with a heading each: headings below its endpoints, each over requests to the thing that
//! it names ("Trains" over `GET /trains`), are the section on the resources, which has no heading of its own.

use words::Concept;

use super::binding::Binding;
use super::gathering::begins_with_method;

/// The headings below the endpoints, or else the interface, that are one resource each.
pub(super) fn each(binding: &Binding, section: usize) -> Vec<usize> {
    let template = &binding.template;
    let asked = &template.sections[section];
    if !asked.is_about(Concept::Resources) {
        return Vec::new();
    }
    let endpoints = asked.parent;
    let interface = endpoints.and_then(|above| template.sections[above].parent);
    let mut chapters = [endpoints, interface].into_iter().flatten();
    let found = chapters.find_map(|chapter| {
        let hit = binding.first(chapter).filter(|_| !template.is_title(chapter))?;
        Some(resources(binding, hit.node)).filter(|found| !found.is_empty())
    });
    found.unwrap_or_default()
}

/// The headings directly below a chapter that serve nothing and are over requests to one thing each; none where there is
/// one alone, which may be an example.
fn resources(binding: &Binding, chapter: usize) -> Vec<usize> {
    let asked = |node: usize| Some((node, resource(binding, node)?));
    let free = binding.tree.children(chapter).filter(|&node| binding.is_free(node));
    let found: Vec<(usize, String)> = free.filter_map(asked).collect();
    let several = found.iter().any(|(_, resource)| *resource != found[0].1);
    let nodes = found.into_iter().map(|(node, _)| node);
    nodes.filter(|_| several).collect()
}

/// The thing that a heading names, and that its path leads to or all requests below it.
fn resource(binding: &Binding, node: usize) -> Option<String> {
    let heading = &binding.tree.nodes[node];
    if begins_with_method(&heading.text) {
        return None;
    }
    let mut words = heading.text.split(['(', ' ', ')']);
    let in_heading = words.find(|word| word.starts_with('/')).and_then(thing);
    let mut things: Vec<String> = Vec::new();
    for (document, block) in binding.tree.blocks(&heading.body) {
        for line in document.source.slice(block.span).lines() {
            things.extend(requested(&line.replace(['`', '*', '|'], " ")).and_then(thing));
        }
    }
    let one = things.len() > 1 && things.iter().all(|other| *other == things[0]);
    let thing = in_heading.or_else(|| things.into_iter().next().filter(|_| one))?;
    names(&heading.text, &thing).then_some(thing)
}

/// The path of a line that begins with a method, whatever follows.
fn requested(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(|c: char| !c.is_alphabetic());
    let path = line.split_whitespace().nth(1)?;
    (begins_with_method(line) && path.starts_with('/')).then_some(path)
}

/// Whether a heading has a word that begins as the thing does: "Train cars" over `/trains`.
fn names(heading: &str, thing: &str) -> bool {
    let begin = |word: &str| word.chars().take(STEM).collect::<String>().to_lowercase();
    let own = begin(thing);
    let words = heading.split([' ', '(']).filter(|word| !word.starts_with('/'));
    let mut words = words.map(|word| begin(word.trim_matches(|c: char| !c.is_alphanumeric())));
    words.any(|word| word == own)
}

/// Letters in which a word and a part of a path agree.
const STEM: usize = 4;

/// The first part of a path that names a thing: "trains" of `/api/v1/trains/{id}`.
fn thing(path: &str) -> Option<String> {
    let of_interface = |part: &str| {
        let version = part.strip_prefix('v').is_some_and(|rest| rest.parse::<u32>().is_ok());
        part.is_empty() || part == "api" || version
    };
    let part = path.split(['/', '?']).find(|part| !of_interface(part))?;
    Some(part.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound_text, served};

    #[test]
    fn what_has_requests_below_the_endpoints_is_a_resource() {
        let text = "# Yard\n\n## API Documentation\n\n### Trains\n\n```\nGET /api/trains\nPOST /api/trains\n```\n\n\
                    ### Halls\n\n- `GET /halls/{id}`\n- `POST /halls`\n\n### Retries\n\n`POST /trains`\n`POST /trains`\n";
        let binding = bound_text("handbook", text);
        assert_eq!(served(&binding, "Trains"), ["api.endpoint-resource"]);
        assert_eq!(served(&binding, "Halls"), ["api.endpoint-resource"]);
        assert!(served(&binding, "Retries").is_empty());
    }

    #[test]
    fn paths_in_headings_are_resources() {
        let text = "# Yard\n\n## API\n\n### Trains (`/api/trains`)\n\nA.\n\n### Halls (`/api/halls`)\n\nB.\n";
        let binding = bound_text("handbook", text);
        assert_eq!(served(&binding, "Trains (/api/trains)"), ["api.endpoint-resource"]);
        let one = "# Yard\n\n## API\n\n### Health checks (`/healthz`)\n\nA.\n\n### Gates and/or keys\n\nB.\n";
        let binding = bound_text("handbook", one);
        assert!(served(&binding, "Health checks (/healthz)").is_empty());
    }
}
