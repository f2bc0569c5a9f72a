//! Numbers that count within a year and look like months: `2024-07-use-a-queue` beside `2024-13-use-a-log`.

use std::collections::HashSet;

use crate::record_path;

use crate::adr::id::Id;
use crate::adr::name::Name;
use crate::adr::record::{Origin, Record, Sourced};

/// Reads months as numbers in the directories in which one of them is no month.
pub(super) fn settle(records: &mut [&mut Record]) {
    let numbered = records.iter().filter(|record| is_past_december(record));
    let homes: HashSet<String> = numbered.map(|record| record.numbering().to_owned()).collect();
    for record in records.iter_mut().filter(|record| homes.contains(record.numbering())) {
        let Some(id) = of_month(record) else { continue };
        let named = |origin: Origin| matches!(origin, Origin::FileName | Origin::Directory);
        let renamed = |known: &mut Sourced<Id>| {
            if named(known.origin) {
                known.value = id.clone();
            }
        };
        record.ids.iter_mut().chain(&mut record.id).for_each(renamed);
        record.date.take_if(|date| named(date.origin));
    }
}

/// `2024-13-use-a-log`
fn is_past_december(record: &Record) -> bool {
    let Name { id, digits, .. } = Name::of_path(&record.path);
    let yearly = |series: &str| series.len() == 4 && series.bytes().all(|b| b.is_ascii_digit());
    digits == 2 && matches!(id, Some(Id::Series(series, _)) if yearly(&series))
}

/// The year's number that a name with a month in it has.
fn of_month(record: &Record) -> Option<Id> {
    let stem = record_path::stem(&record.path);
    let month = Name::of(stem).date.filter(|date| date.day.is_none())?.month;
    Some(Id::Series(stem.get(..4)?.to_owned(), u64::from(month)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adr::directory::Directory;
    use crate::adr::status::OwnWords;

    #[test]
    fn a_number_past_december_shows_that_the_others_are_no_months() {
        let ids = |names: &[&str]| -> Vec<String> {
            let mut directory = Directory::default();
            for name in names {
                let text = "# Use a log\n\n## Status\n\nAccepted\n";
                directory.add_text((*name).to_owned(), text, &OwnWords::new());
            }
            settle(&mut directory.records.iter_mut().collect::<Vec<_>>());
            let id = |record: &Record| record.id.as_ref().unwrap().value.to_string();
            directory.records.iter().map(id).collect()
        };
        let months = ["2024-01-use-a.md", "2024-12-use-b.md"];
        assert_eq!(ids(&months), ["2024-01-use-a", "2024-12-use-b"]);
        let numbers = ["2024-01-use-a.md", "2024-12-use-b.md", "2024-13-use-c.md"];
        assert_eq!(ids(&numbers), ["2024-1", "2024-12", "2024-13"]);
    }
}
