//! Judges each section of a bound chapter, from the innermost out.

use std::sync::Arc;

use crate::document::bind::Binding;
use crate::document::bind::node::{NodeKind, Part};
use crate::template::fill;
use crate::template::key::Key;

use super::heading::{is_caption, is_template, names_a_template, states};
use super::holds::{holds_next, repeats_last};
use super::tally::Tally;
use super::template_text::TemplateText;
use super::unit::units;
use super::{Assessment, Leftover, LeftoverKind, State, has_bracket_words, marks};

/// Judges sections of one bound chapter.
#[derive(Debug)]
pub struct Judge<'b> {
    binding: &'b Binding,
    texts: Arc<[TemplateText]>,
    params: &'b [(String, String)],
    /// The document calls itself a template.
    drafted: bool,
    /// What the template wants kept counts as written; not in a copy of it that nobody has begun.
    keeps: bool,
    /// For each node that serves a section: how far its first one is by its own text.
    own: Vec<Option<Assessment>>,
    /// The same with what is nested in it.
    known: Vec<Option<Assessment>>,
    /// For each node: how far the sections nested in it are, together.
    below: Vec<Option<State>>,
}

impl<'b> Judge<'b> {
    /// `params` are the values that the directive handed to the template, `texts` the template's
    /// own words with them.
    pub fn new(
        binding: &'b Binding,
        texts: Arc<[TemplateText]>,
        params: &'b [(String, String)],
    ) -> Self {
        let nodes = &binding.tree.nodes;
        let title = binding.first(0).filter(|_| binding.template.is_title(0));
        let drafted = title.is_some_and(|hit| is_template(&nodes[hit.node].text));
        let (own, known, below) = (Vec::new(), vec![None; nodes.len()], vec![None; nodes.len()]);
        let mut judge = Self { binding, texts, params, drafted, keeps: false, own, known, below };
        let first = |node: usize| binding.served(node).first();
        let own = (0..nodes.len()).map(|node| Some(judge.by_text(*first(node)?, node)));
        judge.own = own.collect();
        judge.settle();
        if binding.template.sections.iter().any(|section| section.keep) && judge.is_begun() {
            judge.keeps = true;
            judge.below.fill(None);
            judge.settle();
        }
        judge
    }

    /// What is nested comes after what it is nested in, so each node is judged once, from the end.
    fn settle(&mut self) {
        for node in (0..self.known.len()).rev() {
            let first = self.binding.served(node).first();
            self.known[node] = first.map(|&section| self.judged(section, node));
            let own = self.known[node].as_ref().map(|known| known.state);
            if let Some(above) = self.binding.tree.nodes[node].parent {
                let nested = together(own, self.below[node]);
                self.below[above] = together(self.below[above], nested);
            }
        }
    }

    /// Whether any section but the title has something of the author's.
    pub(crate) fn is_begun(&self) -> bool {
        let begun = |section: usize, node: usize| {
            !matches!(self.assess(section, node).state, State::Empty | State::Untouched)
        };
        let sections = self.binding.hits.iter().enumerate();
        let mut sections =
            sections.filter(|&(section, _)| !self.binding.template.is_title(section));
        sections.any(|(section, hits)| hits.iter().any(|hit| begun(section, hit.node)))
    }

    /// How far the section is that this node serves.
    pub(crate) fn assess(&self, section: usize, node: usize) -> Assessment {
        match &self.known[node] {
            Some(known) if self.binding.served(node).first() == Some(&section) => known.clone(),
            _ => self.judged(section, node),
        }
    }

    /// The same, once all that is nested in the node is known.
    fn judged(&self, section: usize, node: usize) -> Assessment {
        let is_title = self.binding.template.is_title(section);
        if self.keeps && !is_title && self.binding.template.sections[section].keep {
            return Assessment { state: State::Written, leftovers: Vec::new(), bare: false };
        }
        let is_first = self.binding.served(node).first() == Some(&section);
        let own = self.own[node].as_ref().filter(|_| is_first).cloned();
        let mut assessment = own.unwrap_or_else(|| self.by_text(section, node));
        if is_title {
            return assessment;
        }
        assessment.state = match (assessment.state, self.below[node]) {
            (State::Empty, None) if holds_next(self.binding, node) => State::Written,
            (State::Empty | State::Untouched, Some(below)) => below,
            (State::Partial, Some(State::Written)) if assessment.leftovers.is_empty() => {
                State::Written
            }
            (own, _) => own,
        };
        assessment
    }

    /// How far a section is by the text of its heading alone.
    fn by_text(&self, section: usize, node: usize) -> Assessment {
        if self.binding.template.is_title(section) {
            return self.title(node);
        }
        let mut tally = Tally::new(self.drafted);
        self.count(section, node, &mut tally);
        tally.assessment()
    }

    /// The document's own heading: open as long as it is the template's placeholder.
    fn title(&self, node: usize) -> Assessment {
        let heading = &self.binding.tree.nodes[node].text;
        let section = &self.binding.template.sections[0];
        let filled = fill(&section.heading, self.params);
        let open = has_bracket_words(heading)
            || marks::variable(heading).is_some()
            || names_a_template(heading)
            || (filled.contains('[') && Key::new(&filled) == Key::new(heading));
        let mut tally = Tally::default();
        self.parts(&self.texts[0], &self.binding.tree.nodes[node].body, &[], false, &mut tally);
        let state = if open { State::Untouched } else { State::Written };
        Assessment { state, leftovers: tally.leftovers, bare: false }
    }

    /// What is left open in text that no section owns, in order.
    pub fn unowned(&self) -> Vec<Leftover> {
        let (binding, tree) = (self.binding, &self.binding.tree);
        let none = TemplateText::default();
        let mut tally = Tally::default();
        self.parts(&none, &tree.preamble, &[], false, &mut tally);
        let owned = |node: usize| !binding.served(node).is_empty();
        let within = |&section: &usize| !binding.template.is_title(section);
        for (index, node) in tree.nodes.iter().enumerate() {
            let above = tree.ancestors(index).any(|above| binding.served(above).iter().any(within));
            if node.kind == NodeKind::Heading && !owned(index) && !above {
                self.parts(&none, &node.body, &node.keys, false, &mut tally);
            }
        }
        tally.leftovers
    }

    /// Counts the text of a node and of all headings below it that serve no section themselves.
    fn count(&self, section: usize, node: usize, tally: &mut Tally) {
        let tree = &self.binding.tree;
        let text = &self.texts[section];
        let empty = !self.own_text(text, node, tally);
        if empty && tree.nodes[node].kind == NodeKind::Bold {
            self.count_bold(text, node, tally);
        } else if empty && states(&tree.nodes[node].text) {
            tally.says();
        }
        let mut child = node + 1;
        while child < tree.nodes[node].subtree {
            let below = &tree.nodes[child];
            if below.kind == NodeKind::Heading && !self.binding.served(child).is_empty() {
                child = below.subtree;
                continue;
            }
            if below.kind == NodeKind::Heading {
                self.count_part(text, child, tally);
            }
            child += 1;
        }
    }

    /// Counts the own text of a sub-heading; an empty leaf is reported itself.
    fn count_part(&self, text: &TemplateText, node: usize, tally: &mut Tally) {
        let tree = &self.binding.tree;
        let heading = &tree.nodes[node];
        let mut part = Tally::new(self.drafted);
        let empty = !self.own_text(text, node, &mut part);
        let told = part.is_open() && part.leftovers.is_empty();
        let leaf = tree.child_headings(node).next().is_none();
        let meant = || holds_next(self.binding, node) || repeats_last(tree, node);
        if leaf && (empty || told) && !is_caption(tree, node) && !meant() {
            let title = heading.text.clone();
            let kind = if empty { LeftoverKind::Heading(title) } else { LeftoverKind::Part(title) };
            part.leftovers.push(Leftover { place: tree.place(node), kind });
        }
        tally.absorb(part);
    }

    /// Counts the text right below a heading; false where there is nothing.
    fn own_text(&self, text: &TemplateText, node: usize, tally: &mut Tally) -> bool {
        let tree = &self.binding.tree;
        let alone = tree.child_headings(node).next().is_none();
        self.parts(text, &tree.nodes[node].body, &tree.nodes[node].keys, alone, tally)
    }

    /// A bold line right above others stands over them.
    fn count_bold(&self, text: &TemplateText, node: usize, tally: &mut Tally) {
        let nodes = &self.binding.tree.nodes;
        let bold = nodes.iter().enumerate().skip(node + 1);
        let below = bold.take_while(|(index, below)| {
            below.kind == NodeKind::Bold && self.binding.served(*index).is_empty()
        });
        for (_, below) in below {
            self.parts(text, &below.body, &below.keys, false, tally);
        }
    }

    /// Counts some blocks; false where there is nothing.
    fn parts(
        &self,
        text: &TemplateText,
        parts: &[Part],
        heading: &[Key],
        alone: bool,
        tally: &mut Tally,
    ) -> bool {
        let units = units(&self.binding.tree, parts);
        tally.body(&units, text, heading, alone);
        units.iter().any(|unit| !unit.is_structure())
    }
}

/// The state that sub-sections give a heading without text of its own.
fn together(one: Option<State>, other: Option<State>) -> Option<State> {
    let answered = one.into_iter().chain(other).any(State::is_answered);
    if answered { Some(State::Written) } else { one.max(other) }
}
