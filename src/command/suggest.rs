//! `suggest`: what is there to be bound and read, with the lines that do it. Nothing is written.

use readers::analysis::Analysis;

use super::error::Result;
use super::exit::Exit;
use super::problems::report_problems;
use super::subject::Subject;
use super::{stdout_bytes, stdout_text};
use crate::cli::{Format, SuggestArgs};
use crate::report::survey;
use crate::terminal;

/// The suggestions on stdout; what was looked at on stderr.
pub(super) fn run(args: &SuggestArgs) -> Result<Exit> {
    let mut code = Exit::Clean;
    let mut values = Vec::new();
    for subject in Subject::all(&args.paths)? {
        let loaded = subject.whole()?;
        let analysis = Analysis::new(&loaded.book, &loaded.config.settings);
        let found = subject.survey(&loaded, &analysis)?;
        match args.format {
            Format::Json => values.push(survey::json(&found, &loaded.book)),
            Format::Human => {
                stdout_text(&survey::suggestions(&found, &loaded.book))?;
                terminal::stderr_wrapped(&survey::looked_at(&found, found.is_empty()));
            }
        }
        report_problems(&loaded);
        if !loaded.problems.is_empty() {
            code = Exit::Failed;
        }
    }
    if args.format == Format::Json {
        stdout_bytes(survey::array(&values).as_bytes())?;
    }
    Ok(code)
}
