//! `adr`: decision records, with or without a book around them.

use std::fmt::Write as _;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::report::records;
use crate::terminal;
use crate::workbench::record;
use crate::workbench::record::{Change, Plan, Template};
use anyhow::{Context, Result, bail};
use readers::adr::directory::Directory;
use readers::adr::{OwnWords, directory};
use readers::changelog::book::today;
use readers::settings::{ADR_DIRECTORIES, Settings};
use words::date;
use words::date::{Date, Precision};

use super::write_stdout;
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
    let text = match format {
        Format::Human => records::table(&found.records),
        Format::Json => records::json(&found.records),
    };
    write_stdout(text.as_bytes())?;
    terminal::report(&records::left_out(found));
    Ok(ExitCode::SUCCESS)
}

/// Writes the next record and the other side of what it supersedes; tells what was written.
fn new(args: &AdrNew) -> Result<ExitCode> {
    let directory = match &args.dir {
        Some(directory) => directory.clone(),
        None => usual_directory()?,
    };
    let date = args.date.as_deref().map_or_else(|| Ok(today(&Settings::default())), day)?;
    let found = if directory.exists() { read(&directory)? } else { Directory::default() };
    let template = args.template.map(|template| match template {
        AdrTemplate::Nygard => Template::Nygard,
        AdrTemplate::Madr => Template::Madr,
        AdrTemplate::MadrMinimal => Template::MadrMinimal,
    });
    let plan = record::plan(&found, &args.title, template, &args.supersedes, date)?;
    carry_out(&plan, &directory)?;
    Ok(ExitCode::SUCCESS)
}

fn carry_out(plan: &Plan, directory: &Path) -> Result<()> {
    let file = directory.join(&plan.path);
    create(&file, &plan.text)?;
    let mut told = format!("wrote {}\n", file.display());
    for change in &plan.changes {
        let file = directory.join(&change.path);
        rewrite(&file, change)?;
        let Change { before, after, .. } = change;
        let _infallible = writeln!(told, "changed {}: `{before}` is now `{after}`", file.display());
    }
    for (path, line) in &plan.by_hand {
        let file = directory.join(path);
        let file = file.display();
        let _infallible = writeln!(told, "{file} states no status; add this line: {line}");
    }
    write_stdout(told.as_bytes())
}

/// Writes a file that is not there yet.
fn create(file: &Path, text: &str) -> Result<()> {
    let cannot = || format!("cannot write {}", file.display());
    if let Some(parent) = file.parent() {
        fs::create_dir_all(parent).with_context(cannot)?;
    }
    let mut new =
        OpenOptions::new().write(true).create_new(true).open(file).with_context(cannot)?;
    new.write_all(text.as_bytes()).with_context(cannot)
}

/// Writes a file anew, with the byte order mark it had.
fn rewrite(file: &Path, change: &Change) -> Result<()> {
    let old =
        readers::files::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mark = if old.starts_with("\u{feff}".as_bytes()) { "\u{feff}" } else { "" };
    fs::write(file, format!("{mark}{}", change.text))
        .with_context(|| format!("cannot write {}", file.display()))
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
