//! Which sections a heading may serve by its words, and why.

use std::collections::HashMap;

use crate::template::Template;
use crate::template::key::Key;
use words::{Concept, Meaning};

use super::node::Node;

/// Why a heading was taken for a section, the strongest reason first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// Its `{#id}` is the section's.
    Id,
    /// The template's own words.
    Title,
    /// Another wording that the template names.
    Alias,
    /// A wording of the section's concept, in any language.
    Wording,
    /// A wording of another concept that the section also stands for.
    Wider,
    /// The same words but for plural endings.
    Stem,
    /// The words before a colon, a dash or a parenthesis.
    Short,
    /// One of the subjects that it joins.
    Conjunct,
    /// The template's number, and a word in common.
    Number,
    /// One of the things a section repeats per.
    Instance,
    /// It is the document's own heading.
    DocumentTitle,
    /// A small typo away.
    NearMiss,
}

impl Match {
    /// Whether the whole heading names the section, and not a part of it.
    pub(super) fn names_it(self) -> bool {
        self <= Self::Stem
    }
}

/// A heading and a section that it may serve.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) node: usize,
    pub(super) section: usize,
    pub(super) how: Match,
}

/// A template's words, for looking headings up; made once for all chapters of the template.
#[derive(Debug)]
pub struct Index {
    exact: HashMap<String, Vec<(usize, Match)>>,
    stem: HashMap<String, Vec<usize>>,
    ids: HashMap<String, usize>,
    /// For each concept, the sections that stand for it.
    concepts: Vec<Vec<(usize, Match)>>,
}

impl Index {
    /// Copies and prototypes are bound as instances, not by their words.
    pub fn of(template: &Template) -> Self {
        let mut index = Self {
            exact: HashMap::new(),
            stem: HashMap::new(),
            ids: HashMap::new(),
            concepts: vec![Vec::new(); Concept::ALL.len()],
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

    /// The sections a node may serve, each with its best reason.
    pub(super) fn candidates(&self, node: usize, heading: &Node) -> Vec<Candidate> {
        let mut found: Vec<Candidate> = Vec::new();
        let mut add = |section, how: Match| match found.iter_mut().find(|c| c.section == section) {
            Some(known) => known.how = known.how.min(how),
            None => found.push(Candidate { node, section, how }),
        };
        if let Some(&section) = heading.id.as_deref().and_then(|id| self.ids.get(id)) {
            add(section, Match::Id);
        }
        for (position, key) in heading.keys.iter().enumerate() {
            let weakest = if position == 0 { Match::Id } else { Match::Short };
            for (section, how) in self.of_key(key) {
                add(section, how.max(weakest));
            }
        }
        for key in &heading.conjuncts {
            for (section, _) in self.of_key(key) {
                add(section, Match::Conjunct);
            }
        }
        found
    }

    fn of_key(&self, key: &Key) -> Vec<(usize, Match)> {
        let mut found: Vec<(usize, Match)> = Vec::new();
        found.extend(self.exact.get(&key.text).into_iter().flatten());
        found.extend(self.stem.get(&key.stem).into_iter().flatten().map(|&at| (at, Match::Stem)));
        let (exact, near) = key.concepts();
        for concept in exact {
            found.extend(&self.concepts[usize::from(concept.index())]);
        }
        for concept in near {
            let sections = self.concepts[usize::from(concept.index())].iter();
            found.extend(sections.map(|&(at, _)| (at, Match::Stem)));
        }
        found
    }
}
