//! `changelog`: change logs in files, with no book around them.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::report::change_logs;
use crate::terminal;
use anyhow::{Context, Result};
use judge::level_settings::LevelSettings;
use judge::pipeline;
use readers::analysis::Analysis;
use readers::book::{Book, Chapter};
use readers::changelog::ChangeLogs;
use readers::files::markdown_files;
use readers::settings::Settings;

use super::{FAILED, print, write_stdout};
use crate::cli::{ChangelogCommand, Format};

/// Runs one of the subcommands.
pub(super) fn run(command: &ChangelogCommand) -> Result<ExitCode> {
    match command {
        ChangelogCommand::List { paths, format } => show(paths, *format),
    }
}

/// The entries on stdout; for people the findings on stderr.
fn show(paths: &[PathBuf], format: Format) -> Result<ExitCode> {
    let mut problems = Vec::new();
    let mut chapters = Vec::new();
    for path in paths {
        for file in below(path, &mut problems) {
            match read(&file) {
                Ok(chapter) => chapters.push(chapter),
                Err(problem) => problems.push(problem),
            }
        }
    }
    let book = Book { root: PathBuf::new(), src: String::new(), chapters, target: None };
    let settings = Settings::default();
    let mut analysis = Analysis::new(&book, &settings);
    let documents = book.chapters.iter().map(|chapter| &**chapter.document());
    analysis.change_logs = ChangeLogs::read(documents.enumerate(), &settings);
    let outcome = pipeline::judge(&analysis, &LevelSettings::default(), None);
    let findings = change_logs::findings(outcome.findings);
    match format {
        Format::Json => {
            write_stdout(change_logs::json(&book, &analysis.change_logs, &findings).as_bytes())?;
        }
        Format::Human => {
            print(&change_logs::table(&book, &analysis.change_logs))?;
            terminal::report(&terminal::human().findings(&findings));
        }
    }
    for problem in &problems {
        let told = terminal::human().error(&format!("{problem:#}"), None, None);
        terminal::report(&told.breaks(1));
    }
    Ok(if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(FAILED) })
}

/// The Markdown files below a directory; a file itself.
fn below(path: &Path, problems: &mut Vec<anyhow::Error>) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    match markdown_files(path) {
        Ok(files) => files.into_iter().map(|(_, file)| file).collect(),
        Err(error) => {
            let what = format!("cannot read {}", path.display());
            problems.push(anyhow::Error::new(error).context(what));
            Vec::new()
        }
    }
}

fn read(path: &Path) -> Result<Chapter<'static>> {
    let name = path.to_string_lossy();
    let bytes = readers::files::read(path).with_context(|| format!("cannot read {name}"))?;
    let text = String::from_utf8(bytes).with_context(|| format!("{name} is not UTF-8"))?;
    Ok(Chapter::new(&name, "", &name, text))
}
