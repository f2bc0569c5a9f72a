//! `adr-number-mismatch`: a heading that has another number than the file's name.

use crate::evidence::habit::Habits;
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::adr::collection::Entry;
use readers::adr::{Id, Origin, Record, Sourced};
use readers::analysis::Analysis;

pub static RULE: Rule = Rule {
    name: "adr-number-mismatch",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A decision record's heading has another number than its file.",
    page: include_str!("../../pages/adr-number-mismatch.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let records = &analysis.records;
    let habits = Habits::measure(records, |record| numbers(record).map(|_| ()), agree);
    for Entry { record, .. } in &records.entries {
        let Some((named, stated)) = numbers(record).filter(|_| !agree(record)) else { continue };
        let share = habits.beside(record, ());
        // Where headings count otherwise than files, the numbers are not meant to be the same.
        if share.shows_a_habit() && !share.is_common() {
            continue;
        }
        let message = format!("this says {}, the file's name says {named}", stated.value);
        findings.push(
            Finding::new(&RULE, record.place(stated.span), message)
                .note(format!("the file's number counts: the record is listed as {named}"))
                .help("make both the same"),
        );
    }
}

/// The number of the file's name, and the identifier in its text: the first that differs, if one does.
fn numbers(record: &Record) -> Option<(u64, &Sourced<Id>)> {
    let of_file = |id: &&Sourced<Id>| matches!(id.origin, Origin::FileName | Origin::Directory);
    let named = record.ids.iter().filter(of_file).find_map(|id| id.value.number())?;
    let stated = || {
        let inside = record.ids.iter().filter(move |id| !of_file(id));
        inside.filter(|id| id.value.number().is_some())
    };
    let other = stated().find(|id| id.value.number() != Some(named));
    Some((named, other.or_else(|| stated().next())?))
}

fn agree(record: &Record) -> bool {
    numbers(record).is_some_and(|(named, stated)| stated.value.number() == Some(named))
}
