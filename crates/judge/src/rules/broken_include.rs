//! `broken-include`: an include in a bound chapter leads nowhere.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::document::BoundDocument;
use readers::include::{BrokenInclude, Reason};

pub static RULE: Rule = Rule {
    name: "broken-include",
    group: Group::Document,
    levels: Levels::always(Level::Warn),
    summary: "An include in a bound chapter leads nowhere.",
    page: include_str!("../../pages/broken-include.md"),
};

pub(crate) fn check(document: &BoundDocument, findings: &mut Vec<Finding>) {
    for broken in &document.binding.tree.broken {
        findings.push(finding(document, broken));
    }
}

fn finding(document: &BoundDocument, broken: &BrokenInclude) -> Finding {
    let target = &broken.target;
    let (message, help) = match broken.reason {
        Reason::Missing => (
            format!("`{target}` cannot be included: there is no such file"),
            "the path counts from the directory of the file that includes it",
        ),
        Reason::NotText => {
            (format!("`{target}` cannot be included: it is not UTF-8"), "save the file as UTF-8")
        }
        Reason::Cycle => {
            (format!("`{target}` includes itself"), "take one of the includes of the circle out")
        }
        Reason::NoAnchor => (
            format!("`{target}` has no such anchor"),
            "write `ANCHOR: name` and `ANCHOR_END: name` in comments of the included file",
        ),
        Reason::NotAFile => (
            format!("`{target}` cannot be included: it is no regular file"),
            "write the path of a Markdown file",
        ),
        Reason::TooLarge => (
            format!("`{target}` cannot be included: it is longer than 64 MiB"),
            "include a part of it that is a file of its own",
        ),
        Reason::Outside => (
            format!("`{target}` leads out of the repository and is not read"),
            "include a file of the repository",
        ),
        Reason::TooMany => (
            format!("`{target}` is not followed: the chapter includes too many files"),
            "bind the chapters that are included, or include less: 1,000 files and 64 MiB are followed",
        ),
    };
    let note = match broken.reason {
        Reason::Outside => "the sections that it would bring count as missing",
        Reason::TooMany => "the sections that it and those after it would bring count as missing",
        _ => "the sections that it would bring count as missing, and mdBook shows nothing here",
    };
    Finding::new(&RULE, broken.place.clone(), message)
        .note(note)
        .help(help)
        .document(&document.name)
}
