//! `init`: looks round, writes the few lines that make what was found work, and says what to do next.

use std::fmt::Write as _;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use load::{Home, Loaded};
use readers::analysis::Analysis;
use readers::book::Book;
use readers::files;
use readers::settings::env::Environment;
use readers::survey::{Found, RecordDirectory, Survey};
use text::link::{directory, relative};
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
    let mut outside = if is_book { outside(&loaded) } else { Vec::new() };
    let adopted = adopted(&loaded, &found, &outside);
    let adr_paths = adopted.as_deref().or(found.adr_paths.as_deref());
    let (file, changes) = if is_book {
        ("book.toml", init::book(root, adr_paths, &watched(&loaded, adr_paths))?)
    } else {
        ("archdoc.toml", init::tree(root, adr_paths)?)
    };
    let mut told = survey::looked_at(&found);
    told += &survey::overview(&found, &loaded.book);
    for Beside { directory, records, .. } in &outside {
        let records = plural(*records, "decision record", "decision records");
        let _infallible = writeln!(told, "  {}: {records}, beside the book", directory.display());
    }
    let has_records = !found.records.is_empty() || adopted.is_some();
    if let Some(paths) = &adopted {
        outside.retain(|one| !paths.contains(&one.setting));
    }
    let books = if is_book { Vec::new() } else { load::books_below(root) };
    for book in &books {
        let _infallible = writeln!(told, "  {}: a book", tidy(book).display());
    }
    told.push('\n');
    changed(&mut told, &tidy(&root.join(file)), is_book, &changes);
    if loaded.book.listed && has_records {
        told.push_str("\nIn a chapter, `<<#archdoc adr-index>>` shows the records.\n");
    }
    if let Some(one) = outside.first() {
        let mut paths = adr_paths.map_or_else(|| configured(&loaded), <[String]>::to_vec);
        paths.push(one.setting.clone());
        let paths: toml_edit::Array = paths.iter().map(String::as_str).collect();
        let _infallible = writeln!(
            told,
            "\nIn `[preprocessor.archdoc]`, `adr.paths = {paths}` takes the records in `{}` into the book.",
            one.setting
        );
    }
    next(&mut told, &Next { book: &loaded.book, survey: &found, outside: &outside, books: &books });
    terminal::tell(&told);
    report_problems(&loaded.problems);
    let complete = loaded.problems.is_empty();
    Ok(if complete { ExitCode::SUCCESS } else { ExitCode::from(FAILED) })
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

/// A directory of records outside of the source directory of a book, in its repository.
struct Beside {
    /// As it is called from here.
    directory: PathBuf,
    /// As `adr.paths` calls it.
    setting: String,
    /// How many it holds.
    records: usize,
    /// Whether its name says so.
    is_named: bool,
}

/// Those that the book does not read yet.
fn outside(loaded: &Loaded) -> Vec<Beside> {
    let root = &loaded.book.root;
    let Some(real) = root.canonicalize().ok() else { return Vec::new() };
    let Some(top) = files::repository(&real) else { return Vec::new() };
    let below = real.strip_prefix(top).unwrap_or(Path::new(""));
    let up: PathBuf = below.iter().map(|_| "..").collect();
    let below = below.to_string_lossy().replace('\\', "/");
    let top = tidy(&root.join(&up));
    let Ok(around) = load::tree(&top, &[], Environment::of_process()) else { return Vec::new() };
    let analysis = Analysis::new(&around.book, &around.config.settings);
    let src = loaded.book.source_dir().canonicalize().ok();
    let configured = configured(loaded);
    let beside = |found: RecordDirectory| {
        let directory = tidy(&top.join(&found.path));
        let setting = relative(&below, &found.path);
        let elsewhere = !directory.canonicalize().ok()?.starts_with(src.as_ref()?);
        let new = elsewhere && !configured.contains(&setting);
        new.then_some(Beside {
            directory,
            setting,
            records: found.records,
            is_named: found.found == Found::Known,
        })
    };
    Survey::records(&analysis).into_iter().filter_map(beside).collect()
}

/// The value of `adr.paths`, as far as it is set.
fn configured(loaded: &Loaded) -> Vec<String> {
    let paths = loaded.config.settings.adr.paths.as_ref();
    paths.map_or_else(Vec::new, |paths| paths.patterns().to_vec())
}

/// The value of `adr.paths` that takes the records beside the book in: where they are in one directory, since
/// nobody knows which of several the book is about.
fn adopted(loaded: &Loaded, found: &Survey, outside: &[Beside]) -> Option<Vec<String>> {
    /// Elsewhere lie samples, and what is a component's own.
    const HOMES: [&str; 6] = ["", "..", "doc", "docs", "documentation", "architecture"];
    let alone = outside.len() == 1;
    let meant: Vec<&Beside> = outside.iter().filter(|one| alone || one.is_named).collect();
    let [one] = *meant else { return None };
    if !directory(&one.setting).split('/').all(|part| HOMES.contains(&part)) {
        return None;
    }
    let mut paths = found.adr_paths.clone().unwrap_or_else(|| configured(loaded));
    if paths.is_empty() {
        // A list takes the place of the usual names, so it holds what they found.
        paths.extend(found.records.iter().map(|known| known.path.clone()));
    }
    paths.push(one.setting.clone());
    Some(paths)
}

/// The directories of records that mdBook does not look at by itself.
fn watched(loaded: &Loaded, adr_paths: Option<&[String]>) -> Vec<String> {
    let root = &loaded.book.root;
    let src = loaded.book.source_dir().canonicalize().ok();
    let outside = |path: &String| {
        let inside = loaded.book.source_dir().join(path).is_dir();
        let real = root.join(path).canonicalize().ok().filter(|real| real.is_dir() && !inside);
        real.zip(src.as_ref()).is_some_and(|(real, src)| !real.starts_with(src))
    };
    let mut paths = adr_paths.map_or_else(|| configured(loaded), <[String]>::to_vec);
    paths.retain(outside);
    paths
}

/// What the next commands depend on.
struct Next<'n> {
    book: &'n Book<'n>,
    survey: &'n Survey,
    outside: &'n [Beside],
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
    let width = commands.iter().map(|(command, _)| command.chars().count()).max().unwrap_or(0);
    told.push_str("\nNext:\n");
    for (command, why) in commands {
        let _infallible = writeln!(told, "  mdbook-archdoc {command:width$}  {why}");
    }
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
