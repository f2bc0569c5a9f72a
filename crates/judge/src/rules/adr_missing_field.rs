//! `adr-missing-field`: a field or column that the team asks for and a record lacks.

use readers::adr::collection::Entry;
use readers::adr::{Record, Role};
use readers::analysis::Analysis;
use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::markdown::inline::Inlines;
use text::markdown::{field, front_matter, html_table};
use text::wording::joined;
use words::fold::folded;
use words::{Label, Vocabulary};

use crate::evidence::convention::listed;
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
    let fields = listed(analysis, record, |one| one.fields.as_ref());
    let columns = listed(analysis, record, |one| one.columns.as_ref());
    if fields.is_none() && columns.is_none() || !owes_fields(entry) {
        return;
    }
    let document = record.document();
    let mut blocks = Vec::new();
    document.blocks.iter().for_each(|block| nested(block, &mut blocks));
    if let Some(fields) = fields {
        let lacks =
            |name: &&String| !states(record, name) && !fills_in(record, &document, &blocks, name);
        let absent: Vec<String> =
            fields.value.iter().filter(lacks).map(|name| format!("`{name}`")).collect();
        if !absent.is_empty() {
            let message = format!("{} does not state {}", record.cited(), joined(&absent));
            findings.push(finding(record, message, &fields.by, "add it"));
        }
    }
    if let Some(columns) =
        columns.filter(|columns| !may_have_table(&document, &blocks, &columns.value))
    {
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
    counts && entry.belongs_to.is_none() && !speaks_of_one && !owes::is_exempt(record)
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
        Label::ReviewBy => record.review_by.is_some() || record.review.is_some(),
        _ => false,
    }
}

/// A block with those in it, however deep.
fn nested<'d>(block: &'d Block, found: &mut Vec<&'d Block>) {
    found.push(block);
    match &block.kind {
        BlockKind::List(list) => {
            let blocks = list.items.iter().flat_map(|item| &item.blocks);
            blocks.for_each(|block| nested(block, found));
        }
        BlockKind::Quote(blocks) | BlockKind::Footnote(blocks) | BlockKind::Definition(blocks) => {
            for block in blocks {
                nested(block, found);
            }
        }
        _ => {}
    }
}

/// Whether something stands behind a label of this name, in the front matter or the text, or below a heading.
fn fills_in(record: &Record, document: &Document, blocks: &[&Block], name: &str) -> bool {
    // What the front matter of a log says, it says of all its records.
    let front = front_matter::read(document.source.text());
    let front = front.iter().flat_map(|front| &front.entries);
    let labelled = |block: &&Block| {
        let fields = field::fields(std::slice::from_ref(*block));
        fields.iter().any(|field| is_called(&field.label, name) && !field.value.is_blank())
            || is_cell_of_html(document, block, name)
    };
    let titled = |title: &str| is_called(title, name);
    front
        .into_iter()
        .any(|entry| titled(&entry.key) && !document.slice(entry.value.span).trim().is_empty())
        || blocks.iter().any(labelled)
        || record.sections.iter().any(|one| titled(&one.title) && one.unwritten.is_none())
}

/// Whether a table of raw HTML has a cell of this name: where its value stands is for a browser to say.
fn is_cell_of_html(document: &Document, block: &Block, name: &str) -> bool {
    let table =
        matches!(block.kind, BlockKind::Html).then(|| html_table::read(document, block.span));
    table.flatten().is_some_and(|(table, _)| {
        let mut rows = std::iter::once(&table.header).chain(&table.rows);
        rows.any(|row| row.cells.iter().any(|cell| is_called(&cell.plain(), name)))
    })
}

/// Whether a table has these columns; which ones raw HTML has, is for a browser to say.
fn may_have_table(document: &Document, blocks: &[&Block], columns: &[String]) -> bool {
    let has = |header: &[Inlines], column: &String| {
        header.iter().any(|cell| is_called(&cell.plain(), column))
    };
    blocks.iter().any(|block| match &block.kind {
        BlockKind::Table(table) => columns.iter().all(|column| has(&table.header.cells, column)),
        BlockKind::Html => html_table::read(document, block.span).is_some(),
        _ => false,
    })
}

/// Whether a label is called so, without what stands in brackets behind it.
fn is_called(label: &str, name: &str) -> bool {
    let bare = |words: &str| folded(words.split(['(', '（', '[']).next().unwrap_or_default());
    folded(label) == folded(name) || !bare(name).is_empty() && bare(label) == bare(name)
}
