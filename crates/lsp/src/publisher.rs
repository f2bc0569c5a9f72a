//! Which diagnostics a client has, so that it gets those only that differ.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use lsp_types::{Diagnostic, PublishDiagnosticsParams, Range};
use text::source::without_bom;

use crate::buffer::Buffer;
use crate::diagnostics::{ByFile, FileDiagnostics};
use crate::workspace::Workspace;

#[derive(Debug, Default)]
pub(crate) struct Publisher {
    /// By the projects' roots.
    told: BTreeMap<PathBuf, Arc<ByFile>>,
    /// What the client has, where that is anything.
    sent: HashMap<PathBuf, PendingDiagnostics>,
}

/// What is told of one file: by one project, or by a book and the tree around it.
#[derive(Clone, Debug, Default)]
pub(crate) struct PendingDiagnostics(Vec<Arc<FileDiagnostics>>);

impl Publisher {
    /// Takes in what a look at a project gave.
    pub(crate) fn update(&mut self, root: PathBuf, told: Arc<ByFile>) {
        self.told.insert(root, told);
    }

    /// Forgets the projects that the workspace has not any more.
    pub(crate) fn keep(&mut self, roots: &BTreeSet<PathBuf>) {
        self.told.retain(|root, _| roots.contains(root));
    }

    /// What is to be sent now. A text that has moved on since it was looked at waits for the next look, which
    /// is on its way.
    pub(crate) fn take_pending(
        &mut self,
        workspace: &Workspace,
    ) -> Vec<(PathBuf, PendingDiagnostics)> {
        let mut now: BTreeMap<&Path, PendingDiagnostics> = BTreeMap::new();
        for (path, told) in self.told.values().flat_map(|told| told.iter()) {
            now.entry(path).or_default().0.push(Arc::clone(told));
        }
        let gone = self.sent.extract_if(|path, _| !now.contains_key(path.as_path()));
        let mut due: Vec<_> = gone.map(|(path, _)| (path, PendingDiagnostics::default())).collect();
        for (path, pending) in now {
            let known = self.sent.get(path).is_some_and(|sent| pending.is(sent));
            if !known && pending.is_of_now(workspace.buffer_at(path)) {
                self.sent.insert(path.to_owned(), pending.clone());
                due.push((path.to_owned(), pending));
            }
        }
        due
    }
}

impl PendingDiagnostics {
    /// As the protocol has it; none for a file without an address.
    pub(crate) fn params(
        &self,
        workspace: &Workspace,
        path: &Path,
    ) -> Option<PublishDiagnosticsParams> {
        let version = workspace.buffer_at(path).map(|buffer| buffer.version);
        let diagnostics = self.diagnostics().into_iter().cloned().collect();
        Some(PublishDiagnosticsParams { uri: workspace.uri(path)?, diagnostics, version })
    }

    /// Each once: a book and the tree around it may both read a file.
    fn diagnostics(&self) -> Vec<&Diagnostic> {
        let all = self.0.iter().flat_map(|told| &told.diagnostics);
        if self.0.len() < 2 {
            return all.collect();
        }
        let mut seen = HashSet::new();
        all.filter(|one| seen.insert((line_and_column(one.range), &one.message))).collect()
    }

    /// Whether a client is told the same by both.
    fn is(&self, other: &Self) -> bool {
        let same = |(a, b): (&Arc<FileDiagnostics>, &Arc<FileDiagnostics>)| Arc::ptr_eq(a, b);
        self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(same)
            || self.diagnostics() == other.diagnostics()
    }

    /// Whether it is told of the text that an editor has open, if it has.
    fn is_of_now(&self, open: Option<&Buffer>) -> bool {
        let Some(open) = open else { return true };
        let mut read = self.0.iter().filter_map(|told| told.source.as_ref());
        read.all(|read| is_same(open.text(), read.text()))
    }
}

fn line_and_column(range: Range) -> [(u32, u32); 2] {
    [range.start, range.end].map(|at| (at.line, at.character))
}

/// Whether two texts are the same but for a byte order mark, which no finding counts.
fn is_same(open: &str, read: &str) -> bool {
    without_bom(open) == read
}
