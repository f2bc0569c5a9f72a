//! No subcommand: mdBook's message on stdin, the book on stdout, findings on stderr.

use std::io::{self, IsTerminal, Read};

use crate::build;
use anyhow::Context;

use super::error::{Result, refused};
use super::exit::Exit;
use super::stdout_with;

/// Answers mdBook. Stdin is read to its end first, since mdBook warns when its message is cut off.
pub(super) fn run() -> Result<Exit> {
    let mut stdin = io::stdin().lock();
    if stdin.is_terminal() {
        return Err(refused(
            "mdBook starts this program and sends it the book; see `mdbook-archdoc --help` for what \
             people can run",
        ));
    }
    let mut message = Vec::new();
    stdin.read_to_end(&mut message).context("cannot read mdBook's message from stdin")?;
    match build::preprocess(&message) {
        Ok(book) => {
            stdout_with(|stdout| book.write_to(stdout))?;
            Ok(Exit::Clean)
        }
        // The report has said why.
        Err(error) if error.is_denied() => Ok(Exit::Found),
        Err(error) => Err(error.into()),
    }
}
