//! The ids that mdBook gives to headings, for links to a section.

use std::collections::{HashMap, HashSet};

use super::Document;

/// The id of each section of the outline, in its order.
///
/// As mdBook does it: `{#id}` as written; else the text in lower case, its letters, digits, `_` and
/// `-` kept, white space as `-`; a second one of the same name gets `-1`.
pub fn ids(document: &Document) -> Vec<String> {
    let mut used = Used::default();
    let headings = document.outline.sections.iter().map(|section| {
        document.blocks[section.block].heading().map(|heading| match &heading.id {
            Some(id) => id.clone(),
            None => of_text(&heading.text.plain()),
        })
    });
    headings.map(|id| used.unique(&id.unwrap_or_default())).collect()
}

fn of_text(text: &str) -> String {
    let kept = text.trim().chars().flat_map(char::to_lowercase).filter_map(|c| match c {
        c if c.is_alphanumeric() || matches!(c, '_' | '-') => Some(c),
        c if c.is_whitespace() => Some('-'),
        _ => None,
    });
    kept.collect()
}

/// The ids that are given, and how far each name was counted.
#[derive(Default)]
struct Used {
    ids: HashSet<String>,
    counts: HashMap<String, usize>,
}

impl Used {
    fn unique(&mut self, id: &str) -> String {
        let mut candidate = id.to_owned();
        // What was taken stays taken, so counting goes on where it ended.
        let count = self.counts.entry(candidate.clone()).or_default();
        while !self.ids.insert(candidate.clone()) {
            *count += 1;
            candidate = format!("{id}-{count}");
        }
        candidate
    }
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

    #[test]
    fn counting_goes_on_where_it_ended() {
        let text = "# A\n# A-1\n# A\n# A\n# A {#a}\n# A-1\n";
        let document = Document::parse(&Source::new("a.md", text));
        assert_eq!(ids(&document), ["a", "a-1", "a-2", "a-3", "a-4", "a-1-1"]);
        let many = Document::parse(&Source::new("a.md", "# A\n".repeat(20_000)));
        assert_eq!(ids(&many).last().map(String::as_str), Some("a-19999"));
    }
}
