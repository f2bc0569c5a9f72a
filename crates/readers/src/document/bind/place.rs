//! Where a heading stands, seen from a section that it may serve.

use words::Concept;

use super::binding::Binding;
use super::concepts::ON_THE_WHOLE;
use super::node::{NodeKind, names_part};
use super::numbered::number;

/// Where a heading stands, seen from a section; the most fitting place first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// Directly below the heading of the section above.
    Below,
    /// Deeper below a heading that holds the section.
    Within,
    /// The section is a chapter, and no other section's heading is above.
    Top,
    /// The section above has no heading, and no other section's heading is above this one.
    Free,
    /// The section above has no heading or one beside this, and other headings beside this one are
    /// sections of it too.
    Gathered,
    /// Below a heading that speaks of everything: "Overview", "Architecture".
    General,
    /// The section above has a heading, and this one stands outside.
    Beside,
    /// Below a heading of the author's own that is no mere wrapper of chapters.
    Own,
    /// Below a heading that describes one part of the system, or an idea.
    Part,
    /// Below another section's heading.
    Elsewhere,
}

/// Where it stands, as far as is known now.
pub(super) fn place(binding: &Binding, node: usize, section: usize) -> Place {
    let template = &binding.template;
    let parent = template.containing(section);
    if let Some(node_above) = binding.bound_ancestor(node) {
        let above = binding.served(node_above);
        let below = if parent.is_some_and(|parent| above.contains(&parent)) {
            // What stands below the heading of the whole document is no part of one section yet.
            if binding.layout.wrapper[node_above] { Place::Within } else { Place::Below }
        } else if above.iter().any(|&ancestor| template.is_within(section, ancestor)) {
            Place::Within
        } else if is_gathered(binding, node, parent) {
            Place::Gathered
        } else if above.iter().any(|&above| is_general(binding, above)) {
            Place::General
        } else {
            Place::Elsewhere
        };
        // "Architecture overview" as the title of the document says nothing of its chapters.
        if below != Place::General || !is_title(binding, node_above) {
            return below;
        }
    }
    let bold = binding.is_bold_chapter(node);
    if bold && parent.is_some_and(|parent| follows(binding, node, parent)) {
        return Place::Within;
    }
    // Over bold chapters a heading is the name of the whole.
    let own = || {
        let above = binding
            .tree
            .ancestors(node)
            .filter(|&above| !bold || binding.tree.nodes[above].kind == NodeKind::Bold);
        above.filter(|&above| binding.served(above).is_empty() && !binding.layout.wrapper[above])
    };
    if own().any(|above| names_part(&binding.tree.nodes[above].text)) {
        return Place::Part;
    }
    let gathered = || is_gathered(binding, node, parent);
    if own().next().is_some() {
        return if gathered() { Place::Gathered } else { Place::Own };
    }
    match parent {
        None => Place::Top,
        Some(parent) if binding.hits[parent].is_empty() || is_aside(binding, parent) => Place::Free,
        Some(_) if gathered() => Place::Gathered,
        Some(_) => Place::Beside,
    }
}

/// The most bold lines of a chapter without numbers.
const MOST_BOLD: usize = 30;

/// Whether the nearest chapter before a bold line is that of a section.
fn follows(binding: &Binding, node: usize, parent: usize) -> bool {
    let before = (0..node)
        .rev()
        .take(MOST_BOLD)
        .take_while(|&before| binding.tree.nodes[before].kind == NodeKind::Bold);
    let chapter = |&section: &usize| binding.template.depth(section) == 0;
    let mut served = before.map(|before| binding.served(before));
    served.find(|served| served.iter().any(chapter)).is_some_and(|served| served.contains(&parent))
}

/// Whether a section is only bound to a part of another chapter, by words that are not its own: a
/// picture, a layer. Its own sections may stand anywhere.
pub(super) fn is_aside(binding: &Binding, section: usize) -> bool {
    let hits = &binding.hits[section];
    !hits.is_empty()
        && hits.iter().all(|hit| !hit.how.is_title() && !binding.is_among_chapters(hit.node))
}

/// Whether a heading stands below one that describes a part of the system, as far as is known now.
pub(super) fn is_in_part(binding: &Binding, node: usize) -> bool {
    let template = &binding.template;
    let repeats = |section: usize| {
        template.children(Some(section)).any(|child| template.sections[child].repeat.is_some())
    };
    binding.tree.ancestors(node).any(|above| {
        binding.served(above).iter().any(|&section| !template.is_title(section) && repeats(section))
            || names_part(&binding.tree.nodes[above].text)
    })
}

/// Whether a part of the introduction stands in the first chapter, whatever that is called: "Purpose" below "Overview".
/// Headings without a number may stand before chapter 1: "Version", "Approval".
pub(super) fn opens_the_document(binding: &Binding, node: usize, section: usize) -> bool {
    let above = binding.template.sections[section].parent;
    let introduces =
        |above: usize| binding.template.sections[above].concepts.contains(&Concept::Introduction);
    let is_own = |&other: &usize| !binding.is_above_all(other);
    let chapter = binding.tree.ancestors(node).filter(is_own).last();
    let first = (0..binding.tree.nodes.len()).find(is_own);
    let is_first = |chapter: usize| {
        Some(chapter) == first || number(&binding.tree.nodes[chapter].text) == Some(1)
    };
    above.is_some_and(introduces) && chapter.is_some_and(is_first)
}

/// Whether a heading stands below one of several chapters, be it a mere wrapper.
fn is_nested(binding: &Binding, node: usize) -> bool {
    let title =
        |above: usize| binding.served(above).iter().any(|&one| binding.template.is_title(one));
    binding.tree.ancestors(node).any(|above| !title(above) && !holds_all(binding, above))
}

/// Whether all other headings stand below one.
fn holds_all(binding: &Binding, node: usize) -> bool {
    let nodes = &binding.tree.nodes;
    let is_first = || nodes[..node].iter().all(|before| before.kind != NodeKind::Heading);
    nodes[node].parent.is_none() && nodes[node].subtree == nodes.len() && is_first()
}

/// Whether a heading is that of the whole document, whatever section it serves as well.
fn is_title(binding: &Binding, node: usize) -> bool {
    binding.tree.nodes[node].level == 1 && holds_all(binding, node)
}

/// Whether a heading is one of the document's chapters, below nothing but its title.
pub(super) fn is_chapter(binding: &Binding, node: usize) -> bool {
    binding.is_among_chapters(node) && !is_nested(binding, node)
}

/// Whether a section describes the whole system, so that any other may be a part of it.
pub(super) fn is_general(binding: &Binding, section: usize) -> bool {
    let concepts = &binding.template.sections[section].concepts;
    concepts.iter().any(|concept| ON_THE_WHOLE.contains(concept))
}

/// Whether several headings beside each other are sections of one that has no heading, or has it right
/// beside them: "Purpose" and "Scope" below "Module overview", or after "Introduction".
fn is_gathered(binding: &Binding, node: usize, parent: Option<usize>) -> bool {
    let nodes = &binding.tree.nodes;
    let above = nodes[node].parent;
    parent.is_some_and(|parent| {
        let beside = binding.hits[parent].iter().all(|hit| nodes[hit.node].parent == above);
        beside && binding.layout.gathered.contains(&(above, parent))
    })
}

/// Whether a node is a bold line below a heading that serves nothing: a part of what the author says there.
pub(super) fn is_line_of_part(binding: &Binding, node: usize) -> bool {
    binding.tree.nodes[node].kind == NodeKind::Bold
        && !binding.is_bold_chapter(node)
        && binding.tree.nodes[node].parent.is_some()
        && !is_direct(binding, node)
}

/// Whether the heading right above it serves a section.
pub(super) fn is_direct(binding: &Binding, node: usize) -> bool {
    binding.tree.nodes[node].parent.is_some_and(|above| !binding.served(above).is_empty())
}

/// Whether a heading begins with a word of the one above it.
pub(super) fn repeats_subject(binding: &Binding, node: usize) -> bool {
    let nodes = &binding.tree.nodes;
    let first = nodes[node].keys.first().and_then(|key| key.stem.split(' ').next());
    let above = nodes[node].parent.and_then(|above| nodes[above].keys.first());
    above.is_some_and(|above| above.stem.split(' ').any(|word| Some(word) == first))
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, bound_text, served};

    #[test]
    fn chapters_below_a_subtitle_are_chapters() {
        let headings = [
            "## The yard of the north",
            "### 1. Introduction",
            "### 2. Purpose",
            "### 3. Scope",
            "### 4. Layers",
        ];
        let binding = bound("formal", &headings);
        assert_eq!(served(&binding, "1. Introduction"), ["introduction"]);
        assert_eq!(served(&binding, "2. Purpose"), ["introduction.purpose"]);
        assert_eq!(served(&binding, "3. Scope"), ["introduction.scope"]);
    }

    #[test]
    fn chapter_one_opens_the_document_behind_headings_of_its_own() {
        let headings = ["## Version", "## 1. Architecture Overview", "### 1.1 Purpose"];
        let binding = bound("formal", &headings);
        assert_eq!(served(&binding, "1.1 Purpose"), ["introduction.purpose"]);
        let later = ["## Version", "## 2. Architecture Overview", "### 2.1 Purpose"];
        assert!(served(&bound("formal", &later), "2.1 Purpose").is_empty());
    }

    #[test]
    fn a_title_that_is_called_an_overview_leaves_its_chapters_free() {
        let text = "# Architecture overview\n\n## Data flow: one cycle\n\nA.\n\n## Halls\n\nB.\n";
        let binding = bound_text("standard", text);
        assert_eq!(served(&binding, "Data flow: one cycle"), ["data.flow"]);
    }

    #[test]
    fn a_chapter_of_the_authors_own_is_no_subtitle() {
        let headings = ["## The yard", "### Metrics", "## The hall"];
        assert!(served(&bound("handbook", &headings), "Metrics").is_empty());
    }
}
