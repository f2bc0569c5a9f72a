//! `adr-broken-link`: a link to a record that is not there.

use std::collections::HashMap;

use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::adr::Record;
use readers::adr::id::{Id, Name};
use readers::adr::links::TextLink;
use readers::analysis::Analysis;
use text::link;

pub static RULE: Rule = Rule {
    name: "adr-broken-link",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A link to another decision record leads nowhere.",
    page: include_str!("../../pages/adr-broken-link.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let names = Names::of(analysis);
    for entry in &analysis.records.entries {
        for link in &entry.links {
            findings.extend(broken(analysis, &names, &entry.record, link));
        }
    }
}

fn broken(
    analysis: &Analysis<'_>,
    names: &Names<'_>,
    record: &Record,
    link: &TextLink,
) -> Option<Finding> {
    let records = &analysis.records;
    let file = records.missing_record(&record.path, &link.target)?;
    let message = format!("`{}` does not exist", link.target);
    let finding = Finding::new(&RULE, record.place(link.span), message);
    let from = link::directory(&record.path);
    let Some((other, why)) = names.meant(&file) else {
        return Some(finding.help("mend the link, or take it out"));
    };
    let to = link::relative(from, &other.path);
    Some(finding.note(why).help(format!("write `{to}`")))
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
    fn meant(&self, file: &str) -> Option<(&'a Record, &'static str)> {
        let stem = link::record_stem(file);
        let Name { prefix, slug, id, .. } = Name::of(stem);
        let series = || prefix.to_ascii_lowercase();
        if let Some(moved) = self.stems.get(stem) {
            return Some((moved, "a record of this name lies elsewhere"));
        }
        if let Some(renumbered) = self.words.get(&(series(), slug.to_ascii_lowercase())) {
            return Some((renumbered, "a record with these words in its name has another number"));
        }
        let renamed = self.numbers.get(&(link::directory(file), series(), id?))?;
        Some((renamed, "a record with this number has another name"))
    }
}
