//! Words of a page's life in front matter, which are no status of the record below it.

use std::collections::{HashMap, HashSet};

use crate::record_path;

use crate::adr::record::{Origin, Record};
use crate::adr::status::{self, Status};

/// The fewest records stating both that show which of the two is the record's.
const SHOWN_BY: usize = 3;

/// What the records of a directory do with the status of their front matter.
#[derive(Default)]
struct Usage {
    /// Records that state one of their own below it.
    beside: usize,
    /// Records whose status nothing but the front matter states.
    alone: usize,
    /// What the front matter of the former says.
    words: HashSet<String>,
}

/// Takes a word that is no status out of a record's front matter, where the records beside it have such words there and
/// their own status below, and one of them the same word: `status: current` says how far the page is, `status: acceptd` is
/// a status.
pub(super) fn settle(records: &mut [&mut Record]) {
    let mut homes: HashMap<String, Usage> = HashMap::new();
    for record in records.iter() {
        if !record.states.iter().any(|state| state.origin == Origin::FrontMatter) {
            continue;
        }
        let usage = homes.entry(record_path::home(&record.path).to_owned()).or_default();
        match known(record) {
            Some(Origin::FrontMatter) => usage.alone += 1,
            Some(_) => {
                usage.beside += 1;
                usage.words.extend(in_front(record).map(str::to_owned));
            }
            None => {}
        }
    }
    for record in records.iter_mut() {
        let of_pages = homes.get(record_path::home(&record.path)).is_some_and(|usage| {
            let is_usual = |word| usage.words.contains(word) && status::nearest(word).is_none();
            usage.beside >= SHOWN_BY && usage.alone == 0 && in_front(record).all(is_usual)
        });
        let only_front = record.states.iter().all(|state| state.origin == Origin::FrontMatter);
        if of_pages && only_front && known(record).is_none() {
            record.states.clear();
            record.status = None;
            record.status_raw = None;
        }
    }
}

/// Where a status stands that we know.
fn known(record: &Record) -> Option<Origin> {
    let status = record.status.as_ref()?;
    (status.value != Status::Other).then_some(status.origin)
}

/// The words of the front matter's status.
fn in_front(record: &Record) -> impl Iterator<Item = &str> {
    let states = record.states.iter().filter(|state| state.origin == Origin::FrontMatter);
    states.map(|state| &*state.value.raw)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adr::sample;

    /// Words that state a status of the last of some records with these heads.
    fn raw(heads: &[&str]) -> Option<String> {
        let record = |(number, head): (usize, &&str)| {
            let text = format!("{head}\n\n## Context\n\nC.\n\n## Decision\n\nD.\n");
            sample::record(&format!("adr/000{number}-use-x.md"), &text)
        };
        let mut records: Vec<Record> = heads.iter().enumerate().map(record).collect();
        settle(&mut records.iter_mut().collect::<Vec<_>>());
        records.pop().and_then(|last| last.status_raw)
    }

    #[test]
    fn the_state_of_a_page_is_no_status_where_the_others_have_one_below_it() {
        let page = "---\nstatus: current\n---\n\n# Use X";
        let both = format!("{page}\n\n## Status\n\nAccepted");
        let alone = "---\nstatus: accepted\n---\n\n# Use X";
        assert_eq!(raw(&[&both, &both, &both, page]), None);
        let other = |word| page.replace("current", word);
        assert_eq!(raw(&[&both, &both, &both, &other("live")]).as_deref(), Some("live"));
        let slip = both.replace("current", "acceptd");
        let told = raw(&[&slip, &slip, &slip, &other("acceptd")]);
        assert_eq!(told.as_deref(), Some("acceptd"));
        assert_eq!(raw(&[&both, &both, page]).as_deref(), Some("current"), "too few");
        assert_eq!(raw(&[&both, &both, &both, alone, page]).as_deref(), Some("current"));
        assert_eq!(raw(&[&both, &both, &both, alone]).as_deref(), Some("accepted"));
    }
}
