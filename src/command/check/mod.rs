//! `check`: what a build would report, read from disk.

mod baseline;
mod fix;
mod since;
mod unchecked;

use crate::error::Error;
use crate::report::display_paths::DisplayPaths;
use crate::report::group::Lists;
use crate::report::unread::Unread;
use crate::report::{github, gitlab, json, junit, sarif, short};
use crate::terminal;
use judge::finding::{self, Finding};
use judge::pipeline::Outcome;
use judge::summary::Summary;
use load::config::Config;
use load::{LoadError, Loaded};
use readers::analysis::Analysis;
use text::wording::listed;

use super::exit::Exit;
use super::problems::report_problems;
use super::stdout_bytes;
use super::subject::Subject;
use crate::cli::{CheckArgs, CheckFormat};
use crate::command::error::{Result, refused};
use since::Change;

/// Reports the findings; then, with exit code 2, the files that could not be read.
pub(super) fn run(args: &CheckArgs) -> Result<Exit> {
    let subjects = Subject::all(&args.paths)?;
    if subjects.len() > 1 && !is_for_people(args) {
        let roots: Vec<_> =
            subjects.iter().map(|subject| subject.root().to_string_lossy()).collect();
        let roots: Vec<&str> = roots.iter().map(|root| &**root).collect();
        return Err(refused(format!(
            "the paths lie in {}; name those of one at a time with this format",
            listed(&roots)
        )));
    }
    let mut exit = Exit::Clean;
    for subject in &subjects {
        exit = exit.max(look(args, subject)?);
    }
    Ok(exit)
}

const fn is_for_people(args: &CheckArgs) -> bool {
    matches!(args.format, CheckFormat::Human | CheckFormat::Short)
}

/// One book or tree.
fn look(args: &CheckArgs, subject: &Subject) -> Result<Exit> {
    let change = Change::of(args, subject)?;
    let mut loaded = match &change.staged {
        Some(staged) => subject.copy(staged.root()).read(args)?,
        None => subject.read(args)?,
    };
    if args.dry_run {
        fix::preview(subject, &loaded)?;
        report_problems(&loaded);
        return Ok(Exit::of_unread(&loaded.problems));
    }
    if args.fix {
        loaded = fix::run(args, subject, loaded)?;
    }
    if args.write_baseline {
        baseline::write(args, subject, &mut loaded)?;
    }
    let analysis = Analysis::new(&loaded.book, &loaded.config.settings);
    let outcome = judge(subject, &loaded, &analysis, &change)?;
    // Whoever asks about some files need not mend the others first.
    let scope = subject.scope(&loaded)?;
    let root = subject.root();
    for unread in [&mut loaded.problems, &mut loaded.passed_over] {
        unread.retain(|one| one.file().is_none_or(|file| scope.holds_file(file, root)));
    }
    report(args, subject, &outcome.findings, &loaded.problems)?;
    report_problems(&loaded);
    if is_for_people(args) {
        let summary = Summary { unread: loaded.problems.len(), ..outcome.summary };
        terminal::stderr_styled(&terminal::human().closing(&summary));
        if args.format == CheckFormat::Human {
            tell(args, subject, &loaded, &analysis, &outcome.findings, &summary)?;
        }
    }
    let judged = if outcome.denied() { Exit::Found } else { Exit::Clean };
    Ok(judged.max(Exit::of_unread(&loaded.problems)))
}

/// Tells of what lies beside what was checked.
fn tell(
    args: &CheckArgs,
    subject: &Subject,
    loaded: &Loaded,
    analysis: &Analysis<'_>,
    findings: &[Finding],
    summary: &Summary,
) -> Result<()> {
    if args.verbose {
        unchecked::tell_not_understood(subject, loaded, analysis)?;
    }
    if !args.paths.iter().all(|path| path.is_dir()) {
        if findings.is_empty() {
            unchecked::tell_of_files(subject, loaded, analysis);
        }
        return Ok(());
    }
    let asked = if summary.is_empty() {
        unchecked::Asked::Nothing
    } else if args.since.is_some() || args.staged {
        unchecked::Asked::Change
    } else {
        unchecked::Asked::All
    };
    unchecked::tell(subject, loaded, analysis, asked)
}

/// The findings in the files that were asked about.
fn judge(
    subject: &Subject,
    loaded: &Loaded,
    analysis: &Analysis<'_>,
    change: &Change,
) -> Result<Outcome> {
    let scope = subject.scope(loaded)?;
    let Config { settings, levels } = &loaded.config;
    let baseline = load::baseline(subject.root(), settings).map_err(Error::from)?;
    let mut outcome = loaded.judge(analysis, baseline.as_ref());
    let mut compared = change.compare(analysis, levels);
    if let Some(compared) = &mut compared {
        outcome.findings.append(&mut compared.done);
        finding::sort(&mut outcome.findings);
        outcome.summary = outcome.summary.count(&outcome.findings);
    }
    if scope.is_narrow() {
        outcome.findings.retain(|finding| scope.holds(finding, subject.root()));
        outcome.known.retain(|finding| scope.holds(finding, subject.root()));
        outcome.summary = outcome.summary.count(&outcome.findings);
        outcome.summary.known = outcome.known.len();
    }
    if let Some(compared) = &compared {
        change.narrow(compared, &mut outcome);
    }
    Ok(outcome)
}

/// Writes the findings to those who read this format.
fn report(
    args: &CheckArgs,
    subject: &Subject,
    findings: &[Finding],
    problems: &[LoadError],
) -> Result<()> {
    let unread = Unread::all(problems);
    let repository = || DisplayPaths::in_repository(subject.root());
    let text = match args.format {
        CheckFormat::Human => {
            let lists = if args.verbose { Lists::Whole } else { Lists::Cut };
            terminal::stderr_styled(&terminal::human().lists(lists).findings(findings));
            return Ok(());
        }
        CheckFormat::Short => short::render(findings, &DisplayPaths::from_here(subject.root())),
        CheckFormat::Json => json::render(findings, &unread),
        CheckFormat::Github => github::render(findings, &unread, &repository()),
        CheckFormat::Sarif => sarif::render(findings, &unread, &repository()),
        CheckFormat::Gitlab => gitlab::render(findings, &unread, &repository()),
        CheckFormat::Junit => junit::render(findings, &unread),
    };
    stdout_bytes(text.as_bytes())
}
