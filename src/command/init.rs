//! `init`: looks round, writes the few lines that make what was found work, and says what to do next.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use load::{Home, Loaded};
use readers::analysis::Analysis;
use readers::book::Book;
use readers::files;
use readers::settings::env::Environment;
use readers::survey::{RecordDirectory, Survey};
use text::wording::plural;

use super::FAILED;
use super::check::report_problems;
use crate::report::survey;
use crate::terminal;
use crate::workbench::init;

/// Sets the book or the tree up that a path is in.
pub(super) fn run(path: &Path) -> Result<ExitCode> {
    let home = Home::of(path).with_context(|| format!("cannot look at `{}`", path.display()))?;
    let (root, is_book) = match &home {
        Home::Book(root) => (root, true),
        // Beside the source directory of a book.
        Home::Tree(root) => (root, root.join("book.toml").is_file()),
    };
    let environment = Environment::of_process();
    let loaded =
        if is_book { load::load(root, environment)? } else { load::tree(root, &[], environment)? };
    let analysis = Analysis::new(&loaded.book, &loaded.config.settings);
    let found = Survey::of(&analysis);
    let adr_paths = found.adr_paths.as_deref();
    let (file, changes) = if is_book {
        ("book.toml", init::book(root, adr_paths)?)
    } else {
        ("archdoc.toml", init::tree(root, adr_paths)?)
    };
    let mut told = survey::looked_at(&found);
    told += &survey::overview(&found, &loaded.book);
    let outside = if is_book { outside(&loaded) } else { Vec::new() };
    for (directory, records) in &outside {
        let records = plural(*records, "decision record", "decision records");
        let _infallible = writeln!(told, "  {}: {records}, beside the book", directory.display());
    }
    let books = if is_book { Vec::new() } else { load::books_below(root) };
    for book in &books {
        let _infallible = writeln!(told, "  {}: a book", tidy(book).display());
    }
    told.push('\n');
    changed(&mut told, &tidy(&root.join(file)), is_book, &changes);
    next(&mut told, &Next { book: &loaded.book, survey: &found, outside: &outside, books: &books });
    terminal::tell(&told);
    report_problems(&loaded.problems);
    let complete = loaded.problems.is_empty();
    Ok(if complete { ExitCode::SUCCESS } else { ExitCode::from(FAILED) })
}

/// What was written.
fn changed(told: &mut String, file: &Path, is_book: bool, changes: &[String]) {
    let file = file.display();
    for change in changes {
        let _infallible = writeln!(told, "{file}: {change}");
    }
    if changes.is_empty() && is_book {
        let _infallible = writeln!(told, "{file}: set up already, nothing to change");
    } else if changes.is_empty() {
        told.push_str("nothing to set up: `check` works without a configuration\n");
    }
}

/// The directories of records that lie beside the book, in its repository, with how many they hold.
fn outside(loaded: &Loaded) -> Vec<(PathBuf, usize)> {
    let root = &loaded.book.root;
    let Some(real) = root.canonicalize().ok() else { return Vec::new() };
    let Some(top) = files::repository(&real).filter(|top| *top != real) else { return Vec::new() };
    let up: PathBuf =
        real.strip_prefix(top).iter().flat_map(|below| below.iter()).map(|_| "..").collect();
    let top = tidy(&root.join(up));
    let Ok(around) = load::tree(&top, &[], Environment::of_process()) else { return Vec::new() };
    let analysis = Analysis::new(&around.book, &around.config.settings);
    let src = loaded.book.source_dir().canonicalize().ok();
    let place = |directory: &RecordDirectory| top.join(&directory.path);
    let elsewhere = |directory: &RecordDirectory| {
        let real = place(directory).canonicalize().ok();
        real.zip(src.as_ref()).is_none_or(|(real, src)| !real.starts_with(src))
    };
    let found = Survey::records(&analysis).into_iter().filter(elsewhere);
    found.map(|directory| (place(&directory), directory.records)).collect()
}

/// What the next commands depend on.
struct Next<'n> {
    book: &'n Book<'n>,
    survey: &'n Survey,
    outside: &'n [(PathBuf, usize)],
    books: &'n [PathBuf],
}

/// Three commands that show something now.
fn next(told: &mut String, next: &Next<'_>) {
    let Next { book, survey, outside, books } = next;
    let here = tidy(&book.root);
    let at = |command: &str| match here.to_string_lossy() {
        path if path == "." => command.to_owned(),
        path => format!("{command} {path}"),
    };
    let mut commands = vec![(at("check"), "what is open or wrong")];
    if !survey.documents.is_empty() || !survey.directories.is_empty() {
        commands.push((at("suggest"), "the lines that bind documents"));
    }
    commands.extend(
        books
            .first()
            .map(|book| (format!("init {}", tidy(book).display()), "the same for the book")),
    );
    commands.extend(outside.first().map(|(directory, _)| {
        (format!("check {}", directory.display()), "the records beside the book")
    }));
    if let Some(directory) = survey.records.first() {
        let directory = tidy(&book.source_dir().join(&directory.path));
        commands.push((format!("adr list {}", directory.display()), "each record's status"));
    }
    commands.push(("templates list".to_owned(), "which templates there are"));
    commands.push(("adr new --help".to_owned(), "how to write the next decision record"));
    commands.truncate(3);
    let width = commands.iter().map(|(command, _)| command.chars().count()).max().unwrap_or(0);
    if book.listed && !survey.records.is_empty() {
        told.push_str("\nIn a chapter, `<<#archdoc adr-index>>` shows the records.\n");
    }
    told.push_str("\nNext:\n");
    for (command, why) in commands {
        let _infallible = writeln!(told, "  mdbook-archdoc {command:width$}  {why}");
    }
}

/// A path without `./` before it.
fn tidy(path: &Path) -> PathBuf {
    let tidy: PathBuf = path.components().filter(|part| part.as_os_str() != ".").collect();
    if tidy.as_os_str().is_empty() { PathBuf::from(".") } else { tidy }
}
