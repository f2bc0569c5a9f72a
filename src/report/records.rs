//! Records as a table for people and as JSON for programs.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use readers::adr::NOT_UNDERSTOOD;
use readers::adr::directory::Directory;
use readers::adr::record::{Origin, Record as Read, Role, Sourced};
use readers::adr::relation::{RelationKind, Target};
use readers::files::Unreadable;
use readers::record_path;
use serde::Serialize;
use text::tally::tally;

use super::wrap::shortened;

/// One decision record, as `adr list --format json` prints it. Absent values are `null`, never made up; `status` is `unknown` where none is known.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Record {
    /// The file, relative to the directory that was asked for; with `#anchor` for a section.
    pub path: String,
    /// The number or name it is cited by.
    pub id: Option<String>,
    /// The title, without number and type.
    pub title: Option<String>,
    /// One of the canonical statuses, or `unknown`.
    pub status: &'static str,
    /// The words that state it.
    pub status_raw: Option<String>,
    /// `YYYY-MM-DD` or `YYYY-MM`.
    pub date: Option<String>,
    /// Who decided.
    pub deciders: Vec<String>,
    /// What it takes the place of: identifiers, else paths as written.
    pub supersedes: Vec<String>,
    /// What took its place.
    pub superseded_by: Vec<String>,
    /// What it takes the place of in part.
    pub supersedes_in_part: Vec<String>,
    /// What took its place in part; the record stands.
    pub superseded_in_part_by: Vec<String>,
    /// What it changes.
    pub amends: Vec<String>,
    /// What changes it.
    pub amended_by: Vec<String>,
    /// What it adds to.
    pub extends: Vec<String>,
    /// What adds to it.
    pub extended_by: Vec<String>,
    /// What it takes in.
    pub subsumes: Vec<String>,
    /// What took it in.
    pub subsumed_by: Vec<String>,
    /// The path of the record that this is a translation, a version, an addendum or a companion of.
    pub belongs_to: Option<String>,
    /// The style it is written in.
    pub format: &'static str,
    /// Where each value was read.
    pub sources: Sources,
}

/// Kinds of places; see [`Origin::name`].
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Sources {
    /// Of the identifier.
    pub id: Option<&'static str>,
    /// Of the title.
    pub title: Option<&'static str>,
    /// Of the status.
    pub status: Option<&'static str>,
    /// Of the date.
    pub date: Option<&'static str>,
}

impl From<&Read> for Record {
    fn from(record: &Read) -> Self {
        let related = |kind| record.related(kind).map(|one| target(&one.target)).collect();
        let anchor = record.anchor.as_ref().map(|anchor| format!("#{anchor}")).unwrap_or_default();
        Self {
            path: record.path.clone() + &anchor,
            id: record.id.as_ref().map(|id| id.value.to_string()),
            title: record.title.as_ref().map(|title| title.value.clone()),
            status: record.status.as_ref().map_or("unknown", |status| status.value.name()),
            status_raw: record.status_raw.clone(),
            date: record.date.as_ref().map(|date| date.value.to_string()),
            deciders: record.people(Role::Decider).map(str::to_owned).collect(),
            supersedes: related(RelationKind::Supersedes),
            superseded_by: related(RelationKind::SupersededBy),
            supersedes_in_part: related(RelationKind::SupersedesInPart),
            superseded_in_part_by: related(RelationKind::SupersededInPartBy),
            amends: related(RelationKind::Amends),
            amended_by: related(RelationKind::AmendedBy),
            extends: related(RelationKind::Extends),
            extended_by: related(RelationKind::ExtendedBy),
            subsumes: related(RelationKind::Subsumes),
            subsumed_by: related(RelationKind::SubsumedBy),
            belongs_to: None,
            format: record.format.name(),
            sources: Sources {
                id: origin(record.id.as_ref()),
                title: origin(record.title.as_ref()),
                status: origin(record.status.as_ref()),
                date: origin(record.date.as_ref()),
            },
        }
    }
}

impl Record {
    /// The records that it names.
    const fn relations(&mut self) -> [&mut Vec<String>; 10] {
        [
            &mut self.supersedes,
            &mut self.superseded_by,
            &mut self.supersedes_in_part,
            &mut self.superseded_in_part_by,
            &mut self.amends,
            &mut self.amended_by,
            &mut self.extends,
            &mut self.extended_by,
            &mut self.subsumes,
            &mut self.subsumed_by,
        ]
    }
}

fn origin<T>(value: Option<&Sourced<T>>) -> Option<&'static str> {
    value.map(|value| Origin::name(value.origin))
}

/// The identifier where the reference shows one, else what was written.
fn target(target: &Target) -> String {
    target.id().map_or_else(
        || match target {
            Target::Link(text) | Target::Wiki(text) => text.clone(),
            Target::Id(id) => id.to_string(),
        },
        |id| id.to_string(),
    )
}

/// One JSON array with a line break at its end.
pub(crate) fn json(directory: &Directory) -> String {
    let mut records: Vec<Record> = directory.records.iter().map(Record::from).collect();
    let numbers = tally(records.iter().filter_map(|one| one.id.clone()));
    for (index, owner) in directory.owners().into_iter().enumerate() {
        records[index].belongs_to = owner.map(|owner| records[owner].path.clone());
        // A record is nothing to itself; the same number may be that of another, or of the one that it goes with.
        let is_alone =
            owner.is_none() && records[index].id.as_ref().is_some_and(|id| numbers[id] == 1);
        let read = &directory.records[index];
        let is_itself = read.relations.iter().filter(|one| is_alone && read.names_itself(one));
        let itself: HashSet<String> = is_itself.map(|one| target(&one.target)).collect();
        for named in records[index].relations() {
            named.retain(|other| !itself.contains(other));
        }
    }
    let spelt: HashMap<String, String> =
        records.iter().filter_map(|one| one.id.clone()).map(|id| (id.to_lowercase(), id)).collect();
    for record in &mut records {
        for named in record.relations().into_iter().flatten() {
            if let Some(id) = spelt.get(&named.to_lowercase()) {
                named.clone_from(id);
            }
        }
    }
    // Strings, numbers and lists only: there is nothing that JSON could not hold.
    serde_json::to_string_pretty(&records).unwrap_or_default() + "\n"
}

/// One line a record: id, status, date, title, path. What goes with a record follows it. Where that is wider
/// than `width` columns, titles are cut and paths have lines of their own.
pub(crate) fn table(directory: &Directory, width: usize) -> String {
    let owners = directory.owners();
    // In the order of their paths, each behind what it goes with.
    let mut order: Vec<usize> = (0..owners.len()).collect();
    order.sort_by_key(|&index| (owners[index].unwrap_or(index), owners[index].is_some()));
    let line = |index: usize| {
        let record = &directory.records[index];
        if owners[index].is_some() { row_beside(record) } else { row(record) }
    };
    let rows: Vec<[String; 5]> = order.into_iter().map(line).collect();
    let widest = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let widths = [widest(0), widest(1), widest(2), widest(3)];
    let all = widths.iter().map(|width| width + GAP).sum::<usize>() + widest(4);
    let before = widths[..3].iter().map(|width| width + GAP).sum::<usize>();
    let mut table = String::new();
    for row in &rows {
        for (cell, width) in row[..3].iter().zip(widths) {
            let gap = width - cell.width() + GAP;
            let _infallible = write!(table, "{cell}{:gap$}", "");
        }
        let [.., title, path] = row;
        let _infallible = if all <= width {
            let gap = widths[3] - title.width() + GAP;
            writeln!(table, "{title}{:gap$}{path}", "")
        } else {
            let title = shortened(title, width.saturating_sub(before).max(LONGEST_TITLE / 3));
            writeln!(table, "{title}\n{:gap$}{path}", "", gap = widths[0] + GAP)
        };
    }
    table
}

/// Between two columns.
const GAP: usize = 2;

fn row(record: &Read) -> [String; 5] {
    let json = Record::from(record);
    let stated = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
    let title = shortened(&record.shown_title(), LONGEST_TITLE);
    [stated(json.id), json.status.to_owned(), stated(json.date), title, json.path]
}

fn row_beside(record: &Read) -> [String; 5] {
    let name = shortened(&record.name_beside_owner(), LONGEST_TITLE);
    [String::new(), String::new(), String::new(), format!("+ {name}"), record.path.clone()]
}

/// Beyond it, a title pushes the path off the screen.
const LONGEST_TITLE: usize = 60;

/// More places than these fill the screen.
const MOST_PLACES: usize = 12;

/// How many records there are, and each file that is none, with the reason.
pub(crate) fn left_out(directory: &Directory) -> String {
    let mut text = String::new();
    for (path, aside) in &directory.asides {
        let _infallible = writeln!(text, "left out: {path}: {}", aside.words());
    }
    for path in &directory.not_understood {
        let _infallible = writeln!(text, "not understood: {path}: {NOT_UNDERSTOOD}");
    }
    for (path, why) in &directory.unreadable {
        let _infallible = writeln!(text, "not read: {path}: {why}");
        if why == Unreadable::OUTSIDE {
            let _infallible = writeln!(text, "  help: {}", Unreadable::OUTSIDE_HELP);
        }
    }
    let (read, not) = (directory.records.len(), directory.not_understood.len());
    let unread = directory.unreadable.len();
    if read + not + unread == 0 {
        return text + "no decision records found\n";
    }
    let records = if read == 1 { "record" } else { "records" };
    let _infallible = write!(text, "{read} decision {records} read");
    if not > 0 {
        let _infallible = write!(text, ", {not} not understood");
    }
    if unread > 0 {
        let _infallible = write!(text, ", {unread} not read");
    }
    text + "\n" + &places(directory)
}

/// The directories and logs that the records lie in, where there are several: nobody may have meant all.
fn places(directory: &Directory) -> String {
    let mut places: Vec<(&str, usize)> = Vec::new();
    for record in &directory.records {
        let place = match &record.anchor {
            Some(_) => record.path.as_str(),
            None => record_path::home(&record.path),
        };
        match places.iter_mut().find(|(known, _)| *known == place) {
            Some((_, count)) => *count += 1,
            None => places.push((place, 1)),
        }
    }
    if places.len() < 2 {
        return String::new();
    }
    let mut text = String::new();
    for (place, count) in places.iter().take(MOST_PLACES) {
        let place = if place.is_empty() { "." } else { place };
        let _infallible = writeln!(text, "  {count} in {place}");
    }
    let more = places.len().saturating_sub(MOST_PLACES);
    if more > 0 {
        let _infallible = writeln!(text, "  and {more} more places");
    }
    text
}
