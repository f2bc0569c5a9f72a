//! `coverage`: the documents with what is written of them, as a table that needs neither script nor
//! style sheet.

use readers::analysis::Analysis;
use readers::directive::Directive;
use readers::document::coverage::DocumentCoverage;
use readers::settings::paths::PathSet;
use text::compose::{Alignment, Blocks, Inline};
use text::html::Html;
use text::link::chapter;

use crate::style::nothing;

/// How many columns a bar has.
const BAR: usize = 10;

/// The table; `chapter` is the index of the chapter it stands in.
pub fn table(analysis: &Analysis<'_>, chapter: usize, directive: &Directive) -> Blocks {
    let book = analysis.book;
    let words = directive
        .get("paths")
        .map(|paths| PathSet::new(paths.split([',', ';']).map(|path| path.trim().to_owned())));
    let wanted = |document: &DocumentCoverage| {
        words.as_ref().is_none_or(|paths| paths.contains_in_book(&document.path, &book.src))
    };
    let documents: Vec<_> = analysis.coverage().into_iter().filter(wanted).collect();
    if documents.is_empty() {
        return nothing("No document is bound to a template.");
    }
    let html = book.target.as_ref().is_none_or(|target| target.renderer == "html");
    let columns = ["Document", "Template", "Status", "Written", "Progress", "Open"].map(|title| {
        let right = title == "Written";
        (Inline::text(title), if right { Alignment::Right } else { Alignment::None })
    });
    let rows = documents.iter().map(|document| {
        let (done, asked) = document.done_of_asked();
        let bar = bar(done, asked);
        let open = Some(document.remaining()).filter(|open| !open.is_empty());
        vec![
            link(analysis, chapter, document),
            Inline::text(&document.template),
            Inline::text(document.status.unwrap_or("–")),
            Inline::text(&format!("{done} of {asked}")),
            // Whoever listens has heard "12 of 20" already.
            match html {
                true => Inline::html(Html::leaf("span", &[("aria-hidden", &true)], &bar)),
                false => Inline::text(&bar),
            },
            Inline::text(open.as_deref().unwrap_or("–")),
        ]
    });
    Blocks::default().table(columns, rows)
}

/// The document's name, as a link from the chapter of the table.
fn link(analysis: &Analysis<'_>, chapter: usize, document: &DocumentCoverage) -> Inline {
    let chapters = &analysis.book.chapters;
    let target = chapters.iter().find(|target| target.file() == document.path);
    let (Some(target), Some(from)) = (target, chapters.get(chapter)) else {
        return Inline::text(&document.document);
    };
    let named = document.document != document.path;
    let name = if named { &document.document } else { &target.name };
    chapter::to_chapter(name, &from.path, &target.path)
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
