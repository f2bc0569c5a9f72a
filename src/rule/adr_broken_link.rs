//! `adr-broken-link`: a link to a record that is not there.

use super::{Group, Levels, Rule};
use crate::adr::Record;
use crate::adr::collection::TextLink;
use crate::adr::id::Name;
use crate::analysis::Analysis;
use crate::diagnostic::{Finding, Level};

/// The rule.
pub static RULE: Rule = Rule {
    name: "adr-broken-link",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A link to another decision record leads nowhere.",
    page: include_str!("../../docs/src/rules/adr-broken-link.md"),
    check,
};

fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    for entry in &analysis.records.entries {
        for link in &entry.links {
            findings.extend(broken(analysis, &entry.record, link));
        }
    }
}

fn broken(analysis: &Analysis<'_>, record: &Record, link: &TextLink) -> Option<Finding> {
    let records = &analysis.records;
    let file = records.missing_record(&record.path, &link.target, analysis.book)?;
    let message = format!("`{}` does not exist", link.target);
    let finding = Finding::new(RULE.name, record.place(link.span), message);
    let name = Name::of(crate::adr::path::record_stem(&file));
    let renamed = records.entries.iter().map(|entry| &entry.record).find(|other| {
        let stem = crate::adr::path::record_stem(&other.path);
        let slug = Name::of(stem).slug;
        !slug.is_empty() && slug.eq_ignore_ascii_case(name.slug)
    });
    let numbered = || {
        let same = |other: &&Record| other.id.as_ref().map(|id| &id.value) == name.id.as_ref();
        records.entries.iter().map(|entry| &entry.record).find(same).filter(|_| name.id.is_some())
    };
    let from = crate::adr::path::directory(&record.path);
    Some(match (renamed, numbered()) {
        (Some(other), _) => finding
            .note("a record with these words in its name has another number")
            .help(format!("write `{}`", crate::adr::path::relative(from, &other.path))),
        (None, Some(other)) => finding
            .note("a record with this number has another name")
            .help(format!("write `{}`", crate::adr::path::relative(from, &other.path))),
        (None, None) => finding.help("mend the link, or take it out"),
    })
}
