//! `templates`: what there is, what one says, one from a document, what is wrong with own ones.

use std::path::Path;

use crate::report::wrap::columns;
use crate::workbench::derive;
use crate::{terminal, workbench};
use readers::files::Overlay;
use readers::settings::env::Environment;
use readers::template::catalogue::Catalogue;
use readers::template::{Template, builtin, write};
use text::source::Place;
use text::wording::plural;

use super::error::{Result, refused};
use super::exit::Exit;
use super::subject::home_of;
use super::{stdout_bytes, stdout_text};
use crate::cli::TemplatesCommand;

/// Runs one of the subcommands.
pub(super) fn run(command: &TemplatesCommand) -> Result<Exit> {
    match command {
        TemplatesCommand::List { book } => list(&catalogue(book)?),
        TemplatesCommand::Show { name, book } => show(name, &catalogue(book)?),
        TemplatesCommand::Derive { file } => {
            stdout_bytes(derive::derive(file)?.as_bytes())?;
            Ok(Exit::Clean)
        }
        TemplatesCommand::Check { directory } => check(directory.as_deref()),
    }
}

/// The templates of a book, or of a tree with an `archdoc.toml`, beside the built-in ones.
fn catalogue(book: &Path) -> Result<Catalogue> {
    let home = home_of(book)?;
    let config = load::configured(&home, Environment::of_process())?.config;
    Ok(Catalogue::new(home.root(), config.settings.template_dir.as_deref(), &Overlay::default()))
}

fn list(catalogue: &Catalogue) -> Result<Exit> {
    let mut rows: Vec<(String, String)> = Vec::new();
    let described = |template: &Template| {
        let sections = plural(template.sections.len(), "section", "sections");
        let comma = if template.title.is_empty() { "" } else { ", " };
        format!("{}{comma}{sections}", template.title)
    };
    for own in catalogue.own() {
        rows.push((own.template.name.clone(), format!("own: {}", described(&own.template))));
    }
    let is_own = |name: &str| catalogue.own().iter().any(|own| own.template.name == name);
    for name in builtin::names().filter(|name| !is_own(name)) {
        let template = builtin::find(name);
        rows.extend(template.map(|template| (name.to_owned(), described(&template))));
    }
    for (name, _) in builtin::RECORDS {
        rows.push((name.to_owned(), "Decision record, for `adr new`".to_owned()));
    }
    let rows: Vec<(&str, &str)> = rows.iter().map(|(name, what)| (&**name, &**what)).collect();
    stdout_text(&columns(&rows, terminal::stdout_width()))?;
    Ok(Exit::Clean)
}

/// A built-in template as it is; an own one with what it got from its parents.
fn show(name: &str, catalogue: &Catalogue) -> Result<Exit> {
    let own = catalogue.own().iter().find(|own| own.template.name == name);
    let record = builtin::RECORDS.iter().find(|(record, _)| *record == name);
    let text = match (own, builtin::text(name), record) {
        (Some(own), _, _) => write::markdown(&own.template),
        (None, Some(text), _) => text.to_owned(),
        (None, None, Some((_, text))) => (*text).to_owned(),
        (None, None, None) => return Err(workbench::no_template(catalogue, name).into()),
    };
    stdout_bytes(text.as_bytes())?;
    Ok(Exit::Clean)
}

/// Reports each mistake at its line; the book's templates where no directory is named.
fn check(directory: Option<&Path>) -> Result<Exit> {
    let catalogue = match directory {
        Some(directory) if !directory.is_dir() => {
            return Err(refused(format!("`{}` is not a directory", directory.display())));
        }
        Some(directory) => {
            Catalogue::new(Path::new(""), Some(&directory.to_string_lossy()), &Overlay::default())
        }
        None => catalogue(Path::new("."))?,
    };
    let human = terminal::human();
    let mut count = catalogue.unreadable().len();
    for unreadable in catalogue.unreadable() {
        let message = format!("this template {}", unreadable.why);
        terminal::stderr_styled(&human.error(&message, Some(&unreadable.place), None).breaks(2));
    }
    for own in catalogue.own() {
        for problem in &own.problems {
            count += 1;
            let place = Place::new(&own.template.source, problem.span);
            terminal::stderr_styled(&human.error(&problem.message, Some(&place), None).breaks(2));
        }
    }
    let templates = plural(catalogue.own().len(), "template", "templates");
    let mistakes = plural(count, "mistake", "mistakes");
    terminal::stderr_text(&format!("archdoc: {mistakes} in {templates}\n"));
    Ok(if count == 0 { Exit::Clean } else { Exit::Found })
}
