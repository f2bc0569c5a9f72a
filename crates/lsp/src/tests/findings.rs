//! What is found while somebody types, and what is offered about it.

use std::fs;

use super::harness::Editor;
use crate::position::Encoding;

const SUMMARY: (&str, &str) = ("src/SUMMARY.md", "- [Atlas](atlas.md)\n- [Log](log.md)\n");

const ATLAS: (&str, &str) = (
    "src/atlas.md",
    "# Atlas 😀\n\n<<#archdoc template=\"arc42\">>\n\n## Introduction and Goals\n\nTo find parcels that are lost.\n\nTODO\n",
);

const LOG: (&str, &str) = ("src/log.md", "# Log\n\nText.\n");

fn book() -> [(&'static str, &'static str); 4] {
    [("book.toml", "[book]\ntitle = \"x\"\n[preprocessor.archdoc]\n"), SUMMARY, ATLAS, LOG]
}

#[test]
fn open_and_closed_files_are_looked_at_and_unsaved_text_counts() {
    for encoding in [Encoding::Utf8, Encoding::Utf16] {
        let mut editor = Editor::with_encoding(&book(), encoding);
        let rules = editor.rules("src/atlas.md");
        assert!(rules.contains(&"missing-section".to_owned()), "{rules:?}");
        assert!(rules.contains(&"placeholder-text".to_owned()), "{rules:?}");
        assert_eq!(editor.rules("src/log.md"), [""; 0]);

        let before = editor.published;
        editor.open("src/atlas.md");
        editor.open("src/log.md");
        editor.settle();
        assert_eq!(editor.published, before, "nothing differs");

        editor.replace("src/log.md", "Text.", "😀 <<#archdoc template=\"arc43\">>\n");
        editor.settle();
        editor.replace("src/log.md", "😀 ", "\n");
        editor.settle();
        let found = editor.found("src/log.md");
        let expected = ("unknown-template".to_owned(), "\"arc43\"".to_owned());
        assert!(found.contains(&expected), "{found:?}");
        assert_eq!(editor.published, before + 2, "only what differs");

        editor.close("src/log.md");
        editor.settle();
        assert_eq!(editor.rules("src/log.md"), [""; 0]);
    }
}

#[test]
fn settings_and_the_summary_count_unsaved_too() {
    let mut editor = Editor::new(&book());
    editor.open("book.toml");
    editor.replace("book.toml", "[preprocessor.archdoc]\n", "[preprocessor.archdoc]\nmising = 1\n");
    editor.settle();
    assert_eq!(editor.found("book.toml")[0].0, "unknown-config");
    editor.replace("book.toml", "mising = 1", "missing = 1");
    editor.settle();
    let message = &editor.diagnostics("book.toml")[0].message;
    assert!(message.contains("`preprocessor.archdoc.missing`"), "{message}");
    assert!(!editor.rules("src/atlas.md").is_empty(), "what was found before stays");
    editor.replace("book.toml", "missing = 1", "rules = { sections = \"allow\" }");
    editor.settle();
    assert!(editor.diagnostics("book.toml").is_empty());
    assert!(!editor.rules("src/atlas.md").contains(&"missing-section".to_owned()));

    editor.open("src/SUMMARY.md");
    editor.replace("src/SUMMARY.md", "log.md", "lgo.md");
    editor.settle();
    let told = editor.diagnostics("src/SUMMARY.md").len() + editor.diagnostics("src/lgo.md").len();
    assert_eq!(told, 1, "a chapter without a file");
}

#[test]
fn own_templates_count_unsaved_too() {
    let mut editor = Editor::new(&[
        ("book.toml", "[preprocessor.archdoc]\ntemplate-dir = \"templates\"\n"),
        ("templates/own.md", "---\nversion: 1.0.0\n---\n## Scope {#scope .required}\n"),
        ("src/SUMMARY.md", "- [A](a.md)\n"),
        ("src/a.md", "<<#archdoc template=\"own\">>\n\n# A\n\n## Scope\n\nAll of it.\n"),
    ]);
    assert_eq!(editor.rules("src/a.md"), [""; 0]);
    editor.open("templates/own.md");
    editor.replace("templates/own.md", "## Scope", "## Risks {#risks .required}\n\n## Scope");
    editor.settle();
    assert_eq!(editor.rules("src/a.md"), ["missing-section"]);
}

#[test]
fn a_finding_is_mended_where_it_says_how() {
    let mut editor = Editor::new(&book());
    editor.open_as("src/log.md", "# Log\n\n<<#archdoc template=\"arc43\">>\n");
    editor.settle();
    let actions = editor.actions("src/log.md", "arc43");
    assert_eq!(actions[0].is_preferred, Some(true));
    assert_eq!(actions[0].diagnostics.as_ref().unwrap().len(), 1);
    editor.apply(&actions, "Mend: ");
    assert!(editor.text("src/log.md").contains("arc42"));
    assert!(!editor.rules("src/log.md").contains(&"unknown-template".to_owned()));
}

#[test]
fn nothing_is_offered_for_words_that_were_written_over() {
    let mut editor = Editor::new(&book());
    editor.open_as("src/log.md", "# Log\n\n<<#archdoc template=\"arc43\">>\n");
    editor.settle();
    editor.replace("src/log.md", "arc43", "arc44");
    let offered = editor.actions("src/log.md", "arc44");
    let mends = offered.iter().filter(|action| action.title.starts_with("Mend")).count();
    // Either nothing, or what was found in the text as it is now.
    for action in offered {
        let edit = serde_json::to_string(&action.edit).unwrap();
        assert!(mends == 0 || edit.contains("arc42") || edit.contains("allow"), "{edit}");
    }
    editor.settle();
}

#[test]
fn a_missing_section_is_written_as_fill_writes_it() {
    let mut editor = Editor::new(&book());
    editor.open("src/atlas.md");
    let actions = editor.actions("src/atlas.md", "## Introduction and Goals");
    let before =
        editor.rules("src/atlas.md").iter().filter(|one| *one == "missing-section").count();
    editor.apply(&actions, "Add the missing section `Architecture Constraints` here");
    assert!(editor.text("src/atlas.md").contains("\n\n## Architecture Constraints\n\n<!-- guide:"));
    let after = editor.rules("src/atlas.md").iter().filter(|one| *one == "missing-section").count();
    assert!(after < before, "{before} -> {after}");
    let actions = editor.actions("src/atlas.md", "## Architecture Constraints");
    editor.apply(&actions, "Add all ");
    assert!(!editor.rules("src/atlas.md").contains(&"missing-section".to_owned()));
}

#[test]
fn a_finding_is_allowed_once_its_reason_is_written() {
    let mut editor = Editor::new(&book());
    editor.open("src/atlas.md");
    let actions = editor.actions("src/atlas.md", "TODO");
    editor.apply(&actions, "Allow `placeholder-text");
    let rules = editor.rules("src/atlas.md");
    assert!(rules.contains(&"malformed-suppression".to_owned()), "{rules:?}");
    editor.replace("src/atlas.md", "reason=\"\"", "reason=\"it comes with the release\"");
    editor.settle();
    let rules = editor.rules("src/atlas.md");
    assert!(!rules.contains(&"placeholder-text".to_owned()), "{rules:?}");
    assert!(!rules.iter().any(|rule| rule.contains("suppression")), "{rules:?}");

    let sections = |editor: &Editor| {
        editor.rules("src/atlas.md").iter().filter(|one| *one == "missing-section").count()
    };
    let before = sections(&editor);
    let actions = editor.actions("src/atlas.md", "## Introduction and Goals");
    editor.apply(&actions, "Allow `missing-section(");
    editor.replace("src/atlas.md", "reason=\"\"", "reason=\"there is none\"");
    editor.settle();
    assert!(sections(&editor) < before && sections(&editor) > 0, "one of them, not all");
}

#[test]
fn a_plain_tree_is_looked_at_beside_its_books() {
    let record = "# ADR 1: Use queues\n\nStatus: acepted\n\n## Context\n\nX.\n\n## Decision\n\nY.\n\n## Consequences\n\nZ.\n";
    let mut editor = Editor::new(&[
        (".git/HEAD", "ref: refs/heads/main\n"),
        ("docs/adr/0001-use-queues.md", record),
        ("guide/book.toml", "[preprocessor.archdoc]\n"),
        ("guide/src/SUMMARY.md", "- [A](a.md)\n"),
        ("guide/src/a.md", "# A\n\n<<#archdoc template=\"arc43\">>\n"),
    ]);
    assert!(editor.rules("docs/adr/0001-use-queues.md").contains(&"adr-unknown-status".to_owned()));
    assert_eq!(editor.rules("guide/src/a.md"), ["unknown-template"]);
    editor.open("docs/adr/0001-use-queues.md");
    editor.replace("docs/adr/0001-use-queues.md", "acepted", "accepted");
    editor.settle();
    let rules = editor.rules("docs/adr/0001-use-queues.md");
    assert!(!rules.contains(&"adr-unknown-status".to_owned()), "{rules:?}");
    fs::write(editor.path("docs/adr/0002-b.md"), record.replace("ADR 1", "ADR 2")).unwrap();
    editor.tell("workspace/didChangeWatchedFiles", serde_json::json!({"changes": []}));
    editor.settle();
    assert!(!editor.rules("docs/adr/0002-b.md").is_empty());
}
