//! `coverage`: how much of each document is written.

use std::process::ExitCode;

use anyhow::{Context, Result};
use load::Home;
use readers::analysis::Analysis;
use readers::document::coverage;
use readers::settings::env::Environment;

use super::check::report_problems;
use super::{FAILED, print, write_stdout};
use crate::cli::{BookArgs, Format};
use crate::terminal;

/// Prints the table or the JSON to stdout.
pub(super) fn run(args: &BookArgs) -> Result<ExitCode> {
    let path = &args.book;
    let home = Home::of(path).with_context(|| format!("cannot look at `{}`", path.display()))?;
    let loaded = match &home {
        Home::Book(root) => load::load(root, Environment::of_process())?,
        Home::Tree(root) => load::tree(root, &[], Environment::of_process())?,
    };
    let analysis = Analysis::new(&loaded.book, &loaded.config.settings);
    let documents = analysis.coverage();
    report_problems(&loaded);
    match args.format {
        Format::Json => write_stdout(coverage::json(documents).as_bytes())?,
        Format::Human => print(&coverage::table(documents, terminal::stdout_width()))?,
    }
    let complete = loaded.problems.is_empty();
    Ok(if complete { ExitCode::SUCCESS } else { ExitCode::from(FAILED) })
}
