//! `changelog`: change logs in files, with no book around them.

use std::io;
use std::path::{Path, PathBuf};

use crate::report::change_logs::{self, Listed};
use crate::terminal;
use judge::pipeline;
use readers::changelog::ChangeLogs;
use readers::files::{Bounds, Listing, Unreadable, markdown_files, source};
use readers::settings::Settings;
use text::markdown::Document;

use super::error::Result;
use super::exit::Exit;
use super::{stdout_bytes, stdout_text};
use crate::cli::{ChangelogCommand, Format};

/// Runs one of the subcommands.
pub(super) fn run(command: &ChangelogCommand) -> Result<Exit> {
    match command {
        ChangelogCommand::List { paths, format } if paths.is_empty() => {
            show(&[PathBuf::from(".")], *format)
        }
        ChangelogCommand::List { paths, format } => show(paths, *format),
    }
}

/// The entries on stdout; for people the findings on stderr. Of files that were not named only what `check` says.
fn show(paths: &[PathBuf], format: Format) -> Result<Exit> {
    let mut problems = Vec::new();
    let mut documents = Vec::new();
    let mut listed = Vec::new();
    for path in paths {
        let bounds = Bounds::around(path);
        for file in below(path, &mut problems) {
            // A file that was named is meant.
            if let Some(why) = bounds.refuse(&file).filter(|_| file != *path) {
                problems.push(Unreadable::at(&file.to_string_lossy(), why));
                continue;
            }
            let name = file.strip_prefix(".").unwrap_or(&file).to_string_lossy();
            match source(&file, &name) {
                Ok(source) => {
                    listed.push(Listed { path: source.path().to_owned(), named: file == *path });
                    documents.push(Document::parse(&source));
                }
                Err(problem) => problems.push(problem),
            }
        }
    }
    let mut logs = ChangeLogs::read(&documents, &Settings::default());
    logs.ask_for(|at| listed[at].named);
    let findings = pipeline::judge_logs(&logs);
    match format {
        Format::Json => {
            stdout_bytes(change_logs::json(&listed, &logs, &findings).as_bytes())?;
        }
        Format::Human => {
            stdout_text(&change_logs::table(&listed, &logs))?;
            terminal::stderr_styled(&terminal::human().findings(&findings));
        }
    }
    for problem in &problems {
        let told = terminal::human().error(&problem.told(), None, problem.help());
        terminal::stderr_styled(&told.breaks(1));
    }
    Ok(Exit::of_unread(&problems))
}

/// The Markdown files below a directory; a file itself.
fn below(path: &Path, problems: &mut Vec<Unreadable>) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let mut refused = |directory: &Path, error: &io::Error| {
        problems.push(Unreadable::refused(&directory.to_string_lossy(), error));
    };
    match markdown_files(path) {
        Ok(Listing { files, closed }) => {
            for (name, error) in &closed {
                refused(&path.join(name), error);
            }
            files.into_iter().map(|(_, file)| file).collect()
        }
        Err(error) => {
            refused(path, &error);
            Vec::new()
        }
    }
}
