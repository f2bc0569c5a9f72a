//! Which heading is the document's own, and which one a chapter's.

use crate::template::key::Key;
use words::{Concept, Reference, Vocabulary};

use super::binding::Binding;
use super::concepts::OF_TITLES;
use super::evidence::Evidence;
use super::index::Candidate;
use super::node::{Node, NodeKind};
use super::numbered::number;
use super::outline::{Outline, is_contents};
use super::reason::Match;
use super::technologies::is_list;

impl Outline<'_> {
    /// The document's own heading: its only heading of level 1, or the first when it is no
    /// chapter's. A sole heading that a section is called by is that section, unless the chapters
    /// of the document stand below it.
    /// `block` are the lines of the title at the top.
    pub(super) fn title(&self, block: &[usize]) -> Option<usize> {
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
        if block.contains(&first) {
            return Some(first);
        }
        let others = nodes[first + 1..].iter().filter(|node| node.level == 1).count();
        let is_chapter = self.is_named(first)
            && (others > 1
                || self.is_chapters_file(first)
                || !(self.stands_over_chapters(first) || self.stands_over_itself(first)));
        (!is_chapter).then_some(first)
    }

    /// Whether a heading is called as a chapter is in one of the files of a document, and not as a document
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

    /// Whether a heading has the number of one of the template's chapters.
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
            let named = self.candidates[child].iter().filter(|c| c.how.names_it());
            let mut named = named.filter(|c| !self.is_technology(c.section)).peekable();
            named.peek().is_some() && named.all(|c| !own.contains(&c.section) && !inside(c.section))
        });
        others.count() > 1
    }

    /// Whether a section is one of a list of technologies, which are called as anything may be.
    fn is_technology(&self, section: usize) -> bool {
        let above = self.template.sections[section].parent;
        above.is_some_and(|above| is_list(self.template, above))
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

/// Binds the title.
pub(super) fn bind_title(binding: &mut Binding, title: Option<usize>) {
    if let Some(title) = title {
        binding.bind(0, title, Match::DocumentTitle);
    }
}

/// The sole heading of its level is the page's title whatever else it is: a page of one topic is
/// called by it. One of several pages is a chapter.
pub(super) fn bind_sole(binding: &mut Binding, evidence: &Evidence<'_>) {
    if evidence.one_of_several {
        return;
    }
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

/// Whether the document's title is the word for an architecture, be it with the system's name: "Yard architecture",
/// "Arquitectura del patio", "Yard — Architektur". What has it among others is on something else: "Architecture meeting
/// notes", "Test architecture".
pub(super) fn is_on_architecture(binding: &Binding) -> bool {
    let known = Vocabulary::known();
    let about = [Concept::Architecture, Concept::ArchitectureDocumentation];
    let is = |text: &str| about.into_iter().any(|one| known.is(one, text));
    let says = |key: &Key| {
        let text = key.written.as_str();
        let leads_on = |text: &str| text.split(' ').any(|word| known.is(Reference::For, word));
        let last =
            || text.rsplit_once(' ').is_some_and(|(before, last)| is(last) && !leads_on(before));
        let first = || {
            let begun =
                known.at_start::<Concept>(text).filter(|found| about.contains(&found.meaning));
            let rest = begun.map(|found| text[found.len..].trim_start());
            rest.is_some_and(|rest| known.starts(Reference::For, rest).is_some())
        };
        let alone = || key.mentioned().iter().all(|one| about.contains(one));
        (is(text) || last() || first()) && alone()
    };
    let title = binding.tree.nodes.first().filter(|first| first.level == 1);
    title.is_some_and(|title| title.keys.iter().chain(&title.conjuncts).any(says))
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound_text, served};

    #[test]
    fn what_stands_over_its_own_chapter_is_the_title() {
        let text = "# System Architecture\n\n## Rails\n\nText.\n\n## System Overview\n\nText.\n";
        let binding = bound_text("formal", text);
        assert_eq!(served(&binding, "System Overview"), ["overview"]);
        assert_eq!(served(&binding, "System Architecture"), ["doc-title"]);
    }

    #[test]
    fn an_empty_first_chapter_is_no_line_of_the_title() {
        let binding = bound_text("arc42", "# Introduction and Goals\n\n# Constraints\n\nText.\n");
        assert_eq!(served(&binding, "Introduction and Goals"), ["arc42.introduction"]);
    }

    #[test]
    fn the_sole_top_heading_is_the_title_whatever_else_it_is() {
        let binding = bound_text("handbook", "# API Specification\n\n## Endpoints\n\nText.\n");
        assert_eq!(served(&binding, "API Specification"), ["api", "doc-title"]);
    }
}
