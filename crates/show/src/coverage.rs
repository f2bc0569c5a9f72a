//! `coverage`: the documents with what is written of them, as a table that needs neither script nor
//! style sheet.

use std::cell::OnceCell;
use std::collections::HashMap;

use readers::analysis::Analysis;
use readers::book::Chapter;
use readers::directive::{Directive, Kind};
use readers::document::coverage::DocumentCoverage;
use readers::settings::paths::PathSet;
use text::link::chapter;
use text::wording::plural;

/// How many columns a bar has.
const BAR: usize = 10;

/// The tables of one book may have so many rows in all: a table in each of thousands of documents
/// would list each of them in each.
const MAX_ROWS: usize = 20_000;

/// A table has so many rows however many tables there are.
const MIN_ROWS: usize = 20;

/// All coverage tables of a book.
pub struct Tables<'a> {
    analysis: &'a Analysis<'a>,
    /// One for each document; all tables have the same but for their links.
    rows: OnceCell<Vec<Row<'a>>>,
    /// How many rows each table may have.
    share: usize,
}

struct Row<'a> {
    document: &'a DocumentCoverage,
    /// Its first chapter.
    chapter: Option<&'a Chapter<'a>>,
    /// The cells behind the document's name.
    cells: String,
}

impl<'a> Tables<'a> {
    pub fn new(analysis: &'a Analysis<'a>) -> Self {
        let directives = analysis.annotated.iter().flat_map(|chapter| &chapter.scan.directives);
        let tables = directives.filter(|directive| directive.kind == Kind::Coverage).count();
        let share = (MAX_ROWS / tables.max(1)).max(MIN_ROWS);
        Self { analysis, rows: OnceCell::new(), share }
    }

    /// One table; `chapter` is the index of the chapter it stands in.
    pub fn table(&self, chapter: usize, directive: &Directive) -> String {
        let book = self.analysis.book;
        let words = directive
            .get("paths")
            .map(|paths| PathSet::new(paths.split([',', ';']).map(|path| path.trim().to_owned())));
        let wanted = |row: &&Row<'_>| {
            words.as_ref().is_none_or(|paths| paths.contains_in_book(&row.document.path, &book.src))
        };
        let rows = self.rows.get_or_init(|| self.rows());
        let mut rows = rows.iter().filter(wanted);
        let shown: Vec<_> = rows.by_ref().take(self.share).collect();
        if shown.is_empty() {
            return "*No document is bound to a template.*".to_owned();
        }
        let from = book.chapters.get(chapter);
        let mut lines = vec![
            "| Document | Template | Status | Written | Progress | Open |".to_owned(),
            "| --- | --- | --- | ---: | --- | --- |".to_owned(),
        ];
        lines.extend(shown.iter().map(|row| format!("| {} {}", row.link(from), row.cells)));
        let hidden = rows.count();
        if hidden > 0 {
            let documents = plural(hidden, "document", "documents");
            lines.push(format!(
                "\n*And {documents} more: the tables of this book would be too long with all of \
                 them. `paths=\"...\"` chooses the documents of a table.*"
            ));
        }
        lines.join("\n")
    }

    fn rows(&self) -> Vec<Row<'a>> {
        let book = self.analysis.book;
        let chapters: HashMap<&str, &Chapter<'_>> =
            book.chapters.iter().rev().map(|chapter| (chapter.file(), chapter)).collect();
        let html = book.target.as_ref().is_none_or(|target| target.renderer == "html");
        let documents = self.analysis.coverage().iter();
        documents
            .map(|document| Row {
                document,
                chapter: chapters.get(document.path.as_str()).copied(),
                cells: cells(document, html),
            })
            .collect()
    }
}

impl Row<'_> {
    /// The document's name, as a link from a chapter.
    fn link(&self, from: Option<&Chapter<'_>>) -> String {
        let DocumentCoverage { document, path, .. } = self.document;
        let (Some(target), Some(from)) = (self.chapter, from) else {
            return document.replace('|', "\\|");
        };
        let name = if document == path { &target.name } else { document };
        // In a table, a bar ends a cell even within a link.
        chapter::to_chapter(name, &from.path, &target.path).replace('|', "\\|")
    }
}

fn cells(document: &DocumentCoverage, html: bool) -> String {
    let (done, asked) = document.done_of_asked();
    let bar = bar(done, asked);
    // Whoever listens has heard "12 of 20" already.
    let bar = if html { format!("<span aria-hidden=\"true\">{bar}</span>") } else { bar };
    let template = document.template.replace('|', "\\|");
    let status = document.status.unwrap_or("–");
    let open = match document.remaining() {
        open if open.is_empty() => "–".to_owned(),
        open => open,
    };
    format!("| {template} | {status} | {done} of {asked} | {bar} | {open} |")
}

/// Full only when all is done, and not empty when anything is.
fn bar(done: usize, asked: usize) -> String {
    let full = (done * BAR).checked_div(asked).unwrap_or(BAR).max(usize::from(done > 0));
    "█".repeat(full) + &"░".repeat(BAR - full)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_full_only_when_all_is_done() {
        assert_eq!(bar(0, 20), "░░░░░░░░░░");
        assert_eq!(bar(1, 20), "█░░░░░░░░░");
        assert_eq!(bar(19, 20), "█████████░");
        assert_eq!(bar(20, 20), bar(0, 0));
    }
}
