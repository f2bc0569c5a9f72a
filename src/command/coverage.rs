//! `coverage`: how much of each document is written.

use readers::analysis::Analysis;

use super::error::Result;
use super::exit::Exit;
use super::problems::report_problems;
use super::subject::Subject;
use super::{stdout_bytes, stdout_text};
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
        Format::Json => stdout_bytes(coverage::json(documents).as_bytes())?,
        Format::Human => stdout_text(&coverage::table(documents, terminal::stdout_width()))?,
    }
    Ok(Exit::of_unread(&loaded.problems))
}
