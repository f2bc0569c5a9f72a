//! `adr-not-understood`: a file among records that says nothing of a decision.

use crate::evidence::owes;
use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::adr::Collection;
use readers::adr::name::Name;
use readers::analysis::Analysis;
use readers::files::Unreadable;
use text::link;
use text::source::Place;
use words::{Status, Vocabulary};

pub static RULE: Rule = Rule {
    name: "adr-not-understood",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A file among decision records was not understood.",
    page: include_str!("../../pages/adr-not-understood.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let records = &analysis.records;
    for place in records.not_understood.iter().filter(|place| is_meant(records, place)) {
        let message = "this file lies among decision records and is not understood as one";
        findings.push(
            Finding::new(&RULE, place.clone(), message)
                .note("it has no known status and no section of a decision")
                .help("write them, or move it to another directory"),
        );
    }
    // What the configuration names outside of the repository is told there.
    let told = |file: &str| {
        analysis.unmatched.iter().any(|one| one.outside.is_some() && file.starts_with(&one.pattern))
    };
    for unreadable in records.unreadable.iter().filter(|one| !told(one.place.source.path())) {
        let message = format!("decision records are read here, but this {}", unreadable.why);
        findings.push(
            Finding::new(&RULE, unreadable.place.clone(), message)
                .note("what it decides is missing from every list and count")
                .help(mend(unreadable)),
        );
    }
    // Who names a directory of records means it; elsewhere its name may mean something else, or nobody has
    // begun yet.
    let named = analysis.settings.adr.paths.is_some();
    for root in records.roots.iter().filter(|root| named && root.records == 0) {
        let message = format!("the directory `{}` holds no decision record", root.path);
        findings.push(
            Finding::new(&RULE, root.first.clone(), message)
                .help("write the first one: `mdbook-archdoc adr new \"Title\"`"),
        );
    }
}

/// What makes a file readable.
fn mend(unreadable: &Unreadable) -> &'static str {
    match &*unreadable.why {
        Unreadable::NOT_TEXT => "save it as UTF-8, or take it out of what is read as records",
        Unreadable::OUTSIDE => Unreadable::OUTSIDE_HELP,
        _ => "mend or remove it, or take it out of what is read as records",
    }
}

/// Whether a file was meant to be a record: it lies beside records that have no numbers either, and its
/// name is not that of a guide, a log or an appendix.
fn is_meant(records: &Collection, place: &Place) -> bool {
    let path = place.source.path();
    let beside = || {
        let all = records.entries.iter().map(|entry| &entry.record);
        all.filter(|record| link::directory(record.source.path()) == link::directory(path))
    };
    // What lies in a record's own directory is attached to it.
    let attached = Name::of(link::file_name(link::directory(path))).id.is_some();
    let unnumbered = beside().filter(|record| record.id.is_none()).count();
    // `we decided to …`, in a style without headings.
    let decides = Vocabulary::known().find::<Status>(place.source.text()).next().is_some();
    !attached
        && !decides
        && unnumbered * 2 > beside().count()
        && !owes::names_another_kind(link::stem(link::file_name(path)))
}
