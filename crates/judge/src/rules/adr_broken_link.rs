//! `adr-broken-link`: a link of a decision record to a file or a heading that is not there.

use std::collections::HashMap;

use readers::adr::Record;
use readers::adr::id::{Id, Name};
use readers::analysis::Analysis;
use readers::dead_link::Owner;
use text::link;

use crate::evidence::dead_link::{self, Meant};
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};

pub static RULE: Rule = Rule {
    name: "adr-broken-link",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A link of a decision record leads nowhere.",
    page: include_str!("../../pages/adr-broken-link.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    if analysis.dead_links.is_empty() {
        return;
    }
    let names = Names::of(analysis);
    for dead in &analysis.dead_links {
        let Owner::Record(index) = dead.owner else { continue };
        let from = link::directory(&analysis.records.entries[index].record.path);
        let meant = |file: &str| {
            let (other, by) = names.meant(file)?;
            let (target, why) = (link::relative(from, &other.path), by.why());
            Some(Meant { target, why, certain: by != By::Number })
        };
        findings.push(dead_link::finding(&RULE, dead, meant));
    }
}

/// What a record's file has in common with one that is not there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Name,
    Words,
    Number,
}

impl By {
    fn why(self) -> &'static str {
        match self {
            Self::Name => "a record of this name lies elsewhere",
            Self::Words => "a record with these words in its name has another number",
            Self::Number => "a record with this number has another name",
        }
    }
}

/// The records by the parts of their files' names, each with the first that has it; series and words
/// in lower case.
#[derive(Default)]
struct Names<'a> {
    stems: HashMap<&'a str, &'a Record>,
    words: HashMap<(String, String), &'a Record>,
    /// A number means something in its own directory only.
    numbers: HashMap<(&'a str, String, Id), &'a Record>,
}

impl<'a> Names<'a> {
    fn of(analysis: &'a Analysis<'_>) -> Self {
        let mut names = Self::default();
        let records = analysis.records.entries.iter().map(|entry| &entry.record);
        for record in records.filter(|record| record.anchor.is_none()) {
            let stem = link::record_stem(&record.path);
            let Name { prefix, slug, id, .. } = Name::of(stem);
            let series = || prefix.to_ascii_lowercase();
            names.stems.entry(stem).or_insert(record);
            if !slug.is_empty() {
                names.words.entry((series(), slug.to_ascii_lowercase())).or_insert(record);
            }
            if let Some(id) = id {
                let here = link::directory(&record.path);
                names.numbers.entry((here, series(), id)).or_insert(record);
            }
        }
        names
    }

    /// The record that a link to a file that is not there most likely means: the words of its name
    /// count before its number, and a series is not another one.
    fn meant(&self, file: &str) -> Option<(&'a Record, By)> {
        let stem = link::record_stem(file);
        let Name { prefix, slug, id, .. } = Name::of(stem);
        let series = || prefix.to_ascii_lowercase();
        if let Some(moved) = self.stems.get(stem) {
            return Some((moved, By::Name));
        }
        if let Some(renumbered) = self.words.get(&(series(), slug.to_ascii_lowercase())) {
            return Some((renumbered, By::Words));
        }
        let renamed = self.numbers.get(&(link::directory(file), series(), id?))?;
        Some((renamed, By::Number))
    }
}
