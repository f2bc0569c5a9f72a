//! What a document says of itself where its section on that has no heading: version, date and author below the title.

use text::markdown::field::fields;
use text::source::Place;
use words::{Label, Vocabulary};

use super::bind::Binding;
use super::metadata;

/// The fewest labels that describe the document; one alone may stand for anything.
const FEWEST: usize = 2;

/// The first block below the title, before any other heading, that says such; none where there is too little.
pub(super) fn information(binding: &Binding) -> Option<Place> {
    let tree = &binding.tree;
    let above = metadata::top(binding).into_iter().flat_map(|node| &tree.nodes[node].body);
    let parts = tree.preamble.iter().chain(above);
    let mut labels = 0;
    let mut place = None;
    for part in parts {
        for (document, block) in tree.blocks(std::slice::from_ref(part)) {
            let known = |label: &str| Vocabulary::known().glossed::<Label>(label).is_some();
            let told = fields(std::slice::from_ref(block));
            let told = told
                .iter()
                .filter(|one| known(&one.label) && !one.value.plain().trim().is_empty())
                .count();
            if told > 0 {
                labels += told;
                place.get_or_insert_with(|| Place::new(&document.source, block.span));
            }
        }
    }
    place.filter(|_| labels >= FEWEST)
}

#[cfg(test)]
mod tests {
    use super::information;
    use crate::document::bind::testing::bound_text;

    fn line(text: &str) -> Option<usize> {
        information(&bound_text("formal", text)).map(|place| place.start().line)
    }

    #[test]
    fn what_stands_below_the_title_tells_of_the_document() {
        let byline = "# Yard\n\n**Version:** 1.0 · **Date:** 2026-03-02\n\n## Scope\n\nAll.\n";
        assert_eq!(line(byline), Some(3));
        let lines = "# Yard\n## Project: Rails\n**Version:** 1.0\n\n**Status:** Draft\n\n## 1. Scope\n\nAll.\n";
        assert_eq!(line(lines), Some(3));
    }

    #[test]
    fn one_label_and_those_of_a_section_tell_nothing() {
        assert_eq!(line("# Yard\n\n**Date:** 2026-03-02\n\n## Scope\n\nAll.\n"), None);
        let section = "# Yard\n\n## Scope\n\n**Version:** 1.0\n\n**Date:** 2026-03-02\n";
        assert_eq!(line(section), None);
        let part = "# Yard\n\nAll.\n\n## Belt\n\n**Version:** 3.7 · **Owner:** Ann\n\n## Scope\n";
        assert_eq!(line(part), None);
        let empty = "# Yard\n\n**Version:**\n\n**Date:**\n\n## Scope\n\nAll.\n";
        assert_eq!(line(empty), None);
    }
}
