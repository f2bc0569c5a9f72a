//! `dead-path`: a change names a file in code that is not there, or takes away one that a document names.

use std::collections::HashMap;

use readers::dead_link::{CodePath, Reach};

use crate::change::Change;
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};

pub static RULE: Rule = Rule {
    name: "dead-path",
    group: Group::Document,
    levels: Levels::always(Level::Warn),
    summary: "A path in code leads to no file of the repository.",
    page: include_str!("../../pages/dead-path.md"),
};

pub(crate) fn check(change: &Change<'_>, findings: &mut Vec<Finding>) {
    let mut before: HashMap<&str, Reach> = HashMap::new();
    for old in &change.paths.before {
        let reach = before.entry(&old.path).or_insert(old.reach);
        *reach = old.reach.max(*reach);
    }
    for path in &change.paths.now {
        let label = match (path.reach, before.get(&*path.path)) {
            (Reach::Absent, None) => "no such file is here",
            (Reach::Absent | Reach::Elsewhere, Some(Reach::There)) => {
                "it was here before the change"
            }
            // Whoever wrote it before knew why.
            _ => continue,
        };
        findings.push(finding(change, path, label));
    }
}

fn finding(change: &Change<'_>, dead: &CodePath, label: &'static str) -> Finding {
    let message = format!("`{}` does not exist", dead.path);
    let finding = Finding::new(&RULE, dead.place.clone(), message)
        .label(label)
        .note("readers look for what the text names in the code beside it")
        .help(
            "name the file as it is called from the top of the repository, or say in words what was meant",
        );
    match &change.now.annotated[dead.document].bound {
        Some(document) => finding.document(&document.name),
        None => finding,
    }
}
