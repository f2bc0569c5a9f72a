//! `final-on-proposed-decision`: a final document rests on a decision that is not made yet.

use std::collections::HashSet;

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::adr::links::links;
use readers::adr::record::Record;
use readers::adr::status::Status;
use readers::analysis::Analysis;
use readers::document::{Annotated, BoundDocument};
use text::source::{Place, Span};

/// The rule. While a document is written, so may be its decisions.
pub static RULE: Rule = Rule {
    name: "final-on-proposed-decision",
    group: Group::Document,
    levels: Levels::by_stage(Level::Allow, Level::Allow, Level::Warn),
    summary: "A final document rests on a decision that is not made yet.",
    page: include_str!("../../pages/final-on-proposed-decision.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    if analysis.records.entries.is_empty() {
        return;
    }
    for (chapter, document) in analysis.bound() {
        look(analysis, chapter, document, findings);
    }
}

fn look(
    analysis: &Analysis<'_>,
    chapter: &Annotated,
    document: &BoundDocument,
    findings: &mut Vec<Finding>,
) {
    let records = &analysis.records;
    let path = analysis.book.chapters[chapter.chapter].text_path();
    let source = &chapter.document.source;
    let mut reported = HashSet::new();
    for link in links(&chapter.document, Span::new(0, source.text().len())) {
        let Some(index) = records.of_link(path, &link.target) else { continue };
        let record = &records.entries[index].record;
        let Some(status) = undecided(record).filter(|_| reported.insert(index)) else { continue };
        let place = Place::new(source, link.span);
        let message = format!("the document rests on {}, which is {}", record.cited(), status.word);
        findings.push(
            Finding::new(&RULE, place, message)
                .document(&document.name)
                .label("cited here")
                .related(record.place(status.span), "its status")
                .note("readers take what a final document says for decided")
                .help("decide it, or let the document wait for it"),
        );
    }
}

/// A status before the decision.
struct Undecided {
    word: &'static str,
    span: Span,
}

fn undecided(record: &Record) -> Option<Undecided> {
    let status = record.status.as_ref()?;
    let word = match status.value {
        Status::Proposed => "only proposed",
        Status::Draft => "still a draft",
        _ => return None,
    };
    Some(Undecided { word, span: status.span })
}
