//! What holds for every chapter: the author's bytes stay, nothing panics, places are real; and what
//! holds for every built-in template.

#[path = "../support/undone.rs"]
mod undone;

use std::fmt::Write as _;

use judge::level_settings::LevelSettings;
use judge::pipeline;
use proptest::prelude::*;
use readers::analysis::Analysis;
use readers::book::{Book, Chapter, Output};
use readers::settings::Settings;
use readers::template::{Need, Template, builtin};
use show::expand::expand;
use undone::undone;

fn book(text: &str) -> Book<'static> {
    let chapter = Chapter::new("Chapter", "src", "a.md", text.to_owned());
    let output = Output::Rendered { renderer: "html".to_owned(), helpers: Vec::new() };
    Book::new("/nowhere".into(), "src".to_owned(), vec![chapter]).for_output(output)
}

/// Pieces that chapters are made of, the odd ones included.
fn markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("<<#archdoc template=\"formal\" project=\"A >> B\">>\n".to_owned()),
        Just("<<#archdoc template=\"arc42\" missing=\"note\">>\n".to_owned()),
        Just("<<#archdoc adr-index>>\n---\n".to_owned()),
        Just("<<#archdoc change-log>>\n".to_owned()),
        Just("<<#archdoc template=\"formal\n".to_owned()),
        Just("---\nstatus: draft\n---\n".to_owned()),
        Just("# Ünïcode 🏗️ Title\n".to_owned()),
        Just("## 5. Security Architecture ##\n".to_owned()),
        Just("##Glossary\n".to_owned()),
        Just("Introduction\n===\n".to_owned()),
        Just("**Purpose:**\n".to_owned()),
        Just("> quote\n> - list\n".to_owned()),
        Just("```\n# code\n".to_owned()),
        Just("<!-- comment\n".to_owned()),
        Just("| Version | Date |\n|---|---|\n| 1.0 | 2024-13-45 |\n".to_owned()),
        Just("{{#include a.md}}\n".to_owned()),
        Just("- **Status:** Draft/Final\r\n".to_owned()),
        "\\PC{0,40}\n",
        Just("\n".to_owned()),
        Just("\r\n\r\n".to_owned()),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn the_authors_bytes_stay(text in markdown()) {
        let settings = Settings::default();
        let first = book(&text);
        let analysis = Analysis::new(&first, &settings);
        let text = first.chapters[0].source().text();
        for chapter in expand(&analysis) {
            let output = chapter.edits.apply(text);
            prop_assert_eq!(undone(&output, text, &chapter.edits), text);
            // A second template directive stays as text, and would be the first in the output.
            let annotated = analysis.annotated.iter();
            if annotated.flat_map(|chapter| &chapter.scan.mistakes).next().is_some() {
                continue;
            }
            let second = book(&output);
            let again = expand(&Analysis::new(&second, &settings));
            let bound = again.iter().any(|chapter| !chapter.edits.is_empty());
            prop_assert!(!bound, "expanding twice is expanding once:\n{}", output);
        }
        for finding in pipeline::judge(&analysis, &LevelSettings::default(), None).findings {
            let source = &finding.place.source;
            prop_assert!(source.text().get(finding.place.span.range()).is_some());
        }
    }
}

/// A chapter of the template's headings, each with a text below.
fn filled(template: &Template, body: impl Fn(usize) -> String) -> String {
    let mut text = format!("<<#archdoc template=\"{}\">>\n\n", template.name);
    for (index, section) in template.sections.iter().enumerate() {
        let hashes = "#".repeat(usize::from(section.level));
        let _infallible = write!(text, "{hashes} {}\n\n{}\n\n", section.heading, body(index));
    }
    text
}

fn states(text: &str) -> Vec<(String, &'static str)> {
    let book = book(text);
    let settings = Settings::default();
    let analysis = Analysis::new(&book, &settings);
    let coverage = analysis.coverage();
    coverage[0].sections.iter().map(|section| (section.id.clone(), section.state.name())).collect()
}

#[test]
fn a_template_copied_as_a_chapter_is_unwritten() {
    for name in builtin::names() {
        let template = builtin::find(name).unwrap();
        let text = filled(&template, |index| template.sections[index].sample.clone());
        for (id, state) in states(&text) {
            let section = template.sections.iter().find(|section| section.id == id).unwrap();
            if section.keep || section.need == Need::Container || section.level == 1 {
                continue;
            }
            assert!(matches!(state, "untouched" | "empty"), "{name}: {id} is {state}");
        }
    }
}

#[test]
fn own_words_under_a_templates_headings_are_written() {
    for name in builtin::names() {
        let template = builtin::find(name).unwrap();
        let text = filled(&template, |index| format!("Our own words on subject {index}."));
        for (id, state) in states(&text) {
            assert!(state == "written" || id == "doc-title", "{name}: {id} is {state}");
        }
    }
}
