//! `adr-not-understood`: a file among records that says nothing of a decision.

use std::collections::HashMap;

use crate::evidence::owes;
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::adr::Collection;
use readers::adr::name::Name;
use readers::analysis::Analysis;
use readers::files::Unreadable;
use readers::settings::paths::PathSet;
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
    let neighbours = Neighbours::of(records);
    for place in records.not_understood.iter().filter(|place| is_meant(&neighbours, place)) {
        let message = "this file lies among decision records and is not understood as one";
        findings.push(
            Finding::new(&RULE, place.clone(), message)
                .note("it has no known status and no section of a decision")
                .help("write them, or move it to another directory"),
        );
    }
    // What the configuration names outside of the repository is reported there.
    let is_reported = |file: &str| {
        analysis.unmatched.iter().any(|one| one.outside.is_some() && file.starts_with(&one.pattern))
    };
    for unreadable in records.unreadable.iter().filter(|one| !is_reported(one.place.source.path()))
    {
        let message = format!("decision records are read here, but this {}", unreadable.why);
        findings.push(
            Finding::new(&RULE, unreadable.place.clone(), message)
                .note("what it decides is missing from every list and count")
                .help(mend(unreadable)),
        );
    }
    // Who names a directory of records means it; elsewhere its name may mean something else, or nobody has
    // begun yet.
    let named = analysis.settings.adr.paths.as_ref().map_or(&[][..], PathSet::patterns);
    for root in records.roots.iter().filter(|root| !named.is_empty() && root.records == 0) {
        // It may be one of many below the one that was named.
        let src = analysis.book.src.trim_end_matches('/');
        let above = named.iter().filter_map(|named| within(&root.path, named, src));
        let above = above.min_by_key(|above| above.len()).unwrap_or(&root.path);
        if records.entries.iter().any(|entry| link::is_below(&entry.record.path, above)) {
            continue;
        }
        let shown = if root.path.is_empty() { "." } else { &root.path };
        let message = format!("the directory `{shown}` holds no decision record");
        findings.push(
            Finding::new(&RULE, root.first.clone(), message)
                .help("write the first one: `mdbook-archdoc adr new \"Title\"`"),
        );
    }
}

/// The directory that a pattern names, where another lies in it; a path of the configuration may begin with the source
/// directory.
fn within<'p>(directory: &str, pattern: &'p str, src: &str) -> Option<&'p str> {
    let below = pattern.strip_prefix(src).and_then(|rest| rest.strip_prefix('/'));
    let own = below.filter(|_| !src.is_empty()).unwrap_or(pattern);
    let own = if own == "." { "" } else { own };
    (directory == own || link::is_below(directory, own)).then_some(own)
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
fn is_meant(neighbours: &Neighbours<'_>, place: &Place) -> bool {
    let path = place.source.path();
    // What lies in a record's own directory is attached to it.
    let attached = Name::of(link::file_name(link::directory(path))).id.is_some();
    // `we decided to …`, in a style without headings.
    let decides = || Vocabulary::known().find::<Status>(place.source.text()).next().is_some();
    neighbours.lack_numbers(path)
        && !attached
        && !owes::names_another_kind(link::stem(link::file_name(path)))
        && !decides()
}

/// How many records each directory has, and how many of them have no number.
struct Neighbours<'r>(HashMap<&'r str, (usize, usize)>);

impl<'r> Neighbours<'r> {
    fn of(records: &'r Collection) -> Self {
        let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
        for record in records.entries.iter().map(|entry| &entry.record) {
            let (all, unnumbered) =
                counts.entry(link::directory(record.source.path())).or_default();
            *all += 1;
            *unnumbered += usize::from(record.id.is_none());
        }
        Self(counts)
    }

    /// Whether most records beside a file have no number.
    fn lack_numbers(&self, path: &str) -> bool {
        let counts = self.0.get(link::directory(path));
        counts.is_some_and(|(all, unnumbered)| unnumbered * 2 > *all)
    }
}
