//! Where a missing section belongs, and which heading to write there.

mod outline;
mod wording;

use crate::document::bind::Binding;
use crate::document::bind::node::NodeKind;
use crate::template::{Need, fill};
use text::source::Place;

use super::{Annotated, BoundDocument};

use outline::Shift;

/// A section without a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Index of the section in the template.
    pub section: usize,
    /// Its words, as Markdown with the parameters' names: `Risks of {{project}}`.
    pub title: String,
    /// Its level, as the author's outline has it.
    pub level: u8,
    /// Where in the author's outline it belongs.
    pub anchor: Anchor,
    /// The byte of the chapter where it goes.
    pub offset: usize,
}

/// Where a missing section belongs, by the nodes of the author's outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// At the top of the chapter.
    Top,
    /// Right after a node's own text, before its first sub-heading.
    Inside(usize),
    /// After a node and all below it.
    After(usize),
}

impl Anchor {
    /// The node that it follows.
    pub const fn node(self) -> Option<usize> {
        match self {
            Self::Top => None,
            Self::Inside(node) | Self::After(node) => Some(node),
        }
    }
}

impl Gap {
    /// The heading's words, with the values of the document's parameters.
    pub fn words(&self, document: &BoundDocument) -> String {
        fill(&self.title, &document.params)
    }

    /// The heading's line, without an id: `### Risk Assessment`.
    pub fn heading(&self, document: &BoundDocument) -> String {
        format!("{} {}", "#".repeat(usize::from(self.level)), self.words(document))
    }
}

/// All gaps of a document in the template's order: sections of any need, and containers none of
/// whose sections is there. A section whose very title stands over a chapter that serves nothing is none:
/// whoever wrote it there need not write it again. Further examples of a repeatable section are never missing.
pub(crate) fn gaps(document: &BoundDocument) -> Vec<Gap> {
    let binding = &document.binding;
    let shift = Shift::of(binding);
    let mut gaps: Vec<Gap> = Vec::new();
    // The last section so far that has a heading, and the last of its headings.
    let mut before = None;
    for (section, asked) in document.template().sections.iter().enumerate() {
        let earlier = before;
        let last = binding.hits[section].iter().map(|hit| hit.node).max();
        before = last.map(|node| (section, node)).or(before);
        let facts = &document.sections[section];
        let answered = facts.elsewhere
            || binding.is_titled(section)
            || (asked.need == Need::Container && binding.reached(section));
        if facts.state != crate::document::written::State::Missing || asked.copy || answered {
            continue;
        }
        // Below a heading that is to be written itself, however shallow the author's outline is.
        let parent = asked.parent.and_then(|parent| {
            let at = gaps.binary_search_by_key(&parent, |gap| gap.section).ok()?;
            Some(&gaps[at])
        });
        let (level, anchor) = match parent {
            // It stands below its heading, wherever that goes.
            Some(parent) if !binding.template.is_title(parent.section) => {
                ((parent.level + 1).min(6), parent.anchor)
            }
            _ => {
                let level = shift.level(binding, section);
                (level, anchor(binding, section, level, earlier))
            }
        };
        let title =
            wording::in_language(asked, document.language).unwrap_or_else(|| asked.heading.clone());
        let title = if shift.numbered { &*title } else { outline::without_number(&title) };
        let title = if shift.signs { title } else { outline::without_sign(title) };
        gaps.push(Gap {
            section,
            title: title.to_owned(),
            level,
            offset: offset(document, anchor),
            anchor,
        });
    }
    gaps.shrink_to_fit();
    gaps
}

/// The place that stands for a gap: the heading after which it belongs, or the directive.
pub fn place(chapter: &Annotated, document: &BoundDocument, gap: &Gap) -> Place {
    let tree = &document.binding.tree;
    // An included heading lies in another file, where nobody would write the section.
    match gap.anchor.node().filter(|&node| tree.nodes[node].document == 0) {
        Some(node) => tree.place(node),
        None => top(chapter, document),
    }
}

/// Where a section belongs; `before` is the last section before it that has a heading, with that heading.
fn anchor(binding: &Binding, section: usize, level: u8, before: Option<(usize, usize)>) -> Anchor {
    match before {
        None => Anchor::Top,
        Some((earlier, node)) if binding.template.is_within(section, earlier) => {
            Anchor::Inside(node)
        }
        Some((_, node)) => Anchor::After(climbed(binding, section, node, level)),
    }
}

/// Up from the predecessor's heading to the one whose end is the section's place: as far as no
/// heading of a section above the missing one is left behind.
fn climbed(binding: &Binding, section: usize, node: usize, level: u8) -> usize {
    let template = &binding.template;
    let holds = |node: usize| {
        binding
            .served(node)
            .iter()
            .any(|&above| template.is_title(above) || template.is_within(section, above))
    };
    let nodes = &binding.tree.nodes;
    let is_heading = |&node: &usize| nodes[node].kind == NodeKind::Heading;
    // A heading behind a bold line would take what follows from the section that both are in.
    let mut top = if is_heading(&node) {
        node
    } else {
        binding.tree.ancestors(node).find(is_heading).unwrap_or(node)
    };
    for above in binding.tree.ancestors(top) {
        // A wrapper around several chapters holds the new one too; a chapter of the author's own,
        // no higher than the new one, must not be split by it.
        let wraps = binding.served(above).is_empty() && nodes[above].level < level;
        if holds(above) || wraps {
            break;
        }
        top = above;
    }
    top
}

fn offset(document: &BoundDocument, anchor: Anchor) -> usize {
    let tree = &document.binding.tree;
    let headings = || tree.nodes.iter().filter(|node| node.kind == NodeKind::Heading);
    match anchor {
        Anchor::Inside(node) => {
            let below = tree.child_headings(node).next();
            below.map_or(tree.nodes[node].end, |child| tree.nodes[child].anchor)
        }
        Anchor::After(node) => tree.nodes[node].end,
        Anchor::Top => match headings().next() {
            Some(first) => first.anchor,
            None => document.directive.as_ref().map_or_else(
                || tree.chapter().source.text().len(),
                |directive| directive.span.start,
            ),
        },
    }
}

/// Where a finding about a whole document points: its directive, or the top of its chapter.
pub fn top(chapter: &Annotated, document: &BoundDocument) -> Place {
    let source = &chapter.document.source;
    match &document.directive {
        Some(directive) => Place::new(source, directive.span),
        None => Place::new(source, source.line_span(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;
    use crate::template::catalogue::Catalogue;
    use crate::testing::{book, with_bound};
    use words::Language;

    /// Each gap as its heading and the text that it follows.
    fn gaps_in(template: &str, text: &str) -> Vec<(String, String)> {
        let after = |gap: &Gap| {
            let before = text[..gap.offset].trim_end();
            before.lines().next_back().unwrap_or_default().to_owned()
        };
        with_bound(text, |document| {
            assert_eq!(document.template().name, template);
            document.gaps.iter().map(|gap| (gap.heading(document), after(gap))).collect()
        })
    }

    fn follows<'g>(gaps: &'g [(String, String)], heading: &str) -> &'g str {
        let found = gaps.iter().find(|(gap, _)| gap == heading);
        &found.unwrap_or_else(|| panic!("{heading} is no gap: {gaps:#?}")).1
    }

    #[test]
    fn a_chapter_goes_after_the_whole_chapter_before_it() {
        let gaps = gaps_in(
            "formal",
            "# Atlas\n\n## 1. Introduction\n\n### 1.1 Purpose\n\nWhy.\n\n#### Details\n\nMore.\n\n\
             ## 10. Glossary\n\nWords.\n\n<<#archdoc template=\"formal\">>\n",
        );
        assert_eq!(follows(&gaps, "### 1.2 Scope"), "More.");
        assert_eq!(follows(&gaps, "## 2. Architectural Overview"), "More.");
        assert_eq!(follows(&gaps, "### 2.1 High-Level Architecture"), "More.");
    }

    #[test]
    fn no_heading_goes_between_the_bold_lines_of_a_section() {
        let gaps = gaps_in(
            "handbook",
            "# Yard\n\n## Data Storage\n\n### PostgreSQL\n\n**Schemas:**\n- halls\n\n**Backups:**\n- daily\n\n\
             ### Redis\n\nCache.\n\n<<#archdoc template=\"handbook\">>\n",
        );
        assert!(gaps.iter().all(|(_, before)| before != "- halls"), "{gaps:#?}");
        let services = gaps.iter().find(|(heading, _)| heading.contains("Service 1"));
        let services = services.map(|(_, before)| before.as_str());
        assert_eq!(services, Some(follows(&gaps, "## Integration Architecture")));
    }

    #[test]
    fn letters_tell_a_language_from_its_neighbours_in_all_files() {
        let text = |headings: &str| {
            format!(
                "# Yard\n\n{headings}\n\nText.\n\n<<#archdoc template=\"standard\" doc=\"d\">>\n"
            )
        };
        let texts = ["## Komponenty", "## Przepływ danych (Dataflow)"].map(text);
        let book = book(&[("a.md", &texts[0]), ("b.md", &texts[1])]);
        let read = crate::document::read(&book, &Settings::default(), &Catalogue::default());
        let spoken = read.iter().map(|one| one.bound.as_ref().and_then(|one| one.language));
        assert!(spoken.into_iter().all(|one| one == Language::from_tag("pl")));
    }

    #[test]
    fn numbers_and_signs_are_written_where_the_author_has_them() {
        let gaps = gaps_in(
            "formal",
            "# Atlas\n\n## 1. Scope of all\n\n## 2. Security Architecture\n\nA.\n\n## 3. Glossary\n\nB.\n\n\
             <<#archdoc template=\"formal\">>\n",
        );
        assert!(gaps.iter().any(|(heading, _)| heading == "## Integration Points"), "{gaps:#?}");
        let signs = |text: &str| {
            let text = format!("# Atlas\n\n{text}\n\n<<#archdoc template=\"handbook\">>\n");
            let gaps = gaps_in("handbook", &text);
            let found = gaps.into_iter().map(|gap| gap.0).find(|gap| gap.contains("Executive"));
            found.expect("the summary is missing")
        };
        assert_eq!(signs("## Security Architecture\n\nA."), "## Executive Summary");
        assert_eq!(signs("## 🔐 Security Architecture\n\nA."), "## 📋 Executive Summary");
    }

    #[test]
    fn a_first_child_goes_before_its_siblings() {
        let gaps = gaps_in(
            "formal",
            "## Introduction\n\nIntro.\n\n### Scope\n\nAll.\n\n<<#archdoc template=\"formal\">>\n",
        );
        assert_eq!(follows(&gaps, "### Purpose"), "Intro.");
    }

    #[test]
    fn a_shifted_outline_stays_shifted() {
        let gaps = gaps_in(
            "arc42",
            "# Introduction and Goals\n\nA\n\n# Constraints\n\nB\n\n# Glossary\n\nC\n\n\
             <<#archdoc template=\"arc42\">>\n",
        );
        assert_eq!(follows(&gaps, "# Context and Scope"), "B");
    }

    #[test]
    fn a_section_goes_on_the_level_of_those_beside_it_also_below_a_title_on_that_level() {
        let text = |marks: &str| {
            let chapters = ["Introduction and Goals", "Constraints", "Glossary"];
            let chapters = chapters.map(|one| format!("{marks} {one}\n\nText.\n\n")).concat();
            format!("# Atlas Architecture\n\n{chapters}<<#archdoc template=\"arc42\">>\n")
        };
        for marks in ["#", "##", "###"] {
            let gaps = gaps_in("arc42", &text(marks));
            assert!(
                gaps.iter().any(|(gap, _)| *gap == format!("{marks} Context and Scope")),
                "{gaps:#?}"
            );
        }
        let gaps = gaps_in(
            "formal",
            "# Atlas\n\n# Introduction\n\nWhy.\n\n#### Scope\n\nAll.\n\n# Glossary\n\nB.\n\n<<#archdoc template=\"formal\">>\n",
        );
        assert!(gaps.iter().any(|(gap, _)| gap == "#### Purpose"), "{gaps:#?}");
        assert!(gaps.iter().any(|(gap, _)| gap == "# Integration Points"), "{gaps:#?}");
    }

    #[test]
    fn a_fresh_chapter_is_filled_where_its_directive_stands() {
        let gaps = gaps_in("arc42", "Before.\n\n<<#archdoc template=\"arc42\">>\n\nAfter.\n");
        assert!(gaps.iter().all(|(_, before)| before == "Before."), "{gaps:#?}");
    }
}
