//! `adr-missing-field`: a field or column that the team asks for and a record lacks.

use readers::adr::collection::Entry;
use readers::adr::{Record, Role};
use readers::analysis::Analysis;
use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::markdown::field;
use text::wording::joined;
use words::fold::folded;
use words::{Label, Vocabulary};

use crate::evidence::convention::asked;
use crate::evidence::owes;
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};

pub static RULE: Rule = Rule {
    name: "adr-missing-field",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A decision record lacks a field or column that its team asks for.",
    page: include_str!("../../pages/adr-missing-field.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, entry: &Entry, findings: &mut Vec<Finding>) {
    let record = &entry.record;
    let fields = asked(analysis, record, |one| one.fields.as_ref());
    let columns = asked(analysis, record, |one| one.columns.as_ref());
    if fields.is_none() && columns.is_none() || !owes_fields(entry) {
        return;
    }
    let document = Document::parse(&record.source);
    if let Some(fields) = fields {
        let lacks = |name: &&String| !states(record, name) && !fills_in(record, &document, name);
        let absent: Vec<String> =
            fields.value.iter().filter(lacks).map(|name| format!("`{name}`")).collect();
        if !absent.is_empty() {
            let message = format!("{} does not state {}", record.cited(), joined(&absent));
            findings.push(finding(record, message, &fields.by, "add it"));
        }
    }
    if let Some(columns) = columns.filter(|columns| !has_table(record, &document, &columns.value)) {
        let names: Vec<String> = columns.value.iter().map(|name| format!("`{name}`")).collect();
        let message = format!("{} has no table with {}", record.cited(), joined(&names));
        findings.push(finding(record, message, &columns.by, "add the table"));
    }
}

fn finding(record: &Record, message: String, by: &str, help: &str) -> Finding {
    Finding::new(&RULE, record.head(), message).note(format!("{by} asks for it")).help(help)
}

/// Nobody completes records that no longer count, and what only goes with a record owes nothing itself. A section
/// that states neither status nor date may only speak of a record.
fn owes_fields(entry: &Entry) -> bool {
    let record = &entry.record;
    let counts = record.status.as_ref().is_none_or(|status| status.value.is_live());
    let speaks_of_one = record.anchor.is_some() && record.status.is_none() && record.date.is_none();
    counts && entry.belongs_to.is_none() && !speaks_of_one && !owes::nothing(record)
}

/// Whether a record states what a name asks for, by whatever label.
fn states(record: &Record, name: &str) -> bool {
    let role = |role: Role| record.people(role).next().is_some();
    let Some(label) = Vocabulary::known().whole::<Label>(name) else { return false };
    match label.meaning {
        Label::Status => record.status.is_some() || !record.states.is_empty(),
        Label::Date | Label::Decided => record.date.is_some() || !record.dates.is_empty(),
        Label::Deciders => role(Role::Decider),
        Label::Authors => role(Role::Author),
        Label::Consulted => role(Role::Consulted),
        Label::Informed => role(Role::Informed),
        Label::Tags => !record.tags.is_empty(),
        Label::ReviewBy => record.review_by.is_some(),
        _ => false,
    }
}

/// Whether something stands behind a label of this name, in the front matter or the text, or below a heading.
fn fills_in(record: &Record, document: &Document, name: &str) -> bool {
    let wanted = folded(name);
    let same = |label: &str| folded(label) == wanted;
    let front = document.front_matter.iter().flat_map(|front| &front.entries);
    let within = document.blocks.iter().filter(|block| record.span.contains(block.span));
    let labelled = |block: &Block| {
        let fields = field::fields(std::slice::from_ref(block));
        fields.iter().any(|field| same(&field.label) && !field.value.is_blank())
    };
    front
        .into_iter()
        .any(|entry| same(&entry.key) && !document.slice(entry.value.span).trim().is_empty())
        || within.into_iter().any(labelled)
        || record.sections.iter().any(|section| same(&section.title) && section.unwritten.is_none())
}

fn has_table(record: &Record, document: &Document, columns: &[String]) -> bool {
    let within = document.blocks.iter().filter(|block| record.span.contains(block.span));
    within.into_iter().any(|block| {
        let BlockKind::Table(table) = &block.kind else { return false };
        let header: Vec<String> =
            table.header.cells.iter().map(|cell| folded(&cell.plain())).collect();
        columns.iter().all(|column| header.contains(&folded(column)))
    })
}
