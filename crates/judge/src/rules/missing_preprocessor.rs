//! `missing-preprocessor`: chapters hold directives, and `book.toml` does not run us.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::analysis::Analysis;
use readers::book::Output;
use readers::directive::OPENING;
use text::source::{Place, Span};

pub static RULE: Rule = Rule {
    name: "missing-preprocessor",
    group: Group::Config,
    levels: Levels::always(Level::Warn),
    summary: "Chapters hold directives, and `book.toml` does not run archdoc.",
    page: include_str!("../../pages/missing-preprocessor.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let places = &analysis.settings.places;
    // Whoever renders has run us.
    let asked = analysis.book.output != Output::Nothing;
    let Some(book_toml) = places.book_toml().filter(|_| !asked && !places.runs_us()) else {
        return;
    };
    let first = analysis.annotated.iter().find_map(|chapter| {
        let source = &chapter.document.source;
        let shown = |span: &Span| source.slice(*span).starts_with(OPENING);
        let mut spans = chapter.scan.directives.iter().map(|directive| directive.span);
        spans.find(shown).map(|span| Place::new(source, span))
    });
    if let Some(first) = first {
        let end = Span::at(book_toml.text().trim_end().len());
        findings.push(
            Finding::new(&RULE, Place::new(book_toml, end), "`book.toml` does not run archdoc")
                .label("no `[preprocessor.archdoc]`")
                .related(first, "shown to readers as it is written here")
                .note("mdBook runs the preprocessors that `book.toml` names")
                .help("add to `book.toml`:\n[preprocessor.archdoc]\nbefore = [\"links\"]"),
        );
    }
}
