//! A repository like a large one that is kept for years, the same in every run.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// How much there is of everything.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    pub(crate) records: usize,
    /// Files of code, each linked to by a record.
    pub(crate) files: usize,
    pub(crate) commits: usize,
    /// Chapters that describe code which has changed since.
    pub(crate) chapters: usize,
}

impl Size {
    fn code(self, file: usize) -> String {
        format!("src/part-{}/file-{file}.rs", file % self.chapters)
    }

    /// A record that links to its share of the code, and to one file that was moved.
    fn record(self, number: usize, version: usize) -> String {
        let share = self.files / self.records;
        let links: Vec<String> = (0..share)
            .map(|at| (number * share + at) % self.files)
            .map(|file| format!("[file {file}](../../{})", self.code(file)))
            .collect();
        let moved = if number == 1 { " See [the old place](../old-place.md)." } else { "" };
        format!(
            "# {number}. Decide {number}\n\nDate: 2024-01-10\n\n## Status\n\nAccepted\n\n## Context\n\nSeen \
             {version} times.{moved}\n\n## Decision\n\nUse {}.\n\n## Consequences\n\nIt is fast.\n",
            links.join(", ")
        )
    }
}

/// Makes the repository with `git fast-import`.
pub(crate) fn generate(root: &Path, size: Size) -> io::Result<()> {
    fs::create_dir_all(root)?;
    git(root, &["init", "-q", "-b", "main"])?;
    let mut import = Command::new("git")
        .args(["fast-import", "--quiet"])
        .current_dir(root)
        .stdin(Stdio::piped())
        .spawn()?;
    let mut stream = BufWriter::new(import.stdin.take().ok_or(io::ErrorKind::BrokenPipe)?);
    for commit in 0..size.commits {
        // Some three commits a day.
        let time = 1_600_000_000 + commit * 30_000;
        let message = format!("Change {commit}");
        let len = message.len();
        writeln!(stream, "commit refs/heads/main\ncommitter Ann <ann@example.org> {time} +0000")?;
        writeln!(stream, "data {len}\n{message}")?;
        if commit == 0 {
            begin(&mut stream, size)?;
        } else {
            let file = commit * 37 % size.files;
            write_file(&mut stream, &size.code(file), &format!("fn it() {{ {commit} }}\n"))?;
        }
        if commit % 10 == 9 {
            let number = commit % size.records + 1;
            write_file(&mut stream, &name(number), &size.record(number, commit))?;
        }
        if commit == size.commits / 2 {
            writeln!(stream, "R docs/old-place.md docs/new/place.md")?;
        }
    }
    drop(stream);
    if !import.wait()?.success() {
        return Err(io::Error::other("git fast-import failed"));
    }
    git(root, &["reset", "-q", "--hard", "main"])
}

fn begin(stream: &mut impl Write, size: Size) -> io::Result<()> {
    write_file(stream, "docs/old-place.md", "# The old place\n\nIt was here.\n")?;
    for file in 0..size.files {
        write_file(stream, &size.code(file), &format!("fn it_{file}() {{}}\n"))?;
    }
    for number in 1..=size.records {
        write_file(stream, &name(number), &size.record(number, 0))?;
    }
    for part in 0..size.chapters {
        let text = format!(
            "# Part {part}\n\n## Its code\n\n<!-- archdoc: describes src/part-{part}/** -->\n\nPart {part}.\n"
        );
        write_file(stream, &format!("docs/part-{part}.md"), &text)?;
    }
    Ok(())
}

fn name(number: usize) -> String {
    format!("docs/adr/{number:04}-decide-{number}.md")
}

fn write_file(stream: &mut impl Write, path: &str, text: &str) -> io::Result<()> {
    writeln!(stream, "M 100644 inline {path}\ndata {}\n{text}", text.len())
}

fn git(root: &Path, arguments: &[&str]) -> io::Result<()> {
    let status = Command::new("git").args(arguments).current_dir(root).status()?;
    if status.success() { Ok(()) } else { Err(io::Error::other(format!("git {arguments:?}"))) }
}
