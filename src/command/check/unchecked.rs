//! What `check` says beside its findings: what is there and was not checked, and what to do next.

use std::fmt::Write as _;

use crate::report::display_paths::DisplayPaths;
use load::{Home, Loaded};
use readers::adr::NOT_UNDERSTOOD;
use readers::analysis::Analysis;
use readers::book::Chapter;
use readers::survey::Survey;

use text::wording::plural;

use crate::command::error::Result;
use crate::command::outside;
use crate::command::subject::Subject;
use crate::report::survey;
use crate::terminal;

/// What was checked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// All that is known to be meant.
    All,
    /// What is new: what was there before is no matter.
    Change,
    /// Nothing: all that there is is told.
    Nothing,
}

/// Tells of what was found and not checked, and of the books below a tree.
pub(super) fn tell(
    subject: &Subject,
    loaded: &Loaded,
    analysis: &Analysis<'_>,
    asked: Asked,
) -> Result<()> {
    let mut told = String::new();
    if asked != Asked::Change {
        let found = subject.survey(loaded, analysis)?;
        if asked == Asked::Nothing {
            told += &survey::looked_at(&found, found.is_empty());
            told +=
                &survey::overview(&found, &loaded.book, &DisplayPaths::from_here(subject.root()));
            told += next(&found);
        } else {
            told += &survey::not_checked(&found);
        }
    }
    let is_book = matches!(subject.home(), Home::Book(_));
    let without = is_book && asked != Asked::Change && analysis.records.entries.is_empty();
    if without && !subject.is_narrow() {
        told += &outside::told(loaded);
    }
    if let Home::Tree(root) = subject.home() {
        for book in load::books_below(root).iter().filter(|book| subject.is_above(book)) {
            let book = book.strip_prefix(".").unwrap_or(book).display();
            let command = format!("mdbook-archdoc check {book}");
            let _infallible = writeln!(told, "archdoc: `{book}` is a book: `{command}`");
        }
    }
    terminal::stderr_wrapped(&told);
    Ok(())
}

/// Names the files that lie among records and were not understood: the closing line only counts them.
pub(super) fn tell_not_understood(
    subject: &Subject,
    loaded: &Loaded,
    analysis: &Analysis<'_>,
) -> Result<()> {
    let here = DisplayPaths::from_here(subject.root());
    let scope = subject.scope(loaded)?;
    let files = analysis.records.not_understood.iter().map(|place| place.source.path());
    let mut told = String::new();
    for file in files.filter(|file| scope.holds_file(file, &loaded.book.root)) {
        let _infallible = writeln!(told, "not understood: {}: {NOT_UNDERSTOOD}", here.name(file));
    }
    terminal::stderr_wrapped(&told);
    Ok(())
}

/// The most files that are told of.
const MOST: usize = 5;

/// Tells of files that nothing was found in what they were taken for; nothing of those that are more.
pub(super) fn tell_of_files(subject: &Subject, loaded: &Loaded, analysis: &Analysis<'_>) {
    let here = DisplayPaths::from_here(subject.root());
    let named: Vec<&Chapter<'_>> =
        loaded.book.chapters.iter().filter(|one| subject.names(loaded, one.file())).collect();
    let mut told = String::new();
    for chapter in named.iter().take(MOST) {
        let file = here.name(chapter.file());
        let _infallible = writeln!(told, "archdoc: {file}: {}", kind(analysis, chapter, &file));
    }
    if named.len() > MOST {
        let more = plural(named.len() - MOST, "more file", "more files");
        let _infallible = writeln!(told, "archdoc: {more} looked at");
    }
    terminal::stderr_wrapped(&told);
}

/// What a file was taken for.
fn kind(analysis: &Analysis<'_>, chapter: &Chapter<'_>, file: &str) -> String {
    let source = chapter.file();
    let bound = analysis.bound().find(|(at, _)| at.document.source.path() == source);
    if let Some((_, document)) = bound {
        return format!("bound to the template `{}`", document.template().name);
    }
    let records = &analysis.records.entries;
    if records.iter().any(|entry| entry.record.source.path() == source) {
        return "a decision record".to_owned();
    }
    if let Some(listing) = analysis.listings.iter().find(|one| one.source.path() == source) {
        return format!(
            "an index of {}",
            plural(listing.records.len(), "decision record", "decision records")
        );
    }
    if let [first, ..] = readers::survey::logs_of_chapter(chapter).as_slice() {
        return survey::change_log_of(first);
    }
    let nothing = "not bound to a template, no decision record and no change log";
    if readers::survey::is_like_a_template(analysis, chapter) {
        format!("{nothing}; `mdbook-archdoc suggest {file}` says which template fits")
    } else {
        nothing.to_owned()
    }
}

/// The command that goes on from here.
fn next(found: &Survey) -> &'static str {
    if found.adr_paths.is_some() {
        "archdoc: `mdbook-archdoc init` has them read\n"
    } else if !found.documents.is_empty() || !found.directories.is_empty() {
        "archdoc: `mdbook-archdoc suggest` shows the lines that bind them\n"
    } else {
        "archdoc: `mdbook-archdoc adr list DIR` reads the records of a directory whatever it is called; \
         `mdbook-archdoc templates list` shows what a document can be checked against, and \
         `mdbook-archdoc new --help` how to begin one\n"
    }
}
