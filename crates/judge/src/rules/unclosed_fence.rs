//! `unclosed-fence`: sections are code, since the block before them was not closed.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::document::{BoundDocument, Swallowed};
use text::wording::plural;

pub static RULE: Rule = Rule {
    name: "unclosed-fence",
    group: Group::Document,
    levels: Levels::always(Level::Warn),
    summary: "A block of code is not closed and swallows sections.",
    page: include_str!("../../pages/unclosed-fence.md"),
};

pub(crate) fn check(document: &BoundDocument, findings: &mut Vec<Finding>) {
    if let Some(swallowed) = &document.swallowed {
        findings.push(finding(document, swallowed));
    }
}

fn finding(document: &BoundDocument, swallowed: &Swallowed) -> Finding {
    let heading = swallowed.heading.text().trim();
    let line = swallowed.heading.start().line;
    let marks = match &*swallowed.marks {
        ticks if ticks.starts_with('`') => plural(ticks.len(), "back tick", "back ticks"),
        tildes => format!("`{tildes}`"),
    };
    let end = if swallowed.to_the_end {
        "it runs to the end of the text"
    } else {
        "it runs to the fence that closes the next block"
    };
    Finding::new(&RULE, swallowed.fence.clone(), format!("this block of code swallows `{heading}`"))
        .label(end)
        .related(swallowed.heading.clone(), "code as well")
        .help(format!("write {marks} on a line of its own where the code ends, above line {line}"))
        .document(&document.name)
}
