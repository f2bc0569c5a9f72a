//! What the tests of several readers read.

use std::sync::Arc;

use crate::book::{Book, Chapter};
use crate::document::{self, BoundDocument};
use crate::settings::Settings;
use crate::template::catalogue::Catalogue;
use text::markdown::Document;
use text::source::Source;

/// A text, parsed.
pub(crate) fn parsed(text: &str) -> Arc<Document> {
    Arc::new(Document::parse(&Source::new("a.md", text)))
}

/// A book of chapters, each a file and its text.
pub(crate) fn book(chapters: &[(&str, &str)]) -> Book<'static> {
    let chapters = chapters.iter();
    let chapters = chapters.map(|&(file, text)| Chapter::new("A", "src", file, text.to_owned()));
    Book::new("/nowhere".into(), "src".to_owned(), chapters.collect())
}

/// Looks at what a chapter with a directive is bound to.
pub(crate) fn with_bound<T>(text: &str, look: impl FnOnce(&BoundDocument) -> T) -> T {
    let book = book(&[("a.md", text)]);
    let read = document::read(&book, &Settings::default(), &Catalogue::default());
    look(read[0].bound.as_ref().expect("bound"))
}
