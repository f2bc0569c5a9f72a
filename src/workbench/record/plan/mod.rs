//! The next record of a directory: its number, its name, and what else is written with it.

use words::date::Date;

use readers::adr::Record;
use readers::adr::naming::{self, Naming};
use readers::settings::RecordForm;

use super::RecordError;
use super::change::Change;
use super::form;
use super::log;
use super::new_record::{Basis, NewRecord};
use super::said::EditContext;
use super::shelf::Shelf;

/// What somebody asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Request<'a> {
    /// The words of the heading.
    pub title: &'a str,
    /// The style; that of most records otherwise.
    pub template: Option<RecordForm>,
    /// The numbers of the records that it takes the place of.
    pub supersedes: &'a [String],
    /// Whether another may have taken their place before.
    pub also: bool,
    /// Whether a record that counts may have the title already.
    pub force: bool,
    /// The day of the decision.
    pub date: Date,
}

/// What is to be written.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// The new record's number; where records have none, what it would be.
    pub number: u64,
    /// The new file.
    pub new: Change,
    /// The changes of records that are superseded.
    pub changes: Vec<Change>,
    /// Files beside it that list the records and are kept by hand.
    pub indexes: Vec<String>,
}

/// Plans a record; its number is `least` or a larger one.
///
/// Number, name, heading and style follow the records of the directory itself (not of the ones
/// below it): what most of them do.
///
/// # Errors
/// The title is empty or taken, or a record to supersede is not there, not unique, or cannot be told so.
pub(super) fn plan(shelf: &Shelf, request: &Request<'_>, least: u64) -> Result<Plan, RecordError> {
    let &Request { template, date, .. } = request;
    let here = shelf.here();
    let (title, older) = checked(shelf, &here, request)?;
    let files = log::with_files(&here);
    let naming = Naming::of(&files, &shelf.name());
    let number = shelf.next_number(&log::counted(&here), date).max(least);
    if let Some(last) = here.last().filter(|_| template.is_none() && shelf.is_log()) {
        return Err(RecordError::Log {
            file: shelf.path(last),
            name: log::next_in(&last.path, &here),
        });
    }
    let style = shelf.style(&files);
    let new = NewRecord {
        context: EditContext { shelf, style: &style, date },
        beside: &files,
        number,
        digits: naming.number(number),
        path: naming.path(number, &title, date),
        heading: naming.heading(number, &naming::in_markdown(&title)),
        title: &title,
        older: &older,
    };
    let basis = match template {
        Some(template) => Basis::BuiltIn(template),
        None => shelf.template()?.map_or_else(|| Basis::Usual(form::usual(&files)), Basis::Team),
    };
    let changes = new.supersession_edits(&naming.reference(number, &title), request.also)?;
    let text = new.text(basis)?;
    let indexes = shelf.indexes(&files);
    Ok(Plan { number, new: Change { path: new.path, old: None, text }, changes, indexes })
}

/// The title in one line, and the records that are to be superseded; none of the others has the title.
fn checked<'s>(
    shelf: &'s Shelf,
    here: &[Record],
    request: &Request<'_>,
) -> Result<(String, Vec<&'s Record>), RecordError> {
    let title = request.title.split_whitespace().collect::<Vec<_>>().join(" ");
    if naming::slug(&title).is_empty() {
        return Err(RecordError::Title(title));
    }
    let older = request.supersedes.iter().map(|wanted| shelf.record(wanted));
    let older = older.collect::<Result<Vec<_>, _>>()?;
    match same_title(here, &title, &older).filter(|_| !request.force) {
        Some(same) => Err(RecordError::SameTitle(shelf.path(same))),
        None => Ok((title, older)),
    }
}

/// A record that counts and says the same, and is not to be superseded.
fn same_title<'a>(records: &'a [Record], title: &str, older: &[&Record]) -> Option<&'a Record> {
    let counts =
        |record: &Record| record.status.as_ref().is_none_or(|status| status.value.is_live());
    records.iter().find(|record| {
        let superseded = older.iter().any(|older| older.is(record));
        !superseded && counts(record) && naming::same_title(&record.shown_title(), title)
    })
}

#[cfg(test)]
mod tests;
