//! `coverage`: how much of each document is written.

use anyhow::Result;
use readers::analysis::Analysis;

use super::exit::Exit;
use super::problems::report_problems;
use super::subject::Subject;
use super::{print, write_stdout};
use crate::cli::{BookArgs, Format};
use crate::report::coverage;
use crate::terminal;

/// Prints the table or the JSON to stdout.
pub(super) fn run(args: &BookArgs) -> Result<Exit> {
    let loaded = Subject::of(&args.book)?.whole()?;
    let analysis = Analysis::new(&loaded.book, &loaded.config.settings);
    let documents = analysis.coverage();
    report_problems(&loaded);
    match args.format {
        Format::Json => write_stdout(coverage::json(documents).as_bytes())?,
        Format::Human => print(&coverage::table(documents, terminal::stdout_width()))?,
    }
    Ok(Exit::of_unread(&loaded.problems))
}
