//! `adr`: decision records, with or without a book around them.

mod init;
mod list;

use std::path::Path;

use crate::terminal;
use crate::workbench::record;
use crate::workbench::record::{Action, Change, Outcome, Place, Places, Plan, Request, Shelf};
use readers::settings::Settings;
use readers::settings::today;
use words::date::Date;

use super::error::Result;
use super::exit::Exit;
use super::stdout_text;
use crate::cli::{
    AdrCommand, AdrLink, AdrNew, AdrRelation, AdrStatus, AdrSupersede, AdrTemplate, Which,
};

/// Runs one of the subcommands.
pub(super) fn run(command: &AdrCommand) -> Result<Exit> {
    match command {
        AdrCommand::List { directory, format } => return list::run(directory.as_deref(), *format),
        AdrCommand::Init(args) => init::run(args)?,
        AdrCommand::New(args) => new(args)?,
        AdrCommand::Status(args) => status(args)?,
        AdrCommand::Supersede(args) => supersede(args)?,
        AdrCommand::Link(args) => link(args)?,
        AdrCommand::Edit(which) => {
            let (shelf, path) = located(which)?;
            record::edit(&shelf.directory.join(path), &which.record)?;
        }
        AdrCommand::Show { which, path } => show(which, *path)?,
    }
    Ok(Exit::Clean)
}

/// Writes the next record and the other side of what it supersedes; tells what was written.
fn new(args: &AdrNew) -> Result<()> {
    let places = Places::find(args.dir.as_deref())?.or_checked()?;
    let own = places.own_words();
    let place = match &args.dir {
        Some(directory) => Place::named(directory, &places)?,
        None => Place::found(&places)?,
    };
    let directory = &*place.directory;
    let request = Request {
        title: &args.title.join(" "),
        template: args.template.map(AdrTemplate::form),
        supersedes: &args.supersedes,
        also: args.also,
        force: args.force,
        date: day_or_today(args.date),
    };
    if args.dry_run {
        let plan = record::planned(&place, &own, &request)?;
        stdout_text(&plan.new.diff(directory))?;
        told(&plan, directory)?;
        terminal::stderr_text(&(chosen(&place) + "nothing was written\n"));
        return Ok(());
    }
    let plan = record::write(&place, &own, &request)?;
    let file = directory.join(&plan.new.path);
    stdout_text(&format!("wrote {}\n", file.strip_prefix(".").unwrap_or(&file).display()))?;
    terminal::stderr_text(&chosen(&place));
    told(&plan, directory)
}

/// Why a record is written into a directory that nobody named.
fn chosen(place: &Place) -> String {
    let Some(above) = &place.above else { return String::new() };
    let (directory, records, all) = (above.directory.display(), above.records, above.all);
    format!(
        "{records} of the {all} records below `{directory}` lie there; `--dir` names another directory\n"
    )
}

/// What changes in other records, and what is left to do.
fn told(plan: &Plan, directory: &Path) -> Result<()> {
    diffs(&plan.changes, directory)?;
    for index in &plan.indexes {
        let file = directory.join(index);
        let file = file.strip_prefix(".").unwrap_or(&file).display();
        terminal::stderr_text(&format!(
            "`{file}` lists the other records: add this one there, or see what `mdbook-archdoc check --fix` adds\n"
        ));
    }
    Ok(())
}

fn diffs(changes: &[Change], directory: &Path) -> Result<()> {
    let diffs: String = changes.iter().map(|change| change.diff(directory)).collect();
    stdout_text(&diffs)
}

fn status(args: &AdrStatus) -> Result<()> {
    let word = args.status.join(" ");
    let date = day_or_today(args.date);
    change(
        &args.which.record,
        args.which.dir.as_deref(),
        Action::Status { word: &word },
        date,
        args.dry_run,
    )
}

fn supersede(args: &AdrSupersede) -> Result<()> {
    let action = Action::Superseded { by: &args.by, also: args.also };
    let date = day_or_today(args.date);
    change(&args.which.record, args.which.dir.as_deref(), action, date, args.dry_run)
}

fn link(args: &AdrLink) -> Result<()> {
    let depends = args.relation == AdrRelation::DependsOn;
    let action = Action::Related { kind: args.relation.kind(), depends, to: &args.other };
    change(&args.record, args.dir.as_deref(), action, day_or_today(None), args.dry_run)
}

/// Makes a change of existing records, or shows it.
fn change(
    record: &str,
    dir: Option<&Path>,
    action: Action<'_>,
    date: Date,
    dry_run: bool,
) -> Result<()> {
    let places = Places::find(dir)?;
    let shelf = Shelf::holding(&places, record)?;
    let (shelf, record) = shelf.with_other(&places, record, action.other())?;
    let outcome: Outcome = record::plan(&shelf, &record, action, date)?;
    if !dry_run {
        outcome.write(&shelf.directory)?;
    }
    diffs(&outcome.changes, &shelf.directory)?;
    for note in &outcome.notes {
        terminal::stderr_text(&format!("{note}\n"));
    }
    if dry_run {
        terminal::stderr_text("nothing was changed\n");
    }
    Ok(())
}

/// A record on stdout, or its path.
fn show(which: &Which, path: bool) -> Result<()> {
    let (shelf, found) = located(which)?;
    if path {
        let file = shelf.directory.join(found);
        return stdout_text(&format!("{}\n", file.strip_prefix(".").unwrap_or(&file).display()));
    }
    stdout_text(&shelf.record(&which.record)?.text())
}

/// The directory that a record is in, and its path there.
fn located(which: &Which) -> Result<(Shelf, String)> {
    let places = Places::find(which.dir.as_deref())?;
    let shelf = Shelf::holding(&places, &which.record)?;
    let path = shelf.record(&which.record)?.path.clone();
    Ok((shelf, path))
}

fn day_or_today(day: Option<jiff::civil::Date>) -> Date {
    day.map_or_else(|| today(&Settings::default()), Date::from)
}
