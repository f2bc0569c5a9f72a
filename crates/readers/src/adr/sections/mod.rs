//! Records that are sections of an ordinary chapter: `### ADR-001: Use X` under "Design Decisions", `## 1. Use X` in a
//! log of decisions.

mod entry;
mod log;
mod mark;
mod named;
mod section;
mod stated;
#[cfg(test)]
mod tests;

use std::cell::OnceCell;
use std::collections::BTreeSet;
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

pub(super) use mark::has_mark;
pub(super) use named::{is_file_of_decisions, names_decisions};
pub(super) use stated::states_itself;

/// The abbreviations that such headings begin with, in every language; short enough for a search of each chapter's
/// bytes.
const PREFIXES: [&str; 2] = [ADR, "RFC"];

/// How the headings of a log begin whose decisions have a code.
const CODES: [&str; 5] = ["# AD-", "# D-", "# DD-", "# DEC-", "# KD-"];

/// Whether a look into the chapter is worth it: a search for words rules nearly all chapters out.
pub(super) fn may_hold_records(chapter: &Chapter<'_>) -> bool {
    let mentions = |word: &&str| chapter.mentions(word);
    let is_called_so = || is_file_of_decisions(chapter.text_path()) || is_titled(chapter);
    (PREFIXES.iter().any(mentions) || is_called_so()) && mentions(&"# ")
        || CODES.iter().any(mentions)
}

/// Whether a chapter's title names decisions, as its first line has it.
fn is_titled(chapter: &Chapter<'_>) -> bool {
    // Whole books are asked: nothing but the first lines is decoded, unless something stands above the title.
    const HEAD: usize = 256;
    let named = |text: &str| {
        text.lines().find_map(|line| line.trim_start().strip_prefix("# ").map(names_decisions))
    };
    let head = chapter.first_lines(HEAD);
    let is_led = ["---", "+++", "<!--"].iter().any(|sign| head.trim_start().starts_with(sign));
    let whole = || is_led.then(|| named(chapter.source().text())).flatten();
    named(&head).or_else(whole).unwrap_or(false)
}

/// The sections that are decisions, each with a title of its own. What a template left in brackets is none yet.
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

/// The same, each with how many parts of a decision it has, below headings or behind labels.
pub(super) fn named_with_parts(
    document: &Document,
    path: &str,
    own: &OwnWords,
) -> Vec<(Record, usize)> {
    let found = named(document, path, own);
    let count = |found: &Found| {
        let parts = stated::parts(document, found);
        parts.into_iter().collect::<BTreeSet<_>>().len()
    };
    let counts: Vec<usize> = found.iter().map(count).collect();
    anchored(document, found).into_iter().zip(counts).collect()
}

/// The entries of a log, and with them those that are called records; none where it has no others.
pub(super) fn log(document: &Document, path: &str, own: &OwnWords) -> Option<Vec<Record>> {
    let named = named(document, path, own);
    let sections = &document.outline.sections;
    let called: Vec<_> =
        named.iter().map(|found| found.section..sections[found.section].subtree).collect();
    let mut entries = log::records(document, path, own, &called);
    if entries.is_empty() {
        return None;
    }
    entries.extend(named);
    entries.sort_by_key(|found| found.section);
    Some(anchored(document, entries))
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
    stated::is_unnumbered(document)
}

/// Whether a text is called as a collection of decisions is.
pub(super) fn is_called_a_log(document: &Document, file: &Record) -> bool {
    let title = file.title.as_ref();
    log::is_called_so(document, &file.path)
        || title.is_some_and(|title| names_decisions(&title.value))
}

/// The sections that are called records: `ADR-001: Use X`.
fn named(document: &Document, path: &str, own: &OwnWords) -> Vec<Found> {
    let mut records: Vec<(Found, bool)> = Vec::new();
    let mut next = 0;
    let from = if has_several_titles(document, path) { 1 } else { 2 };
    for (index, section) in document.outline.sections.iter().enumerate() {
        let Some(heading) = document.blocks[section.block].heading() else { continue };
        let text = heading.text.plain();
        let prefixed = ["adr", "rfc"].iter().any(|kind| fold::at_start(&text, kind).is_some());
        // A chapter whose own heading has a number is not a section.
        if index < next || section.level < from || !prefixed {
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

/// Whether a text that is called a log has its entries on the level of its own title: `# Decision log`, `# ADR-1: Use X`.
pub(super) fn has_several_titles(document: &Document, path: &str) -> bool {
    let sections = document.outline.sections.iter();
    let titles = sections.filter(|section| section.level == 1).count();
    titles > 2 && log::is_called_so(document, path)
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
