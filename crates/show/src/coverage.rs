//! `coverage`: the documents with what is written of them, as a table that needs neither script nor
//! style sheet.

use readers::analysis::Analysis;
use readers::directive::Directive;
use readers::document::coverage::DocumentCoverage;
use readers::settings::paths::PathSet;
use text::link::chapter;

/// How many columns a bar has.
const BAR: usize = 10;

/// The table; `chapter` is the index of the chapter it stands in.
pub fn table(analysis: &Analysis<'_>, chapter: usize, directive: &Directive) -> String {
    let book = analysis.book;
    let words = directive
        .get("paths")
        .map(|paths| PathSet::new(paths.split([',', ';']).map(|path| path.trim().to_owned())));
    let wanted = |document: &DocumentCoverage| {
        words.as_ref().is_none_or(|paths| paths.contains_in_book(&document.path, &book.src))
    };
    let documents: Vec<_> = analysis.coverage().into_iter().filter(wanted).collect();
    if documents.is_empty() {
        return "*No document is bound to a template.*".to_owned();
    }
    let html = book.target.as_ref().is_none_or(|target| target.renderer == "html");
    let mut lines = vec![
        "| Document | Template | Status | Written | Progress | Open |".to_owned(),
        "| --- | --- | --- | ---: | --- | --- |".to_owned(),
    ];
    for document in &documents {
        let (done, asked) = document.done_of_asked();
        let bar = bar(done, asked);
        // Whoever listens has heard "12 of 20" already.
        let bar = if html { format!("<span aria-hidden=\"true\">{bar}</span>") } else { bar };
        let link = link(analysis, chapter, document);
        let template = document.template.replace('|', "\\|");
        let status = document.status.unwrap_or("–");
        let open = match document.remaining() {
            open if open.is_empty() => "–".to_owned(),
            open => open,
        };
        lines.push(format!(
            "| {link} | {template} | {status} | {done} of {asked} | {bar} | {open} |"
        ));
    }
    lines.join("\n")
}

/// The document's name, as a link from the chapter of the table.
fn link(analysis: &Analysis<'_>, chapter: usize, document: &DocumentCoverage) -> String {
    let chapters = &analysis.book.chapters;
    let target = chapters.iter().find(|target| target.file() == document.path);
    let (Some(target), Some(from)) = (target, chapters.get(chapter)) else {
        return document.document.replace('|', "\\|");
    };
    let named = document.document != document.path;
    let name = if named { &document.document } else { &target.name };
    // In a table, a bar ends a cell even within a link.
    chapter::to_chapter(name, &from.path, &target.path).replace('|', "\\|")
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
