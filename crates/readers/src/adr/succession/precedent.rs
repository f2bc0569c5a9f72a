//! How the records of a directory name those of a kind: on a line of their own, beside the status, in a list of relations.

use std::collections::BTreeMap;

use text::markdown::front_matter::{self, Entry, FrontMatter, Notation, Value, ValueKind};
use text::source::{Source, Span};
use words::fold;

use crate::adr::label::LabelKind;
use crate::adr::record::{Origin, Record};
use crate::adr::relation::{Relation, RelationKind};

/// The form that most records have for their relations of a kind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precedent {
    /// Behind a label of its own: `superseded_by: 0007-use-a-queue`.
    Line {
        /// `superseded_by`
        label: String,
        /// Whether it stands right below the line of the status.
        tight: bool,
    },
    /// A statement in the section of the status.
    Beside,
    /// An item of a list of the front matter.
    Item(Item),
}

/// `relations: - type: superseded-by` and `target: ADR-0042`
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    /// The key of the list.
    pub list: String,
    /// The key of the kind.
    pub kind: String,
    /// The kind as it is called there.
    pub word: String,
    /// The key of the other record.
    pub target: String,
}

impl Precedent {
    /// That of most records which state a relation of a kind; none where they have it elsewhere or nowhere.
    pub fn of<'r>(records: impl IntoIterator<Item = &'r Record>, kind: RelationKind) -> Option<Self> {
        let mut counts: BTreeMap<Option<Self>, usize> = BTreeMap::new();
        for record in records {
            if let Some(relation) = record.related(kind).next() {
                *counts.entry(Self::of_relation(record, relation)).or_default() += 1;
            }
        }
        let all: usize = counts.values().sum();
        counts.into_iter().find(|(_, count)| count * 2 > all)?.0
    }

    /// The form of a record's relation, where it is one of these.
    pub fn of_relation(record: &Record, relation: &Relation) -> Option<Self> {
        let (source, at) = (&record.source, relation.span);
        if let Some(front) = front_matter::read(source.text()).filter(|one| one.span.contains(at)) {
            return item(&front, source, at).map(Self::Item);
        }
        let number = source.line(at.start);
        let line = source.line_span(number);
        let before = source.slice(Span::new(line.start, at.start));
        let status = record.status.as_ref()?;
        if let Some(label) = label(before, relation.kind) {
            let above = number.checked_sub(1)? == source.line(status.span.start);
            return Some(Self::Line { label: label.to_owned(), tight: above });
        }
        let mut bodies = record.sections.iter().map(|section| section.body);
        let own_line = source.line(status.span.start) != number;
        let beside = status.origin == Origin::Section
            && own_line
            && bodies.any(|body| body.contains(status.span) && body.contains(at))
            && LabelKind::of(before.trim_matches(|c: char| !c.is_alphabetic()))
                == Some(LabelKind::Relation(relation.kind));
        beside.then_some(Self::Beside)
    }
}

/// The label that begins a line and says what the record is to those behind it.
fn label(before: &str, kind: RelationKind) -> Option<&str> {
    let end = before.find([':', '：']).or_else(|| before.rfind('|').filter(|bar| *bar > 0))?;
    let label = before[..end].trim_matches(|c: char| !c.is_alphanumeric());
    let no_more = before[end..].chars().all(|c| !c.is_alphanumeric());
    (no_more && LabelKind::of(label) == Some(LabelKind::Relation(kind))).then_some(label)
}

/// The item of a list in which a record is named with what it is.
fn item(front: &FrontMatter, source: &Source, at: Span) -> Option<Item> {
    let list = front.entries.iter().find(|entry| entry.value.span.contains(at))?;
    let ValueKind::List(values) = &list.value.kind else { return None };
    let ValueKind::Map(keys) = &values.iter().find(|value| value.span.contains(at))?.kind else {
        return None;
    };
    let target = keys.iter().find(|key| key.value.span.contains(at))?;
    let says = |key: &&Entry| {
        let word = key.value.as_str().and_then(LabelKind::of);
        matches!(word, Some(LabelKind::Relation(_)))
    };
    let kind = keys.iter().find(says)?;
    let first = source.slice(kind.value.span);
    Some(Item {
        list: list.key.clone(),
        kind: kind.key.clone(),
        word: first.to_owned(),
        target: target.key.clone(),
    })
}

/// Where one more item goes, and its text; none where the list is not written one item a line.
pub(super) fn one_more(
    front: &FrontMatter,
    source: &Source,
    item: &Item,
    value: &str,
) -> Option<(usize, String)> {
    if front.notation != Notation::Yaml {
        return None;
    }
    let newline = source.newline();
    let there = front.entries.iter().find(|entry| fold::folded(&entry.key) == fold::folded(&item.list));
    let (place, indent, head) = match there.map(|entry| &entry.value) {
        None => {
            let head = format!("{}:{newline}", item.list);
            (front.end_of_keys(source.text()), "  ".to_owned(), head)
        }
        Some(Value { kind: ValueKind::List(values), .. }) if !values.is_empty() => {
            let last = values.last()?;
            let line = source.line_span(source.line(last.span.start));
            let before = source.slice(Span::new(line.start, last.span.start));
            let indent = before.strip_suffix("- ")?;
            if !indent.trim().is_empty() {
                return None;
            }
            let end = source.line_span(source.line(last.span.start.max(last.span.end - 1)));
            (end.end, indent.to_owned(), String::new())
        }
        Some(Value { kind: ValueKind::Null, span }) => {
            let line = source.line_span(source.line(span.start));
            (line.end, "  ".to_owned(), String::new())
        }
        Some(_) => return None,
    };
    let Item { kind, word, target, .. } = item;
    let text =
        format!("{head}{indent}- {kind}: {word}{newline}{indent}  {target}: {value}{newline}");
    Some((place, text))
}
