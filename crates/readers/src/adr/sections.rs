//! Records that are sections of an ordinary chapter: `### ADR-001: Use X` under "Design Decisions".

use crate::book::Chapter;
use crate::pointer;
use text::markdown::{Document, anchor};

use super::id::Id;
use super::name::{ADR, Name};
use super::reader::Reader;
use super::record::Record;
use super::status::OwnWords;
use super::title::Title;
use words::fold;

/// The abbreviations that such headings begin with, in every language; short enough for a search of each chapter's
/// bytes.
const PREFIXES: [&str; 2] = [ADR, "RFC"];

/// Whether a look into the chapter is worth it: a search for words rules nearly all chapters out.
pub(super) fn may_hold_records(chapter: &Chapter<'_>) -> bool {
    may_hold(|word| chapter.mentions(word))
}

/// The same of any text that can be searched for a word.
pub(super) fn may_hold(mentions: impl Fn(&str) -> bool) -> bool {
    PREFIXES.iter().any(|prefix| mentions(prefix)) && mentions("# ")
}

/// The sections whose headings carry a record's number and a title of their own. What a template
/// left in brackets is no record yet.
pub(super) fn records(document: &Document, path: &str, own: &OwnWords) -> Vec<Record> {
    let mut records: Vec<(Record, bool)> = Vec::new();
    let mut ids = None;
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
        let record = read_section(document, path, index, own);
        if let Some(mut record) = record.filter(|record| !only_points(document, index, record)) {
            let ids = ids.get_or_insert_with(|| anchor::ids(document));
            record.anchor = ids.get(index).cloned();
            records.push((record, has_mark(&text)));
            next = section.subtree;
        }
    }
    // `ADR-7 Rollout` beside `ADR-7: Use a queue` is about that record.
    let marked: Vec<_> =
        records.iter().filter(|(_, mark)| *mark).map(|(record, _)| record.folded_id()).collect();
    let own = |(record, mark): &(Record, bool)| *mark || !marked.contains(&record.folded_id());
    records.into_iter().filter(own).map(|(record, _)| record).collect()
}

/// Reads a section of a chapter as a record: `### ADR-001: Use X` with what stands below it.
///
/// None when its heading carries no identifier of a decision.
fn read_section(document: &Document, path: &str, section: usize, own: &OwnWords) -> Option<Record> {
    let subtree = document.outline.sections.get(section)?.subtree;
    let reader = Reader::new(document, path, Name::of(""), section..subtree, own);
    let record = reader.record();
    record.id.is_some().then_some(record)
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

/// Whether a mark stands between the number and the words: `ADR-7: Use X`, `RFC 12 - Use X`.
pub(super) fn has_mark(heading: &str) -> bool {
    let digits = heading.trim_start_matches(|c: char| !c.is_ascii_digit());
    let behind = digits.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    behind.trim_start().starts_with([':', '：', '.', ')', ']', '-', '–', '—', '|'])
}

/// `RFC 9457 Field Mapping`: the documents of the [RFC Editor](https://www.rfc-editor.org) have four digits
/// by now, and a chapter cites them.
fn is_of_the_internet(heading: &str, title: &Title) -> bool {
    const FIRST: u64 = 1000;
    let number = title.id.as_ref().and_then(Id::number);
    fold::at_start(heading, "rfc").is_some() && number.is_some_and(|number| number >= FIRST)
}
