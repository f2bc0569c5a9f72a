//! Which files only go with another record: translations, versions, addenda, companions.

use std::collections::HashMap;

use words::Language;

use super::id::Id;
use super::record::Record;
use super::relation::RelationKind;
use super::variant::Variant;
use text::link;

/// Of each record the one that it goes with, as an index into the same list: another of the same
/// directory and number.
pub(super) fn owners<'a>(records: impl Iterator<Item = &'a Record>) -> Vec<Option<usize>> {
    let records: Vec<&Record> = records.collect();
    let key = |record: &'a Record| Some((record.home(), record.id.as_ref()?.value.folded()));
    let mut owners: HashMap<(&str, Id), usize> = HashMap::new();
    for (index, &record) in records.iter().enumerate() {
        if let Some(key) = key(record).filter(|_| !is_dependent(record)) {
            owners.entry(key).or_insert(index);
        }
    }
    let owner = |record: &'a Record| {
        let key = key(record).filter(|_| is_dependent(record))?;
        owners.get(&key).copied()
    };
    records.into_iter().map(owner).collect()
}

/// Whether a file has the number of a record that it only adds to: by its name, or because it names that
/// number as another's (`Parent: ADR-27` in a file numbered 27).
fn is_dependent(record: &Record) -> bool {
    let own = record.id.as_ref().map(|id| id.value.folded());
    let names_its_own = || {
        let adds = [RelationKind::Related, RelationKind::Extends, RelationKind::Amends];
        record.relations.iter().any(|relation| {
            let id = relation.target.id().map(|id| id.folded());
            adds.contains(&relation.kind) && id.is_some() && id == own
        })
    };
    record.variant.is_some() || names_its_own()
}

impl Record {
    /// What to call it beside the record that it goes with: `Deutsch`, `version 2`, `addendum`, else its
    /// own title.
    pub fn name_beside_owner(&self) -> String {
        let stem = link::record_stem(&self.path);
        let number = &stem[stem.trim_end_matches(|c: char| c.is_ascii_digit()).len()..];
        let counted = |word: &str| format!("{word} {number}").trim_end().to_owned();
        let translated = || {
            let (_, tag) = stem.rsplit_once('.')?;
            Language::from_tag(tag).map(|language| language.name().to_owned())
        };
        match self.variant {
            Some(Variant::Translation) => translated().unwrap_or_else(|| self.shown_title()),
            Some(Variant::Version) => counted("version"),
            Some(Variant::Addendum) => counted("addendum"),
            None => self.shown_title(),
        }
    }
}

#[cfg(test)]
mod tests {
    use text::markdown::Document;
    use text::source::Source;

    use super::*;
    use crate::adr::read::{self, Reading};
    use crate::adr::status::OwnWords;

    fn record(name: &str, words: &str) -> Record {
        let source = Source::new(name, format!("# A title\n\nStatus: Accepted\n{words}\n"));
        match read::read(&Document::parse(&source), name, &OwnWords::new()) {
            Reading::Record(record) => *record,
            other => panic!("{name}: {other:?}"),
        }
    }

    #[test]
    fn what_only_adds_goes_with_its_record() {
        let records = [
            record("0007-gates.md", "Parent: ADR-7"),
            record("0007-use-x.de.md", ""),
            record("0007-use-x.md", ""),
            record("0007-use-x.v2.md", ""),
            record("0008-use-y.md", "Related: ADR-7"),
        ];
        let owned = Some(2);
        assert_eq!(owners(records.iter()), [owned, owned, None, owned, None]);
        let names: Vec<String> = records.iter().map(Record::name_beside_owner).collect();
        assert_eq!(names[..4], ["A title", "Deutsch", "A title", "version 2"]);
    }

    #[test]
    fn long_titles_are_quoted_and_cut() {
        let long = "0007-use-x.md";
        assert_eq!(record(long, "").cited(), "ADR 7");
        assert_eq!(record("use-x.md", "").cited(), "\"A title\"");
    }
}
