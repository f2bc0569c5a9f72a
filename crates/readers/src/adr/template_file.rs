//! Which files among records are there to be copied, by their names and by what is not written in them.

use super::id::Id;
use super::name::{self, Name};
use super::record::{Record, Section};
use super::statement::Doubt;
use crate::record_path;
use text::link;
use words::{Reference, Status, Vocabulary, fold};

/// How a file's name speaks of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// It says nothing else: `template`, `0000-adr-template`, `adr-template-short`.
    Surely,
    /// It has other words, and words for a template mean other things as well: `adr-session-model`.
    Perhaps,
}

/// What a name without number says: one with a word for a template and none but those, or with one for a record.
pub(super) fn named(name: &Name<'_>, stem: &str) -> Option<Named> {
    let parts: Vec<&str> =
        stem.split(['-', '_', ' ', '.']).filter(|part| !part.is_empty()).collect();
    let template = parts.iter().position(|part| is_word(part))?;
    let record = parts.iter().any(|part| name::is_type_word(part)) || parts.len() == 1;
    let numbered = name.id.as_ref().and_then(Id::number).is_some_and(|number| number > 0);
    if numbered || !(record || name.id.is_some()) {
        return None;
    }
    let says_nothing = |part: &&str| name::is_type_word(part) || is_blank_number(part);
    let begins = parts[..template].iter().all(says_nothing);
    Some(if begins { Named::Surely } else { Named::Perhaps })
}

/// Whether a file's name says that it is the template of records.
pub fn is_template_file(path: &str) -> bool {
    let stem = record_path::stem(path);
    named(&Name::of(stem), stem) == Some(Named::Surely)
}

/// Whether a record that was read is there to be copied, also by its name.
pub(super) fn is_one(record: &Record, stem: &str, named: Option<Named>) -> bool {
    const FEWEST: usize = 2;
    let stated = || record.status.is_some() || is_dated(stem) && is_filled(record);
    let decided = || stated() && written(record).nth(FEWEST - 1).is_some();
    named.is_some() && !decided()
        || is_titled_so(record, stem)
        || is_named_so(record, stem)
        || is_blank_first(record)
}

/// Whether a name has a day, as those of records have, and two or more words beside those for a template of records:
/// `20240305-cargo-model-yard`, and not `20240305-short-template`.
fn is_dated(stem: &str) -> bool {
    const FEWEST: usize = 2;
    let name = Name::of(stem);
    let says = |part: &&str| !(part.is_empty() || name::is_type_word(part) || is_word(part));
    let said = name.slug.split(['-', '_', ' ', '.']).filter(says).count();
    name.date.is_some() && said >= FEWEST
}

/// Whether a record has a title, and nothing in its parts is still to be written.
fn is_filled(record: &Record) -> bool {
    let mut parts = record.sections.iter().filter(|section| section.part.is_some());
    let title = record.title.as_ref().map(|title| title.value.as_str());
    title.is_some_and(|title| !title.contains(['[', '{', '<']))
        && parts.all(|section| section.unwritten.is_none())
        && record.states.is_empty()
}

/// Whether a file's name says that it is a template, by a word that is not one for how a subject is treated as well:
/// `short-template`, `adr-model`, and not `data-model`.
fn says_template(stem: &str) -> bool {
    let name = Name::of(stem);
    let parts = name.slug.split(['-', '_', ' ', '.']);
    let parts: Vec<&str> =
        parts.filter(|part| !part.is_empty() && !name::is_type_word(part)).collect();
    let sure = |part: &&str| !Vocabulary::known().is(Reference::Treatment, part);
    match *parts {
        [only] => is_word(only),
        _ => parts.iter().filter(|part| is_word(part)).any(sure),
    }
}

fn is_word(part: &str) -> bool {
    let known = Vocabulary::known();
    [part, part.trim_end_matches('s')].iter().any(|part| known.is(Reference::Template, part))
}

/// `0000`, `NNNN`, `XXX`.
fn is_blank_number(part: &str) -> bool {
    part.chars().all(|c| matches!(c, '0' | 'n' | 'N' | 'x' | 'X' | '#'))
}

/// The parts of a decision in which something is written.
fn written(record: &Record) -> impl Iterator<Item = &Section> {
    let sections = record.sections.iter();
    sections.filter(|section| section.part.is_some() && section.unwritten.is_none())
}

/// Whether a file lies in a directory that is called `templates`.
pub(super) fn lies_among_others(path: &str) -> bool {
    let directory = link::file_name(link::directory(path));
    let known = Vocabulary::known();
    let names = [directory, directory.trim_end_matches('s')];
    names.iter().any(|name| known.is(Reference::Template, name))
}

/// A name that ends with a word for a template, above a title that is still to be written, a status that is still a
/// choice, or no title and nothing that is written: `review-template`, `Review: [Title of it]`; `999_template`, `# 1.`.
fn is_named_so(record: &Record, stem: &str) -> bool {
    let last = stem.rsplit(['-', '_', ' ', '.']).next().unwrap_or(stem);
    let title = record.title.as_ref().map(|title| title.value.trim_end());
    let open = title.is_some_and(|title| {
        let end = title.rfind(['[', '{', '<']).map(|at| &title[at..]);
        // `Use one model [accepted]` says how far it is.
        let is_state =
            |inside: &str| Vocabulary::known().at_start::<Status>(&inside[1..]).is_some();
        end.is_some_and(|inside| fold::is_bracketed(inside) && !is_state(inside))
    });
    let is_written = || {
        let dated = record.dates.iter().any(|stated| !stated.value.is_placeholder());
        dated || !record.states.is_empty() || written(record).next().is_some()
    };
    let bare = || title.is_none() && !is_written();
    (open || bare() || is_undecided(record)) && Vocabulary::known().is(Reference::Template, last)
}

/// The record numbered 0 whose date is still a mask, or whose status is still a choice: it is there to be copied.
fn is_blank_first(record: &Record) -> bool {
    let first = record.number() == Some(0);
    let mask = || record.dates.iter().any(|stated| stated.value.is_placeholder());
    first && (mask() || is_undecided(record))
}

/// Whether the status is still a choice.
fn is_undecided(record: &Record) -> bool {
    let choice = || record.states.iter().any(|state| state.value.doubt == Some(Doubt::Choice));
    record.status.is_none() && choice()
}

/// A title that ends with a word for a template, above nothing that was decided: `GEP template`. What has a number, other
/// words as well and nothing left to write, is about a model: `7. Context and data model`; not `0004-template` with such
/// a title.
fn is_titled_so(record: &Record, stem: &str) -> bool {
    const FEWEST: usize = 3;
    let decided = record.states.iter().any(|state| state.value.doubt.is_none());
    let title = record.title.as_ref().map_or("", |title| title.value.as_str());
    let words = title.trim_end_matches(|c: char| !c.is_alphanumeric());
    let last = words.rsplit(char::is_whitespace).next();
    let named = last.is_some_and(|word| Vocabulary::known().is(Reference::Template, word));
    let is_numbered = record.number().is_some_and(|number| number > 0);
    let is_written = || {
        let says = words.split_whitespace().filter(|word| !name::is_type_word(word)).count();
        let plain = !title.contains(['[', '{', '<']) && !is_undecided(record);
        let all = record.sections.iter().all(|section| section.unwritten.is_none());
        says >= FEWEST && plain && all && !record.sections.is_empty()
    };
    !decided && named && !(is_numbered && is_written() && !says_template(stem))
}
