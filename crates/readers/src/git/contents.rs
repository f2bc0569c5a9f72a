//! Contents of a repository, one after the other: [`git cat-file
//! --batch`](https://git-scm.com/docs/git-cat-file#_batch_output), started at the first question.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout};

use super::command;

/// Longer contents are not read: no text comes near it.
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// Gives contents by their names.
#[derive(Debug)]
pub struct Contents {
    directory: PathBuf,
    git: Git,
}

#[derive(Debug)]
enum Git {
    Unasked,
    Running(Running),
    /// It cannot be started, or gave no answer.
    Gone,
}

#[derive(Debug)]
struct Running {
    git: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Contents {
    /// Those of the repository around a directory.
    pub fn of(directory: &Path) -> Self {
        Self { directory: directory.to_owned(), git: Git::Unasked }
    }

    /// The content of this name; none where it is not there, or git does not answer.
    pub fn get(&mut self, name: &str) -> Option<Vec<u8>> {
        let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_name.then(|| self.ask(name)).flatten()
    }

    /// The content that the checked out commit has for a file, from the top of the repository.
    pub fn committed(&mut self, file: &str) -> Option<Vec<u8>> {
        // One question is one line.
        (!file.contains(['\n', '\0'])).then(|| self.ask(&format!("HEAD:{file}"))).flatten()
    }

    fn ask(&mut self, question: &str) -> Option<Vec<u8>> {
        if matches!(self.git, Git::Unasked) {
            self.git = Running::start(&self.directory).map_or(Git::Gone, Git::Running);
        }
        let Git::Running(running) = &mut self.git else { return None };
        let answer = running.ask(question);
        if answer.is_err() {
            self.git = Git::Gone;
        }
        answer.ok().flatten()
    }
}

impl Running {
    fn start(directory: &Path) -> Option<Self> {
        let mut git = command::contents_in_turn(directory).spawn().ok()?;
        let (questions, answers) = (git.stdin.take()?, git.stdout.take()?);
        Some(Self { git, questions, answers: BufReader::new(answers) })
    }

    /// None where git has no such content; an error ends the talk.
    fn ask(&mut self, question: &str) -> io::Result<Option<Vec<u8>>> {
        writeln!(self.questions, "{question}")?;
        self.questions.flush()?;
        let mut head = String::new();
        if self.answers.read_line(&mut head)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let is_absent = head.trim_end().ends_with(" missing");
        let size = head.split_whitespace().nth(2).filter(|_| !is_absent);
        let Some(size) = size else { return Ok(None) };
        let size = size.parse().ok().filter(|&size: &usize| size <= MAX_BYTES);
        let size: usize = size.ok_or(io::ErrorKind::InvalidData)?;
        // A line break ends it.
        let mut content = vec![0; size + 1];
        self.answers.read_exact(&mut content)?;
        content.pop();
        Ok(Some(content))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It would wait for the next question. Nobody wants to know how it ended.
        let _ended = self.git.kill().and_then(|()| self.git.wait());
    }
}
