//! Whether a file that is called a template has the form of a record, and is to be copied.

use std::collections::HashSet;
use std::sync::Arc;

use text::markdown::Document;
use text::markdown::block::BlockKind;
use text::markdown::outline::Section;
use text::source::Source;

use words::date::{self, Reading};

use super::status_of;
use crate::adr::format::Part;
use crate::adr::label::LabelKind;
use crate::adr::labelled;
use crate::adr::name;
use crate::adr::record::Record;
use crate::adr::status::{OwnWords, Status};
use crate::adr::unwritten;

/// Whether a template is one beside these records: it states something of a record, has one of its parts or of the headings
/// that they have, and is no decision itself that tells how records are written. Beside none, any is.
pub fn is_form(template: &Arc<Source>, records: &[Record], own: &OwnWords) -> bool {
    if records.is_empty() {
        return true;
    }
    let document = Document::parse(template);
    has_a_part(&document, records) && !is_decided(template, &document, own)
}

/// A page of rules for records has headings of its own: `## Naming`, `## What belongs in a record`.
fn has_a_part(document: &Document, records: &[Record]) -> bool {
    const FEWEST: usize = 2;
    let sections = &document.outline.sections;
    if sections.len() < FEWEST {
        return true;
    }
    let own = records.iter().flat_map(|record| &record.sections);
    let own: HashSet<String> = own.map(|section| section.title.to_lowercase()).collect();
    let is_known = |title: &str| Part::is(title) || own.contains(&title.to_lowercase());
    sections.iter().any(|section| is_known(&title(document, section)))
        || !labelled::all(document, 0..sections.len()).is_empty()
}

/// Whether it was decided, and nothing in it is left to be written: no section, and no place for a value. What tells in
/// sentences how a record is written reads the same, with the status that all records of a team begin with; a decision
/// has its number or its day as well.
fn is_decided(template: &Arc<Source>, document: &Document, own: &OwnWords) -> bool {
    const FEWEST: usize = 3;
    let decided =
        || matches!(status_of(template, own), Some(Status::Accepted | Status::Implemented));
    let is_part = |section: &&Section| Part::is(&title(document, section));
    let parts: Vec<&Section> = document.outline.sections.iter().filter(is_part).collect();
    let is_written = |section: &&Section| {
        let nested = document.outline.sections.iter();
        let nested = nested.filter(|one| {
            section.heading.start <= one.heading.start && one.heading.start < section.end
        });
        let blocks = nested.flat_map(|one| &document.blocks[one.body.clone()]);
        unwritten::of(blocks, &document.source).is_none()
    };
    parts.len() >= FEWEST
        && !has_a_place(document)
        && parts.iter().all(is_written)
        && (is_numbered(document) || is_dated(document))
        && decided()
}

/// Whether its first heading begins with a number: `ADR-0: Template`.
fn is_numbered(document: &Document) -> bool {
    let Some(first) = document.outline.sections.first() else { return false };
    let title = title(document, first);
    let ends = [": ", ". ", " - ", " – ", " — "].iter().filter_map(|sign| title.find(sign));
    ends.min().is_some_and(|end| {
        let id = name::from_reference(&title[..end]);
        id.is_some_and(|id| id.number().is_some())
    })
}

/// Whether it states a day, behind a label for one or beside its status.
fn is_dated(document: &Document) -> bool {
    let stated = labelled::all(document, 0..document.outline.sections.len());
    let days = stated.iter().filter(|one| matches!(one.key, LabelKind::Date | LabelKind::Status));
    let has_day = |text: &str| date::find(text).iter().any(|found| found.reading.exact().is_some());
    days.flat_map(|one| &one.lines).any(|line| has_day(&line.plain()))
}

/// Whether a template has a place for a value, `[short title]`, `{name}`, `<name>`, `YYYY-MM-DD`, or asks a question in a
/// paragraph.
fn has_a_place(document: &Document) -> bool {
    let text = document.source.text();
    let body = &text[document.front_matter.as_ref().map_or(0, |front| front.span.end)..];
    let signs = ['{', '<'];
    let brackets = body.match_indices('[').any(|(at, _)| {
        let inside = body[at..].split(']').next().unwrap_or_default();
        !body[at + inside.len()..].starts_with("](")
    });
    let asks = document.blocks.iter().any(|block| match &block.kind {
        BlockKind::Paragraph(text) => text.plain().trim_end().ends_with('?'),
        _ => false,
    });
    let masked = || date::find(body).iter().any(|found| found.reading == Reading::Placeholder);
    brackets || asks || body.contains(signs) || masked()
}

fn title(document: &Document, section: &Section) -> String {
    let heading = document.blocks[section.block].heading();
    heading.map(|heading| heading.text.plain()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adr::sample;

    fn is_copied(template: &str) -> bool {
        let text = "# 1. A\n\n## Status\n\nAccepted\n\n## Why\n\nA.\n\n## Decision\n\nB.\n";
        let records = [sample::record("0001-a.md", text)];
        is_form(&Source::new("template.md", template), &records, &OwnWords::new())
    }

    #[test]
    fn rules_for_records_are_no_form_of_one() {
        let rules = "# ADR template\n\nThe only rules.\n\n## Naming\n\n`NNNN-title.md`\n\n## Who may change it\n\nAll.\n";
        assert!(!is_copied(rules));
        assert!(
            is_form(&Source::new("t.md", rules), &[], &OwnWords::new()),
            "nothing else shows one"
        );
        for form in [
            "# [Title]\n\n## Why\n\nTell it.\n\n## What\n\nTell it.\n",
            "# [Title]\n\nStatus: Proposed\n\nTell it.\n",
            "# Title\n\n## Context\n\nTell it.\n",
            "Copy an older one.\n",
        ] {
            assert!(is_copied(form), "{form}");
        }
    }

    #[test]
    fn a_decision_on_the_template_is_not_copied_with_its_words() {
        let decided = "# ADR-0: Template for records\n\n## Status\n\nAccepted\n\n## Context\n\nWe forget why.\n\n\
                       ## Decision\n\nWe write it down.\n\n## Consequences\n\n### Good\n\n- We know.\n";
        assert!(!is_copied(decided));
        for (old, new) in [
            ("We forget why.", "[Why?]"),
            ("We forget why.", "What is the issue?"),
            ("We forget why.", ""),
            ("We forget why.", "<!-- Why. -->"),
            ("We forget why.", "Since {date}."),
            ("Accepted", "Proposed"),
            ("Accepted", "Proposed | Accepted"),
            ("Accepted", "Accepted\n\nDate: YYYY-MM-DD"),
        ] {
            let open = decided.replacen(old, new, 1);
            assert!(is_copied(&open), "{open}");
        }
    }

    #[test]
    fn hints_in_sentences_below_the_first_status_of_all_records_are_a_form() {
        let form = "# Title\n\n## Status\n\nAccepted\n\n## Context\n\nDescribe the forces at play here.\n\n\
                    ## Decision\n\nState what we do.\n\n## Consequences\n\nSay what becomes easier.\n";
        assert!(is_copied(form));
        let german = form
            .replace("Accepted", "Angenommen")
            .replace("Context", "Kontext")
            .replace("Describe the forces at play here.", "Hier beschreiben wir die Ausgangslage.");
        assert!(is_copied(&german));
        for (old, new) in [
            ("# Title", "# 0. The form of records"),
            ("Accepted", "Accepted (2024-03-05)"),
            ("Accepted\n", "Accepted\n\nDate: 5 March 2024\n"),
        ] {
            let decided = form.replacen(old, new, 1);
            assert!(!is_copied(&decided), "{decided}");
        }
    }
}
