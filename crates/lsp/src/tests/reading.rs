//! What an editor shows of a text: hover, symbols, lenses, definitions, references.

use serde_json::{Value, json};

use super::harness::Editor;

const QUEUES: &str = "# 1. Use queues\n\n- Status: superseded by [ADR 2](0002-use-streams.md)\n- Date: 2026-01-31\n\n\
                      ## Context\n\nX 😀.\n\n## Decision\n\nY.\n\n## Consequences\n\nZ.\n";
const STREAMS: &str = "# 2. Use streams\n\n- Status: accepted\n- Date: 2026-02-28\n- Supersedes: ADR 1\n\n\
                       ## Context\n\nX.\n\n## Decision\n\nY.\n\n## Consequences\n\nZ.\n";

fn editor() -> Editor {
    let mut editor = Editor::new(&[
        ("book.toml", "[preprocessor.archdoc]\ntemplate-dir = \"templates\"\n"),
        (
            "templates/own.md",
            "---\nversion: 1.2.0\ntitle: Our own\ndescription: For us.\n---\n\
             ## Scope {#scope .required}\n<!-- guide: What it is about. -->\n\n## Risks {#risks .required}\n",
        ),
        (
            "src/SUMMARY.md",
            "- [A](a.md)\n- [One](adr/0001-use-queues.md)\n- [Two](adr/0002-use-streams.md)\n",
        ),
        (
            "src/a.md",
            "# 😀 A\n\n<<#archdoc template=\"own\">>\n\n## Scope\n\nAll; see [it](adr/0002-use-streams.md) and [risks](#b).\n\n### B\n\nMore.\n\n\
             <!-- archdoc: allow dead-path reason=\"x\" -->\n",
        ),
        ("src/adr/0001-use-queues.md", QUEUES),
        ("src/adr/0002-use-streams.md", STREAMS),
    ]);
    for file in ["src/a.md", "src/adr/0001-use-queues.md", "src/adr/0002-use-streams.md"] {
        editor.open(file);
    }
    editor.settle();
    editor
}

/// Asks about the beginning of some words.
fn at(editor: &mut Editor, method: &str, file: &str, words: &str) -> Value {
    let position = editor.place(file, words).start;
    let params = json!({
        "textDocument": {"uri": editor.uri(file)},
        "position": position,
        "context": {"includeDeclaration": false},
    });
    editor.ask(method, params).unwrap()
}

fn hover(editor: &mut Editor, file: &str, words: &str) -> String {
    let answer = at(editor, "textDocument/hover", file, words);
    answer["contents"]["value"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn hover_tells_of_rules_sections_records_and_templates() {
    let mut editor = editor();
    let told = hover(&mut editor, "src/a.md", "dead-path");
    assert!(told.starts_with("# dead-path") || told.contains("dead-path"), "{told}");
    let told = hover(&mut editor, "src/a.md", "Scope");
    assert_eq!(told, "**Scope** (required, `own`): written\n\nWhat it is about.");
    let told = hover(&mut editor, "src/a.md", "[it]");
    assert_eq!(told, "**ADR 2: Use streams**\n\naccepted, 2026-02-28");
    let told = hover(&mut editor, "src/a.md", "\"own\"");
    assert_eq!(told, "**Our own** 1.2.0 (templates/own.md)\n\nFor us.");
    let told = hover(&mut editor, "src/adr/0002-use-streams.md", "ADR 1");
    assert_eq!(told, "**ADR 1: Use queues**\n\nsuperseded, 2026-01-31");
    assert_eq!(hover(&mut editor, "src/a.md", "All;"), "");
}

#[test]
fn definitions_lead_to_records_headings_and_templates() {
    let mut editor = editor();
    let mut leads = |file: &str, words: &str, to: &str, line: u64| {
        let answer = at(&mut editor, "textDocument/definition", file, words);
        assert_eq!(answer["uri"], editor.uri(to).as_str(), "{words}");
        assert_eq!(answer["range"]["start"]["line"], line, "{words}");
    };
    leads("src/a.md", "[it]", "src/adr/0002-use-streams.md", 0);
    leads("src/a.md", "[risks]", "src/a.md", 8);
    leads("src/a.md", "\"own\"", "templates/own.md", 0);
    leads("src/adr/0001-use-queues.md", "[ADR 2]", "src/adr/0002-use-streams.md", 0);
    leads("src/adr/0002-use-streams.md", "ADR 1", "src/adr/0001-use-queues.md", 0);
    assert_eq!(at(&mut editor, "textDocument/definition", "src/a.md", "All;"), Value::Null);
}

#[test]
fn references_come_from_links_relations_and_directives() {
    let mut editor = editor();
    let mut referring = |file: &str, words: &str| -> Vec<(String, u64)> {
        let answer = at(&mut editor, "textDocument/references", file, words);
        let places = answer.as_array().cloned().unwrap_or_default();
        let place = |place: &Value| {
            let uri = place["uri"].as_str().unwrap();
            let name = uri.rsplit('/').next().unwrap().to_owned();
            (name, place["range"]["start"]["line"].as_u64().unwrap())
        };
        places.iter().map(place).collect()
    };
    let streams = [("a.md".to_owned(), 6), ("0001-use-queues.md".to_owned(), 2)];
    assert_eq!(referring("src/adr/0002-use-streams.md", "# 2."), streams);
    assert_eq!(referring("src/a.md", "[it]"), streams);
    assert_eq!(referring("src/a.md", "### B"), [("a.md".to_owned(), 6)]);
    assert_eq!(referring("src/a.md", "\"own\""), [("a.md".to_owned(), 2)]);
}

#[test]
fn symbols_have_states_also_while_somebody_types() {
    let mut editor = editor();
    editor.replace("src/a.md", "# 😀 A\n\n", "# 😀 A\n\nNew text.\n\n");
    let params = json!({"textDocument": {"uri": editor.uri("src/a.md")}});
    let symbols = editor.ask("textDocument/documentSymbol", params.clone()).unwrap();
    let title = &symbols[0];
    assert_eq!(title["name"], "😀 A");
    let scope = &title["children"][0];
    assert_eq!((&scope["name"], &scope["detail"]), (&json!("Scope"), &json!("written")));
    assert_eq!(scope["selectionRange"]["start"]["line"], 6);
    assert_eq!(scope["children"][0]["name"], "B");

    let lenses = editor.ask("textDocument/codeLens", params).unwrap();
    assert_eq!(lenses[0]["command"]["title"], "1 of 2 sections written");
    assert_eq!(lenses[0]["range"]["start"]["line"], 4);
}
