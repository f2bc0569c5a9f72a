//! `adr`: decision records, with or without a book around them.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::report::records;
use crate::terminal;
use crate::workbench::record;
use crate::workbench::record::{Change, Plan, Request, Template};
use anyhow::{Context, Result, bail};
use readers::adr::directory::Directory;
use readers::adr::{OwnWords, directory};
use readers::changelog::book::today;
use readers::settings::{ADR_DIRECTORIES, Settings};
use words::date;
use words::date::{Date, Precision};

use super::{print, write_stdout};
use crate::cli::{AdrCommand, AdrNew, AdrTemplate, Format};

/// Runs one of the subcommands.
pub(super) fn run(command: &AdrCommand) -> Result<ExitCode> {
    match command {
        AdrCommand::List { directory, format } => show(&read(directory)?, *format),
        AdrCommand::New(args) => new(args),
    }
}

fn read(directory: &Path) -> Result<Directory> {
    directory::read(directory, &OwnWords::new())
        .with_context(|| format!("cannot read {}", directory.display()))
}

/// The records on stdout; what was left out, and why, on stderr.
fn show(found: &Directory, format: Format) -> Result<ExitCode> {
    match format {
        Format::Human => print(&records::table(found))?,
        Format::Json => write_stdout(records::json(found).as_bytes())?,
    }
    terminal::say(&records::left_out(found));
    Ok(ExitCode::SUCCESS)
}

/// Writes the next record and the other side of what it supersedes; tells what was written.
fn new(args: &AdrNew) -> Result<ExitCode> {
    let directory = match &args.dir {
        Some(directory) => directory.clone(),
        None => usual_directory()?,
    };
    let date = args.date.as_deref().map_or_else(|| Ok(today(&Settings::default())), day)?;
    let template = args.template.map(|template| match template {
        AdrTemplate::Nygard => Template::Nygard,
        AdrTemplate::Madr => Template::Madr,
        AdrTemplate::MadrMinimal => Template::MadrMinimal,
    });
    let request = Request { title: &args.title, template, supersedes: &args.supersedes, date };
    let plan = record::write(&directory, &request)?;
    print(&told(&plan, &directory))?;
    Ok(ExitCode::SUCCESS)
}

/// What was written and changed, and what is left to do.
fn told(plan: &Plan, directory: &Path) -> String {
    let mut told = format!("wrote {}\n", directory.join(&plan.path).display());
    for change in &plan.changes {
        let file = directory.join(&change.path);
        let (file, Change { before, after, .. }) = (file.display(), change);
        let _infallible = match &**before {
            "" => writeln!(told, "changed {file}: added `{after}`"),
            _ => writeln!(told, "changed {file}: `{before}` is now `{after}`"),
        };
    }
    for (path, line) in &plan.by_hand {
        let file = directory.join(path);
        let file = file.display();
        let _infallible = writeln!(told, "{file} was left as it is; say there yourself: {line}");
    }
    told
}

/// The first directory with a usual name, here or where books and documents lie.
fn usual_directory() -> Result<PathBuf> {
    let places = ["", "src", "docs", "doc", "docs/src", "docs/architecture", "doc/architecture"];
    let candidates = places
        .iter()
        .flat_map(|place| ADR_DIRECTORIES.iter().map(move |name| Path::new(place).join(name)));
    let found = candidates.into_iter().find(|directory| directory.is_dir());
    match found {
        Some(directory) => Ok(directory),
        None => bail!("there is no directory of decision records here; name one with --dir"),
    }
}

fn day(text: &str) -> Result<Date> {
    let whole = |found: &date::Found| found.span == (0..text.len());
    let date = date::first(text).filter(whole).and_then(|found| found.reading.exact());
    match date.filter(|date| date.precision() == Precision::Day) {
        Some(date) => Ok(date),
        None => bail!("`{text}` is no day; write it as YYYY-MM-DD"),
    }
}
