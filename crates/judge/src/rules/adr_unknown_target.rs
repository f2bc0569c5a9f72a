//! `adr-unknown-target`: a record names one that is not there, or nobody where a successor is to be named.

use std::collections::{BTreeMap, HashMap, HashSet};

use readers::adr::collection::Entry;
use readers::adr::name::{self, Name};
use readers::adr::{Collection, Id, Origin, Record, Relation, RelationKind, Status, Target};
use readers::analysis::Analysis;
use text::source::Span;

use crate::evidence::habit::Habits;
use crate::evidence::owes;
use crate::evidence::passage;
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};

pub static RULE: Rule = Rule {
    name: "adr-unknown-target",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A decision record is named that is not there.",
    page: include_str!("../../pages/adr-unknown-target.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let records = &analysis.records;
    let orphans = orphans(records);
    let habits = Habits::measure(
        records,
        |record| is_superseded(record).then_some(()),
        |record| !orphans.contains(record.path.as_str()),
    );
    let numbers = Numbers::of(records);
    for Entry { record, .. } in &records.entries {
        let share = habits.around(record, ());
        let asked = share.is_usual() || !share.shows_a_habit();
        if asked && orphans.contains(record.path.as_str()) {
            findings.extend(without_successor(record));
        }
        let related = record.relations.iter().filter_map(|relation| {
            let Target::Id(id) = &relation.target else { return None };
            let home = record.shelf();
            (is_cited(record, relation.span) && numbers.lack(home, id)).then(|| {
                let finding = unrelated(record, relation, id);
                match numbers.nearest(home, id, record) {
                    Some(nearest) => {
                        finding.note(format!("the nearest number of a record here is {nearest}"))
                    }
                    None => finding,
                }
            })
        });
        findings.extend(related);
    }
}

/// The numbers of the records of each directory.
struct Numbers<'a> {
    homes: HashMap<&'a str, HashSet<u64>>,
    all: HashSet<u64>,
}

impl<'a> Numbers<'a> {
    /// The fewest numbered records that show that a directory numbers its records.
    const FEWEST: usize = 4;

    fn of(records: &'a Collection) -> Self {
        let mut homes: HashMap<&str, HashSet<u64>> = HashMap::new();
        let mut all = HashSet::new();
        for Entry { record, .. } in &records.entries {
            let numbers = record.ids.iter().filter_map(|id| id.value.number());
            all.extend(numbers.clone());
            // Where a day comes first, the number behind it is the day's.
            if Name::of_path(&record.path).date.is_none() {
                homes.entry(record.shelf()).or_default().extend(numbers);
            }
        }
        homes.retain(|_, numbers| numbers.len() >= Self::FEWEST);
        // What an index lists was a record once.
        let listed = records.asides.iter().flat_map(|aside| passage::numbers(aside.text()));
        all.extend(listed.map(|(number, _)| number));
        Self { homes, all }
    }

    /// The number of another record of a directory that is the nearest to one that none has.
    fn nearest(&self, home: &str, id: &Id, record: &Record) -> Option<u64> {
        let Id::Number(number) = id else { return None };
        let own = |near: &u64| record.ids.iter().any(|id| id.value.number() == Some(*near));
        let others = self.homes.get(home)?.iter().copied().filter(|near| !own(near));
        others.min_by_key(|near| (near.abs_diff(*number), *near))
    }

    /// Whether a directory's records are numbered, and neither they nor any others have this number.
    fn lack(&self, home: &str, id: &Id) -> bool {
        let Id::Number(number) = id else { return false };
        self.homes.contains_key(home) && !self.all.contains(number)
    }
}

fn is_superseded(record: &Record) -> bool {
    let stated = record.status.as_ref().filter(|status| status.origin != Origin::Implied);
    stated.is_some_and(|status| status.value == Status::Superseded) && !owes::is_exempt(record)
}

/// Whether a name begins as a record's does and nothing beside it may lead elsewhere: `#154` may
/// be a ticket, `ADR-9 of the platform team` is another's.
fn is_cited(record: &Record, span: Span) -> bool {
    let name = record.source.slice(span);
    let kind = name.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let mut behind = record.source.text()[span.end..].chars();
    let next = behind.find(|&c| c == '\n' || !c.is_whitespace());
    let is_plain = next.is_none_or(|c| !c.is_alphabetic() && c != '(');
    name::is_type_word(kind) && is_plain
}

/// The files of the superseded records of which nothing may say what took their place: neither they
/// themselves, in whatever words or by any link, nor a record that points to them.
fn orphans(records: &Collection) -> HashSet<&str> {
    let alone = |entry: &&Entry| is_superseded(&entry.record) && !tells(records, entry);
    let mut alone: Vec<&Entry> = records.entries.iter().filter(alone).collect();
    if !alone.is_empty() {
        let cited = Cited::of(records, &alone);
        alone.retain(|entry| !cited.may_be(&entry.record));
    }
    if !alone.is_empty() {
        let linked = linked(records);
        let is_linked = |entry: &Entry| {
            records.of_path(&entry.record.path).is_some_and(|own| linked.contains(&own))
        };
        alone.retain(|entry| !is_linked(entry));
    }
    alone.into_iter().map(|entry| entry.record.path.as_str()).collect()
}

/// Whether a record may say what took its place, or its successor says that it did.
fn tells(records: &Collection, entry: &Entry) -> bool {
    let record = &entry.record;
    // A record that is a section shares its file with others.
    let Some(own) = records.of_path(&record.path) else { return true };
    let stated = [RelationKind::SupersededBy, RelationKind::SubsumedBy]
        .iter()
        .any(|&kind| record.related(kind).next().is_some());
    let words = record.status_raw.as_deref().unwrap_or_default().split_whitespace();
    stated
        || records.superseding(own).next().is_some()
        || words.count() > 1
        || entry.links.iter().any(|link| !link.image)
        || passage::passages(record)
            .iter()
            .any(|passage| passage.mentions_a_successor() || passage.explains_an_end())
}

/// The files that cite the numbers of some records: two are enough, of which one is another's.
struct Cited<'a>(BTreeMap<u64, [Option<&'a str>; 2]>);

impl<'a> Cited<'a> {
    fn of(records: &'a Collection, wanted: &[&Entry]) -> Self {
        let numbers = wanted.iter().filter_map(|entry| entry.record.number());
        let mut cited: BTreeMap<_, [Option<&str>; 2]> =
            numbers.map(|number| (number, [None; 2])).collect();
        for Entry { record, .. } in &records.entries {
            let path = record.path.as_str();
            let text = record.source.slice(record.span);
            let numbers: Vec<u64> = passage::numbers_among(text, |one| cited.contains_key(&one))
                .map(|(number, _)| number)
                .collect();
            for number in numbers {
                let files = cited.entry(number).or_default();
                if !files.contains(&Some(path)) {
                    files.iter_mut().find(|file| file.is_none()).map(|file| file.replace(path));
                }
            }
        }
        Self(cited)
    }

    /// Whether another file may name a record. A name without a number may stand anywhere in any words.
    fn may_be(&self, record: &Record) -> bool {
        let Some(number) = record.number() else { return true };
        let files = self.0.get(&number);
        files.is_some_and(|files| files.iter().flatten().any(|file| *file != record.path))
    }
}

/// The records that others link to.
fn linked(records: &Collection) -> HashSet<usize> {
    let mut linked = HashSet::new();
    for Entry { record, links, .. } in &records.entries {
        let own = records.of_path(&record.path);
        let targets = links.iter().filter_map(|link| records.of_link(&record.path, &link.target));
        linked.extend(targets.filter(|&target| own != Some(target)));
    }
    linked
}

fn without_successor(record: &Record) -> Option<Finding> {
    let status = record.status.as_ref()?;
    let message = format!("{} is superseded, and nothing says by which record", record.cited());
    let finding = Finding::new(&RULE, record.place(status.span), message)
        .note("whoever comes here wants to know what counts now")
        .help("name the record that took its place, or write `Deprecated` where none did");
    Some(finding)
}

fn unrelated(record: &Record, relation: &Relation, id: &Id) -> Finding {
    let passive = relation.kind.is_passive() || relation.kind == RelationKind::Related;
    let is = if passive { "is " } else { "" };
    let (name, kind) = (record.cited(), relation.kind.words());
    let message = format!("{name} {is}{kind} ADR {id}, and there is no record of that number");
    mend(Finding::new(&RULE, record.place(relation.span), message))
}

fn mend(finding: Finding) -> Finding {
    finding.help("write the number of the record that is meant, or say where that record is")
}
