//! What a heading joins: "Metrics and Logging" are two parts of one chapter, "Monitoring & Metrics" is all of it.

use crate::template::key::Key;
use words::Concept;

use super::concepts::{INTRODUCTORY, OF_ANYTHING};
use super::index::{Candidate, Found, Index};
use super::reason::Match;

impl Index {
    /// Adds the sections that are called as one of the subjects that the heading joins.
    pub(super) fn add_joined(&self, conjuncts: &[Key], found: &mut Found) {
        for key in conjuncts {
            let plain = self.plain(key);
            let key = plain.as_ref().unwrap_or(key);
            // What any text has says little of a section that only stands for it as well.
            // Nor does one word that is only another's plural: "Migrations" of a database are no plan.
            let own = |how: Match| {
                how <= Match::Wording
                    || !key.is_general() && (!how.is_inflected() || key.is_telling())
            };
            // "Yard and terms" are no glossary: beside what nobody knows a word says little.
            let known = |other: &Key| other != key && !other.concepts().0.is_empty();
            let tells = key.is_telling() || conjuncts.iter().any(known);
            let named = self.of_key(key).into_iter().filter(|&(section, how)| {
                own(how) && (tells || how.is_title() || !self.is_of_anything(key, section))
            });
            for (section, _) in named {
                let new = Candidate::new(found.node, section, Match::Conjunct);
                found.join(Candidate { telling: key.is_telling(), joined: true, ..new });
            }
        }
    }

    /// A subject that names no section, without the words for how much of it is meant: "Current deployment and hosting"
    /// joins the deployment with something.
    fn plain(&self, subject: &Key) -> Option<Key> {
        let plain = self.of_key(subject).is_empty().then(|| subject.unqualified()).flatten();
        plain.filter(|key| !key.is_general() && !key.names_any(&OF_ANYTHING))
    }

    /// Notes of which sections the heading joins nothing but a part with them.
    pub(super) fn note_whole(&self, conjuncts: &[Key], candidates: &mut [Candidate]) {
        let [first, second] = conjuncts else { return };
        for candidate in candidates.iter_mut().filter(|one| one.how == Match::Conjunct) {
            let section = candidate.section;
            let is = |key: &Key| self.of_key(key).iter().any(|&(of, _)| of == section);
            let is_part = |key: &Key| {
                let mut parts = self.of_key(key).into_iter();
                parts.any(|(of, how)| self.parent(of) == Some(section) && how <= Match::Wording)
            };
            let joins = |one, other| is(one) && !is(other) && is_part(other);
            candidate.whole = joins(first, second) || joins(second, first);
        }
    }

    /// What introduces a document may stand together: "Background and scope" is no other scope.
    pub(super) fn note_introductory(&self, conjuncts: &[Key], candidates: &mut [Candidate]) {
        let introduces = |key: &Key| {
            let (exact, _) = key.concepts();
            exact.iter().any(|found| INTRODUCTORY.contains(&found.meaning))
        };
        if conjuncts.len() > 1 && conjuncts.iter().all(introduces) {
            let scope = self.of_concept(Concept::Scope);
            let is_scope = |one: &Candidate| scope.contains(&(one.section, Match::Wording));
            for candidate in candidates.iter_mut().filter(|one| one.joined && is_scope(one)) {
                candidate.beside_sibling = true;
            }
        }
    }

    pub(super) fn note_siblings(&self, candidates: &mut [Candidate]) {
        for at in 0..candidates.len() {
            let Candidate { section, joined, .. } = candidates[at];
            let parent = self.parent(section);
            let beside = joined
                && candidates.iter().any(|other| {
                    let near =
                        self.parent(other.section) == parent || parent == Some(other.section);
                    other.joined && other.section != section && near
                });
            candidates[at].beside_sibling = beside;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, served};

    #[test]
    fn words_for_how_much_is_meant_hide_no_subject() {
        for heading in ["Current deployment and hosting", "Core technology choices and reasons"] {
            let binding = bound("handbook", &["## Overview", &format!("## {heading}")]);
            assert!(!served(&binding, heading).is_empty(), "{heading}");
        }
        for (heading, section) in [("核心技术选型", "tech-stack"), ("完整部署架构", "deployment")]
        {
            let binding = bound("handbook", &["## 概述", &format!("## {heading}")]);
            assert_eq!(served(&binding, heading), [section]);
        }
        let other = bound("handbook", &["## Overview", "## Current features and wagons"]);
        assert!(served(&other, "Current features and wagons").is_empty());
    }
}
