//! How a session begins and ends, and what is refused.

use serde_json::{Value, json};

use super::harness::Editor;
use crate::Ending;

const NOT_INITIALISED: i32 = -32002;
const INVALID_REQUEST: i32 = -32600;
const METHOD_NOT_FOUND: i32 = -32601;
const INVALID_PARAMS: i32 = -32602;

#[test]
fn a_session_is_initialised_first_and_shut_down_last() {
    let mut editor = Editor::silent(&[]);
    editor.tell("textDocument/didOpen", json!({}));
    assert_eq!(editor.ask("textDocument/hover", json!({})), Err(NOT_INITIALISED));
    assert_eq!(editor.ask("initialize", json!(7)), Err(INVALID_PARAMS));
    let answer = editor.ask("initialize", json!({"capabilities": {}})).unwrap();
    assert_eq!(answer["capabilities"]["positionEncoding"], "utf-16");
    assert_eq!(answer["serverInfo"]["name"], "mdbook-archdoc");
    assert_eq!(editor.ask("shutdown", Value::Null), Ok(Value::Null));
    assert_eq!(editor.ask("textDocument/hover", json!({})), Err(INVALID_REQUEST));
    editor.tell("exit", Value::Null);
    assert_eq!(editor.ended(), Ending::Orderly);
}

#[test]
fn whoever_leaves_without_shutdown_leaves_abruptly() {
    let early = Editor::silent(&[]);
    early.tell("exit", Value::Null);
    assert_eq!(early.ended(), Ending::Abrupt);
    let late = Editor::new(&[]);
    late.tell("exit", Value::Null);
    assert_eq!(late.ended(), Ending::Abrupt);
    assert_eq!(Editor::new(&[]).leave(), Ending::Abrupt);
}

#[test]
fn what_nobody_knows_is_refused_and_what_cannot_be_read_too() {
    let mut editor = Editor::new(&[("src/SUMMARY.md", "- [A](a.md)\n"), ("src/a.md", "# A\n")]);
    assert_eq!(editor.ask("textDocument/declaration", json!({})), Err(METHOD_NOT_FOUND));
    assert_eq!(editor.ask("textDocument/codeAction", json!({"x": 1})), Err(INVALID_PARAMS));
    assert_eq!(editor.ask("textDocument/codeAction", Value::Null), Err(INVALID_PARAMS));
    for method in ["textDocument/didOpen", "textDocument/didChange", "$/cancelRequest", "nothing"] {
        editor.tell(method, json!({"textDocument": 1}));
        editor.tell(method, json!([1, 2]));
    }
    let unknown = json!({
        "textDocument": {"uri": "file:///nowhere/a.md"},
        "range": {"start": {"line": 9, "character": 9}, "end": {"line": 0, "character": 0}},
        "context": {"diagnostics": []},
    });
    assert_eq!(editor.ask("textDocument/codeAction", unknown), Ok(Value::Null));
    let untitled = json!({"uri": "untitled:1", "languageId": "markdown", "version": 1, "text": ""});
    editor.tell("textDocument/didOpen", json!({"textDocument": untitled}));
    editor.settle();
}
