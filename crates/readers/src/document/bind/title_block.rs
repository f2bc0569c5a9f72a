//! The lines of a document's title that are headings too: a second line of it, "Version 1.0".

use text::markdown::block::{Block, BlockKind};
use words::{Label, Vocabulary};

use super::index::Candidate;
use super::node::{Node, NodeKind};
use super::numbered::number;
use super::outline::Outline;
use super::reason::Match;

impl Outline<'_> {
    /// The headings at the top that stand over no text and are no chapters, before the first that does: a second
    /// line of the title, "Version 1.0". A chapter that is still empty has a number or a section's words.
    pub(super) fn title_block(&self) -> Vec<usize> {
        let nodes = &self.tree.nodes;
        let is_text = |block: &Block| !matches!(block.kind, BlockKind::Rule);
        let has_text = |node: &Node| self.tree.blocks(&node.body).any(|(_, block)| is_text(block));
        let begun = nodes.iter().position(has_text).unwrap_or(0);
        let closed = |&node: &usize| {
            nodes[node].subtree <= begun
                && nodes[node].kind == NodeKind::Heading
                && number(&nodes[node].text).is_none()
        };
        let lines: Vec<usize> = (0..begun).filter(closed).collect();
        let states = lines.iter().any(|&node| states_something(&nodes[node].text));
        let is_line = |&node: &usize| {
            let words = |c: &Candidate| !self.template.is_title(c.section);
            let mut named = self.candidates[node].iter().filter(|c| words(c));
            // Beside "Version: 1.0" only a section's own words make a chapter.
            self.is_alone_on_top(node)
                || named.all(|c| if states { !c.how.names_it() } else { c.how > Match::Contained })
        };
        lines.into_iter().filter(is_line).collect()
    }

    /// The last line of the title, below which all chapters stand: "Ferry board" behind "System architecture document".
    pub(super) fn last_line(&self, block: &[usize]) -> Option<usize> {
        let nodes = &self.tree.nodes;
        let last = block.last()? + 1;
        let line = nodes.get(last)?;
        let holds_all = line.kind == NodeKind::Heading
            && line.level == nodes[block[0]].level
            && line.subtree == nodes.len();
        (holds_all && self.candidates[last].is_empty()).then_some(last)
    }

    /// Whether a node is the first heading, and none of the others of its level is called as a chapter is.
    fn is_alone_on_top(&self, node: usize) -> bool {
        let nodes = &self.tree.nodes;
        let mut tops = (1..nodes.len()).filter(|&other| nodes[other].level == 1);
        node == 0
            && nodes[node].level == 1
            && tops.all(|other| self.chapters(other).next().is_none())
    }
}

/// `Version: 1.0`: a label of a document and its value.
fn states_something(heading: &str) -> bool {
    let label = heading.split_once(':').map(|(label, _)| label);
    label.is_some_and(|label| Vocabulary::known().whole::<Label>(label).is_some())
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound_text, served};

    #[test]
    fn lines_of_the_title_are_no_chapters() {
        let text = "# High-Level Design\n\n# Ferry board\n\n## Deployment & Rollout Strategy\n\n\
                    ### Version: 1.0\n\n---\n\n## Technology Stack\n\n## Roadmap\n\nText.\n";
        let binding = bound_text("handbook", text);
        assert_eq!(served(&binding, "High-Level Design"), ["doc-title"]);
        assert!(served(&binding, "Deployment & Rollout Strategy").is_empty());
        assert!(served(&binding, "Version: 1.0").is_empty());
        assert!(!served(&binding, "Technology Stack").is_empty(), "a chapter that is still empty");
    }

    #[test]
    fn chapters_below_the_last_line_of_the_title_are_chapters() {
        let text = "# System Architecture Document\n\n# Ferry board\n\n**Version:** 1.0\n\n\
                    ## 1. Overview\n\nText.\n\n## 2. Halls\n\nText.\n";
        let binding = bound_text("standard", text);
        assert_eq!(served(&binding, "1. Overview"), ["overview"]);
    }
}
