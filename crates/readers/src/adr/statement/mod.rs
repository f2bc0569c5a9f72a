//! What a statement says of a record: its status, and what the record is to others.
//!
//! A statement is one block: a paragraph with its soft breaks joined, a list item, a table cell, a
//! part between `<br>`. It is read into clauses; only an affirmed, present and whole clause
//! about the record sets the status.

mod another;
mod around;
mod attribute;
mod breaks;
mod choice;
mod clause;
mod hidden;
mod history;
mod in_value;
mod limits;
mod names;
mod one_state;
mod outcome;
mod part;
mod possession;
mod predicate;
mod qualified;
mod read;
mod reading;
mod scan;
mod state;
mod steps;
mod target;
mod telling;
#[cfg(test)]
mod tests;
mod unknown;
mod value;
mod whole;

use std::ops::Range;

use words::date::Date;
use words::fold;

use super::relation::{Relation, RelationKind};
use super::status::{self, OwnWords, Status};
use super::text::Line;
use clause::{Clause, Subject, Time};

pub(super) use attribute::is_attribute;
pub(super) use in_value::in_value;
pub(super) use outcome::kind;
pub use reading::Doubt;
pub use state::State;
pub(super) use state::{latest_entry, status};
pub(super) use value::value;

/// Bytes of the longest paragraph that is looked at for a status: nobody states one at more length.
const LONGEST: usize = 4096;

/// A statement that was taken apart, for what it says of the status and of other records.
pub(super) struct Statement<'a> {
    line: Line<'a>,
    /// Whether it is a template's words in brackets, which have no clauses.
    template: bool,
    states: Vec<(Status, Range<usize>)>,
    clauses: Vec<Clause>,
    /// The day that counts as today, where it is known.
    today: Option<Date>,
}

impl<'a> Statement<'a> {
    pub(super) fn read(line: Line<'a>, own: &OwnWords) -> Self {
        let template = is_template(&line, own);
        let mut statement =
            Self { line, template, states: Vec::new(), clauses: Vec::new(), today: own.today };
        let line = &statement.line;
        if !is_lengthy(line, own) {
            statement.states = status::find(&line.text, own);
            if !template {
                statement.clauses = read::clauses(line, &statement.states, own);
            }
        }
        statement
    }
}

/// Whether a paragraph is too long for a statement: a long one names records from its first word on.
fn is_lengthy(line: &Line<'_>, own: &OwnWords) -> bool {
    line.text.len() > LONGEST && own.words().relation_at_start(&line.text).is_none()
}

/// Relations that a statement claims with a verb: `Superseded by [x](0012-x.md)`.
pub(super) fn relations(statement: &Statement<'_>) -> Vec<Relation> {
    let clauses = &statement.clauses;
    let undone = |clause: &Clause| {
        clause.time == Time::Past
            && clauses.iter().any(|later| {
                let after = later.words.start > clause.words.start && later.status.is_some();
                after && later.time != Time::Past && later.subject == Subject::Record
            })
    };
    let restored =
        clauses.iter().any(|clause| clause.time == Time::Restored && clause.is_affirmed());
    let claims = clauses.iter().filter(|clause| !undone(clause)).flat_map(related_by);
    claims.filter(|relation| !(restored && relation.kind.is_passive())).collect()
}

/// What others are said to do to the record in a remark, `ADR-7 supersedes this record's cache`: they stand before a verb
/// that names it. Anything else in a remark may be about its subject, and words behind its name say for what it holds:
/// `ADR-7 supersedes this record in the mobile app`.
pub(super) fn done_by_others(statement: &Statement<'_>) -> Vec<Relation> {
    let known = words::Vocabulary::known();
    let passive = [RelationKind::SupersededBy, RelationKind::SupersededInPartBy];
    let done = |clause: &Clause| {
        let said = &statement.line.text[clause.words.clone()];
        let named = known.mentions(words::Reference::Record, said).map(|(at, _)| at.end);
        let before = clause.targets.iter().all(|named| named.words.end <= clause.words.start);
        let named = named.filter(|_| before)?;
        let behind = &statement.line.text[clause.words.start + named..];
        let limited = behind.trim_start().starts_with(char::is_alphabetic);
        let of_it = related_by(clause).filter(|relation| passive.contains(&relation.kind));
        let kind = |kind: RelationKind| if limited { kind.in_part() } else { kind };
        Some(of_it.map(|one| Relation { kind: kind(one.kind), ..one }).collect::<Vec<_>>())
    };
    statement.clauses.iter().filter_map(done).flatten().collect()
}

/// What a line says that is nothing but a verb for what the record does, and the others' names: `Supersedes ADR-4 and
/// [ADR-5](0005-x.md).`
pub(super) fn said_alone(statement: &Statement<'_>) -> Vec<Relation> {
    let text = &statement.line.text;
    let [only] = &*statement.clauses else { return Vec::new() };
    let (Some(first), Some(last)) = (only.targets.first(), only.targets.last()) else {
        return Vec::new();
    };
    let blank = |within: Range<usize>| {
        let said = text.get(within).unwrap_or_default();
        let mut words = words::word_starts(said).map(|at| &said[at..]);
        words
            .all(|word| words::Vocabulary::known().starts(words::Reference::Record, word).is_some())
    };
    let behind = text.get(last.words.end..).unwrap_or_default();
    let ends = !behind.contains(char::is_alphanumeric)
        || words::date::whole(behind.trim_matches(|c: char| !c.is_alphanumeric())).is_some();
    let is_all = text.find(char::is_alphanumeric) == Some(only.words.start)
        && blank(only.words.end..first.words.start.max(only.words.end))
        && ends;
    let acts = |kind: RelationKind| !kind.is_passive() && kind != RelationKind::Related;
    // `Updates [the manual](manual.md)` is about anything.
    let is_record = |target: &crate::adr::relation::Target| target.id().is_some();
    let claims = related_by(only).filter(|one| is_all && acts(one.kind) && is_record(&one.target));
    claims.collect()
}

/// What a callout says was done to the record. That it was amended counts where the other follows the verb, `Amended by
/// ADR-7`: an `Amendment 7` is one of its own.
pub(super) fn told_in_a_callout(statement: &Statement<'_>) -> Vec<Relation> {
    let superseded = [RelationKind::SupersededBy, RelationKind::SupersededInPartBy];
    let follows = |relation: &Relation| {
        statement.clauses.iter().any(|clause| {
            let text = &statement.line.text;
            let first = clause.targets.first().filter(|first| first.span == relation.span);
            // The last word of `amended by ADR` belongs to the name.
            let close = first.is_some_and(|first| {
                let between = text.get(clause.words.end..first.words.start).unwrap_or_default();
                first.words.start > clause.words.start && !between.contains(char::is_alphanumeric)
            });
            close && words::word_starts(&text[clause.words.clone()]).count() > 1
        })
    };
    let mut found = relations(statement);
    found.retain(|relation| {
        superseded.contains(&relation.kind) || relation.kind.is_passive() && follows(relation)
    });
    found
}

/// Those that a clause claims.
fn related_by(clause: &Clause) -> impl Iterator<Item = Relation> {
    let kind = clause.relation.filter(|_| clause.is_affirmed());
    let relation = move |named: &target::Named| {
        Some(Relation { kind: kind?, target: named.target.clone(), span: named.span })
    };
    clause.targets.iter().filter_map(relation)
}

/// A template's words in brackets; a name in brackets may be a link's.
fn is_template(line: &Line<'_>, own: &OwnWords) -> bool {
    let said = &line.text[fold::trimmed(&line.text)];
    let known = || {
        let inside = said.trim_matches(['[', ']', '{', '}', '<', '>']);
        own.words().whole::<words::Status>(inside).is_some()
    };
    fold::is_bracketed(said) && !known()
}
