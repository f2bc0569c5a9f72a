//! `dead-path`: a change names a file in code that is not there, or takes away one that a document names.

use readers::dead_link::{DeadPath, Owner};

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
    for dead in &change.paths.dead {
        let file = change.former(dead.place.source.path());
        let place = (file, dead.path.clone());
        match (change.paths_before.all.get(&place), dead.owner) {
            (None, _) => findings.push(finding(change, dead, "no such file is here")),
            (Some(false), Owner::Document(_)) => {
                findings.push(finding(change, dead, "it was here before the change"));
            }
            // A record tells of what was, and need not be changed with it.
            (Some(false), Owner::Record(_)) | (Some(true), _) => {}
        }
    }
}

fn finding(change: &Change<'_>, dead: &DeadPath, label: &str) -> Finding {
    let message = format!("`{}` does not exist", dead.path);
    let finding = Finding::new(&RULE, dead.place.clone(), message)
        .label(label)
        .note("readers look for what the text names in the code beside it")
        .help("name the file as it is called from the top of the repository, or say in words what was meant");
    match dead.owner {
        Owner::Document(index) => match &change.now.annotated[index].bound {
            Some(document) => finding.document(&document.name),
            None => finding,
        },
        Owner::Record(_) => finding,
    }
}
