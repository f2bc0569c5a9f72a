//! The thread that reads and judges, so that nobody who types waits for it.
//!
//! It looks at the newest texts only: what is typed while it looks makes one next look, however many keys
//! that were.

use std::collections::{BTreeSet, HashMap};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, unbounded};
use load::{LoadError, Reading};
use readers::files::Overlay;
use readers::settings::env::Environment;

use crate::diagnostics::{self, ByFile};
use crate::position::Encoding;
use crate::project::Project;
use crate::snapshot::Snapshot;

/// Who pauses for so long has typed a word.
pub const PAUSE: Duration = Duration::from_millis(30);

/// The stack of a program's first thread, which `check` has: texts nest.
const STACK: usize = 8 * 1024 * 1024;

/// What is to be looked at.
#[derive(Clone, Debug)]
pub(crate) struct Task {
    /// Which of the tasks it is, from 1.
    pub(crate) number: u64,
    /// All projects of the workspace.
    pub(crate) projects: Arc<[Project]>,
    /// The texts as they are now.
    pub(crate) overlay: Overlay,
    /// The roots of the projects in which something changed.
    pub(crate) changed: BTreeSet<PathBuf>,
}

impl Task {
    /// This task with what an earlier one has left to do.
    fn after(mut self, earlier: Self) -> Self {
        self.changed.extend(earlier.changed);
        self
    }
}

/// What came of it.
#[derive(Debug)]
pub(crate) enum Report {
    /// A project was looked at.
    Looked {
        root: PathBuf,
        /// None where it cannot be read as it is.
        snapshot: Option<Arc<Snapshot>>,
        told: Arc<ByFile>,
    },
    /// A look at a project ended in a mistake of ours.
    Failed { root: PathBuf },
    /// All tasks up to this one are done.
    Done(u64),
}

/// The thread, as those see it who give it tasks. It ends with them.
#[derive(Debug)]
pub(crate) struct Worker {
    tasks: Sender<Task>,
    pub(crate) reports: Receiver<Report>,
}

impl Worker {
    /// # Errors
    /// The system has no thread for it.
    pub(crate) fn start(
        environment: Environment,
        encoding: Encoding,
        pause: Duration,
    ) -> io::Result<Self> {
        let (tasks, given) = unbounded();
        let (told, reports) = unbounded();
        let looker = Looker { environment, encoding, pause, told, known: HashMap::new() };
        let thread = thread::Builder::new().name("archdoc-look".to_owned()).stack_size(STACK);
        thread.spawn(move || looker.run(&given))?;
        Ok(Self { tasks, reports })
    }

    pub(crate) fn give(&self, task: Task) {
        // A thread that is gone has told why on its way; what was found before is still answered.
        let _gone = self.tasks.send(task);
    }
}

struct Looker {
    environment: Environment,
    encoding: Encoding,
    /// How long nobody must say anything before a look.
    pause: Duration,
    told: Sender<Report>,
    known: HashMap<PathBuf, (Arc<Snapshot>, Arc<ByFile>)>,
}

/// Nobody listens any more.
struct Gone;

impl Looker {
    fn run(mut self, tasks: &Receiver<Task>) {
        while let Ok(task) = tasks.recv() {
            if self.work(settled(task, tasks, self.pause), tasks).is_err() {
                return;
            }
        }
    }

    fn work(&mut self, mut task: Task, tasks: &Receiver<Task>) -> Result<(), Gone> {
        while let Some(root) = task.changed.pop_first() {
            if let Some(project) = task.projects.iter().find(|project| project.root() == root) {
                self.look(project, &task)?;
            }
            while let Ok(newer) = tasks.try_recv() {
                task = newer.after(task);
            }
        }
        self.told.send(Report::Done(task.number)).map_err(|_| Gone)
    }

    fn look(&mut self, project: &Project, task: &Task) -> Result<(), Gone> {
        let root = project.root().to_owned();
        let overlay = task.overlay.clone();
        let before = self.known.get(&root).map(|(snapshot, _)| Arc::clone(&snapshot.book));
        let reading = Reading { environment: self.environment.clone(), overlay, before };
        // A mistake of ours in one text must not take the editor's help for all others with it; the panic's
        // own message is on stderr.
        let looked = catch_unwind(AssertUnwindSafe(|| Snapshot::take(project, reading)));
        let (snapshot, told) = match looked {
            Ok(Ok(snapshot)) => {
                let wanted = |path: &Path| is_wanted(project, &task.projects, path);
                let none = ByFile::new();
                let before = self.known.get(&root).map_or(&none, |(_, told)| &**told);
                let told = diagnostics::all(&snapshot, project, self.encoding, wanted, before);
                let (snapshot, told) = (Arc::new(snapshot), Arc::new(told));
                self.known.insert(root.clone(), (Arc::clone(&snapshot), Arc::clone(&told)));
                (Some(snapshot), told)
            }
            Ok(Err(problem)) => (None, Arc::new(self.with_problem(project, &problem))),
            Err(_panic) => {
                return self.told.send(Report::Failed { root }).map_err(|_| Gone);
            }
        };
        self.told.send(Report::Looked { root, snapshot, told }).map_err(|_| Gone)
    }

    /// What was told before, with what stops a look now.
    fn with_problem(&self, project: &Project, problem: &LoadError) -> ByFile {
        let known = self.known.get(project.root());
        let mut told = known.map(|(_, told)| (**told).clone()).unwrap_or_default();
        // What was said of the broken file itself is over.
        told.extend(diagnostics::problem(project, self.encoding, problem));
        told
    }
}

/// Whether a project speaks of a file: what a book says of its own files comes before what the tree around
/// it does.
fn is_wanted(project: &Project, all: &[Project], path: &Path) -> bool {
    let of_book = || all.iter().any(|other| other.is_book() && other.holds(path));
    project.is_book() || project.holds(path) && !of_book()
}

/// The newest task, once nobody has typed for a moment.
fn settled(mut task: Task, tasks: &Receiver<Task>, pause: Duration) -> Task {
    loop {
        match tasks.recv_timeout(pause) {
            Ok(newer) => task = newer.after(task),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return task,
        }
    }
}
