//! What a record's own chapter shows: its front matter as a table, and a banner to its successor.

use crate::style::Style;
use readers::adr::collection::{Collection, Entry};
use readers::adr::graph::Edge;
use readers::adr::record::{Record, Role};
use readers::adr::status::Status;
use text::edit::{TextEdit, as_block};
use text::markdown::flat::{destination, escaped};
use text::markdown::front_matter;
use text::source::Span;

use super::{badge, full_name, target};

/// The edits of a record's chapter; none for records that are sections of another chapter.
pub fn edits(records: &Collection, index: usize, style: Style) -> Vec<TextEdit> {
    let Some(Entry { record, .. }) = records.entries.get(index) else { return Vec::new() };
    if record.anchor.is_some() {
        return Vec::new();
    }
    let text = record.source.text();
    let front = front_matter::span(text);
    let mut blocks: Vec<String> = banner(records, index, style).into_iter().collect();
    blocks.extend(front.and_then(|_| table(record)));
    // mdBook would show front matter as a rule and a heading.
    let mut edits: Vec<TextEdit> = front.map(TextEdit::remove).into_iter().collect();
    if !blocks.is_empty() {
        let top = front.map_or(0, |span| span.end);
        let at = record.heading.end.max(top);
        let blocks = blocks.join("\n\n");
        // Without a heading it stands at the very top, where the front matter was.
        let block = if at == top {
            as_block(&text[top..], Span::at(0), &blocks)
        } else {
            as_block(text, Span::at(at), &blocks)
        };
        edits.push(TextEdit::replace(Span::at(at), block));
    }
    edits
}

/// Who superseded the record, as it says itself, or as the other one says.
fn banner(records: &Collection, index: usize, style: Style) -> Option<String> {
    let record = &records.entries[index].record;
    let newer: Vec<&Edge> = records.superseding(index).collect();
    let status = record.status.as_ref().map(|status| status.value);
    let links: Vec<String> = newer
        .iter()
        .map(|edge| {
            let other = &records.entries[edge.from].record;
            let to = destination(&target(&record.path, other));
            format!("[{}]({to})", escaped(&full_name(other)))
        })
        .collect();
    let said = newer.iter().any(|edge| edge.backward.is_some());
    let words = match (status, links.is_empty()) {
        (Some(Status::Superseded), true) => "This decision is **superseded**.".to_owned(),
        (_, true) => return None,
        (Some(Status::Superseded), false) => {
            format!("This decision is **superseded** by {}.", links.join(" and "))
        }
        (_, false) if said => format!("This decision is superseded by {}.", links.join(" and ")),
        (_, false) => format!("{} says that it supersedes this decision.", links.join(" and ")),
    };
    Some(match style {
        Style::Alert => format!("> [!WARNING]\n> {words}"),
        Style::Quote => format!("> {words}"),
    })
}

/// What the front matter states, in one row.
fn table(record: &Record) -> Option<String> {
    let people = |role| {
        let names: Vec<&str> = record.people(role).collect();
        (!names.is_empty()).then(|| escaped(&names.join(", ")))
    };
    let tags: Vec<&str> = record.tags.iter().map(|tag| tag.value.as_str()).collect();
    let cells: Vec<(&str, String)> = [
        ("Status", record.status.as_ref().map(|_| badge::of(record))),
        ("Date", record.date.as_ref().map(|date| date.value.to_string())),
        ("Deciders", people(Role::Decider)),
        ("Authors", people(Role::Author)),
        ("Consulted", people(Role::Consulted)),
        ("Informed", people(Role::Informed)),
        ("Tags", (!tags.is_empty()).then(|| escaped(&tags.join(", ")))),
        ("Review by", record.review_by.as_ref().map(|date| date.value.to_string())),
    ]
    .into_iter()
    .filter_map(|(label, value)| Some((label, value?.replace('|', "\\|"))))
    .collect();
    let row = |words: Vec<&str>| format!("| {} |", words.join(" | "));
    (!cells.is_empty()).then(|| {
        let head = row(cells.iter().map(|(label, _)| *label).collect());
        let values = row(cells.iter().map(|(_, value)| value.as_str()).collect());
        format!("{head}\n|{}\n{values}", "---|".repeat(cells.len()))
    })
}
