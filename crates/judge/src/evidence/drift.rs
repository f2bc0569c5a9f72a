//! Where an index that people keep by hand and the records differ.

use std::collections::{HashMap, HashSet};

use readers::adr::id::Name;
use readers::adr::listing::style::{self, Addition, Order};
use readers::adr::listing::{Goal, Listing, Row, Said};
use readers::adr::record::Origin;
use readers::adr::{Collection, Id, Record, Status};
use text::link;
use text::source::Span;
use text::wording::plural;
use words::date::Date;
use words::{Vocabulary, fold};

use super::owes;

/// One place where an index and the records differ.
pub(crate) struct Drift {
    pub(crate) kind: Kind,
    pub(crate) span: Span,
    /// What is to be seen there.
    pub(crate) words: String,
    /// What mends it, and the bytes that it replaces.
    pub(crate) edit: Option<(Span, String)>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Lacking,
    Gone,
    Twice,
    Order,
    Differing,
}

impl Kind {
    pub(crate) fn counted(self, count: usize) -> String {
        match self {
            Self::Lacking => format!("lacks {}", plural(count, "record", "records")),
            Self::Gone => {
                format!("links {}", plural(count, "file that is gone", "files that are gone"))
            }
            Self::Twice => format!("has {} twice", plural(count, "record", "records")),
            Self::Order => format!("has {} out of order", plural(count, "row", "rows")),
            Self::Differing => {
                format!("contradicts the records in {}", plural(count, "row", "rows"))
            }
        }
    }
}

/// All of an index.
pub(crate) fn drifts(listing: &Listing, records: &Collection) -> Vec<Drift> {
    let doubled = twice(listing, records);
    let mut missing = listing.missing.clone();
    let mut drifts = gone(listing, records, &mut missing);
    drifts.extend(lacking(listing, &missing, records));
    drifts.extend(out_of_order(listing, records));
    // Of two rows for one record one is meant for another.
    let mut rows_of: HashMap<usize, usize> = HashMap::new();
    for record in listing.rows.iter().filter_map(Row::record) {
        *rows_of.entry(record).or_default() += 1;
    }
    let known: Vec<(&Row, &Record)> = listing
        .rows
        .iter()
        .filter_map(|row| Some((row, row.record().filter(|record| rows_of[record] == 1)?)))
        .map(|(row, record)| (row, &records.entries[record].record))
        .collect();
    drifts.extend(statuses(listing, &known));
    drifts.extend(dates(listing, &known));
    drifts.extend(titles(&known));
    if !doubled.is_empty() {
        for drift in drifts.iter_mut().filter(|drift| drift.kind != Kind::Gone) {
            drift.edit = None;
        }
        drifts.extend(doubled);
    }
    drifts
}

fn lacking(listing: &Listing, missing: &[usize], records: &Collection) -> Vec<Drift> {
    let record = |index: usize| &records.entries[index].record;
    let missing = missing.iter().copied();
    let missing: Vec<usize> = missing.filter(|&index| !owes::nothing(record(index))).collect();
    let fell_behind = || listing.whole || are_newest(listing, &missing, records);
    if is_selection(listing, &missing, records) || !fell_behind() {
        return Vec::new();
    }
    let order = Order::of(listing, records);
    let without_place = || missing.iter().map(|&index| (index, None)).collect();
    let additions = order.map_or_else(without_place, |order| order.additions(&missing));
    let drift = |(index, addition): (usize, Option<Addition>)| {
        let span = addition.as_ref().map(|addition| row_beside(listing, addition.at));
        let last = || listing.rows.last().map(|row| row.span);
        let path = listing.named(&record(index).path);
        let words = format!("{} is not listed: {path}", record(index).cited());
        let edit = addition.map(|addition| (Span::at(addition.at), addition.text));
        Some(Drift { kind: Kind::Lacking, span: span.or_else(last)?, words, edit })
    };
    let mut drifts: Vec<Drift> = additions.into_iter().filter_map(drift).collect();
    join_insertions(&mut drifts);
    drifts
}

/// Whether all that is missing came after all that is listed. Anywhere but in an index by its name,
/// a gap among the older records is a choice.
fn are_newest(listing: &Listing, missing: &[usize], records: &Collection) -> bool {
    let number = |index: usize| records.entries[index].record.id.as_ref()?.value.number();
    let listed = listing.rows.iter().filter_map(|row| number(row.record()?)).max();
    missing.iter().all(|&index| number(index) > listed)
}

/// Several rows at one place are one edit.
fn join_insertions(drifts: &mut [Drift]) {
    let mut firsts: HashMap<usize, usize> = HashMap::new();
    for index in 0..drifts.len() {
        let Some((span, _)) = &drifts[index].edit else { continue };
        let Some(&first) = firsts.get(&span.start) else {
            firsts.insert(span.start, index);
            continue;
        };
        if let Some((_, more)) = drifts[index].edit.take()
            && let Some((_, text)) = &mut drifts[first].edit
        {
            text.push_str(&more);
        }
    }
}

/// The row that a place stands behind, else the first.
fn row_beside(listing: &Listing, at: usize) -> Span {
    let before = listing.rows.partition_point(|row| row.span.end <= at);
    let row = listing.rows[..before].last().or(listing.rows.first());
    row.map_or(Span::at(at), |row| row.span)
}

/// Whether an index leaves out what it does not want: the records of a state of which it has none.
fn is_selection(listing: &Listing, missing: &[usize], records: &Collection) -> bool {
    let state = |index: usize| records.entries[index].record.status.as_ref().map(|s| s.value);
    let class = |index: usize| state(index).map(class);
    let listed: HashSet<_> = listing.rows.iter().filter_map(Row::record).map(class).collect();
    let left_out = |own: Option<Class>| own != Some(Class::InForce) && !listed.contains(&own);
    missing.iter().all(|&index| left_out(class(index)))
}

/// The rows whose files are not there; one that has the number of a record without a row means that one.
fn gone(listing: &Listing, records: &Collection, missing: &mut Vec<usize>) -> Vec<Drift> {
    let numbered = missing.iter().filter_map(|&index| {
        let id = records.entries[index].record.id.as_ref()?;
        Some((id.value.clone(), index))
    });
    let mut unlisted: HashMap<Id, usize> = numbered.collect();
    let mut renamed = HashSet::new();
    let mut drifts = Vec::new();
    for row in &listing.rows {
        let Goal::Absent(file) = &row.goal else { continue };
        let id = Name::of(link::record_stem(file)).id;
        let new = id.and_then(|id| unlisted.remove(&id));
        renamed.extend(new);
        let absent = || {
            let words = format!("`{}` does not exist", listing.named(file));
            Drift { kind: Kind::Gone, span: row.link, words, edit: None }
        };
        let renamed = |new: usize| renamed_file(listing, row, file, &records.entries[new].record);
        drifts.push(new.map_or_else(absent, renamed));
    }
    missing.retain(|index| !renamed.contains(index));
    drifts
}

fn renamed_file(listing: &Listing, row: &Row, old: &str, record: &Record) -> Drift {
    let words = format!("{} is in `{}`", record.cited(), listing.named(&record.path));
    let target = style::retargeted(listing, &row.target, old, None, record);
    let at = listing.source.slice(row.link).rfind(&row.target);
    let edit = at.zip(target).map(|(at, target)| {
        let start = row.link.start + at;
        (Span::new(start, start + row.target.len()), target)
    });
    Drift { kind: Kind::Gone, span: row.link, words, edit }
}

fn twice(listing: &Listing, records: &Collection) -> Vec<Drift> {
    let mut firsts: HashMap<(usize, usize), &Row> = HashMap::new();
    let mut drifts = Vec::new();
    for row in &listing.rows {
        let Some(record) = row.record() else { continue };
        let Some(first) = firsts.get(&(row.part, record)) else {
            firsts.insert((row.part, record), row);
            continue;
        };
        let line = listing.source.line(first.span.start);
        let cited = records.entries[record].record.cited();
        let words = format!("{cited} stands in line {line}, too");
        drifts.push(Drift { kind: Kind::Twice, span: row.link, words, edit: None });
    }
    drifts
}

/// The one row that breaks the order of all others.
fn out_of_order(listing: &Listing, records: &Collection) -> Option<Drift> {
    const SHOWN_BY: usize = 6;
    let part = listing.rows.first()?.part;
    let number = |row: &Row| records.entries[row.record()?].record.id.as_ref()?.value.number();
    let rows: Vec<(u64, &Row)> =
        listing.rows.iter().filter_map(|row| Some((number(row)?, row))).collect();
    if rows.len() < SHOWN_BY || listing.rows.iter().any(|row| row.part != part) {
        return None;
    }
    let breaks = |rising: bool| -> Vec<usize> {
        let broken = |pair: &[(u64, &Row)]| {
            if rising { pair[0].0 > pair[1].0 } else { pair[0].0 < pair[1].0 }
        };
        rows.windows(2).enumerate().filter(|(_, pair)| broken(pair)).map(|(at, _)| at + 1).collect()
    };
    let [at] = [breaks(true), breaks(false)].into_iter().find(|breaks| breaks.len() == 1)?[..]
    else {
        return None;
    };
    let (number, row) = rows[at];
    let words = format!("{number} stands behind {}", rows[at - 1].0);
    Some(Drift { kind: Kind::Order, span: row.link, words, edit: None })
}

/// What a status means to somebody who looks for decisions that count.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Class {
    Open,
    InForce,
    Replaced,
    TurnedDown,
    Unknown,
}

const fn class(status: Status) -> Class {
    match status {
        Status::Draft | Status::Proposed | Status::OnHold => Class::Open,
        Status::Accepted | Status::Implemented => Class::InForce,
        Status::Deprecated | Status::Superseded => Class::Replaced,
        Status::Rejected | Status::Withdrawn => Class::TurnedDown,
        Status::Other => Class::Unknown,
    }
}

fn statuses(listing: &Listing, rows: &[(&Row, &Record)]) -> Vec<Drift> {
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
            words: format!("{} is {} in its own file", record.cited(), known.value),
            edit: is_overtaken(listing, said, known.value)
                .then(|| listing.status_words(known.value))
                .flatten()
                .map(|words| (said.span, words)),
        })
        .collect()
}

/// Whether a row says nothing but a status, and the record has gone on since: what a row knows of later
/// days than its record, only a person can decide.
fn is_overtaken(listing: &Listing, said: &Said<Status>, known: Status) -> bool {
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

fn dates(listing: &Listing, rows: &[(&Row, &Record)]) -> Vec<Drift> {
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
            let agrees = known.iter().any(|&date| includes(date, said.value));
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

/// A month agrees with each of its days.
fn includes(a: Date, b: Date) -> bool {
    (a.year, a.month) == (b.year, b.month) && (a.day.is_none() || b.day.is_none() || a.day == b.day)
}

fn titles(rows: &[(&Row, &Record)]) -> Vec<Drift> {
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
fn is_another(said: &str, known: &str) -> bool {
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
