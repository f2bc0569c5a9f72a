//! Which sections a heading may serve by its words, and why.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use crate::template::Template;
use crate::template::builtin::Derived;
use crate::template::key::Key;
use words::{Concept, Language, Meaning};

use super::node::{Node, NodeKind, Tree};
use super::reason::Match;
use super::said::Said;
use super::wordings::Wordings;

/// A heading and a section that it may serve.
#[expect(clippy::struct_excessive_bools, reason = "each is a reason of its own")]
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) node: usize,
    pub(super) section: usize,
    pub(super) how: Match,
    /// The words that name it are several, or one as long: "Data flow", and not "Tools".
    pub(super) telling: bool,
    /// The words that name it are one of the subjects that the heading joins.
    pub(super) joined: bool,
    /// The heading joins it with another part of the same section, or with that: "Metrics and
    /// Logging", "Authentication and security".
    pub(super) beside_sibling: bool,
    /// The heading joins it with a part of it and nothing else: "Monitoring & Metrics" is all of the monitoring.
    pub(super) whole: bool,
}

impl Candidate {
    pub(super) fn new(node: usize, section: usize, how: Match) -> Self {
        Self {
            node,
            section,
            how,
            telling: false,
            joined: false,
            beside_sibling: false,
            whole: false,
        }
    }
}

/// The candidates of one node; `all` are sorted by it.
pub(super) fn candidates_of(all: &[Candidate], node: usize) -> &[Candidate] {
    let from = all.partition_point(|other| other.node < node);
    let to = all.partition_point(|other| other.node <= node);
    &all[from..to]
}

/// Chapters have headings of this level or one above it.
const CHAPTER: u8 = 2;

/// The candidates of one node, each section once.
pub(super) struct Found {
    pub(super) node: usize,
    pub(super) candidates: Vec<Candidate>,
}

impl Found {
    pub(super) fn add(&mut self, section: usize, how: Match, telling: bool) {
        self.join(Candidate { telling, ..Candidate::new(self.node, section, how) });
    }

    pub(super) fn join(&mut self, new: Candidate) {
        let known = self.candidates.iter_mut().find(|known| known.section == new.section);
        if let Some(known) = known {
            known.how = known.how.min(new.how);
            known.telling |= new.telling;
            known.joined |= new.joined;
        } else {
            self.candidates.push(new);
        }
    }
}

/// A template's words, for looking headings up; made once for all chapters of the template.
#[derive(Debug)]
pub struct Index {
    /// Whose words they are.
    pub(crate) template: Arc<Template>,
    exact: HashMap<String, Vec<(usize, Match)>>,
    pub(super) stem: HashMap<String, Vec<usize>>,
    ids: HashMap<String, usize>,
    /// For each concept, the sections that stand for it.
    concepts: Vec<Vec<(usize, Match)>>,
    /// The wordings in each language, to look for typos; made when they are asked for.
    wordings: Vec<OnceLock<Wordings>>,
    /// The template's own alone.
    own_wordings: OnceLock<Wordings>,
}

impl Index {
    /// The words of a template.
    pub fn of(template: &Arc<Template>) -> Arc<Self> {
        static BUILT_IN: Derived<Index> = Derived::new();
        BUILT_IN.of(template, || Arc::new(Self::made_of(template)))
    }

    /// Copies and prototypes are bound as instances, not by their words.
    fn made_of(template: &Arc<Template>) -> Self {
        let mut index = Self {
            exact: HashMap::new(),
            stem: HashMap::new(),
            ids: HashMap::new(),
            concepts: vec![Vec::new(); Concept::ALL.len()],
            template: Arc::clone(template),
            wordings: Language::all().map(|_| OnceLock::new()).collect(),
            own_wordings: OnceLock::new(),
        };
        for (at, section) in template.sections.iter().enumerate() {
            if section.copy {
                continue;
            }
            index.ids.entry(section.id.clone()).or_insert(at);
            if section.repeat.is_some() {
                continue;
            }
            for (position, key) in section.keys.iter().enumerate() {
                let how = if position == 0 { Match::Title } else { Match::Alias };
                index.exact.entry(key.text.clone()).or_default().push((at, how));
                index.stem.entry(key.stem.clone()).or_default().push(at);
            }
            for (position, concept) in section.concepts.iter().enumerate() {
                let how = if position == 0 { Match::Wording } else { Match::Wider };
                index.concepts[usize::from(concept.index())].push((at, how));
            }
        }
        index
    }

    /// The headings of a text that are called as sections are, each with such a section.
    pub(crate) fn named(&self, tree: &Tree) -> Vec<(usize, usize)> {
        let headings = tree.nodes.iter().enumerate();
        let headings = headings.filter(|(_, node)| node.kind == NodeKind::Heading);
        let named =
            headings.flat_map(|(node, heading)| self.candidates(node, heading, &Said::of(heading)));
        let named = named.filter(|candidate| candidate.how.names_it());
        named.map(|candidate| (candidate.node, candidate.section)).collect()
    }

    /// The sections that headings are called as, word for word, in any language; what else may bind takes a closer
    /// look at each heading, and far longer.
    pub(crate) fn called<'t>(&'t self, tree: &'t Tree) -> impl Iterator<Item = usize> + 't {
        let headings = tree.nodes.iter().filter(|node| node.kind == NodeKind::Heading);
        let keys = headings.flat_map(|node| &node.keys);
        keys.flat_map(|key| self.of_key(key)).map(|(section, _)| section)
    }

    /// The sections a node may serve, each with its best reason.
    pub(super) fn candidates(&self, node: usize, heading: &Node, said: &Said) -> Vec<Candidate> {
        let mut found = Found { node, candidates: Vec::new() };
        if let Some(&section) = heading.id.as_deref().and_then(|id| self.ids.get(id)) {
            found.add(section, Match::Id, true);
        }
        self.add_called(heading, said, &mut found);
        self.add_joined(&heading.conjuncts, &mut found);
        self.add_contained(said, &mut found);
        if let Some(key) = heading.keys.first() {
            self.add_head(key, said, &mut found);
            self.add_begun(said, &mut found);
            self.add_described_first(said, &mut found);
            if heading.level <= CHAPTER {
                self.add_optimized(key, &mut found);
            }
        }
        if heading.level > 1 {
            self.add_described(&heading.keys, &mut found);
        }
        let mut found = found.candidates;
        if said.is_architecture_overview {
            self.keep_architecture(&mut found);
        }
        self.note_siblings(&mut found);
        self.note_introductory(&heading.conjuncts, &mut found);
        self.note_whole(&heading.conjuncts, &mut found);
        found
    }

    /// Adds the sections that one of the heading's keys is a name of.
    fn add_called(&self, heading: &Node, said: &Said, found: &mut Found) {
        let (bare, gloss) = (said.bare.as_ref(), said.gloss.as_ref());
        for (position, key) in heading.keys.iter().enumerate() {
            let whole = [bare, gloss].contains(&Some(key)) || position == 0;
            let weakest = if whole { Match::Id } else { Match::Short };
            // "From scale to rail (pipeline)" is no pipeline of the deployment.
            let vague = position > 0 && gloss == Some(key) && key.is_one_word();
            // "Level 1: Network" is on the network.
            let counts = !whole && key.is_counted();
            let says = |section| {
                // "Plan de Reprise" is no plan of the project.
                (whole || !counts && !self.is_of_anything(key, section))
                    && !(vague && self.stands_for(section, Concept::Pipeline))
            };
            for (section, how) in self.of_key(key).into_iter().filter(|&(one, _)| says(one)) {
                found.add(section, how.max(weakest), key.is_telling());
            }
        }
    }

    /// The sections that stand for a concept, be it as well.
    pub(super) fn of_concept(&self, concept: Concept) -> &[(usize, Match)] {
        &self.concepts[usize::from(concept.index())]
    }

    /// Whether a section stands for a concept, be it as well.
    pub(super) fn stands_for(&self, section: usize, concept: Concept) -> bool {
        self.of_concept(concept).iter().any(|&(one, _)| one == section)
    }

    /// The section of a section.
    pub(super) fn parent(&self, section: usize) -> Option<usize> {
        self.template.sections[section].parent
    }

    /// Leaves out the sections that stand for any overview, where others are on the architecture.
    fn keep_architecture(&self, candidates: &mut Vec<Candidate>) {
        let is_architecture = |section: usize| {
            let mut above = std::iter::successors(Some(section), |&one| self.parent(one));
            above.any(|one| self.stands_for(one, Concept::Architecture))
        };
        if candidates.iter().any(|one| is_architecture(one.section)) {
            candidates.retain(|one| one.how != Match::Wider || is_architecture(one.section));
        }
    }

    pub(super) fn of_key(&self, key: &Key) -> Vec<(usize, Match)> {
        let mut found: Vec<(usize, Match)> = Vec::new();
        found.extend(self.exact.get(&key.text).into_iter().flatten());
        found.extend(self.stem.get(&key.stem).into_iter().flatten().map(|&at| (at, Match::Stem)));
        let (exact, near) = key.concepts();
        for &concept in exact {
            let sections = self.of_concept(concept.meaning);
            if sections.is_empty() {
                continue;
            }
            let usual = key.is_usual(concept);
            let best = |how| match how {
                Match::Wording if usual => Match::Translation,
                Match::Wider if usual => Match::WiderTitle,
                how => how,
            };
            found.extend(sections.iter().map(|&(at, how)| (at, best(how))));
        }
        for concept in near {
            let sections = self.of_concept(concept.meaning).iter();
            found.extend(sections.map(|&(at, how)| {
                (at, if how == Match::Wording { Match::Stem } else { Match::WiderStem })
            }));
        }
        found
    }

    /// The wordings of all sections in the template's own words and in a language, to look for typos.
    pub(super) fn wordings(&self, language: Option<Language>) -> &Wordings {
        let place =
            language.and_then(|language| Language::all().position(|known| known == language));
        let known = place.map_or(&self.own_wordings, |place| &self.wordings[place]);
        known.get_or_init(|| Wordings::of(&self.template, language))
    }
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, served};

    #[test]
    fn an_overview_of_the_architecture_is_no_summary() {
        for heading in ["Architektur-Überblick", "Architekturüberblick", "Architecture Overview"]
        {
            let headings = ["## System Architecture", &format!("## {heading}")];
            let binding = bound("handbook", &headings);
            assert_eq!(served(&binding, heading), ["architecture.high-level"], "{heading}");
        }
        let headings = ["## System Architecture", "## Overview"];
        assert_eq!(served(&bound("handbook", &headings), "Overview"), ["summary"]);
    }

    #[test]
    fn a_pipeline_in_brackets_may_be_any() {
        let chapter = bound("handbook", &["## Deployment", "### Pipeline"]);
        assert_eq!(served(&chapter, "Pipeline"), ["deployment.pipeline"]);
        let binding = bound("handbook", &["## From scale to rail (Pipeline)"]);
        assert!(served(&binding, "From scale to rail (Pipeline)").is_empty());
    }

    #[test]
    fn one_word_beside_another_is_not_its_singular() {
        let plan = bound("standard", &["## Migration"]);
        assert_eq!(served(&plan, "Migration"), ["future", "roadmap"]);
        let binding = bound("standard", &["## Migrations & Seeding"]);
        assert!(served(&binding, "Migrations & Seeding").is_empty());
    }

    #[test]
    fn what_any_text_has_is_no_subject_of_two() {
        let binding = bound("standard", &["## Purpose & context"]);
        assert_eq!(served(&binding, "Purpose & context"), ["overview"]);
    }
}
