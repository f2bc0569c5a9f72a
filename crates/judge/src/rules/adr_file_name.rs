//! `adr-file-name`: a record's file is not called as the team calls them.

use readers::adr::collection::Entry;
use readers::analysis::Analysis;
use readers::record_path;
use text::link;

use crate::evidence::convention::asked;
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};

pub static RULE: Rule = Rule {
    name: "adr-file-name",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A decision record's file is not called as its team calls them.",
    page: include_str!("../../pages/adr-file-name.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, entry: &Entry, findings: &mut Vec<Finding>) {
    let record = &entry.record;
    // Several records in one file have no names of their own, and a translation has its record's.
    if record.anchor.is_some() || entry.belongs_to.is_some() {
        return;
    }
    let Some(asked) = asked(analysis, record, |one| one.file_name.as_ref()) else { return };
    let own_directory = record_path::has_own_directory(&record.path);
    let name =
        if own_directory { record_path::stem(&record.path) } else { link::file_name(&record.path) };
    let pattern = if own_directory { asked.value.without_ending() } else { asked.value.clone() };
    if !pattern.fits(name) {
        findings.push(
            Finding::new(&RULE, record.head(), format!("`{name}` is not called `{pattern}`"))
                .note(format!("{} asks for it", asked.by))
                .help("rename it, and with it the links that lead to it"),
        );
    }
}
