//! Ids that stand twice, and ids that are cited and declared nowhere.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use text::source::Place;

use super::Duplicate;
use super::cited::Named;
use super::declared::Declared;
use super::gather::Gathered;
use super::id::{Id, Ids};
use crate::book::Book;
use crate::document::Annotated;

/// So many ids in a table show that each of its rows is an item.
const FEWEST: usize = 3;

/// The one id of a table, a list or some siblings that stands twice. Where several do, or one often, the column is
/// no list of items: it may say which goal a scenario is for.
pub(super) fn duplicates(found: &Gathered<'_>, ids: Ids<'_>) -> Vec<Duplicate> {
    let mut kinds: HashMap<&str, BTreeSet<&str>> = HashMap::new();
    for (_, one) in &found.declared {
        kinds.entry(&one.id.prefix).or_default().extend(one.kind);
    }
    let mut groups: BTreeMap<(&str, &str, usize), Vec<&Declared<'_>>> = BTreeMap::new();
    for (document, one) in &found.declared {
        let file = one.place.source.path();
        groups.entry((document, file, one.group)).or_default().push(one);
    }
    let twice = groups.into_iter().filter_map(|((document, ..), group)| {
        let (first, again) = repeated(&group)?;
        // Elsewhere than in their home ids may say what each row is for.
        let kind = again.kind?;
        let parted = first.parted && again.parted;
        let sure = parted
            && !ids.may_be_a_name(&again.id, &again.written)
            && kinds[again.id.prefix.as_str()].len() == 1;
        sure.then(|| Duplicate {
            kind: kind.to_owned(),
            document: document.to_owned(),
            first: first.place.clone(),
            again: again.place.clone(),
        })
    });
    twice.collect()
}

/// The only id of a group that stands twice.
fn repeated<'g, 'd>(group: &[&'g Declared<'d>]) -> Option<(&'g Declared<'d>, &'g Declared<'d>)> {
    let mut first: HashMap<String, &Declared<'_>> = HashMap::new();
    let mut again = group.iter().filter_map(|one| {
        let known = *first.entry(one.written.to_uppercase()).or_insert(one);
        (!std::ptr::eq(known, *one)).then_some((known, *one))
    });
    let pair = again.next()?;
    (again.next().is_none() && first.len() >= FEWEST).then_some(pair)
}

/// The ids that are cited, by their first place in each file, where others of their kind are declared and they are not.
pub(super) fn unknown(
    found: &Gathered<'_>,
    ids: Ids<'_>,
    book: &Book<'_>,
    annotated: &[Annotated],
) -> Vec<Place> {
    let mut declared: HashMap<&str, HashSet<&Id>> = HashMap::new();
    for (_, one) in found.declared.iter().filter(|(_, one)| one.kind.is_some()) {
        declared.entry(&one.id.prefix).or_default().insert(&one.id);
    }
    let ends = declared.into_iter().filter_map(|(prefix, ids)| Some((prefix, end(&ids)?)));
    let ends: HashMap<&str, u64> = ends.collect();
    let known: HashSet<&Id> = found.declared.iter().map(|(_, one)| &one.id).collect();
    let mut told = HashSet::new();
    let mut unknown = Vec::new();
    for said in &found.said {
        let Named::Id(id) = &said.mention.named else { continue };
        let place = &said.spot.place;
        let end = ends.get(id.prefix.as_str());
        let usual = end.is_some_and(|&end| id.ordinal().is_some_and(|number| number <= end));
        let sure = said.mention.certain && !said.is_history;
        let nowhere = !known.contains(id) && !found.listed.contains(id) && !found.is_record(id);
        let sure = usual && sure && nowhere && !ids.may_be_a_name(id, place.text());
        if sure && told.insert((place.source.path(), id)) {
            unknown.push(place.clone());
        }
    }
    if !unknown.is_empty() {
        let known: HashMap<usize, &Annotated> =
            annotated.iter().map(|one| (one.chapter, one)).collect();
        let others = book.chapters.iter().enumerate().filter_map(|(index, chapter)| {
            let known = known.get(&index);
            known.is_none_or(|one| one.bound.is_none()).then_some((chapter, known))
        });
        let others: Vec<_> = others.collect();
        // What nobody bound may declare it.
        unknown.retain(|place| {
            let (own, id) = (place.source.path(), place.text());
            !others.iter().any(|(chapter, annotated)| {
                let mentions = chapter.file() != own && chapter.mentions(id);
                mentions && annotated.is_none_or(|one| is_written(one, id))
            })
        });
    }
    unknown
}

/// Whether a text stands in a chapter elsewhere than between the marks of what `render` fills.
fn is_written(chapter: &Annotated, words: &str) -> bool {
    let text = chapter.document.source.text();
    let rendered =
        |at: usize| chapter.scan.parts.iter().any(|part| part.inside.range().contains(&at));
    text.match_indices(words).any(|(at, _)| !rendered(at))
}

/// The number up to which ids with one prefix are items of this book, as those that are declared show: they are counted,
/// with gaps at most. None where the numbers are somebody else's: standards, tickets.
fn end(declared: &HashSet<&Id>) -> Option<u64> {
    const SHOWN: u64 = 2;
    const GAP: u64 = 2;
    const BEYOND: u64 = 5;
    let numbers: BTreeSet<u64> = declared.iter().filter_map(|id| id.ordinal()).collect();
    let (count, &largest) = (u64::try_from(numbers.len()).ok()?, numbers.last()?);
    (count >= SHOWN && largest <= 2 * count + GAP).then_some(largest + count.min(BEYOND))
}
