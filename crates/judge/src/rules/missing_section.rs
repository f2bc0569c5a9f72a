//! `missing-section`: a section that the template requires has no heading.

use std::sync::Arc;

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use crate::wording;
use readers::analysis::Analysis;
use readers::document::gap;
use readers::document::gap::{Anchor, Gap};
use readers::document::leftover;
use readers::document::{Annotated, BoundDocument};
use readers::template::Need;
use text::link;
use text::wording::{joined, plural};

pub static RULE: Rule = Rule {
    name: "missing-section",
    group: Group::Sections,
    levels: Levels::owed(Level::Warn, Level::Warn),
    summary: "A section that the template requires has no heading.",
    page: include_str!("../../pages/missing-section.md"),
};

pub(crate) fn check(
    analysis: &Analysis<'_>,
    chapter: &Annotated,
    document: &BoundDocument,
    findings: &mut Vec<Finding>,
) {
    let sections = &document.template().sections;
    let is_reported_above = |gap: &Gap| {
        let parent = sections[gap.section].parent;
        let mut above = std::iter::successors(parent, |&at| sections[at].parent);
        above.any(|section| document.is_open_group(section))
    };
    let is_reported = |gap: &Gap| is_reported_above(gap) || document.is_swallowed(gap.section);
    let required = |gap: &&Gap| sections[gap.section].need == Need::Required && !is_reported(gap);
    let owed: Vec<&Gap> = document.gaps.iter().filter(required).collect();
    let unserved: Option<Arc<str>> = unserved(document, &owed).map(Arc::from);
    let chapters = !owed.is_empty() && owed.iter().all(|gap| document.wants_a_file(gap));
    let chapters = chapters.then(|| "write each in a file of its own".to_owned());
    let fill = || fill(analysis, document, chapter.document.source.path());
    let help = chapters.or_else(fill).map(Arc::<str>::from);
    for gap in &owed {
        let mut finding = missing(chapter, document, gap);
        if let Some(help) = &help {
            finding = finding.help_for_all(Arc::clone(help));
        }
        if let Some(note) = &unserved {
            finding = if owed.len() == 1 {
                finding.note(&**note)
            } else {
                finding.note_for_all(Arc::clone(note))
            };
        }
        findings.push(finding);
    }
}

/// The command that writes all of them; none for a document of several chapters, nor for a file that only an
/// include brings into the book.
fn fill(analysis: &Analysis<'_>, document: &BoundDocument, file: &str) -> Option<String> {
    let src = link::normal(&analysis.book.src);
    let own = !analysis.book.listed || src.is_empty() || file.starts_with(&format!("{src}/"));
    let whole = document.name == file;
    (own && whole)
        .then(|| format!("`mdbook-archdoc fill {file} --write` writes them, each at its place"))
}

/// The headings that may be meant for missing sections, where nothing says for which.
fn unserved(document: &BoundDocument, owed: &[&Gap]) -> Option<String> {
    const MOST: usize = 4;
    let tree = &document.binding.tree;
    let named = |node: &usize| {
        format!("`{}` (line {})", tree.nodes[*node].text, tree.place(*node).start().line)
    };
    let all: Vec<usize> = leftover::unpaired(document, owed);
    let mut shown: Vec<String> = all.iter().take(MOST).map(named).collect();
    if all.len() > MOST {
        shown.push(plural(all.len() - MOST, "more heading", "more headings"));
    }
    let verb = if all.len() == 1 { "serves" } else { "serve" };
    (!all.is_empty()).then(|| {
        let headings = joined(&shown);
        format!("{headings} {verb} no section: if one is meant, give it the section's title or its `{{#id}}`")
    })
}

fn missing(chapter: &Annotated, document: &BoundDocument, gap: &Gap) -> Finding {
    let words = gap.words(document);
    let title = words.trim();
    let tree = &document.binding.tree;
    let (label, help) = to_write(chapter, document, gap);
    let place = gap::place(chapter, document, gap);
    let message = match &document.template().sections[gap.section].repeat {
        Some(thing) => format!("no {} is described", thing.replace('-', " ")),
        None => format!("section `{title}` is missing"),
    };
    let finding = wording::finding(&RULE, document, gap.section, place, message)
        .label(label)
        .note(wording::why(document, gap.section))
        .help(help);
    let meant = leftover::meant(document, gap);
    let any = document.template().sections[gap.section].repeat.as_ref();
    let any = any.map(|thing| format!("any {}", thing.replace('-', " ")));
    let finding =
        finding.entry("sections are missing", any.as_deref().unwrap_or(title), gap.section);
    match meant {
        Some(node) => {
            let line = tree.place(node).start().line;
            finding
                .note(perhaps(document, gap, node))
                .aside(format!("or is it `{}` on line {line}?", tree.nodes[node].text))
        }
        None => finding,
    }
}

/// The message for the place, and what to write there.
fn to_write(chapter: &Annotated, document: &BoundDocument, gap: &Gap) -> (&'static str, String) {
    let tree = &document.binding.tree;
    let heading = gap.heading(document);
    if document.wants_a_file(gap) {
        let help = format!("write it in a file of its own that begins with `{heading}`");
        let label = match gap.anchor {
            Anchor::Top => "its chapter would come before this one",
            Anchor::Inside(_) | Anchor::After(_) => "its chapter would follow this one",
        };
        return (label, help);
    }
    // An included heading lies in another file; the line to write goes below the include.
    match gap.anchor.node() {
        Some(node) if tree.nodes[node].document == 0 => {
            let source = &chapter.document.source;
            let line = source.line(source.text()[..gap.offset].trim_end().len());
            let label = match gap.anchor {
                Anchor::Inside(_) => "it belongs below",
                Anchor::After(_) | Anchor::Top => "it belongs after this section",
            };
            (label, format!("write `{heading}` below line {line}"))
        }
        Some(node) => {
            let title = &tree.nodes[node].text;
            let help = format!("write `{heading}` after the include that brings `{title}`");
            ("asked for here", help)
        }
        None => {
            let help = format!("write `{heading}` at the top of the chapter's text");
            ("asked for here", help)
        }
    }
}

/// The heading that the section may be under.
fn perhaps(document: &BoundDocument, gap: &Gap, node: usize) -> String {
    let tree = &document.binding.tree;
    let place = tree.place(node);
    let words = gap.words(document);
    let title = words.trim();
    let hashes = "#".repeat(usize::from(tree.nodes[node].level));
    let id = &document.template().sections[gap.section].id;
    let file = if tree.nodes[node].document == 0 {
        String::new()
    } else {
        format!("{}: ", place.source.path())
    };
    let line = place.start().line;
    format!(
        "{file}line {line} serves no section: if it is `{title}`, write `{hashes} {title}` or add \
         `{{#{id}}}`"
    )
}
