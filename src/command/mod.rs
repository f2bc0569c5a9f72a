//! One file a subcommand; each says how it ended and leaves exiting to `main`.

mod adr;
mod changelog;
mod changes;
mod check;
mod completions;
mod coverage;
mod error;
mod exit;
mod explain;
mod init;
mod lsp;
mod outside;
mod preprocess;
mod problems;
mod render;
mod repository;
mod subject;
mod suggest;
mod templates;
mod workbench;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use crate::report::styled::Styled;
use crate::terminal;
use anyhow::Context;
use clap::{CommandFactory, Parser};
use error::{CommandError, Result};
use text::printable::Printable;

use crate::cli::{Cli, Command};
use exit::Exit;

/// The program, from its arguments to its exit code.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version go to stdout with code 0, mistakes to stderr with code 2; where nobody
            // reads them there is nothing more to do.
            let _unread = error.print();
            return if error.use_stderr() { Exit::Failed } else { Exit::Clean }.into();
        }
    };
    let ran = run(cli).unwrap_or_else(|error| {
        report_error(&error);
        Exit::Failed
    });
    ran.into()
}

/// What can be typed, for the pages of the manual.
pub fn command_line() -> clap::Command {
    Cli::command()
}

/// Runs what was asked for.
fn run(cli: Cli) -> Result<Exit> {
    match cli.command {
        None => preprocess::run(),
        // Markdown is what every renderer gets from mdBook, so there is none to turn down.
        Some(Command::Supports { .. }) => Ok(Exit::Clean),
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::Suggest(args)) => suggest::run(&args),
        Some(Command::Coverage(args)) => coverage::run(&args),
        Some(Command::Changes(args)) => changes::run(&args),
        Some(Command::Adr(command)) => adr::run(&command),
        Some(Command::Changelog(command)) => changelog::run(&command),
        Some(Command::Completions { shell }) => completions::run(shell),
        Some(Command::Init { path, css }) => init::run(&path, css),
        Some(Command::Templates(command)) => templates::run(&command),
        Some(Command::New(args)) => workbench::new(&args),
        Some(Command::Fill(args)) => workbench::fill(&args),
        Some(Command::Render(args)) => render::run(&args),
        Some(Command::Lsp) => lsp::run(),
        Some(Command::Explain { rule }) => explain::run(rule.as_deref()),
    }
}

/// Tells people what stopped a command.
fn report_error(error: &CommandError) {
    let human = terminal::human();
    let help = error.help();
    let text = human.error(&error.with_causes(), error.place(), help.as_deref());
    terminal::stderr_styled(&text.breaks(1));
    for other in error.others() {
        let text =
            human.error(&other.to_string(), Some(&other.origin.place), other.help().as_deref());
        terminal::stderr_styled(&Styled::plain("\n").then(&text).breaks(1));
    }
}

/// Writes what people read to stdout; what a book says in it cannot steer their terminal.
fn stdout_text(text: &str) -> Result<()> {
    stdout_bytes(Printable::of(text).as_str().as_bytes())
}

/// Writes a command's data to stdout in one piece.
fn stdout_bytes(bytes: &[u8]) -> Result<()> {
    stdout_with(|stdout| stdout.write_all(bytes))
}

/// Writes to stdout what is known to be right as a whole. A reader that has gone (`| head`) is no error.
fn stdout_with(write: impl FnOnce(&mut BufWriter<Stdout>) -> io::Result<()>) -> Result<()> {
    let written = stdout().and_then(|stdout| {
        let mut stdout = BufWriter::new(stdout);
        write(&mut stdout)?;
        stdout.flush()
    });
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => Ok(result.context("cannot write to stdout")?),
    }
}

/// Stdout without the search for the last line break that [`io::stdout`] makes in each write: a book is one line
/// of megabytes.
#[cfg(unix)]
fn stdout() -> io::Result<Stdout> {
    use std::os::fd::AsFd;

    Ok(io::stdout().as_fd().try_clone_to_owned()?.into())
}

#[cfg(not(unix))]
fn stdout() -> io::Result<Stdout> {
    Ok(io::stdout().lock())
}

#[cfg(unix)]
type Stdout = std::fs::File;
#[cfg(not(unix))]
type Stdout = io::StdoutLock<'static>;
