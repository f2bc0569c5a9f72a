//! No subcommand: mdBook's message on stdin, the book on stdout, findings on stderr.

use std::io::{self, IsTerminal, Read};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use mdbook_archdoc::error::Error;

use super::{DENIED, write_stdout};

/// Answers mdBook. Stdin is read to its end first, since mdBook warns when its message is cut off.
pub(super) fn run() -> Result<ExitCode> {
    let mut stdin = io::stdin().lock();
    if stdin.is_terminal() {
        bail!(
            "mdBook starts this program and sends it the book; see `mdbook-archdoc --help` for what \
             people can run"
        );
    }
    let mut message = Vec::new();
    stdin.read_to_end(&mut message).context("cannot read mdBook's message from stdin")?;
    match mdbook_archdoc::preprocess(&message) {
        Ok(book) => {
            write_stdout(&book)?;
            Ok(ExitCode::SUCCESS)
        }
        // The report has said why.
        Err(Error::Denied(_)) => Ok(ExitCode::from(DENIED)),
        Err(error) => Err(error.into()),
    }
}
