//! `accepted-changed`: the text of a decision that was accepted says something else.

use readers::adr::Record;

use crate::change::Change;
use crate::evidence::rewording::{Rewording, rewordings};
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};

pub static RULE: Rule = Rule {
    name: "accepted-changed",
    group: Group::Adr,
    levels: Levels::always(Level::Allow),
    summary: "The text of an accepted decision record has changed.",
    page: include_str!("../../pages/accepted-changed.md"),
};

pub(crate) fn check(change: &Change<'_>, findings: &mut Vec<Finding>) {
    let typos = change.now.settings.adr.typos;
    for (index, entry) in change.now.records.entries.iter().enumerate() {
        let Some(earlier) = change.earlier(index) else { continue };
        let (before, now) = (&earlier.record, &entry.record);
        if !before.is_in_force() || before.source.slice(before.span) == now.source.slice(now.span) {
            continue;
        }
        let changed = rewordings(before, now, typos);
        if let Some((first, others)) = changed.split_first() {
            findings.push(finding(now, first, others));
        }
    }
}

fn finding(record: &Record, first: &Rewording, others: &[Rewording]) -> Finding {
    let message = format!("{} says something else than when it was accepted", record.cited());
    let finding = Finding::new(&RULE, record.place(first.span), message)
        .label(first.was())
        .note("who agreed to it agreed to what it said then");
    let finding = match others.len() {
        0 => finding,
        1 => finding.note("one more place differs"),
        more => finding.note(format!("{more} more places differ")),
    };
    finding.help(
        "decide anew in a record that supersedes this one, or leave the text and add a note that begins \
         with its date",
    )
}
