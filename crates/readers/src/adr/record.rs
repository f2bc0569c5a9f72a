//! A decision record as it was read: every value with its place, nothing that is not stated.

use std::sync::Arc;

use super::variant::Variant;
use crate::record_path;
use text::link;
use text::markdown::Document;
use text::source::{Place, Source, Span};
use words::date::{Date, Order, Reading};

use super::format::{Format, Part};
use super::id::Id;
use super::name::Name;
use super::relation::{Relation, RelationKind};
use super::statement::State;
use super::status::Status;

/// What kind of place a value was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A key of the YAML block.
    FrontMatter,
    /// A keyword in the YAML block's tags.
    Tags,
    /// A table, either way round.
    Table,
    /// `* Label: value`
    Bullet,
    /// `**Label:** value`
    Bold,
    /// `Label: value`
    Line,
    /// Text below a heading that is the label.
    Section,
    /// A note or quote above the first section.
    Callout,
    /// Not stated: a part of the record was superseded or changed, so the rest counts.
    Implied,
    /// An entry of the record's change log.
    ChangeLog,
    /// The first heading.
    Title,
    /// The file's name.
    FileName,
    /// The directory's name.
    Directory,
}

impl Origin {
    /// The word in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::FrontMatter => "front-matter",
            Self::Tags => "tags",
            Self::Table => "table",
            Self::Bullet => "bullet",
            Self::Bold | Self::Line => "line",
            Self::Section => "section",
            Self::Callout => "callout",
            Self::Implied => "implied-by-part",
            Self::ChangeLog => "changelog",
            Self::Title => "title",
            Self::FileName => "filename",
            Self::Directory => "directory",
        }
    }
}

/// A value and where it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Its place in the record's file; the file's first byte for names of files and directories.
    pub span: Span,
    /// What kind of place that is.
    pub origin: Origin,
}

impl<T> Sourced<T> {
    /// A value from its place.
    pub const fn new(value: T, span: Span, origin: Origin) -> Self {
        Self { value, span, origin }
    }
}

/// What a person did for a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Decided.
    Decider,
    /// Wrote.
    Author,
    /// Was asked.
    Consulted,
    /// Was told.
    Informed,
}

/// A section of a record.
#[derive(Clone, Debug)]
pub struct Section {
    /// The heading, as plain text.
    pub title: String,
    /// Its level.
    pub level: u8,
    /// What it is for, where that is known.
    pub part: Option<Part>,
    /// The heading.
    pub heading: Span,
    /// The text below, up to the next heading of any level.
    pub body: Span,
    /// Why it does not count as written, if it does not.
    pub unwritten: Option<Unwritten>,
}

/// What stands in a section that nobody has written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unwritten {
    /// Nothing, neither in it nor in the sections nested in it.
    Empty,
    /// A template's words: in brackets, "TBD", or the sentences known templates come with.
    Template,
}

/// A decision record.
#[derive(Clone, Debug)]
pub struct Record {
    /// The file.
    pub source: Arc<Source>,
    /// The file as the caller names it, with forward slashes.
    pub path: String,
    /// For a record that is a section of a chapter: its heading's anchor.
    pub anchor: Option<String>,
    /// The record's part of the file: all of it, or one section.
    pub span: Span,
    /// How it is cited.
    pub id: Option<Sourced<Id>>,
    /// Every place that states an identifier, the chosen one included.
    pub ids: Vec<Sourced<Id>>,
    /// The heading without number and type, or the front matter's title.
    pub title: Option<Sourced<String>>,
    /// What is known of the status; the chosen one of `states`.
    pub status: Option<Sourced<Status>>,
    /// The words that state it.
    pub status_raw: Option<String>,
    /// Every place that states a status.
    pub states: Vec<Sourced<State>>,
    /// When it was decided, or last changed where only a change log says so.
    pub date: Option<Sourced<Date>>,
    /// Every place that states the record's date.
    pub dates: Vec<Sourced<Reading>>,
    /// Who had a part in it.
    pub people: Vec<(Role, Sourced<String>)>,
    /// Keywords.
    pub tags: Vec<Sourced<String>>,
    /// When it is to be looked at again.
    pub review_by: Option<Sourced<Date>>,
    /// The day of a review that may have been the last or be the next: `Review: 2024-03-05`.
    pub review: Option<Sourced<Date>>,
    /// What it is to other records, as this file states it.
    pub relations: Vec<Relation>,
    /// The style it is written in.
    pub format: Format,
    /// What the file is to a record of the same number, by its name.
    pub variant: Option<Variant>,
    /// The orders of day and month that its dates prove.
    pub orders: Vec<Order>,
    /// Its sections, in order.
    pub sections: Vec<Section>,
    /// The record's own heading; empty when it has none.
    pub heading: Span,
}

impl Record {
    /// The status, wherever it is stated.
    pub fn status(&self) -> Option<Status> {
        self.status.as_ref().map(|status| status.value)
    }

    /// Whether it was decided, and counts.
    pub fn is_in_force(&self) -> bool {
        self.status().is_some_and(Status::is_in_force)
    }

    /// Its number, where it is cited by one.
    pub fn number(&self) -> Option<u64> {
        self.id.as_ref()?.value.number()
    }

    /// Its identifier as all spellings have it, to compare records by.
    pub fn folded_id(&self) -> Option<Id> {
        Some(self.id.as_ref()?.value.folded())
    }

    /// The targets of one kind of relation.
    pub fn related(&self, kind: RelationKind) -> impl Iterator<Item = &Relation> {
        self.relations.iter().filter(move |relation| relation.kind == kind)
    }

    /// The people with one role.
    pub fn people(&self, role: Role) -> impl Iterator<Item = &str> {
        self.people.iter().filter(move |(had, _)| *had == role).map(|(_, name)| name.value.as_str())
    }

    /// A place in the record's file.
    pub fn place(&self, span: Span) -> Place {
        Place::new(&self.source, span)
    }

    /// Where a finding about the record as a whole points: its heading, else its first line.
    pub fn head(&self) -> Place {
        let first = || self.source.line_span(self.source.line(self.span.start));
        self.place(if self.heading.is_empty() { first() } else { self.heading })
    }

    /// The name to speak of it: `ADR 12`, its series' name, or its title.
    pub fn name(&self) -> String {
        match (&self.id, &self.title) {
            (Some(Sourced { value: Id::Number(number), .. }), _) => format!("ADR {number}"),
            (Some(Sourced { value: id @ Id::Lettered(..), .. }), _) => format!("ADR {id}"),
            (Some(id), _) => id.value.to_string(),
            (None, Some(title)) => title.value.clone(),
            (None, None) => self.path.clone(),
        }
    }

    /// The name in a sentence: as [`Self::name`], but a title in quotation marks and cut short, also in place
    /// of a name that is a file's.
    pub fn cited(&self) -> String {
        const LONGEST: usize = 60;
        let spoken = |id: &Sourced<Id>| !matches!(id.value, Id::Name(_));
        match &self.title {
            Some(title) if !self.id.as_ref().is_some_and(spoken) => {
                format!("\"{}\"", shortened(&title.value, LONGEST))
            }
            _ => self.name(),
        }
    }

    /// Whether it is the same one as another, perhaps in another text of the file.
    pub fn is(&self, other: &Self) -> bool {
        self.path == other.path && self.anchor == other.anchor
    }

    /// Where it lies, with the anchor of a section: `docs/log.md#adr-7-use-a-queue`.
    pub fn address(&self) -> String {
        let anchor = self.anchor.as_ref().map(|anchor| format!("#{anchor}"));
        format!("{}{}", self.path, anchor.unwrap_or_default())
    }

    /// Its own part of the file, parsed alone, with the file's offsets: a file may hold thousands of records. Front matter
    /// is that of a record with a file of its own.
    pub fn document(&self) -> Document {
        if self.anchor.is_some() && self.span.len() < self.source.text().len() {
            Document::parse_section(&self.source, self.span)
        } else {
            self.file()
        }
    }

    /// All of its file, parsed. Who asks this of each record of a file reads it as many times.
    pub fn file(&self) -> Document {
        Document::parse(&self.source)
    }

    /// Its own text, with one line break at its end.
    pub fn text(&self) -> String {
        let text = self.source.slice(self.span);
        if self.anchor.is_none() { text.to_owned() } else { text.trim_end().to_owned() + "\n" }
    }

    /// What its number must be unique in: the directory that it lies in, or the file for a record that is a section.
    pub fn numbering(&self) -> &str {
        if self.anchor.is_some() { &self.path } else { link::directory(&self.path) }
    }

    /// The records that it is compared with have the same: as [`Self::numbering`], and for `adr/0012-use-x/README.md`,
    /// which is alone in its directory, `adr`.
    pub fn shelf(&self) -> &str {
        if self.anchor.is_some() { &self.path } else { record_path::home(&self.path) }
    }

    /// Whether it lies outside of the book's source directory, where SUMMARY.md cannot name it.
    pub fn is_outside(&self) -> bool {
        self.path.starts_with("../")
    }

    /// The title, or the words of the file's name where there is none; of a section nothing but its number.
    pub fn shown_title(&self) -> String {
        let from_name = || {
            if self.anchor.is_some() {
                return self.name();
            }
            let stem = record_path::stem(&self.path);
            let slug = Name::of(stem).slug;
            let words = if slug.is_empty() { stem } else { slug };
            words.replace(['-', '_'], " ")
        };
        self.title.as_ref().map_or_else(from_name, |title| title.value.clone())
    }
}

/// At most so many characters, cut between words.
fn shortened(text: &str, longest: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(longest) else { return text.to_owned() };
    let cut = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{}…", text[..cut].trim_end_matches(|c: char| !c.is_alphanumeric()))
}
