//! Shapes of outlines met in real documents, each with the section that a reader would name.

mod files;
mod marks;
mod title;
mod unwritten;
mod words;

use readers::analysis::Analysis;
use readers::book::{Book, Chapter};
use readers::settings::Settings;

/// State and line of a section.
fn section(text: &str, id: &str) -> (&'static str, Option<usize>) {
    let chapter = Chapter::new("Chapter", "src", "a.md", text.to_owned());
    let book = Book::new("/nowhere".into(), "src".to_owned(), vec![chapter]);
    let settings = Settings::default();
    let analysis = Analysis::new(&book, &settings);
    let coverage = analysis.coverage();
    let found = coverage[0].sections.iter().find(|section| section.id == id);
    found.map(|section| (section.state.name(), section.line)).expect("a section of the template")
}

fn arc42(text: &str, id: &str) -> (&'static str, Option<usize>) {
    section(&format!("{text}\n\n<<#archdoc template=\"arc42\" project=\"P\">>\n"), id)
}

fn standard(text: &str, id: &str) -> (&'static str, Option<usize>) {
    section(&format!("# Atlas\n\n{text}\n\n<<#archdoc template=\"standard\">>\n"), id)
}
