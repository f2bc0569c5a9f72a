//! `init`: looks round, writes the few lines that make what was found work, and says what to do next.

use std::fmt::Write as _;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use judge::naming::Naming;
use load::Home;
use readers::analysis::Analysis;
use readers::book::Book;
use readers::nesting::Nesting;
use readers::settings::env::Environment;
use readers::survey::Survey;
use text::link::{file_name, join};
use text::wording::plural;
use words::{Reference, Vocabulary};

use super::FAILED;
use super::check::report_problems;
use crate::report::survey;
use crate::report::wrap::columns;
use crate::terminal;
use crate::workbench::init::{self, Document, Wanted};
use beside::{Beside, adopted, configured, watched};

mod beside;

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
    let mut found = Survey::of(&analysis);
    let mut outside = if is_book { Beside::of(&loaded) } else { Vec::new() };
    let adopted = adopted(&loaded, &found, &outside);
    let adr_paths = adopted.clone().or_else(|| found.adr_paths.clone());
    let watched = if is_book { watched(&loaded, adr_paths.as_deref()) } else { Vec::new() };
    let wanted = Wanted { adr_paths, watched, documents: documents(&found) };
    let (file, changes) = if is_book {
        ("book.toml", init::book(root, &wanted)?)
    } else {
        ("archdoc.toml", init::tree(root, &wanted)?)
    };
    let taken = |one: &Beside| adopted.as_ref().is_some_and(|paths| paths.contains(&one.setting));
    found.records.extend(outside.extract_if(.., |one| taken(one)).map(|one| one.found));
    let has_records = !found.records.is_empty();
    let mut told = survey::looked_at(&found, found.is_empty() && outside.is_empty());
    told += &survey::overview(&found, &loaded.book, &Naming::from_here(&tidy(root)));
    for Beside { directory, found, .. } in &outside {
        let records = plural(found.records, "decision record", "decision records");
        let _infallible = writeln!(told, "  {}: {records}, beside the book", directory.display());
    }
    let books = if is_book { Vec::new() } else { load::books_below(root) };
    for book in &books {
        let _infallible = writeln!(told, "  {}: a book", tidy(book).display());
    }
    told.push('\n');
    changed(&mut told, &tidy(&root.join(file)), is_book, &changes);
    if loaded.book.listed && has_records {
        let shown = Nesting::has_place(&loaded.book, &analysis.annotated, &analysis.records);
        told.push_str(match (adopted.is_some(), shown) {
            (_, true) => "",
            (true, _) => {
                "\nWrite `<<#archdoc adr-index>>` into a chapter: the records become chapters below it. Until then \
                 they are in none, and `check` says so.\n"
            }
            (false, _) => "\nIn a chapter, `<<#archdoc adr-index>>` shows the records.\n",
        });
    }
    if let Some(one) = outside.first() {
        let mut paths = wanted.adr_paths.clone().unwrap_or_else(|| configured(&loaded));
        paths.push(one.setting.clone());
        let paths: toml_edit::Array = paths.iter().map(String::as_str).collect();
        let _infallible = writeln!(
            told,
            "\nIn `[preprocessor.archdoc]`, `adr.paths = {paths}` takes the records in `{}` into the book.",
            one.setting
        );
    }
    let bound = wanted.documents.len();
    next(
        &mut told,
        &Next { book: &loaded.book, survey: &found, bound, outside: &outside, books: &books },
    );
    terminal::tell(&told);
    report_problems(&loaded.problems);
    let complete = loaded.problems.is_empty();
    Ok(if complete { ExitCode::SUCCESS } else { ExitCode::from(FAILED) })
}

/// The documents that nobody would take for anything else; none of many, since nobody knows which matter.
fn documents(found: &Survey) -> Vec<Document> {
    const MOST: usize = 3;
    let files = found.documents.iter().map(|one| (one, None));
    let several = found.directories.iter().map(|one| (one, Some(&one.file)));
    let documents = files.chain(several).filter_map(|(one, directory)| {
        let fit = one.fits.first().filter(|fit| fit.is_unmistakable())?;
        let (paths, doc) = match directory {
            None => (one.file.clone(), None),
            Some(directory) => {
                let name = Some(file_name(directory)).filter(|name| !name.is_empty());
                (join(directory, "*.md"), Some(name.unwrap_or(&fit.template).to_owned()))
            }
        };
        (!is_of_a_template(&one.file)).then(|| Document {
            paths,
            template: fit.template.clone(),
            doc,
        })
    });
    let documents: Vec<Document> = documents.collect();
    if documents.len() > MOST { Vec::new() } else { documents }
}

/// Whether a path says that it is there to be copied: `templates/arc42.md`.
fn is_of_a_template(path: &str) -> bool {
    let words = Vocabulary::known();
    let mut parts = path.split(|c: char| !c.is_alphanumeric());
    parts.any(|part| {
        let one = part.strip_suffix(['s', 'n']).unwrap_or(part);
        [part, one].into_iter().any(|part| words.is(Reference::Template, part))
    })
}

/// What was written.
fn changed(told: &mut String, file: &Path, is_book: bool, changes: &[String]) {
    let exists = file.is_file();
    let file = file.display();
    for change in changes {
        let _infallible = writeln!(told, "{file}: {change}");
    }
    if changes.is_empty() && (is_book || exists) {
        let _infallible = writeln!(told, "{file}: set up already, nothing to change");
    } else if changes.is_empty() {
        told.push_str("nothing to set up: `check` works without a configuration\n");
    }
}

/// What the next commands depend on.
struct Next<'n> {
    book: &'n Book<'n>,
    survey: &'n Survey,
    /// How many of the documents that were found are bound now.
    bound: usize,
    outside: &'n [Beside],
    books: &'n [PathBuf],
}

/// Three commands that show something now.
fn next(told: &mut String, next: &Next<'_>) {
    let Next { book, survey, bound, outside, books } = next;
    let here = tidy(&book.root);
    let at = |command: &str| match here.to_string_lossy() {
        path if path == "." => command.to_owned(),
        path => format!("{command} {path}"),
    };
    let mut commands = vec![(at("check"), "what is open or wrong")];
    if *bound > 0 {
        commands.push((at("coverage"), "how far each document is"));
    }
    if survey.documents.len() + survey.directories.len() > *bound {
        commands.push((at("suggest"), "the lines that bind documents"));
    }
    commands.extend(
        books
            .first()
            .map(|book| (format!("init {}", tidy(book).display()), "the same for the book")),
    );
    commands.extend(outside.first().map(|Beside { directory, .. }| {
        (format!("check {}", directory.display()), "the records beside the book")
    }));
    if let Some(directory) = survey.records.first() {
        let directory = tidy(&book.source_dir().join(&directory.path));
        commands.push((format!("adr list {}", directory.display()), "each record's status"));
    }
    commands.push(("templates list".to_owned(), "which templates there are"));
    if survey.records.is_empty() && outside.is_empty() {
        commands.push(("adr init".to_owned(), "a first decision record"));
    } else {
        commands.push(("adr new --help".to_owned(), "how to write the next decision record"));
    }
    commands.truncate(3);
    let commands =
        commands.into_iter().map(|(command, why)| (format!("  mdbook-archdoc {command}"), why));
    let commands: Vec<(String, &str)> = commands.collect();
    let rows: Vec<(&str, &str)> =
        commands.iter().map(|(command, why)| (&**command, *why)).collect();
    told.push_str("\nNext:\n");
    told.push_str(&columns(&rows, terminal::width().unwrap_or(usize::MAX)));
}

/// A path without `./` before it, and without a directory that is left at once.
fn tidy(path: &Path) -> PathBuf {
    let mut tidy = PathBuf::new();
    for part in path.components() {
        let entered = matches!(tidy.components().next_back(), Some(Component::Normal(_)));
        match part {
            Component::CurDir => {}
            Component::ParentDir if entered => {
                tidy.pop();
            }
            part => tidy.push(part),
        }
    }
    if tidy.as_os_str().is_empty() { PathBuf::from(".") } else { tidy }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_shown_without_detours() {
        let tidied = |path: &str| tidy(Path::new(path)).to_string_lossy().replace('\\', "/");
        assert_eq!(tidied("./book/../docs/adr"), "docs/adr");
        assert_eq!(tidied("../docs/./adr"), "../docs/adr");
        assert_eq!(tidied("a/../../b"), "../b");
        assert_eq!(tidied("book/.."), ".");
    }
}
