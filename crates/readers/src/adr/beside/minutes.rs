//! Sections that are called after records and are none: what was said of one in several meetings, and summaries of a whole
//! log in another text.

use std::collections::{HashMap, HashSet};

use text::tally::tally;

use super::belonging::states_nothing;
use crate::adr::id::Id;
use crate::adr::naming::same_title;
use crate::adr::record::Record;
use crate::adr::sections::has_mark;

/// Which are sections of minutes: several of one file under one number, `## RFC-4 First round` and `## RFC-4 Approval`,
/// that neither set their words apart from it nor decide anything.
pub(super) fn of_meetings(records: &[&Record]) -> Vec<bool> {
    let counts = tally(records.iter().filter_map(|record| unmarked(record)));
    let is_one = |record: &&Record| unmarked(record).is_some_and(|key| counts[&key] > 1);
    records.iter().map(is_one).collect()
}

/// The file and the number of a section that sets no mark between its number and its words, and decides nothing.
fn unmarked(record: &Record) -> Option<(&str, Id)> {
    let marked = has_mark(record.source.slice(record.heading));
    let counts = record.anchor.is_some() && !marked && states_nothing(record);
    Some((record.path.as_str(), record.folded_id()?)).filter(|_| counts)
}

/// Which are sections of a text that sums up records: three or more, none with a status or a day, and each with the number and
/// the title of a record of another file that has one, or the beginning of it. Most have the whole title.
pub(super) fn of_summaries(records: &[&Record]) -> Vec<bool> {
    const FEWEST: usize = 3;
    let mut stated: HashMap<Id, Vec<&Record>> = HashMap::new();
    for record in records.iter().filter(|record| record.status.is_some()) {
        if let Some(id) = record.folded_id() {
            stated.entry(id).or_default().push(record);
        }
    }
    let others = |record: &Record| {
        let all = record.folded_id().and_then(|id| stated.get(&id)).into_iter().flatten();
        all.copied().filter(|other| other.path != record.path).collect::<Vec<&Record>>()
    };
    let is_same = |record: &Record| {
        others(record).iter().any(|other| same_title(&other.shown_title(), &record.shown_title()))
    };
    let repeats = |record: &Record| {
        let begins = || others(record).iter().any(|other| is_begun(record, other));
        record.states.is_empty() && record.dates.is_empty() && (is_same(record) || begins())
    };
    let sections = || records.iter().filter(|record| record.anchor.is_some());
    let told: HashSet<&str> =
        sections().filter(|record| !repeats(record)).map(|record| &*record.path).collect();
    let counts = tally(sections().map(|record| &*record.path));
    let same = tally(sections().filter(|record| is_same(record)).map(|record| &*record.path));
    let is_one = |record: &&Record| {
        let path = &*record.path;
        let is_most = same.get(path).is_some_and(|same| same * 2 > counts[path]);
        record.anchor.is_some() && !told.contains(path) && counts[path] >= FEWEST && is_most
    };
    records.iter().map(is_one).collect()
}

/// Whether one of two titles goes on from the other: `Queue or log`, `Queue or log for parcels`.
fn is_begun(one: &Record, other: &Record) -> bool {
    const FEWEST: usize = 2;
    let words = |record: &Record| -> Vec<String> {
        let title = record.shown_title().to_lowercase();
        let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let (one, other) = (words(one), words(other));
    one.len().min(other.len()) >= FEWEST && one.iter().zip(&other).all(|(a, b)| a == b)
}

#[cfg(test)]
mod tests {
    use text::markdown::Document;
    use text::source::Source;

    use super::*;
    use crate::adr::sections;
    use crate::adr::status::OwnWords;

    fn read(files: &[(&str, &str)]) -> Vec<Record> {
        let own = OwnWords::new();
        let read = |(path, text): &(&str, &str)| {
            sections::records(&Document::parse(&Source::new(*path, *text)), path, &own)
        };
        files.iter().flat_map(read).collect()
    }

    #[test]
    fn several_sections_on_one_record_are_minutes() {
        let minutes = |text: &str| {
            let records = read(&[("notes/may.md", text)]);
            of_meetings(&records.iter().collect::<Vec<_>>())
        };
        let first = "# May\n\n## RFC-004 First round\n\nWe began.\n\n";
        assert_eq!(minutes(&format!("{first}## RFC-004 Approval\n\nDone.\n")), [true; 2]);
        // Two records that got one number by mistake, and one alone.
        for other in [
            "## RFC-005 Approval\n\nDone.\n",
            "## RFC-004 Use X\n\nStatus: Accepted\n",
            "## RFC-004 Use X\n\n### Decision\n\nX.\n",
            "",
        ] {
            let found = minutes(&format!("{first}{other}"));
            assert!(!found.contains(&true), "{other}");
        }
        let marked = "# May\n\n## RFC-004: Use X\n\nX.\n\n## RFC-004: Use Y\n\nY.\n";
        assert_eq!(minutes(marked), [false; 2]);
    }

    #[test]
    fn a_text_that_sums_up_a_log_has_no_records() {
        let log = |state: &str| {
            let one =
                |n: u64| format!("## ADR-00{n}: Use tool {n}\n\n{state}\n\n**Decision:** it.\n\n");
            format!("# Log\n\n{}", [1, 2, 3].map(one).concat())
        };
        let (whole, short) = (log("**Status:** Accepted"), log("In short."));
        let summed = |short: &str| {
            let records = read(&[("adr/log.md", &whole), ("needs.md", short)]);
            of_summaries(&records.iter().collect::<Vec<_>>()).split_off(3)
        };
        assert_eq!(summed(&short), [true; 3]);
        assert_eq!(summed(&short.replace("Use tool 2", "Use tool 2 in yards")), [true; 3]);
        assert_eq!(summed(&log("**Status:** Proposed")), [false; 3]);
        assert_eq!(summed(&log("**Date:** 2024-03-05")), [false; 3]);
        assert_eq!(summed(&short.replace("Use tool 2", "Use another")), [false; 3]);
        assert_eq!(summed(&short.replace("ADR-003", "ADR-007")), [false; 3]);
        let two = short.split("## ADR-003").next().unwrap();
        assert_eq!(summed(two), [false; 2]);
    }
}
