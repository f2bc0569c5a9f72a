//! One client's session: what it tells changes the texts, and what was found is told to it.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender};
use lsp_server::{Message, Notification, Request, RequestId};
use lsp_types::notification::{
    DidChangeTextDocument, DidChangeWatchedFiles, DidChangeWorkspaceFolders, DidCloseTextDocument,
    DidOpenTextDocument, DidSaveTextDocument, Initialized, LogMessage, Notification as Kind,
    PublishDiagnostics,
};
use lsp_types::request::{RegisterCapability, Request as _};
use lsp_types::{
    DidChangeWatchedFilesRegistrationOptions, FileSystemWatcher, GlobPattern, LogMessageParams,
    MessageType, Registration, RegistrationParams, Uri, WorkspaceFolder,
};
use readers::settings::env::Environment;
use serde::Serialize;
use serde_json::Value;

use crate::address;
use crate::buffer::Buffer;
use crate::client::Client;
use crate::publisher::Publisher;
use crate::requests;
use crate::worker::{Report, Task, Worker};
use crate::workspace::Workspace;

/// A request of our own, without parameters: answered with null once all that was told so far has been looked
/// at. For scripts and tests, which must not guess how long that takes.
pub const SETTLED: &str = "archdoc/settled";

/// What is read besides open texts.
const WATCHED: &str = "**/*.{md,markdown,toml}";

pub(crate) struct Session {
    workspace: Workspace,
    publisher: Publisher,
    worker: Worker,
    client: Sender<Message>,
    watches: bool,
    /// The number of the last task that was given, and of the last that is done.
    given: u64,
    done: u64,
    /// Who waits for which task to be done.
    waiting: Vec<(u64, RequestId)>,
}

impl Session {
    /// # Errors
    /// The system has no thread to look at books with.
    pub(crate) fn start(
        client: Client,
        environment: Environment,
        sender: Sender<Message>,
        pause: Duration,
    ) -> io::Result<Self> {
        let worker = Worker::start(environment, client.encoding, pause)?;
        let watches = client.watches;
        let mut session = Self {
            workspace: Workspace::new(client),
            publisher: Publisher::default(),
            worker,
            client: sender,
            watches,
            given: 0,
            done: 0,
            waiting: Vec::new(),
        };
        session.look(session.workspace.roots());
        Ok(session)
    }

    /// What the thread reports that looks at books.
    pub(crate) fn reports(&self) -> &Receiver<Report> {
        &self.worker.reports
    }

    pub(crate) fn asked(&mut self, request: Request) {
        if request.method == SETTLED {
            self.waiting.push((self.given, request.id));
            self.answer_waiting();
            return;
        }
        let answer = requests::answer(&self.workspace, request);
        self.say(answer.into());
    }

    pub(crate) fn update(&mut self, report: Report) {
        match report {
            Report::Looked { root, snapshot, told } => {
                if let Some(snapshot) = snapshot {
                    self.workspace.update(root.clone(), snapshot);
                }
                self.publisher.update(root, told);
                self.publisher.keep(&self.workspace.roots());
                self.publish();
            }
            Report::Failed { root } => {
                let message = format!(
                    "archdoc could not look at {}, which is a mistake of its own; what was found before stays",
                    root.display()
                );
                self.notify::<LogMessage>(LogMessageParams { typ: MessageType::ERROR, message });
            }
            Report::Done(number) => {
                self.done = number;
                self.answer_waiting();
            }
        }
    }

    /// A notification that cannot be read is passed over: there is nobody to answer.
    pub(crate) fn told(&mut self, told: Notification) {
        let Notification { method, params } = told;
        match method.as_str() {
            Initialized::METHOD => self.watch(),
            DidOpenTextDocument::METHOD => {
                if let Some(params) = read::<DidOpenTextDocument>(params) {
                    self.opened(Buffer::new(params.text_document, self.workspace.encoding));
                }
            }
            DidChangeTextDocument::METHOD => {
                let Some(params) = read::<DidChangeTextDocument>(params) else { return };
                let document = params.text_document;
                if let Some((path, buffer)) = self.workspace.buffer_mut(&document.uri) {
                    buffer.change(document.version, params.content_changes);
                    self.look_around(&path);
                }
            }
            DidCloseTextDocument::METHOD => {
                let Some(params) = read::<DidCloseTextDocument>(params) else { return };
                if let Some(path) = self.workspace.close(&params.text_document.uri) {
                    self.look_around(&path);
                }
            }
            DidSaveTextDocument::METHOD => {
                let Some(params) = read::<DidSaveTextDocument>(params) else { return };
                self.saved(&params.text_document.uri);
            }
            DidChangeWatchedFiles::METHOD => self.look_everywhere(),
            DidChangeWorkspaceFolders::METHOD => {
                let Some(params) = read::<DidChangeWorkspaceFolders>(params) else { return };
                let event = params.event;
                self.workspace.change_folders(paths(&event.added), &paths(&event.removed));
                self.look(self.workspace.roots());
            }
            _ => {}
        }
    }

    fn opened(&mut self, buffer: Buffer) {
        let uri = buffer.uri.clone();
        let Some(path) = self.workspace.open(buffer) else { return };
        if self.workspace.here(&uri).is_some_and(|here| here.is_as_read()) {
            self.publish();
        } else {
            self.look_around(&path);
        }
    }

    fn saved(&mut self, uri: &Uri) {
        let Some(path) = address::path(uri) else { return };
        if is_settings(&path) { self.look_everywhere() } else { self.look_around(&path) }
    }

    /// Looks at all that may read a file.
    fn look_around(&mut self, path: &Path) {
        let roots = if is_settings(path) {
            self.workspace.roots()
        } else {
            self.workspace.roots_around(path)
        };
        self.look(roots);
    }

    fn look_everywhere(&mut self) {
        self.workspace.discover();
        self.look(self.workspace.roots());
    }

    fn look(&mut self, changed: BTreeSet<PathBuf>) {
        self.given += 1;
        let projects = self.workspace.projects().clone();
        let overlay = self.workspace.overlay();
        self.worker.give(Task { number: self.given, projects, overlay, changed });
    }

    fn publish(&mut self) {
        for (path, pending) in self.publisher.take_pending(&self.workspace) {
            if let Some(params) = pending.params(&self.workspace, &path) {
                self.notify::<PublishDiagnostics>(params);
            }
        }
    }

    fn answer_waiting(&mut self) {
        let done = self.done;
        let (ready, waiting) = self.waiting.drain(..).partition(|&(number, _)| number <= done);
        self.waiting = waiting;
        let ready: Vec<(u64, RequestId)> = ready;
        for (_, id) in ready {
            self.say(requests::answered(id, ()).into());
        }
    }

    /// Asks to be told what changes on disk, where the client can.
    fn watch(&self) {
        let watcher =
            FileSystemWatcher { glob_pattern: GlobPattern::String(WATCHED.to_owned()), kind: None };
        let options = DidChangeWatchedFilesRegistrationOptions { watchers: vec![watcher] };
        let registration = Registration {
            id: "archdoc-files".to_owned(),
            method: DidChangeWatchedFiles::METHOD.to_owned(),
            register_options: serde_json::to_value(options).ok(),
        };
        let params = RegistrationParams { registrations: vec![registration] };
        if let (true, Ok(params)) = (self.watches, serde_json::to_value(params)) {
            let id = RequestId::from("archdoc-watch".to_owned());
            let method = RegisterCapability::METHOD.to_owned();
            self.say(Request { id, method, params }.into());
        }
    }

    fn notify<N: Kind>(&self, params: N::Params)
    where
        N::Params: Serialize,
    {
        if let Ok(params) = serde_json::to_value(params) {
            self.say(Notification { method: N::METHOD.to_owned(), params }.into());
        }
    }

    fn say(&self, message: Message) {
        // To a client that is gone there is nothing to say; the end of its stream ends the session.
        let _gone = self.client.send(message);
    }
}

fn read<N: Kind>(params: Value) -> Option<N::Params> {
    serde_json::from_value(params).ok()
}

fn paths(folders: &[WorkspaceFolder]) -> Vec<PathBuf> {
    folders.iter().filter_map(|folder| address::path(&folder.uri)).collect()
}

/// Whether a file says which books there are and how they are read.
fn is_settings(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "book.toml" || name == "archdoc.toml")
}
