//! `check`: what a build would report, read from disk.

use std::process::ExitCode;

use anyhow::Result;
use mdbook_archdoc::config::Environment;
use mdbook_archdoc::diagnostic::human::closing_line;
use mdbook_archdoc::diagnostic::json;
use mdbook_archdoc::diagnostic::summary::Summary;
use mdbook_archdoc::load::{LoadError, load};
use mdbook_archdoc::{pipeline, terminal};

use super::{DENIED, FAILED, write_stdout};
use crate::cli::{BookArgs, Format};

/// Reports the findings; then, with exit code 2, the chapters that could not be read.
pub(super) fn run(args: &BookArgs) -> Result<ExitCode> {
    let loaded = load(&args.book, Environment::of_process())?;
    let outcome = pipeline::run(&loaded.book, &loaded.settings);
    match args.format {
        Format::Json => write_stdout(json::render(&outcome.findings).as_bytes())?,
        Format::Human => terminal::report(&terminal::human().findings(&outcome.findings)),
    }
    report_problems(&loaded.problems);
    if args.format == Format::Human {
        let summary = Summary { unread: loaded.problems.len(), ..outcome.summary };
        terminal::report(&closing_line(&summary).unwrap_or_default());
    }
    Ok(match (loaded.problems.is_empty(), outcome.denied()) {
        (false, _) => ExitCode::from(FAILED),
        (true, true) => ExitCode::from(DENIED),
        (true, false) => ExitCode::SUCCESS,
    })
}

/// Tells people which chapters could not be read.
pub(super) fn report_problems(problems: &[LoadError]) {
    let human = terminal::human();
    for problem in problems {
        let help = problem.help();
        let text = human.error(&problem.to_string(), problem.place(), help.as_deref());
        terminal::report(&(text + "\n\n"));
    }
}
