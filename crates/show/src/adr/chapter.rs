//! What a record's own chapter shows below its heading: what became of the decision, and a line of what is known.

use std::collections::BTreeMap;

use crate::front_matter;
use crate::says::Says;
use crate::style::{Border, Medium, boxed, day};
use readers::adr::collection::Entry;
use readers::adr::page_block::CLASS;
use readers::adr::record::{Origin, Record, Role};
use readers::adr::relation::RelationKind;
use readers::adr::status::Status;
use readers::analysis::Analysis;
use readers::spoken;
use text::compose::{Alignment, Blocks, Inline};
use text::edit::{TextEdit, as_block};
use text::markdown::front_matter::span;
use text::source::{Span, newline_of};
use words::date::Date;
use words::{Label, Language, Phrase};

use super::banner::Banner;
use super::relation::{self, Relations};
use super::{badge, cell, name};

/// What all records of a book show below their headings.
pub struct Heads<'a> {
    relations: Relations<'a>,
    medium: Medium,
    /// The language of the settings.
    language: Option<Language>,
    today: Date,
}

impl<'a> Heads<'a> {
    /// Goes once through the relations of the records.
    pub fn new(analysis: &'a Analysis<'_>, medium: Medium) -> Self {
        let (language, today) = (analysis.settings.language, analysis.today);
        Self { relations: Relations::of(&analysis.records), medium, language, today }
    }

    /// What its page says, in the language of the record.
    fn says(&self, record: &Record) -> Says {
        Says::of(spoken::of_record(record, self.language))
    }

    /// The edits of a record's chapter; none for records that are sections of another chapter.
    pub fn edits(&self, index: usize) -> Vec<TextEdit> {
        let Some(Entry { record, .. }) = self.relations.records.entries.get(index) else {
            return Vec::new();
        };
        if record.anchor.is_some() {
            return Vec::new();
        }
        let text = record.source.text();
        let front = span(text);
        let top = front.map_or(0, |span| span.end);
        let at = record.heading.end.max(top);
        let hidden = front.and_then(|_| front_matter::edit(&record.document()));
        let mut edits: Vec<TextEdit> = hidden.into_iter().collect();
        let says = self.says(record);
        let blocks = match self.medium {
            Medium::Page => self.on_page(index, &text[at..], says),
            Medium::Text => self.in_text(index, front.is_some(), &text[at..], says),
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
    fn on_page(&self, index: usize, below: &str, says: Says) -> Option<String> {
        let opening = format!("<div class=\"{CLASS}\">");
        if below.trim_start().starts_with(&opening) {
            return None;
        }
        let banner = Banner::of(&self.relations, index);
        let line = self.line(index, banner, says);
        let banner = banner.map(|banner| {
            let line = if banner.stands() { Border::Dashed } else { Border::Solid };
            let words = Blocks::of_paragraph(banner.words(&self.relations, index, says));
            boxed(self.medium, "archdoc-banner", line, words)
        });
        let line = (!line.is_blank()).then(|| Blocks::of_paragraph(line.inside("small", &[])));
        let inside = banner.into_iter().chain(line).reduce(Blocks::then)?;
        Some(Blocks::default().within("div", &[("class", &CLASS)], inside).markdown())
    }

    /// The banner as a quote, unless the text begins with it, and the front matter as a table.
    fn in_text(&self, index: usize, front: bool, below: &str, says: Says) -> Option<String> {
        let quote =
            |words| boxed(self.medium, "", Border::Solid, Blocks::of_paragraph(words)).markdown();
        let quote = |banner: Banner| quote(banner.words(&self.relations, index, says));
        let below = below.trim_start().replace("\r\n", "\n");
        let said = Banner::ALL.into_iter().any(|banner| below.starts_with(&quote(banner)));
        let banner = Banner::of(&self.relations, index);
        let banner = banner.filter(|_| !said).map(quote);
        let table =
            || table(&self.relations.records.entries[index].record, says).map(Blocks::markdown);
        let blocks: Vec<String> = banner.into_iter().chain(front.then(table).flatten()).collect();
        (!blocks.is_empty()).then(|| blocks.join("\n\n"))
    }

    /// `accepted · dated 2025-03-01 · decided by Ann Lee · supersedes ADR 2`: what is known, and does not stand in
    /// the text anyway.
    fn line(&self, index: usize, banner: Option<Banner>, says: Says) -> Inline {
        let record = &self.relations.records.entries[index].record;
        let status = record.status.as_ref().filter(|one| !is_seen(one.origin));
        let status = status.filter(|_| !banner.is_some_and(Banner::says_status));
        let date = record.date.as_ref().filter(|date| !is_seen(date.origin));
        let review = record.review_by.as_ref().filter(|at| !is_seen(at.origin));
        let review = review.map(|at| at.value.to_string());
        let is_overdue = record.is_review_overdue(self.today);
        let due = if is_overdue { Phrase::ReviewWasDue } else { Phrase::ReviewBy };
        let tags =
            cell::tags(record).filter(|_| record.tags.iter().any(|tag| !is_seen(tag.origin)));
        let listed = |phrase, words: Option<String>| {
            words.map(|words| says.inline(phrase, &[Inline::text(&words)]))
        };
        let people = |phrase, role| listed(phrase, unseen(record, role));
        let deciders = if is_decided(record) { Phrase::DecidedBy } else { Phrase::DecidersAre };
        let parts = [
            status.map(|_| badge::of(record, self.medium, says)),
            // Where it comes from a change log or a file's name, nobody has said what was done on it.
            date.map(|date| says.inline(Phrase::Dated, &[day(&date.value, self.medium)])),
            people(deciders, Role::Decider),
            people(Phrase::WrittenBy, Role::Author),
            people(Phrase::ConsultedAre, Role::Consulted),
            people(Phrase::InformedAre, Role::Informed),
            listed(Phrase::TagsAre, tags),
            listed(due, review),
        ];
        Inline::joined(parts.into_iter().flatten().chain(self.others(index, says)), " · ")
    }

    /// What the record is to others, but for what the banner and its own text say.
    fn others(&self, index: usize, says: Says) -> impl Iterator<Item = Inline> {
        let in_banner = [RelationKind::SupersededBy, RelationKind::SupersededInPartBy];
        let mut said: BTreeMap<(RelationKind, &str), Vec<usize>> = BTreeMap::new();
        for &(kind, other) in self.relations.to(index) {
            let stronger = kind == RelationKind::Related
                && self.relations.to(index).any(|&(one, of)| of == other && one != kind);
            if !stronger && !in_banner.contains(&kind) && !self.states(index, kind, other) {
                let (newer, older) =
                    if kind.is_passive() { (other, index) } else { (index, other) };
                let words = relation::words((self.relations.records, says), kind, newer, older);
                said.entry((kind, words)).or_default().push(other);
            }
        }
        said.into_iter().map(move |((_, words), others)| {
            Inline::text(words).and(" ").then(self.relations.links(
                index,
                others,
                ", ",
                name::short,
            ))
        })
    }

    /// Whether readers see a relation in the record's own text.
    fn states(&self, index: usize, kind: RelationKind, other: usize) -> bool {
        let record = &self.relations.records.entries[index].record;
        let top = span(record.source.text()).map_or(0, |span| span.end);
        let seen = record.related(kind).filter(|one| one.span.start >= top);
        seen.into_iter()
            .any(|one| self.relations.records.resolve(record, &one.target) == Some(other))
    }
}

/// Whether readers see a value that was read there in the text; what is only implied stands nowhere.
const fn is_seen(origin: Origin) -> bool {
    matches!(
        origin,
        Origin::Title
            | Origin::Table
            | Origin::Bullet
            | Origin::Bold
            | Origin::Line
            | Origin::Section
            | Origin::Callout
            | Origin::Implied
    )
}

/// The people with one role whom the text does not name so.
fn unseen(record: &Record, role: Role) -> Option<String> {
    let people = record.people.iter().filter(|(had, who)| *had == role && !is_seen(who.origin));
    let names: Vec<&str> = people.map(|(_, who)| who.value.as_str()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// Whether its status says that somebody decided; a proposal has deciders, too.
fn is_decided(record: &Record) -> bool {
    let status = record.status();
    let undecided = [Status::Withdrawn, Status::Other];
    status.is_some_and(|status| !status.is_open() && !undecided.contains(&status))
}

/// What the front matter states, in one row.
fn table(record: &Record, says: Says) -> Option<Blocks> {
    let here = |origin: Origin| matches!(origin, Origin::FrontMatter | Origin::Tags);
    let people = |wanted| {
        let of_role =
            record.people.iter().filter(|(role, who)| *role == wanted && here(who.origin));
        joined(&of_role.map(|(_, who)| who.value.as_str()).collect::<Vec<_>>())
    };
    let dated = record.date.as_ref().filter(|date| here(date.origin));
    let reviewed = record.review_by.as_ref().filter(|date| here(date.origin));
    let status = record.status.as_ref().filter(|status| here(status.origin));
    let tags = cell::tags(record).filter(|_| record.tags.iter().any(|tag| here(tag.origin)));
    let (columns, cells): (Vec<_>, Vec<_>) = [
        (says.word(Label::Status), status.map(|_| badge::of(record, Medium::Text, says))),
        (says.word(Label::Date), dated.map(|date| Inline::text(&date.value.to_string()))),
        (says.word(Label::Deciders), people(Role::Decider)),
        (says.word(Label::Authors), people(Role::Author)),
        (says.word(Label::Consulted), people(Role::Consulted)),
        (says.word(Label::Informed), people(Role::Informed)),
        (says.word(Label::Tags), tags.map(|tags| Inline::text(&tags))),
        (
            says.get(Phrase::ReviewTitle).into(),
            reviewed.map(|date| Inline::text(&date.value.to_string())),
        ),
    ]
    .into_iter()
    .filter_map(|(label, value)| Some(((Inline::text(&label), Alignment::None), value?)))
    .unzip();
    (!cells.is_empty()).then(|| Blocks::default().table(columns, [cells]))
}

fn joined(words: &[&str]) -> Option<Inline> {
    (!words.is_empty()).then(|| Inline::text(&words.join(", ")))
}
