//! Large texts are answered as small ones are: what is asked for thousands of places once took minutes.

use std::fmt::Write as _;

use serde_json::json;

use super::harness::Editor;

const SUMMARY: (&str, &str) = ("src/SUMMARY.md", "- [A](a.md)\n- [B](b.md)\n");

#[test]
fn thousands_of_findings_in_a_line() {
    let line = "😀 <<#archdoc adr-index>> ".repeat(10_000);
    let files = [SUMMARY, ("src/a.md", &*line), ("src/b.md", "# B\n")];
    let mut editor = Editor::new(&files);
    assert_eq!(editor.diagnostics("src/a.md").len(), 10_000);
    editor.open("src/a.md");
    editor.settle();
    let last = editor.diagnostics("src/a.md").last().unwrap().range;
    assert!(!editor.actions_in("src/a.md", last).is_empty());
    assert!(!editor.actions("src/a.md", &line).is_empty());
}

#[test]
fn thousands_of_findings_with_mends_in_a_paragraph() {
    let lines = "<<#archdoc adr-index colums=\"id\">>\n".repeat(4_000);
    let files = [SUMMARY, ("src/a.md", &*lines), ("src/b.md", "# B\n")];
    let mut editor = Editor::new(&files);
    let found = editor.diagnostics("src/a.md").len();
    assert!(found >= 4_000, "{found}");
    editor.open("src/a.md");
    editor.replace("src/a.md", "adr-index", " adr-index");
    let mends = editor.actions("src/a.md", &lines[40..]);
    assert!(mends.len() >= 3_000, "{}", mends.len());
}

#[test]
fn thousands_of_links_to_thousands_of_headings() {
    let (mut headings, mut links) = ("# B\n\n".to_owned(), String::new());
    for at in 0..5_000 {
        let _infallible = writeln!(headings, "## Part {at}\n");
        let _infallible = writeln!(links, "[{at}](b.md#part-{at}) and [it](b.md#part-7)");
    }
    let files = [SUMMARY, ("src/a.md", &*links), ("src/b.md", &*headings)];
    let mut editor = Editor::new(&files);
    editor.open("src/b.md");
    editor.settle();
    let position = editor.place("src/b.md", "Part 7\n").start;
    let params = json!({
        "textDocument": {"uri": editor.uri("src/b.md")}, "position": position,
        "context": {"includeDeclaration": false},
    });
    let answer = editor.ask("textDocument/references", params).unwrap();
    assert_eq!(answer.as_array().map(Vec::len), Some(5_001));
    let params = json!({"textDocument": {"uri": editor.uri("src/b.md")}});
    let symbols = editor.ask("textDocument/documentSymbol", params).unwrap();
    assert_eq!(symbols[0]["children"].as_array().map(Vec::len), Some(5_000));
}
