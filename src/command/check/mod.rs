//! `check`: what a build would report, read from disk.

mod baseline;
mod fix;

use std::process::ExitCode;

use crate::error::Error;
use crate::narrow::Scope;
use crate::report::{github, gitlab, json, junit, sarif, short};
use crate::terminal;
use anyhow::{Context, Result};
use judge::baseline::stale_baseline;
use judge::finding::Finding;
use judge::naming::Naming;
use judge::pipeline;
use judge::pipeline::Outcome;
use judge::rules::document_changed_without_entry;
use judge::summary::Summary;
use load::config::Config;
use load::{LoadError, Loaded};
use readers::analysis::Analysis;
use readers::settings::env::Environment;

use super::{DENIED, FAILED, write_stdout};
use crate::cli::{CheckArgs, CheckFormat};

/// Reports the findings; then, with exit code 2, the chapters that could not be read.
pub(super) fn run(args: &CheckArgs) -> Result<ExitCode> {
    let mut loaded = read(args)?;
    if args.fix {
        loaded = fix::run(args, loaded)?;
    }
    if args.write_baseline {
        baseline::write(args, &mut loaded)?;
    }
    let outcome = judge(args, &loaded)?;
    report(args, &outcome.findings, loaded.problems.is_empty())?;
    report_problems(&loaded.problems);
    if matches!(args.format, CheckFormat::Human | CheckFormat::Short) {
        let summary = Summary { unread: loaded.problems.len(), ..outcome.summary };
        terminal::report(&terminal::human().closing(&summary));
    }
    Ok(match (loaded.problems.is_empty(), outcome.denied()) {
        (false, _) => ExitCode::from(FAILED),
        (true, true) => ExitCode::from(DENIED),
        (true, false) => ExitCode::SUCCESS,
    })
}

/// The book, with what the command line says on top of its configuration.
fn read(args: &CheckArgs) -> Result<Loaded> {
    let mut loaded = load::load(&args.book, Environment::of_process())?;
    let Config { settings, levels } = &mut loaded.config;
    levels.forced.clone_from(&args.levels.0);
    levels.assumed_stage = args.stage();
    settings.git |= levels.may_report(&document_changed_without_entry::RULE);
    settings.as_of = args.as_of.or(settings.as_of);
    if let Some(file) = &args.baseline {
        // Typed from here, and not from the book's root.
        let file = std::path::absolute(file).context("cannot find the baseline")?;
        settings.baseline = Some(file.to_string_lossy().into_owned());
    }
    Ok(loaded)
}

/// The findings in the files that were asked about.
fn judge(args: &CheckArgs, loaded: &Loaded) -> Result<Outcome> {
    let scope = Scope::new(&args.paths, &loaded.book).context("cannot look at")?;
    let Config { settings, levels } = &loaded.config;
    let baseline = load::baseline(&loaded.book.root, settings.baseline.as_deref());
    let baseline = baseline.map_err(Error::from)?;
    let analysis = Analysis::new(&loaded.book, settings);
    let mut outcome = pipeline::judge(&analysis, levels, baseline.as_ref());
    if !loaded.problems.is_empty() {
        // What was not read is not mended.
        outcome.findings.retain(|finding| finding.rule.name != stale_baseline::RULE.name);
        outcome.summary = outcome.summary.count(&outcome.findings);
    }
    if scope.is_narrow() {
        outcome.findings.retain(|finding| scope.holds(finding, &loaded.book.root));
        outcome.summary = outcome.summary.count(&outcome.findings);
    }
    Ok(outcome)
}

/// Writes the findings to those who read this format.
fn report(args: &CheckArgs, findings: &[Finding], complete: bool) -> Result<()> {
    let repository = || Naming::in_repository(&args.book);
    let text = match args.format {
        CheckFormat::Human => {
            terminal::report(&terminal::human().findings(findings));
            return Ok(());
        }
        CheckFormat::Short => short::render(findings, &Naming::from_here(&args.book)),
        CheckFormat::Json => json::render(findings),
        CheckFormat::Github => github::render(findings, &repository()),
        CheckFormat::Sarif => sarif::render(findings, &repository(), complete),
        CheckFormat::Gitlab => gitlab::render(findings, &repository()),
        CheckFormat::Junit => junit::render(findings),
    };
    write_stdout(text.as_bytes())
}

/// Tells people which chapters could not be read.
pub(super) fn report_problems(problems: &[LoadError]) {
    let human = terminal::human();
    for problem in problems {
        let help = problem.help();
        let text = human.error(&problem.to_string(), problem.place(), help.as_deref());
        terminal::report(&text.breaks(2));
    }
}
