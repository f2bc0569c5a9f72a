//! `check --write-baseline`: what is found now counts as known.

use std::path::Path;

use crate::terminal;
use crate::write;
use judge::baseline::{Counts, count, described, render, shrunk};
use judge::pipeline;
use load::{BaselineError, Loaded};
use readers::analysis::Analysis;
use readers::settings::Settings;
use text::source::without_bom;
use text::wording::plural;

use crate::cli::CheckArgs;
use crate::command::error::{Result, refused};
use crate::command::problems::report_problems;
use crate::command::subject::Subject;
use crate::error::Error;

/// The file, where neither the book nor the command line names one.
const DEFAULT: &str = "archdoc-baseline.toml";

/// Writes the file, and has the book use it from here on.
pub(super) fn write(args: &CheckArgs, subject: &Subject, loaded: &mut Loaded) -> Result<()> {
    if subject.is_narrow() {
        return Err(refused(format!(
            "a baseline knows all of `{}`: name that alone",
            subject.root().display()
        )));
    }
    if !loaded.problems.is_empty() {
        report_problems(loaded);
        return Err(refused(
            "the baseline was not written, because not all of the book could be read",
        ));
    }
    let root = loaded.book.root.clone();
    let settings = &mut loaded.config.settings;
    let configured = settings.baseline.is_some();
    let file = settings.baseline.get_or_insert_with(|| DEFAULT.to_owned()).clone();
    let known = known(&root, settings)?;
    let analysis = Analysis::new(&loaded.book, &loaded.config.settings);
    let outcome = pipeline::judge(&analysis, &loaded.config.levels, None);
    let found = count(&outcome.findings);
    let counts = match &known {
        Some(known) if !args.accept_new => shrunk(known, &found),
        Some(_) | None => found,
    };
    let path = root.join(&file);
    let shown = path.strip_prefix(".").unwrap_or(&path);
    let name = shown.display();
    if known.as_ref() != Some(&counts) {
        let old = std::fs::read_to_string(&path).ok();
        write::put(&path, old.as_deref().map(without_bom), &render(&counts))?;
    }
    let before: Option<usize> = known.map(|known| known.values().sum());
    let told =
        format!("archdoc: `{name}` knows {}{}\n", described(&counts), change(before, &counts));
    terminal::stderr_text(&told);
    if !configured {
        let place =
            if loaded.book.listed { "[preprocessor.archdoc] in book.toml" } else { "archdoc.toml" };
        let help = format!("archdoc: add `baseline = \"{DEFAULT}\"` to {place} to use it\n");
        terminal::stderr_text(&help);
    }
    terminal::stderr_text("\n");
    Ok(())
}

/// What an existing file knows.
fn known(root: &Path, settings: &Settings) -> Result<Option<Counts>> {
    match load::baseline(root, settings) {
        Ok(baseline) => Ok(baseline.map(|baseline| baseline.counts())),
        Err(BaselineError::Absent(_)) => Ok(None),
        Err(error) => Err(Error::from(error).into()),
    }
}

/// `, 3 fewer than before`
fn change(before: Option<usize>, counts: &Counts) -> String {
    let now: usize = counts.values().sum();
    match before {
        None => String::new(),
        Some(before) if before == now => ", as before".to_owned(),
        Some(before) if before > now => format!(", {} fewer than before", before - now),
        Some(before) => format!(", {} than before", plural(now - before, "more", "more")),
    }
}
