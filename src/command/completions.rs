//! `completions`: a script for the shell.

use clap::CommandFactory;
use clap_complete::Shell;

use super::error::Result;
use super::exit::Exit;
use super::stdout_bytes;
use crate::cli::Cli;

/// Prints the script to stdout.
pub(super) fn run(shell: Shell) -> Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "mdbook-archdoc", &mut script);
    stdout_bytes(&script)?;
    Ok(Exit::Clean)
}
