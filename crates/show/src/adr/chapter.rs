//! What a record's own chapter shows below its heading: what became of the decision, and a line of what is known.

use std::collections::BTreeMap;

use crate::front_matter;
use crate::style::{Edge as Line, Medium, boxed, day};
use readers::adr::collection::{Collection, Entry};
use readers::adr::graph::Edge;
use readers::adr::record::{Origin, Record, Role};
use readers::adr::relation::RelationKind;
use readers::adr::status::Status;
use text::compose::{Alignment, Blocks, Inline};
use text::edit::{TextEdit, as_block};
use text::markdown::{Document, front_matter::span};
use text::source::{Span, newline_of};

use super::{badge, cell, name, target};

/// The class of what we put below a heading; a chapter that has it was expanded before.
const CLASS: &str = "archdoc-record";

/// What all records of a book show below their headings.
pub struct Heads<'a> {
    records: &'a Collection,
    medium: Medium,
    /// What each record is to others.
    relations: BTreeMap<usize, Vec<(RelationKind, usize)>>,
}

impl<'a> Heads<'a> {
    /// Goes once through the relations of the records.
    pub fn new(records: &'a Collection, medium: Medium) -> Self {
        let mut relations: BTreeMap<usize, Vec<(RelationKind, usize)>> = BTreeMap::new();
        for edge in records.edges().iter().filter(|edge| edge.from != edge.to) {
            relations.entry(edge.from).or_default().push((edge.kind, edge.to));
            relations.entry(edge.to).or_default().push((edge.kind.inverse(), edge.from));
        }
        Self { records, medium, relations }
    }

    /// The edits of a record's chapter; none for records that are sections of another chapter.
    pub fn edits(&self, index: usize) -> Vec<TextEdit> {
        let Some(Entry { record, .. }) = self.records.entries.get(index) else {
            return Vec::new();
        };
        if record.anchor.is_some() {
            return Vec::new();
        }
        let text = record.source.text();
        let front = span(text);
        let top = front.map_or(0, |span| span.end);
        let at = record.heading.end.max(top);
        let hidden = front.and_then(|_| front_matter::edit(&Document::parse(&record.source)));
        let mut edits: Vec<TextEdit> = hidden.into_iter().collect();
        let blocks = match self.medium {
            Medium::Page => self.on_page(index, &text[at..]),
            Medium::Text => self.in_text(index, front.is_some(), &text[at..]),
        };
        if let Some(blocks) = blocks {
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

    /// The banner in a box and the line, in an element that tells that they are there.
    fn on_page(&self, index: usize, below: &str) -> Option<String> {
        let opening = format!("<div class=\"{CLASS}\">");
        if below.trim_start().starts_with(&opening) {
            return None;
        }
        let banner = self.banners(index).0.map(|words| {
            let line = if self.stands(index) { Line::Dashed } else { Line::Solid };
            boxed(self.medium, "archdoc-banner", line, Blocks::of_paragraph(words))
        });
        let line = self.line(index);
        let line = (!line.is_blank()).then(|| Blocks::of_paragraph(line.inside("small", &[])));
        let inside = banner.into_iter().chain(line).reduce(Blocks::then)?;
        Some(Blocks::default().within("div", &[("class", &CLASS)], inside).markdown())
    }

    /// The banner as a quote, unless the text begins with it, and the front matter as a table.
    fn in_text(&self, index: usize, front: bool, below: &str) -> Option<String> {
        let quote =
            |words| boxed(self.medium, "", Line::Solid, Blocks::of_paragraph(words)).markdown();
        let (banner, wordings) = self.banners(index);
        let below = below.trim_start().replace("\r\n", "\n");
        let said = wordings.into_iter().any(|words| below.starts_with(&quote(words)));
        let banner = banner.filter(|_| !said).map(quote);
        let table = || table(&self.records.entries[index].record).map(Blocks::markdown);
        let blocks: Vec<String> = banner.into_iter().chain(front.then(table).flatten()).collect();
        (!blocks.is_empty()).then(|| blocks.join("\n\n"))
    }

    /// Whether the record counts, although a part of it may not.
    fn stands(&self, index: usize) -> bool {
        let gone = badge::is_gone(&self.records.entries[index].record);
        !gone && self.records.superseding(index).next().is_none()
    }

    /// What became of the record, as it says itself, or as the other one says, and all that could be said of it.
    fn banners(&self, index: usize) -> (Option<Inline>, Vec<Inline>) {
        let Entry { record, .. } = &self.records.entries[index];
        let status = record.status.as_ref().map(|status| status.value);
        let newer: Vec<&Edge> = self.records.superseding(index).collect();
        let links = || {
            let links = newer.iter().map(|edge| self.link(index, edge.from, name::full));
            Inline::joined(links, " and ")
        };
        let this = |what| Inline::text(what).and(" ");
        let superseded = || this("This decision is").then(Inline::text("superseded").strong());
        let said = newer.iter().any(|edge| edge.backward.is_some());
        let wordings = [
            superseded().and(" by ").then(links()).and("."),
            this("This decision is").and("superseded by ").then(links()).and("."),
            links().and(" says that it supersedes this decision."),
            superseded().and("."),
            this("This decision is").then(Inline::text("deprecated").strong()).and("."),
            this("This decision was").then(Inline::text("rejected").strong()).and("."),
            this("This decision was").then(Inline::text("withdrawn").strong()).and("."),
            this("A part of this decision is superseded by")
                .then(self.others(index, RelationKind::SupersededInPartBy, name::full))
                .and("; the rest stands."),
        ];
        let in_part =
            self.related(index).any(|&(kind, _)| kind == RelationKind::SupersededInPartBy);
        let chosen = match (status, newer.is_empty()) {
            (Some(Status::Superseded), false) => Some(0),
            (Some(Status::Superseded), true) => Some(3),
            (_, false) if said => Some(1),
            (_, false) => Some(2),
            (Some(Status::Deprecated), _) => Some(4),
            (Some(Status::Rejected), _) => Some(5),
            (Some(Status::Withdrawn), _) => Some(6),
            _ if in_part => Some(7),
            _ => None,
        };
        (chosen.map(|chosen: usize| wordings[chosen].clone()), wordings.into())
    }

    /// `accepted · decided on 2025-03-01 by Ann Lee · supersedes ADR 2`: what is known, and does not stand in the lines
    /// below the heading anyway.
    fn line(&self, index: usize) -> Inline {
        let record = &self.records.entries[index].record;
        let status = record.status.as_ref().filter(|one| !stands_below(one.origin));
        let said_above = badge::is_gone(record);
        let badge = status.filter(|_| !said_above).map(|_| badge::of(record, self.medium));
        let listed =
            |label: &str, words: Option<String>| words.map(|words| Inline::text(label).and(&words));
        let role = |role| {
            let people: Vec<&str> = record.people(role).collect();
            (!people.is_empty()).then(|| people.join(", "))
        };
        let review = record.review_by.as_ref().map(|at| at.value.to_string());
        let parts = [
            badge,
            self.when_and_who(record),
            listed("consulted: ", role(Role::Consulted)),
            listed("informed: ", role(Role::Informed)),
            listed("tags: ", cell::tags(record)),
            listed("review by ", review),
        ];
        // The banner has said by what it is superseded.
        let said = [RelationKind::SupersededBy, RelationKind::SupersededInPartBy];
        let mut kinds: Vec<RelationKind> = self.related(index).map(|&(kind, _)| kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let relations = kinds.into_iter().filter(|kind| !said.contains(kind)).map(|kind| {
            Inline::text(kind.words()).and(" ").then(self.others(index, kind, name::short))
        });
        Inline::joined(parts.into_iter().flatten().chain(relations), " · ")
    }

    /// `decided on 2025-03-01 by Ann Lee`; a proposal has a date, and is not decided.
    fn when_and_who(&self, record: &Record) -> Option<Inline> {
        let date = record.date.as_ref().filter(|date| !stands_below(date.origin));
        let date = date.map(|date| day(&date.value, self.medium));
        let below = record.people.iter().any(|(_, person)| stands_below(person.origin));
        let people = cell::people(record).filter(|_| !below);
        let status = record.status.as_ref().map(|status| status.value);
        let undecided = [Status::Withdrawn, Status::Other];
        let decided = status.is_some_and(|one| !one.is_open() && !undecided.contains(&one));
        let verb = if decided { "decided on " } else { "dated " };
        let on = date.map(|date| Inline::text(verb).then(date));
        let by = people.map(|people| Inline::text("by ").and(&people));
        match (on, by) {
            (Some(on), Some(by)) => Some(on.and(" ").then(by)),
            (on, by) => on.or(by),
        }
    }

    fn related(&self, index: usize) -> impl Iterator<Item = &(RelationKind, usize)> {
        self.relations.get(&index).into_iter().flatten()
    }

    /// The records to which one has a relation, as links.
    fn others(&self, index: usize, kind: RelationKind, name: fn(&Record) -> String) -> Inline {
        let others = self.related(index).filter(|(other, _)| *other == kind);
        Inline::joined(others.map(|&(_, other)| self.link(index, other, name)), ", ")
    }

    /// The way from a record's page to another one.
    fn link(&self, index: usize, other: usize, name: fn(&Record) -> String) -> Inline {
        let Entry { record, page, .. } = &self.records.entries[index];
        let other = &self.records.entries[other];
        let words = Inline::text(&name(&other.record));
        match target(page.as_deref().unwrap_or(&record.path), other) {
            Some(target) => words.link(&target),
            None => words,
        }
    }
}

/// Whether a value that was read there stands in the lines below the heading, mostly.
const fn stands_below(origin: Origin) -> bool {
    matches!(origin, Origin::Table | Origin::Bullet | Origin::Bold | Origin::Line | Origin::Callout)
}

/// What the front matter states, in one row.
fn table(record: &Record) -> Option<Blocks> {
    let people = |role| listed(&record.people(role).collect::<Vec<_>>());
    let date = |date: String| Inline::text(&date);
    let (columns, cells): (Vec<_>, Vec<_>) = [
        ("Status", record.status.as_ref().map(|_| badge::of(record, Medium::Text))),
        ("Date", record.date.as_ref().map(|at| date(at.value.to_string()))),
        ("Deciders", people(Role::Decider)),
        ("Authors", people(Role::Author)),
        ("Consulted", people(Role::Consulted)),
        ("Informed", people(Role::Informed)),
        ("Tags", cell::tags(record).map(|tags| Inline::text(&tags))),
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
