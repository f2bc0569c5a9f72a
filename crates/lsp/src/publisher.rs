//! Which diagnostics a client has, so that it gets those only that differ.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use lsp_types::{Diagnostic, PublishDiagnosticsParams};

use crate::diagnostics::ByFile;
use crate::workspace::Workspace;

#[derive(Debug, Default)]
pub(crate) struct Publisher {
    /// By the projects' roots.
    told: BTreeMap<PathBuf, Arc<ByFile>>,
    /// What the client has, where that is anything.
    sent: HashMap<PathBuf, Vec<Diagnostic>>,
}

impl Publisher {
    /// Takes in what a look at a project gave.
    pub(crate) fn looked(&mut self, root: PathBuf, told: Arc<ByFile>) {
        self.told.insert(root, told);
    }

    /// Forgets the projects that the workspace has not any more.
    pub(crate) fn keep(&mut self, roots: &BTreeSet<PathBuf>) {
        self.told.retain(|root, _| roots.contains(root));
    }

    /// What is to be sent now. A text that has moved on since it was looked at waits for the next look, which
    /// is on its way.
    pub(crate) fn due(&mut self, workspace: &Workspace) -> Vec<PublishDiagnosticsParams> {
        let mut now: BTreeMap<&Path, Vec<&Diagnostic>> = BTreeMap::new();
        let mut moved: BTreeSet<&Path> = BTreeSet::new();
        for (path, told) in self.told.values().flat_map(|told| told.iter()) {
            let buffer = workspace.buffer_at(path);
            let source = told.source.as_ref();
            if buffer.zip(source).is_some_and(|(open, read)| !is_same(open.text(), read.text())) {
                moved.insert(path);
            }
            let all = now.entry(path).or_default();
            // A book and the tree around it may both read a file.
            let others = all.len();
            let new = |one: &&Diagnostic| !all[..others].contains(one);
            let new: Vec<&Diagnostic> = told.diagnostics.iter().filter(new).collect();
            all.extend(new);
        }
        let mut due = Vec::new();
        let gone = self.sent.keys().filter(|path| !now.contains_key(path.as_path()));
        for path in gone.cloned().collect::<Vec<_>>() {
            self.sent.remove(&path);
            due.extend(params(workspace, &path, Vec::new()));
        }
        for (path, diagnostics) in now {
            let known =
                self.sent.get(path).is_some_and(|sent| sent.iter().eq(diagnostics.iter().copied()));
            if known || moved.contains(path) {
                continue;
            }
            let diagnostics: Vec<Diagnostic> = diagnostics.into_iter().cloned().collect();
            due.extend(params(workspace, path, diagnostics.clone()));
            self.sent.insert(path.to_owned(), diagnostics);
        }
        due
    }
}

/// Whether two texts are the same but for a byte order mark, which no finding counts.
fn is_same(open: &str, read: &str) -> bool {
    open.strip_prefix('\u{feff}').unwrap_or(open) == read
}

fn params(
    workspace: &Workspace,
    path: &Path,
    diagnostics: Vec<Diagnostic>,
) -> Option<PublishDiagnosticsParams> {
    let version = workspace.buffer_at(path).map(|buffer| buffer.version);
    Some(PublishDiagnosticsParams { uri: workspace.uri(path)?, diagnostics, version })
}
