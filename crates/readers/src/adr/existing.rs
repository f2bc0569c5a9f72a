//! Numbers that only look like a record's: `Supersedes #391` names an issue where records are numbered and none
//! has that number.

use std::collections::{HashMap, HashSet};

use text::link;

use super::id::Id;
use super::record::Record;
use super::relation::{Relation, Target};

/// So many numbered records show which numbers a directory has.
const SHOWN_BY: usize = 4;

/// Takes the relations to numbers without a word such as "ADR" out that no record has.
pub(super) fn settle(mut records: Vec<&mut Record>) {
    let number = |record: &Record| record.id.as_ref()?.value.number();
    let all: HashSet<u64> = records.iter().filter_map(|record| number(record)).collect();
    let mut homes: HashMap<String, usize> = HashMap::new();
    for record in records.iter().filter(|record| number(record).is_some()) {
        *homes.entry(home(record).to_owned()).or_default() += 1;
    }
    for record in &mut records {
        if homes.get(home(record)).is_some_and(|&numbered| numbered >= SHOWN_BY) {
            let source = record.source.clone();
            let is_none = |relation: &Relation| {
                let Target::Id(Id::Number(number)) = &relation.target else { return false };
                let written = source.slice(relation.span);
                let first = written.find(char::is_alphanumeric).map(|at| &written[at..]);
                let bare = first.is_some_and(|text| text.starts_with(|c: char| c.is_ascii_digit()));
                bare && !all.contains(number)
            };
            record.relations.retain(|relation| !is_none(relation));
        }
    }
}

/// The directory in which numbers count up.
fn home(record: &Record) -> &str {
    let directory = link::directory(&record.path);
    let page = record.anchor.is_none() && link::is_directory_page(&record.path);
    if page { link::directory(directory) } else { directory }
}
