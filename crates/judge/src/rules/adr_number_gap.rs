//! `adr-number-gap`: numbers between two records that no record has.

use std::collections::{BTreeMap, BTreeSet};

use readers::adr::collection::Entry;
use readers::adr::name::Name;
use readers::adr::{Collection, Id, Record};
use readers::analysis::Analysis;
use readers::record_path;
use text::wording::joined;

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};

pub static RULE: Rule = Rule {
    name: "adr-number-gap",
    group: Group::Adr,
    levels: Levels::always(Level::Allow),
    summary: "No decision record has the numbers between two others.",
    page: include_str!("../../pages/adr-number-gap.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let collection = &analysis.records;
    let mut series: BTreeMap<(&str, String), BTreeMap<u64, &Record>> = BTreeMap::new();
    for Entry { record, .. } in &collection.entries {
        let (name, number) = match record.id.as_ref().map(|id| &id.value) {
            Some(Id::Number(number) | Id::Lettered(number, _)) => (String::new(), *number),
            Some(Id::Series(name, number)) => (name.to_lowercase(), *number),
            Some(Id::Name(_)) | None => continue,
        };
        series.entry((record.shelf(), name)).or_default().entry(number).or_insert(record);
    }
    let taken = taken(collection);
    for records in series.values() {
        let behind = records.iter().skip(1);
        for ((&before, last), (&number, record)) in records.iter().zip(behind) {
            let taken = taken.get(tree(collection, record));
            let between = taken.into_iter().flat_map(|taken| taken.range(before + 1..number));
            let Some(free) = free([before].into_iter().chain(between.copied()).chain([number]))
            else {
                continue;
            };
            findings.push(
                Finding::new(&RULE, record.head(), format!("no record has the {free}"))
                    .label(format!("this is {number}"))
                    .related(last.head(), format!("this is {before}"))
                    .help("find the record, or keep one that says what became of it"),
            );
        }
    }
}

/// The numbers of each tree of records. A file that is none or cannot be read has its number, too, wherever it lies.
fn taken(collection: &Collection) -> BTreeMap<&str, BTreeSet<u64>> {
    let mut taken: BTreeMap<&str, BTreeSet<u64>> = BTreeMap::new();
    for Entry { record, .. } in &collection.entries {
        let number = record.number();
        taken.entry(tree(collection, record)).or_default().extend(number);
    }
    let sources = collection.asides.iter().chain(&collection.attached);
    let places = collection.unreadable.iter().map(|one| &one.place);
    let places = places.chain(&collection.not_understood).map(|place| &place.source);
    let files = sources.chain(places).map(|source| record_path::stem(source.path()));
    let others: Vec<u64> = files.filter_map(|stem| Name::of(stem).id?.number()).collect();
    for numbers in taken.values_mut() {
        numbers.extend(&others);
    }
    taken
}

/// The outermost directory in which a record was looked for: a record keeps its number where it is moved within.
fn tree<'c>(collection: &'c Collection, record: &'c Record) -> &'c str {
    let holds = |root: &&str| {
        let below = record.path.strip_prefix(root);
        root.is_empty() || below.is_some_and(|below| below.starts_with('/'))
    };
    let roots = collection.roots.iter().map(|root| root.path.as_str());
    roots.filter(holds).min_by_key(|root| root.len()).unwrap_or_else(|| record.shelf())
}

/// The numbers between some in their order, in words.
fn free(taken: impl Iterator<Item = u64> + Clone) -> Option<String> {
    let pairs = taken.clone().zip(taken.skip(1));
    let gaps: Vec<(u64, u64)> = pairs
        .map(|(before, number)| (before + 1, number - 1))
        .filter(|(from, to)| from <= to)
        .collect();
    let shown: Vec<String> = gaps
        .iter()
        .map(|(from, to)| if from == to { from.to_string() } else { format!("{from} to {to}") })
        .collect();
    let one = matches!(&gaps[..], [(from, to)] if from == to);
    let noun = if one { "number" } else { "numbers" };
    (!gaps.is_empty()).then(|| format!("{noun} {}", joined(&shown)))
}
