//! A status for a record that states none, where the records beside it have theirs.

use std::collections::BTreeMap;

use text::edit::TextEdit;
use text::markdown::Document;
use text::source::Span;

use crate::adr::record::{Origin, Record};
use crate::adr::relation::RelationKind;
use crate::adr::status::{OwnWords, Status};

use super::{cased, first_that, has_one_more, has_status};

/// What a record without a status is to be told.
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
    told: Beginning<'_>,
    beside: &[Record],
    own: &OwnWords,
) -> Option<Vec<TextEdit>> {
    if record.status.is_some() || !record.states.is_empty() {
        return None;
    }
    let document = Document::parse(&record.source);
    let place = Place::of(&document, record);
    let heading = Form::Section(told.heading.to_owned());
    let forms = forms(beside).into_iter().chain([heading]);
    let edits = forms.filter_map(|form| place.edit(&form, told.line)).map(|edit| vec![edit]);
    let by = (told.status == Status::Superseded).then_some(RelationKind::SupersededBy);
    let wanted = |new: &Record| {
        has_status(new, told.status) && by.is_none_or(|by| has_one_more(record, new, by))
    };
    first_that(record, edits, by, own, wanted)
}

/// How a record states its status.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    /// Below a heading.
    Section(String),
    /// On a line, behind these signs and words: `- **Status:** `; and what ends the line.
    Line { before: String, after: String, begins: String },
    /// In the front matter, behind `status: `.
    FrontMatter { before: String, begins: String },
}

/// The forms of the records that state a status, the commonest first.
fn forms(records: &[Record]) -> Vec<Form> {
    let mut counts: BTreeMap<Form, usize> = BTreeMap::new();
    for form in records.iter().filter_map(form) {
        *counts.entry(form).or_default() += 1;
    }
    let mut forms: Vec<(Form, usize)> = counts.into_iter().collect();
    forms.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    forms.into_iter().map(|(form, _)| form).collect()
}

fn form(record: &Record) -> Option<Form> {
    let status = record.status.as_ref()?;
    let source = &record.source;
    let line = source.line_span(source.line(status.span.start));
    let whole = source.slice(line).trim_end_matches(['\r', '\n']);
    let before = source.slice(Span::new(line.start, status.span.start));
    // A sign is that of one status.
    let before =
        before.trim_end_matches(|c: char| !c.is_alphanumeric() && !c.is_ascii()).to_owned();
    let begins = source.slice(status.span).chars().take(1).collect();
    match status.origin {
        Origin::Section => {
            let sections = Document::parse(source);
            let above =
                sections.outline.sections.iter().find(|one| one.body_span.contains(status.span))?;
            let heading = sections.blocks[above.block].heading()?;
            Some(Form::Section(heading.text.plain()))
        }
        Origin::FrontMatter => before.contains(':').then_some(Form::FrontMatter { before, begins }),
        Origin::Bullet | Origin::Bold | Origin::Line => {
            let after = if whole.ends_with("  ") { "  " } else { "" }.to_owned();
            before.contains([':', '：']).then_some(Form::Line { before, after, begins })
        }
        _ => None,
    }
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

    fn edit(&self, form: &Form, line: &str) -> Option<TextEdit> {
        match form {
            Form::Section(title) => {
                Some(self.block(&format!("{} {title}{1}{1}{line}", self.marks, self.newline())))
            }
            Form::Line { before, after, begins } => {
                let line = format!("{before}{}{after}", cased(line, begins));
                Some(self.below_a_field(before, &line).unwrap_or_else(|| self.block(&line)))
            }
            Form::FrontMatter { before, begins } => {
                let front =
                    self.document.front_matter.as_ref().filter(|_| self.record.anchor.is_none())?;
                let line = format!("{before}{}{}", cased(line, begins), self.newline());
                Some(TextEdit::replace(Span::at(front.body.end), line))
            }
        }
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

    /// A line below the last field of the same shape above the sections.
    fn below_a_field(&self, like: &str, line: &str) -> Option<TextEdit> {
        let source = &self.record.source;
        let signs = &like[..like.find(char::is_alphanumeric)?];
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
