//! How a record is told that another takes its place: an edit of its text, by the structure of what states
//! its status. Nothing is lost, and what was said of the old status is not said of the new one.
//!
//! | the status stands | what becomes of it |
//! |---|---|
//! | alone: in a paragraph, behind a label, in a cell, in the front matter | the new one takes its place |
//! | in a paragraph with a remark or a date | the new one becomes a paragraph below |
//! | in a list of its section | the new one becomes the list's latest item |
//! | behind a label or in a cell with a remark | it is struck out, and the new one follows |
//!
//! Where none of these fits, there is no edit: somebody has to look at the record.

mod history;
mod value;

use std::sync::Arc;

use text::edit::{Edits, TextEdit};
use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::source::{Source, Span};
use words::date::Date;

use super::read::{Reading, read};
use super::record::{Origin, Record};
use super::relation::RelationKind;
use super::status::{OwnWords, Status};

/// What a record is to be told.
#[derive(Clone, Copy, Debug)]
pub struct Succession<'a> {
    /// `Superseded by [12. Use a log](0012-use-a-log.md)`
    pub line: &'a str,
    /// What the team sets before the word, where the old status has a sign: `⌛️`; mostly nothing.
    pub sign: &'a str,
    /// The day, for a history.
    pub date: Date,
}

/// The edit after which a record says that it is superseded, and else what it said before; none where there
/// is no such edit.
pub fn supersede(record: &Record, told: Succession<'_>, own: &OwnWords) -> Option<TextEdit> {
    let edit = edit(record, told)?;
    let mut edits = Edits::default();
    edits.push(edit.clone());
    let source = Source::new(record.source.path(), edits.apply(record.source.text()));
    let Reading::Record(new) = read(&Document::parse(&source), &record.path, own) else {
        return None;
    };
    let superseded = new.status.as_ref().is_some_and(|status| status.value == Status::Superseded);
    let named = new.related(RelationKind::SupersededBy).count()
        == record.related(RelationKind::SupersededBy).count() + 1;
    (superseded && named && says_the_same(record, &new)).then_some(edit)
}

/// A statement in a paragraph, or an item, of its own beside the status; none where that has no section.
pub fn beside(record: &Record, line: &str) -> Option<TextEdit> {
    let status = record.status.as_ref().filter(|status| status.origin == Origin::Section)?;
    let document = Document::parse(&record.source);
    let block = block_at(&document, status.span)?;
    Some(match &block.kind {
        BlockKind::List(list) => history::undated(&record.source, list, line)?,
        _ => below(&record.source, block, line),
    })
}

/// The sign before a record's status, if it has one.
pub fn sign(record: &Record) -> &str {
    let span = record.status.as_ref().map_or(Span::default(), |status| status.span);
    let text = record.source.text();
    text[value::sign_start(text, span.start)..span.start].trim()
}

fn edit(record: &Record, told: Succession<'_>) -> Option<TextEdit> {
    let status = record.status.as_ref()?;
    let source = &record.source;
    match status.origin {
        Origin::FrontMatter => value::in_front_matter(source, status.span, told.line),
        Origin::Table => value::in_cell(source, status.span, told),
        Origin::Bullet | Origin::Bold | Origin::Line => value::on_line(source, status.span, told),
        Origin::Section => {
            let document = Document::parse(source);
            let block = block_at(&document, status.span)?;
            match &block.kind {
                BlockKind::List(list) if list.items.len() > 1 => {
                    history::dated(source, list, status.span, told)
                }
                BlockKind::List(_) => value::on_line(source, status.span, told),
                BlockKind::Paragraph(_) => {
                    let edit = value::alone(source, trimmed(source, block.span), status.span, told);
                    Some(edit.unwrap_or_else(|| below(source, block, told.line)))
                }
                BlockKind::Quote(_) => Some(below(source, block, told.line)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The outermost block that a value stands in.
fn block_at(document: &Document, span: Span) -> Option<&Block> {
    document
        .blocks
        .iter()
        .find(|block| block.span.start <= span.start && span.end <= block.span.end)
}

/// A paragraph of its own below a block.
fn below(source: &Arc<Source>, block: &Block, line: &str) -> TextEdit {
    let end = trimmed(source, block.span).end;
    TextEdit::replace(Span::at(end), format!("{0}{0}{line}", source.newline()))
}

/// Without the line break at its end.
fn trimmed(source: &Source, span: Span) -> Span {
    Span::new(span.start, span.start + source.slice(span).trim_end().len())
}

/// The word as it is begun where it stands: in lower case beside `accepted`.
fn cased(line: &str, like: &str) -> String {
    let mut rest = line.chars();
    match rest.next() {
        Some(first) if like.chars().next().is_some_and(char::is_lowercase) => {
            first.to_lowercase().chain(rest).collect()
        }
        _ => line.to_owned(),
    }
}

/// Whether two readings agree in all but the status and its successor.
fn says_the_same(old: &Record, new: &Record) -> bool {
    let values = |record: &Record| {
        let relations = record.relations.iter();
        let others = relations.filter(|relation| relation.kind != RelationKind::SupersededBy);
        (
            record.id.as_ref().map(|id| id.value.clone()),
            record.title.as_ref().map(|title| title.value.clone()),
            record.dates.iter().map(|date| date.value).collect::<Vec<_>>(),
            record
                .people
                .iter()
                .map(|(role, name)| (*role, name.value.clone()))
                .collect::<Vec<_>>(),
            record.tags.iter().map(|tag| tag.value.clone()).collect::<Vec<_>>(),
            record.review_by.as_ref().map(|date| date.value),
            others.map(|relation| (relation.kind, relation.target.clone())).collect::<Vec<_>>(),
            record.sections.iter().map(|section| section.title.clone()).collect::<Vec<_>>(),
        )
    };
    values(old) == values(new)
}

#[cfg(test)]
mod tests;
