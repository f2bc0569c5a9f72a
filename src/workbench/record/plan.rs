//! The next record of a directory: its number, its name, its text, and the other side of what it
//! supersedes.

use std::sync::Arc;

use text::markdown::Document;
use text::source::Source;
use words::Relation;
use words::date::Date;
use words::wording_or_english;

use readers::adr::blank;
use readers::adr::blank::Filling;
use readers::adr::naming::{self, Naming};
use readers::adr::{Reading, Record, RelationKind, read, reread, skeleton};

use super::change::Change;
use super::said::{Desk, Said};
use super::shelf::Shelf;
use super::style::{Named, Style, link, link_to_file};
use super::template::Template;
use super::{RecordError, by_hand, superseded_by};

/// What somebody asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Request<'a> {
    /// The words of the heading.
    pub title: &'a str,
    /// The style; that of most records otherwise.
    pub template: Option<Template>,
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
    let title = request.title.split_whitespace().collect::<Vec<_>>().join(" ");
    if naming::slug(&title).is_empty() {
        return Err(RecordError::Title(title));
    }
    let here = shelf.here();
    let older = request.supersedes.iter().map(|wanted| shelf.record(wanted));
    let older = older.collect::<Result<Vec<_>, _>>()?;
    if let Some(same) = same_title(&here, &title, &older).filter(|_| !request.force) {
        return Err(RecordError::SameTitle(shelf.path(same)));
    }
    let files = files(&here);
    let naming = Naming::of(&files, &shelf.name());
    let number = shelf.next_number(&here).max(least);
    if let Some(last) = here.last().filter(|_| template.is_none() && shelf.is_log()) {
        return Err(RecordError::Log { file: shelf.path(last), number });
    }
    let path = naming.path(number, &title, date);
    let own = if template.is_none() { shelf.template()? } else { None };
    let usual = Template::usual(&here);
    let reference = naming.reference(number, &title);
    let style = shelf.style(&here);
    let desk = Desk { shelf, style: &style, date };
    let mut plan = Plan {
        number,
        new: Change { path, old: None, text: String::new() },
        changes: Vec::new(),
        indexes: shelf.indexes(&files),
    };
    let mut left = Vec::new();
    for record in older.iter().copied() {
        refuse_superseded(shelf, record, request)?;
        let line = plan.supersede(record, &reference, desk);
        left.extend(line.map(|line| (record, line)));
    }
    if !left.is_empty() {
        return Err(by_hand(shelf, &style, left));
    }
    let heading = naming.heading(number, &naming::in_markdown(&title));
    let links = older.iter().map(|older| link(&older.name(), &plan.new.path, older));
    let links: Vec<String> = links.collect();
    let builtin = |template| text(template, &style, &heading, date, &links);
    let places = naming.number(number);
    let wanted = if older.is_empty() { "proposed" } else { "accepted" };
    let status = style.before_status(date) + &style.new_status(wanted, &shelf.own);
    let day = style.date(date);
    let filling = Filling {
        path: &plan.new.path,
        number: places.as_deref(),
        title: &title,
        heading: (!files.is_empty()).then_some(&*heading),
        status: &status,
        date: &day,
    };
    plan.new.text = match (template, own) {
        (Some(template), _) => builtin(template),
        (None, Some(own)) => filled(desk, &own, filling, &older)?,
        (None, None) => {
            let made = skeleton::of(&files, number, |part| usual.guidance(part, style.language()));
            let made = made.and_then(|made| filled(desk, &made, filling, &older).ok());
            let stated = files.iter().any(|record| record.status.is_some());
            let says = |text: &String| says_it(text, &plan.new.path, &title, stated, shelf);
            made.filter(says).unwrap_or_else(|| builtin(usual))
        }
    };
    Ok(plan)
}

impl Plan {
    /// Has an older record say that the new one takes its place; the line to add where only its authors can.
    fn supersede(&mut self, older: &Record, reference: &str, desk: Desk<'_>) -> Option<String> {
        let kind = RelationKind::SupersededBy;
        let link = link_to_file(reference, &older.path, &self.new.path);
        let new = Named { link, number: Some(self.number), path: &self.new.path };
        let said = Said::new(desk, kind, desk.style.relation(kind, older), new);
        let edits = |record: &Record| said.edits(record);
        let is_told = Change::add(&mut self.changes, older, &desk.shelf.own, edits).is_some();
        (!is_told).then(|| said.line())
    }
}

/// The records with a file of their own, for one that gets such a file; all where there is none.
fn files(here: &[Record]) -> Vec<Record> {
    let files: Vec<Record> =
        here.iter().filter(|record| record.anchor.is_none()).cloned().collect();
    if files.is_empty() { here.to_vec() } else { files }
}

/// Whether a record that was made like the ones beside it reads as one: its title, and a status where one of them
/// states any.
fn says_it(text: &str, path: &str, title: &str, stated: bool, shelf: &Shelf) -> bool {
    let document = Document::parse(&Source::new(path, text));
    match read(&document, path, &shelf.own) {
        Reading::Record(record) => {
            record.status.is_some() >= stated && naming::same_title(&record.shown_title(), title)
        }
        Reading::Log(_) | Reading::Aside(_) | Reading::NotUnderstood => false,
    }
}

/// The team's own template, with what the new record supersedes.
fn filled(
    desk: Desk<'_>,
    template: &Arc<Source>,
    filling: Filling<'_>,
    older: &[&Record],
) -> Result<String, RecordError> {
    let Desk { shelf, style, .. } = desk;
    let unusable = |problem: &str| RecordError::Template {
        path: shelf.directory.join(template.path()),
        problem: problem.to_owned(),
    };
    let mut record = blank::fill(template, filling, &shelf.own)
        .map_err(|misfit| unusable(&misfit.to_string()))?;
    let kind = RelationKind::Supersedes;
    let words = style.relation(kind, &record);
    for older in older {
        let edits = Said::new(desk, kind, words.clone(), style.named(&record, older))
            .edits(&record)
            .ok_or_else(|| unusable("has no place to say which record is superseded"))?;
        let text = Change::of(&record, edits).text;
        record = reread(&record, &text, &shelf.own).unwrap_or(record);
    }
    Ok(record.source.text().to_owned())
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

/// Says so where another has taken a record's place before.
fn refuse_superseded(
    shelf: &Shelf,
    record: &Record,
    request: &Request<'_>,
) -> Result<(), RecordError> {
    match superseded_by(record) {
        Some((by, span)) if !request.also => {
            let (name, at) = (record.name(), shelf.at(record, span));
            Err(RecordError::Superseded { name, by, at })
        }
        _ => Ok(()),
    }
}

fn text(
    template: Template,
    style: &Style<'_>,
    heading: &str,
    date: Date,
    older: &[String],
) -> String {
    let status = match (older.is_empty(), template.is_yaml()) {
        (true, true) => "proposed".to_owned(),
        (true, false) => "Proposed".to_owned(),
        (false, true) => format!("\"accepted; supersedes {}\"", older.join(", ")),
        (false, false) => {
            let supersedes = wording_or_english(Relation::Supersedes, style.language());
            let lines = older.iter().map(|older| format!("\n\n{supersedes} {older}"));
            format!("Accepted{}", lines.collect::<String>())
        }
    };
    // The title comes last: it may hold anything.
    template
        .text()
        .replace("{{date}}", &style.date(date))
        .replace("{{status}}", &status)
        .replace("{{heading}}", heading)
}

#[cfg(test)]
mod tests;
