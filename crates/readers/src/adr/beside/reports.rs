//! Reports on records: called after one, on all of a directory, or said to be none of them.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use text::tally::commonest;
use words::fold::folded;
use words::{ClauseRole, Language, Reference, Vocabulary};

use super::belonging::{is_marked, states_nothing};
use super::mention::{lead, names_its_number, numbers};
use crate::adr::format::Part;
use crate::adr::id::Id;
use crate::adr::name::SHORT_NAMES;
use crate::adr::read::is_named_record;
use crate::adr::record::{Origin, Record};
use crate::record_path;
use crate::settings::is_adr_directory;

/// Which of some records are reports.
pub(super) fn among(records: &[&Record]) -> Vec<bool> {
    let on_one = on_one(records);
    let on_all = on_all(records);
    let in_plans = in_plans(records);
    let is_one = |(at, record): (usize, &&Record)| {
        on_one[at] || on_all[at] || denies(record) || in_plans[at]
    };
    records.iter().enumerate().map(is_one).collect()
}

/// Sections without a status in a text whose front matter says that it is no record, as a plan for some.
fn in_plans(records: &[&Record]) -> Vec<bool> {
    let is_bare = |record: &&&Record| record.anchor.is_some() && record.states.is_empty();
    let bare = records.iter().filter(is_bare);
    let texts: BTreeMap<&str, &Record> = bare.map(|record| (&*record.path, *record)).collect();
    let is_plan = |record: &Record| {
        // The record's own part of the text has no front matter.
        if !record.source.text().starts_with(['-', '+']) {
            return false;
        }
        let front = record.file().front_matter;
        let entries = front.iter().flat_map(|front| &front.entries);
        entries.filter_map(|entry| entry.value.as_str()).any(is_denial)
    };
    let plans: HashSet<&str> =
        texts.into_iter().filter(|(_, record)| is_plan(record)).map(|(path, _)| path).collect();
    records.iter().map(|record| is_bare(&record) && plans.contains(&*record.path)).collect()
}

/// Those outside of the directories of records that are called after one which stands there: `analysis/adr7-results.md` with
/// the heading `ADR-7 Results`. With a mark behind the number it may be one of another team.
fn on_one(records: &[&Record]) -> Vec<bool> {
    let is_kept = |record: &Record| record.path.split('/').any(is_adr_directory);
    let kept = records.iter().filter(|record| {
        record.anchor.is_none() && is_kept(record) && is_marked(record) && !states_nothing(record)
    });
    let kept: HashSet<Id> = kept.filter_map(|record| record.folded_id()).collect();
    let is_one = |record: &&Record| {
        record.anchor.is_none()
            && !is_kept(record)
            && is_named_record(&record.path)
            && record.folded_id().is_some_and(|id| kept.contains(&id))
            && !is_marked(record)
            && names_its_number(record, record.source.slice(record.heading))
            && !is_stated(record)
            && !has_decision(record)
    };
    records.iter().map(is_one).collect()
}

/// Those without a number beside numbered ones that name nearly all of these, and neither state how they stand nor have
/// a section for a decision.
fn on_all(records: &[&Record]) -> Vec<bool> {
    /// As many records show that those of a directory have numbers.
    const FEWEST: usize = 4;
    let mut homes: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, record) in records.iter().enumerate().filter(|(_, record)| record.anchor.is_none()) {
        homes.entry(record.numbering()).or_default().push(at);
    }
    let mut found = vec![false; records.len()];
    for beside in homes.values() {
        let series = |at: &usize| {
            let id = &records[*at].id.as_ref()?.value;
            id.number().map(|_| id.series().unwrap_or_default().to_owned())
        };
        let Some((usual, size)) = commonest(beside.iter().filter_map(series)) else { continue };
        if size < FEWEST || size * 2 <= beside.len() {
            continue;
        }
        let of_series = beside.iter().filter(|at| series(at).as_ref() == Some(&usual));
        let of_series: Vec<&Record> = of_series.map(|at| records[*at]).collect();
        for &at in beside {
            let record = records[at];
            let may_be = record.id.is_none() && record.status.is_none() && !decides(record);
            found[at] = may_be && names_most(record, &of_series);
        }
    }
    found
}

/// Whether a text names three quarters of some records, by their numbers or their files.
fn names_most(record: &Record, of_series: &[&Record]) -> bool {
    let text = record.source.text();
    let numbers: BTreeSet<u64> = numbers(text).collect();
    let is_named = |other: &&&Record| {
        other.number().is_some_and(|number| numbers.contains(&number))
            || text.contains(record_path::stem(&other.path))
    };
    let named = of_series.iter().filter(is_named).count();
    named * 4 >= of_series.len() * 3
}

/// Whether a file says that it is none: `Status: working plan (not an ADR)`, `Not a new ADR, but the plan for one.`
fn denies(record: &Record) -> bool {
    // What is accepted or withdrawn is one, whatever it is not: `Accepted (not an RFC)`.
    if record.anchor.is_some() || is_stated(record) {
        return false;
    }
    let opens = |line: &str| clauses(line).next().is_some_and(denies_a_record);
    let in_lead = || !decides(record) && lead(record).lines().any(opens);
    record.status_raw.as_deref().is_some_and(is_denial) || in_lead()
}

/// Whether a clause of a text is no more than that something is no record.
fn is_denial(text: &str) -> bool {
    clauses(text).any(denies_a_record)
}

fn clauses(text: &str) -> impl Iterator<Item = &str> {
    let ends = |c: char| "().,;:—–*_>".contains(c);
    text.split(ends).map(str::trim).filter(|clause| !clause.is_empty())
}

/// `not a new ADR`
fn denies_a_record(clause: &str) -> bool {
    const MOST_WORDS: usize = 3;
    const MOST_LETTERS: usize = 3;
    let Some(found) = Vocabulary::known().starts(ClauseRole::Negation, clause) else {
        return false;
    };
    let words: Vec<&str> = clause[found.len..].split_whitespace().collect();
    // Between them stands an article: `no other ADR` is about others.
    let is_record = |from: usize| {
        if words[..from].iter().any(|word| word.chars().count() > MOST_LETTERS) {
            return false;
        }
        let noun = words[from..].join(" ");
        let is_short = SHORT_NAMES.contains(&&*noun);
        is_short || noun.contains(' ') && Vocabulary::known().is(Reference::Record, &noun)
    };
    is_not(&clause[..found.len]) && (0..words.len().min(MOST_WORDS)).any(is_record)
}

/// Whether a word denies what something is, and not that there is one, as `no` does: the first that each language has for it.
fn is_not(word: &str) -> bool {
    let first = |language| Vocabulary::wording(ClauseRole::Negation, language);
    folded(word) != "no" && Language::all().filter_map(first).any(|not| folded(not) == folded(word))
}

/// Whether it says under a label how it stands.
fn is_stated(record: &Record) -> bool {
    let is_known = |origin: Origin, doubt: bool| origin != Origin::Title && !doubt;
    record.states.iter().any(|state| is_known(state.origin, state.value.doubt.is_some()))
}

/// Whether a section is called the decision; reports have recommendations and conclusions.
fn has_decision(record: &Record) -> bool {
    record.sections.iter().any(|section| section.part == Some(Part::Decision))
}

fn decides(record: &Record) -> bool {
    record.sections.iter().any(|section| section.part.is_some_and(Part::is_decision))
}

#[cfg(test)]
mod tests {
    use text::markdown::Document;
    use text::source::Source;

    use super::*;
    use crate::adr::status::OwnWords;
    use crate::adr::{sample, sections};

    /// Which of these files are reports.
    fn reports(files: &[(&str, &str)]) -> Vec<bool> {
        let records: Vec<Record> =
            files.iter().map(|(path, text)| sample::record(path, text)).collect();
        among(&records.iter().collect::<Vec<_>>())
    }

    const WHOLE: (&str, &str) = (
        "docs/adr/0007-use-a-queue.md",
        "# ADR-7: Use a queue\n\nStatus: Accepted\n\n## Decision\n\nD.\n",
    );

    #[test]
    fn a_report_on_a_record_that_stands_elsewhere_is_none() {
        let beside = |path: &str, text: &str| reports(&[WHOLE, (path, text)])[1];
        for (path, text) in [
            ("docs/analysis/adr7-results.md", "# ADR-7 Results of the first round\n\nText.\n"),
            (
                "docs/analysis/adr-007-audit.md",
                "# Findings — ADR-7 in the yard\n\n**Date:** 2024-03-05\n",
            ),
            ("docs/runs/adr7-dry-run.md", "# ADR-0007 Dry run (done)\n\n## State\n\nS.\n"),
            ("docs/runs/adr7-and-8.md", "# ADR-7 ↔ ADR-8 Memo\n\n## Recommendation\n\nR.\n"),
            (
                "docs/plans/adr7-scope.md",
                "# ADR-7 Scope\n\n**Status:** Working paper\n\n## Parts\n\nP.\n",
            ),
        ] {
            assert!(beside(path, text), "{path}");
        }
        for (path, text) in [
            ("teams/b/adr-0007-use-x.md", "# ADR-7: Use lamps\n\nText.\n"),
            ("teams/b/adr-0007-use-x.md", "# Use lamps\n\nText.\n"),
            ("teams/b/adr-0007-use-x.md", "# ADR 7 Use lamps\n\nStatus: Accepted\n\nText.\n"),
            ("teams/b/adr-0007-use-x.md", "# ADR 7 Use lamps\n\n## Decision\n\nD.\n"),
            ("teams/b/adr-0008-use-x.md", "# ADR-8 Results\n\nText.\n"),
            ("docs/adr/more/adr-0007-use-x.md", "# ADR-7 Use lamps\n\nText.\n"),
        ] {
            assert!(!beside(path, text), "{path} {text}");
        }
        let unmarked = ("docs/adr/0007-use-a-queue.md", &*WHOLE.1.replace("7: Use", "7 Use"));
        let other = ("teams/b/adr-0007-use-x.md", "# ADR-7 Use lamps\n\nText.\n");
        assert_eq!(reports(&[unmarked, other]), [false; 2], "all are titled so");
    }

    #[test]
    fn a_page_on_all_records_of_its_directory_is_none() {
        let one = |number: usize| {
            let text =
                format!("# ADR-{number}: Gate {number}\n\nStatus: Accepted\n\n## Decision\n\nD.\n");
            (format!("docs/adr/{number:04}-gate-{number}.md"), text)
        };
        let all: Vec<_> = (1..=4).map(one).collect();
        let with = |name: &str, text: &str| {
            let mut files: Vec<(&str, &str)> =
                all.iter().map(|(path, text)| (&**path, &**text)).collect();
            files.push((name, text));
            reports(&files).pop().unwrap()
        };
        let review = "# Review of the gates\n\nDate: 2024-03-05\n\n## Summary\n\nADR-1, ADR-0002 and [the third](0003-gate-3.md).\n\n## Alternatives\n\nGood.\n";
        assert!(with("docs/adr/REVIEW.md", review));
        let stated = review.replace("Date:", "Status: Proposed\nDate:");
        assert!(!with("docs/adr/merge-the-gates.md", &stated), "it says how it stands");
        let decided = review.replace("Alternatives", "Decision");
        assert!(!with("docs/adr/close-the-gates.md", &decided), "it decides");
        let two = review.replace("[the third](0003-gate-3.md)", "more");
        assert!(!with("docs/adr/close-the-gates.md", &two), "two of four");
        assert!(!with("docs/adr/0005-close-the-gates.md", review), "it has a number");
        assert!(!with("docs/other/REVIEW.md", review));
    }

    #[test]
    fn what_says_that_it_is_no_record_is_none() {
        let one = |text: &str| reports(&[("docs/adr/ADR-7-plan.md", text)])[0];
        for text in [
            "# ADR-7: Plan\n\nStatus: Working plan (2024-03-05). Not a new ADR — the plan for one.\n",
            "# ADR-7: Plan\n\n> **Status**: Planning paper (not an ADR).\n",
            "# ADR-7: Plan\n\nNot an ADR. It tells how we go on.\n\n## Steps\n\nS.\n",
            "# ADR-7: Plan\n\nStatus: Notiz (nicht ein ADR)\n",
            "# ADR-7: Plan\n\n**Not a decision record:** notes.\n",
        ] {
            assert!(one(text), "{text}");
        }
        for text in [
            "# ADR-7: Plan\n\nStatus: Accepted. Not an ADR-3 matter.\n",
            "# ADR-7: Plan\n\nStatus: Accepted (not an RFC)\n",
            "# ADR-7: Plan\n\nStatus: Withdrawn, not an ADR\n",
            "# ADR-7: Plan\n\nA change of a bulb: not an ADR. A new lamp: an ADR.\n",
            "# ADR-7: Plan\n\nStatus: Draft, no ADR number yet\n",
            "# ADR-7: Plan\n\nThis is not an ADR that changes the yard.\n",
            "# ADR-7: Plan\n\nStatus: Not decided\n",
            "# ADR-7: Plan\n\nStatus: Deprecated (no superseding ADR)\n",
            "# ADR-7: Plan\n\nStatus: Deprecated (no ADR)\n",
            "# ADR-7: Plan\n\nStatus: Deprecated (kein ADR)\n",
            "# ADR-7: Plan\n\nStatus: Deprecated (not superseding ADR)\n",
            "# ADR-7: Plan\n\nStatus: Accepted\n\nNot an ADR of the old kind.\n",
            "# ADR-7: Plan\n\nNot a decision.\n",
        ] {
            assert!(!one(text), "{text}");
        }
    }

    #[test]
    fn a_plan_for_records_has_none() {
        let sections = |status: &str| {
            let text = format!(
                "---\nstatus: {status}\n---\n\n# Way\n\n## ADR 1 — Pumps\n\nP.\n\n## ADR 2 — Lamps\n\nL.\n"
            );
            let document = Document::parse(&Source::new("docs/way.md", text));
            let records = sections::records(&document, "docs/way.md", &OwnWords::new());
            among(&records.iter().collect::<Vec<_>>())
        };
        assert_eq!(sections("planning paper (not an ADR)"), [true; 2]);
        assert_eq!(sections("planning paper"), [false; 2]);
    }
}
