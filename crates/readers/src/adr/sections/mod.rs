//! Records that are sections of an ordinary chapter: `### ADR-001: Use X` under "Design Decisions", `## 1. Use X` in a
//! log of decisions.

mod log;
mod section;
#[cfg(test)]
mod tests;

use std::cell::OnceCell;
use std::sync::Arc;

use crate::book::Chapter;
use crate::pointer;
use text::markdown::{Document, anchor};
use text::source::Source;

use super::id::Id;
use super::name::{ADR, Name};
use super::record::Record;
use super::status::OwnWords;
use super::title::Title;
use words::fold;

use section::Found;

pub(super) use section::has_mark;

/// The abbreviations that such headings begin with, in every language; short enough for a search of each chapter's
/// bytes.
const PREFIXES: [&str; 2] = [ADR, "RFC"];

/// How the headings of a log begin whose decisions have a code.
const CODES: [&str; 5] = ["# AD-", "# D-", "# DD-", "# DEC-", "# KD-"];

/// Whether a look into the chapter is worth it: a search for words rules nearly all chapters out.
pub(super) fn may_hold_records(chapter: &Chapter<'_>) -> bool {
    let mentions = |word: &&str| chapter.mentions(word);
    (PREFIXES.iter().any(mentions) || log::is_named(chapter.text_path())) && mentions(&"# ")
        || CODES.iter().any(mentions)
}

/// The sections whose headings carry a record's number and a title of their own. What a template
/// left in brackets is no record yet.
pub(super) fn records(document: &Document, path: &str, own: &OwnWords) -> Vec<Record> {
    log(document, path, own).unwrap_or_else(|| named_records(document, path, own))
}

/// The same of a text that is not parsed yet.
pub fn records_in(source: &Arc<Source>, path: &str, own: &OwnWords) -> Vec<Record> {
    records(&Document::parse(source), path, own)
}

/// Those that are called records: `ADR-001: Use X`.
pub(super) fn named_records(document: &Document, path: &str, own: &OwnWords) -> Vec<Record> {
    anchored(document, named(document, path, own))
}

/// The records of a log that are called by a code or a number alone; none where others are called records.
pub(super) fn log(document: &Document, path: &str, own: &OwnWords) -> Option<Vec<Record>> {
    let records = log::records(document, path, own);
    let is_log = !records.is_empty() && named(document, path, own).is_empty();
    is_log.then(|| anchored(document, records))
}

/// The records, each with the id of its heading on a page.
fn anchored(document: &Document, records: Vec<Found>) -> Vec<Record> {
    let ids = OnceCell::new();
    let anchored = |Found { section, mut record }| {
        record.anchor = ids.get_or_init(|| anchor::ids(document)).get(section).cloned();
        record
    };
    records.into_iter().map(anchored).collect()
}

/// Whether a text is a log of several decisions that have no number to be cited by.
pub(super) fn is_unnumbered_log(document: &Document) -> bool {
    log::is_unnumbered(document)
}

/// Whether a text is called as a collection of decisions is.
pub(super) fn is_called_a_log(file: &Record) -> bool {
    let title = file.title.as_ref();
    log::is_named(&file.path) || title.is_some_and(|title| log::names_decisions(&title.value))
}

/// The sections that are called records: `ADR-001: Use X`.
fn named(document: &Document, path: &str, own: &OwnWords) -> Vec<Found> {
    let mut records: Vec<(Found, bool)> = Vec::new();
    let mut next = 0;
    for (index, section) in document.outline.sections.iter().enumerate() {
        let Some(heading) = document.blocks[section.block].heading() else { continue };
        let text = heading.text.plain();
        let prefixed = ["adr", "rfc"].iter().any(|kind| fold::at_start(&text, kind).is_some());
        // A chapter whose own heading has a number is not a section.
        if index < next || section.level < 2 || !prefixed {
            continue;
        }
        let title = Title::of(&text, &Name::of(""));
        if title.id.is_none() || title.words.is_none() || is_of_the_internet(&text, &title) {
            continue;
        }
        let found = section::read(document, path, index, own);
        if let Some(found) = found.filter(|found| !only_points(document, index, &found.record)) {
            records.push((found, has_mark(&text)));
            next = section.subtree;
        }
    }
    // `ADR-7 Rollout` beside `ADR-7: Use a queue` is about that record.
    let marked: Vec<_> = records
        .iter()
        .filter(|(_, mark)| *mark)
        .map(|(found, _)| found.record.folded_id())
        .collect();
    let own = |(found, mark): &(Found, bool)| *mark || !marked.contains(&found.record.folded_id());
    records.into_iter().filter(own).map(|(found, _)| found).collect()
}

/// Whether all that a section says is where the record of its number is.
fn only_points(document: &Document, section: usize, record: &Record) -> bool {
    let leads = || {
        let target = &pointer::link(document, section)?.target;
        let file = target.split(['#', '?']).next()?;
        let id = Name::of_path(file).id?.folded();
        (record.folded_id()? == id).then_some(())
    };
    record.states.is_empty() && record.relations.is_empty() && leads().is_some()
}

/// `RFC 9457 Field Mapping`: the documents of the [RFC Editor](https://www.rfc-editor.org) have four digits
/// by now, and a chapter cites them.
fn is_of_the_internet(heading: &str, title: &Title) -> bool {
    const FIRST: u64 = 1000;
    let number = title.id.as_ref().and_then(Id::number);
    fold::at_start(heading, "rfc").is_some() && number.is_some_and(|number| number >= FIRST)
}
