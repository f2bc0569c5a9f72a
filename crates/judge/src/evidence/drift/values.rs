//! Statuses, dates and titles that an index states otherwise than its records.

use std::collections::HashSet;

use readers::adr::listing::{Cell, Listing, Row};
use readers::adr::record::Origin;
use readers::adr::relation::RelationKind;
use readers::adr::{Record, Sourced, Status};
use words::date::{self, Date};
use words::{Vocabulary, fold};

use super::{Drift, Kind};

/// What a status means to somebody who looks for decisions that count.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Class {
    Open,
    InForce,
    Replaced,
    TurnedDown,
    Unknown,
}

pub(super) const fn class(status: Status) -> Class {
    match status {
        Status::Draft | Status::Proposed | Status::OnHold => Class::Open,
        Status::Accepted | Status::Implemented => Class::InForce,
        Status::Deprecated | Status::Superseded => Class::Replaced,
        Status::Rejected | Status::Withdrawn => Class::TurnedDown,
        Status::Other => Class::Unknown,
    }
}

/// The statuses that differ.
pub(super) fn statuses(listing: &Listing, rows: &[(&Row, &Record)]) -> Vec<Drift> {
    let compared = rows.iter().filter_map(|&(row, record)| {
        let said = row.status.as_ref()?;
        let known = record.status.as_ref().filter(|known| known.origin != Origin::Implied)?;
        let both = [said.value, known.value];
        let told = both.iter().all(|&status| class(status) != Class::Unknown);
        told.then_some((said, known, record, class(both[0]) == class(both[1])))
    });
    let compared: Vec<_> = compared.collect();
    let same = compared.iter().filter(|(.., same)| *same).count();
    if same * 2 < compared.len() {
        return Vec::new();
    }
    let differing = compared.iter().filter(|(.., same)| !same);
    differing
        .map(|(said, known, record, _)| Drift {
            kind: Kind::Differing,
            span: said.span,
            words: format!("{} is {} in its own file", record.cited(), told(record, known)),
            edit: (is_overtaken(listing, said, known.value) && is_worded(record, known))
                .then(|| listing.status_for(said.span, record))
                .flatten()
                .map(|words| (said.span, words)),
        })
        .collect()
}

/// Whether the words at a record's status are words for it: `Partially implemented` counts as accepted, and nobody wrote
/// that it was.
fn is_worded(record: &Record, known: &Sourced<Status>) -> bool {
    let word = record.source.slice(known.span);
    let meant = Vocabulary::known().whole::<words::Status>(word).map(|found| found.meaning.into());
    meant.is_none_or(|meant: Status| meant == known.value)
}

/// The status of a record as one may call it: in its own words where those have no single one.
fn told(record: &Record, known: &Sourced<Status>) -> String {
    const LONGEST: usize = 40;
    let raw = record.status_raw.as_ref().filter(|raw| raw.chars().count() <= LONGEST);
    match raw {
        Some(raw) if !is_worded(record, known) => format!("`{raw}`"),
        _ => known.value.to_string(),
    }
}

/// The rows below a heading for another status than their record's, where nearly all others stand where they belong:
/// else the headings mean something else.
pub(super) fn headings(rows: &[(&Row, &Record)]) -> Vec<Drift> {
    let compared = rows.iter().filter_map(|&(row, record)| {
        let known = record.status.as_ref().filter(|known| known.origin != Origin::Implied)?;
        let headed = !row.headed.is_empty() && row.status.is_none();
        let told = class(known.value) != Class::Unknown;
        // What was superseded in part stands below either heading.
        let whole = record.related(RelationKind::SupersededInPartBy).next().is_none();
        (headed && told && whole).then_some((row, known.value, record))
    });
    let belongs = |row: &Row, known| row.headed.iter().any(|&headed| may_stand(headed, known));
    let compared: Vec<_> = compared.collect();
    if !is_habit(compared.iter().map(|&(row, known, _)| belongs(row, known))) {
        return Vec::new();
    }
    let astray = compared.into_iter().filter(|&(row, known, _)| !belongs(row, known));
    astray
        .map(|(row, known, record)| Drift {
            kind: Kind::Differing,
            span: row.link,
            words: format!(
                "{} is listed as {}, and is {known} in its own file",
                record.cited(),
                row.headed[0]
            ),
            edit: None,
        })
        .collect()
}

/// Whether a record may stand below a heading for a status: one for what is active may have what is proposed, too, and
/// one for what is no longer in force all that is not. What is done, and what is looked at once more, may have any state.
fn may_stand(headed: Status, known: Status) -> bool {
    let gone = |class| matches!(class, Class::Replaced | Class::TurnedDown);
    match (headed, class(headed)) {
        (Status::Implemented, _) | (_, Class::Open | Class::Unknown) => true,
        (_, Class::InForce) => !gone(class(known)),
        (_, Class::Replaced | Class::TurnedDown) => gone(class(known)),
    }
}

/// Whether a row says nothing but a status, and the record has gone on since: what a row knows of later
/// days than its record, only a person can decide.
fn is_overtaken(listing: &Listing, said: &Cell<Status>, known: Status) -> bool {
    let words = listing.source.slice(said.span).trim();
    let alone = Vocabulary::known().whole::<words::Status>(words).is_some()
        && words.chars().all(|c| c.is_alphanumeric() || c == ' ');
    let gone = |class| matches!(class, Class::Replaced | Class::TurnedDown);
    let later = match class(said.value) {
        Class::Open => true,
        Class::InForce => gone(class(known)),
        _ => false,
    };
    alone && later
}

/// The dates that differ, where nearly all others agree.
pub(super) fn dates(listing: &Listing, rows: &[(&Row, &Record)]) -> Vec<Drift> {
    // What no longer counts may stand with the day on which it ended.
    let counts = |record: &Record| {
        record.status.as_ref().is_none_or(|status| class(status.value) == Class::InForce)
    };
    let compared: Vec<_> = rows
        .iter()
        .filter(|(_, record)| counts(record))
        .filter_map(|&(row, record)| {
            let said = row.date.as_ref()?;
            let known: Vec<Date> =
                record.dates.iter().filter_map(|date| date.value.exact()).collect();
            let agrees = known.iter().any(|&date| date.agrees_with(said.value))
                || mentions(record, said.value);
            Some((said, record, *known.first()?, agrees))
        })
        .collect();
    if !is_habit(compared.iter().map(|(.., agrees)| *agrees)) {
        return Vec::new();
    }
    let differing = compared.iter().filter(|(.., agrees)| !agrees);
    differing
        .map(|(said, record, known, _)| {
            let words = format!("{} is of {known} in its own file", record.cited());
            let iso = listing.source.slice(said.span).trim() == said.value.to_string();
            let edit = (iso && said.value.day.is_some() && known.day.is_some())
                .then(|| (said.span, known.to_string()));
            Drift { kind: Kind::Differing, span: said.span, words, edit }
        })
        .collect()
}

/// Whether a record has a day somewhere else: when it was changed, or what came after it.
fn mentions(record: &Record, day: Date) -> bool {
    let found = date::find(record.source.slice(record.span));
    found.iter().filter_map(|found| found.reading.exact()).any(|date| date == day)
}

/// The titles that differ, where nearly all others agree.
pub(super) fn titles(rows: &[(&Row, &Record)]) -> Vec<Drift> {
    let compared: Vec<_> = rows
        .iter()
        .filter_map(|&(row, record)| {
            let said = row.title.as_ref()?;
            let known = &record.title.as_ref()?.value;
            Some((said, record, known, fold::folded(&said.value), fold::folded(known)))
        })
        .collect();
    if !is_habit(compared.iter().map(|(.., said, known)| said == known)) {
        return Vec::new();
    }
    let differing = compared.iter().filter(|(said, _, known, ..)| is_another(&said.value, known));
    differing
        .map(|(said, record, known, ..)| {
            let words = format!("the title of {} is \"{known}\"", record.name());
            Drift { kind: Kind::Differing, span: said.span, words, edit: None }
        })
        .collect()
}

/// Whether two titles have hardly a word in common: one that is cut short, said in other words or
/// followed by a remark is the same.
pub(super) fn is_another(said: &str, known: &str) -> bool {
    let words = |title: &str| -> HashSet<String> {
        let starts = words::word_starts(title).chain([title.len()]);
        let starts: Vec<usize> = starts.collect();
        let word = |pair: &[usize]| fold::folded(&title[pair[0]..pair[1]]);
        starts.windows(2).map(word).collect()
    };
    let (said, known) = (words(said), words(known));
    said.intersection(&known).count() * 3 < said.len().min(known.len())
}

/// Whether nearly all rows agree with their records, so that the few others are faults: one of them, or one
/// in five.
fn is_habit(agree: impl Iterator<Item = bool>) -> bool {
    const SHOWN_BY: usize = 3;
    let (mut same, mut other) = (0, 0);
    for agrees in agree {
        *(if agrees { &mut same } else { &mut other }) += 1;
    }
    same >= SHOWN_BY && (other <= 1 || other * 4 <= same)
}
