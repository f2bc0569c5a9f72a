//! `lsp`: the server that editors start.

use anyhow::Context;
use lsp::Ending;
use readers::settings::env::Environment;

use super::error::Result;
use super::exit::Exit;

/// Serves the editor at the other end of stdin and stdout, until it goes.
pub(super) fn run() -> Result<Exit> {
    let (connection, writer) = lsp::stdio().context("cannot serve an editor")?;
    let ending = lsp::serve(&connection, Environment::of_process(), lsp::PAUSE);
    let ending = ending.context("cannot serve an editor")?;
    // The writer ends with the last who could say something.
    drop(connection);
    let _unread = writer.finish();
    Ok(match ending {
        Ending::Orderly => Exit::Clean,
        Ending::Abrupt => Exit::Found,
    })
}
