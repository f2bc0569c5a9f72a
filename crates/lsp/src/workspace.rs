//! What the server knows: the open texts, the projects around them, and the last look at each.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use lsp_types::{Position, Range, Uri};
use readers::files::Overlay;
use text::source::Span;

use crate::address;
use crate::buffer::Buffer;
use crate::client::Client;
use crate::position::Encoding;
use crate::project::Project;
use crate::shift::TextShift;
use crate::snapshot::Snapshot;

/// The state that answers are made of.
#[derive(Debug)]
pub(crate) struct Workspace {
    pub(crate) encoding: Encoding,
    /// The client takes edits with the versions of the texts that they are for.
    pub(crate) versioned_edits: bool,
    folders: Vec<PathBuf>,
    buffers: BTreeMap<PathBuf, Buffer>,
    projects: Arc<[Project]>,
    snapshots: HashMap<PathBuf, Arc<Snapshot>>,
}

/// An open file of a project that was looked at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Here<'w> {
    pub(crate) buffer: &'w Buffer,
    pub(crate) project: &'w Project,
    pub(crate) snapshot: &'w Snapshot,
    /// Its name in findings.
    pub(crate) name: &'w str,
    shift: TextShift,
}

impl Workspace {
    pub(crate) fn new(client: Client) -> Self {
        let mut workspace = Self {
            encoding: client.encoding,
            versioned_edits: client.versioned_edits,
            folders: client.folders,
            buffers: BTreeMap::new(),
            projects: Arc::from([]),
            snapshots: HashMap::new(),
        };
        workspace.discover();
        workspace
    }

    /// Looks for books and trees again.
    pub(crate) fn discover(&mut self) {
        let open: Vec<PathBuf> = self.buffers.keys().cloned().collect();
        self.projects = Project::all(&self.folders, &open).into();
        let roots: BTreeSet<&Path> = self.projects.iter().map(Project::root).collect();
        self.snapshots.retain(|root, _| roots.contains(root.as_path()));
    }

    pub(crate) fn change_folders(&mut self, added: Vec<PathBuf>, removed: &[PathBuf]) {
        self.folders.retain(|folder| !removed.contains(folder));
        self.folders.extend(added);
        self.discover();
    }

    pub(crate) fn projects(&self) -> &Arc<[Project]> {
        &self.projects
    }

    /// The roots of all projects.
    pub(crate) fn roots(&self) -> BTreeSet<PathBuf> {
        self.projects.iter().map(|project| project.root().to_owned()).collect()
    }

    /// The roots of the projects that may read a file.
    pub(crate) fn roots_around(&self, file: &Path) -> BTreeSet<PathBuf> {
        let read = |project: &&Project| {
            let known = self.snapshots.get(project.root());
            let names = |snapshot: &Arc<Snapshot>| {
                project.names(file).iter().any(|name| snapshot.source(name).is_some())
            };
            project.holds(file) || known.is_some_and(names)
        };
        self.projects.iter().filter(read).map(|project| project.root().to_owned()).collect()
    }

    /// The open texts, over what is on disk.
    pub(crate) fn overlay(&self) -> Overlay {
        let texts = self.buffers.iter();
        Overlay::new(texts.map(|(path, buffer)| (path.clone(), Arc::clone(buffer.text()))))
    }

    /// Takes a text in; gives its file.
    pub(crate) fn open(&mut self, buffer: Buffer) -> Option<PathBuf> {
        let path = address::path(&buffer.uri)?;
        self.buffers.insert(path.clone(), buffer);
        if !self.projects.iter().any(|project| project.holds(&path)) {
            self.discover();
        }
        Some(path)
    }

    pub(crate) fn close(&mut self, uri: &Uri) -> Option<PathBuf> {
        let path = address::path(uri)?;
        self.buffers.remove(&path).map(|_| path)
    }

    pub(crate) fn buffer_mut(&mut self, uri: &Uri) -> Option<(PathBuf, &mut Buffer)> {
        let path = address::path(uri)?;
        let buffer = self.buffers.get_mut(&path)?;
        Some((path, buffer))
    }

    pub(crate) fn buffer_at(&self, path: &Path) -> Option<&Buffer> {
        self.buffers.get(path)
    }

    pub(crate) fn update(&mut self, root: PathBuf, snapshot: Arc<Snapshot>) {
        self.snapshots.insert(root, snapshot);
    }

    /// An open file as it is and as it was read; none for one that no project reads.
    pub(crate) fn here(&self, uri: &Uri) -> Option<Here<'_>> {
        let path = address::path(uri)?;
        let buffer = self.buffers.get(&path)?;
        self.projects.iter().find_map(|project| {
            let snapshot = self.snapshots.get(project.root())?;
            let source = project.names(&path).iter().find_map(|name| snapshot.source(name))?;
            let shift = TextShift::between(source.text(), buffer.text());
            Some(Here { buffer, project, snapshot, name: source.path(), shift })
        })
    }

    /// A file's address: the editor's own where it has it open.
    pub(crate) fn uri(&self, path: &Path) -> Option<Uri> {
        let open = self.buffers.get(path).map(|buffer| buffer.uri.clone());
        open.or_else(|| address::uri(path))
    }
}

impl Here<'_> {
    /// Whether the text is the one that was looked at.
    pub(crate) fn is_as_read(&self) -> bool {
        let read = self.snapshot.source(self.name);
        read.is_some_and(|source| *source.text() == **self.buffer.text())
    }

    /// The byte of the text as it was read that lies at a position of the text as it is.
    pub(crate) fn offset(&self, position: Position) -> Option<usize> {
        self.shift.back(self.buffer.offset(position))
    }

    /// Where a place of the text as it was read lies now.
    pub(crate) fn range(&self, span: Span) -> Option<Range> {
        self.shift.forward(span).map(|span| self.buffer.range(span))
    }
}
