//! The keys of front matter that name other records: `superseded-by`.

use text::markdown::front_matter;

use super::label::Key;
use super::record::Record;
use super::relation::RelationKind;
use super::usual::FEW;

/// What the records of a directory call their relations in front matter.
#[derive(Debug)]
pub struct RelationKeys {
    of_template: Keys,
    of_records: Vec<Keys>,
}

/// The keys of one record, in order.
type Keys = Vec<(RelationKind, String)>;

impl RelationKeys {
    /// Those of some records, and of the team's template.
    pub fn of(records: &[Record], template: Option<&Record>) -> Self {
        let of_template = template.map(keys).unwrap_or_default();
        Self { of_template, of_records: records.iter().map(keys).collect() }
    }

    /// The key for records of a kind; that of the team's template, else of most records, unless they are few.
    pub fn get(&self, kind: RelationKind) -> Option<&str> {
        let of_most = || {
            let keys = self.of_records.iter().filter_map(|keys| first(keys, kind));
            let (count, last) = keys.fold((0, None), |(count, _), key| (count + 1, Some(key)));
            last.filter(|_| count >= FEW && count * 2 > self.of_records.len())
        };
        first(&self.of_template, kind).or_else(of_most)
    }
}

fn keys(record: &Record) -> Keys {
    let front = front_matter::read(record.source.text());
    let entries = front.into_iter().flat_map(|front| front.entries);
    let key = |key: String| match Key::of(&key)? {
        Key::Relation(kind) => Some((kind, key)),
        _ => None,
    };
    entries.filter_map(|entry| key(entry.key)).collect()
}

fn first(keys: &Keys, kind: RelationKind) -> Option<&str> {
    keys.iter().find(|(of, _)| *of == kind).map(|(_, key)| key.as_str())
}
