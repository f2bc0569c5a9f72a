//! Relations below a label of several verbs, of which the other record says which one holds.

use std::collections::HashMap;

use text::link;
use words::{RelationVerb, Vocabulary};

use crate::adr::id::Id;
use crate::adr::record::Record;
use crate::adr::relation::{Relation, RelationKind, Target};

/// Makes `Supersedes / refines: ADR-1`, of which the weaker verb was read, a supersession where ADR 1 says that it
/// was superseded by this record.
pub(super) fn settle(records: &mut [&mut Record]) {
    let known = Known::of(records);
    let confirmed: Vec<Vec<bool>> = (0..records.len())
        .map(|at| {
            let relations = records[at].relations.iter();
            relations.map(|relation| known.is_confirmed(records, at, relation)).collect()
        })
        .collect();
    for (record, confirmed) in records.iter_mut().zip(confirmed) {
        let relations = record.relations.iter_mut().zip(confirmed);
        for (relation, _) in relations.filter(|(_, confirmed)| *confirmed) {
            relation.kind = RelationKind::Supersedes;
        }
    }
}

/// Where each record stands, by its number and by its path; those of sections by their number alone.
struct Known {
    by_id: HashMap<Id, usize>,
    by_path: HashMap<String, usize>,
}

impl Known {
    fn of(records: &[&mut Record]) -> Self {
        let mut known = Self { by_id: HashMap::new(), by_path: HashMap::new() };
        for (at, record) in records.iter().enumerate() {
            if let Some(id) = &record.id {
                known.by_id.entry(id.value.folded()).or_insert(at);
            }
            if record.anchor.is_none() {
                known.by_path.insert(record.path.clone(), at);
            }
        }
        known
    }

    fn find(&self, from: &Record, target: &Target) -> Option<usize> {
        let by_path = || {
            let Target::Link(path) = target else { return None };
            let path = path.split('#').next().unwrap_or(path);
            self.by_path.get(&link::resolve(link::directory(&from.path), path)?)
        };
        by_path().or_else(|| self.by_id.get(&target.id()?.folded())).copied()
    }

    fn is_confirmed(&self, records: &[&mut Record], from: usize, relation: &Relation) -> bool {
        use RelationKind::{Amends, Extends, Related, SupersededBy};
        let record = &*records[from];
        if !matches!(relation.kind, Amends | Extends | Related) || !has_both_verbs(record, relation)
        {
            return false;
        }
        let Some(other) = self.find(record, &relation.target) else { return false };
        let other = &*records[other];
        let mut successors = other.related(SupersededBy);
        successors.any(|successor| self.find(other, &successor.target) == Some(from))
    }
}

/// Whether a label of several verbs stands before a relation, and one of them is a supersession.
fn has_both_verbs(record: &Record, relation: &Relation) -> bool {
    let before = record.source.text().get(..relation.span.start).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let mut verbs = Vocabulary::known().relations(line);
    line.contains('/') && verbs.any(|verb| verb.relation == RelationVerb::Supersedes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adr::sample;

    #[test]
    fn two_verbs_are_a_supersession_where_the_other_record_says_so() {
        let kind = |label: &str, status: &str| {
            let old = format!("# 1. X\n\n## Status\n\n{status}\n");
            let new = format!("# 2. Y\n\n{label}: [ADR-1](0001-x.md)\n\n## Status\n\nAccepted\n");
            let mut records =
                [sample::record("a/0001-x.md", &old), sample::record("a/0002-y.md", &new)];
            settle(&mut records.iter_mut().collect::<Vec<_>>());
            records[1].relations[0].kind
        };
        let superseded = "Superseded by [2](0002-y.md)";
        for label in ["Supersedes / refines", "**Supersedes / amends**"] {
            assert_eq!(kind(label, superseded), RelationKind::Supersedes, "{label}");
            assert_ne!(kind(label, "Accepted"), RelationKind::Supersedes, "{label}");
        }
        assert_eq!(kind("Amends", superseded), RelationKind::Amends);
    }
}
