//! What most records of a directory have: headings, fields, and keys of their front matter.

use std::collections::{BTreeMap, BTreeSet};

use text::markdown::Document;
use text::markdown::field::{Field, fields};
use text::tally::tally;
use words::Vocabulary;
use words::fold::folded;

use super::format::Part;
use super::label::LabelKind;
use super::labelled;
use super::record::Record;

/// With fewer records, what they have in common may be chance.
pub(super) const FEW: usize = 3;

/// The fewest records that show that a value is the same in all of them for a reason.
const SHOWN_BY: usize = FEW;

/// What a label is compared by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Label {
    Known(LabelKind),
    /// One that only the team knows.
    Own(String),
}

impl Label {
    pub(super) fn of(written: &str) -> Self {
        LabelKind::of(written).map_or_else(|| Self::Own(folded(written)), Self::Known)
    }
}

/// What a key of the front matter has in a new record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// What it has in all.
    Value,
    /// The record's own number.
    Number,
    /// A value that somebody has to write.
    Open,
}

/// What a record states above its sections.
struct Head {
    document: Document,
    labels: BTreeSet<Label>,
    keys: BTreeSet<Label>,
}

/// What the records of a directory have, counted.
pub(super) struct Usual<'r> {
    records: &'r [Record],
    heads: Vec<Head>,
    titles: BTreeMap<(u8, String), usize>,
    parts: BTreeMap<(u8, Part), usize>,
    labels: BTreeMap<Label, usize>,
    keys: BTreeMap<Label, usize>,
}

impl<'r> Usual<'r> {
    pub(super) fn of(records: &'r [Record]) -> Self {
        let heads: Vec<Head> = records.iter().map(head).collect();
        Self {
            records,
            titles: tally(records.iter().flat_map(titles)),
            parts: tally(records.iter().flat_map(parts)),
            labels: tally(heads.iter().flat_map(|head| head.labels.clone())),
            keys: tally(heads.iter().flat_map(|head| head.keys.clone())),
            heads,
        }
    }

    /// How much a record has of what most have; whether it has its decision comes first.
    pub(super) fn score(&self, index: usize) -> (bool, usize) {
        let (record, head) = (&self.records[index], &self.heads[index]);
        let of_parts: Vec<(u8, Part)> =
            parts(record).into_iter().filter(|part| self.is_half(self.parts.get(part))).collect();
        let decides = of_parts.iter().any(|(_, part)| part.is_decision());
        let titles =
            titles(record).iter().filter(|title| self.is_half(self.titles.get(title))).count();
        let labels =
            head.labels.iter().filter(|label| self.is_most(self.labels.get(label))).count();
        let keys = head.keys.iter().filter(|key| self.is_most(self.keys.get(key))).count();
        (decides, of_parts.len() + titles + labels + keys)
    }

    /// What of a section's title belongs into the next record as well: the whole where at least half have one of it, or have
    /// its part under titles of their own, without what only this one says of it. None for a section of one record.
    pub(super) fn section<'t>(&self, level: u8, title: &'t str) -> Option<&'t str> {
        if self.is_half(self.titles.get(&(level, compared(title)))) {
            return Some(title);
        }
        let part = Part::of(title)?;
        let usual = |((other, title), count): (&(u8, String), &usize)| {
            self.is_half(Some(count)) && *other == level && Part::of(title) == Some(part)
        };
        let shared = self.is_half(self.parts.get(&(level, part))) && !self.titles.iter().any(usual);
        generic(title, part).filter(|_| shared)
    }

    /// Whether a field belongs into the next record as well.
    pub(super) fn label(&self, label: &Label) -> bool {
        self.is_kept(label, self.labels.get(label))
    }

    /// The same of a key of the front matter.
    pub(super) fn has_key(&self, label: &Label) -> bool {
        self.records.len() < FEW || self.is_most(self.keys.get(label))
    }

    /// The same of one that only the team knows, and what it has there.
    pub(super) fn key(&self, key: &str) -> Option<Kept> {
        if !self.has_key(&Label::of(key)) {
            return None;
        }
        let values = self.values(key);
        let is_number = |(value, number): &&(&str, Option<u64>)| {
            number.is_some() && value.parse().ok() == *number
        };
        let numbers = values.iter().filter(is_number);
        let same = values.windows(2).all(|pair| pair[0].0 == pair[1].0);
        let word = |value: &str| {
            let truth =
                ["true", "false", "yes", "no"].iter().any(|one| value.eq_ignore_ascii_case(one));
            value.contains(char::is_alphabetic) && !truth && !value.contains('\n')
        };
        let constant = same
            && values.len() == self.records.len()
            && values.len() >= SHOWN_BY
            && word(values[0].0);
        Some(match numbers.count() {
            counts if counts > 1 && counts * 2 > values.len() => Kept::Number,
            _ if constant => Kept::Value,
            _ => Kept::Open,
        })
    }

    /// The values of a key in a word or a line, with the numbers of their records.
    fn values(&self, key: &str) -> Vec<(&str, Option<u64>)> {
        let all = self.records.iter().zip(&self.heads);
        all.filter_map(|(record, head)| value(record, head, key)).collect()
    }

    /// A field that is known stands in any record; one that is not may be a sentence of one.
    fn is_kept(&self, label: &Label, count: Option<&usize>) -> bool {
        let few = self.records.len() < FEW;
        if few { matches!(label, Label::Known(_)) } else { self.is_most(count) }
    }

    fn is_half(&self, count: Option<&usize>) -> bool {
        count.is_some_and(|count| count * 2 >= self.records.len())
    }

    fn is_most(&self, count: Option<&usize>) -> bool {
        count.is_some_and(|count| count * 2 > self.records.len())
    }
}

/// The value of a key in a word or a line, with the record's number.
fn value<'r>(record: &'r Record, head: &Head, key: &str) -> Option<(&'r str, Option<u64>)> {
    let entry = head.document.front_matter.as_ref()?.get(&[key])?;
    let span = entry.value.as_str().map(|_| entry.value.span)?;
    Some((record.source.slice(span).trim_matches(['"', '\'']), record.number()))
}

fn titles(record: &Record) -> BTreeSet<(u8, String)> {
    record.sections.iter().map(|section| (section.level, compared(&section.title))).collect()
}

/// A title as it is compared with others: without its number, in small letters.
fn compared(title: &str) -> String {
    let words = title.trim_start_matches(|c: char| !c.is_alphabetic());
    let words = if words.is_empty() { title } else { words };
    words.trim_end_matches([':', '：', ' ']).to_lowercase()
}

/// The words of a title that name its part and nothing of the one record: `1. Context` of `1. Context — two defects`.
/// None of `Option 1: Queue`, which is one of several.
fn generic(title: &str, part: Part) -> Option<&str> {
    let signs = [": ", "：", " — ", " – ", " - ", " (", "（"];
    let ends = signs.iter().filter_map(|sign| title.find(sign)).chain([title.len()]);
    let head = title[..ends.min()?].trim_end();
    let counts = head.split_whitespace().next_back().is_some_and(|last| {
        last.chars().all(char::is_numeric) || last.chars().count() == 1 && last.is_ascii()
    });
    let named = Vocabulary::known().glossed::<words::Part>(head).map(|found| found.meaning);
    let is_part = named.is_some() && Part::of(head) == Some(part);
    (is_part && !counts).then_some(head)
}

fn parts(record: &Record) -> BTreeSet<(u8, Part)> {
    record.sections.iter().filter_map(|section| Some((section.level, section.part?))).collect()
}

fn head(record: &Record) -> Head {
    let document = record.document();
    let labels = own_fields(&document).iter().map(|field| Label::of(&field.label)).collect();
    let entries = document.front_matter.iter().flat_map(|front| &front.entries);
    let keys = entries.map(|entry| Label::of(&entry.key)).collect();
    Head { document, labels, keys }
}

/// The fields above a document's sections: below its title, or in a section that is there for them.
pub(super) fn own_fields(document: &Document) -> Vec<Field> {
    let sections = &document.outline.sections;
    let is_head = |(index, _): &(usize, _)| *index == 0 || labelled::is_head(document, *index);
    let heads = sections.iter().enumerate().filter(is_head);
    let bodies = heads.map(|(_, section)| section.body.clone());
    let all = std::iter::once(document.outline.preamble.clone()).chain(bodies);
    all.flat_map(|range| fields(document.blocks.get(range).unwrap_or_default()))
        .collect::<Vec<Field>>()
}
