//! What people do with decision records: begin a directory, write the next one, tell one what became of it.
//! Nothing is written in this file.

mod by_hand;
mod change;
mod checked_records;
mod day;
mod editor;
mod error;
mod find;
mod first;
mod form;
mod log;
mod new_record;
mod place;
mod plan;
mod reference;
mod relates;
mod said;
pub(crate) mod setting;
mod shelf;
mod sisters;
mod status_and_links;
mod style;
mod usual;
mod write;

use readers::adr::{Id, Record, RelationKind, Status, status};
use text::source::Span;

use by_hand::{ByHand, Why};
pub(crate) use change::Change;
pub(crate) use editor::edit;
pub(crate) use error::RecordError;
pub(crate) use first::first;
pub(crate) use place::Places;
pub(crate) use plan::{Plan, Request};
pub(crate) use shelf::Shelf;
pub(crate) use status_and_links::{Action, Outcome, plan};
use style::Style;
pub(crate) use write::{Place, planned, write};

/// `, by ADR 6` for a record that another took the place of, empty where it is not said which; and where that is said.
fn superseded_by(record: &Record) -> Option<(String, Span)> {
    let mut by = record.related(RelationKind::SupersededBy).map(|relation| {
        let by = match relation.target.id() {
            Some(Id::Number(number)) => format!(", by ADR {number}"),
            Some(id) => format!(", by {id}"),
            None => ", by another".to_owned(),
        };
        (by, relation.span)
    });
    let superseded = || {
        let status = record.status.as_ref()?;
        (status.value == Status::Superseded).then(|| (String::new(), status.span))
    };
    by.next().or_else(superseded)
}

/// That only the authors of these records can say what they are to say, and where.
fn by_hand<'r>(
    shelf: &Shelf,
    style: &Style<'_>,
    lines: impl IntoIterator<Item = (&'r Record, String)>,
) -> RecordError {
    let place = |(record, line): (&Record, String)| {
        if let Some(status) = &record.status {
            let at = shelf.at(record, status.span);
            let lacks_sign = status::at_start(&line, &shelf.own)
                .is_some_and(|(new, len)| style.lacks_sign(record, new, &line[..len]));
            let why = if lacks_sign { Why::NoSign } else { Why::ReadsElse };
            return ByHand { at, line, why };
        }
        let at = shelf.at(record, record.heading);
        // A line without a label would be read by nobody.
        let heading = style.status_heading(record);
        let why = Why::of(shelf, record);
        let line = match why {
            Why::ReadsElse => format!("`## {heading}`, and below it {line}"),
            Why::NoneBeside | Why::NoSign | Why::Several(_) => format!("`**{heading}:** {line}`"),
        };
        ByHand { at, line, why }
    };
    RecordError::ByHand(lines.into_iter().map(place).collect())
}
