//! Relations below a label of several verbs, of which the other record says which one holds.

use words::{RelationVerb, Vocabulary};

use super::Collection;
use crate::adr::relation::{Relation, RelationKind};

impl Collection {
    /// Makes `Supersedes / refines: ADR-1`, of which the weaker verb was read, a supersession where ADR 1 says that it
    /// was superseded by this record.
    pub(super) fn confirm_supersessions(&mut self) {
        for index in 0..self.entries.len() {
            let relations = &self.entries[index].record.relations;
            let confirmed = relations.iter().map(|relation| self.is_confirmed(index, relation));
            let confirmed: Vec<bool> = confirmed.collect();
            let relations = self.entries[index].record.relations.iter_mut().zip(confirmed);
            for (relation, _) in relations.filter(|(_, confirmed)| *confirmed) {
                relation.kind = RelationKind::Supersedes;
            }
        }
    }

    fn is_confirmed(&self, from: usize, relation: &Relation) -> bool {
        use RelationKind::{Amends, Extends, Related, SupersededBy};
        if !matches!(relation.kind, Amends | Extends | Related) {
            return false;
        }
        let record = &self.entries[from].record;
        let before = record.source.text().get(..relation.span.start).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        let mut verbs = Vocabulary::known().relations(line);
        if !line.contains('/') || !verbs.any(|verb| verb.relation == RelationVerb::Supersedes) {
            return false;
        }
        let Some(other) = self.resolve(record, &relation.target) else { return false };
        let other = &self.entries[other].record;
        let mut successors = other.related(SupersededBy);
        successors.any(|successor| self.resolve(other, &successor.target) == Some(from))
    }
}
