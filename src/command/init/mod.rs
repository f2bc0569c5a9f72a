//! `init`: looks round, writes the few lines that make what was found work, and says what to do next.

mod documents;
mod report;

use std::path::Path;

use load::Home;
use readers::analysis::Analysis;
use readers::nesting::Nesting;
use readers::settings::env::Environment;
use readers::survey::Survey;

use super::exit::Exit;
use super::outside::{OutsideRecords, adopted, tidy, watched};
use super::problems::report_problems;
use super::subject::home_of;
use crate::command::error::Result;
use crate::terminal;
use crate::workbench::init::{self, Wanted};
use documents::documents;
use report::Report;

/// Sets the book or the tree up that a path is in.
pub(super) fn run(path: &Path, css: bool) -> Result<Exit> {
    let home = match home_of(path)? {
        // Beside the source directory of a book.
        Home::Tree(root) if root.join("book.toml").is_file() => Home::Book(root),
        home => home,
    };
    let (root, is_book) = (home.root(), matches!(home, Home::Book(_)));
    let loaded = home.load(&[], Environment::of_process())?;
    let analysis = Analysis::new(&loaded.book, &loaded.config.settings);
    let mut found = Survey::of(&analysis);
    let mut outside = if is_book { OutsideRecords::of(&loaded) } else { Vec::new() };
    let adopted = adopted(&loaded, &found, &outside);
    let adr_paths = adopted.clone().or_else(|| found.adr_paths.clone());
    let watched = if is_book { watched(&loaded, adr_paths.as_deref()) } else { Vec::new() };
    let wanted = Wanted { adr_paths, watched, documents: documents(&found), css };
    let (file, done) = if is_book {
        ("book.toml", init::book(root, &wanted)?)
    } else {
        ("archdoc.toml", init::tree(root, &wanted)?)
    };
    let taken =
        |one: &OutsideRecords| adopted.as_ref().is_some_and(|paths| paths.contains(&one.setting));
    found.records.extend(outside.extract_if(.., |one| taken(one)).map(|one| one.found));
    let books = if is_book { Vec::new() } else { load::books_below(root) };
    let report = Report { loaded: &loaded, found: &found, outside: &outside, books: &books };
    let mut told = report.found();
    report::changed(&mut told, &tidy(&root.join(file)), is_book, &done.changes);
    report::sheet(&mut told, done.sheet.as_deref());
    if loaded.book.listed && !found.records.is_empty() {
        let shown = Nesting::has_place(&loaded.book, &analysis.annotated, &analysis.records);
        told.push_str(report::of_records(adopted.is_some(), shown));
    }
    report.outside(&mut told, wanted.adr_paths.as_deref());
    report.next(&mut told, wanted.documents.len());
    terminal::stderr_wrapped(&told);
    report_problems(&loaded);
    Ok(Exit::of_unread(&loaded.problems))
}
