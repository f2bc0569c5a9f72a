//! Rows whose files are gone, and the records that they are about: files are renamed, and records numbered anew.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use readers::adr::listing::{Goal, Listing, Row, style};
use readers::adr::name::Name;
use readers::adr::{Collection, Id, Record};
use text::source::Span;
use words::fold::folded;

use super::values::is_another;
use super::{Drift, Kind};

/// What came of the rows whose files are gone.
pub(super) struct Gone<'a> {
    pub(super) drifts: Vec<Drift>,
    /// The index with each of them for the record that it is about.
    pub(super) listing: Cow<'a, Listing>,
    /// The records that no row is about.
    pub(super) missing: Vec<usize>,
}

/// What a row says of a record without a row.
#[derive(Clone, Copy)]
enum Meant {
    /// It has its words.
    It(usize),
    /// It has its number, and other words.
    Numbered(usize),
}

/// Looks for the records of rows whose files are gone: by the words of their links' targets and their titles
/// first, for records are numbered anew, then by their numbers.
pub(super) fn of<'a>(listing: &'a Listing, records: &Collection) -> Gone<'a> {
    let absent: Vec<(usize, &Row, &str)> = (0..)
        .zip(&listing.rows)
        .filter_map(|(at, row)| match &row.goal {
            Goal::Absent(file) => Some((at, row, &**file)),
            Goal::Record(_) => None,
        })
        .collect();
    let (drifts, missing) = (Vec::new(), listing.missing.clone());
    let mut gone = Gone { drifts, listing: Cow::Borrowed(listing), missing };
    if absent.is_empty() {
        return gone;
    }
    let search = Search::of(listing, records);
    let mut meant: HashMap<usize, Meant> = HashMap::new();
    let mut unlisted: HashSet<usize> = gone.missing.iter().copied().collect();
    // What has a row's words is not left to one that has no more than its number.
    for by in [Search::by_words, Search::by_number] {
        for &(at, row, file) in &absent {
            if !meant.contains_key(&at)
                && let Some(found) = by(&search, row, file, &unlisted)
            {
                let (Meant::It(record) | Meant::Numbered(record)) = found;
                unlisted.remove(&record);
                meant.insert(at, found);
            }
        }
    }
    for (at, row, file) in absent {
        gone.drifts.push(match meant.get(&at) {
            Some(&Meant::It(record)) => {
                gone.listing.to_mut().rows[at].goal = Goal::Record(record);
                renamed(listing, row, file, &records.entries[record].record)
            }
            Some(&Meant::Numbered(record)) => {
                let record = &records.entries[record].record;
                let (file, path) = (listing.named(file), listing.named(&record.path));
                let words = format!(
                    "`{file}` does not exist; {} has other words: `{path}`",
                    record.cited()
                );
                Drift { kind: Kind::Gone, span: row.link, words, edit: None }
            }
            None => {
                let words = format!("`{}` does not exist", listing.named(file));
                Drift { kind: Kind::Gone, span: row.link, words, edit: None }
            }
        });
    }
    gone.missing.retain(|record| unlisted.contains(record));
    gone
}

/// The records of an index by the words in the names of their files and by their titles.
fn called(listing: &Listing, records: &Collection) -> HashMap<String, Vec<usize>> {
    let mut called: HashMap<String, Vec<usize>> = HashMap::new();
    for &index in &listing.records {
        let record = &records.entries[index].record;
        let title = record.title.as_ref().map(|title| folded(&title.value));
        let names: HashSet<String> = title.into_iter().chain(slug(&record.path)).collect();
        for name in names {
            called.entry(name).or_default().push(index);
        }
    }
    called
}

/// The words in the name of a file, if there are any.
fn slug(path: &str) -> Option<String> {
    Some(folded(Name::of_path(path).slug)).filter(|slug| !slug.is_empty())
}

struct Search<'a> {
    records: &'a Collection,
    called: HashMap<String, Vec<usize>>,
    /// The first record without a row of each number.
    numbered: HashMap<&'a Id, usize>,
}

impl<'a> Search<'a> {
    fn of(listing: &Listing, records: &'a Collection) -> Self {
        let mut search =
            Self { records, called: called(listing, records), numbered: HashMap::new() };
        for &index in &listing.missing {
            if let Some(id) = id(records, index) {
                search.numbered.entry(id).or_insert(index);
            }
        }
        search
    }

    /// The one record without a row that has a row's words; of several the one that has its number, too.
    fn by_words(&self, row: &Row, file: &str, unlisted: &HashSet<usize>) -> Option<Meant> {
        let alike = self.alike(row, file);
        let number = Name::of_path(file).id;
        let numbered = |index: &&usize| id(self.records, **index) == number.as_ref();
        let only = match &*alike {
            [only] => Some(only),
            several => several.iter().find(numbered),
        };
        only.filter(|index| unlisted.contains(index)).copied().map(Meant::It)
    }

    /// The record without a row that has a row's number, where none has its words.
    fn by_number(&self, row: &Row, file: &str, unlisted: &HashSet<usize>) -> Option<Meant> {
        let name = Name::of_path(file);
        let index =
            *self.numbered.get(name.id.as_ref()?).filter(|index| unlisted.contains(index))?;
        if !self.alike(row, file).is_empty() {
            return None;
        }
        let record = &self.records.entries[index].record;
        let said =
            row.title.as_ref().map_or_else(|| name.slug.to_owned(), |said| said.value.clone());
        let own = Name::of_path(&record.path).slug.replace(['-', '_'], " ");
        let other =
            |words: &str| is_another(words, &record.shown_title()) && is_another(words, &own);
        let is_other = other(&said.replace(['-', '_'], " "));
        Some(if is_other { Meant::Numbered(index) } else { Meant::It(index) })
    }

    /// The records whose title or file is called as a row or the file that it leads to.
    fn alike(&self, row: &Row, file: &str) -> Vec<usize> {
        let said = row.title.as_ref().map(|said| folded(&said.value));
        let names = said.into_iter().chain(slug(file));
        let mut alike: Vec<usize> =
            names.filter_map(|name| self.called.get(&name)).flatten().copied().collect();
        alike.sort_unstable();
        alike.dedup();
        alike
    }
}

fn id(records: &Collection, index: usize) -> Option<&Id> {
    records.entries[index].record.id.as_ref().map(|id| &id.value)
}

/// A row for a record that is in another file now.
fn renamed(listing: &Listing, row: &Row, old: &str, record: &Record) -> Drift {
    let words = format!("{} is in `{}`", record.cited(), listing.named(&record.path));
    let target = style::retargeted(listing, &row.target, old, None, record);
    let edit = target.and_then(|target| led_there(listing, row, old, record, &target));
    Drift { kind: Kind::Gone, span: row.link, words, edit }
}

/// A row with another target of its link, and with the record's number where the row has that of its old file.
fn led_there(
    listing: &Listing,
    row: &Row,
    old: &str,
    record: &Record,
    target: &str,
) -> Option<(Span, String)> {
    let source = &listing.source;
    let start = row.link.start + source.slice(row.link).rfind(&row.target)?;
    let at = Span::new(start, start + row.target.len());
    let number = |id: &Id| id.number();
    let was = Name::of_path(old).id.as_ref().and_then(number);
    let is = record.id.as_ref().and_then(|id| number(&id.value));
    if was == is {
        return Some((at, target.to_owned()));
    }
    let (was, is) = (was?, is?);
    let before = numbered(source.slice(Span::new(row.span.start, at.start)), was);
    let mut behind = numbered(source.slice(Span::new(at.end, row.span.end)), was);
    let dates = [row.date.as_ref().map(|date| date.span), row.status.as_ref().map(|one| one.span)];
    let of_a_date = |&place: &Span| {
        let place = Span::new(at.end + place.start, at.end + place.end);
        dates.iter().flatten().any(|span| span.contains(place))
    };
    behind.retain(|place| !of_a_date(place));
    // The same number in a title may be another one.
    match (&*before, &*behind) {
        ([], []) => Some((at, target.to_owned())),
        ([place], []) => {
            let span = Span::new(row.span.start + place.start, at.end);
            let kept = source.slice(Span::new(row.span.start + place.end, at.start));
            let width = place.end - place.start;
            Some((span, format!("{is:0width$}{kept}{target}")))
        }
        _ => None,
    }
}

/// Where a text has a number, with or without zeros before it.
fn numbered(text: &str, number: u64) -> Vec<Span> {
    let digits = |at: usize| text[at..].bytes().take_while(u8::is_ascii_digit).count();
    let starts = (0..text.len()).filter(|&at| {
        let bytes = text.as_bytes();
        bytes[at].is_ascii_digit() && (at == 0 || !bytes[at - 1].is_ascii_digit())
    });
    let places = starts.map(|at| Span::new(at, at + digits(at)));
    places.filter(|place| text[place.start..place.end].parse() == Ok(number)).collect()
}
