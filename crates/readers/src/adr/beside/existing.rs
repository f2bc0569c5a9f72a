//! Numbers that only look like a record's: `Supersedes #391` names an issue where records are numbered and none
//! has that number. `Supersedes 39` beside a record numbered 40 names one that is missing.

use std::collections::{HashMap, HashSet};

use crate::record_path;
use text::link;

use crate::adr::id::Id;
use crate::adr::record::Record;
use crate::adr::relation::{Relation, Target};

/// The fewest numbered records that show which numbers a directory has.
const SHOWN_BY: usize = 4;

/// Takes the relations to numbers without a word such as "ADR" out that no record has, and that are marked as an
/// issue's or higher than all.
pub(super) fn settle(records: &mut [&mut Record]) {
    let all: HashSet<u64> = records.iter().filter_map(|record| record.number()).collect();
    // Of each directory how many are numbered, and the highest number.
    let mut homes: HashMap<String, (usize, u64)> = HashMap::new();
    for record in &*records {
        let Some(number) = record.number() else { continue };
        let (numbered, highest) = homes.entry(home(record).to_owned()).or_default();
        (*numbered, *highest) = (*numbered + 1, number.max(*highest));
    }
    for record in records {
        let home = homes.get(home(record)).filter(|(numbered, _)| *numbered >= SHOWN_BY);
        if let Some(&(_, highest)) = home {
            let source = record.source.clone();
            let is_none = |relation: &Relation| {
                let Target::Id(Id::Number(number)) = &relation.target else { return false };
                let written = source.slice(relation.span);
                let start = written.find(char::is_alphanumeric).unwrap_or(written.len());
                let bare = written[start..].starts_with(|c: char| c.is_ascii_digit());
                let marked = source.text()[..relation.span.start + start].ends_with('#');
                bare && !all.contains(number) && (marked || *number > highest)
            };
            record.relations.retain(|relation| !is_none(relation));
        }
    }
}

/// The directory in which numbers count up: records that are sections of several files count with those beside them.
fn home(record: &Record) -> &str {
    let section = record.anchor.is_some();
    if section { link::directory(&record.path) } else { record_path::home(&record.path) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adr::sample;

    #[test]
    fn a_number_below_the_highest_is_one_that_is_missing() {
        let record = |number: u32, replaces: &str| {
            let path = format!("{number:04}-x.md");
            let text = format!("# {number}. X\n\nStatus: Accepted\n\nSupersedes: {replaces}\n");
            sample::record(&path, &text)
        };
        let mut records = [record(40, "39"), record(1, "#39"), record(2, "391"), record(3, "none")];
        settle(&mut records.iter_mut().collect::<Vec<_>>());
        let named: Vec<usize> = records.iter().map(|record| record.relations.len()).collect();
        assert_eq!(named, [1, 0, 0, 0]);
    }
}
