//! What a record's own chapter shows: its front matter as a table, and a banner to its successor.

use crate::front_matter;
use crate::style::Style;
use readers::adr::collection::{Collection, Entry};
use readers::adr::graph::Edge;
use readers::adr::record::{Record, Role};
use readers::adr::status::Status;
use text::compose::{Alert, Alignment, Blocks, Inline};
use text::edit::{TextEdit, as_block};
use text::markdown::{Document, front_matter::span};
use text::source::{Span, newline_of};

use super::{badge, full_name, target};

/// The edits of a record's chapter; none for records that are sections of another chapter.
pub fn edits(records: &Collection, index: usize, style: Style) -> Vec<TextEdit> {
    let Some(Entry { record, .. }) = records.entries.get(index) else { return Vec::new() };
    if record.anchor.is_some() {
        return Vec::new();
    }
    let text = record.source.text();
    let front = span(text);
    let top = front.map_or(0, |span| span.end);
    let at = record.heading.end.max(top);
    let banner = banner(records, index, style, &text[at..]);
    let table = front.and_then(|_| table(record)).map(Blocks::markdown);
    let blocks: Vec<String> = banner.into_iter().chain(table).collect();
    let hidden = front.and_then(|_| front_matter::edit(&Document::parse(&record.source)));
    let mut edits: Vec<TextEdit> = hidden.into_iter().collect();
    if !blocks.is_empty() {
        let blocks = blocks.join("\n\n");
        // Without a heading it stands where the front matter was, below the title that it stated.
        let block = if at == top {
            let above = edits.first().is_some_and(|edit| !edit.text.is_empty());
            let break_ = if above { newline_of(text) } else { "" };
            format!("{break_}{}", as_block(&text[top..], Span::at(0), &blocks))
        } else {
            as_block(text, Span::at(at), &blocks)
        };
        edits.push(TextEdit::replace(Span::at(at), block));
    }
    edits
}

/// Who superseded the record, as it says itself, or as the other one says; none where the text under
/// its heading, expanded before, begins with it.
fn banner(records: &Collection, index: usize, style: Style, below: &str) -> Option<String> {
    let Entry { record, page, .. } = &records.entries[index];
    let seen_from = page.as_deref().unwrap_or(&record.path);
    let newer: Vec<&Edge> = records.superseding(index).collect();
    let status = record.status.as_ref().map(|status| status.value);
    let stated = status == Some(Status::Superseded);
    if newer.is_empty() && !stated {
        return None;
    }
    let links = newer.iter().map(|edge| {
        let other = &records.entries[edge.from];
        let name = Inline::text(&full_name(&other.record));
        match target(seen_from, other) {
            Some(target) => name.link(&target),
            None => name,
        }
    });
    let links = Inline::joined(links, " and ");
    let this = || Inline::text("This decision is ");
    let superseded = || this().then(Inline::text("superseded").strong());
    let by = |words: Inline| words.and(" by ").then(links.clone()).and(".");
    let wordings = [
        by(superseded()),
        by(this().and("superseded")),
        links.clone().and(" says that it supersedes this decision."),
        superseded().and("."),
    ];
    let alert = (style == Style::Alert).then_some(Alert::Warning);
    let quote = |words| Blocks::default().quote(alert, Blocks::of_paragraph(words)).markdown();
    let mut wordings = wordings.map(quote);
    let below = below.trim_start().replace("\r\n", "\n");
    if wordings.iter().any(|banner| below.starts_with(banner)) {
        return None;
    }
    let said = newer.iter().any(|edge| edge.backward.is_some());
    Some(std::mem::take(match (stated, newer.is_empty()) {
        (true, false) => &mut wordings[0],
        (false, _) if said => &mut wordings[1],
        (false, _) => &mut wordings[2],
        (true, true) => &mut wordings[3],
    }))
}

/// What the front matter states, in one row.
fn table(record: &Record) -> Option<Blocks> {
    let people = |role| listed(&record.people(role).collect::<Vec<_>>());
    let tags: Vec<&str> = record.tags.iter().map(|tag| tag.value.as_str()).collect();
    let date = |date: String| Inline::text(&date);
    let (columns, cells): (Vec<_>, Vec<_>) = [
        ("Status", record.status.as_ref().map(|_| badge::of(record))),
        ("Date", record.date.as_ref().map(|at| date(at.value.to_string()))),
        ("Deciders", people(Role::Decider)),
        ("Authors", people(Role::Author)),
        ("Consulted", people(Role::Consulted)),
        ("Informed", people(Role::Informed)),
        ("Tags", listed(&tags)),
        ("Review by", record.review_by.as_ref().map(|at| date(at.value.to_string()))),
    ]
    .into_iter()
    .filter_map(|(label, value)| Some(((Inline::text(label), Alignment::None), value?)))
    .unzip();
    (!cells.is_empty()).then(|| Blocks::default().table(columns, [cells]))
}

fn listed(words: &[&str]) -> Option<Inline> {
    (!words.is_empty()).then(|| Inline::text(&words.join(", ")))
}
