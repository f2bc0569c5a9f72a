//! `open-checklist`: a final document whose review checklist has open boxes.

use readers::document::bind::node::Tree;
use readers::document::written::State;
use readers::document::{BoundDocument, Heading};
use readers::template::TemplateSection;
use text::markdown::Document;
use text::markdown::block::{Block, BlockKind, Item};
use text::source::{Place, Span};
use text::wording::plural;
use words::fold::folded;
use words::{Concept, Stage, Vocabulary};

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};

pub static RULE: Rule = Rule {
    name: "open-checklist",
    group: Group::Document,
    levels: Levels::always(Level::Warn),
    summary: "A final document has open boxes in its review checklist.",
    page: include_str!("../../pages/open-checklist.md"),
};

pub(crate) fn check(document: &BoundDocument, findings: &mut Vec<Finding>) {
    if document.stage() != Stage::Final {
        return;
    }
    let tree = &document.binding.tree;
    let sections = document.template().sections.iter().zip(&document.sections);
    // Elsewhere boxes are content, also below a heading that is only called a checklist.
    let checklists = sections.filter(|(one, _)| one.concepts.contains(&Concept::ReviewChecklist));
    let headings = checklists.flat_map(|(section, facts)| {
        let title = |heading: &Heading| tree.nodes[heading.node].text.as_str();
        facts.headings.iter().filter(move |heading| is_called_so(title(heading), section))
    });
    for heading in headings {
        let boxes = boxes(tree, heading.node);
        let mut open = boxes.iter().filter(|(ticked, _)| !ticked).map(|(_, place)| place);
        // What is still the template's own is told as such.
        let Some(first) = open.next().filter(|_| heading.assessment.state != State::Untouched)
        else {
            continue;
        };
        let open = open.count() + 1;
        let message = format!(
            "the document is final, and {open} of {} in `{}` {} open",
            plural(boxes.len(), "box", "boxes"),
            tree.nodes[heading.node].text,
            if open == 1 { "is" } else { "are" },
        );
        let finding = Finding::new(&RULE, tree.place(heading.node), message)
            .document(&document.name)
            .related(first.clone(), "the first one")
            .help("tick what was done, take out what nobody asks for, or let the document be in review");
        let status = document.status.as_ref().and_then(|status| status.place.clone());
        findings.push(match status {
            Some(status) => finding.related(status, "says that it is final"),
            None => finding,
        });
        return;
    }
}

/// Whether a heading says that its boxes are those of a review: it is the template's, or one of the usual names of
/// several words. `Checklist` alone may be any, and `Task checklist` is another.
fn is_called_so(title: &str, section: &TemplateSection) -> bool {
    let words = title.split_whitespace().filter(|word| word.contains(char::is_alphabetic));
    let usual = || Vocabulary::known().is(Concept::ReviewChecklist, title) && words.count() > 1;
    folded(title) == folded(&section.heading) || usual()
}

/// The boxes below a heading, each ticked or not. A heading nested in it has a name of its own, and may hold a list
/// for somebody else.
fn boxes(tree: &Tree, node: usize) -> Vec<(bool, Place)> {
    let mut found = Vec::new();
    for (document, block) in tree.blocks(&tree.nodes[node].body) {
        of_block(document, block, &mut found);
    }
    found
}

/// Whether an item begins with struck words: nobody asks for it any more.
fn is_struck(item: &Item) -> bool {
    let mut runs = item.text().into_iter().flat_map(|text| text.runs());
    runs.find(|run| !run.text.trim().is_empty()).is_some_and(|run| run.strike)
}

fn of_block(document: &Document, block: &Block, found: &mut Vec<(bool, Place)>) {
    let BlockKind::List(list) = &block.kind else { return };
    for item in &list.items {
        if let Some(ticked) = item.task.filter(|_| !is_struck(item)) {
            let line = document.slice(item.span).lines().next().unwrap_or_default();
            let span = Span::new(item.span.start, item.span.start + line.len());
            found.push((ticked, Place::new(&document.source, span)));
        }
        item.blocks.iter().for_each(|inner| of_block(document, inner, found));
    }
}
