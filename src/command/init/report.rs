//! What `init` tells: what is there, what was written, and what to do next.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::report::display_paths::DisplayPaths;
use load::Loaded;
use readers::survey::Survey;
use text::wording::plural;

use crate::command::outside::{OutsideRecords, configured, tidy};
use crate::report::survey;
use crate::report::wrap::columns;
use crate::terminal;

/// What was found.
pub(super) struct Report<'r> {
    pub(super) loaded: &'r Loaded,
    pub(super) found: &'r Survey,
    /// Records beside the book that it does not show.
    pub(super) outside: &'r [OutsideRecords],
    /// The books below a tree.
    pub(super) books: &'r [PathBuf],
}

impl Report<'_> {
    /// What is there.
    pub(super) fn found(&self) -> String {
        let Self { loaded, found, outside, books } = self;
        let here = DisplayPaths::from_here(&tidy(&loaded.book.root));
        let mut told = survey::looked_at(found, found.is_empty() && outside.is_empty());
        told += &survey::overview(found, &loaded.book, &here);
        for OutsideRecords { directory, found, .. } in *outside {
            let records = plural(found.records, "decision record", "decision records");
            let _infallible =
                writeln!(told, "  {}: {records}, beside the book", directory.display());
        }
        for book in *books {
            let _infallible = writeln!(told, "  {}: a book", tidy(book).display());
        }
        told.push('\n');
        told
    }

    /// The setting that takes the first of the records beside the book in.
    pub(super) fn outside(&self, told: &mut String, adr_paths: Option<&[String]>) {
        let Some(one) = self.outside.first() else { return };
        let mut paths = adr_paths.map_or_else(|| configured(self.loaded), <[String]>::to_vec);
        paths.push(one.setting.clone());
        let paths: toml_edit::Array = paths.iter().map(String::as_str).collect();
        let _infallible = writeln!(
            told,
            "\nIn `[preprocessor.archdoc]`, `adr.paths = {paths}` takes the records in `{}` into the book.",
            one.setting
        );
    }

    /// Three commands that show something now; `bound` is how many of the documents are bound.
    pub(super) fn next(&self, told: &mut String, bound: usize) {
        let commands: Vec<(String, &str)> = self.commands(bound).into_iter().take(3).collect();
        let commands: Vec<(String, &str)> = commands
            .into_iter()
            .map(|(command, why)| (format!("  mdbook-archdoc {command}"), why))
            .collect();
        let rows: Vec<(&str, &str)> =
            commands.iter().map(|(command, why)| (&**command, *why)).collect();
        told.push_str("\nNext:\n");
        told.push_str(&columns(&rows, terminal::width().unwrap_or(usize::MAX)));
    }

    /// All that show something, the most useful first.
    fn commands(&self, bound: usize) -> Vec<(String, &'static str)> {
        let Self { loaded, found, outside, books } = self;
        let here = tidy(&loaded.book.root);
        let at = |command: &str| match here.to_string_lossy() {
            path if path == "." => command.to_owned(),
            path => format!("{command} {path}"),
        };
        let of = |command: &str, path: &Path| format!("{command} {}", path.display());
        let mut commands = vec![(at("check"), "what is open or wrong")];
        if bound > 0 {
            commands.push((at("coverage"), "how far each document is"));
        }
        if found.documents.len() + found.directories.len() > bound {
            commands.push((at("suggest"), "the lines that bind documents"));
        }
        commands
            .extend(books.first().map(|book| (of("init", &tidy(book)), "the same for the book")));
        commands.extend(
            outside.first().map(|one| (of("check", &one.directory), "the records beside the book")),
        );
        commands.extend(found.records.first().map(|directory| {
            let directory = tidy(&loaded.book.source_dir().join(&directory.path));
            (of("adr list", &directory), "each record's status")
        }));
        commands.extend(found.decision_logs.first().map(|log| {
            let file = tidy(&loaded.book.root.join(&log.file));
            (of("adr list", &file), "the status of each decision in it")
        }));
        commands.push(("templates list".to_owned(), "which templates there are"));
        let none = found.records.is_empty() && found.decision_logs.is_empty();
        commands.push(if none && outside.is_empty() {
            ("adr init".to_owned(), "a first decision record")
        } else {
            ("adr new --help".to_owned(), "how to write the next decision record")
        });
        commands
    }
}

/// What was written.
pub(super) fn changed(told: &mut String, file: &Path, is_book: bool, changes: &[String]) {
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

/// The style sheet that was written.
pub(super) fn sheet(told: &mut String, file: Option<&Path>) {
    if let Some(file) = file {
        let file = tidy(file);
        let _infallible =
            writeln!(told, "{}: written; the pages are complete without it", file.display());
    }
}

/// How a book's records are shown: `adopted` are those that lie beside it, `shown` says that a chapter has a
/// place for them.
pub(super) const fn of_records(adopted: bool, shown: bool) -> &'static str {
    match (adopted, shown) {
        (_, true) => "",
        (true, _) => {
            "\nWrite `<<#archdoc adr-index>>` into a chapter: the records become chapters below it. Until then \
             they are in none, and `check` says so.\n"
        }
        (false, _) => "\nIn a chapter, `<<#archdoc adr-index>>` shows the records.\n",
    }
}
