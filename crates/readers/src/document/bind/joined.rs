//! What a heading joins: "Metrics and Logging" are two parts of one chapter, "Monitoring & Metrics" is all of it.

use crate::template::key::Key;
use words::Concept;

use super::concepts::INTRODUCTORY;
use super::index::{Candidate, Index};
use super::reason::Match;

impl Index {
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
