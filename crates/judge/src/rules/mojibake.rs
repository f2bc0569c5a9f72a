//! `mojibake`: a heading is garbled, as UTF-8 is when it is read in another encoding.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::document::BoundDocument;
use text::source::{Place, Span};

pub static RULE: Rule = Rule {
    name: "mojibake",
    group: Group::Document,
    levels: Levels::always(Level::Warn),
    summary: "A heading is garbled: UTF-8 that was read in another encoding.",
    page: include_str!("../../pages/mojibake.md"),
};

pub(crate) fn check(document: &BoundDocument, findings: &mut Vec<Finding>) {
    let tree = &document.binding.tree;
    for (index, node) in tree.nodes.iter().enumerate() {
        if let Some(decoded) = &node.decoded {
            findings.push(finding(document, &tree.place(index), &node.text, decoded));
        }
    }
}

fn finding(document: &BoundDocument, place: &Place, text: &str, decoded: &str) -> Finding {
    let finding = Finding::new(&RULE, place.clone(), "this heading is garbled")
        .label(format!("meant is `{decoded}`"))
        .note("it was saved as UTF-8 and then read in another encoding; the chapter's text may be too")
        .help(format!("write `{decoded}`"))
        .document(&document.name);
    match place.text().find(text) {
        Some(at) => {
            let start = place.span.start + at;
            let words = Place::new(&place.source, Span::new(start, start + text.len()));
            finding.edit(words, decoded)
        }
        None => finding,
    }
}
