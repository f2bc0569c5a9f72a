//! The keys of front matter that name other records: `superseded-by`.

use text::markdown::front_matter;

use super::label::LabelKind;
use super::record::Record;
use super::relation::RelationKind;
use super::usual::FEW;

/// What the records of a directory call their relations in front matter.
#[derive(Debug)]
pub struct RelationKeys {
    of_template: Keys,
    of_records: Vec<Keys>,
    /// What each record is to others, in the same order.
    told: Vec<Vec<RelationKind>>,
}

/// The keys of one record, in order.
type Keys = Vec<(RelationKind, String)>;

impl RelationKeys {
    /// Those of some records, and of the team's template.
    pub fn of(records: &[Record], template: Option<&Record>) -> Self {
        let of_template = template.map(keys).unwrap_or_default();
        let told = |record: &Record| record.relations.iter().map(|one| one.kind).collect();
        let (of_records, told) =
            (records.iter().map(keys).collect(), records.iter().map(told).collect());
        Self { of_template, of_records, told }
    }

    /// The key for records of a kind; that of the team's template, else of most records, unless they are few, or of most
    /// of those that state a relation of the kind. The other side of `superseded_by` is `supersedes` where no record
    /// says it otherwise.
    pub fn get(&self, kind: RelationKind) -> Option<&str> {
        let of_most = || {
            let keys = self.of_records.iter().filter_map(|keys| first(keys, kind));
            let (count, last) = keys.fold((0, None), |(count, _), key| (count + 1, Some(key)));
            last.filter(|_| count >= FEW && count * 2 > self.of_records.len())
        };
        let other_side = || {
            let untold = !self.told.iter().any(|kinds| kinds.contains(&kind));
            let of_older = self.of_telling(RelationKind::SupersededBy);
            let asked = kind == RelationKind::Supersedes && untold && of_older.is_some();
            asked.then_some("supersedes")
        };
        let of_template = first(&self.of_template, kind);
        of_template.or_else(of_most).or_else(|| self.of_telling(kind)).or_else(other_side)
    }

    /// The key that most of those have which state a relation of the kind.
    fn of_telling(&self, kind: RelationKind) -> Option<&str> {
        let telling = self.of_records.iter().zip(&self.told);
        let telling: Vec<Option<&str>> = telling
            .filter(|(_, kinds)| kinds.contains(&kind))
            .map(|(keys, _)| first(keys, kind))
            .collect();
        let keyed = telling.iter().flatten();
        keyed.clone().last().copied().filter(|_| keyed.count() * 2 > telling.len())
    }
}

fn keys(record: &Record) -> Keys {
    let front = front_matter::read(record.source.text());
    let entries = front.into_iter().flat_map(|front| front.entries);
    let key = |key: String| match LabelKind::of(&key)? {
        LabelKind::Relation(kind) => Some((kind, key)),
        _ => None,
    };
    entries.filter_map(|entry| key(entry.key)).collect()
}

fn first(keys: &Keys, kind: RelationKind) -> Option<&str> {
    keys.iter().find(|(of, _)| *of == kind).map(|(_, key)| key.as_str())
}
