//! A status for a record that states none, where the records beside it have theirs.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use text::edit::TextEdit;
use text::markdown::Document;
use text::markdown::front_matter::Notation;
use text::source::Span;

use crate::adr::record::{Origin, Record};
use crate::adr::relation::RelationKind;
use crate::adr::stated_form::StatedForm;
use crate::adr::status::{OwnWords, Status};

use super::label_form::LabelForm;
use super::{cased, first_that, has_one_more, has_status};

/// What is to be written into a record without a status.
#[derive(Clone, Copy, Debug)]
pub struct Beginning<'a> {
    /// `Superseded by [12. Use a log](0012-use-a-log.md)`
    pub line: &'a str,
    /// The status that the line states.
    pub status: Status,
    /// What to head a section with where no other record shows a form: `Status`.
    pub heading: &'a str,
}

/// The edits after which a record that stated no status has one, in the form that most records have beside it,
/// and says else what it said before; none where it has one, or where there are no such edits.
pub fn begin(
    record: &Record,
    wording: Beginning<'_>,
    beside: &[Record],
    own: &OwnWords,
) -> Option<Vec<TextEdit>> {
    if record.status.is_some() || !record.states.is_empty() {
        return None;
    }
    let document = Document::parse(&record.source);
    let place = Place::of(&document, record);
    // A section of a log is short, and begun as those beside it are or not at all.
    let in_log = record.anchor.is_some();
    let like = beside.iter().filter(|other| !in_log || other.path == record.path);
    let as_others = forms(like).into_iter();
    let as_others = as_others.filter_map(|(form, like)| place.edit(form, like, wording.line));
    // Where the others have a key for it, another place would be a guess.
    let section = (!in_log && !place.has_key_beside(beside))
        .then(|| place.section(wording.heading, wording.line));
    let edits = as_others.chain(section).map(|edit| vec![edit]);
    let by = (wording.status == Status::Superseded).then_some(RelationKind::SupersededBy);
    let wanted = |new: &Record| {
        has_status(new, wording.status) && by.is_none_or(|by| has_one_more(record, new, by))
    };
    first_that(record, edits, by, own, wanted)
}

/// How the records state their status, the commonest form first, each with one that has it.
fn forms<'r>(records: impl Iterator<Item = &'r Record>) -> Vec<(StatedForm<'r>, &'r Record)> {
    let mut counts: BTreeMap<StatedForm<'r>, (usize, &'r Record)> = BTreeMap::new();
    for record in records {
        if let Some(form) = StatedForm::of_status(record) {
            counts.entry(form).or_insert((0, record)).0 += 1;
        }
    }
    let mut forms: Vec<_> = counts.into_iter().collect();
    forms.sort_by_key(|&(_, (count, _))| Reverse(count));
    forms.into_iter().map(|(form, (_, record))| (form, record)).collect()
}

/// The line of another record's labelled status, with this status instead, and what begins it.
fn line_like<'r>(record: &'r Record, wording: &str) -> Option<(&'r str, String)> {
    let status = record.status.as_ref()?;
    let source = &record.source;
    let LabelForm { before, label, between, closing } = LabelForm::of(record)?;
    let wording = cased(wording, source.slice(status.span));
    let line = source.slice(source.line_span(source.line(status.span.start)));
    let broken = line.trim_end_matches(['\r', '\n']).ends_with("  ");
    let end = if broken { "  " } else { "" };
    Some((before, format!("{before}{label}{between}{wording}{closing}{end}")))
}

/// Where a record has room for its status.
struct Place<'a> {
    document: &'a Document,
    record: &'a Record,
    /// Where its first section begins, or its text ends.
    sections: usize,
    /// The signs of a heading of its sections.
    marks: String,
}

impl<'a> Place<'a> {
    fn of(document: &'a Document, record: &'a Record) -> Self {
        let inside = |start: usize| record.span.start <= start && start < record.span.end;
        let own =
            document.outline.sections.iter().find(|one| one.heading.start == record.heading.start);
        let own = own.filter(|_| record.heading.start < record.heading.end);
        let first = document.outline.sections.iter().find(|section| {
            let below = own.is_none_or(|own| section.heading.start > own.heading.start);
            below && inside(section.heading.start)
        });
        let level = first.map_or_else(|| own.map_or(2, |own| own.level + 1), |first| first.level);
        let sections = first.map_or(record.span.end, |first| first.heading.start);
        Self { document, record, sections, marks: "#".repeat(usize::from(level)) }
    }

    /// Whether it has front matter, as most of those beside it that state their status there.
    fn has_key_beside(&self, beside: &[Record]) -> bool {
        let origins = beside.iter().filter_map(|record| Some(record.status.as_ref()?.origin));
        let all = origins.clone().count();
        let keyed = origins.filter(|origin| *origin == Origin::FrontMatter).count();
        let has_front = self.document.front_matter.is_some() && self.record.anchor.is_none();
        has_front && keyed * 2 > all
    }

    fn edit(&self, form: StatedForm<'_>, like: &Record, wording: &str) -> Option<TextEdit> {
        match form {
            StatedForm::Heading(heading) => {
                Some(self.section(heading.trim_matches(['#', ' ']), wording))
            }
            StatedForm::Label { .. } => {
                let (before, line) = line_like(like, wording)?;
                Some(self.below_a_field(before, &line).unwrap_or_else(|| self.block(&line)))
            }
            StatedForm::Key(key) => self.key(key, like, wording),
        }
    }

    /// One more key of the front matter, in the notation that this has.
    fn key(&self, key: &str, like: &Record, wording: &str) -> Option<TextEdit> {
        let front = self.document.front_matter.as_ref().filter(|_| self.record.anchor.is_none())?;
        let key = key.trim_end_matches([':', '=']).trim_end();
        let status = like.status.as_ref()?;
        let wording = cased(wording, like.source.slice(status.span));
        let quoted = like.source.text()[..status.span.start].ends_with(['"', '\'']);
        let value = if quoted {
            front.notation.quoted(&wording, &like.source.text()[status.span.start - 1..])
        } else {
            front.notation.scalar(&wording, "")
        };
        let line = match front.notation {
            Notation::Yaml => format!("{key}: {value}{}", self.newline()),
            Notation::Toml => format!("{key} = {value}{}", self.newline()),
        };
        let place = front.end_of_keys(self.record.source.text());
        Some(TextEdit::replace(Span::at(place), line))
    }

    fn section(&self, title: &str, wording: &str) -> TextEdit {
        self.block(&format!("{} {title}{1}{1}{wording}", self.marks, self.newline()))
    }

    fn newline(&self) -> &str {
        self.record.source.newline()
    }

    /// A block of its own between what stands below the title and the first section.
    fn block(&self, text: &str) -> TextEdit {
        let (source, newline) = (self.record.source.text(), self.newline());
        let end = source[..self.sections].trim_end().len();
        let last = if end < source.len() { "" } else { newline };
        TextEdit::replace(Span::at(end), format!("{newline}{newline}{text}{last}"))
    }

    /// A line below the last field above the sections that these signs begin as well.
    fn below_a_field(&self, signs: &str, line: &str) -> Option<TextEdit> {
        let source = &self.record.source;
        let dates = self.record.dates.iter().map(|date| date.span.start);
        let people = self.record.people.iter().map(|(_, name)| name.span.start);
        let shaped = |at: &usize| {
            let line = source.slice(source.line_span(source.line(*at)));
            let own = line.find(char::is_alphanumeric).map(|start| &line[..start]);
            own == Some(signs) && line.contains([':', '：'])
        };
        let inside = |at: &usize| self.record.span.start <= *at && *at < self.sections;
        let last = dates.chain(people).filter(inside).filter(shaped).max()?;
        let field = source.line_span(source.line(last));
        let end = field.start + source.slice(field).trim_end_matches(['\r', '\n']).len();
        Some(TextEdit::replace(Span::at(end), format!("{}{line}", self.newline())))
    }
}
