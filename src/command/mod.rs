//! One file a subcommand; each gives its exit code and leaves exiting to `main`.

mod adr;
mod changelog;
mod check;
mod completions;
mod coverage;
mod explain;
mod preprocess;
mod templates;
mod workbench;

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::{Context, Result};
use mdbook_archdoc::error::Error;
use mdbook_archdoc::load::LoadError;
use mdbook_archdoc::terminal;
use mdbook_archdoc::workbench::WorkbenchError;

use crate::cli::{Cli, Command};

/// A denied finding.
const DENIED: u8 = 1;

/// The command line, the configuration or a file is at fault.
pub(crate) const FAILED: u8 = 2;

/// Runs what was asked for.
pub(crate) fn run(cli: Cli) -> Result<ExitCode> {
    match cli.command {
        None => preprocess::run(),
        // Markdown is what every renderer gets from mdBook, so there is none to turn down.
        Some(Command::Supports { .. }) => Ok(ExitCode::SUCCESS),
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::Coverage(args)) => coverage::run(&args),
        Some(Command::Adr(command)) => adr::run(&command),
        Some(Command::Changelog(command)) => changelog::run(&command),
        Some(Command::Completions { shell }) => completions::run(shell),
        Some(Command::Init { book }) => workbench::init(&book),
        Some(Command::Templates(command)) => templates::run(&command),
        Some(Command::New(args)) => workbench::new(&args),
        Some(Command::Fill(args)) => workbench::fill(&args),
        Some(Command::Explain { rule }) => explain::run(rule.as_deref()),
    }
}

/// Tells people what stopped a command.
pub(crate) fn report_error(error: &anyhow::Error) {
    let known = error.downcast_ref::<Error>();
    let loading = error.downcast_ref::<LoadError>().or_else(|| match error.downcast_ref()? {
        WorkbenchError::Book(error) => Some(error),
        _ => None,
    });
    let place = known.and_then(Error::place).or_else(|| loading.and_then(LoadError::place));
    let help = known.and_then(Error::help).or_else(|| loading.and_then(LoadError::help));
    let text = terminal::human().error(&format!("{error:#}"), place, help.as_deref());
    terminal::report(&(text + "\n"));
}

/// Writes a command's data to stdout in one piece. A reader that has gone (`| head`) is no error.
fn write_stdout(bytes: &[u8]) -> Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result.context("cannot write to stdout"),
    }
}
