//! `adr-number-taken`: the branch that a change is to go into has another record of that number by now.

use readers::adr::Record;

use crate::change::{Change, Target};
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};

pub static RULE: Rule = Rule {
    name: "adr-number-taken",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "Another branch has given the number of a new decision record to another one.",
    page: include_str!("../../pages/adr-number-taken.md"),
};

pub(crate) fn check(change: &Change<'_>, findings: &mut Vec<Finding>) {
    let Some(target) = change.target else { return };
    let entries = change.now.records.entries.iter().enumerate();
    for (index, entry) in entries.filter(|(_, entry)| entry.belongs_to.is_none()) {
        let record = &entry.record;
        let id = |record: &Record| record.id.as_ref().map(|id| id.value.clone());
        if change.earlier(index).is_some_and(|was| id(&was.record) == id(record)) {
            continue;
        }
        if let Some(other) = taken_by(change, target, record) {
            findings.push(finding(change, target, record, other));
        }
    }
}

/// The record of the same number and directory that the branch has got meanwhile.
fn taken_by<'c>(change: &Change<'_>, target: Target<'c>, record: &Record) -> Option<&'c Record> {
    // 0 is what some write until the number is given.
    let id = &record.id.as_ref().filter(|id| id.value.number().is_some_and(|it| it > 0))?.value;
    let theirs = &target.analysis.records;
    let named = theirs.of_id(id).iter().map(|&index| &theirs.entries[index]);
    let new = named.filter(|entry| {
        let other = &entry.record;
        entry.belongs_to.is_none()
            && other.numbering() == record.numbering()
            && other.path != record.path
            && !change.had_record(&other.source)
    });
    new.map(|entry| &entry.record).next()
}

fn finding(change: &Change<'_>, target: Target<'_>, record: &Record, other: &Record) -> Finding {
    let message = format!("{} is taken on `{}`: {} has it", record.name(), target.name, other.path);
    let finding = Finding::new(&RULE, record.head(), message)
        .label("new here")
        .note(format!("both will be there once this is merged: theirs is {}", other.shown_title()));
    match free(change, target, record) {
        Some(free) => finding.help(format!("the next number that is free on both sides is {free}")),
        None => finding,
    }
}

/// The number after the largest of the directory, on either side.
fn free(change: &Change<'_>, target: Target<'_>, record: &Record) -> Option<u64> {
    let sides = [change.now, target.analysis].into_iter();
    let records = sides.flat_map(|side| &side.records.entries).map(|entry| &entry.record);
    let numbers =
        records.filter(|other| other.numbering() == record.numbering()).filter_map(Record::number);
    numbers.max()?.checked_add(1)
}
