//! Builds a book with a real mdBook, 0.4 or 0.5, that runs our real binary as its preprocessor.
//!
//! mdBook lets a preprocessor write to its own stderr. To read that, each build happens in a child
//! process: this test binary again, told by an environment variable to run [`build_in_child`].
//! mdBook's own log has no listener there, so what arrives on stderr is ours.

pub(crate) mod count;
mod driver;
pub(crate) mod files;
pub(crate) mod git;
pub(crate) mod program;

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde::{Deserialize, Serialize};
use tempfile::TempDir;

const JOB: &str = "ARCHDOC_TEST_JOB";

/// Which mdBook builds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Mdbook {
    V04,
    V05,
}

pub(crate) const BOTH: [Mdbook; 2] = [Mdbook::V05, Mdbook::V04];

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Task {
    /// Run the preprocessors for a renderer, and write down the Markdown that it would get.
    Dump,
    /// Build all outputs that `book.toml` names, or HTML if it names none.
    Build,
    /// Write down the message that a preprocessor would get.
    Record,
    /// Before mdBook's own preprocessors, as `before = ["links"]` has it.
    RecordFirst,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Job {
    mdbook: Mdbook,
    task: Task,
    root: PathBuf,
    out: PathBuf,
    renderer: String,
    /// Whether our preprocessor takes part.
    archdoc: bool,
}

/// What a build left behind.
#[derive(Debug)]
pub(crate) struct Built {
    /// Files by their path below the output directory, with forward slashes.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// All that was written to stderr; the book's directory is `[ROOT]`.
    pub(crate) stderr: String,
    /// Why mdBook gave up: our exit code if it was us, else mdBook's words.
    pub(crate) failure: Option<String>,
}

impl Built {
    /// What stands inside `<main>` on the page of `chapter`, a path relative to `src`; none where it has no page.
    pub(crate) fn main_of(&self, chapter: &str) -> Option<String> {
        let page = Path::new(chapter).with_extension("html");
        let page = page.to_str()?.replace("README.html", "index.html");
        let several_outputs = format!("html/{page}");
        let html = self.files.get(&several_outputs).or_else(|| self.files.get(&page))?;
        let (_, main) = std::str::from_utf8(html).ok()?.split_once("<main>")?;
        Some(main.split_once("</main>")?.0.trim().to_owned())
    }
}

/// A copy of `tests/books/<case>` in a directory of its own.
pub(crate) struct Book {
    root: PathBuf,
    /// Removes the directory in the end.
    temp: TempDir,
}

impl Book {
    pub(crate) fn of_case(case: &str) -> Self {
        Self::copy_of(&books().join(case))
    }

    pub(crate) fn copy_of(folder: &Path) -> Self {
        let temp = TempDir::new().unwrap();
        let top = temp.path().join("book");
        copy(folder, &top);
        // A case that is a repository has its book one directory further down.
        let inner = top.join("book");
        let is_repository = inner.join("book.toml").is_file();
        if is_repository {
            fs::create_dir(top.join(".git")).unwrap();
        }
        Self { root: if is_repository { inner } else { top }, temp }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The Markdown of all chapters as a renderer of this name would get it.
    pub(crate) fn markdown(&self, mdbook: Mdbook, renderer: &str) -> Built {
        self.run(mdbook, Task::Dump, renderer, true)
    }

    /// The same without our preprocessor.
    pub(crate) fn markdown_without_us(&self, mdbook: Mdbook, renderer: &str) -> Built {
        self.run(mdbook, Task::Dump, renderer, false)
    }

    /// Everything that `mdbook build` writes.
    pub(crate) fn build(&self, mdbook: Mdbook) -> Built {
        self.run(mdbook, Task::Build, "html", true)
    }

    /// The same without our preprocessor.
    pub(crate) fn build_without_us(&self, mdbook: Mdbook) -> Built {
        self.run(mdbook, Task::Build, "html", false)
    }

    /// The message that mdBook sends to a preprocessor, and the book in it.
    pub(crate) fn message(&self, mdbook: Mdbook) -> (Vec<u8>, Vec<u8>) {
        self.recorded(mdbook, Task::Record)
    }

    /// The same while includes are still text: what a book sends that follows the guide.
    pub(crate) fn first_message(&self, mdbook: Mdbook) -> (Vec<u8>, Vec<u8>) {
        self.recorded(mdbook, Task::RecordFirst)
    }

    fn recorded(&self, mdbook: Mdbook, task: Task) -> (Vec<u8>, Vec<u8>) {
        let mut built = self.run(mdbook, task, "html", false);
        let mut file = |name| built.files.remove(name).expect(name);
        (file("message.json"), file("book.json"))
    }

    fn run(&self, mdbook: Mdbook, task: Task, renderer: &str, archdoc: bool) -> Built {
        let out = TempDir::new_in(self.temp.path()).unwrap();
        let job = Job {
            mdbook,
            task,
            root: self.root.clone(),
            out: out.path().join("out"),
            renderer: renderer.to_owned(),
            archdoc,
        };
        let mut child = Command::new(std::env::current_exe().unwrap());
        child
            .args(["harness::build_in_child", "--exact", "--ignored", "--nocapture"])
            .env(JOB, serde_json::to_string(&job).unwrap())
            // Neither the book's directory nor the checkout: nothing may depend on it.
            .current_dir(out.path())
            .stdin(Stdio::null());
        for (key, _) in std::env::vars_os() {
            let name = key.to_string_lossy();
            if name.starts_with("MDBOOK_") || name.starts_with("CLICOLOR") || name == "FORCE_COLOR"
            {
                child.env_remove(key);
            }
        }
        let output = child.output().unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "the harness failed:\n{stderr}");
        let failure = fs::read_to_string(out.path().join("failure")).ok();
        // Whether or not somebody resolved the links in the directory's name.
        let resolved = self.root.canonicalize().unwrap();
        let stderr = [&resolved, &self.root]
            .into_iter()
            .fold(stderr, |text, root| text.replace(&*root.to_string_lossy(), "[ROOT]"));
        Built {
            files: files_below(&job.out),
            stderr,
            failure: failure.map(|text| exit_code(&text).unwrap_or(text)),
        }
    }
}

/// Not a test: what [`Book::run`] starts.
#[test]
#[ignore = "the harness runs it in a process of its own"]
fn build_in_child() {
    let Ok(job) = std::env::var(JOB) else { return };
    let job: Job = serde_json::from_str(&job).unwrap();
    let result = match job.mdbook {
        Mdbook::V04 => driver::v04::run(&job),
        Mdbook::V05 => driver::v05::run(&job),
    };
    if let Err(error) = result {
        // `anyhow` prints the causes in its alternate form.
        fs::write(job.out.with_file_name("failure"), format!("{error:#}\n")).unwrap();
    }
}

/// A shell script that stands for `mdbook`: `mdbook build BOOK` writes the pages to `BOOK/book` and prints what we say.
#[cfg(unix)]
pub(crate) fn mdbook_script() -> String {
    let job = Job {
        mdbook: Mdbook::V05,
        task: Task::Build,
        root: PathBuf::from("[BOOK]"),
        out: PathBuf::from("[BOOK]/book"),
        renderer: "html".to_owned(),
        archdoc: true,
    };
    let (program, job) = (std::env::current_exe().unwrap(), serde_json::to_string(&job).unwrap());
    let job = job.replace("[BOOK]", "'\"$PWD/$2\"'");
    format!(
        "#!/bin/sh\n{JOB}='{job}' '{}' harness::build_in_child --exact --ignored --nocapture >/dev/null\ntest ! -e \"${{2:-.}}/failure\"\n",
        program.display()
    )
}

/// The code in mdBook's "... exited unsuccessfully with exit status: 1 status".
fn exit_code(failure: &str) -> Option<String> {
    let (_, code) = failure.split_once("\"archdoc\" preprocessor exited unsuccessfully with ")?;
    let digits = code.split_ascii_whitespace().nth(2)?;
    Some(format!("{digits}\n"))
}

pub(crate) fn books() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/books")
}

/// What stands inside `<main>` on the page of `chapter`, a path relative to `src`.
pub(crate) fn html_main(case: &str, mdbook: Mdbook, chapter: &str) -> String {
    let built = Book::of_case(case).build(mdbook);
    assert_eq!(built.failure, None, "{}", built.stderr);
    built.main_of(chapter).expect(chapter)
}

/// All files below a directory that may not exist, by their relative path with forward slashes.
pub(crate) fn files_below(directory: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(directory).into_iter().flatten() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            let below = files_below(&path).into_iter();
            files.extend(below.map(|(path, bytes)| (format!("{name}/{path}"), bytes)));
        } else {
            match fs::read(&path) {
                Ok(bytes) => _ = files.insert(name, bytes),
                // A program beside us may have renamed it.
                Err(error) => assert_eq!(error.kind(), ErrorKind::NotFound, "{}", path.display()),
            }
        }
    }
    files
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files_below(from) {
        if !path.starts_with("expected/") {
            let to = to.join(path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(to, bytes).unwrap();
        }
    }
}
