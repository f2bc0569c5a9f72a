//! What `check` says where it has nothing to check: what it looked at, what there is, what to do next.

use std::fmt::Write as _;

use anyhow::Result;
use load::{Home, Loaded};
use readers::analysis::Analysis;
use readers::survey::Survey;

use super::subject::Subject;
use crate::report::survey;
use crate::terminal;

/// Tells of the books below a tree; and of all that was found where nothing was checked.
pub(super) fn tell(subject: &Subject, loaded: &Loaded, nothing: bool) -> Result<()> {
    let mut told = String::new();
    if nothing {
        let analysis = Analysis::new(&loaded.book, &loaded.config.settings);
        let mut found = Survey::of(&analysis);
        let scope = subject.scope(loaded)?;
        found.retain(&loaded.book.src, |file| scope.holds_file(file, &loaded.book.root));
        told += &survey::looked_at(&found);
        told += &survey::overview(&found, &loaded.book);
        told += next(&found);
    }
    if let Home::Tree(root) = subject.home() {
        for book in load::books_below(root).iter().filter(|book| subject.is_above(book)) {
            let book = book.strip_prefix(".").unwrap_or(book).display();
            let command = format!("mdbook-archdoc check {book}");
            let _infallible = writeln!(told, "archdoc: `{book}` is a book: `{command}`");
        }
    }
    terminal::say(&told);
    Ok(())
}

/// The command that goes on from here.
fn next(found: &Survey) -> &'static str {
    if found.adr_paths.is_some() {
        "archdoc: `mdbook-archdoc init` has them read\n"
    } else if !found.documents.is_empty() || !found.directories.is_empty() {
        "archdoc: `mdbook-archdoc suggest` shows the lines that bind them\n"
    } else {
        "archdoc: `mdbook-archdoc templates list` shows what a document can be checked against, and \
         `mdbook-archdoc new --help` how to begin one\n"
    }
}
