//! `adr-broken-link`: a link to a record that is not there.

use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::adr::Record;
use readers::adr::collection::{Entry, TextLink};
use readers::adr::id::Name;
use readers::analysis::Analysis;
use text::link;

pub static RULE: Rule = Rule {
    name: "adr-broken-link",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A link to another decision record leads nowhere.",
    page: include_str!("../../pages/adr-broken-link.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, entry: &Entry, findings: &mut Vec<Finding>) {
    findings.extend(entry.links.iter().filter_map(|link| broken(analysis, &entry.record, link)));
}

fn broken(analysis: &Analysis<'_>, record: &Record, link: &TextLink) -> Option<Finding> {
    let records = &analysis.records;
    let file = records.missing_record(&record.path, &link.target, analysis.book)?;
    let message = format!("`{}` does not exist", link.target);
    let finding = Finding::new(&RULE, record.place(link.span), message);
    let from = link::directory(&record.path);
    let Some((other, why)) = meant(analysis, &file) else {
        return Some(finding.help("mend the link, or take it out"));
    };
    let to = link::relative(from, &other.path);
    Some(finding.note(why).help(format!("write `{to}`")))
}

/// The record that a link to a file that is not there most likely means: the words of its name count
/// before its number, and a series is not another one. A number means something in its own directory only.
fn meant<'a>(analysis: &'a Analysis<'_>, file: &str) -> Option<(&'a Record, &'static str)> {
    let stem = link::record_stem(file);
    let name = Name::of(stem);
    let records = || {
        let records = analysis.records.entries.iter().map(|entry| &entry.record);
        records.filter(|other| other.anchor.is_none()).filter_map(|other| {
            let stem = link::record_stem(&other.path);
            let other_name = Name::of(stem);
            let same_series = other_name.prefix.eq_ignore_ascii_case(name.prefix);
            same_series.then_some((other, stem, other_name))
        })
    };
    let moved = records().find(|(_, other, _)| *other == stem);
    let renumbered = || {
        records().find(|(.., other)| {
            !other.slug.is_empty() && other.slug.eq_ignore_ascii_case(name.slug)
        })
    };
    let renamed = || {
        records().find(|(record, _, other)| {
            let here = link::directory(&record.path) == link::directory(file);
            here && other.id.is_some() && other.id == name.id
        })
    };
    moved
        .map(|(record, ..)| (record, "a record of this name lies elsewhere"))
        .or_else(|| {
            let (record, ..) = renumbered()?;
            Some((record, "a record with these words in its name has another number"))
        })
        .or_else(|| {
            let (record, ..) = renamed()?;
            Some((record, "a record with this number has another name"))
        })
}
