//! An editor: it opens files of a book on disk, types, and applies what the server offers.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::thread::JoinHandle;

use lsp_server::{Connection, Message, Notification, Request, RequestId};
use lsp_types::{CodeAction, Diagnostic, PublishDiagnosticsParams, Range, TextEdit, Uri};
use readers::settings::env::Environment;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::address;
use crate::position::{Encoding, Lines};
use crate::{Ending, PAUSE, SETTLED, serve};

pub(super) struct Editor {
    directory: TempDir,
    connection: Connection,
    server: Option<JoinHandle<Ending>>,
    encoding: Encoding,
    next: i32,
    /// The texts that are open, with their versions.
    open: BTreeMap<String, (i32, String)>,
    /// What the server says of the files, by their addresses.
    told: BTreeMap<String, Vec<Diagnostic>>,
    /// How often it said something.
    pub(super) published: usize,
}

/// An answer, or the code of a refusal.
pub(super) type Answer = Result<Value, i32>;

impl Editor {
    /// An editor in a folder with some files.
    pub(super) fn new(files: &[(&str, &str)]) -> Self {
        Self::with_encoding(files, Encoding::Utf16)
    }

    pub(super) fn with_encoding(files: &[(&str, &str)], encoding: Encoding) -> Self {
        let mut editor = Self::silent(files);
        editor.encoding = encoding;
        let root = editor.uri("");
        let params = json!({
            "capabilities": {
                "general": {"positionEncodings": [encoding.kind().as_str(), "utf-16"]},
                "workspace": {"workspaceEdit": {"documentChanges": true}},
            },
            "workspaceFolders": [{"uri": root, "name": "book"}],
        });
        let answer = editor.ask("initialize", params).unwrap();
        assert_eq!(answer["capabilities"]["positionEncoding"], encoding.kind().as_str());
        editor.tell("initialized", json!({}));
        editor.settle();
        editor
    }

    /// One that has not said anything yet.
    pub(super) fn silent(files: &[(&str, &str)]) -> Self {
        let directory = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = directory.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let (connection, servers) = Connection::memory();
        let server =
            std::thread::spawn(move || serve(&servers, Environment::default(), PAUSE).unwrap());
        Self {
            directory,
            connection,
            server: Some(server),
            encoding: Encoding::Utf16,
            next: 0,
            open: BTreeMap::new(),
            told: BTreeMap::new(),
            published: 0,
        }
    }

    pub(super) fn path(&self, file: &str) -> PathBuf {
        self.directory.path().join(file)
    }

    pub(super) fn uri(&self, file: &str) -> Uri {
        address::uri(&self.path(file)).unwrap()
    }

    pub(super) fn send(&self, message: impl Into<Message>) {
        self.connection.sender.send(message.into()).unwrap();
    }

    pub(super) fn tell(&self, method: &str, params: Value) {
        self.send(Notification { method: method.to_owned(), params });
    }

    pub(super) fn ask(&mut self, method: &str, params: Value) -> Answer {
        self.next += 1;
        let id = RequestId::from(self.next);
        self.send(Request { id: id.clone(), method: method.to_owned(), params });
        loop {
            match self.connection.receiver.recv().expect("the server lives") {
                Message::Response(response) if response.id == id => {
                    return response.response_result.map_err(|error| error.code);
                }
                Message::Notification(told) => self.told(told),
                Message::Request(_) | Message::Response(_) => {}
            }
        }
    }

    fn told(&mut self, told: Notification) {
        assert_eq!(told.method, "textDocument/publishDiagnostics");
        let params: PublishDiagnosticsParams = serde_json::from_value(told.params).unwrap();
        self.published += 1;
        self.told.insert(params.uri.as_str().to_owned(), params.diagnostics);
    }

    /// Waits until all is looked at.
    pub(super) fn settle(&mut self) {
        assert_eq!(self.ask(SETTLED, Value::Null), Ok(Value::Null));
    }

    pub(super) fn open(&mut self, file: &str) {
        let text = fs::read_to_string(self.path(file)).unwrap();
        self.open_as(file, &text);
    }

    pub(super) fn open_as(&mut self, file: &str, text: &str) {
        self.open.insert(file.to_owned(), (1, text.to_owned()));
        let document = json!({
            "uri": self.uri(file), "languageId": "markdown", "version": 1, "text": text,
        });
        self.tell("textDocument/didOpen", json!({"textDocument": document}));
    }

    pub(super) fn close(&mut self, file: &str) {
        self.open.remove(file);
        self.tell("textDocument/didClose", json!({"textDocument": {"uri": self.uri(file)}}));
    }

    pub(super) fn text(&self, file: &str) -> &str {
        &self.open[file].1
    }

    /// Types something in place of some words.
    pub(super) fn replace(&mut self, file: &str, words: &str, new: &str) {
        let at = self.text(file).find(words).unwrap_or_else(|| panic!("`{words}` in {file}"));
        let range = self.range(file, at, at + words.len());
        self.edit(file, range, new);
    }

    pub(super) fn range(&self, file: &str, start: usize, end: usize) -> Range {
        let text = self.text(file);
        Lines::of(text, self.encoding).range(text, text::source::Span::new(start, end))
    }

    /// Where some words are.
    pub(super) fn place(&self, file: &str, words: &str) -> Range {
        let at = self.text(file).find(words).unwrap_or_else(|| panic!("`{words}` in {file}"));
        self.range(file, at, at + words.len())
    }

    pub(super) fn edit(&mut self, file: &str, range: Range, new: &str) {
        let uri = self.uri(file);
        let (version, text) = self.open.get_mut(file).unwrap();
        let span = Lines::of(text, self.encoding).span(text, range);
        text.replace_range(span.range(), new);
        *version += 1;
        let document = json!({"uri": uri, "version": version});
        let changes = json!([{"range": range, "text": new}]);
        self.tell(
            "textDocument/didChange",
            json!({"textDocument": document, "contentChanges": changes}),
        );
    }

    /// What is told of a file: the rules, each with the words that it stands at.
    pub(super) fn found(&self, file: &str) -> Vec<(String, String)> {
        let text = self
            .open
            .get(file)
            .map_or_else(|| fs::read_to_string(self.path(file)).unwrap(), |(_, text)| text.clone());
        let lines = Lines::of(&text, self.encoding);
        let found = self.diagnostics(file).iter().map(|diagnostic| {
            let rule = match &diagnostic.code {
                Some(lsp_types::NumberOrString::String(rule)) => rule.clone(),
                _ => String::new(),
            };
            (rule, text[lines.span(&text, diagnostic.range).range()].trim_end().to_owned())
        });
        found.collect()
    }

    pub(super) fn rules(&self, file: &str) -> Vec<String> {
        self.found(file).into_iter().map(|(rule, _)| rule).collect()
    }

    pub(super) fn diagnostics(&self, file: &str) -> &[Diagnostic] {
        self.told.get(self.uri(file).as_str()).map_or(&[], Vec::as_slice)
    }

    /// What is offered at some words.
    pub(super) fn actions(&mut self, file: &str, words: &str) -> Vec<CodeAction> {
        let place = self.place(file, words);
        self.actions_in(file, place)
    }

    /// What is offered in a range.
    pub(super) fn actions_in(&mut self, file: &str, range: Range) -> Vec<CodeAction> {
        let params = json!({
            "textDocument": {"uri": self.uri(file)},
            "range": range,
            "context": {"diagnostics": []},
        });
        let answer = self.ask("textDocument/codeAction", params).unwrap();
        serde_json::from_value(answer).unwrap()
    }

    /// Applies the action of this title.
    pub(super) fn apply(&mut self, actions: &[CodeAction], title: &str) {
        let titles: Vec<&str> = actions.iter().map(|action| action.title.as_str()).collect();
        let action = actions.iter().find(|action| action.title.starts_with(title));
        let action = action.unwrap_or_else(|| panic!("`{title}` among {titles:?}"));
        let Some(lsp_types::DocumentChanges::Edits(files)) =
            action.edit.as_ref().and_then(|edit| edit.document_changes.clone())
        else {
            panic!("no versioned edits");
        };
        for file in files {
            let mut edits: Vec<TextEdit> = file
                .edits
                .into_iter()
                .map(|edit| match edit {
                    lsp_types::OneOf::Left(edit) => edit,
                    lsp_types::OneOf::Right(edit) => edit.text_edit,
                })
                .collect();
            edits.sort_by_key(|edit| std::cmp::Reverse(edit.range.start));
            let uri = file.text_document.uri;
            let names: Vec<String> = self.open.keys().cloned().collect();
            let name = names.into_iter().find(|name| self.uri(name) == uri).expect("open");
            assert_eq!(file.text_document.version, Some(self.open[&name].0));
            for edit in edits {
                self.edit(&name, edit.range, &edit.new_text);
            }
        }
        self.settle();
    }

    /// Goes without a word; gives how the session ended.
    pub(super) fn leave(mut self) -> Ending {
        let (other, _gone) = Connection::memory();
        self.connection = other;
        self.server.take().unwrap().join().unwrap()
    }

    /// Waits for the end of a session that was told to end.
    pub(super) fn ended(mut self) -> Ending {
        self.server.take().unwrap().join().unwrap()
    }
}
