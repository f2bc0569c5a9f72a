//! `coverage`: the documents with what is written of them, as a table that needs neither script nor
//! style sheet.

use std::cell::OnceCell;
use std::collections::HashMap;

use readers::analysis::Analysis;
use readers::book::Chapter;
use readers::directive::Ask;
use readers::document::coverage::DocumentCoverage;
use readers::settings::paths::PathSet;
use text::compose::{Alignment, Blocks, Inline};
use text::html::Html;
use text::link::chapter;
use text::wording::plural;

use crate::style::nothing;

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
    /// Whether a document says when it is to be looked at again.
    reviewed: bool,
}

struct Row<'a> {
    document: &'a DocumentCoverage,
    /// Its first chapter.
    chapter: Option<&'a Chapter<'a>>,
    /// The cells behind the document's name.
    cells: Vec<Inline>,
}

impl<'a> Tables<'a> {
    /// Counts the tables; their rows are made when one is asked for.
    pub fn new(analysis: &'a Analysis<'a>) -> Self {
        let directives = analysis.annotated.iter().flat_map(|chapter| &chapter.scan.directives);
        let tables =
            directives.filter(|directive| matches!(directive.asks, Ask::Coverage(_))).count();
        let share = (MAX_ROWS / tables.max(1)).max(MIN_ROWS);
        // Counting all sections is left to books that show them.
        let reviewed =
            tables > 0 && analysis.coverage().iter().any(|document| document.next_review.is_some());
        Self { analysis, rows: OnceCell::new(), share, reviewed }
    }

    /// The table of all documents or of some; `chapter` is the index of the chapter it stands in.
    pub fn table(&self, chapter: usize, paths: Option<&PathSet>) -> Blocks {
        let book = self.analysis.book;
        let wanted = |row: &&Row<'_>| {
            paths.is_none_or(|paths| paths.contains_in_book(&row.document.path, &book.src))
        };
        let rows = self.rows.get_or_init(|| self.rows());
        let mut rows = rows.iter().filter(wanted);
        let from = book.chapters.get(chapter);
        let shown: Vec<_> = rows.by_ref().take(self.share).map(|row| row.shown(from)).collect();
        if shown.is_empty() {
            return nothing("No document is bound to a template.");
        }
        // What matters stands where a narrow screen shows it.
        let mut columns = vec!["Document", "Written", "Open", "Progress", "Status", "Template"];
        columns.extend(self.reviewed.then_some("Next review"));
        let columns = columns.into_iter().map(|title| {
            let right = title == "Written";
            (Inline::text(title), if right { Alignment::Right } else { Alignment::None })
        });
        let table = Blocks::default().table(columns, shown);
        match rows.count() {
            0 => table,
            hidden => table.then(more(hidden)),
        }
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
                cells: cells(document, html, self.reviewed),
            })
            .collect()
    }
}

/// What is said of the documents that a table leaves out.
fn more(hidden: usize) -> Blocks {
    let documents = plural(hidden, "document", "documents");
    nothing(&format!(
        "And {documents} more: the tables of this book would be too long with all of them. \
         `paths=\"...\"` chooses the documents of a table."
    ))
}

impl Row<'_> {
    /// The row in the table of a chapter.
    fn shown(&self, from: Option<&Chapter<'_>>) -> Vec<Inline> {
        let name = std::iter::once(self.link(from));
        name.chain(self.cells.iter().cloned()).collect()
    }

    /// The document's name, as a link from a chapter.
    fn link(&self, from: Option<&Chapter<'_>>) -> Inline {
        let DocumentCoverage { document, path, .. } = self.document;
        let (Some(target), Some(from)) = (self.chapter, from) else {
            return Inline::text(document);
        };
        let name = if document == path { &target.name } else { document };
        chapter::to_chapter(name, &from.path, &target.path)
    }
}

fn cells(document: &DocumentCoverage, html: bool, reviewed: bool) -> Vec<Inline> {
    let (done, asked) = document.done_of_asked();
    let bar = bar(done, asked);
    let open = Some(document.remaining()).filter(|open| !open.is_empty());
    let review = reviewed.then(|| Inline::text(document.next_review.as_deref().unwrap_or("–")));
    let cells = [
        Inline::text(&format!("{done} of {asked}")),
        Inline::text(open.as_deref().unwrap_or("–")),
        // Whoever listens has heard "12 of 20" already.
        if html {
            Inline::html(Html::leaf("span", &[("aria-hidden", &true)], &bar))
        } else {
            Inline::text(&bar)
        },
        Inline::text(document.status.unwrap_or("–")),
        Inline::text(&document.template),
    ];
    cells.into_iter().chain(review).collect()
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
