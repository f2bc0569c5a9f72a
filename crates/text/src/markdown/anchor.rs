//! The ids that mdBook gives to headings, for links to a section.

use std::collections::HashSet;

use super::Document;

/// The id of each section of the outline, in its order.
///
/// As mdBook does it: `{#id}` as written; else the text in lower case, its letters, digits, `_` and
/// `-` kept, white space as `-`; a second one of the same name gets `-1`.
pub fn ids(document: &Document) -> Vec<String> {
    let mut used = HashSet::new();
    let headings = document.outline.sections.iter().map(|section| {
        document.blocks[section.block].heading().map(|heading| match &heading.id {
            Some(id) => id.clone(),
            None => of_text(&heading.text.plain()),
        })
    });
    headings.map(|id| unique(&id.unwrap_or_default(), &mut used)).collect()
}

fn of_text(text: &str) -> String {
    let kept = text.trim().chars().flat_map(char::to_lowercase).filter_map(|c| match c {
        c if c.is_alphanumeric() || matches!(c, '_' | '-') => Some(c),
        c if c.is_whitespace() => Some('-'),
        _ => None,
    });
    kept.collect()
}

fn unique(id: &str, used: &mut HashSet<String>) -> String {
    let mut candidate = id.to_owned();
    let mut count = 0;
    while !used.insert(candidate.clone()) {
        count += 1;
        candidate = format!("{id}-{count}");
    }
    candidate
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn as_mdbook_names_them() {
        let text = "# ADR-001: Use `X` & Y\n## A\n## A\n## Über uns {#we}\n";
        let document = Document::parse(&Source::new("a.md", text));
        assert_eq!(ids(&document), ["adr-001-use-x--y", "a", "a-1", "we"]);
    }
}
