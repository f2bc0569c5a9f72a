//! Headings that look like a section's and are none, beside those that a reader takes for it at once.

mod chapters;
mod one_part;
mod words;

use readers::analysis::Analysis;
use readers::book::{Book, Chapter};
use readers::settings::Settings;

/// The sections that each heading of an outline serves, in its order; each has a text.
fn served(template: &str, headings: &[&str]) -> Vec<Vec<String>> {
    let mut text = String::from("# Atlas\n\n");
    let mut lines = Vec::new();
    for heading in headings {
        lines.push(text.lines().count() + 1);
        text.extend([heading, "\n\nThe yard has its own rails.\n\n"]);
    }
    text.extend(["<<#archdoc template=\"", template, "\">>\n"]);
    let chapter = Chapter::new("Chapter", "src", "a.md", text);
    let book = Book::new("/nowhere".into(), "src".to_owned(), vec![chapter]);
    let settings = Settings::default();
    let analysis = Analysis::new(&book, &settings);
    let coverage = analysis.coverage();
    let at = |line: usize| {
        let sections = coverage[0].sections.iter().filter(move |one| one.line == Some(line));
        sections.map(|section| section.id.clone()).collect()
    };
    lines.into_iter().map(at).collect()
}

/// The sections that the last heading of an outline serves.
fn last(template: &str, headings: &[&str]) -> Vec<String> {
    served(template, headings).pop().unwrap_or_default()
}

fn is_none(template: &str, headings: &[&str]) {
    let found = last(template, headings);
    assert!(found.is_empty(), "{template}: {headings:?} serves {found:?}");
}
