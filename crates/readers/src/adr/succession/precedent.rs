//! How the records of a directory name those of a kind: on a line of their own, beside the status, in a list of relations.

use std::collections::BTreeMap;

use text::markdown::front_matter::{self, Entry, FrontMatter, Notation, Value, ValueKind};
use text::source::{Source, Span};
use text::tally::commonest;
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
        /// The label of the line above it; empty where none has one.
        above: String,
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
    pub fn of<'r>(
        records: impl IntoIterator<Item = &'r Record>,
        kind: RelationKind,
    ) -> Option<Self> {
        let forms: Vec<Option<Self>> = records
            .into_iter()
            .filter_map(|record| Some(Self::of_relation(record, record.related(kind).next()?)))
            .collect();
        let mut kinds: BTreeMap<Option<String>, Vec<&Self>> = BTreeMap::new();
        for form in forms.iter().flatten() {
            let label = match form {
                Self::Line { label, .. } => Some(label.to_lowercase()),
                Self::Beside | Self::Item(_) => None,
            };
            kinds.entry(label).or_default().push(form);
        }
        // One label is one form, wherever the line stands.
        let most = kinds.into_values().max_by_key(Vec::len)?;
        let (form, _) = commonest(most.iter().copied())?;
        (most.len() * 2 > forms.len()).then(|| form.clone())
    }

    /// The form of a record's relation, where it is one of these.
    pub fn of_relation(record: &Record, relation: &Relation) -> Option<Self> {
        let (source, at) = (&record.source, relation.span);
        if let Some(front) = front_matter::read(source.text()).filter(|one| one.span.contains(at)) {
            return item(&front, source, relation.kind).map(Self::Item);
        }
        let number = source.line(at.start);
        let line = source.line_span(number);
        let before = source.slice(Span::new(line.start, at.start));
        let status = record.status.as_ref()?;
        if let Some(label) = label(before, relation.kind) {
            let above = number.checked_sub(1).map(|above| source.line_span(above));
            let above = above.map_or("", |line| own_label(source.slice(line)).unwrap_or_default());
            return Some(Self::Line { label: label.to_owned(), above: above.to_lowercase() });
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

/// The label of a line: `Owner` of `- **Owner:** Ann`.
pub(super) fn own_label(line: &str) -> Option<&str> {
    let end = line
        .find([':', '：'])
        .or_else(|| line.trim_start().get(1..)?.find('|').map(|at| at + 1))?;
    let label = line[..end].trim_matches(|c: char| !c.is_alphanumeric());
    (!label.is_empty()).then_some(label)
}

/// The item of a list in which a record is named with what it is.
fn item(front: &FrontMatter, source: &Source, kind: RelationKind) -> Option<Item> {
    let says = |entry: &&Entry| {
        let word = entry.value.as_str().and_then(LabelKind::of);
        word == Some(LabelKind::Relation(kind))
    };
    front.entries.iter().find_map(|list| {
        let ValueKind::List(values) = &list.value.kind else { return None };
        values.iter().find_map(|value| {
            let ValueKind::Map(keys) = &value.kind else { return None };
            let kind = keys.iter().find(says)?;
            let target = keys.iter().find(|key| key.key_span != kind.key_span)?;
            Some(Item {
                list: list.key.clone(),
                kind: kind.key.clone(),
                word: source.slice(kind.value.span).to_owned(),
                target: target.key.clone(),
            })
        })
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
    let there =
        front.entries.iter().find(|entry| fold::folded(&entry.key) == fold::folded(&item.list));
    let text = |indent: &str| {
        let Item { kind, word, target, .. } = item;
        format!("{indent}- {kind}: {word}{newline}{indent}  {target}: {value}")
    };
    let (line, indent) = match there.map(|entry| &entry.value) {
        None => {
            let text = format!("{}:{newline}{}{newline}", item.list, text("  "));
            return Some((front.end_of_keys(source.text()), text));
        }
        Some(Value { kind: ValueKind::List(values), .. }) if !values.is_empty() => {
            let last = values.last()?;
            let ValueKind::Map(keys) = &last.kind else { return None };
            let line = source.line_span(source.line(keys.first()?.key_span.start));
            let line = source.slice(line);
            let indent = &line[..line.len() - line.trim_start_matches(' ').len()];
            if !line[indent.len()..].starts_with("- ") {
                return None;
            }
            (source.line(last_word(last)?), indent)
        }
        Some(Value { kind: ValueKind::Null, span }) => (source.line(span.start), "  "),
        Some(_) => return None,
    };
    Some((source.line_span(line).end, format!("{newline}{}", text(indent))))
}

/// Where the last word of a value stands: what is around it may end a line later.
fn last_word(value: &Value) -> Option<usize> {
    match &value.kind {
        ValueKind::Map(entries) => {
            let entry = entries.last()?;
            last_word(&entry.value).or(Some(entry.key_span.start))
        }
        ValueKind::List(values) => values.last().and_then(last_word),
        ValueKind::Scalar(_) => Some(value.span.end.max(value.span.start + 1) - 1),
        ValueKind::Null => None,
    }
}
