//! Which heading is the document's own, and which one a chapter's.

use text::markdown::block::{Block, BlockKind};
use words::{Concept, Label, Vocabulary};

use super::Binding;
use super::Match;
use super::index::Candidate;
use super::node::{Node, NodeKind};
use super::numbered::number;
use super::outline::{Outline, is_contents};

impl Outline<'_> {
    /// The document's own heading: its only heading of level 1, or the first when it is no
    /// chapter's. A sole heading that a section is called by is that section, unless the chapters
    /// of the document stand below it.
    pub(super) fn title(&self) -> Option<usize> {
        if self.template.sections.is_empty() || !self.template.is_title(0) {
            return None;
        }
        let nodes = &self.tree.nodes;
        let first = nodes.iter().position(|node| node.kind == NodeKind::Heading)?;
        if nodes[first].level > 1 || is_contents(&nodes[first]) {
            return None;
        }
        if self.one_of_several && self.has_chapters_number(first) {
            return None;
        }
        if self.title_block().contains(&first) {
            return Some(first);
        }
        let others = nodes[first + 1..].iter().filter(|node| node.level == 1).count();
        let is_chapter = self.is_named(first)
            && (others > 1
                || self.is_chapters_file(first)
                || !(self.stands_over_chapters(first) || self.stands_over_itself(first)));
        (!is_chapter).then_some(first)
    }

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

    /// Whether it is the first heading, and none of the others of its level is called as a chapter is.
    fn is_alone_on_top(&self, node: usize) -> bool {
        let nodes = &self.tree.nodes;
        let mut tops = (1..nodes.len()).filter(|&other| nodes[other].level == 1);
        node == 0
            && nodes[node].level == 1
            && tops.all(|other| self.chapters(other).next().is_none())
    }

    /// Whether it is called as a chapter is in one of the files of a document, and not as a document
    /// may be.
    fn is_chapters_file(&self, node: usize) -> bool {
        let chapter = |c: &Candidate| {
            let concept = self.template.sections[c.section].concepts.first();
            self.is_chapter(c.section)
                && c.how.is_title()
                && c.telling
                && !concept.is_some_and(|concept| OF_TITLES.contains(concept))
        };
        self.one_of_several && self.candidates[node].iter().any(chapter)
    }

    /// Whether it has the number of one of the template's chapters.
    fn has_chapters_number(&self, node: usize) -> bool {
        let chapters =
            (0..self.template.sections.len()).filter(|&section| self.is_chapter(section));
        let mut numbers = chapters.map(|section| number(&self.template.sections[section].heading));
        let own = number(&self.tree.nodes[node].text);
        own.is_some() && numbers.any(|number| number == own)
    }

    /// Whether a section is called so, and the document itself is not. Where each chapter has its
    /// file, a part of the words suffices, "Ferry: Deployment view", but for those that a document's
    /// title has as well: "Architecture of the ferries".
    pub(super) fn is_named(&self, node: usize) -> bool {
        let counts = |c: &&Candidate| {
            let concept = self.template.sections[c.section].concepts.first();
            let general = || concept.is_some_and(|concept| OF_TITLES.contains(concept));
            c.how.names_it() || self.one_of_several && !general()
        };
        let named = || self.candidates[node].iter().filter(counts);
        let document = named().any(|c| self.template.is_title(c.section) && c.how.names_it());
        named().any(|c| !self.template.is_title(c.section)) && !document
    }

    /// Whether the headings below are chapters of the document and not parts of this one.
    fn stands_over_chapters(&self, node: usize) -> bool {
        let own: Vec<usize> = self.candidates[node].iter().map(|c| c.section).collect();
        let below: Vec<usize> = self.tree.child_headings(node).collect();
        let others = below.iter().filter(|&&child| {
            let inside = |section| own.iter().any(|&own| self.template.is_within(section, own));
            let mut named = self.candidates[child].iter().filter(|c| c.how.names_it()).peekable();
            named.peek().is_some() && named.all(|c| !own.contains(&c.section) && !inside(c.section))
        });
        others.count() > 1
    }

    /// Whether a heading right below is called as the chapter that this one may be: "System overview" below
    /// "System architecture design".
    fn stands_over_itself(&self, node: usize) -> bool {
        let own: Vec<usize> =
            self.chapters(node).filter(|&section| !self.template.is_title(section)).collect();
        let called = |child: usize| self.chapters(child).any(|section| own.contains(&section));
        !self.one_of_several && self.tree.child_headings(node).any(called)
    }
}

/// `Version: 1.0`: a label of a document and its value.
fn states_something(heading: &str) -> bool {
    let label = heading.split_once(':').map(|(label, _)| label);
    label.is_some_and(|label| Vocabulary::known().whole::<Label>(label).is_some())
}

/// What the title of a document is about as well.
const OF_TITLES: [Concept; 4] =
    [Concept::Architecture, Concept::Overview, Concept::Summary, Concept::Introduction];

/// Binds the title.
pub(super) fn bind_title(binding: &mut Binding, title: Option<usize>) {
    if let Some(title) = title {
        binding.bind(0, title, Match::DocumentTitle);
    }
}

/// The sole heading of its level is the page's title whatever else it is: a page of one topic is
/// called by it.
pub(super) fn bind_sole(binding: &mut Binding) {
    let headings = |node: &Node| node.kind == NodeKind::Heading;
    let nodes = &binding.tree.nodes;
    let mut tops = (0..nodes.len()).filter(|&at| nodes[at].level == 1 && headings(&nodes[at]));
    let (first, second) = (tops.next(), tops.next());
    let leads = |&top: &usize| nodes.iter().position(headings) == Some(top);
    let untitled = binding.template.is_title(0) && binding.hits[0].is_empty();
    if let Some(top) = first.filter(leads).filter(|_| untitled && second.is_none())
        && !is_contents(&nodes[top])
    {
        binding.bind(0, top, Match::DocumentTitle);
    }
}

#[cfg(test)]
mod tests {
    use crate::document::bind::node::Tree;
    use crate::document::bind::testing::served;
    use crate::document::bind::{Binding, Index};

    #[test]
    fn what_stands_over_its_own_chapter_is_the_title() {
        let text = "# System Architecture\n\n## Rails\n\nText.\n\n## System Overview\n\nText.\n";
        let template = crate::template::builtin::find("formal").expect("a template");
        let document = text::markdown::Document::parse(&text::source::Source::new("a.md", text));
        let nowhere = &mut crate::include::Includes::none(std::path::Path::new("/nowhere"));
        let tree = Tree::new(std::sync::Arc::new(document), nowhere);
        let index = &Index::of(&template);
        let binding = Binding::new(std::sync::Arc::clone(&template), index, tree, false);
        assert_eq!(served(&binding, "System Overview"), ["overview"]);
        assert_eq!(served(&binding, "System Architecture"), ["doc-title"]);
    }

    #[test]
    fn lines_of_the_title_are_no_chapters() {
        let text = "# High-Level Design\n\n# Ferry board\n\n## Deployment & Rollout Strategy\n\n\
                    ### Version: 1.0\n\n---\n\n## Technology Stack\n\n## Roadmap\n\nText.\n";
        let template = crate::template::builtin::find("handbook").expect("a template");
        let document = text::markdown::Document::parse(&text::source::Source::new("a.md", text));
        let nowhere = &mut crate::include::Includes::none(std::path::Path::new("/nowhere"));
        let tree = Tree::new(std::sync::Arc::new(document), nowhere);
        let index = &Index::of(&template);
        let binding = Binding::new(std::sync::Arc::clone(&template), index, tree, false);
        assert_eq!(served(&binding, "High-Level Design"), ["doc-title"]);
        assert!(served(&binding, "Deployment & Rollout Strategy").is_empty());
        assert!(served(&binding, "Version: 1.0").is_empty());
        assert!(!served(&binding, "Technology Stack").is_empty(), "a chapter that is still empty");
    }

    #[test]
    fn an_empty_first_chapter_is_no_line_of_the_title() {
        let text = "# Introduction and Goals\n\n# Constraints\n\nText.\n";
        let template = crate::template::builtin::find("arc42").expect("a template");
        let document = text::markdown::Document::parse(&text::source::Source::new("a.md", text));
        let nowhere = &mut crate::include::Includes::none(std::path::Path::new("/nowhere"));
        let tree = Tree::new(std::sync::Arc::new(document), nowhere);
        let index = &Index::of(&template);
        let binding = Binding::new(std::sync::Arc::clone(&template), index, tree, false);
        assert_eq!(served(&binding, "Introduction and Goals"), ["arc42.introduction"]);
    }

    #[test]
    fn the_sole_top_heading_is_the_title_whatever_else_it_is() {
        let template = crate::template::builtin::find("handbook").expect("a template");
        let text = "# API Specification\n\n## Endpoints\n\nText.\n";
        let document = text::markdown::Document::parse(&text::source::Source::new("a.md", text));
        let nowhere = &mut crate::include::Includes::none(std::path::Path::new("/nowhere"));
        let tree = Tree::new(std::sync::Arc::new(document), nowhere);
        let index = &Index::of(&template);
        let binding = Binding::new(std::sync::Arc::clone(&template), index, tree, false);
        assert_eq!(served(&binding, "API Specification"), ["api", "doc-title"]);
    }
}
