//! Which files only go with another record: translations, versions, addenda, companions.

use std::collections::HashMap;

use crate::record_path;
use text::link;
use words::Language;

use super::mention::{lead, names_its_number};
use super::title_words::shares_words;
use crate::adr::format::Part;
use crate::adr::id::Id;
use crate::adr::name::Name;
use crate::adr::record::{Origin, Record, Section};
use crate::adr::relation::{Relation, RelationKind, Target};
use crate::adr::sections::has_mark;
use crate::adr::variant::Variant;

/// Of each record the one that it goes with, as an index into the same list: another of the same directory
/// and number, or one whose name its own goes on from.
pub(in crate::adr) fn owners<'a>(records: impl Iterator<Item = &'a Record>) -> Vec<Option<usize>> {
    let records: Vec<&Record> = records.collect();
    let key = |record: &'a Record| Some((record.numbering(), record.folded_id()?));
    let stem = |record: &'a Record| (record.numbering(), record_path::stem(&record.path));
    let stems: HashMap<(&str, &str), usize> =
        records.iter().enumerate().map(|(index, record)| (stem(record), index)).collect();
    // `0007-use-x-notes.md`
    let continued = |record: &'a Record| {
        let (home, stem) = stem(record);
        let mut shorter = stem.rmatch_indices(['-', '_']).map(|(at, _)| &stem[..at]);
        shorter.find_map(|shorter| {
            let index = *stems.get(&(home, shorter))?;
            let Name { id, slug, .. } = Name::of(shorter);
            (id.is_some() && !slug.is_empty()).then_some(index)
        })
    };
    let is_annex =
        |record: &'a Record| record.variant == Some(Variant::Annex) && continued(record).is_some();
    let goes_with = |record: &'a Record| is_dependent(record) || is_annex(record);
    let mut owners: HashMap<(&str, Id), usize> = HashMap::new();
    // A record that states something comes before what only has its number, or speaks of it.
    let rank = |record: &Record| match (speaks_of_another(record), states_nothing(record)) {
        (false, false) => 0,
        (true, _) => 1,
        (false, true) => 2,
    };
    for wanted in 0..=2 {
        for (index, &record) in records.iter().enumerate() {
            let counts = !goes_with(record) && rank(record) == wanted;
            if let Some(key) = key(record).filter(|_| counts) {
                owners.entry(key).or_insert(index);
            }
        }
    }
    let owner = |record: &'a Record| {
        let numbered = || {
            let speaks = speaks_of_another(record);
            let adds = is_dependent(record) || states_nothing(record) || speaks;
            let owner = *owners.get(&key(record).filter(|_| adds)?)?;
            let other = !std::ptr::eq(records[owner], record);
            let owner_of_paper = || {
                (speaks || is_on_its_number(record))
                    && is_marked(records[owner])
                    && is_stated(records[owner])
            };
            let told =
                is_dependent(record) || shows_the_same(record, records[owner]) || owner_of_paper();
            (other && told).then_some(owner)
        };
        let unnumbered =
            || continued(record).filter(|_| is_annex(record) || states_nothing(record));
        numbered().or_else(unnumbered)
    };
    records.iter().map(|record| owner(record)).collect()
}

/// Whether a file says neither how far a decision is nor what was decided.
pub(super) fn states_nothing(record: &Record) -> bool {
    let decides = |section: &Section| section.part.is_some_and(Part::is_decision);
    record.states.is_empty() && !record.sections.iter().any(decides)
}

/// Whether a file speaks of the record of its number and decides nothing itself: `# RFC-2 Supporting research`, whose words
/// follow the number without a mark, with a status that is none.
fn speaks_of_another(record: &Record) -> bool {
    let decides = |section: &Section| section.part.is_some_and(Part::is_decision);
    let known = record.states.iter().any(|state| state.value.doubt.is_none());
    !record.states.is_empty()
        && !known
        && record.number().is_some()
        && is_titled_with_its_number(record)
        && !is_marked(record)
        && !record.sections.iter().any(decides)
}

/// Whether a file that states nothing is on the record of its number: the words of its title follow that without a mark, or it
/// names the number once more above its first section: `Companion to ADR-7`.
fn is_on_its_number(record: &Record) -> bool {
    let titled = || is_titled_with_its_number(record) && !is_marked(record);
    states_nothing(record)
        && record.anchor.is_none()
        && (titled() || names_its_number(record, lead(record)))
}

fn is_stated(record: &Record) -> bool {
    record.states.iter().any(|state| state.value.doubt.is_none())
}

/// `# ADR-7: Use X`
pub(super) fn is_marked(record: &Record) -> bool {
    is_titled_with_its_number(record) && has_mark(record.source.slice(record.heading))
}

fn is_titled_with_its_number(record: &Record) -> bool {
    record.ids.iter().any(|id| {
        id.origin == Origin::Title && Some(&id.value) == record.id.as_ref().map(|own| &own.value)
    })
}

/// Whether a file that states nothing is about the same as a record that does, by the words of their names.
pub(super) fn shows_the_same(file: &Record, record: &Record) -> bool {
    !states_nothing(record) && shares_words(file, record)
}

/// Whether a file has the number of a record that it only adds to: by its name, or because it names that
/// number as another's (`Parent: ADR-27` in a file numbered 27).
fn is_dependent(record: &Record) -> bool {
    let own = record.folded_id();
    let names_its_own = || {
        let adds = [RelationKind::Related, RelationKind::Extends, RelationKind::Amends];
        record.relations.iter().any(|relation| {
            let id = relation.target.id().map(|id| id.folded());
            adds.contains(&relation.kind) && id.is_some() && id == own
        })
    };
    record.variant.is_some_and(|variant| variant != Variant::Annex) || names_its_own()
}

impl Record {
    /// Whether a relation leads from the record to the record itself.
    pub fn names_itself(&self, relation: &Relation) -> bool {
        match &relation.target {
            Target::Id(id) => self.folded_id() == Some(id.folded()),
            Target::Link(there) => {
                let file = there.split(['#', '?']).next().unwrap_or_default();
                !file.is_empty()
                    && link::resolve(link::directory(&self.path), file).as_deref()
                        == Some(&*self.path)
            }
            Target::Wiki(name) => {
                link::stem(name).eq_ignore_ascii_case(record_path::stem(&self.path))
            }
        }
    }

    /// What to call it beside the record that it goes with: `Deutsch`, `version 2`, `addendum`, else its
    /// own title.
    pub fn name_beside_owner(&self) -> String {
        let stem = record_path::stem(&self.path);
        let number = &stem[stem.trim_end_matches(|c: char| c.is_ascii_digit()).len()..];
        let counted = |word: &str| format!("{word} {number}").trim_end().to_owned();
        let translated = || {
            let (_, tag) = stem.rsplit_once('.')?;
            Language::from_tag(tag).map(|language| language.name().to_owned())
        };
        match self.variant {
            Some(Variant::Translation) => translated().unwrap_or_else(|| self.shown_title()),
            Some(Variant::Version) => counted("version"),
            Some(Variant::Addendum | Variant::Annex) => counted("addendum"),
            None => self.shown_title(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adr::sample;

    fn record(name: &str, words: &str) -> Record {
        sample::record(name, &format!("# A title\n\nStatus: Accepted\n{words}\n"))
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
        let notes = "# Notes\n\n## Context\n\nOf the port.\n";
        let notes = sample::record("0007-use-x-notes.md", notes);
        assert_eq!(owners([&records[2], &notes].into_iter()), [None, Some(0)]);
        let decided =
            sample::record("0008-quay-rota.md", "# 8. Quay crane rota\n\nStatus: Accepted\n");
        let drawn =
            sample::record("0008-plans.md", "# 8. Plans: quay crane rota\n\n## Context\n\nC.\n");
        let other = sample::record("0008-x.md", "# 8. Lamps on masts\n\n## Context\n\nC.\n");
        let found = owners([&drawn, &decided, &other].into_iter());
        assert_eq!(found, [Some(1), None, None]);
        let names: Vec<String> = records.iter().map(Record::name_beside_owner).collect();
        assert_eq!(names[..4], ["A title", "Deutsch", "A title", "version 2"]);
    }

    #[test]
    fn a_paper_on_a_record_goes_with_it() {
        let decided = "# RFC-002 — Persistence\n\n- **Status:** Accepted\n\n## Decision\n\nD.\n";
        let paper =
            "# RFC-002 Supporting research: needs\n\n> **Status:** SUPPORTING EVIDENCE\n\nText.\n";
        let owned = |text: &str, decided: &str| {
            let paper = sample::record("rfc-002-research.md", text);
            owners([&paper, &sample::record("rfc-002-persistence.md", decided)].into_iter())
        };
        assert_eq!(owned(paper, decided), [Some(1), None]);
        for other in [
            paper.replace("002 Supporting", "002: Supporting"),
            paper.replace("SUPPORTING EVIDENCE", "Draft"),
            paper.replace("Text.", "## Decision\n\nD."),
        ] {
            assert_eq!(owned(&other, decided), [None, None], "{other}");
        }
        let alike = decided.replace("002 — ", "002 ");
        assert_eq!(owned(paper, &alike), [None, None], "all are titled so");
    }

    #[test]
    fn a_companion_that_states_nothing_goes_with_its_record() {
        let decided = "# ADR-7: Quay cranes\n\nStatus: Accepted\n\n## Decision\n\nD.\n";
        let owned = |text: &str, decided: &str| {
            let other = sample::record("adr-007-stress.md", text);
            owners([&other, &sample::record("adr-007-quay.md", decided)].into_iter())[0]
        };
        for text in [
            "# ADR-007 Stress tests: nights\n\n**Purpose**: to see.\n\n## Test 1\n\nT.\n",
            "# ADR-7: Gaps\n\n> **Companion document to ADR-007**\n\n## 1. Parts\n\nP.\n",
            "# ADR-7: Gaps\n\nWhat [ADR-7](adr-007-quay.md) needs.\n\n## 1. Parts\n\nP.\n",
        ] {
            assert_eq!(owned(text, decided), Some(1), "{text}");
            assert_eq!(owned(text, &decided.replace("7: Quay", "7 Quay")), None, "{text}");
            let undecided = decided.replace("Status: Accepted\n\n", "");
            assert_eq!(owned(text, &undecided), None, "it says no more: {text}");
        }
        for text in [
            "# ADR-7: Lamps\n\nText.\n\n## Parts\n\nOf ADR-7.\n",
            "# ADR-7: Lamps\n\nSee ADR-77.\n\n## Parts\n\nP.\n",
            "# ADR-7 Lamps\n\nStatus: Draft\n\n## Parts\n\nP.\n",
            "# ADR-7 Lamps\n\n## Decision\n\nD.\n",
        ] {
            assert_eq!(owned(text, decided), None, "{text}");
        }
    }

    #[test]
    fn an_annex_goes_on_from_the_name_of_its_record() {
        let records = [
            record("0007-use-x-annex1.md", ""),
            record("0007-use-x.md", ""),
            record("0007-store-attachments.md", ""),
            record("0008-Neue_Anlage.md", ""),
        ];
        assert_eq!(owners(records.iter()), [Some(1), None, None, None]);
        assert_eq!(records[0].name_beside_owner(), "addendum 1");
    }

    #[test]
    fn long_titles_are_quoted_and_cut() {
        let long = "0007-use-x.md";
        assert_eq!(record(long, "").cited(), "ADR 7");
        assert_eq!(record("use-x.md", "").cited(), "\"A title\"");
    }
}
