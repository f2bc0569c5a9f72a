//! `check --fix`: mends round after round, and tells what it did.

use std::collections::HashSet;

use crate::terminal;
use crate::write::fix::{MAX_ROUNDS, inside, write};
use judge::fix::{Plan, Written};
use load::Loaded;
use readers::analysis::Analysis;
use text::wording::plural;

use super::judge;
use super::since::Change;
use crate::cli::CheckArgs;
use crate::command::error::Result;
use crate::command::stdout_text;
use crate::command::subject::Subject;
use crate::workbench::named_in_diff;

/// The book with all mended that can be.
pub(super) fn run(args: &CheckArgs, subject: &Subject, mut loaded: Loaded) -> Result<Loaded> {
    let mut written = Written::default();
    let mut mended = 0;
    let mut files = HashSet::new();
    for _ in 0..MAX_ROUNDS {
        let analysis = Analysis::new(&loaded.book, &loaded.config.settings);
        let outcome = judge(subject, &loaded, &analysis, &Change::default())?;
        drop(analysis);
        let plan = Plan::new(&outcome.findings, |file| inside(&loaded.book.root, file), &written);
        if plan.is_empty() {
            tell_outside(&plan);
            break;
        }
        write(&plan)?;
        written.add(&plan);
        for finding in &plan.mended {
            let place = &finding.place;
            let (path, at) = (place.source.path(), place.start());
            terminal::stderr_text(&format!(
                "mended {path}:{}:{}: [{}] {}\n",
                at.line, at.column, finding.rule.name, finding.message
            ));
        }
        mended += plan.mended.len();
        files.extend(plan.files.iter().map(|file| file.source.path().to_owned()));
        drop(plan);
        loaded = subject.read(args)?;
    }
    if mended > 0 {
        let findings = plural(mended, "finding", "findings");
        let files = plural(files.len(), "file", "files");
        terminal::stderr_text(&format!("archdoc: {findings} mended in {files}\n\n"));
    }
    Ok(loaded)
}

/// Shows what would be mended first, and nothing else.
pub(super) fn preview(subject: &Subject, loaded: &Loaded) -> Result<()> {
    let analysis = Analysis::new(&loaded.book, &loaded.config.settings);
    let outcome = judge(subject, loaded, &analysis, &Change::default())?;
    let plan =
        Plan::new(&outcome.findings, |file| inside(&loaded.book.root, file), &Written::default());
    tell_outside(&plan);
    stdout_text(&plan.diff(named_in_diff))?;
    let would = plural(plan.mended.len(), "finding", "findings");
    terminal::stderr_text(&format!("archdoc: {would} would be mended; nothing was changed\n"));
    Ok(())
}

fn tell_outside(plan: &Plan<'_>) {
    for file in &plan.outside {
        terminal::stderr_text(&format!("not mended: `{file}` lies outside of the repository\n"));
    }
}
