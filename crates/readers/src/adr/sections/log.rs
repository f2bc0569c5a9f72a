//! The entries of a log that are not called records: `### AD-1: Use X` below "Architectural decisions", `## 1. Use X`,
//! `## 2024-03-05 — Use X` or `## Use X` in `decisions.md`.
//!
//! Such headings stand above anything, so it takes two things to be a log: it is called one, and most of the headings of
//! one series say how a decision stands, when it was made, or what was decided. Then the whole series are its entries.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use text::markdown::Document;
use words::{Concept, Month, Reference, Vocabulary, date};

use super::entry::{Heading, Series};
use super::named::{is_file_of_decisions, is_template, is_titled, names_decisions};
use super::section::{Found, read_entry};
use super::stated::{decides, has_part, holds_several, states_itself, tells_something};
use crate::adr::format::Part;
use crate::adr::id::Id;
use crate::adr::label::LabelKind;
use crate::adr::links::links;
use crate::adr::name::Name;
use crate::adr::relation::Target;
use crate::adr::status::{OwnWords, Status};
use crate::adr::title::Title;
use crate::files::is_markdown;

/// Entries that say something; one alone may be an example, unless it says how it stands.
const FEWEST: usize = 2;

/// The same of entries that have words alone; two may be the options of one decision.
const FEWEST_OF_WORDS: usize = 3;

/// Whether a text as a whole is called a log.
pub(super) fn is_called_so(document: &Document, path: &str) -> bool {
    is_file_of_decisions(path) || is_titled(document)
}

/// The entries of a log, by the place of their sections, beside those sections that are called records. A text that has a
/// number, or parts without one, and says itself how it stands is one decision.
pub(super) fn records(
    document: &Document,
    path: &str,
    own: &OwnWords,
    called: &[Range<usize>],
) -> Vec<Found> {
    let in_log = is_called_so(document, path);
    let states_itself = in_log && states_itself(document);
    if states_itself && Name::of_path(path).id.is_some() || !in_log && !called.is_empty() {
        return Vec::new();
    }
    let mut taken = called.to_vec();
    let mut entries: Vec<Found> = Vec::new();
    for (series, candidates) in candidates(document, in_log) {
        let of_words = matches!(series, Series::Words(_));
        if of_words && (!entries.is_empty() || !called.is_empty() || states_itself) {
            continue;
        }
        let is_free = |at: usize| {
            let end = document.outline.sections[at].subtree;
            let before = taken[..taken.partition_point(|one| one.start < end)].last();
            before.is_none_or(|one| one.end <= at) && !holds_several(document, at)
        };
        let free = candidates.into_iter().filter(|(at, _)| is_free(*at));
        let read = free.filter_map(|(at, head)| {
            let found = read_entry(document, path, at, &head, own)?;
            let says = tells_something(document, &found) || head.day.is_some();
            (says || !is_chapter(&head)).then_some(Entry { found, head, says })
        });
        let called = match (in_log, states_itself || Name::of_path(path).id.is_some()) {
            (false, _) => Called::Below,
            (true, true) => Called::One,
            (true, false) => Called::Log,
        };
        if let Some(found) = of_series(document, &series, called, read.collect()) {
            taken.extend(
                found.iter().map(|one| one.section..document.outline.sections[one.section].subtree),
            );
            // None holds another, so that the last before a place is the one to look at.
            taken.sort_unstable_by_key(|one| one.start);
            entries.extend(anew(document, found));
        }
    }
    entries.sort_by_key(|found| found.section);
    entries
}

/// The sections that may be entries, by their series: those that say most first, of one kind the outermost.
fn candidates(document: &Document, in_log: bool) -> BTreeMap<Series, Vec<(usize, Heading)>> {
    let mut all: BTreeMap<Series, Vec<(usize, Heading)>> = BTreeMap::new();
    let sections = &document.outline.sections;
    let mut next = 0;
    for (index, section) in sections.iter().enumerate() {
        let Some(heading) = document.blocks[section.block].heading() else { continue };
        let may_be_one = section.level > 1 || in_log && index > 0;
        if index < next || !may_be_one {
            continue;
        }
        if is_template(&heading.text.plain()) {
            next = section.subtree;
            continue;
        }
        let Some(head) = Heading::of(document, index) else { continue };
        let is_called = match &head.series {
            Series::Words(_) | Series::Day(_) => false,
            series => is_below_decisions(document, index, series),
        };
        if in_log || is_called {
            all.entry(head.series.clone()).or_default().push((index, head));
        }
    }
    all
}

/// What may be an entry.
struct Entry {
    found: Found,
    head: Heading,
    /// Whether it says something that decisions do.
    says: bool,
}

/// What calls a series of sections decisions.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Called {
    /// A heading around them.
    Below,
    /// The whole text, which says itself how it stands or has a number.
    One,
    /// The whole text.
    Log,
}

/// Those of one series that are entries; none where it is no log.
fn of_series(
    document: &Document,
    series: &Series,
    called: Called,
    read: Vec<Entry>,
) -> Option<Vec<Found>> {
    let in_log = called != Called::Below;
    let all = read.len();
    let says = read.iter().filter(|entry| entry.says).count();
    let is_enough = called == Called::Log
        && (is_called_so_alone(series, &read) || is_only(document, series, &read));
    let read = read.into_iter().map(|Entry { found, says, .. }| (found, says));
    let stated = |found: &Found| found.record.status.is_some();
    let is_known = |found: &Found| {
        found.record.status.as_ref().is_some_and(|status| status.value != Status::Other)
    };
    let is_most = |some: usize| some >= FEWEST && some * 3 >= all * 2;
    let found = read;
    let found: Vec<Found> = match series {
        // Of those with words alone nothing else shows which are decisions.
        Series::Words(_) => {
            let own = found.map(|(found, _)| found);
            let own = own.filter(|found| is_known(found) || decides(document, found));
            let own = own.filter(|found| !is_option(document, found.section));
            own.filter(|found| !is_over_others(document, found)).collect()
        }
        // Those that say nothing may be chapters beside them.
        Series::Number(_) if !is_most(says) => {
            found.filter(|(_, says)| *says).map(|(found, _)| found).collect()
        }
        // Any design numbers its chapters and has decisions; those of the whole say how they stand.
        Series::Number(_) if !in_log => {
            let own = found.map(|(found, _)| found);
            own.filter(|found| stated(found) && has_part(document, found)).collect()
        }
        Series::Number(_) => {
            let own = found.map(|(found, _)| found);
            own.filter(|found| !is_over_others(document, found)).collect()
        }
        _ => found.map(|(found, _)| found).collect(),
    };
    let is_log = match series {
        _ if is_enough => true,
        Series::Words(_) => {
            let led = found.iter().filter(|found| leads_to_a_record(document, found)).count();
            found.len() >= FEWEST_OF_WORDS && found.len() * 2 > all && led * 2 < found.len()
        }
        Series::Number(_) => found.len() >= FEWEST && found.len() * 2 > all,
        _ if in_log => says >= FEWEST,
        _ => found.iter().filter(|found| stated(found)).count() >= FEWEST,
    };
    is_log.then_some(found)
}

/// Whether the headings of a log alone call its entries decisions, whatever these say: by a code or the word, one number each,
/// with a mark behind it.
fn is_called_so_alone(series: &Series, read: &[Entry]) -> bool {
    let numbers: BTreeSet<&Id> =
        read.iter().filter_map(|entry| entry.head.title.id.as_ref()).collect();
    matches!(series, Series::Code(_) | Series::Word)
        && numbers.len() >= FEWEST_OF_WORDS
        && numbers.len() == read.len()
        && read.iter().all(|entry| entry.head.is_marked)
}

/// Whether a log has but one entry, which says how it stands and has a part that decisions have.
fn is_only(document: &Document, series: &Series, read: &[Entry]) -> bool {
    let [Entry { found, head, .. }] = read else { return false };
    let is_coded = matches!(series, Series::Code(_)) && head.is_own && head.day.is_none();
    let is_known = found.record.status().is_some_and(|status| status != Status::Other);
    !matches!(series, Series::Words(_)) && !is_coded && is_known && has_part(document, found)
}

/// Whether a heading is that of a chapter beside the entries: a part of a record, or one that many documents have.
fn is_chapter(head: &Heading) -> bool {
    let known = Vocabulary::known();
    let words = head.title.words.as_deref().unwrap_or_default();
    Part::is(words)
        || LabelKind::of(words).is_some()
        || known.whole::<Concept>(words).is_some()
        || known.is(Reference::Index, words)
}

/// Whether a section is one of the options of a decision: `Option A`, or anything below "Considered options".
fn is_option(document: &Document, section: usize) -> bool {
    let sections = &document.outline.sections;
    let heading = |at: usize| document.blocks[sections[at].block].heading();
    let text = |at: usize| heading(at).map(|heading| heading.text.plain()).unwrap_or_default();
    let below = sections[section].parent.map(text);
    Vocabulary::known().starts(Reference::Foreign, &text(section)).is_some()
        || Part::is(&text(section))
        || below.and_then(|around| Part::of(&around)).is_some_and(Part::is_choice)
}

/// Whether a heading is what several decisions have in common: a status, as in a legend, or a month or a year.
fn is_over_others(document: &Document, found: &Found) -> bool {
    let heading = document.blocks[document.outline.sections[found.section].block].heading();
    let text = heading.map(|heading| heading.text.plain()).unwrap_or_default();
    let text = Title::of(&text, &Name::of("")).words.unwrap_or_default();
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let words = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let known = Vocabulary::known();
    let status = |text: &str| known.glossed::<words::Status>(text.trim()).is_some();
    // `Status: Accepted`
    let labelled = || {
        let (label, value) = text.split_once([':', '：'])?;
        (LabelKind::of(label) == Some(LabelKind::Status)).then(|| status(value))
    };
    // `Accepted decisions`
    let named = || {
        let found = known.at_start::<words::Status>(words)?;
        let noun = words[found.len..].trim();
        let kinds = [Reference::Record, Reference::RecordDirectory];
        Some(kinds.into_iter().any(|kind| known.is(kind, noun)))
    };
    // `Active Record` is one, and says below how it stands.
    let below = found.record.heading.end;
    let stated = found.record.status.as_ref().is_some_and(|status| status.span.start >= below);
    let shared = || {
        named().is_some_and(|is_one| is_one)
            || known.whole::<Month>(words).is_some()
            || date::at_start(words).is_some_and(|found| found.span.end == words.len())
    };
    status(text) || labelled().is_some_and(|is_one| is_one) || !stated && shared()
}

/// Whether a section has a link to a numbered file beside its own, as an entry of an index has.
fn leads_to_a_record(document: &Document, found: &Found) -> bool {
    let is_beside = |target: &str| {
        let file = target.split(['#', '?']).next().unwrap_or_default();
        let away = file.contains("://") || file.starts_with(['/', '.']) && !file.starts_with("./");
        !away && is_markdown(file) && Name::of_path(file).id.is_some()
    };
    let links = links(document, found.record.span);
    links.iter().any(|link| !link.image && is_beside(&link.target))
}

/// Takes the numbers away that begin anew below another heading: nothing can be cited by them. Of a few that two headings
/// share somebody slipped.
fn anew(document: &Document, mut found: Vec<Found>) -> Vec<Found> {
    let mut groups: BTreeMap<Option<usize>, BTreeSet<Id>> = BTreeMap::new();
    for one in &found {
        if let Some(id) = one.record.folded_id() {
            let parent = document.outline.sections[one.section].parent;
            groups.entry(parent).or_default().insert(id);
        }
    }
    let mut times: BTreeMap<&Id, usize> = BTreeMap::new();
    groups.values().flatten().for_each(|id| *times.entry(id).or_default() += 1);
    let begins_anew = |ids: &BTreeSet<Id>| {
        let shared = ids.iter().filter(|id| times[*id] > 1).count();
        shared > 0 && shared * 2 >= ids.len()
    };
    // `1, 2, 3` and `1, 4, 5`
    let first_again = times.first_key_value().is_some_and(|(_, times)| *times > 1);
    if first_again || groups.values().any(begins_anew) {
        for Found { record, .. } in &mut found {
            record.id = None;
            record.ids.clear();
            record.relations.retain(|relation| !matches!(relation.target, Target::Id(_)));
        }
    }
    found
}

/// Whether a heading around a section names decisions. `D` may be anything further away.
fn is_below_decisions(document: &Document, section: usize, series: &Series) -> bool {
    let sections = &document.outline.sections;
    let names = |at: &usize| {
        let heading = document.blocks[sections[*at].block].heading();
        heading.is_some_and(|heading| names_decisions(&heading.text.plain()))
    };
    let mut around = std::iter::successors(sections[section].parent, |at| sections[*at].parent);
    match series {
        Series::Code(code) if code == "D" => around.next().as_ref().is_some_and(names),
        _ => around.any(|at| names(&at)),
    }
}
