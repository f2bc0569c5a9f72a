//! `adr-untouched-section`: a section that nobody has written.

use crate::evidence::owes;
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::adr::collection::Entry;
use readers::adr::record::{Section, Unwritten};
use readers::adr::{Part, Record, Status};
use readers::analysis::Analysis;
use words::{Answer, Vocabulary};

pub static RULE: Rule = Rule {
    name: "adr-untouched-section",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A section of a decision record is empty or as the template left it.",
    page: include_str!("../../pages/adr-untouched-section.md"),
};

pub(crate) fn check(_: &Analysis<'_>, entry: &Entry, findings: &mut Vec<Finding>) {
    let record = &entry.record;
    if owes::is_exempt(record) {
        return;
    }
    for (index, section) in record.sections.iter().enumerate() {
        let what = match section.unwritten {
            Some(Unwritten::Empty) => "is empty",
            Some(Unwritten::Template) => "is as the template left it",
            None => continue,
        };
        if !is_due(record, section) || is_answered(record, index) || is_one_side(record, index) {
            continue;
        }
        let message = format!("\"{}\" {what}", section.title);
        let status = record.status();
        let note = match status {
            Some(status) if !status.is_open() => format!("{} is {status}", record.cited()),
            _ => "the template's words are not the record's".to_owned(),
        };
        findings.push(
            Finding::new(&RULE, record.place(section.heading), message)
                .note(note)
                .help("write it, or leave the heading out")
                .entry("sections are not written", &section.title, index),
        );
    }
}

/// The parts that make a decision. One that is still to be decided, and one that does not count, may lack
/// anything; where no status is stated, the template's words are reported.
fn is_due(record: &Record, section: &Section) -> bool {
    let status = record.status();
    let counts = matches!(status, Some(Status::Accepted | Status::Implemented | Status::Other));
    match section.part {
        Some(Part::Context | Part::Decision | Part::Outcome | Part::Options | Part::Rationale) => {
            counts || (status.is_none() && section.unwritten == Some(Unwritten::Template))
        }
        Some(Part::Consequences) => counts,
        _ => false,
    }
}

/// Whether a section says something after all: that there is nothing to say, in raw HTML, or by the
/// heading of what is nested in it (`### A) No prefixes`).
fn is_answered(record: &Record, index: usize) -> bool {
    let section = &record.sections[index];
    let nested =
        || record.sections[index + 1..].iter().take_while(|other| other.level > section.level);
    let body = without_comments(record.source.slice(section.body));
    let words = body.trim_matches(|c: char| !c.is_alphanumeric());
    let answer = || {
        let found = Vocabulary::known().at_start::<Answer>(words);
        found.is_some_and(|found| is_brief(&words[found.len..]))
    };
    let in_html = || section.unwritten == Some(Unwritten::Empty) && body.contains("</");
    let headed = || {
        section.unwritten == Some(Unwritten::Empty)
            && nested().any(|other| names_a_choice(&other.title))
    };
    (nested().next().is_none() && answer()) || in_html() || headed() || goes_on(record, index)
}

/// Whether what belongs below a heading stands beside it: `## Considered Options`, `## Option A`.
fn goes_on(record: &Record, index: usize) -> bool {
    let section = &record.sections[index];
    let is_choice = |title: &str| {
        let found = Vocabulary::known().at_start::<words::Part>(title);
        let part = found.map(|found| found.meaning);
        matches!(part, Some(words::Part::Options | words::Part::Alternatives))
    };
    let next = record.sections.get(index + 1).filter(|next| next.level == section.level);
    section.part == Some(Part::Options)
        && section.unwritten == Some(Unwritten::Empty)
        && next.is_some_and(|next| next.unwritten.is_none() && is_choice(&next.title))
}

/// One side of the consequences beside another that is written: `Negative` below `Positive`. It may be
/// empty because there is nothing of the kind.
fn is_one_side(record: &Record, index: usize) -> bool {
    let section = &record.sections[index];
    if section.part != Some(Part::Consequences) || section.unwritten != Some(Unwritten::Empty) {
        return false;
    }
    let parent = record.sections[..index].iter().rposition(|other| other.level < section.level);
    let Some(parent) = parent.filter(|&at| record.sections[at].part == Some(Part::Consequences))
    else {
        return false;
    };
    let sides = record.sections[parent + 1..].iter();
    let mut sides = sides.take_while(|other| other.level >= section.level);
    sides.any(|other| other.level == section.level && other.unwritten.is_none())
}

/// `none so far`, `n/a for now`.
fn is_brief(rest: &str) -> bool {
    const MOST_WORDS: usize = 4;
    rest.split_whitespace().count() <= MOST_WORDS
}

/// A heading that is no part of the form says something itself.
fn names_a_choice(title: &str) -> bool {
    let part = Vocabulary::known().at_start::<words::Part>(title);
    part.is_none() && title.split_whitespace().count() > 1
}

fn without_comments(text: &str) -> String {
    let mut parts = text.split("<!--");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + part.split_once("-->").map_or("", |(_, rest)| rest))
}
