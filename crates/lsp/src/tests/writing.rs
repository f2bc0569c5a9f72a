//! What an editor offers to write.

use serde_json::{Value, json};

use super::harness::Editor;

const ONE: &str = "# 1. Use queues\n\n- Status: Accepted\n- Date: 2026-01-31\n\n\
                   ## Context\n\nX.\n\n## Decision\n\nY.\n\n## Consequences\n\nZ.\n";

fn editor() -> Editor {
    let mut editor = Editor::new(&[
        ("book.toml", "[preprocessor.archdoc]\ntemplate-dir = \"templates\"\n"),
        (
            "templates/own.md",
            "---\nversion: 1.2.0\ntitle: Our own\nparams:\n  project: { default: \"x\" }\n---\n\
             ## Scope {#scope .required}\n<!-- guide: What it is about. -->\n\n## Risks {#risks .required}\n",
        ),
        (
            "src/SUMMARY.md",
            "- [A](a.md)\n- [One](adr/0001-use-queues.md)\n- [Two](adr/0002-use-streams.md)\n",
        ),
        ("src/a.md", "# A\n\n<<#archdoc template=\"own\">>\n\n## Scope\n\nAll.\n\nEND\n"),
        ("src/adr/0001-use-queues.md", ONE),
        ("src/adr/0002-use-streams.md", &ONE.replace("1. Use queues", "2. Use streams")),
    ]);
    editor.open("src/a.md");
    editor.open("src/adr/0001-use-queues.md");
    editor.settle();
    editor
}

/// What is offered behind some words that are typed in place of others; the text with the first choice.
fn offered(editor: &mut Editor, file: &str, old: &str, typed: &str) -> Vec<(String, String)> {
    editor.replace(file, old, typed);
    let position = editor.place(file, typed).end;
    let params = json!({"textDocument": {"uri": editor.uri(file)}, "position": position});
    let answer = editor.ask("textDocument/completion", params).unwrap();
    editor.replace(file, typed, old);
    let items = answer.as_array().cloned().unwrap_or_default();
    let words = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    items.iter().map(|item| (words(&item["label"]), words(&item["textEdit"]["newText"]))).collect()
}

fn labels(offered: &[(String, String)]) -> Vec<&str> {
    offered.iter().map(|(label, _)| label.as_str()).collect()
}

#[test]
fn directives_are_written_with_their_arguments_and_values() {
    let mut editor = editor();
    let mut at = |typed: &str| offered(&mut editor, "src/a.md", "END", typed);
    let kinds = at("<<#archdoc ");
    assert!(labels(&kinds).contains(&"adr-index") && !labels(&kinds).contains(&"allow"));
    assert_eq!(at("<<#archdoc temp")[0].1, "template=");
    let templates = at("<<#archdoc template=\"");
    assert!(labels(&templates).contains(&"own") && labels(&templates).contains(&"arc42"));
    assert_eq!(at("<<#archdoc template=\"own\" ")[0], ("project".into(), "project=".into()));
    let keys = at("<<#archdoc adr-index limit=3 ");
    assert!(labels(&keys).contains(&"columns") && !labels(&keys).contains(&"limit"));
    let columns = at("<<#archdoc adr-index columns=\"id, ");
    assert!(labels(&columns).contains(&"title") && !labels(&columns).contains(&"id"));
    assert_eq!(at("<<#archdoc adr-graph format=")[0].1, "\"svg\"");
    assert_eq!(at("<<#archdoc change-log limit="), []);
    assert_eq!(at("<<#archdoc adr-index>> "), []);
    assert!(labels(&at("<!-- archdoc: ")).contains(&"allow"));
    assert_eq!(at("nothing of ours "), []);
}

#[test]
fn missing_sections_are_written_at_a_heading() {
    let mut editor = editor();
    let found = offered(&mut editor, "src/a.md", "END", "## Ri");
    assert_eq!(found, [("Risks".to_owned(), "## Risks".to_owned())]);
    assert_eq!(offered(&mut editor, "src/a.md", "END", "#tag"), []);
}

#[test]
fn records_are_named_behind_relations_and_in_links() {
    let mut editor = editor();
    let file = "src/adr/0001-use-queues.md";
    let found = offered(&mut editor, file, "Accepted", "Superseded by ");
    let link = "[ADR 2](0002-use-streams.md)";
    assert_eq!(found, [("ADR 2: Use streams".to_owned(), link.to_owned())]);
    let found = offered(&mut editor, "src/a.md", "END", "see [it](");
    assert_eq!(found[0].1, "adr/0001-use-queues.md");
    assert_eq!(found.len(), 2);
    assert_eq!(offered(&mut editor, "src/a.md", "END", "see [it](https://"), []);
}

#[test]
fn statuses_are_those_of_the_records() {
    let mut editor = editor();
    let found = offered(&mut editor, "src/adr/0001-use-queues.md", "Accepted", "A");
    assert!(
        labels(&found).contains(&"Accepted") && labels(&found).contains(&"Proposed"),
        "{found:?}"
    );
    let found = offered(
        &mut editor,
        "src/adr/0001-use-queues.md",
        "- Status: Accepted",
        "## Status\n\nPro",
    );
    assert!(labels(&found).contains(&"Proposed"));
    assert_eq!(offered(&mut editor, "src/a.md", "END", "Status: "), []);
}

#[test]
fn rules_and_sections_are_named_in_comments() {
    let mut editor = editor();
    let mut at = |typed: &str| offered(&mut editor, "src/a.md", "END", typed);
    let rules = at("<!-- archdoc: allow dead-path, ");
    // What is found in the file comes first.
    assert_eq!(rules[0].0, "missing-section");
    assert!(labels(&rules).contains(&"placeholder-text"));
    let sections = at("<!-- archdoc: allow missing-section(");
    assert_eq!(labels(&sections), ["scope", "risks"]);
    assert_eq!(at("<!-- archdoc: allow dead-path reason=\""), []);
}
