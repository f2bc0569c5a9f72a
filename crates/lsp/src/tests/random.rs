//! Sessions of many edits, the same in every run: nothing that is typed or asked ends the server, and what it
//! says in the end is what it says of the same texts when they are saved.

use std::fs;

use lsp_types::{Position, Range};
use serde_json::{Value, json};

use super::harness::Editor;
use crate::position::Encoding;

const FILES: [(&str, &str); 8] = [
    ("book.toml", "[preprocessor.archdoc]\ntemplate-dir = \"templates\"\n"),
    (
        "templates/own.md",
        "---\nversion: 1.0.0\n---\n## Scope {#scope .required}\n\n## Risks {#risks .required}\n",
    ),
    (
        "src/SUMMARY.md",
        "- [A](a.md)\n- [B](b.md)\n- [C](c.md)\n- [One](adr/0001-one.md)\n- [Two](adr/0002-two.md)\n",
    ),
    (
        "src/a.md",
        "# A 😀\n\n<<#archdoc template=\"arc42\">>\n\n## Introduction and Goals\n\nText.\n",
    ),
    ("src/b.md", "<<#archdoc template=\"own\">>\r\n\r\n# B\r\n\r\n## Scope\r\n\r\nTODO é\r\n"),
    ("src/c.md", "# C\n\n<<#archdoc adr-index>>\n\n{{#include b.md}}\n"),
    (
        "src/adr/0001-one.md",
        "# 1. One\n\n- Status: superseded by [2](0002-two.md)\n- Date: 2026-01-31\n\n## Context\n\nX.\n",
    ),
    (
        "src/adr/0002-two.md",
        "---\nstatus: accepted\ndate: 2026-02-28\n---\n# Two\n\n## Context\n\nX.\n",
    ),
];

const PIECES: [&str; 28] = [
    "",
    "",
    "a",
    "\n",
    "\r\n",
    "\r",
    "# ",
    "\n## Risks\n",
    "😀",
    "e\u{301}",
    "\t",
    "<<#archdoc ",
    ">>",
    "template=\"own\"",
    "<!-- archdoc: allow missing-section reason=\"x\" -->",
    "<!-- archdoc: ",
    "-->",
    "[x](0002-two.md)",
    "](",
    "Status: ",
    "superseded by ADR 2",
    "```\n",
    "| a | b |\n|---|---|\n",
    "---\n",
    "TODO",
    "{{#include a.md}}",
    "\u{feff}",
    "\0",
];

const METHODS: [&str; 7] = [
    "textDocument/hover",
    "textDocument/definition",
    "textDocument/references",
    "textDocument/documentSymbol",
    "textDocument/codeLens",
    "textDocument/codeAction",
    "textDocument/completion",
];

/// xorshift64: numbers that are the same everywhere.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }

    fn of<'t, T: ?Sized>(&mut self, all: &[&'t T]) -> &'t T {
        all[self.below(all.len())]
    }

    /// Mostly in a text of some lines, sometimes far beyond it.
    fn position(&mut self) -> Position {
        let far = self.below(20) == 0;
        let number = |at: usize| u32::try_from(at).unwrap();
        let (line, column) = (self.below(12), self.below(30));
        if far {
            Position::new(u32::MAX, u32::MAX)
        } else {
            Position::new(number(line), number(column))
        }
    }

    fn range(&mut self) -> Range {
        let start = self.position();
        let near = Position::new(start.line, start.character.saturating_add(3));
        let end = if self.below(4) == 0 { self.position() } else { near };
        if end < start { Range::new(end, start) } else { Range::new(start, end) }
    }
}

fn ask_anything(editor: &mut Editor, numbers: &mut Numbers, file: &str) {
    let method = numbers.of(&METHODS);
    let params = json!({
        "textDocument": {"uri": editor.uri(file)},
        "position": numbers.position(),
        "range": numbers.range(),
        "context": {"includeDeclaration": true, "diagnostics": [], "triggerKind": 1},
    });
    let answer = editor.ask(method, params);
    assert!(answer.is_ok(), "{method}: {answer:?}");
}

fn session(encoding: Encoding, edits: usize, seed: u64) {
    let mut editor = Editor::with_encoding(&FILES, encoding);
    let mut numbers = Numbers(seed);
    let names = FILES.map(|(name, _)| name);
    for name in names {
        editor.open(name);
    }
    for edit in 0..edits {
        let file = numbers.of(&names);
        let piece = numbers.of(&PIECES);
        let range = numbers.range();
        editor.edit(file, range, piece);
        if numbers.below(3) == 0 {
            ask_anything(&mut editor, &mut numbers, file);
        }
        // Now and then the text is a good one again, or a book would soon be rubble.
        if edit % 40 == 39 {
            let (name, text) = FILES[numbers.below(FILES.len())];
            let all = Range::new(Position::new(0, 0), Position::new(u32::MAX, 0));
            editor.edit(name, all, text);
            editor.settle();
        }
    }
    // What stops a look keeps what was found before it, which a new server has not.
    for (name, text) in &FILES[..3] {
        let all = Range::new(Position::new(0, 0), Position::new(u32::MAX, 0));
        editor.edit(name, all, text);
    }
    editor.settle();
    let texts = names.map(|name| (name, editor.text(name).to_owned()));
    let files = texts.each_ref().map(|(name, text)| (*name, text.as_str()));
    let saved = Editor::with_encoding(&files, encoding);
    assert!(names.iter().any(|name| !saved.found(name).is_empty()), "something is found");
    for (name, text) in &files {
        // What an editor opens has no byte order mark, and what it saves has.
        if !text.starts_with('\u{feff}') {
            assert_eq!(editor.found(name), saved.found(name), "{name} of {seed}: {text:?}");
        }
    }
}

#[test]
fn five_hundred_edits_leave_what_a_first_look_finds() {
    session(Encoding::Utf16, 500, 0x9e37_79b9_7f4a_7c15);
    session(Encoding::Utf8, 100, 7);
}

#[test]
fn no_parameters_end_the_server() {
    let mut editor = Editor::new(&FILES);
    editor.open("src/a.md");
    let uri = editor.uri("src/a.md");
    let values = [
        Value::Null,
        json!([]),
        json!({}),
        json!("x"),
        json!(-1),
        json!({"textDocument": {"uri": uri}}),
        json!({"textDocument": {"uri": "http://["}}),
        json!({"textDocument": {"uri": uri}, "position": {"line": -1, "character": 0}}),
        json!({"textDocument": {"uri": uri, "version": 9}, "contentChanges": [{"range": 3}]}),
        json!({"textDocument": {"uri": "file:///%ff", "version": 9}, "contentChanges": []}),
        json!({"event": {"added": [{"uri": "file:///nowhere", "name": "x"}], "removed": []}}),
    ];
    let told = ["didOpen", "didChange", "didClose", "didSave"];
    for value in &values {
        for method in METHODS {
            let _either = editor.ask(method, value.clone());
        }
        for method in told {
            editor.tell(&format!("textDocument/{method}"), value.clone());
        }
        editor.tell("workspace/didChangeWorkspaceFolders", value.clone());
        editor.tell("workspace/didChangeWatchedFiles", value.clone());
    }
    fs::remove_dir_all(editor.path("src")).unwrap();
    editor.tell("workspace/didChangeWatchedFiles", json!({"changes": []}));
    editor.settle();
}
