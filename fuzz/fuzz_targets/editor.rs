//! An editor that says anything: each request is answered, no look fails, and the session ends in order.
//!
//! A file of the corpus is one session. Its messages end with the byte 255; the first byte of each chooses the method, the
//! rest is JSON that is sent as it is, else a text that is typed and a place that is asked about.
#![no_main]

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;
use std::{fs, thread};

use libfuzzer_sys::fuzz_target;
use lsp::{Ending, SETTLED, serve};
use lsp_server::{Connection, Message, Notification, Request, RequestId};
use readers::settings::env::Environment;
use serde_json::{Value, json};
use tempfile::TempDir;

const TOLD: [&str; 6] = [
    "textDocument/didOpen",
    "textDocument/didChange",
    "textDocument/didClose",
    "textDocument/didSave",
    "workspace/didChangeWatchedFiles",
    "workspace/didChangeWorkspaceFolders",
];
const ASKED: [&str; 8] = [
    "textDocument/codeAction",
    "textDocument/codeLens",
    "textDocument/completion",
    "textDocument/definition",
    "textDocument/documentSymbol",
    "textDocument/hover",
    "textDocument/references",
    SETTLED,
];

const FILES: [(&str, &str); 5] = [
    ("book.toml", "[preprocessor.archdoc]\n"),
    ("src/SUMMARY.md", "- [A](a.md)\n- [B](adr/0001-b.md)\n- [C](adr/0002-c.md)\n"),
    (
        "src/a.md",
        "# A\n\n<<#archdoc template=\"arc42\">>\n\n## Goals\n\nTODO [b](adr/0001-b.md#status)\n",
    ),
    ("src/adr/0001-b.md", "# 1. B\n\n## Status\n\nSuperseded by ADR 2\n\n## Context\n\nWhy.\n"),
    (
        "src/adr/0002-c.md",
        "# 2. C\n\nStatus: Accepted\nDate: 2024-03-05\n\n## Context\n\nWhy 😀.\n",
    ),
];

/// A book on disk, the same for all sessions: nothing is written to it.
fn book() -> &'static Path {
    static BOOK: OnceLock<TempDir> = OnceLock::new();
    let book = BOOK.get_or_init(|| {
        let directory = tempfile::tempdir().expect("a directory");
        for (name, text) in FILES {
            let path = directory.path().join(name);
            fs::create_dir_all(path.parent().unwrap_or(&path)).expect("a directory");
            fs::write(path, text).expect("a file");
        }
        directory
    });
    book.path()
}

fn address(path: PathBuf) -> String {
    format!("file://{}", path.display())
}

/// The parameters of a message from its bytes; each method takes what it knows of them.
fn params(bytes: &[u8], version: usize) -> Value {
    if let Ok(value) = serde_json::from_slice(bytes) {
        return value;
    }
    let at = |index: usize| bytes.get(index).copied().unwrap_or_default();
    let (file, _) = FILES[usize::from(at(0)) % FILES.len()];
    let [start, end] = [(1, 2), (3, 4)]
        .map(|(line, column)| json!({"line": at(line) / 16, "character": at(column)}));
    let range = json!({"start": start, "end": end});
    let text = String::from_utf8_lossy(bytes.get(5..).unwrap_or_default());
    json!({
        "textDocument": {
            "uri": address(book().join(file)), "languageId": "markdown", "version": version, "text": text,
        },
        "position": range["start"], "range": range, "changes": [],
        "contentChanges": [{"range": range, "text": text}],
        "context": {"diagnostics": [], "includeDeclaration": true},
        "event": {"added": [], "removed": []},
    })
}

struct Editor(Connection);

impl Editor {
    fn tell(&self, method: &str, params: Value) {
        let told = Notification { method: method.to_owned(), params };
        self.0.sender.send(told.into()).expect("the server lives");
    }

    /// Asks, and waits for the answer.
    fn ask(&self, number: usize, method: &str, params: Value) {
        let id = RequestId::from(i32::try_from(number).unwrap_or_default());
        let request = Request { id: id.clone(), method: method.to_owned(), params };
        self.0.sender.send(request.into()).expect("the server lives");
        for message in &self.0.receiver {
            match message {
                Message::Response(response) if response.id == id => return,
                Message::Notification(told) => {
                    assert_ne!(told.method, "window/logMessage", "{:?}", told.params)
                }
                Message::Request(_) | Message::Response(_) => {}
            }
        }
        panic!("`{method}` is not answered");
    }
}

fuzz_target!(|session: &[u8]| {
    let (client, server) = Connection::memory();
    let serving = thread::spawn(move || serve(&server, Environment::default(), Duration::ZERO));
    let editor = Editor(client);
    let folders = json!([{"uri": address(book().to_owned()), "name": "book"}]);
    editor.ask(0, "initialize", json!({"capabilities": {}, "workspaceFolders": folders}));
    editor.tell("initialized", json!({}));
    editor.ask(1, SETTLED, Value::Null);
    let mut number = 2;
    for message in session.split(|&byte| byte == 255) {
        let Some((&choice, bytes)) = message.split_first() else { continue };
        let choice = usize::from(choice) % (TOLD.len() + ASKED.len());
        match TOLD.get(choice) {
            Some(method) => editor.tell(method, params(bytes, number)),
            None => editor.ask(number, ASKED[choice - TOLD.len()], params(bytes, number)),
        }
        number += 1;
    }
    editor.ask(number, SETTLED, Value::Null);
    editor.ask(number + 1, "shutdown", Value::Null);
    editor.tell("exit", Value::Null);
    let ending = serving.join().expect("no panic").expect("threads");
    assert_eq!(ending, Ending::Orderly);
});
