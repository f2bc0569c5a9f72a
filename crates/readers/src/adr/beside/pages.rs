//! Pages that lie among records and are none: registers, logs of other decisions, memos.

use std::collections::HashMap;

use text::markdown::front_matter::FrontMatter;
use words::{Reference, Vocabulary, fold};

use super::attached::is_called_a_record;
use crate::adr::format::Part;
use crate::adr::no_record::has;
use crate::adr::record::{Origin, Record, Role, Section};
use crate::adr::stated_part;
use crate::settings::adr_directory_of;

/// The fewest records without numbers that are a series of their own.
const SHOWN_BY: usize = 3;

/// Which of some records are pages: they have neither number nor day, and nothing that only a decision has. Where a
/// team has nothing else, several of them are its records.
pub(super) fn among<'a>(records: impl Iterator<Item = &'a Record>) -> Vec<bool> {
    let records: Vec<&Record> = records.collect();
    let bare: Vec<bool> = records.iter().map(|record| is_bare(record)).collect();
    if !bare.contains(&true) {
        return bare;
    }
    let mut shelves: HashMap<&str, (usize, usize)> = HashMap::new();
    for (record, &bare) in records.iter().zip(&bare) {
        let (pages, others) =
            shelves.entry(adr_directory_of(&record.path).unwrap_or_default()).or_default();
        (*pages, *others) = (*pages + usize::from(bare), *others + usize::from(!bare));
    }
    let is_page = |(record, bare): (&&Record, bool)| {
        let series = |&(pages, others): &(usize, usize)| others == 0 && pages >= SHOWN_BY;
        bare && !shelves.get(adr_directory_of(&record.path).unwrap_or_default()).is_some_and(series)
    };
    records.iter().zip(bare).map(is_page).collect()
}

/// Whether nothing but a status says that a file is a record, or it holds several decisions that have no numbers of
/// records.
fn is_bare(record: &Record) -> bool {
    let named = |origin| matches!(origin, Origin::Title | Origin::FileName | Origin::Directory);
    record.anchor.is_none()
        && record.id.is_none()
        && record.variant.is_none()
        && !record.date.as_ref().is_some_and(|date| named(date.origin))
        && (is_log(record) || !decides(record))
        && !is_typed(record)
}

/// Whether it states what only a decision has.
fn decides(record: &Record) -> bool {
    let said = [words::Part::Decision, words::Part::Outcome, words::Part::Context];
    let weighs = |part| !matches!(part, Part::Summary | Part::Goals | Part::Approach);
    !record.relations.is_empty()
        || record.people(Role::Decider).next().is_some()
        || own_sections(record).any(|section| section.part.is_some_and(weighs))
        || is_stated_as_decisions_are(record)
        || is_called_a_record(record)
        || stated_part::has_paragraph(record, &said)
}

/// Whether its status is the first word for one that only a decision has: anything else can be `Active` or `Approved`.
fn is_stated_as_decisions_are(record: &Record) -> bool {
    use words::Status;
    let Some(raw) = &record.status_raw else { return false };
    let Some(found) = Vocabulary::known().whole::<Status>(raw) else { return false };
    let usual = |language| {
        let first = Vocabulary::wording(found.meaning, language);
        first.is_some_and(|first| fold::folded(first) == fold::folded(raw))
    };
    let decided = matches!(
        found.meaning,
        Status::Proposed | Status::Accepted | Status::Rejected | Status::Superseded
    );
    decided && found.languages.iter().any(usual)
}

/// Whether several of its own sections are decisions, by their headings or by a part below them, and none before
/// them is the decision of all.
fn is_log(record: &Record) -> bool {
    const FEWEST: usize = 2;
    let own = own_sections(record).map(|section| section.level).max().unwrap_or_default();
    let (mut entries, mut counted) = (0, true);
    for section in &record.sections {
        let decides = section.part.is_some_and(Part::is_decision);
        let words = section.title.trim_start_matches(|c: char| !c.is_alphabetic());
        let numbered = words.contains(|c: char| c.is_ascii_digit());
        if section.level <= own {
            if decides && !numbered && entries < FEWEST {
                return false;
            }
            counted = section.level < own;
        }
        entries += usize::from(decides && !counted);
        counted |= decides;
    }
    entries >= FEWEST
}

/// The sections down to the level on which there are several.
fn own_sections(record: &Record) -> impl Iterator<Item = &Section> {
    let of_level = |level| record.sections.iter().filter(move |section| section.level == level);
    let several = (1..=6).find(|&level| of_level(level).nth(1).is_some()).unwrap_or(u8::MAX);
    record.sections.iter().filter(move |section| section.level <= several)
}

/// Whether the front matter says that it is a record: `type: adr`.
fn is_typed(record: &Record) -> bool {
    let front = record.document().front_matter;
    front.as_ref().is_some_and(says_record)
}

fn says_record(front: &FrontMatter) -> bool {
    // Keys of programs' schemas, and no words of a language.
    const KEYS: [&str; 4] = ["type", "kind", "category", "layout"];
    has(front, &KEYS, |value| Vocabulary::known().is(Reference::Record, value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adr::sample;

    /// Which of these files are pages.
    fn pages(files: &[(&str, &str)]) -> Vec<bool> {
        let records: Vec<Record> =
            files.iter().map(|(path, text)| sample::record(path, text)).collect();
        among(records.iter())
    }

    const NUMBERED: (&str, &str) = ("docs/adr/0001-a.md", "# 1. A\n\nStatus: Accepted\n");

    #[track_caller]
    fn is_page(text: &str) -> bool {
        pages(&[NUMBERED, ("docs/adr/a-page.md", text)])[1]
    }

    #[test]
    fn a_register_with_a_status_is_no_record() {
        assert!(is_page(
            "# Register of debts\n\n**Version:** v1.1 | **Status:** Active\n\n## In short\n\n- x\n"
        ));
        assert!(is_page("# Plan\n\nStatus: Approved\n\n## Steps\n\n1. x\n\n## Owners\n\nNone.\n"));
    }

    #[test]
    fn a_log_of_decisions_is_no_record() {
        let entry = "### Context\n\nC.\n\n### Decision\n\nD.\n\n";
        let log = format!(
            "# Choices of the team\n\nStatus: Active\n\n## Summary\n\nS.\n\n## Decision #001: Use X\n\n{entry}## Decision #002: Use Y\n\n{entry}"
        );
        assert!(is_page(&log));
    }

    #[test]
    fn the_status_of_an_entry_is_not_that_of_its_log() {
        let entry = |title| {
            format!("## {title}\n\nStatus: Accepted\nDeciders: Ann\n\n### Decision\n\nD.\n\n")
        };
        let log =
            ["# Choices of the team\n\n".to_owned(), entry("On X #1"), entry("On Y #2")].concat();
        assert!(is_page(&log));
        let whole = log.replacen("## On X", "## Decision\n\nWe do both.\n\n## On X", 1);
        assert!(!is_page(&whole), "a decision for all");
    }

    #[test]
    fn a_record_without_a_number_says_so_somehow() {
        for text in [
            "# Use a queue\n\nStatus: Active\n\n## Context\n\nC.\n\n## Decision\n\nD.\n",
            "# Use a queue\n\nStatus: Active\n\n## 6. Outcome\n\nO.\n\n## 9. Decision\n\nD.\n",
            "# Use a queue\n\nStatus: Active\n\n**Decision:** we use one.\n",
            "# Use a queue\n\nStatus: Accepted\n\nWe use one.\n",
            "# ADR: Use a queue\n\nStatus: Active\n\nWe use one.\n",
            "# Use a queue (2024-03-05)\n\nStatus: Active\n\nWe use one.\n",
            "# Use a queue\n\nStatus: Active\nSupersedes: ADR-1\n\nWe use one.\n",
            "# Use a queue\n\nStatus: Active\nDeciders: Ann\n\nWe use one.\n",
            "---\ntype: adr\nstatus: active\n---\n\n# Use a queue\n\nWe use one.\n",
            "# Use a queue\n\nStatus: Active\n\n## The queue\n\n### Context\n\nC.\n\n### Decision\n\nD.\n",
        ] {
            assert!(!is_page(text), "{text}");
        }
    }

    #[test]
    fn where_no_record_has_a_number_several_pages_are_records() {
        let text = "# Use X\n\nStatus: Active\n\nWe use it.\n";
        let three = ["adr/use-a.md", "adr/use-b.md", "adr/use-c.md"].map(|path| (path, text));
        assert_eq!(pages(&three), [false; 3]);
        assert_eq!(pages(&three[..1]), [true]);
        let elsewhere = [three[0], three[1], three[2], NUMBERED];
        assert_eq!(pages(&elsewhere), [false; 4], "another team's are numbered");
        let beside = ("adr/team/0001-a.md", NUMBERED.1);
        assert_eq!(pages(&[three[0], three[1], three[2], beside]), [true, true, true, false]);
    }
}
