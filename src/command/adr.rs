//! `adr`: decision records, with or without a book around them.

use std::process::ExitCode;

use anyhow::{Context, Result};
use mdbook_archdoc::adr::directory::Directory;
use mdbook_archdoc::adr::{OwnWords, directory, list};
use mdbook_archdoc::terminal;

use super::write_stdout;
use crate::cli::{AdrCommand, Format};

/// Runs one of the subcommands.
pub(super) fn run(command: &AdrCommand) -> Result<ExitCode> {
    match command {
        AdrCommand::List { directory, format } => {
            let found = directory::read(directory, &OwnWords::new())
                .with_context(|| format!("cannot read {}", directory.display()))?;
            show(&found, *format)
        }
    }
}

/// The records on stdout; what was left out, and why, on stderr.
fn show(found: &Directory, format: Format) -> Result<ExitCode> {
    let text = match format {
        Format::Human => list::table(&found.records),
        Format::Json => list::json(&found.records),
    };
    write_stdout(text.as_bytes())?;
    terminal::report(&list::left_out(found));
    Ok(ExitCode::SUCCESS)
}
