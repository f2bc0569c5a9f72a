//! Arguments in, exit code out.

use std::io::{Read, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    // mdBook asks `supports <renderer>` first; every renderer gets Markdown from us.
    if std::env::args().nth(1).as_deref() == Some("supports") {
        return ExitCode::SUCCESS;
    }
    match preprocess() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn preprocess() -> anyhow::Result<()> {
    let mut message = Vec::new();
    std::io::stdin().lock().read_to_end(&mut message)?;
    let book = mdbook_archdoc::preprocess(&message)?;
    std::io::stdout().lock().write_all(&book)?;
    Ok(())
}
